import type { SimpleGit } from 'simple-git';

/** Address of the remote `origin`, without credentials; undefined when there is none, or it is a folder of this machine. */
export async function readOrigin(git: SimpleGit): Promise<string | undefined> {
  return publicAddress((await git.raw('config', '--default', '', '--get', 'remote.origin.url')).trim());
}

/** The part of a repository's address that anyone may see. */
export function publicAddress(address: string): string | undefined {
  const short = /^(?:[\w.-]+@)?([\w.-]{2,}):(?!\/\/)([^\s?#]+)$/.exec(address);
  if (short) return `ssh://${short[1]}/${short[2]?.replace(/^\/+/, '')}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  const isRemote = ['https:', 'http:', 'ssh:', 'git:'].includes(protocol) && host !== '';
  return isRemote ? `${protocol}//${host}${pathname}` : undefined;
}
