import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../parse/entry.ts';
import { writeFile } from '../write-file.ts';
import { bodyLine, readBody } from './bodies-file.ts';
import { compact, wantsCompaction } from './compact.ts';
import { factsOf, generationOf, headerOf, lineOf, readFactsFile, type BodyPlace } from './facts-file.ts';
import { withLock } from './lock.ts';
import { bodiesPath, factsPath, newGeneration } from './store-paths.ts';

/** What is known of one file: its facts at hand, its body where it lies on disk; undefined when it is damaged there. */
export type Kept = Readonly<{ facts: string; body: () => string | undefined }>;
export type KeyedEntry = Entry & Readonly<{ key: string }>;

/**
 * Results of parsing, kept in two files of `folder` that only grow: `facts.jsonl`, read whole, and one of
 * bodies, read a line at a time when a page is rendered. Nothing in them is trusted without its checksum or key, so
 * other processes, a full disk or a killed build cost time and nothing else.
 */
export type ParseStore = Readonly<{
  /** Reads the facts, which happens in any case when the first are asked for. */
  open: () => void;
  find: (key: string) => Kept | undefined;
  /** One for each of `entries`; undefined when they could not be kept. */
  keep: (entries: readonly KeyedEntry[]) => Promise<readonly Kept[] | undefined>;
  /** Drops everything but `used` once most of what was read is no longer used. */
  tidy: (used: ReadonlySet<string>) => Promise<void>;
}>;

export function openParseStore(folder: string): ParseStore {
  let read: Readonly<{ known: ReturnType<typeof readKnown> }> | undefined;
  const open = () => (read ??= { known: readKnown(folder) });
  const lock = join(folder, 'lock');
  return {
    open,
    find: (key) => {
      const { known } = open();
      const line = known?.lines.get(key);
      if (!known || !line || line.offset + line.length > known.bodiesSize) return undefined;
      const facts = factsOf(known, line);
      return facts === undefined ? undefined : kept(bodiesPath(folder, known.generation), line, facts);
    },
    keep: async (entries) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return withLock(lock, () => append(folder, entries));
    },
    tidy: async (used) => {
      const known = read?.known;
      if (known && wantsCompaction(known.count, used.size)) await withLock(lock, () => compact(folder, used));
    },
  };
}

function readKnown(folder: string) {
  let bytes: Buffer;
  try {
    bytes = readFileSync(factsPath(folder));
  } catch {
    return undefined; // nothing kept yet
  }
  const facts = readFactsFile(bytes);
  return facts && { ...facts, bodiesSize: sizeOf(bodiesPath(folder, facts.generation)) };
}

function append(folder: string, entries: readonly KeyedEntry[]): Kept[] {
  const path = bodiesPath(folder, currentGeneration(folder));
  let offset = sizeOf(path);
  const placed = entries.map(({ key, facts, body }) => {
    const line = bodyLine(key, body);
    const place = { key, offset, length: line.length };
    offset += line.length;
    return { line, place, facts };
  });
  appendFileSync(path, Buffer.concat(placed.map(({ line }) => line)), { mode: 0o600 });
  const lines = placed.map(({ place, facts }) => lineOf(place, facts)).join('');
  // The last line may have been cut off by a process that died.
  appendFileSync(factsPath(folder), endsWell(factsPath(folder)) ? lines : `\n${lines}`);
  return placed.map(({ place, facts }) => kept(path, place, facts));
}

const kept = (path: string, place: BodyPlace, facts: string): Kept => ({
  facts,
  body: () => readBody(path, place),
});

function currentGeneration(folder: string): string {
  const found = generationOf(textAt(factsPath(folder), 0, 64));
  if (found !== undefined) return found;
  const generation = newGeneration();
  writeFile(factsPath(folder), headerOf(generation));
  return generation;
}

const endsWell = (path: string): boolean => textAt(path, Math.max(0, sizeOf(path) - 1), 1) === '\n';

function textAt(path: string, offset: number, length: number): string {
  if (!statSync(path, { throwIfNoEntry: false })) return '';
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
