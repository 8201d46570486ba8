import type { Kind, Mode, Page, Relation, Service } from '../model/lab.ts';
import { minutesBetween } from './incident-times.ts';
import { languageOf } from './language.ts';
import type { LabIndex } from './lab-index.ts';
import { isOpen } from './page-view.ts';
import { projectShown } from './project-shown.ts';
import { dayOf } from './relations.ts';
import { tagKey, tagsIn } from './tags.ts';

/** One small fact of a row. `lasted` and `minutes` count minutes. */
export type Bit = Readonly<
  | { type: 'severity' | 'status' | 'risk' | 'due' | 'host' | 'provides' | 'text' | 'code'; text: string }
  | { type: 'kind'; kind: Kind | 'project' }
  | { type: 'lasted' | 'minutes' | 'steps'; count: number }
>;

/** What a list can be narrowed by, in the order in which it is offered. */
export const FACETS = [
  'kind',
  'service',
  'project',
  'mode',
  'severity',
  'status',
  'risk',
  'year',
  'owner',
  'language',
  'tag',
] as const;
export type Facet = (typeof FACETS)[number];
export type Facets = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** One row of a list: the thing and what matters for its kind. */
export type Row = Readonly<{
  title: string;
  url: string;
  /** What tells it from others of the same title: a project, a folder. */
  context: string;
  date: string | undefined;
  mode: Mode | undefined;
  open: boolean;
  bits: readonly Bit[];
  /** The services it is about. */
  services: readonly string[];
  note: string;
  /** The note is the one line that mended it. */
  isFix: boolean;
  facets: Facets;
}>;

const PLAIN = {
  context: '',
  date: undefined,
  mode: undefined,
  open: false,
  bits: [],
  services: [],
  note: '',
  isFix: false,
  facets: {},
} as const;

export const plainRow = (row: Pick<Row, 'title' | 'url'> & Partial<Row>): Row => ({ ...PLAIN, ...row });

export function serviceRow(index: LabIndex, service: Service): Row {
  const { id, name, title, url, mode, compose, data } = service;
  const project = projectShown(service);
  const image = compose?.image?.display ?? '';
  const address = [data['url']].flat().find((text) => typeof text === 'string') ?? '';
  return plainRow({
    title,
    url,
    context: project && project !== name ? project : '',
    mode,
    bits: [
      ...(image || address ? [{ type: 'code' as const, text: shortened(image || address) }] : []),
      ...hostsOf(index, id).map((text) => ({ type: 'host' as const, text })),
      ...providedBy(data).map((text) => ({ type: 'provides' as const, text })),
    ],
    facets: {
      ...(project && { project: [project] }),
      ...(mode && { mode: [mode] }),
      tag: tagsIn(data).map(tagKey),
    },
  });
}

/** A service among those of its project. */
export const memberRow = (index: LabIndex, service: Service): Row => ({
  ...serviceRow(index, service),
  context: '',
});

const hostsOf = (index: LabIndex, id: Service['id']): string[] =>
  (index.from.get(id) ?? []).flatMap(({ relation, to }) => {
    const host = relation === 'runs-on' ? index.pages.get(to) : undefined;
    return host && !host.private ? [host.title] : [];
  });

const providedBy = ({ provides }: Service['data']): string[] => {
  const said = texts(provides);
  return said.length === 0 ? [] : [said.join(', ')];
};

export function pageRow(index: LabIndex, page: Page): Row {
  const { kind, title, url, mode, data, parsed } = page;
  const fix = kind === 'postmortem' ? textIn(page, 'fix') : '';
  const date = dayOf(page);
  const services = servicesOf(index, page);
  return {
    title,
    url,
    context: folderIn(page),
    // The day of a goal is one to come.
    date: kind === 'goal' ? undefined : date,
    mode,
    open: isOpen(page),
    bits: bitsOf(page),
    services,
    note: shortened(fix || noteOf(page) || parsed.excerpt),
    isFix: fix !== '',
    facets: {
      service: services,
      ...(mode && { mode: [mode] }),
      severity: texts(data['severity']),
      status: texts(data['status']),
      risk: texts(data['risk']),
      ...(date !== undefined && { year: [date.slice(0, 4)] }),
      language: [languageOf(page) ?? index.lab.language],
      tag: tagsIn(data).map(tagKey),
    },
  };
}

/** A page among those of its folder. */
export function pageOfFolder(index: LabIndex, page: Page): Row {
  const row = pageRow(index, page);
  return { ...row, context: '', note: shortened(row.note, 90) };
}

/** The beginning of a text, up to the end of a word or before code; whole texts are a page away. */
export function shortened(text: string, most = MOST): string {
  if (text.length <= most) return text;
  if (most === 0) return '';
  const cut = text.slice(0, most);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30));
  const inCode = words.split('`').length % 2 === 0;
  return `${(inCode ? words.slice(0, words.lastIndexOf('`')).trimEnd() : words).toWellFormed()} …`;
}

const MOST = 160;

/** The folders between the kind's own and the page. */
const folderIn = ({ url }: Page): string => decodeURI(url).split('/').slice(2, -2).join('/');

/** The services that a page is about, by name. */
function servicesOf(index: LabIndex, { id, kind }: Page): string[] {
  const wanted = ABOUT[kind];
  const edges = wanted === undefined ? [] : (index.from.get(id) ?? []);
  return edges.flatMap(({ relation, to }) => {
    if (relation !== wanted) return [];
    const service = index.services.get(to);
    if (service) return service.private ? [] : [to.slice(to.indexOf(':') + 1)];
    return to.startsWith('project:') ? [to.slice(to.indexOf(':') + 1)] : [];
  });
}

const ABOUT: Readonly<Partial<Record<Page['kind'], Relation>>> = {
  runbook: 'covers',
  postmortem: 'broke',
  drill: 'rehearses',
};

/** The small facts that matter most for the kind of a page. */
export function bitsOf(page: Page): Bit[] {
  const { kind, data, parsed } = page;
  const said = (type: 'severity' | 'status' | 'risk'): Bit[] =>
    texts(data[type]).map((text) => ({ type, text }));
  switch (kind) {
    case 'postmortem':
      return [...said('severity'), ...lastedOf(page)];
    case 'runbook': {
      const minutes = data['minutes'];
      return [
        ...said('risk'),
        ...(typeof minutes === 'number' ? [{ type: 'minutes' as const, count: minutes }] : []),
        ...(parsed.stepCount > 0 ? [{ type: 'steps' as const, count: parsed.stepCount }] : []),
      ];
    }
    case 'drill':
      return said('status');
    case 'goal': {
      const day = ENDED.has(textIn(page, 'status')) ? undefined : dayOf(page);
      return [...said('status'), ...(day === undefined ? [] : [{ type: 'due' as const, text: day }])];
    }
    case 'host':
      return [
        ...texts(data['address']).map((text) => ({ type: 'code' as const, text })),
        ...texts(data['role']).map((text) => ({ type: 'text' as const, text })),
      ];
    case 'service':
    case 'note':
      return [];
  }
}

/** Of a goal that is left behind nothing is due. */
const ENDED: ReadonlySet<string> = new Set(['judged', 'walked-away']);

/** How long it lasted. */
function lastedOf({ data: { began, ended } }: Page): Bit[] {
  const count = minutesBetween(began, ended);
  return count === undefined ? [] : [{ type: 'lasted', count }];
}

function noteOf(page: Page): string {
  if (page.kind === 'runbook') return texts(page.data['symptoms']).slice(0, MOST_SYMPTOMS).join(' · ');
  if (page.kind === 'drill') return textIn(page, 'hypothesis');
  return page.kind === 'goal' ? textIn(page, 'question') : '';
}

const textIn = ({ data }: Page, key: string): string => texts(data[key])[0] ?? '';

const texts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string' && item !== '');

const MOST_SYMPTOMS = 2;
