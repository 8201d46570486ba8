import type { Span } from './mask.ts';
import { isPlaceholder } from './placeholder.ts';

/** Every private key in PEM, OpenSSH or PGP armour, from its first line to its last; one cut short ends where base64 ends. */
export function* privateKeys(text: string): Generator<Span & Readonly<{ what: string }>> {
  const begin = /-----BEGIN ([A-Z0-9 ]{0,40}?)PRIVATE KEY(?: BLOCK)?-----/g;
  let [end, length] = [0, 0];
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const body = begin.lastIndex;
    if (end !== -1 && end < body) {
      const closing = nextEnd(text, body);
      [end, length] = [closing.index, closing.length];
    }
    const isClosed = end !== -1 && end - body < LONGEST_KEY && !text.slice(body, end).includes('-----BEGIN');
    const stop = isClosed ? end + length : base64End(text, body);
    if (!isRealKey(text.slice(body, stop))) continue;
    yield { start: match.index, end: stop, what: `${kind(match[1] ?? '')}private key` };
    begin.lastIndex = stop;
  }
}

/** A 16,384-bit RSA key in PGP armour stays below this. */
const LONGEST_KEY = 64_000;

function nextEnd(text: string, from: number): { index: number; length: number } {
  const closing = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match === null ? { index: -1, length: 0 } : { index: match.index, length: match[0].length };
}

/** Index after the last line, from `from` on, that could be part of an armoured body. */
function base64End(text: string, from: number): number {
  const line =
    /[^\S\n]*(?:[>#*|][ \t]*)?["']?(?:[\w-]{1,20}: [^\n]{1,100}|[A-Za-z0-9+/=\\]{0,8000})["',]*[^\S\n]*(?:\n|$)/y;
  let end = from;
  for (line.lastIndex = from; end - from < LONGEST_KEY && line.test(text) && line.lastIndex > end;)
    end = line.lastIndex;
  return end > from && text[end - 1] === '\n' ? end - 1 : end;
}

function isRealKey(body: string): boolean {
  return (body.match(/[A-Za-z0-9+/]{40,}/g) ?? []).some(
    (run) => !isPlaceholder(run.slice(0, 64)) || run.length > 200,
  );
}

function kind(label: string): string {
  const word = label.trim();
  if (word === '' || word === 'ENCRYPTED') return '';
  return word === 'OPENSSH' ? 'OpenSSH ' : `${word} `;
}
