/**
 * Where a line-by-line reader stands: in a fence, in raw HTML (in which there are no fences), or in neither. `sure` when
 * the parser can't see it in another way.
 */
export type FenceState = Readonly<
  | { in: 'text'; blank: boolean }
  | { in: 'fence'; mark: string; indent: number; line: number }
  | { in: 'html'; ends: RegExp; sure: boolean }
>;

export const AT_START: FenceState = { in: 'text', blank: true };

/**
 * The state after a line. Careful rather than complete: it takes text for a fence only where the parser does so too, so
 * fences in quotes are text here.
 */
export function afterLine(line: string, state: FenceState, number: number): FenceState {
  const start = line.slice(0, LONGEST_START);
  const text: FenceState = { in: 'text', blank: line.trim() === '' };
  if (state.in === 'html') return state.ends.test(line) ? text : state;
  if (state.in === 'fence') {
    const indent = indentOf(start);
    if (text.blank) return state;
    if (indent < state.indent) return afterLine(line, text, number);
    const closes = new RegExp(`^\\s*${state.mark}+\\s*$`).test(start) && indent < state.indent + 4;
    return closes ? text : state;
  }
  const [, before = '', mark] = OPENING.exec(start) ?? [];
  if (mark !== undefined) return { in: 'fence', mark, indent: before.length, line: number };
  const html = /^ {0,3}<(?=[a-z/!?])/i.test(start) ? htmlFrom(start) : undefined;
  if (!html || html.ends.test(line.slice(html.from))) return text;
  return { in: 'html', ends: html.ends, sure: state.blank && line.startsWith('<') };
}

const LONGEST_START = 2000;

const OPENING = /^(\s{0,40}(?:(?:[-+*]|\d{1,9}[.)])\s{1,4}){0,8})(`{3,}(?=[^`]*$)|~{3,})/;

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** What ends a block of raw HTML: its own end, or a blank line. */
function htmlFrom(line: string): { ends: RegExp; from: number } {
  const start = line.trimStart().toLowerCase();
  if (start.startsWith('<!--')) return { ends: /-->/, from: 4 };
  if (start.startsWith('<?')) return { ends: /\?>/, from: 2 };
  if (start.startsWith('<![')) return { ends: /\]\]>/, from: 3 };
  if (start.startsWith('<!')) return { ends: />/, from: 2 };
  if (/^<(script|pre|style|textarea)[\s>]/.test(start))
    return { ends: /<\/(script|pre|style|textarea)>/i, from: 4 };
  return { ends: /^\s*$/, from: 0 };
}
