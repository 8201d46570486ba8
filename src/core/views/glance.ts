import type { Place as Source } from '../model/finding.ts';
import type { Kind, PageData, Relation } from '../model/lab.ts';
import type { Fact, FactKey } from './facts.ts';
import { momentsOf, type Moment } from './incident-times.ts';
import type { Indirect } from './indirect.ts';
import type { NextRun } from './next-run.ts';
import type { Related, RelationGroup } from './relations.ts';
import type { Direction, RelationName } from './relation-order.ts';

/** One line of what a page says first. */
export type GlanceLine = Readonly<
  | { type: 'fact'; fact: Fact }
  /** `whole` says that nothing of the group is left to say elsewhere, and `said` which line made it. */
  | {
      type: 'related';
      relation: Relation | Indirect;
      direction: Direction;
      items: readonly Related[];
      more: number;
      whole: boolean;
      said: Source | undefined;
    }
  | { type: 'failure' | 'proof'; item: Related }
  | { type: 'times'; moments: readonly Moment[] }
  | { type: 'next'; next: NextRun }
>;

export type Glance = Readonly<{
  lines: readonly GlanceLine[];
  facts: readonly Fact[];
  relations: readonly RelationGroup[];
}>;

type Subject = Readonly<{
  kind: Kind | 'project';
  data: PageData;
  facts: readonly Fact[];
  relations: readonly RelationGroup[];
  next?: NextRun | undefined;
}>;

/** What somebody in a hurry must know of a page, and what is then left to say of it. */
export function glanceOf(subject: Subject): Glance {
  const { kind, facts, relations } = subject;
  const lines = FIRST[kind].flatMap((entry) => linesFor(subject, entry));
  const said = new Set(HEADER[kind]);
  const told = new Set<RelationGroup>();
  for (const line of lines) {
    if (line.type === 'fact') said.add(line.fact.key);
    if (line.type === 'times') for (const { key } of line.moments) said.add(key);
    if (line.type === 'related') {
      if (line.relation === 'runs-on') said.add('host').add('parent');
      const group = groupOf(relations, [line.relation, line.direction]);
      if (line.whole && group) told.add(group);
    }
    if (line.type === 'failure') {
      const group = groupOf(relations, ['broke', 'in']);
      if (group && itemsOf(group).length === 1) told.add(group);
    }
    if (line.type === 'next') said.add('repeat_every');
  }
  return {
    lines: lines.filter((line) => line.type !== 'fact' || !REPLACED.has(line.fact.key) || !hasHost(lines)),
    facts: facts.filter(({ key, values }) => !said.has(key) || (key === 'symptoms' && values.length > FEW)),
    relations: relations.filter((group) => !told.has(group)),
  };
}

type Entry =
  FactKey | 'last-failure' | 'last-proof' | 'times' | 'next' | readonly [Relation | Indirect, Direction];

/** By kind, in the order in which somebody asks when it is broken. */
const FIRST: Readonly<Record<Kind | 'project', readonly Entry[]>> = {
  service: [
    ['runs-on', 'out'],
    'host',
    'url',
    ['depends-on', 'out'],
    ['needs', 'out'],
    ['depends-on', 'in'],
    ['needs', 'in'],
    ['provides', 'out'],
    ['covers', 'in'],
    'last-failure',
  ],
  project: [['runs-on', 'out'], ['covers', 'in'], 'last-failure'],
  runbook: ['symptoms', ['covers', 'out'], 'inputs', 'last-proof'],
  postmortem: ['fix', ['broke', 'out'], ['fixed-by', 'out'], 'times'],
  drill: ['hypothesis', 'deviated', 'forgot', ['rehearses', 'out'], ['proves', 'out'], 'next'],
  goal: ['by', 'residue', ['taught', 'in']],
  host: ['address', 'role', 'vlan', 'watts', ['runs-on', 'out'], 'parent', ['covers', 'in'], 'last-failure'],
  note: [],
};

/** What the header of the page says. */
const HEADER: Readonly<Record<Kind | 'project', readonly FactKey[]>> = {
  service: [],
  project: [],
  runbook: ['risk', 'minutes'],
  postmortem: ['severity', 'status', 'date'],
  drill: ['date', 'status'],
  goal: ['question', 'status'],
  host: [],
  note: [],
};

function linesFor({ data, facts, relations, next }: Subject, entry: Entry): GlanceLine[] {
  switch (entry) {
    case 'times': {
      const moments = momentsOf(data);
      return moments.length > 0 ? [{ type: 'times', moments }] : [];
    }
    case 'next':
      return next ? [{ type: 'next', next }] : [];
    case 'last-failure': {
      const [item] = itemsOf(groupOf(relations, ['broke', 'in']));
      return item ? [{ type: 'failure', item }] : [];
    }
    case 'last-proof': {
      const item = lastProof(relations);
      return item ? [{ type: 'proof', item }] : [];
    }
  }
  if (typeof entry === 'string') {
    const fact = facts.find(({ key }) => key === entry);
    return fact ? [{ type: 'fact', fact: { ...fact, values: fact.values.slice(0, FEW) } }] : [];
  }
  const group = groupOf(relations, entry);
  const all = itemsOf(group);
  if (all.length === 0) return [];
  const [relation, direction] = entry;
  const whole = all.length <= MOST && isWhole(entry, all);
  const items = whole ? all : all.slice(0, FEW);
  const said = group?.said ?? (all.length === 1 ? all[0]?.source : undefined);
  return [{ type: 'related', relation, direction, items, more: all.length - items.length, whole, said }];
}

/** Whether names say as much as rows would: always, or where rows would have nothing to add. */
const isWhole = ([relation, direction]: RelationName, items: readonly Related[]): boolean =>
  NAMES.has(`${relation} ${direction}`) ||
  (LISTED.has(relation) &&
    items.every(({ help, others }) => help.length === 0 && others.length <= FEW_OTHERS));

/** The newest incident in which a runbook was used, or drill that was done by it. */
function lastProof(relations: readonly RelationGroup[]): Related | undefined {
  const drills = itemsOf(groupOf(relations, ['rehearses', 'in']));
  return [
    ...itemsOf(groupOf(relations, ['fixed-by', 'in'])),
    ...drills.filter(({ state }) => state === 'completed'),
  ]
    .filter(({ date, kind }) => date !== undefined && (kind === 'postmortem' || kind === 'drill'))
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
}

const groupOf = (
  relations: readonly RelationGroup[],
  [relation, direction]: RelationName,
): RelationGroup | undefined =>
  relations.find((group) => group.relation === relation && group.direction === direction);

const itemsOf = (group: RelationGroup | undefined): readonly Related[] =>
  group ? [...group.items, ...group.folded] : [];

const hasHost = (lines: readonly GlanceLine[]): boolean =>
  lines.some((line) => line.type === 'related' && line.relation === 'runs-on');

/** What names the host in words, where no page is about it. */
const REPLACED: ReadonlySet<FactKey> = new Set(['host', 'parent']);
const NAMES: ReadonlySet<string> = new Set([
  'runs-on out',
  'broke out',
  'covers out',
  'fixed-by out',
  'rehearses out',
  'proves out',
  'taught in',
]);
const LISTED: ReadonlySet<Relation | Indirect> = new Set<Relation | Indirect>([
  'depends-on',
  'needs',
  'provides',
]);
const FEW = 4;
const MOST = 6;
/** How many providers or users of a thing are named beside it. */
export const FEW_OTHERS = 2;
