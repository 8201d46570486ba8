import type { Kind, Page, Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { isOpen } from './page-view.ts';
import { dayOf } from './relations.ts';

export type Incident = Readonly<{
  title: string;
  url: string;
  date: string | undefined;
  fix: string | undefined;
}>;
export type Symptom = Readonly<{ text: string; title: string; url: string }>;

/** The front page: what is broken, what to do about it, what the lab holds. Empty lists are not shown. */
export type HomeView = Readonly<{
  open: readonly Incident[];
  symptoms: readonly Symptom[];
  production: readonly Service[];
  recent: readonly Incident[];
  openActions: number;
  kinds: readonly Readonly<{ kind: Kind; count: number; url: string }>[];
  /** README at the root of the lab. */
  introduction: Page | undefined;
  findings: number;
}>;

const MOST_RECENT = 5;
const MOST_SYMPTOMS = 40;

export function homeView(index: LabIndex): HomeView {
  const { lab } = index;
  const incidents = lab.pages
    .filter(({ kind }) => kind === 'postmortem')
    .sort((a, b) => compare(dayOf(b) ?? '', dayOf(a) ?? '') || compare(a.path, b.path));
  const symptoms = lab.pages.flatMap(({ kind, data, title, url }) =>
    kind === 'runbook'
      ? [data['symptoms']].flat().flatMap((text) => (typeof text === 'string' ? { text, title, url } : []))
      : [],
  );
  return {
    open: incidents.filter(isOpen).map(incidentOf),
    symptoms: symptoms.slice(0, MOST_SYMPTOMS),
    production: lab.services.filter(({ mode }) => mode === 'production'),
    recent: incidents
      .filter((page) => !isOpen(page))
      .slice(0, MOST_RECENT)
      .map(incidentOf),
    openActions: incidents.reduce(
      (sum, { parsed }) => sum + parsed.actions.filter(({ done }) => !done).length,
      0,
    ),
    kinds: index.kinds,
    introduction: lab.pages.find(({ path }) => /^readme\.mdx?$/i.test(path)),
    findings: lab.findings.length,
  };
}

const incidentOf = (page: Page): Incident => ({
  title: page.title,
  url: page.url,
  date: dayOf(page),
  fix: typeof page.data['fix'] === 'string' ? page.data['fix'] : undefined,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
