import { stripVTControlCharacters } from 'node:util';

/**
 * `text` on one line, safe to print: no escape sequences, no control characters, and none of the invisible ones that
 * reorder what a person sees. A lab is written by others, and a terminal obeys what it is sent.
 */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

/** Like `printableLine`, for text in which line breaks and indentation mean something. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(unsafe, '').toWellFormed();
}

/** JSON in which nothing of `printable`'s concern is left unescaped; the values stay what they are. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafe, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

// Line and paragraph separators count too: some terminals and editors break lines at them.
const unsafe = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
