import type { Id } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';

/** The page that shows a file of the lab, by path. */
export type PageLookup = (path: string) => Readonly<{ id: Id; url: string; parsed: ParsedPage }> | undefined;

/**
 * The id in `page` that a link's `#hash` means: exact, then as forges and other generators write it
 * (`user-content-`, upper case, other marks between the words), then a heading's own text.
 */
export function findAnchor(page: ParsedPage, hash: string): string | undefined {
  const ids = [...page.headings.map(({ id }) => id), ...page.anchors];
  const wanted = hash.replace(/^user-content-/, '');
  if (ids.includes(wanted)) return wanted;
  const letters = lettersOf(wanted);
  if (letters === '') return undefined;
  return (
    ids.find((id) => lettersOf(id) === letters) ??
    page.headings.find(({ text }) => lettersOf(text) === letters)?.id
  );
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
