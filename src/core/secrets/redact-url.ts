import { masked, replaceSpans } from './mask.ts';
import type { Span } from './mask.ts';
import { isReference } from './redact-defaults.ts';

/** Masks the password of `scheme://user:password@host` and of `user:password@host`, and a token that stands for both. */
export function maskUserinfo(text: string): string {
  if (!text.includes('@')) return text;
  return maskBareUserinfo(replaceSpans(text, urlPasswords(text), masked));
}

function urlPasswords(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('//'); at !== -1; at = text.indexOf('//', at)) {
    const password = passwordAfter(text, at + 2);
    if (password !== undefined) spans.push(password);
    at = password?.end ?? at + 2;
  }
  return spans;
}

/** Where the password is behind `//`. A slash in it is only believed when the text before is no host and port. */
function passwordAfter(text: string, start: number): Span | undefined {
  const { colon, at, end } = authority(text, start);
  if (at === -1) return colon === -1 ? undefined : passwordWithSlash(text, { start: colon + 1, end });
  if (colon === -1 || colon > at) return isToken(text.slice(start, at)) ? { start, end: at } : undefined;
  return at === colon + 1 || isReference(text.slice(colon + 1, at))
    ? undefined
    : { start: colon + 1, end: at };
}

/** The first colon and the last `@` before the path, neither inside `${…}`. */
function authority(text: string, start: number): { colon: number; at: number; end: number } {
  let [colon, at, depth] = [-1, -1, 0];
  const limit = Math.min(text.length, start + LONGEST);
  for (let index = start; index < limit; index += 1) {
    const char = text[index] ?? '';
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (/[\s"'`<>]/.test(char) || (depth <= 0 && /[/?#]/.test(char))) return { colon, at, end: index };
    else if (depth <= 0 && char === ':' && colon === -1) colon = index;
    else if (depth <= 0 && char === '@') at = index;
  }
  return { colon, at, end: limit };
}

const LONGEST = 500;

function passwordWithSlash(text: string, { start, end }: Span): Span | undefined {
  if (!/[/?#]/.test(text[end] ?? '') || /^\d*$/.test(text.slice(start, end))) return undefined;
  const rest = /^[^\s"'`<>@]*@/.exec(text.slice(end, start + LONGEST));
  return rest === null ? undefined : { start, end: end + rest[0].length - 1 };
}

function isToken(user: string): boolean {
  return user.length >= 16 && /\d/.test(user) && /^[\w.~-]+$/.test(user);
}

/** `user:password@host` without a scheme, as some database drivers write it. An image with tag and digest is none. */
function maskBareUserinfo(text: string): string {
  return text.replace(
    /(?<![\w$/@:.{-])([\w.-]{1,64}:)([^\s@:/"'`•]{1,128})@(?=[\w(])(?!sha\d{3}:)/g,
    (whole: string, user: string, password: string) =>
      isReference(password) ? whole : `${user}${masked(password)}@`,
  );
}
