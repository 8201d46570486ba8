import { MASK } from './mask.ts';

/** Masks words that mix letters and digits: beside a secret, they are more likely one than not. */
export function maskOddWords(text: string): string {
  return text.replace(/[^\s"'`,;()]{6,}/g, (word) => (isOdd(word) ? MASK : word));
}

/** Whether a word mixes letters and digits as a password may, and is no name, version, size or address. */
export function isOdd(word: string): boolean {
  if (/^https?:\/\//.test(word) || /^[\w.-]*=•••$/.test(word) || HARMLESS.test(word)) return false;
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+:?$/.test(word)) return false;
  return /\d/.test(word) && /[A-Za-z]/.test(word);
}

const HARMLESS =
  /^(?:-{0,2}(?:base\d+|sha\d+|bcrypt|argon2\w?|utf-?\d+|ipv[46]|x86_64|amd64|arm64)|v?\d+(?:\.\d+)+[\w.-]{0,8}|\d+[a-z]{1,6})$/i;
