import type { Page, PageData } from '../model/lab.ts';
import type { Fact, FactKey } from './facts.ts';
import { glanceOf, type GlanceLine } from './glance.ts';
import type { LabIndex, Place } from './lab-index.ts';
import { nextRunOf } from './next-run.ts';
import { openIncidents, type Announced } from './open-incidents.ts';
import type { PageView } from './page-view.ts';
import { dayOf, type RelationGroup } from './relations.ts';
import { bitsOf, type Bit } from './rows.ts';

/** What the page of a place shows where: the same facts and relations as its view, each once, by what the moment asks. */
export type Arrangement = Readonly<{
  incidents: readonly Announced[];
  /** Beside the title. */
  date: string | undefined;
  bits: readonly Bit[];
  /** What a learning goal asks, where its title is another text, and how far it has come. */
  question: string | undefined;
  path: GoalPath | undefined;
  glance: readonly GlanceLine[];
  /** What can be lost, and how it comes back. */
  state: State | undefined;
  /** Beside the text. */
  facts: readonly Fact[];
  /** Looked up rather than read. */
  technical: readonly Fact[];
  /** Before the text, and behind it. */
  first: readonly RelationGroup[];
  last: readonly RelationGroup[];
}>;

export type State = Readonly<{
  facts: readonly Fact[];
  /** Drills that restored it. */
  proven: RelationGroup | undefined;
  /** It is in production, and nothing in the lab says how it is backed up, or that it was ever restored. */
  unsaid: boolean;
  unproven: boolean;
}>;

export const GOAL_PATH = ['planned', 'building', 'breaking', 'debugging', 'writing', 'judged'] as const;

/** `at` is the place on the path that a goal has reached; -1 when it was left. */
export type GoalPath = Readonly<{ at: number; left: boolean }>;

export function arrangementOf(index: LabIndex, place: Place, view: PageView): Arrangement {
  const page = place.type === 'page' ? place.page : undefined;
  const data = page?.data ?? {};
  const next = page?.kind === 'drill' ? nextRunOf(index, page) : undefined;
  const { kind } = view;
  const { lines, facts, relations } = glanceOf({ ...view, data, next });
  const state = kind === 'service' ? stateOf(facts, relations, view) : undefined;
  const rest = relations.filter((group) => group !== state?.proven);
  return {
    incidents: openIncidents(index, place),
    date: page && page.kind !== 'goal' ? dayOf(page) : undefined,
    bits: page ? headerBits(page) : [],
    question: kind === 'goal' ? questionOf(view, data) : undefined,
    path: kind === 'goal' ? goalPath(data['status']) : undefined,
    glance: lines,
    state,
    facts: facts.filter(({ key }) => !TECHNICAL.has(key) && !(state && STATE.has(key))),
    technical: facts.filter(({ key }) => TECHNICAL.has(key)),
    first: rest.filter((group) => isFirst(kind, group)),
    last: rest.filter((group) => !isFirst(kind, group)),
  };
}

/** The header itself says how risky a runbook is; how far a goal has come, and when it is due, has lines of its own. */
function headerBits(page: Page): Bit[] {
  const { kind, data } = page;
  if (kind === 'goal' || kind === 'host') return [];
  const bits = bitsOf(page).filter(({ type }) => type !== 'risk');
  const { status } = data;
  return kind === 'postmortem' && typeof status === 'string'
    ? [...bits, { type: 'status', text: status }]
    : bits;
}

const questionOf = ({ title }: PageView, { question }: PageData): string | undefined =>
  typeof question === 'string' && question !== title ? question : undefined;

const goalPath = (status: unknown): GoalPath | undefined => {
  const at = GOAL_PATH.findIndex((step) => step === status);
  return at === -1 && status !== 'walked-away' ? undefined : { at, left: status === 'walked-away' };
};

function stateOf(
  facts: readonly Fact[],
  relations: readonly RelationGroup[],
  { mode }: PageView,
): State | undefined {
  const about = [...STATE].flatMap((key) => facts.filter((fact) => fact.key === key));
  const proven = relations.find(({ relation, direction }) => relation === 'proves' && direction === 'in');
  if (about.length === 0 && !proven) return undefined;
  const has = (key: FactKey): boolean => about.some((fact) => fact.key === key);
  return {
    facts: about,
    proven,
    unsaid: mode === 'production' && has('mounts') && !has('backup'),
    unproven: !proven && has('backup') && !isNone(about),
  };
}

/** A backup that is left out on purpose needs no proof. */
const isNone = (facts: readonly Fact[]): boolean =>
  facts.some(({ key, values }) => key === 'backup' && values.every(({ text }) => /(?:^|: )none$/.test(text)));

const STATE: ReadonlySet<FactKey> = new Set<FactKey>(['mounts', 'backup', 'rpo', 'rto']);

const TECHNICAL: ReadonlySet<FactKey> = new Set<FactKey>([
  'container',
  'image',
  'build',
  'ports',
  'restart',
  'health',
  'network_mode',
  'networks',
  'reads',
  'environment',
  'env_file',
  'profiles',
  'signatures',
]);

/** What a service hangs on and how it failed comes before its text, and what runs on a host before that of the host. */
function isFirst(kind: PageView['kind'], { relation, direction }: RelationGroup): boolean {
  if (kind === 'host') return relation === 'runs-on' && direction === 'in';
  return kind === 'service' && relation !== 'mentions';
}
