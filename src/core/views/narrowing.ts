import { sortedBy, sortKey } from './order.ts';
import { FACETS, type Facet, type Facets } from './rows.ts';

/** One way to narrow a list, with the values that its rows have. */
export type Narrowing = Readonly<{ facet: Facet; values: readonly string[] }>;

/** How a list of these rows can be narrowed; a short one is read as fast. */
export function narrowingsOf(rows: readonly Readonly<{ facets: Facets }>[]): Narrowing[] {
  if (rows.length <= FEW) return [];
  return FACETS.flatMap((facet) => {
    const having = rows.filter(({ facets }) => (facets[facet]?.length ?? 0) > 0);
    const values = [...new Set(having.flatMap(({ facets }) => facets[facet] ?? []))];
    // A value that all rows have tells them apart no better than none.
    if (values.length === 0 || (values.length === 1 && having.length === rows.length)) return [];
    const sorted = sortedBy(values, (value) => [sortKey(value), value]).slice(0, MOST);
    return [{ facet, values: facet === 'year' ? sorted.toReversed() : sorted }];
  });
}

export const FEW = 8;
const MOST = 500;
