import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { fetchingGit } from './git.ts';

export type CloneOptions = Readonly<{
  /** Folder of the cache; the user's own when it is left out. */
  cache?: string;
  /** Something about the machine or the network, not about the lab. */
  onNote?: (note: string) => void;
}>;

/** The lab can't be brought here: the message says what to do. */
export class CloneRefused extends Error {}

/** Enough of the history for dates and recent changes. */
const DEPTH = '200';
const ADDRESS = /^(?:https:\/\/|ssh:\/\/|git@\w[\w.-]*:)\w[\w@./:~+-]*$/;

/** Whether `--lab` names a repository elsewhere, and not a folder of this machine. */
export const isAddress = (lab: string): boolean => /^[a-z][\w+.-]+:\/\/|^git@|^\w+::/i.test(lab);

/**
 * The folder with the lab at `address`, fetched anew. When it can't be fetched, the copy from before serves: an outage
 * is when it is needed most.
 */
export async function cloneLab(
  address: string,
  { cache = cacheFolder(), onNote }: CloneOptions = {},
): Promise<string> {
  if (!ADDRESS.test(address)) {
    throw new CloneRefused(
      `${withoutCredentials(address)} is no address that a lab is fetched from. Use one that begins with https:// or ssh://, or name a folder.`,
    );
  }
  const folder = join(cache, 'clones', createHash('sha256').update(address).digest('hex').slice(0, 32));
  const lab = join(folder, nameOf(address));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(lab)) {
    await cloneInto(address, { folder, lab });
    return lab;
  }
  try {
    const git = fetchingGit(lab);
    await git.raw(
      'fetch',
      '--depth',
      DEPTH,
      '--no-tags',
      '--no-recurse-submodules',
      '--force',
      'origin',
      'HEAD',
    );
    await git.raw('reset', '--hard', 'FETCH_HEAD');
  } catch (error) {
    onNote?.(
      `${withoutCredentials(address)} could not be fetched, so the copy from before is read: ${reason(error, address)}`,
    );
  }
  return lab;
}

/** Cloned beside and renamed, so that half a clone is never taken for a lab. */
async function cloneInto(address: string, { folder, lab }: { folder: string; lab: string }): Promise<void> {
  const beside = join(folder, `.${randomBytes(6).toString('hex')}`);
  try {
    await fetchingGit(folder).clone(address, beside, [
      '--depth',
      DEPTH,
      '--no-tags',
      '--no-recurse-submodules',
    ]);
    renameSync(beside, lab);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new CloneRefused(`${withoutCredentials(address)} could not be fetched: ${reason(error, address)}`, {
      cause: error,
    });
  }
}

/** The lab's folder is named like its repository, since that is its title when nothing else says one. */
const nameOf = (address: string): string =>
  /([\w-][\w.-]*?)(?:\.git)?\/*$/.exec(address)?.[1]?.replace(/^\.+/, '') || 'lab';

const withoutCredentials = (address: string): string => address.replace(/\/\/[^/]*@/, '//');

function reason(error: unknown, address: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(address, withoutCredentials(address)).trim().slice(-500);
}
