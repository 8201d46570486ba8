import { codeSpans, proseReader } from './prose-lines.ts';

/**
 * The text without the comments of Obsidian (`%%for me alone%%`), which may go over many lines when they begin one. Lines
 * stay where they are. One that never closes hides nothing, and in code and diagrams there are none.
 */
export function withoutHiddenComments(text: string): string {
  if (!text.includes(MARK)) return text;
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.includes(MARK));
  const read = proseReader();
  let isOpen = false;
  let inDiagram = false;
  const shown = lines.map((line, index) => {
    if (index > last) return line;
    const cut = isOpen ? afterComment(line) : { text: line, from: 0 };
    if (cut === undefined) return marginOf(line);
    isOpen = false;
    if (inDiagram ? DIAGRAM_ENDS.test(line) : DIAGRAM.test(line)) inDiagram = !inDiagram;
    if (inDiagram) return line;
    if (read(cut.text) !== 'prose' || !cut.text.includes(MARK, cut.from)) return cut.text;
    const { kept, open } = withoutShort(cut.text, cut.from);
    if (open === undefined) return kept;
    const closes = isStart(kept.slice(0, open)) ? index < last : closesInParagraph(lines, index + 1);
    if (!closes) return kept;
    isOpen = true;
    return kept.slice(0, open);
  });
  return shown.join('\n');
}

const MARK = '%%';

/** Mermaid outside a fence, as Hugo and others have it. There the marks begin a remark that ends with its line. */
const DIAGRAM = /^\s{0,20}(?:\{\{[<%]|:{3,}|<(?:div|pre)\s[^>]{0,200}["'=])\s{0,20}mermaid\b/i;
const DIAGRAM_ENDS = /^\s{0,20}(?:\{\{[<%]\s{0,20}\/|:{3,}\s*$|<\/(?:div|pre)>)/i;

/** The rest of a line in which an open comment ends, behind its margin. */
function afterComment(line: string): { text: string; from: number } | undefined {
  const close = line.indexOf(MARK);
  if (close < 0) return undefined;
  const margin = marginOf(line);
  return { text: margin + line.slice(close + MARK.length), from: margin.length };
}

/** A line without the comments that begin and end in it, and where one is still open. */
function withoutShort(line: string, from: number): { kept: string; open?: number } {
  let kept = line.slice(0, from);
  let at = from;
  const spans = codeSpans(line).toReversed();
  for (;;) {
    const mark = line.indexOf(MARK, at);
    if (mark < 0) return { kept: kept + line.slice(at) };
    while ((spans.at(-1)?.[1] ?? Infinity) <= mark) spans.pop();
    const [start, end] = spans.at(-1) ?? [Infinity, 0];
    const isPlain = mark < start && line[mark - 1] !== '\\';
    const skipped = mark >= start ? end : isPlain ? mark : mark + MARK.length;
    kept += line.slice(at, skipped);
    at = skipped;
    if (!isPlain) continue;
    const close = line.indexOf(MARK, mark + MARK.length);
    if (close < 0) return { kept: kept + line.slice(mark), open: kept.length };
    at = close + MARK.length;
  }
}

const marginOf = (line: string): string => /^[\s>]*/.exec(line)?.[0] ?? '';

/** Nothing before it but the margin and the mark of a list. */
const isStart = (before: string): boolean => /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)?$/.test(before);

function closesInParagraph(lines: readonly string[], from: number): boolean {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.includes(MARK)) return true;
    if (marginOf(line) === line) return false;
  }
  return false;
}
