import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything that can be worked out again is kept: `BLACKSTART_CACHE`, or `blackstart` in the user's cache. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.BLACKSTART_CACHE) return resolve(environment.BLACKSTART_CACHE);
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'blackstart');
}

/** The part of the cache at `cache` that belongs to the lab whose real path is `root`. */
export function labCacheFolder(cache: string, root: string): string {
  return join(cache, createHash('sha256').update(root).digest('hex').slice(0, 32));
}
