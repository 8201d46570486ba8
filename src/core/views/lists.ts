import { KINDS, type Kind, type Mode, type Page, type Service } from '../model/lab.ts';
import { KIND_FOLDER } from '../lab/urls.ts';
import type { LabIndex } from './lab-index.ts';
import { isOpen } from './page-view.ts';
import { dayOf } from './relations.ts';

/** One row of a list: the thing and the one fact that matters for its kind. */
export type Row = Readonly<{
  title: string;
  url: string;
  /** What tells it from others of the same title: a project, a folder. */
  context: string;
  note: string;
  date: string | undefined;
  mode: Mode | undefined;
  open: boolean;
}>;

export type ListView = Readonly<{ kind: Kind; introduction: Page | undefined; rows: readonly Row[] }>;

/** The kind whose list stands at `url`, if any. */
export const listedKind = (url: string): Kind | undefined => KIND_BY_URL.get(url);

const KIND_BY_URL = new Map(KINDS.map((kind) => [`/${KIND_FOLDER[kind]}/`, kind]));

export function listView(index: LabIndex, kind: Kind): ListView {
  const url = `/${KIND_FOLDER[kind]}/`;
  const introduction = index.lab.pages.find((page) => page.url === url);
  const rows = kind === 'service' ? serviceRows(index) : pageRows(index, kind);
  return { kind, introduction, rows };
}

const serviceRows = ({ lab }: LabIndex): Row[] => lab.services.map(serviceRow);

export const serviceRow = ({ name, title, project, url, mode, compose, data }: Service): Row => ({
  title,
  url,
  context: project && project !== name ? project : '',
  note: compose?.image?.display ?? (typeof data['url'] === 'string' ? data['url'] : ''),
  date: undefined,
  mode,
  open: false,
});

/** A service among those of its project. */
export const memberRow = (service: Service): Row => ({ ...serviceRow(service), context: '' });

const pageRows = ({ lab }: LabIndex, kind: Kind): Row[] =>
  lab.pages
    .filter((page) => page.kind === kind && !listedKind(page.url))
    .map((page) => ({
      title: page.title,
      url: page.url,
      context: contextOf(page),
      note: noteOf(page),
      date: dayOf(page),
      mode: page.mode,
      open: isOpen(page),
    }))
    .sort(
      (a, b) =>
        compare(b.date ?? '', a.date ?? '') || compare(a.context, b.context) || compare(a.title, b.title),
    );

/** The folders between the kind's own and the page. */
const contextOf = ({ url }: Page): string => decodeURI(url).split('/').slice(2, -2).join('/');

function noteOf({ kind, data, parsed }: Page): string {
  const text = (key: string): string => {
    const [first] = [data[key]].flat();
    return typeof first === 'string' ? first : '';
  };
  if (kind === 'postmortem') return text('fix') || parsed.excerpt;
  if (kind === 'runbook') return text('symptoms') || parsed.excerpt;
  if (kind === 'drill') return text('hypothesis') || parsed.excerpt;
  if (kind === 'goal') return text('question') || parsed.excerpt;
  if (kind === 'host') return [text('address'), text('role')].filter(Boolean).join(' · ') || parsed.excerpt;
  return parsed.excerpt;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
