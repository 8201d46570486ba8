import { KIND_FOLDER } from '../lab/urls.ts';
import { KINDS, type Kind, type Lab } from '../model/lab.ts';

export type Counted = Readonly<{ kind: Kind; count: number; url: string }>;

/** How many pages each kind has, in the order of the kinds; a kind without any has no list and is left out. */
export function census({ pages, services }: Lab): Counted[] {
  const lists = new Set(KINDS.map((kind) => `/${KIND_FOLDER[kind]}/`));
  const counts = new Map<Kind, number>([['service', services.length]]);
  for (const { kind, url } of pages)
    if (kind !== 'service' && !lists.has(url)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const introduced = new Set(pages.map(({ url }) => url));
  return KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    const url = `/${KIND_FOLDER[kind]}/`;
    return count > 0 || introduced.has(url) ? [{ kind, count, url }] : [];
  });
}
