import type { FrontMatter } from '../model/parsed.ts';

/** Front matter longer than this is not read: no page needs it, and parsers are slow on hostile text. */
export const LONGEST_BLOCK = 32_768;

export type Language = Exclude<FrontMatter['format'], 'none'> | 'code';

/**
 * Text between delimiters at the top of a file. `line` is the file line of the first character of `text`;
 * `end` is the index where the body begins, undefined when the closing delimiter is missing.
 */
export type Block = Readonly<{
  language: Language;
  delimiter: string;
  /** The author wrote the language, as in `---toml`, so that this cannot be a thematic break. */
  named: boolean;
  text: string;
  line: number;
  closed: Readonly<{ end: number; bodyLine: number }> | undefined;
}>;

/** What stands between delimiters at the top of `text`. Whether it is front matter, only its content can tell. */
export function findBlock(text: string): Block | undefined {
  const opening = OPENING.exec(text.slice(0, LONGEST_OPENING));
  if (!opening) return undefined;
  const [before = '', delimiter = '', word = ''] = opening;
  const language = languageOf(delimiter, word.toLowerCase());
  if (!language) return undefined;
  const from = before.length;
  const line = countLines(before);
  const closing = findClosing(text, from, delimiter);
  return {
    language,
    delimiter,
    named: word !== '' || language !== 'yaml',
    text: text.slice(from, closing ? closing.start : from + LONGEST_BLOCK).replace(/\r?\n$/, ''),
    line: line + 1,
    closed: closing && { end: closing.end, bodyLine: line + closing.lines + 1 },
  };
}

const LONGEST_OPENING = 2_000;
const LONGEST_CLOSING = 100;

// Blank lines and blanks before the delimiter are common in real repositories, though no generator asks for them.
const OPENING = /^\uFEFF?\s*(---|\+\+\+|;;;)[ \t]*([A-Za-z]*)[ \t]*\r?\n/;

const WORDS: ReadonlyMap<string, Language> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
  ['js', 'code'],
  ['javascript', 'code'],
  ['coffee', 'code'],
  ['coffeescript', 'code'],
  ['cson', 'code'],
]);

const DEFAULTS: ReadonlyMap<string, Language> = new Map([
  ['---', 'yaml'],
  ['+++', 'toml'],
  [';;;', 'json'],
]);

function languageOf(delimiter: string, word: string): Language | undefined {
  return word === '' ? DEFAULTS.get(delimiter) : WORDS.get(word);
}

type Closing = Readonly<{ start: number; end: number; lines: number }>;

function findClosing(text: string, from: number, delimiter: string): Closing | undefined {
  let lines = 0;
  for (let start = from; start < text.length && start - from <= LONGEST_BLOCK;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    lines += 1;
    if (closes(text.slice(start, Math.min(end, start + LONGEST_CLOSING)), delimiter))
      return { start, end, lines };
    start = end;
  }
  return undefined;
}

/** YAML may also end with three dots. */
function closes(line: string, delimiter: string): boolean {
  const trimmed = line.trimEnd();
  return trimmed === delimiter || (delimiter === '---' && trimmed === '...');
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
