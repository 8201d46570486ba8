import type { Place } from '../model/finding.ts';
import type { Page } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { sortedBy } from './order.ts';
import { dayOf } from './relations.ts';
import { pageRow, type Facets } from './rows.ts';

/** Something that a postmortem or drill says is to be done. */
export type ActionItem = Readonly<{
  text: string;
  done: boolean;
  owner: string | undefined;
  type: string | undefined;
  due: string | undefined;
  from: Readonly<{ title: string; url: string; date: string | undefined }>;
  place: Place;
  facets: Facets;
}>;

export type ActionsView = Readonly<{ open: readonly ActionItem[]; done: readonly ActionItem[] }>;

/** All actions of postmortems and drills: what has waited longest first; what is done, the last done first. */
export function actionsView(index: LabIndex): ActionsView {
  const all = index.lab.pages.filter(isAsked).flatMap((page) => itemsOf(index, page));
  const oldestFirst = sortedBy(all, ({ from, place }) => [
    from.date ?? '~',
    place.path,
    String(place.line).padStart(7, '0'),
  ]);
  return {
    open: oldestFirst.filter(({ done }) => !done),
    done: oldestFirst.filter(({ done }) => done).toReversed(),
  };
}

/** Actions by the page that asks for them, in the order of the first of each. */
export const actionsByPage = (items: readonly ActionItem[]): [ActionItem['from'], readonly ActionItem[]][] =>
  [...Map.groupBy(items, ({ from }) => from.url).values()].flatMap((same) =>
    same[0] ? [[same[0].from, same]] : [],
  );

/** There is something to be shown. */
export const hasActions = ({ lab }: LabIndex): boolean =>
  lab.pages.some((page) => isAsked(page) && page.parsed.actions.length > 0);

/** A private page is named by its list alone. */
const isAsked = (page: Page): boolean =>
  !page.private && (page.kind === 'postmortem' || page.kind === 'drill');

function itemsOf(index: LabIndex, page: Page): ActionItem[] {
  if (page.parsed.actions.length === 0) return [];
  const { services } = pageRow(index, page);
  const from = { title: page.title, url: page.url, date: dayOf(page) };
  return page.parsed.actions.map(({ text, done, owner, type, due, line }) => ({
    text,
    done,
    owner,
    type,
    due,
    from,
    place: { path: page.path, line },
    facets: { service: services, ...(owner !== undefined && { owner: [owner] }) },
  }));
}
