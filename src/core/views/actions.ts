import type { Place } from '../model/finding.ts';
import type { Page } from '../model/lab.ts';
import type { Action } from '../model/parsed.ts';
import { seenAtOnce } from './folding.ts';
import type { LabIndex } from './lab-index.ts';
import { sortedBy } from './order.ts';
import { dayOf } from './relations.ts';
import { pageRow, type Facets } from './rows.ts';

/** Something that a postmortem or drill says is to be done. */
export type ActionItem = Readonly<{
  text: string;
  state: Action['state'];
  owner: string | undefined;
  type: string | undefined;
  due: string | undefined;
  from: Readonly<{ title: string; url: string; date: string | undefined }>;
  place: Place;
  facets: Facets;
}>;

type ByState = Readonly<Record<Action['state'], readonly ActionItem[]>>;

export type ActionsView = ByState &
  Readonly<{
    /** By the page that asks for them: those with something open first, then those that state nothing. */
    groups: readonly ActionGroup[];
    /** Of pages that have nothing else. */
    settled: readonly ActionItem[];
    all: readonly ActionItem[];
  }>;

export type ActionGroup = ByState & Readonly<{ from: ActionItem['from']; folded: boolean }>;

/** All actions of postmortems and drills: what has waited longest first; what is done, the last done first. */
export function actionsView(index: LabIndex): ActionsView {
  const found = index.lab.pages.filter(isAsked).flatMap((page) => itemsOf(index, page));
  const all = sortedBy(found, ({ from, place }) => [
    from.date ?? '~',
    place.path,
    String(place.line).padStart(7, '0'),
  ]);
  const pages = [...Map.groupBy(all, ({ from }) => from.url).values()].map(byState);
  const groups = [
    ...pages.filter(({ open }) => open.length > 0),
    ...pages.filter(({ open, unstated }) => open.length === 0 && unstated.length > 0),
  ];
  const seen = seenAtOnce(groups.map(({ open, unstated }) => open.length + unstated.length));
  const { open, unstated, done } = byState(all);
  return {
    all,
    open,
    unstated,
    done: done.toReversed(),
    groups: groups.flatMap((group, at) => {
      const [first] = [...group.open, ...group.unstated];
      return first ? [{ ...group, from: first.from, folded: seen[at] === 0 }] : [];
    }),
    settled: pages
      .filter((page) => page.open.length + page.unstated.length === 0)
      .flatMap((page) => page.done)
      .toReversed(),
  };
}

const byState = (items: readonly ActionItem[]): ByState => ({
  open: items.filter(({ state }) => state === 'open'),
  unstated: items.filter(({ state }) => state === 'unstated'),
  done: items.filter(({ state }) => state === 'done'),
});

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
  return page.parsed.actions.map(({ text, state, owner, type, due, line }) => ({
    text,
    state,
    owner,
    type,
    due,
    from,
    place: { path: page.path, line },
    facets: { service: services, status: [state], ...(owner !== undefined && { owner: [owner] }) },
  }));
}
