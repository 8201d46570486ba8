import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seal, unseal } from '../sealed.ts';
import { writeFile } from '../write-file.ts';
import type { LoggedChange } from './parse-log.ts';
import type { Repository } from './repository.ts';

/** Newest change of each path at `head`, and the time of `head`. */
export type Changes = Readonly<{
  head: string;
  seconds: number;
  changes: ReadonlyMap<string, LoggedChange>;
}>;

/** `origin` is what the repository's settings named while they were in the state `settings`. */
export type StoredHistory = Changes & Readonly<{ settings: string; origin?: string }>;

/** `commits` and `files` are the changes, each commit written once: `files` gives its place in `commits`. */
type Written = Readonly<{
  format: 2;
  around: string;
  head: string;
  seconds: number;
  settings: string;
  origin?: string;
  commits: readonly LoggedChange[];
  files: readonly (readonly [path: string, commit: number])[];
}>;

/** What `keepHistory` kept, unless the lab has since moved inside its repository, or more of the history was fetched. */
export function storedHistory(cache: string, repository: Repository): StoredHistory | undefined {
  const written = readWritten(cache);
  if (written?.format !== 2 || written.around !== aroundOf(repository)) return undefined;
  const { head, seconds, settings, origin, commits, files } = written;
  const changes = new Map<string, LoggedChange>();
  for (const [path, commit] of files) {
    const change = commits[commit];
    if (change) changes.set(path, change);
  }
  return { head, seconds, settings, ...(origin !== undefined && { origin }), changes };
}

/** A cache that can't be written costs time, not truth. */
export function keepHistory(
  cache: string,
  repository: Repository,
  { changes, ...rest }: StoredHistory,
): void {
  const places = new Map<string, number>();
  const commits: LoggedChange[] = [];
  const files = [...changes].map(([path, change]): [string, number] => {
    const place = places.get(change.commit) ?? commits.push(change) - 1;
    places.set(change.commit, place);
    return [path, place];
  });
  const written: Written = { format: 2, around: aroundOf(repository), ...rest, commits, files };
  try {
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    writeFile(fileIn(cache), seal(JSON.stringify(written)));
  } catch {
    return;
  }
}

function readWritten(cache: string): Written | undefined {
  let text: string | undefined;
  try {
    text = unseal(readFileSync(fileIn(cache), 'utf8'));
  } catch {
    return undefined;
  }
  return text === undefined ? undefined : JSON.parse(text);
}

const fileIn = (cache: string): string => join(cache, 'history.json');
const aroundOf = ({ prefix, boundary }: Repository): string => JSON.stringify([prefix, boundary]);
