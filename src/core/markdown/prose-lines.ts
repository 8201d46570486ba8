import { afterLine, AT_START, type FenceState } from './fence-state.ts';

/**
 * Says of one line after the other whether it is code or raw HTML that is shown as it stands, or `prose`. It sees fences in
 * quotes, too, which end with their quote.
 */
export function proseReader(): (line: string) => 'prose' | 'code' | 'html' {
  let state: FenceState = AT_START;
  let quotes = 0;
  let listed = false;
  let blank = true;
  return (line) => {
    const [mark = ''] = QUOTE.exec(line.slice(0, LONGEST_START)) ?? [];
    const depth = mark.replaceAll(/[^>]/g, '').length;
    if (state.in === 'text' ? depth !== quotes : depth < quotes) {
      state = AT_START;
      quotes = depth;
    }
    // A fence in no quote may hold lines that begin with `>`.
    const inside = withoutQuotes(line, quotes);
    const before = state;
    state = afterLine(inside, state, 0);
    const isBlank = inside.trim() === '';
    const isIndented = /^(?: {4}|\t)/.test(inside) && !isBlank;
    if (!isBlank && !isIndented)
      listed = /^\s*(?:[-+*]|\d{1,9}[.)]|\[\^|!!!|\?\?\?|===)/.test(inside.slice(0, 100));
    const isCode = isIndented && !listed && blank && before.in === 'text';
    // Indented code goes on as it began.
    blank = isBlank || isCode;
    if (before.in === 'fence' || state.in === 'fence' || isCode) return 'code';
    return before.in === 'html' || state.in === 'html' ? 'html' : 'prose';
  };
}

const LONGEST_START = 400;
const QUOTE = /^(?:\s{0,40}>)+/;

function withoutQuotes(line: string, count: number): string {
  let rest = line;
  for (let index = 0; index < count; index++) rest = rest.replace(/^\s{0,40}> ?/, '');
  return rest;
}

/** Where the code spans of a line stand: `[from, to)`. A span over two lines is not seen. */
export function codeSpans(line: string): readonly (readonly [from: number, to: number])[] {
  if (!line.includes('`')) return [];
  const runs = Array.from(line.matchAll(/`+/g), ({ 0: { length }, index }) => ({ index, length }));
  const byLength = Map.groupBy(runs.toReversed(), ({ length }) => length);
  const spans: [number, number][] = [];
  let end = 0;
  for (const run of runs) {
    const alike = byLength.get(run.length) ?? [];
    while ((alike.at(-1)?.index ?? Infinity) <= run.index) alike.pop();
    const close = alike.at(-1);
    if (run.index < end || !close || line[run.index - 1] === '\\') continue;
    end = close.index + close.length;
    spans.push([run.index, end]);
  }
  return spans;
}
