import { maskCredentials } from '../secrets/credentials.ts';
import { widthOf } from './character-width.ts';
import type { Lines } from './model.ts';

/** The lines of a label as an author wrote it: markup and icons left out, entities read, long lines broken at `width`. */
export const linesOf = (source: string, width = 200): Lines => wrapped(plainText(source), width);

/** Breaks at spaces, and inside a word only when it is far too long. */
export const wrapped = (text: string, width: number): Lines => {
  const lines = text.split('\n').flatMap((line) => wrapLine(line.trim(), width));
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  while (lines.length > 1 && lines[0] === '') lines.shift();
  return lines;
};

/** Without markup a text may say what it did not say before, so the net for credentials is spread once more. */
export function plainText(source: string): string {
  const text = withoutMarkup(source.trim());
  return text === source ? text : maskCredentials(text).text;
}

function withoutMarkup(text: string): string {
  const markdown = /^`([\s\S]*)`$/.exec(text)?.[1];
  return (markdown === undefined ? text : withoutMarks(markdown))
    .replaceAll(/<br[ \t]{0,4}\/?>|\\n/gi, '\n')
    .replaceAll(TAG, '')
    .replaceAll(/\bfa[a-z]{0,2}:fa-[\w-]{1,60} ?/g, '')
    .replaceAll(/[#&](#?\w{1,10});/g, decoded)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' ? '\n' : ''));
}

const TAG =
  /<\/?(?:b|i|u|s|em|strong|small|big|code|kbd|tt|sub|sup|span|div|p|center|font|pre|mark|del|ins|h[1-6]|a|li|ul|ol)(?:\s[^<>]{0,400})?\/?>/gi;

const withoutMarks = (markdown: string): string =>
  markdown
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]{1,400}?)\1/g, '$2')
    .replaceAll(/\*(?=\S)([^*\n]{1,400}?)\*/g, '$1')
    .replaceAll(/(?<![\w])_(?=\S)([^_\n]{1,400}?)_(?!\w)/g, '$1');

function decoded(whole: string, name: string): string {
  const number = /^#?(\d{1,7})$/.exec(name)?.[1] ?? '';
  const hexadecimal = /^#x([\da-f]{1,6})$/i.exec(name)?.[1] ?? '';
  const code = number === '' ? Number.parseInt(hexadecimal, 16) : Number(number);
  if (code > 31 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES.get(name) ?? whole;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['bull', '•'],
  ['check', '✓'],
  ['colon', ':'],
  ['comma', ','],
  ['copy', '©'],
  ['darr', '↓'],
  ['deg', '°'],
  ['equals', '='],
  ['ge', '≥'],
  ['gt', '>'],
  ['harr', '↔'],
  ['hearts', '♥'],
  ['hellip', '…'],
  ['infin', '∞'],
  ['larr', '←'],
  ['laquo', '«'],
  ['lbrace', '{'],
  ['le', '≤'],
  ['lpar', '('],
  ['lt', '<'],
  ['mdash', '—'],
  ['middot', '·'],
  ['minus', '−'],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['ne', '≠'],
  ['num', '#'],
  ['plus', '+'],
  ['quot', '"'],
  ['raquo', '»'],
  ['rarr', '→'],
  ['rbrace', '}'],
  ['rpar', ')'],
  ['semi', ';'],
  ['star', '☆'],
  ['times', '×'],
  ['uarr', '↑'],
]);

function wrapLine(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of piecesOf(line, width)) {
    const longer = current + word;
    if (current !== '' && widthOf(longer.trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = word;
    } else current = longer;
  }
  return [...lines, current.trimEnd()];
}

/** What may stand on a line of its own: words, and each character of writing that has no spaces. */
const piecesOf = (line: string, width: number): string[] =>
  (line.match(PIECE) ?? []).flatMap((piece) => {
    if (widthOf(piece) <= width * 1.5) return [piece];
    return piece.split(/(?<=[/,._=&?-])/).flatMap((part) => part.match(/.{1,24}/gsu) ?? []);
  });

const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]+\s*/gu;
