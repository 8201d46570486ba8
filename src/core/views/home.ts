import type { Kind, Page } from '../model/lab.ts';
import { actionsView, type ActionItem } from './actions.ts';
import { drillsDue } from './drills-due.ts';
import type { LabIndex } from './lab-index.ts';
import { newestFirst, sortedBy } from './order.ts';
import { isOpen } from './page-view.ts';
import { dayOf } from './relations.ts';
import { pageRow, type Row } from './rows.ts';
import { standings, type Standing } from './standing.ts';
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
  /** Those of production; in a lab that tells nobody what is production, all that are not of the sandbox. */
  services: Some<Standing>;
  production: boolean;
  recent: Some<Row>;
  actions: Some<ActionItem>;
  /** Those that are due, or else the last ones. */
  drills: Some<Row>;
  drillsAreDue: boolean;
  kinds: readonly Readonly<{ kind: Kind; count: number; url: string }>[];
  alerts: number;
  tags: number;
  /** README at the root of the lab. */
  introduction: Page | undefined;
  findings: number;
  /** What a lab needs first and this one does not have. */
  missing: readonly Kind[];
}>;

const FIRST_KINDS: readonly Kind[] = ['service', 'runbook', 'postmortem'];
const MOST_PRODUCTION = 24;
const MOST_SERVICES = 12;
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
  const dueDrills = drillsDue(index);
  const drills = dueDrills.length > 0 ? dueDrills : newest('drill').map(row);
  const shown = lab.services.filter((service) => !service.private && service.mode !== 'sandbox');
  const production = shown.filter(({ mode }) => mode === 'production');
  const services = production.length > 0 ? production : shown;
  const standing = standings(index, services);
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
    services: {
      some: standing.slice(0, production.length > 0 ? MOST_PRODUCTION : MOST_SERVICES),
      all: services.length,
    },
    production: production.length > 0,
    recent: { some: dated.slice(0, MOST_INCIDENTS).map(row), all: dated.length && past.length },
    actions: { some: open.slice(0, MOST_ACTIONS), all: open.length },
    drills: { some: drills.slice(0, MOST_DRILLS), all: drills.length },
    drillsAreDue: dueDrills.length > 0,
    kinds: index.kinds,
    alerts: index.alerts.size,
    tags: index.tags.size,
    introduction: lab.pages.find(({ path }) => /^readme\.mdx?$/i.test(path)),
    findings: lab.findings.length,
    missing: FIRST_KINDS.filter((kind) => !index.kinds.some((there) => there.kind === kind)),
  };
}
