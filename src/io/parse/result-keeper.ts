import { reasonOf } from '../reason-of.ts';
import type { Kept, KeyedEntry, ParseStore } from '../store/parse-store.ts';

/** So many characters of results wait in memory before they are written. */
const ENOUGH = 8_000_000;

export type ResultKeeper = Readonly<{
  add: (path: string, entry: KeyedEntry) => void;
  /** Everything that was added, by path. */
  finish: () => Promise<ReadonlyMap<string, Kept>>;
}>;

/** Gathers results and writes them to `store` in large pieces. What can't be written stays in memory. */
export function resultKeeper(store: ParseStore | undefined, onNote: (note: string) => void): ResultKeeper {
  const all = new Map<string, Kept>();
  let waiting = new Map<string, KeyedEntry>();
  let size = 0;
  let writing = Promise.resolve();
  let writable = store;

  const write = async (entries: ReadonlyMap<string, KeyedEntry>) => {
    const kept = await writable?.keep([...entries.values()]).catch((error: unknown) => {
      writable = undefined;
      onNote(
        `The cache can't be written (${reasonOf(error)}), so the next run starts from nothing. ${HOW_TO_CACHE}`,
      );
      return undefined;
    });
    [...entries].forEach(([path, entry], index) => all.set(path, kept?.[index] ?? inMemory(entry)));
  };
  const flush = () => {
    const entries = waiting;
    waiting = new Map();
    size = 0;
    writing = writing.then(() => write(entries));
  };

  return {
    add: (path, entry) => {
      waiting.set(path, entry);
      size += entry.facts.length + entry.body.length;
      if (size > ENOUGH) flush();
    },
    finish: async () => {
      if (waiting.size > 0) flush();
      await writing;
      return all;
    },
  };
}

const HOW_TO_CACHE = 'Name a folder that can be written in the environment variable BLACKSTART_CACHE.';

const inMemory = ({ facts, body }: KeyedEntry): Kept => ({ facts, body: () => body });
