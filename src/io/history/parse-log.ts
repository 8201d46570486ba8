/** Format of the commit lines that `parseLog` reads: hash, seconds since 1970. */
export const LOG_FORMAT = '%H %ct';

export type LoggedChange = Readonly<{ commit: string; seconds: number }>;

/**
 * The newest change of each path in the output of `git log -z --name-status`, newest commit first; undefined for a
 * path whose newest change removed it. Splitting at NUL is the only safe way to read it: names hold anything else.
 */
export function parseLog(output: string): Map<string, LoggedChange | undefined> {
  const newest = new Map<string, LoggedChange | undefined>();
  let change: LoggedChange | undefined;
  const tokens = output.split('\0');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]?.replace(/^\n/, '') ?? '';
    if (token === '') continue;
    const [, commit, seconds] = /^([0-9a-f]{40,64}) (-?\d+)$/.exec(token) ?? [];
    if (commit) {
      change = { commit, seconds: Number(seconds) };
      continue;
    }
    index += 1; // a status is followed by its path
    const path = tokens[index] ?? '';
    // A merge has one letter for each parent; the file is gone when it was removed on every side.
    if (!newest.has(path)) newest.set(path, /^D+$/.test(token) ? undefined : change);
  }
  return newest;
}
