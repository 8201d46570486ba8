import { MASK, masked, replaceSpans } from './mask.ts';
import type { Span } from './mask.ts';
import { isReference } from './redact-defaults.ts';
import { isSecretName } from './secret-name.ts';

/** Masks the values of options, assignments and headers that carry a secret. `command` is what the text is part of. */
export function maskOptions(text: string, command = text): string {
  return maskShortOptions(replaceSpans(text, namedSecrets(text), masked), command);
}

const NAME =
  /(?<![\w.-])(-{0,2})([A-Za-z_][\w.-]{0,200})(["']?)([ \t]*=(?!=)[ \t]*|:[ \t]+|:(?=["'])|(?<=["']):|(?<=["']),\s*(?=["'])|\s+(?:\\\s+)?)?/g;

function namedSecrets(text: string): Span[] {
  const spans: Span[] = [];
  const name = new RegExp(NAME);
  for (let match = name.exec(text); match !== null; match = name.exec(text)) {
    const start = match.index + match[0].length;
    const end = secretEnd(text, { match, start });
    if (end <= start) continue;
    if (!isHarmless(text.slice(start, end))) spans.push({ start, end });
    name.lastIndex = end;
  }
  return spans;
}

/** Index after the secret that begins at `start`, or `start` when there is none. */
function secretEnd(text: string, { match, start }: { match: RegExpExecArray; start: number }): number {
  const [, dashes = '', name = '', , separator = ''] = match;
  if (/^(?:bearer|basic)$/i.test(name) && /^\s/.test(separator)) return tokenEnd(text, start);
  if (!isSecretName(name)) return start;
  if (separator.includes('=')) return valueEnd(text, start);
  if (separator.startsWith(':')) return quoteEnd(text, start) ?? lineEnd(text, start);
  const isFlag = dashes !== '' && separator !== '' && !/^["']?-/.test(text.slice(start, start + 2));
  return isFlag ? valueEnd(text, start) : start;
}

function tokenEnd(text: string, start: number): number {
  const token = /(?=[a-z.~+/_-]{0,60}[A-Z\d=])[\w.~+/=-]{8,}/y;
  token.lastIndex = start;
  return token.test(text) ? token.lastIndex : start;
}

/** A value of a shell word: quoted, or up to a blank, a quote or an operator. */
function valueEnd(text: string, start: number): number {
  const quoted = quoteEnd(text, start);
  if (quoted !== undefined) return quoted;
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === '\n') return index;
    if (char === '{' || char === '(') depth += 1;
    else if (depth > 0 && (char === '}' || char === ')')) depth -= 1;
    else if (depth <= 0 && /[\s"'`;&|)}\]]/.test(char)) return index;
  }
  return text.length;
}

function quoteEnd(text: string, start: number): number | undefined {
  const quote = text[start];
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\' && quote === '"') index += 1;
    else if (text[index] === quote) return index + 1;
  }
  return text.length;
}

function lineEnd(text: string, start: number): number {
  const end = /["'`\n]|$/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

function isHarmless(value: string): boolean {
  const bare = value
    .replace(/^["'`]|["'`]$/g, '')
    .trim()
    .replace(/^(?:bearer|basic|token)\s+/i, '');
  return (
    bare === '' ||
    bare.startsWith(MASK) ||
    /^(?:true|false|yes|no|on|off|null|none)$/i.test(bare) ||
    isReference(bare)
  );
}

/** What parts an option from its value: blanks, or the quotes and the comma of a list. */
const GAP = String.raw`(?:[ \t]+|["'],[ \t]*["'])`;

/** One-letter options mean a secret only in some programs. */
const SHORT_OPTIONS = [
  { program: /mysql|mariadb|mongo|sshpass|7z|smbclient|zip/, option: shortOption(`-p${GAP}?`) },
  { program: /redis|valkey|keydb|dragonfly/, option: shortOption(`-a${GAP}`) },
  { program: /ldap/, option: shortOption(`-w${GAP}`) },
  { program: /mosquitto/, option: shortOption(`-P${GAP}`) },
  {
    program: /curl|wget|http/,
    option: shortOption(String.raw`(?:-u|--user|--proxy-user)(?:=|${GAP})?(?:\\?["'])?[^\s:"'\`\\]{1,100}:`),
  },
  // Without a known program, `-p8080`, `-p/path` and words such as `-path` are no passwords.
  { program: /./, option: shortOption(String.raw`-p(?=[^\s\d/"'])(?![a-z]+(?:[\s=,"'/]|$))`) },
] as const;

function shortOption(flag: string): RegExp {
  return new RegExp(String.raw`(?<=^|[\s"'\`(,])(${flag}(?:\\?["'])?)([^\s"'\`\\,-][^\s"'\`\\]*)`, 'g');
}

function maskShortOptions(text: string, command: string): string {
  if (!text.includes('-')) return text;
  return SHORT_OPTIONS.filter(({ program }) => program.test(command)).reduce(
    (rest, { option }) =>
      rest.replace(option, (whole: string, flag: string, value: string) =>
        isHarmless(value) ? whole : flag + masked(value),
      ),
    text,
  );
}
