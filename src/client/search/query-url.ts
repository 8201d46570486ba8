import { FILTERS, type Filter } from '../../core/search/filters.ts';
import type { Query } from './find.ts';

/** What the address of the search page asks for. */
export function queryIn(search: string): Query {
  const said = new URLSearchParams(search);
  const filters: Partial<Record<Filter, string>> = {};
  for (const filter of FILTERS) {
    const value = said.get(filter);
    if (value) filters[filter] = value;
  }
  return { text: said.get('q') ?? '', filters };
}

/** The query as it stands in an address, from `?` on; '' when nothing is asked. */
export function queryString({ text, filters }: Query): string {
  const said = new URLSearchParams();
  if (text !== '') said.set('q', text);
  for (const filter of FILTERS) {
    const value = filters[filter];
    if (value !== undefined) said.set(filter, value);
  }
  return said.size === 0 ? '' : `?${said}`;
}
