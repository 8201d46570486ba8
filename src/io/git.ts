import { devNull } from 'node:os';
import { simpleGit, type SimpleGit } from 'simple-git';

/**
 * Git for reading the repository around `root`. The repository may have come from anywhere, with a configuration of
 * its own, so nothing that Git would start for it may run: no hooks, no file system monitor, no transport.
 */
export function readingGit(root: string): SimpleGit {
  return guarded(root, { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' });
}

/** Git for bringing a repository here by https or ssh, and for nothing else. Links in it become plain files. */
export function fetchingGit(root: string): SimpleGit {
  return guarded(root, { GIT_ALLOW_PROTOCOL: 'https:ssh', GIT_LFS_SKIP_SMUDGE: '1' }, [
    'core.symlinks=false',
  ]);
}

const INHERITED = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'XDG_CONFIG_HOME',
  'SSH_AUTH_SOCK',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'GIT_CEILING_DIRECTORIES',
] as const;

function guarded(
  root: string,
  own: Readonly<Record<string, string>>,
  config: readonly string[] = [],
): SimpleGit {
  const inherited = Object.fromEntries(INHERITED.flatMap((name) => entry(name, process.env[name])));
  // Git's messages are told apart by their words, so they must not be translated.
  const environment = { ...inherited, ...own, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return simpleGit({
    baseDir: root,
    timeout: { block: 120_000 },
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith('GIT_')),
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true },
    config: ['core.fsmonitor=false', `core.hooksPath=${devNull}`, 'log.follow=false', ...config],
  }).env(environment);
}

const entry = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]];
