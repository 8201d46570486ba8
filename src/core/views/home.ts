import type { Kind, Page } from '../model/lab.ts';
import { actionsView, type ActionItem } from './actions.ts';
import type { LabIndex } from './lab-index.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { isOpen } from './page-view.ts';
import { dayOf } from './relations.ts';
import { pageRow, serviceRow, type Row } from './rows.ts';
import { symptomsOf, type Symptom } from './symptoms.ts';

/** A few of many. */
export type Some<T> = Readonly<{ some: readonly T[]; all: number }>;

/**
 * The front page: what is broken, what to do about it, what the lab holds. Empty lists are not shown, and private pages
 * are in none.
 */
export type HomeView = Readonly<{
  open: readonly Row[];
  symptoms: readonly Symptom[];
  production: Some<Row>;
  recent: Some<Row>;
  actions: Some<ActionItem>;
  drills: Some<Row>;
  kinds: readonly Readonly<{ kind: Kind; count: number; url: string }>[];
  alerts: number;
  tags: number;
  /** README at the root of the lab. */
  introduction: Page | undefined;
  findings: number;
}>;

const MOST_SERVICES = 24;
const MOST_INCIDENTS = 5;
const MOST_ACTIONS = 5;
const MOST_DRILLS = 3;

export function homeView(index: LabIndex): HomeView {
  const { lab } = index;
  const newest = (kind: Kind): Page[] =>
    sortedBy(
      lab.pages.filter((page) => page.kind === kind && !page.private),
      (page) => [newestFirst(dayOf(page)), page.path],
    );
  const row = (page: Page): Row => pageRow(index, page);
  const incidents = newest('postmortem');
  const past = incidents.filter((page) => !isOpen(page));
  // What has no day is not known to be recent.
  const dated = past.filter((page) => dayOf(page) !== undefined);
  const drills = newest('drill');
  const production = sortedBy(
    lab.services.filter((service) => service.mode === 'production' && !service.private),
    ({ title, id }) => [sortKey(title), id],
  );
  // What is due comes first; of the rest, what is still in mind.
  const open = sortedBy(actionsView(index).open, ({ due, from, place }) => [
    due ?? '~',
    newestFirst(from.date),
    place.path,
    String(place.line).padStart(7, '0'),
  ]);
  return {
    open: incidents.filter(isOpen).map(row),
    symptoms: symptomsOf(index),
    production: { some: production.slice(0, MOST_SERVICES).map(serviceRow), all: production.length },
    recent: { some: dated.slice(0, MOST_INCIDENTS).map(row), all: dated.length && past.length },
    actions: { some: open.slice(0, MOST_ACTIONS), all: open.length },
    drills: { some: drills.slice(0, MOST_DRILLS).map(row), all: drills.length },
    kinds: index.kinds,
    alerts: index.alerts.size,
    tags: index.tags.size,
    introduction: lab.pages.find(({ path }) => /^readme\.mdx?$/i.test(path)),
    findings: lab.findings.length,
  };
}
