import { withoutLabel } from '../lab/title-label.ts';
import type { Id, Page } from '../model/lab.ts';
import type { Heading } from '../model/parsed.ts';

/** Files that share a URL stand on it one after the other: ids that an earlier one has are others in a later one. */
export type SharedAnchors = ReadonlyMap<Id, SharedIds>;

type SharedIds = Readonly<{ position: number; ids: ReadonlyMap<string, string> }>;

/** `groups` are the pages of each URL that shows several, in their order. The first page of each keeps its ids. */
export function sharedAnchors(groups: readonly (readonly Page[])[]): SharedAnchors {
  return new Map(groups.flatMap(laterPages));
}

function laterPages(pages: readonly Page[]): [Id, SharedIds][] {
  const taken = new Set<string>();
  const idsOf = ({ parsed }: Page): ReadonlyMap<string, string> =>
    new Map(
      [...parsed.headings.map(({ id }) => id), ...parsed.anchors].flatMap((id) => {
        const own = free(id, taken);
        taken.add(own);
        return own === id ? [] : [[id, own]];
      }),
    );
  const ids = pages.map(idsOf);
  return pages
    .slice(1)
    .map(({ id }, index) => [id, { position: index + 2, ids: ids[index + 1] ?? new Map() }]);
}

/** The heading that is a page's title: the page's header shows it, so its body does not. */
export function titleHeading({ title, parsed }: Page): Heading | undefined {
  const [first] = parsed.headings;
  if (first?.depth !== 1) return undefined;
  return lettersOf(withoutLabel(first.text)) === lettersOf(withoutLabel(title)) ? first : undefined;
}

/** `KubePodCrashLooping` and "Kube Pod Crash Looping" are one title. */
const lettersOf = (title: string): string => title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '') || title;

/** What a heading's or anchor's `id` in `page` is where the page is shown; '' is the top. */
export function anchorOf(shared: SharedAnchors, page: Page, id: string): string {
  if (titleHeading(page)?.id === id) return '';
  return shared.get(page.id)?.ids.get(id) ?? id;
}

/** The body of `page` with its ids, and its footnotes' links to each other, as they are where the page is shown. */
export function withSharedAnchors(shared: SharedAnchors, page: Page, html: string): string {
  const own = shared.get(page.id);
  if (!own) return html;
  const footnotes = html.replace(
    FOOTNOTE,
    (_, before: string, id: string) => `${before}${own.position}-${id}`,
  );
  if (own.ids.size === 0) return footnotes;
  return footnotes.replace(ID, (whole, before: string, id: string) => {
    const renamed = own.ids.get(id);
    return renamed === undefined ? whole : `${before}${renamed}"`;
  });
}

const FOOTNOTE = /( (?:id|href)="#?)(user-content-fn(?:ref)?-)/g;
const ID = /( id=")([^"<>&]*)"/g;

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(name)) return name;
  }
}
