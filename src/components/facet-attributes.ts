import type { Facet, Facets } from '../core/views/rows.ts';

/**
 * Values of a row for those facets that its list is narrowed by, as `data-service="dns/pihole|dns/unbound"`. Its mode, which
 * is what it looks like, it says anyway.
 */
export const facetAttributes = (values: Facets, facets: readonly Facet[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    facets.flatMap((facet) => {
      const own = values[facet] ?? [];
      return facet === 'mode' || own.length === 0 ? [] : [[`data-${facet}`, own.map(withoutBar).join('|')]];
    }),
  );

/** A value as it stands in an attribute, an option and an address. */
export const withoutBar = (value: string): string => value.replaceAll('|', ' ');
