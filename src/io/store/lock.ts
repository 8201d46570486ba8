import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Work under a lock takes milliseconds: a lock this old was left behind by a process that died. */
const STALE = 30_000;
const TRIES = 50;

/** Runs `work` while no other process runs any under the lock file `path`; undefined when the lock stays taken. */
export async function withLock<T>(path: string, work: () => T): Promise<T | undefined> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (take(path)) {
      try {
        return work();
      } finally {
        rmSync(path, { force: true });
      }
    }
    await pause(20);
  }
  return undefined;
}

function take(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const taken = statSync(path, { throwIfNoEntry: false });
    if (taken && Date.now() - taken.mtimeMs > STALE) rmSync(path, { force: true });
    return false;
  }
}
