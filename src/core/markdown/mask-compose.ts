import { looksLikeCompose } from '../compose/looks-like-compose.ts';
import { redactComposeText } from '../secrets/redact-compose.ts';

/**
 * A Markdown text as it stands, lines kept, with the values of compose files in it masked, whether they stand in a fence,
 * in indented code, in raw HTML or in no block at all. For texts that are shown without being parsed: it takes too much for
 * a compose file rather than too little.
 */
export function maskComposeIn(text: string): string {
  if (!/services|include/.test(text)) return text;
  return maskRuns(maskFences(text.split('\n'))).join('\n');
}

type Fence = Readonly<{ mark: string; width: number; lines: string[] }>;

function maskFences(lines: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let fence: Fence | undefined;
  for (const line of lines) {
    const [, before = '', mark] = OPENING.exec(line.slice(0, LONGEST)) ?? [];
    if (fence && !mark?.startsWith(fence.mark)) {
      fence.lines.push(line);
      continue;
    }
    if (fence) shown.push(...masked(fence.lines, fence.width));
    fence = !fence && mark !== undefined ? { mark, width: before.length, lines: [] } : undefined;
    shown.push(line);
  }
  return [...shown, ...(fence ? masked(fence.lines, fence.width) : [])];
}

const LONGEST = 500;
const OPENING = /^([\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+[\s>]*)*)(`{3,}|~{3,})/;

/** Lines around a `services:` that could be YAML at its margin, in a fence or not. */
function maskRuns(lines: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    const margin = SERVICES.exec(lines[at]?.slice(0, LONGEST) ?? '')?.[1];
    if (at < from || margin === undefined) continue;
    let start = at;
    while (start > from && belongs(lines[start - 1] ?? '', margin)) start -= 1;
    let end = at + 1;
    while (end < lines.length && belongs(lines[end] ?? '', margin)) end += 1;
    shown.push(...lines.slice(from, start), ...masked(lines.slice(start, end), margin.length));
    from = end;
  }
  return [...shown, ...lines.slice(from)];
}

const SERVICES = /^([\s>]*)["']?services["']?\s*:/;

/** Deeper than the margin, blank, a comment, or another key at the margin. */
function belongs(line: string, margin: string): boolean {
  if (line.replaceAll('>', '').trim() === '') return true;
  return (
    line.startsWith(margin) && /^(?:\s|#|-\s|["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line.slice(margin.length))
  );
}

/** Indents and marks of quotes before a compose text are no part of it. */
function masked(lines: readonly string[], width: number): readonly string[] {
  const margins = lines.map((line) => /^[\s>]*/.exec(line.slice(0, width))?.[0] ?? '');
  const code = lines.map((line, index) => line.slice(margins[index]?.length ?? 0)).join('\n');
  if (!looksLikeCompose(code)) return lines;
  const shown = redactComposeText(code).split('\n');
  return lines.map((line, index) =>
    shown[index] === undefined ? line : `${margins[index] ?? ''}${shown[index]}`,
  );
}
