import { baseName, folderOf } from '../paths.ts';
import type { Id, Page } from '../model/lab.ts';
import { dayOf } from './relations.ts';

/**
 * What texts are sorted by: without accents and case, numbers by their size. Its own instead of `Intl.Collator`, whose
 * order depends on the ICU that a Node was built with, and so would the bytes of a site.
 */
export const sortKey = (text: string): string =>
  text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(PADDED, '0'))
    .trimStart();

/** By the keys that `keysOf` gives for each item, the first that differs; each is asked for once. */
export function sortedBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[] {
  return items
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ item }) => item);
}

/** A date as a key that sorts the newest first; what has none comes last. */
export const newestFirst = (date: string | undefined): string =>
  date === undefined ? '~' : date.replace(/\d/g, (digit) => String(9 - Number(digit)));

export type Neighbour = Readonly<{ title: string; url: string }>;
export type Neighbours = Readonly<{ previous?: Neighbour; next?: Neighbour }>;

/**
 * The pages before and after each, where there is an order: postmortems and drills by date, runbooks within their folder,
 * numbered notes, such as decision records, within theirs. A private page is nobody's neighbour.
 */
export function neighboursOf(pages: readonly Page[]): ReadonlyMap<Id, Neighbours> {
  const rows = Map.groupBy(
    pages.filter((page) => !page.private && rowOf(page) !== ''),
    rowOf,
  );
  const neighbours = new Map<Id, Neighbours>();
  for (const row of rows.values()) {
    const sorted = sortedBy(row, (page) => [...keysIn(page), page.path]);
    for (const [at, page] of sorted.entries()) {
      const [previous, next] = [sorted[at - 1], sorted[at + 1]];
      if (previous ?? next)
        neighbours.set(page.id, {
          ...(previous && { previous: briefly(previous) }),
          ...(next && { next: briefly(next) }),
        });
    }
  }
  return neighbours;
}

/** The row that a page stands in; '' for none. */
function rowOf(page: Page): string {
  const { kind, path } = page;
  if (ofFolder(page)) return '';
  if (kind === 'postmortem' || kind === 'drill') return dayOf(page) === undefined ? '' : kind;
  if (kind === 'runbook') return `runbook ${folderOf(path)}`;
  return kind === 'note' && NUMBERED.test(baseName(path)) ? `note ${folderOf(path)}` : '';
}

const keysIn = (page: Page): readonly string[] => {
  if (page.kind === 'note') return [sortKey(baseName(page.path))];
  return page.kind === 'runbook' ? [sortKey(page.title)] : [dayOf(page) ?? ''];
};

/** The page of a whole list. */
const ofFolder = ({ url }: Page): boolean => url.split('/').length < 4;

const briefly = ({ title, url }: Page): Neighbour => ({ title, url });

/** `0001-one-repository.md`, `12_dns.md`; no date. */
const NUMBERED = /^\d{2,5}[-_. ](?!\d{2}[-_.])/;
const LONGEST = 200;
const PADDED = 12;

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
