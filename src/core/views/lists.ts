import { KIND_FOLDER, segmentOf } from '../lab/urls.ts';
import { joinPath } from '../paths.ts';
import { KINDS, type Kind, type Page, type Service } from '../model/lab.ts';
import { seenAtOnce } from './folding.ts';
import type { LabIndex } from './lab-index.ts';
import { FEW, narrowingsOf, type Narrowing } from './narrowing.ts';
import { newestFirst, sortedBy, sortKey } from './order.ts';
import { projectShown } from './project-shown.ts';
import { pageRow, serviceRow, shortened, type Row } from './rows.ts';

/** Rows under one heading: a year, a folder, a project. Without a title it is what has none. */
export type Group = Readonly<{
  title: string;
  id: string;
  url: string | undefined;
  rows: readonly Row[];
  /** How many of the rows are seen before the rest is unfolded. */
  seen: number;
}>;

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
  const groups = grouped(index, kind, rows);
  const seen = seenAtOnce(groups.map((group) => group.rows.length));
  return {
    kind,
    introduction,
    rows,
    groups: groups.map((group, at) => ({
      ...group,
      id: idOf(group.title, taken),
      seen: seen[at] ?? group.rows.length,
    })),
    narrowings: narrowingsOf(rows),
  };
}

/** What carries the household first. */
const serviceRows = (index: LabIndex): Row[] => {
  const { lab } = index;
  const ranks = new Map<string, string>();
  for (const service of lab.services)
    if (rankOf(service) < (ranks.get(service.project) ?? '9')) ranks.set(service.project, rankOf(service));
  return sortedBy(lab.services, (service) => [
    (service.project && ranks.get(service.project)) || rankOf(service),
    sortKey(projectShown(service) || service.title),
    service.project,
    rankOf(service),
    sortKey(service.title),
    service.id,
  ]).map((service) => serviceRow(index, service));
};

const rankOf = ({ mode }: Service): string => (mode === 'production' ? '0' : mode === 'sandbox' ? '2' : '1');

const pageRows = (index: LabIndex, kind: Kind): Row[] => {
  const pages = index.lab.pages.filter((page) => page.kind === kind && !listedKind(page.url));
  const rows = withoutShared(pages.map((page) => pageRow(index, page)));
  const most = LENGTHS.find(({ rows: count }) => rows.length <= count)?.characters ?? 0;
  return sortedBy(rows, ({ context, date, title, url }) =>
    BY_DATE.has(kind)
      ? [newestFirst(date), sortKey(title), url]
      : [sortKey(context), context, sortKey(title), url],
  ).map((row) => ({ ...row, note: shortened(row.note, most) }));
};

/** A folder that all rows are in tells them apart no better than none. */
function withoutShared(rows: readonly Row[]): Row[] {
  const shared = sharedFolders(rows.map(({ context }) => context));
  return rows.map((row) => ({ ...row, context: row.context.split('/').slice(shared).join('/') }));
}

/** How many folders all of these paths begin with. */
function sharedFolders(paths: readonly string[]): number {
  const [first, ...others] = paths.map((path) => path.split('/'));
  let shared = first?.filter(Boolean).length ?? 0;
  for (const parts of others) {
    const differs = first?.findIndex((part, at) => part !== parts[at]) ?? -1;
    if (differs !== -1) shared = Math.min(shared, differs);
  }
  return shared;
}

/** How long the notes of a list may be, so that one of a thousand rows is still light. */
const LENGTHS = [
  { rows: 150, characters: 160 },
  { rows: 400, characters: 90 },
  { rows: 1000, characters: 50 },
] as const;

const BY_DATE: ReadonlySet<Kind> = new Set<Kind>(['postmortem', 'drill']);

type Heading = Omit<Group, 'id' | 'seen'>;

/** Headings help where they gather: in a list that is long enough, and with a few rows to each on average. */
function grouped(index: LabIndex, kind: Kind, rows: readonly Row[]): Heading[] {
  const single = [{ title: '', url: undefined, rows: kind === 'service' ? rows : toldApart(rows) }];
  if (rows.length <= FEW) return single;
  if (kind === 'service') return byProject(index, rows) ?? single;
  if (BY_DATE.has(kind)) return gathered(rows, ({ date }) => date?.slice(0, 4) ?? '', 1) ?? single;
  const groups = byFolder(rows, ({ context }) => context) ?? byFolder(rows, topFolder);
  const titles = groups?.map(({ title }) => title).filter(Boolean) ?? [];
  // The last folder of a heading stays: it is its name.
  const shared = Math.min(sharedFolders(titles), ...titles.map((title) => title.split('/').length - 1));
  return (
    groups?.map((group) => ({
      ...group,
      title: group.title.split('/').slice(shared).join('/'),
      rows: toldApart(group.rows.map((row) => within(row, group.title))),
    })) ?? single
  );
}

const FEWEST = 3;
const topFolder = ({ context }: Row): string => context.split('/')[0] ?? '';

/** What lies in no folder, or alone in one, comes first: it needs no heading. */
function byFolder(rows: readonly Row[], folderOf: (row: Row) => string): Heading[] | undefined {
  const sizes = Map.groupBy(rows, folderOf);
  const groups = gathered(
    rows,
    (row) => (sizes.get(folderOf(row))?.length === 1 ? '' : folderOf(row)),
    FEWEST,
  );
  return (
    groups && [...groups.filter(({ title }) => title === ''), ...groups.filter(({ title }) => title !== '')]
  );
}

/** A project of one service has no heading of its own: both would say the same. */
function byProject({ lab, projects }: LabIndex, rows: readonly Row[]): Heading[] | undefined {
  const urls = new Map(
    lab.services.map((service) => [projectShown(service), projects.get(`project:${service.project}`)?.url]),
  );
  const sizes = Map.groupBy(rows, projectIn);
  const groups = gathered(
    rows,
    (row) => ((sizes.get(projectIn(row))?.length ?? 0) > 1 ? projectIn(row) : ''),
    2,
  );
  return groups?.map((group) => ({
    ...group,
    url: urls.get(group.title),
    rows: group.title === '' ? group.rows : group.rows.map((row) => ({ ...row, context: '' })),
  }));
}

const projectIn = ({ facets }: Row): string => facets.project?.[0] ?? '';

/** Rows by their keys, what has none last; undefined where that gathers fewer than `fewest` a group. */
function gathered(rows: readonly Row[], keyOf: (row: Row) => string, fewest: number): Heading[] | undefined {
  const all = Map.groupBy(rows, keyOf);
  if (all.size < 2 || rows.length < all.size * fewest) return undefined;
  const named = [...all].filter(([title]) => title !== '');
  return [...named, ['', all.get('') ?? []] as const]
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => ({ title, url: undefined, rows: members }));
}

/** A row below a heading that says the beginning of its folder. */
const within = (row: Row, folder: string): Row =>
  folder === '' ? row : { ...row, context: row.context.slice(folder.length + 1) };

/** Rows that would read alike say the name of their file, or the folder that it stands for. */
function toldApart(rows: readonly Row[]): readonly Row[] {
  const alike = Map.groupBy(rows, keyOfLook);
  return rows.map((row) => {
    if ((alike.get(keyOfLook(row))?.length ?? 0) < 2) return row;
    return { ...row, context: joinPath(row.context, decodeURI(row.url).split('/').at(-2) ?? '') };
  });
}

const keyOfLook = ({ title, context, date }: Row): string => [title, context, date].join('\0');

/** `2026`, `in-dns`. The introduction of a list keeps the anchors that it has. */
const idOf = (title: string, taken: ReadonlySet<string>): string =>
  /^\d{4}$/.test(title) && !taken.has(title) ? title : `in-${title === '' ? '' : segmentOf(title)}`;
