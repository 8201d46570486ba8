import type { Edge, Id, Relation } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';
import { relatedTo, type Related } from './related.ts';

/** What nobody wrote down, but follows from two relations: failures of the same service, its runbooks. */
export type Indirect = 'similar' | 'runbooks-for' | 'failures-of';

/** Other failures of what broke in these postmortems: with the most services in common first, then the newest. */
export function similarTo(index: LabIndex, ids: readonly Id[]): readonly Related[] {
  const shared = new Map<Id, { count: number; edge: Edge }>();
  for (const service of endsOf(index, ids, 'broke'))
    for (const edge of joined(index.to.get(service), 'broke')) {
      if (ids.includes(edge.from)) continue;
      const known = shared.get(edge.from);
      shared.set(edge.from, { count: (known?.count ?? 0) + 1, edge: known?.edge ?? edge });
    }
  return [...shared]
    .flatMap(([id, { count, edge }]) => {
      const item = relatedTo(index, id, edge);
      return item ? [{ count, item }] : [];
    })
    .sort((a, b) => b.count - a.count || newest(a.item, b.item))
    .slice(0, MOST)
    .map(({ item }) => item);
}

/** Runbooks for what broke, where the postmortem names none of them. */
export const runbooksFor = (index: LabIndex, ids: readonly Id[]): readonly Related[] =>
  around(index, endsOf(index, ids, 'broke'), {
    relation: 'covers',
    except: new Set([...ids, ...endsOf(index, ids, 'fixed-by'), ...endsOf(index, ids, 'mentions')]),
  });

/** Failures of the services of a runbook that do not say that it was used. */
export const failuresOf = (index: LabIndex, ids: readonly Id[]): readonly Related[] =>
  around(index, endsOf(index, ids, 'covers'), {
    relation: 'broke',
    except: new Set([
      ...ids,
      ...ids.flatMap((id) => joined(index.to.get(id), 'fixed-by').map(({ from }) => from)),
    ]),
  });

/** A service that one depends on, with its own runbooks and failures but for those that are one's own. */
export function withHelp(index: LabIndex, item: Related, ids: readonly Id[]): Related {
  if (item.kind !== 'service') return item;
  const own = new Set(
    ids.flatMap((id) =>
      (index.to.get(id) ?? []).flatMap(({ from, relation }) =>
        relation === 'covers' || relation === 'broke' ? [from] : [],
      ),
    ),
  );
  const help = (['covers', 'broke'] as const).flatMap((relation) =>
    around(index, [item.id], { relation, except: own }).slice(0, FEW),
  );
  return help.length === 0 ? item : { ...item, help };
}

type Around = Readonly<{ relation: Relation; except: ReadonlySet<Id> }>;

/** What is joined to one of `ids` by a relation that leads to it, newest first. */
function around(index: LabIndex, ids: readonly Id[], { relation, except }: Around): Related[] {
  const items = new Map<Id, Related>();
  for (const edge of ids.flatMap((id) => joined(index.to.get(id), relation))) {
    if (except.has(edge.from) || items.has(edge.from)) continue;
    const item = relatedTo(index, edge.from, edge);
    if (item && !item.private) items.set(edge.from, item);
  }
  return [...items.values()].sort(newest).slice(0, MOST);
}

/** What is left out stands on the page of the service. */
const MOST = 5;
const FEW = 3;

const endsOf = (index: LabIndex, ids: readonly Id[], relation: Relation): readonly Id[] => [
  ...new Set(ids.flatMap((id) => joined(index.from.get(id), relation).map(({ to }) => to))),
];

const joined = (edges: readonly Edge[] | undefined, relation: Relation): readonly Edge[] =>
  (edges ?? []).filter((edge) => edge.relation === relation);

const newest = (a: Related, b: Related): number =>
  compare(b.date ?? '', a.date ?? '') || compare(a.title, b.title) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
