import matter from 'gray-matter';
import type { Flaw } from '../model/finding.ts';
import type { FrontMatter } from '../model/parsed.ts';
import type { Block } from './block.ts';
import { findBlock, LONGEST_BLOCK } from './block.ts';
import { readJson } from './read-json.ts';
import { readToml } from './read-toml.ts';
import { readYaml } from './read-yaml.ts';
import { failed, TOO_LARGE } from './reading.ts';
import type { Problem, Reading } from './reading.ts';

export type WithFrontMatter = Readonly<{
  frontMatter: FrontMatter;
  /** Everything after the closing delimiter, unchanged; the whole text but its byte order mark without front matter. */
  body: string;
  /** File line of the first line of `body`. */
  bodyLine: number;
  flaws: readonly Flaw[];
}>;

/** Takes the front matter off a Markdown file. Broken front matter is a flaw, and the page is still a page. */
export function readFrontMatter(text: string): WithFrontMatter {
  const block = findBlock(text);
  if (!block) return without(text, []);
  if (!block.closed) return without(text, looksUnclosed(block) ? [unclosed(block)] : [], keptPrivate(block));
  const { value, lines, problems } = parse(block);
  const broken = problems.some((problem) => problem.fatal);
  if (!broken && !isRecord(value) && value !== null) return notMapping(text, block, value);
  if (broken && !block.named && !KEY_FIRST.test(block.text)) return without(text, []);
  return {
    frontMatter: {
      data: isRecord(value) ? value : keptPrivate(block),
      lines: shifted(lines, block.line - 1),
      format: block.language === 'code' ? 'none' : block.language,
    },
    body: text.slice(block.closed.end),
    bodyLine: block.closed.bodyLine,
    flaws: problems.map((problem) => flawOf(problem, block)),
  };
}

// The first line that is no comment begins with a key, or with a brace: prose between two thematic breaks does not.
const KEY_FIRST =
  /^(?:[ \t]*(?:#.{0,500})?\r?\n){0,50}[ \t]*(?:["']?[\p{L}\p{N}_$][^\n:"'#]{0,60}["']?[ \t]*:(?:\s|$)|\{)/u;

// Stricter where nothing closes the block: `Note: text` after a thematic break must not count.
const KEYS_ONLY = /^[a-z_][\w-]{0,40}:(?:[ \t]|\r?\n)/;

function looksUnclosed({ named, text, delimiter }: Block): boolean {
  return delimiter === '---'
    ? KEYS_ONLY.test(text)
    : named && /^\s*["']?\w[\w-]*["']?\s*[=:]/.test(text.slice(0, 500));
}

function unclosed({ delimiter, line, text }: Block): Flaw {
  const cut = text.length >= LONGEST_BLOCK - 2;
  const how = cut ? `does not end within ${LONGEST_BLOCK.toLocaleString('en')} characters` : 'never ends';
  return {
    rule: 'front-matter',
    severity: 'error',
    line: line - 1,
    message: `The front matter that begins here ${how}, so it shows as text of the page and none of it counts.`,
    hint: cut ? TOO_LARGE.hint : `Add a line \`${delimiter}\` after the last \`key: value\` line.`,
  };
}

/**
 * gray-matter takes any line that begins with a delimiter for the end: so it is handed the block alone, and delimiters
 * that hold the line break. What it hands on begins with the end of the opening line.
 */
function parse(block: Block): Reading {
  if (LONG_GAP.test(block.text)) return failed(TOO_LARGE.what, TOO_LARGE.hint, 1);
  let reading: Reading = EMPTY;
  const engine = (read: (text: string) => Reading) => (text: string) => {
    reading = read(text.slice(1));
    return {};
  };
  const refuse = engine(() => REFUSED);
  matter(`---${block.language}\n${block.text}\n---\n`, {
    delimiters: ['---', '---\n'],
    engines: {
      yaml: engine(readYaml),
      toml: engine(readToml),
      json: engine(readJson),
      code: refuse,
      // Built in, and run on parse unless both names are taken.
      js: refuse,
      javascript: refuse,
    },
  });
  return reading;
}

// gray-matter's time grows with the square of a gap.
const LONG_GAP = /\s{1000}/;

const EMPTY: Reading = { value: null, lines: {}, problems: [] };

const REFUSED: Reading = failed(
  'it is program code, which is never run',
  'Write it as YAML: `key: value` lines between two lines of three dashes.',
  1,
);

function notMapping(text: string, block: Block, value: unknown): WithFrontMatter {
  const meant = block.named || (Array.isArray(value) && value.every(isRecord));
  if (!meant) return without(text, []);
  const flaw: Flaw = {
    rule: 'front-matter',
    severity: 'warning',
    line: block.line,
    message: `The front matter is ${Array.isArray(value) ? 'a list' : 'a single value'}, so none of it counts and it shows as text of the page.`,
    hint: 'Write `key: value` lines, such as `title: Restore the DNS`.',
  };
  return without(text, [flaw], keptPrivate(block));
}

function without(text: string, flaws: readonly Flaw[], data: Record<string, unknown> = {}): WithFrontMatter {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { frontMatter: { data, lines: {}, format: 'none' }, body, bodyLine: 1, flaws };
}

function flawOf({ what, hint, line, fatal }: Problem, block: Block): Flaw {
  const place = { rule: 'front-matter', line: line + block.line - 1 };
  if (!fatal) return { ...place, severity: 'warning', message: `In the front matter ${what}.`, hint };
  const template = /\{\{|\{%|<%/.test(block.text);
  return {
    ...place,
    severity: template ? 'warning' : 'error',
    message: `The front matter cannot be read, so none of it counts: ${template ? 'it holds template text that was never filled in' : what}.`,
    hint: template
      ? 'Fill it in. A file that must stay a template can be left out with `exclude` in blackstart.yaml.'
      : hint,
  };
}

/** A page that asks to be private stays so when the rest of its front matter is broken. */
function keptPrivate({ text }: Block): Record<string, unknown> {
  return /^[ \t]*["']?private["']?[ \t]*[:=][ \t]*["']?(?:true|yes|on)\b/im.test(text)
    ? { private: true }
    : {};
}

function shifted(lines: Readonly<Record<string, number>>, by: number): Record<string, number> {
  return Object.fromEntries(Object.entries(lines).map(([key, line]) => [key, line + by]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
