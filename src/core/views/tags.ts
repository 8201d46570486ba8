import { assignUrls, urlOf } from '../lab/urls.ts';
import type { PageData } from '../model/lab.ts';
import type { Place } from './lab-index.ts';
import { sortedBy, sortKey } from './order.ts';

/** A tag and the addresses of what has it. Spellings that differ only in case are one tag. */
export type Tag = Readonly<{ name: string; url: string; places: readonly string[] }>;

/** Tags by key. What is private has none: only its own page and its list name it. */
export function tagsOf(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Tag> {
  const found = [...places].flatMap(([url, place]) =>
    [...new Set(dataOf(place).flatMap(tagsIn))].map((name) => ({ name, url })),
  );
  const byKey = Map.groupBy(found, ({ name }) => tagKey(name));
  const { urls } = assignUrls(new Map([...byKey.keys()].map((key) => [key, urlOf('tags', key)])));
  const sorted = sortedBy([...byKey], ([key]) => [sortKey(key), key]);
  return new Map(
    sorted.map(([key, uses]) => [
      key,
      {
        name: mostUsed(uses.map(({ name }) => name)),
        url: urls.get(key) ?? '/tags/',
        places: [...new Set(uses.map(({ url }) => url))].sort(),
      },
    ]),
  );
}

/** What gathers pages, and what leads to a single one; where nothing gathers, or little is single, they stay together. */
export function tagsByUse(tags: readonly Tag[]): Readonly<{ often: readonly Tag[]; once: readonly Tag[] }> {
  const { often = [], once = [] } = Object.groupBy(tags, ({ places }) =>
    places.length > 1 ? 'often' : 'once',
  );
  return often.length === 0 || once.length <= FEW ? { often: tags, once: [] } : { often, once };
}

/** Tags as they are written, without the `#` that some tools want. */
export function tagsIn({ tags }: PageData): string[] {
  return [tags].flat().flatMap((tag) => {
    const name = typeof tag === 'string' ? tag.replace(/^[#\s]+|\s+$/g, '').slice(0, LONGEST) : '';
    return name === '' ? [] : [name];
  });
}

/** What a tag is known by, whatever its case. */
export const tagKey = (tag: string): string => tag.toWellFormed().normalize('NFC').toLowerCase();

const LONGEST = 100;
/** As many as need no folding. */
const FEW = 8;

function dataOf(place: Place): readonly PageData[] {
  switch (place.type) {
    case 'page':
      return place.page.private ? [] : [place.page.data];
    case 'service':
      return place.service.private ? [] : [place.service.data];
    case 'project':
      return place.pages.flatMap((page) => (page.private ? [] : [page.data]));
  }
}

/** The spelling that most use; of equals the first by code point. */
function mostUsed(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, uses]) => ({
    name,
    count: uses.length,
  }));
  return counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))[0]?.name ?? '';
}
