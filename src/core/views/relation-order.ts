import type { Kind, Relation } from '../model/lab.ts';
import { folderOf } from '../paths.ts';
import type { Indirect } from './indirect.ts';
import type { Related } from './related.ts';

export type Direction = 'out' | 'in';
export type RelationName = readonly [Relation | Indirect, Direction];

/** The relations that the page of a kind shows, in order. */
export function orderFor(kind: Kind | 'project'): readonly RelationName[] {
  const first = FIRST[kind] ?? [];
  const isFirst = ([relation, direction]: RelationName): boolean =>
    first.some((one) => one[0] === relation && one[1] === direction);
  return [...first, ...ORDER.filter((name) => !isFirst(name))];
}

/**
 * Newest first, then the nearest; of what is only mentioned the more useful kinds first, of what is shared the rarest, of
 * what runs on a host what the household relies on.
 */
export function sortedItems(
  items: readonly Related[],
  { relation, from }: Readonly<{ relation: Relation | Indirect; from: string }>,
): Related[] {
  if (relation === 'similar') return [...items];
  const rankOf = ({ kind, mode, others }: Related): number => {
    if (relation === 'mentions') return KINDS.indexOf(kind);
    if (relation === 'runs-on') return mode === 'production' ? 0 : 1;
    return relation === 'shares' ? others.length + (kind === 'network' ? 1_000 : 0) : 0;
  };
  const keyed = items.map((item) => ({
    item,
    rank: rankOf(item),
    far: -nearness(item.path, from),
  }));
  return keyed
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compare(b.item.date ?? '', a.item.date ?? '') ||
        a.far - b.far ||
        compare(a.item.title, b.item.title) ||
        compare(a.item.id, b.item.id),
    )
    .map(({ item }) => item);
}

/** Most useful first when something is broken. */
const ORDER: readonly RelationName[] = [
  ['broke', 'in'],
  ['covers', 'in'],
  ['broke', 'out'],
  ['covers', 'out'],
  ['fixed-by', 'out'],
  ['runbooks-for', 'out'],
  ['fixed-by', 'in'],
  ['failures-of', 'out'],
  ['depends-on', 'out'],
  ['needs', 'out'],
  ['depends-on', 'in'],
  ['needs', 'in'],
  ['runs-on', 'out'],
  ['runs-on', 'in'],
  ['provides', 'out'],
  ['rehearses', 'out'],
  ['rehearses', 'in'],
  ['proves', 'out'],
  ['proves', 'in'],
  ['shares', 'out'],
  ['taught', 'out'],
  ['taught', 'in'],
  ['similar', 'out'],
  ['mentions', 'in'],
  ['mentions', 'out'],
];

/**
 * On the page of a service what it hangs on, and what hangs on it, comes before what to do. On that of a host, what runs
 * there comes before what somebody wrote of it.
 */
const FIRST: Readonly<Partial<Record<Kind | 'project', readonly RelationName[]>>> = {
  service: [
    ['runs-on', 'out'],
    ['depends-on', 'out'],
    ['needs', 'out'],
    ['depends-on', 'in'],
    ['needs', 'in'],
    ['provides', 'out'],
  ],
  host: [
    ['runs-on', 'in'],
    ['runs-on', 'out'],
  ],
  drill: [
    ['rehearses', 'out'],
    ['proves', 'out'],
    ['taught', 'out'],
  ],
};

const KINDS: readonly string[] = [
  'runbook',
  'postmortem',
  'drill',
  'goal',
  'host',
  'service',
  'project',
  'note',
];

/** How many folders two files have in common, from the top. */
function nearness(a: string, b: string): number {
  const [left, right] = [folderOf(a).split('/'), folderOf(b).split('/')];
  const end = left.findIndex((folder, at) => folder !== right[at]);
  return end === -1 ? left.length : end;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
