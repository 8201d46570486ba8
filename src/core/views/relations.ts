import type { Place as Source } from '../model/finding.ts';
import type { Id, Kind, Page, Relation } from '../model/lab.ts';
import { failuresOf, runbooksFor, similarTo, withHelp, type Indirect } from './indirect.ts';
import type { LabIndex, Place } from './lab-index.ts';
import { withoutTranslations } from './language.ts';
import { orderFor, sortedItems, type Direction, type RelationName } from './relation-order.ts';
import { otherNamed, relatedTo, type Related } from './related.ts';

export type { Direction } from './relation-order.ts';
export { dayOf, type Related } from './related.ts';

/** `mixed` says that its heading does not tell what kind its items are. */
export type RelationGroup = Readonly<{
  relation: Relation | Indirect;
  direction: Direction;
  mixed: boolean;
  /** The line that made them all. */
  said: Source | undefined;
  /** Those worth a look. */
  items: readonly Related[];
  /** The others, without a summary. */
  folded: readonly Related[];
}>;

/** Everything that what stands at a place is joined to, by relation, the most useful first. */
export function relationsOf(index: LabIndex, place: Place): RelationGroup[] {
  const subject = subjectAt(index, place);
  return orderFor(subject.kind).flatMap((name) => {
    const [relation, direction] = name;
    const items = withoutTranslations(itemsOf(index, subject, name), subject.path);
    if (items.length === 0) return [];
    const kinds = new Set(items.map(({ kind }) => kind));
    const mixed = relation === 'mentions' || relation === 'shares' || kinds.size > 1;
    const sorted = sortedItems(items, { relation, from: subject.path });
    const all =
      relation === 'covers' ? sorted.toSorted((a, b) => proofs(index, b) - proofs(index, a)) : sorted;
    const most = direction === 'in' && relation === 'runs-on' ? MOST_HERE : MOST;
    const open =
      relation === 'mentions' && direction === 'out' ? 0 : all.length > most + 1 ? most : all.length;
    return [
      {
        relation,
        direction,
        mixed,
        said: onlySource(all),
        items: all.slice(0, open),
        folded: all.slice(open).map((item) => ({ ...item, summary: '' })),
      },
    ];
  });
}

/** How many stand open. What a page mentions can be read in its own text. */
const MOST = 5;
/** What a host takes down with it is read as a whole. */
const MOST_HERE = 40;

function onlySource([first, ...others]: readonly Related[]): Source | undefined {
  if (!first || others.length === 0) return undefined;
  const { path, line } = first.source;
  return others.every(({ source }) => source.path === path && source.line === line)
    ? first.source
    : undefined;
}

/** A page, or a service with the pages that describe it. */
type Subject = Readonly<{
  kind: Kind | 'project';
  ids: readonly Id[];
  /** Its main file, from which nearness is measured. */
  path: string;
  /** Services of a project, or on a host: their runbooks and failures are its own, too. */
  members: readonly Id[];
}>;

function subjectAt(index: LabIndex, place: Place): Subject {
  switch (place.type) {
    case 'page':
      return {
        kind: place.page.kind,
        ids: [place.page.id],
        path: place.page.path,
        members: guestsOf(index, place.page),
      };
    case 'service': {
      const { id, pages, source } = place.service;
      return { kind: 'service', ids: [id, ...pages], path: source.path, members: [] };
    }
    case 'project': {
      const { id, pages, folder, services } = place.project;
      return { kind: 'project', ids: [id, ...pages], path: `${folder}/`, members: services };
    }
  }
}

const guestsOf = (index: LabIndex, { kind, id }: Page): readonly Id[] =>
  kind === 'host'
    ? (index.to.get(id) ?? []).flatMap(({ from, relation }) => (relation === 'runs-on' ? [from] : []))
    : [];

function itemsOf(index: LabIndex, subject: Subject, [relation, direction]: RelationName): readonly Related[] {
  switch (relation) {
    case 'similar':
      return subject.kind === 'postmortem' ? similarTo(index, subject.ids) : [];
    case 'runbooks-for':
      return subject.kind === 'postmortem' ? runbooksFor(index, subject.ids) : [];
    case 'failures-of':
      return subject.kind === 'runbook' ? failuresOf(index, subject.ids) : [];
    case 'shares':
      return [
        ...joined(index, subject, [relation, 'out']),
        ...joined(index, subject, [relation, 'in']),
      ].filter(({ kind, others }) => kind === 'namespace' || others.length > 0);
    case 'depends-on':
    case 'needs':
      return direction === 'out'
        ? joined(index, subject, [relation, direction]).map((item) => withHelp(index, item, subject.ids))
        : joined(index, subject, [relation, direction]);
    default:
      return joined(index, subject, [relation, direction]);
  }
}

/** How often a runbook has helped, in an incident or a drill. */
const proofs = (index: LabIndex, { id }: Related): number =>
  (index.to.get(id) ?? []).filter(({ relation }) => relation === 'fixed-by' || relation === 'rehearses')
    .length;

/** The other ends of the subject's edges, each once. */
function joined(
  index: LabIndex,
  subject: Subject,
  [relation, direction]: readonly [Relation, Direction],
): Related[] {
  const { ids } = subject;
  const items = new Map<Id, Related>();
  for (const edge of [...idsFor(index, subject, [relation, direction])].flatMap(
    (id) => (direction === 'out' ? index.from : index.to).get(id) ?? [],
  )) {
    const other = direction === 'out' ? edge.to : edge.from;
    if (edge.relation !== relation || ids.includes(other) || items.has(other)) continue;
    const related = relatedTo(index, other, edge);
    if (related) items.set(other, withOthers(index, related, { relation, ids }));
  }
  return [...items.values()];
}

/** A drill proves the volumes of a service; services of a project or on a host are brought back and broken with it. */
function idsFor(
  index: LabIndex,
  { kind, ids, members }: Subject,
  [relation, direction]: readonly [Relation, Direction],
): readonly Id[] {
  if (direction === 'out') return relation === 'runs-on' && kind === 'project' ? [...ids, ...members] : ids;
  if (relation === 'covers' || relation === 'broke') return [...ids, ...members];
  if (relation !== 'proves') return ids;
  const volumes = ids.flatMap((id) =>
    (index.from.get(id) ?? []).flatMap(({ to }) => (to.startsWith('volume:') ? [to] : [])),
  );
  return [...ids, ...volumes, ...ids.map((id): Id => `volume:${id.slice(id.indexOf(':') + 1)}`)];
}

/** For what has no page of its own, who else is joined to it. */
function withOthers(
  index: LabIndex,
  related: Related,
  { relation, ids }: Readonly<{ relation: Relation; ids: readonly Id[] }>,
): Related {
  const wanted = OTHER_END[relation];
  if (related.kind === 'service' && relation === 'shares') return { ...related, kind: 'namespace' };
  if (related.url !== undefined || wanted === undefined) return related;
  const others = (index.to.get(related.id) ?? []).flatMap((edge) => {
    if (edge.relation !== wanted || ids.includes(edge.from)) return [];
    return otherNamed(index, edge.from) ?? [];
  });
  return { ...related, others };
}

const OTHER_END: Readonly<Partial<Record<Relation, Relation>>> = {
  shares: 'shares',
  needs: 'provides',
  provides: 'needs',
};
