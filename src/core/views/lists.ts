import { KIND_FOLDER, segmentOf } from '../lab/urls.ts';
import { KINDS, type Kind, type Page, type Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { FEW, narrowingsOf, type Narrowing } from './narrowing.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { pageRow, serviceRow, type Row } from './rows.ts';

/** Rows under one heading: a year, a folder, a project. Without a title it is what has none. */
export type Group = Readonly<{ title: string; id: string; url: string | undefined; rows: readonly Row[] }>;

export type ListView = Readonly<{
  kind: Kind;
  introduction: Page | undefined;
  rows: readonly Row[];
  /** The rows under their headings; a single group has none. */
  groups: readonly Group[];
  narrowings: readonly Narrowing[];
}>;

/** The kind whose list stands at `url`, if any. */
export const listedKind = (url: string): Kind | undefined => KIND_BY_URL.get(url);

const KIND_BY_URL = new Map(KINDS.map((kind) => [`/${KIND_FOLDER[kind]}/`, kind]));

export function listView(index: LabIndex, kind: Kind): ListView {
  const url = `/${KIND_FOLDER[kind]}/`;
  const introduction = index.lab.pages.find((page) => page.url === url);
  const rows = kind === 'service' ? serviceRows(index) : pageRows(index, kind);
  const taken = new Set(introduction?.parsed.headings.map(({ id }) => id));
  return {
    kind,
    introduction,
    rows,
    groups: grouped(index, kind, rows, taken),
    narrowings: narrowingsOf(rows),
  };
}

/** What carries the household first. */
const serviceRows = ({ lab }: LabIndex): Row[] => {
  const ranks = new Map<string, string>();
  for (const service of lab.services)
    if (rankOf(service) < (ranks.get(service.project) ?? '9')) ranks.set(service.project, rankOf(service));
  return sortedBy(lab.services, (service) => [
    (service.project && ranks.get(service.project)) || rankOf(service),
    sortKey(service.project || service.title),
    service.project,
    rankOf(service),
    sortKey(service.title),
    service.id,
  ]).map(serviceRow);
};

const rankOf = ({ mode }: Service): string => (mode === 'production' ? '0' : mode === 'sandbox' ? '2' : '1');

const pageRows = (index: LabIndex, kind: Kind): Row[] =>
  sortedBy(
    index.lab.pages
      .filter((page) => page.kind === kind && !listedKind(page.url))
      .map((page) => pageRow(index, page)),
    (row) =>
      BY_DATE.has(kind)
        ? [newestFirst(row.date), sortKey(row.title), row.url]
        : [sortKey(row.context), sortKey(row.title), row.url],
  );

const BY_DATE: ReadonlySet<Kind> = new Set<Kind>(['postmortem', 'drill']);

/** Headings help where they gather: in a list that is long enough, and two rows to a heading on average. */
function grouped(index: LabIndex, kind: Kind, rows: readonly Row[], taken: ReadonlySet<string>): Group[] {
  const keyOf = (row: Row): string => {
    if (kind === 'service') return row.facets.project?.[0] ?? '';
    return BY_DATE.has(kind) ? (row.date?.slice(0, 4) ?? '') : row.context;
  };
  const all = Map.groupBy(rows, keyOf);
  const single = [{ title: '', id: '', url: undefined, rows }];
  if (rows.length <= FEW || all.size < 2 || (!BY_DATE.has(kind) && rows.length < all.size * 2)) return single;
  return [...all].map(([title, members]) => ({
    title,
    id: idOf(title, taken),
    url: kind === 'service' ? index.projects.get(`project:${title}`)?.url : undefined,
    rows: BY_DATE.has(kind) ? members : members.map((row) => ({ ...row, context: '' })),
  }));
}

/** `2026`, `in-dns`. The introduction of a list keeps the anchors that it has. */
const idOf = (title: string, taken: ReadonlySet<string>): string =>
  /^\d{4}$/.test(title) && !taken.has(title) ? title : `in-${title === '' ? '' : segmentOf(title)}`;
