import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileMark } from './file-mark.ts';
import { seal, unseal } from './sealed.ts';
import { writeFile } from './write-file.ts';

/**
 * What the pages in an output folder were made from: what each asked of the lab, and what the lab answered. A page whose
 * questions have the same answers, and whose file is as it was written, need not be made again.
 */
export type PageMemory = Readonly<{
  isCurrent: (path: string) => boolean;
  /** The page at `path` was made and written just now, and asked these questions. */
  note: (path: string, questions: readonly string[]) => void;
  /** Writes down what is known. A cache that can't be written costs time, not truth. */
  keep: () => void;
}>;

export type MemoryOptions = Readonly<{
  /** Output folder. */
  folder: string;
  /** Folder of the cache. */
  cache: string;
  /** Everything else that pages depend on. */
  around: string;
  /** What the lab of today says; undefined when it can't be compared. */
  answer: (question: string) => string | undefined;
}>;

/** `files` name their questions by the place in `questions`. */
type Written = Readonly<{
  format: 1;
  around: string;
  questions: readonly (readonly [question: string, answer: string | null])[];
  files: Readonly<Record<string, Page>>;
}>;
type Page = readonly [mark: string, questions: readonly number[]];

export function pageMemory({ folder, cache, around, answer }: MemoryOptions): PageMemory {
  const file = join(cache, `pages-${digestOf(resolve(folder))}.json`);
  const settings = digestOf(around);
  const before = readWritten(file, settings);
  const isSame = before.questions.map(() => undefined as boolean | undefined);
  const holds = (place: number): boolean => {
    const [question, answered] = before.questions[place] ?? ['', null];
    return (isSame[place] ??= answered !== null && answer(question) === answered);
  };
  const markOf = (path: string): string => {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return stats ? fileMark(stats) : '';
  };

  const places = new Map<string, number>();
  const questions: [string, string | null][] = [];
  const placeOf = (question: string): number => {
    const known = places.get(question);
    if (known !== undefined) return known;
    places.set(question, questions.length);
    return questions.push([question, answer(question) ?? null]) - 1;
  };
  const files: Record<string, Page> = {};
  return {
    isCurrent: (path) => {
      const page = Object.hasOwn(before.files, path) ? before.files[path] : undefined;
      if (!page || !page[1].every(holds) || markOf(path) !== page[0]) return false;
      files[path] = [page[0], page[1].map((place) => placeOf(before.questions[place]?.[0] ?? ''))];
      return true;
    },
    note: (path, asked) => {
      files[path] = [markOf(path), asked.map(placeOf)];
    },
    keep: () => {
      const written: Written = { format: 1, around: settings, questions, files };
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFile(file, seal(JSON.stringify(written)));
      } catch {
        return;
      }
    },
  };
}

function readWritten(path: string, around: string): Pick<Written, 'questions' | 'files'> {
  let text: string | undefined;
  try {
    text = unseal(readFileSync(path, 'utf8'));
  } catch {
    return NOTHING;
  }
  const written: Written | undefined = text === undefined ? undefined : JSON.parse(text);
  return written?.format === 1 && written.around === around ? written : NOTHING;
}

const NOTHING = { questions: [], files: {} };

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
