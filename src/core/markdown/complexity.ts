import { afterLine, AT_START, type FenceState } from './fence-state.ts';

/** The line with which a text becomes too much for the parser, and why. */
export type TooComplex = Readonly<{ line: number; why: string }>;

/**
 * The parser's time grows with the square of some texts, and its stack with their nesting. This estimates both beforehand,
 * in one pass. Pages made by people stay far below the limits.
 */
export function tooComplex(text: string): TooComplex | undefined {
  let state: FenceState = AT_START;
  let block = EMPTY;
  let cost = 0;
  let previous = '';
  for (const [index, line] of text.split('\n').entries()) {
    const before = state;
    state = afterLine(line, state, index);
    const asIs = isAsIs(before) && isAsIs(state);
    const why = asIs ? undefined : oddLine(line);
    if (why !== undefined) return { line: index + 1, why };
    const marks = asIs && state.in === 'fence' ? 0 : count(line, MARKS);
    cost += LINE + marks * MARK + line.length * (asIs ? CODE : TEXT);
    if (asIs || line.trim() === '') {
      cost += squareOf(block);
      block = EMPTY;
    } else if (isRow(line, previous, block)) {
      cost += squareOf({ size: line.length, pairs: count(line, PAIRS) });
      block = { ...block, table: true };
    } else block = { size: block.size + line.length, pairs: block.pairs + count(line, PAIRS), table: false };
    previous = line;
    if (cost + squareOf(block) > MOST) return { line: index + 1, why: TOO_LONG };
  }
  return undefined;
}

type Block = Readonly<{ size: number; pairs: number; table: boolean }>;
const EMPTY: Block = { size: 0, pairs: 0, table: false };

/** Fences and sure raw HTML are not searched for marks. */
const isAsIs = (state: FenceState): boolean => state.in === 'fence' || (state.in === 'html' && state.sure);

const TOO_LONG = 'comes after more text and marks than a page made by people has';
const MOST_NESTED = 60;
const MOST_INDENT = 400;

/** Estimated microseconds. */
const LINE = 120;
const TEXT = 1;
const CODE = 0.1;
const MARK = 30;
const SQUARE = 0.01;
const MOST = 3_000_000;

const squareOf = ({ size, pairs }: Omit<Block, 'table'>): number => size * pairs * SQUARE;

function oddLine(line: string): string | undefined {
  const nested = NESTING.exec(line.slice(0, 4000))?.[0].replaceAll(/[^>*+.)-]/g, '').length ?? 0;
  if (nested > MOST_NESTED && !RULE.test(line))
    return `opens more than ${MOST_NESTED} quotes or lists inside each other`;
  if (line.length - line.trimStart().length > MOST_INDENT && line.trim() !== '')
    return `is indented by more than ${MOST_INDENT} characters`;
  if (/([*_~])\1{300}/.test(line) && !RULE.test(line)) return 'has the same mark hundreds of times in a row';
  return undefined;
}

const NESTING = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/;
const RULE = /^[\s>]*(?:[\s*]*|[\s_]*|[\s~]*|[\s-]*)$/;

/** Rows of a table are parsed cell by cell. */
function isRow(line: string, previous: string, block: Block): boolean {
  if (!line.includes('|')) return false;
  if (block.table) return !/^\s*(?:[#>+*<`~-]|\d+[.)])/.test(line);
  return /^[\s>]*\|?[\s:|-]*-[\s:|-]*$/.test(line) && cells(line) === cells(previous);
}

const cells = (line: string): number =>
  line
    .replace(/^[\s>]*\|?/, '')
    .replace(/\|\s*$/, '')
    .replaceAll('\\|', '')
    .split('|').length;

function count(line: string, marks: ReadonlySet<number>): number {
  let found = 0;
  for (let index = 0; index < line.length; index++) if (marks.has(line.charCodeAt(index))) found += 1;
  return found;
}

const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));

/** Characters that begin something. */
const MARKS = codesOf('[]*_`<~!&|\\:@');
/** Those for which the parser looks through the whole block for another. */
const PAIRS = codesOf('[]*_`<~!');
