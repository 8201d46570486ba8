import { CREDENTIAL_FORMATS } from './credential-formats.ts';
import type { CredentialFormat } from './credential-formats.ts';
import { replaceSpans } from './mask.ts';
import type { Span } from './mask.ts';
import { isPlaceholder } from './placeholder.ts';
import { privateKeys } from './private-keys.ts';

/** A credential that was found and masked; `what` names its kind in words. */
export type FoundCredential = Readonly<{ line: number; what: string }>;

/** Masks known formats of credentials in any text. The line count stays; documentation placeholders stay as they are. */
export function maskCredentials(text: string): { text: string; found: readonly FoundCredential[] } {
  const spans = credentialSpans(text);
  if (spans.length === 0) return { text, found: [] };
  return {
    text: replaceSpans(text, spans, (part, { what }) => blockMask(part, `•••• (${what})`)),
    found: places(text, spans),
  };
}

/** The same with a mask of the caller's choice, for texts whose place is known. */
export function maskCredentialsWith(text: string, mask: (secret: string) => string): string {
  const spans = credentialSpans(text);
  return spans.length === 0 ? text : replaceSpans(text, spans, mask);
}

type CredentialSpan = Span & Readonly<{ what: string }>;

function credentialSpans(text: string): readonly CredentialSpan[] {
  if (!HINTS.test(text)) return [];
  const formats = CREDENTIAL_FORMATS.filter(({ hint }) => hint.test(text));
  return withoutOverlap([...formats.flatMap((format) => matches(text, format)), ...privateKeys(text)]);
}

function matches(text: string, { what, pattern, accept }: CredentialFormat): readonly CredentialSpan[] {
  const spans: CredentialSpan[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match.groups?.['secret'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(secret);
    const isReal = accept ? accept(secret, match) : !isPlaceholder(secret);
    if (isReal) spans.push({ start, end: start + secret.length, what });
  }
  return spans;
}

function withoutOverlap(spans: readonly CredentialSpan[]): readonly CredentialSpan[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** One pass over the text that decides whether any format is worth a try. */
const HINTS = new RegExp([...CREDENTIAL_FORMATS.map(({ hint }) => hint.source), '-----BEGIN'].join('|'));

/** The first line says what it was; further lines keep their indentation and quote marks. */
function blockMask(part: string, first: string): string {
  const [, ...rest] = part.split('\n');
  return [
    first,
    ...rest.map((line) => `${/^[ \t>#*]*/.exec(line)?.[0] ?? ''}••••${line.endsWith('\r') ? '\r' : ''}`),
  ].join('\n');
}

function places(text: string, spans: readonly CredentialSpan[]): readonly FoundCredential[] {
  let line = 1;
  let next = text.indexOf('\n');
  return spans.map(({ start, what }) => {
    for (; next !== -1 && next < start; next = text.indexOf('\n', next + 1)) line += 1;
    return { line, what };
  });
}
