import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type * as Parser from '../../core/parse.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { PageBody, ParsedFile, ParseOptions, PlainFile, SourceFile } from '../../core/model/parsed.ts';
import { openParseStore, type Kept } from '../store/parse-store.ts';
import { digestOf, type Tree, type TreeFile } from '../tree/tree.ts';
import { fromEntry } from './entry.ts';
import { fenceLanguages } from './fence-languages.ts';
import type { Outcome } from './outcome.ts';
import { parseHere } from './parse-here.ts';
import { parseInWorkers } from './parse-pool.ts';
import { PARSER_VERSION } from './parser-version.ts';
import { resultKeeper } from './result-keeper.ts';

export type ParseFilesOptions = Readonly<{
  headingWords: ParseOptions['headingWords'];
  /** Folder where results are kept; without it everything is parsed that `before` does not have. */
  cache?: string;
  /** An earlier outcome: what would be the same again is taken from it. */
  before?: ParsedFiles;
  onProgress?: (done: number, total: number) => void;
  /** Something about the machine, not about the lab. */
  onNote?: (note: string) => void;
}>;

export type ParsedFiles = Readonly<{
  files: readonly ParsedFile[];
  findings: readonly Finding[];
  /** By path of each file that was parsed: what stands for everything that parsing it gives. */
  keys: ReadonlyMap<string, string>;
}>;

type Source = SourceFile & Readonly<{ key: string }>;

/** Reading what the cache holds costs as much as parsing this many files. */
const WORTH_CACHE = 4;
/** Starting workers costs as much as parsing this many files, or this much text. */
const WORTH_WORKERS = { files: 60, characters: 1_000_000 };

/**
 * Every file of a tree parsed, in its order. Only what is not in the cache is parsed. The tree may still be on its way:
 * the cache is opened while Git lists the files.
 */
export async function parseFiles(
  awaited: Tree | Promise<Tree>,
  options: ParseFilesOptions,
): Promise<ParsedFiles> {
  const { headingWords, onProgress, onNote = () => undefined } = options;
  const before = resultsOf(options.before);
  await setImmediate(); // by then Git is running
  const store = options.cache === undefined ? undefined : openParseStore(options.cache);
  if (before.size === 0) store?.open();
  const tree = await awaited;
  const setting = `${PARSER_VERSION}\n${JSON.stringify(headingWords)}\n`;
  const sources = tree.files.flatMap((file) => {
    const digest = file.digest ?? (file.source === undefined ? undefined : digestOf(file.source));
    return digest === undefined ? [] : [{ file, key: keyOf(setting, file.path, digest) }];
  });
  const changed = sources.filter(({ key }) => !before.has(key)).length;
  const stored = before.size === 0 || changed > WORTH_CACHE ? store : undefined;
  const known = new Map<string, ParsedFile>();
  const missing: Source[] = [];
  const keys = new Map<string, string>();
  for (const { file, key } of sources) {
    const { path } = file;
    const found = before.get(key) ?? restored(stored?.find(key), file, headingWords);
    if (found) {
      known.set(path, sized(found, file));
      keys.set(path, key);
    } else {
      const { source: text = '' } = file;
      const source = { path, text, key: keyOf(setting, path, digestOf(text)) }; // it may have changed meanwhile
      missing.push(source);
      keys.set(path, source.key);
    }
  }
  const { add, finish } = resultKeeper(store, onNote);
  const findings: Finding[] = [];
  let done = known.size;
  await parseAll(missing, headingWords, (source, outcome) => {
    if (outcome.type === 'parsed') add(source.path, { key: source.key, ...outcome.entry });
    else findings.push(parserFailed(source.path, outcome.reason));
    onProgress?.((done += 1), keys.size);
  });
  const made = await finish();
  await store?.tidy(new Set(keys.values())).catch(() => undefined); // a larger cache does no harm
  const files = tree.files.map((file) => {
    const same = known.get(file.path);
    if (same) return same;
    const parsed = restored(made.get(file.path), file, headingWords);
    return parsed ? sized(parsed, file) : plain(file);
  });
  findings.sort((left, right) => (left.place.path < right.place.path ? -1 : 1));
  return { files, findings, keys };
}

/** The key under which the result for a source with this digest is kept. */
const keyOf = (setting: string, path: string, digest: string): string =>
  hash('sha256', `${setting}${path}\0${digest}`, 'base64url');

async function parseAll(
  sources: readonly Source[],
  headingWords: ParseOptions['headingWords'],
  onDone: (source: Source, outcome: Outcome) => void,
): Promise<void> {
  if (sources.length === 0) return;
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const languages = new Set(sources.flatMap(({ text }) => [...fenceLanguages(text)]));
  const files = sources.map(({ path, text }) => ({ path, text }));
  const characters = sources.reduce((sum, { text }) => sum + text.length, 0);
  const parse =
    files.length > WORTH_WORKERS.files || characters > WORTH_WORKERS.characters ? parseInWorkers : parseHere;
  await parse(files, {
    languages: [...languages].sort(),
    headingWords,
    onOutcome: (file, outcome) => {
      const source = byPath.get(file.path);
      if (source) onDone(source, outcome);
    },
  });
}

/** By key. A file that could not be parsed has none, and is tried again. */
function resultsOf(before: ParsedFiles | undefined): ReadonlyMap<string, ParsedFile> {
  const failed = new Set(before?.findings.map(({ place }) => place.path));
  const results = new Map<string, ParsedFile>();
  for (const file of before?.files ?? []) {
    const key = before?.keys.get(file.path);
    if (key !== undefined && !failed.has(file.path)) results.set(key, file);
  }
  return results;
}

const restored = (
  kept: Kept | undefined,
  file: TreeFile,
  headingWords: ParseOptions['headingWords'],
): ParsedFile | undefined =>
  kept && fromEntry(kept.facts, () => bodyFrom(kept.body()) ?? bodyAnew(file, headingWords));

/** Bytes that are no text may change without a change of the source. */
const sized = (parsed: ParsedFile, { size }: TreeFile): ParsedFile =>
  parsed.form === 'file' ? { ...parsed, size } : parsed;

function bodyFrom(json: string | undefined): PageBody | undefined {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined; // damaged on disk
  }
}

/** The stored body is gone or damaged. Whoever reads it can't wait, so the parser is loaded at once, without colours. */
function bodyAnew(
  { path, source: text = '' }: TreeFile,
  headingWords: ParseOptions['headingWords'],
): PageBody {
  const { parse }: typeof Parser = createRequire(import.meta.url)('../../core/parse.ts');
  const parsed = parse({ path, text }, { headingWords, highlight: () => undefined });
  return parsed.form === 'page' ? parsed.body : { html: '', sections: [], code: [], steps: [] };
}

const plain = ({ path, size, text }: TreeFile): PlainFile => ({ form: 'file', path, size, text, flaws: [] });

const parserFailed = (path: string, reason: string): Finding => ({
  rule: 'parser-failed',
  severity: 'error',
  place: { path, line: 1 },
  message: `This file could not be understood, so it is only linked as a file: ${reason}.`,
  hint: 'This is a mistake in Blackstart, please report it. Until then, halve the file until the part shows that it fails on.',
});
