/** What stands where a secret stood. */
export const MASK = '•••';

/** A mask in place of `secret` that has as many lines. */
export function masked(secret: string): string {
  return MASK + secret.replace(/[^\n]+/g, '');
}

/** Part of a text: `end` is the index after its last character. */
export type Span = Readonly<{ start: number; end: number }>;

/** The text with `replace(part)` in place of every span; a span that begins inside an earlier one is left out. */
export function replaceSpans<S extends Span>(
  text: string,
  spans: readonly S[],
  replace: (part: string, span: S) => string,
): string {
  const pieces: string[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < at) continue;
    pieces.push(text.slice(at, span.start), replace(text.slice(span.start, span.end), span));
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
