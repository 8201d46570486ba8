import { mkdirSync, readFileSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { fileMark } from '../file-mark.ts';
import { seal, unseal } from '../sealed.ts';
import { writeFile } from '../write-file.ts';

/** What an earlier reading found in a file: whether it is text, and the digest of its source when it has one. */
export type Seen = Readonly<{ text: boolean; digest?: string }>;

/**
 * Files as they were when they were read last, so that those whose size, times and inode are still the same need not be
 * read again. A file that was written within a second of its reading may change once more without a trace of it: it is
 * not remembered.
 */
export type SeenFiles = Readonly<{
  /** Of all that is remembered. */
  paths: () => Iterable<string>;
  find: (path: string, stats: Stats) => Seen | undefined;
  note: (path: string, stats: Stats, seen: Seen) => void;
  /** Writes down what was noted. A cache that can't be written costs time, not truth. */
  keep: () => void;
}>;

type Entry = readonly [mark: string, text: boolean, digest?: string];
type Written = Readonly<{ format: 1; files: Readonly<Record<string, Entry>> }>;

const SETTLED = 1000;

/** What is remembered in the file `path` of the cache, which is opened when somebody asks. */
export function seenFiles(path: string): SeenFiles {
  let written: ReadonlyMap<string, Entry> | undefined;
  const before = () => (written ??= new Map(Object.entries(readWritten(path)?.files ?? {})));
  const now = new Map<string, Entry>();
  let noted = false;
  const start = Date.now();
  return {
    paths: () => before().keys(),
    find: (file, stats) => {
      const entry = before().get(file);
      if (entry?.[0] !== fileMark(stats)) return undefined;
      now.set(file, entry);
      const [, text, digest] = entry;
      return { text, ...(digest !== undefined && { digest }) };
    },
    note: (file, stats, { text, digest }) => {
      if (Math.max(stats.mtimeMs, stats.ctimeMs) > start - SETTLED) return;
      now.set(file, digest === undefined ? [fileMark(stats), text] : [fileMark(stats), text, digest]);
      noted = true;
    },
    keep: () => {
      if (!noted) return;
      const all: Written = { format: 1, files: Object.fromEntries(now) };
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFile(path, seal(JSON.stringify(all)));
      } catch {
        return;
      }
    },
  };
}

function readWritten(path: string): Written | undefined {
  let text: string | undefined;
  try {
    text = unseal(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  const written: Written | undefined = text === undefined ? undefined : JSON.parse(text);
  return written?.format === 1 ? written : undefined;
}
