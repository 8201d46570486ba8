import type { Id, Page, Relation, Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { isOpen } from './page-view.ts';
import { dayOf } from './related.ts';
import { serviceRow, type Row } from './rows.ts';

/** A service as home shows it: whether it is broken, what failed last, and what to read. */
export type Standing = Readonly<{
  row: Row;
  /** The open incident, or else the last failure that has a day. */
  failure: Readonly<{ title: string; url: string; date: string; open: boolean }> | undefined;
  runbooks: readonly Readonly<{ title: string; url: string }>[];
}>;

/** What is broken now stands first, then what the household relies on; the others by title. Private pages are in none. */
export function standings(index: LabIndex, services: readonly Service[]): Standing[] {
  const all = services.map((service) => ({ service, standing: standingOf(index, service) }));
  return sortedBy(all, ({ service: { title, id, data }, standing: { failure } }) => [
    failure?.open ? '0' : '1',
    data['household'] === true ? '0' : '1',
    sortKey(title),
    id,
  ]).map(({ standing }) => standing);
}

function standingOf(index: LabIndex, service: Service): Standing {
  const failures = sortedBy(pagesTo(index, service.id, 'broke'), (page) => [
    isOpen(page) ? '0' : '1',
    newestFirst(dayOf(page)),
    page.path,
  ]);
  const failure = failures.find((page) => dayOf(page) !== undefined);
  return {
    row: serviceRow(index, service),
    failure: failure && {
      title: failure.title,
      url: failure.url,
      date: dayOf(failure) ?? '',
      open: isOpen(failure),
    },
    runbooks: pagesTo(index, service.id, 'covers').map(({ title, url }) => ({ title, url })),
  };
}

function pagesTo(index: LabIndex, id: Id, wanted: Relation): Page[] {
  const pages = (index.to.get(id) ?? []).flatMap(({ relation, from }) =>
    relation === wanted ? (index.pages.get(from) ?? []) : [],
  );
  return [...new Set(pages)].filter((page) => !page.private);
}
