import { MASK, masked } from './mask.ts';
import { isOdd } from './odd-words.ts';

/** What was masked in one place and could stand in another too: the parts of `written` that `shown` no longer has. */
export function removedParts(written: string, shown: string): readonly string[] {
  const removed: string[] = [];
  let at = 0;
  for (const [index, kept] of shown.split(MASK).entries()) {
    const found = kept === '' && index > 0 ? written.length : written.indexOf(kept, at);
    if (found === -1) break;
    if (index > 0) removed.push(written.slice(at, found));
    at = found + kept.length;
  }
  return removed.map((part) => part.trim().replace(/^["']|["']$/g, '')).filter(isTelling);
}

/** A function that masks every repeat of these secrets in a text, for comments that name the password used below. */
export function maskRepeats(secrets: readonly string[]): (text: string) => string {
  const longestFirst = [...new Set(secrets)].sort((a, b) => b.length - a.length).slice(0, MOST);
  if (longestFirst.length === 0) return (text) => text;
  const any = new RegExp(longestFirst.map((secret) => RegExp.escape(secret)).join('|'), 'g');
  return (text) => text.replace(any, masked);
}

const MOST = 100;

/** Short and ordinary words would be masked in every other sentence. */
function isTelling(part: string): boolean {
  if (part.length < 6 || part.length > 200 || part.includes('\n')) return false;
  return /^\d+$/.test(part) || (isOdd(part) && !part.includes('/') && !/^\$\{?\w+\}?$/.test(part));
}
