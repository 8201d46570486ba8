import { FILTERS, type Filter } from '../../core/search/filters.ts';
import { modeTexts, searchTexts } from '../../site/texts.ts';
import type { Query } from './find.ts';
import { element, kindText } from './show-result.ts';

export type FilterControls = Readonly<{
  element: HTMLElement;
  /** What is chosen. */
  chosen: () => Query['filters'];
  choose: (filters: Query['filters']) => void;
  /** Offers the values that the lab has. */
  offer: (values: Readonly<Record<string, readonly string[]>>) => void;
}>;

/** A native list for each filter. One that has no values is not shown. */
export function filterControls(): FilterControls {
  const group = element('div', '', 'filters');
  group.role = 'group';
  group.ariaLabel = searchTexts.narrow;
  const selects = new Map<Filter, HTMLSelectElement>();
  for (const filter of FILTERS) {
    const label = element('label', searchTexts.filters[filter]);
    const select = element('select', '');
    select.name = filter;
    select.append(new Option(searchTexts.any, ''));
    label.hidden = true;
    label.append(select);
    group.append(label);
    selects.set(filter, select);
  }
  const add = (filter: Filter, value: string) => {
    const select = selects.get(filter);
    if (!select || [...select.options].some((option) => option.value === value)) return;
    select.append(new Option(valueText(filter, value), value));
    if (select.parentElement) select.parentElement.hidden = false;
  };
  return {
    element: group,
    chosen: () =>
      Object.fromEntries(
        [...selects].flatMap(([filter, { value }]) => (value === '' ? [] : [[filter, value]])),
      ),
    choose: (filters) => {
      for (const [filter, select] of selects) {
        const value = filters[filter] ?? '';
        // An address may ask for what the lab does not have, or not yet.
        if (value !== '') add(filter, value);
        select.value = value;
      }
    },
    offer: (values) => {
      for (const filter of FILTERS) {
        const sorted = values[filter] ?? [];
        for (const value of filter === 'year' ? sorted.toReversed() : sorted) add(filter, value);
      }
    },
  };
}

function valueText(filter: Filter, value: string): string {
  if (filter === 'kind') return kindText(value, 'many');
  if (filter === 'mode' && (value === 'production' || value === 'sandbox')) return modeTexts[value];
  return value;
}
