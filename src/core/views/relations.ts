import type { Place as Source } from '../model/finding.ts';
import type { Edge, Id, Kind, Page, Relation, Service } from '../model/lab.ts';
import type { LabIndex } from './lab-index.ts';

/** One thing that a page is joined to, ready to be listed. */
export type Related = Readonly<{
  id: Id;
  title: string;
  /** Undefined for what has no page: a network, a volume, a capability. */
  url: string | undefined;
  kind: Kind | 'project' | 'network' | 'volume' | 'alert' | 'capability';
  /** Day it began or was done, when it has one. */
  date: string | undefined;
  /** The one line that mended it, for a postmortem. */
  fix: string | undefined;
  mode: 'production' | 'sandbox' | undefined;
  /** Only its own page and its list may say its title. */
  private: boolean;
  source: Source;
}>;

export type Direction = 'out' | 'in';
/** `mixed` says that its heading does not tell what kind its items are. */
export type RelationGroup = Readonly<{
  relation: Relation;
  direction: Direction;
  mixed: boolean;
  items: readonly Related[];
}>;

/** Most useful first when something is broken. */
const ORDER: readonly (readonly [Relation, Direction])[] = [
  ['covers', 'in'],
  ['broke', 'in'],
  ['fixed-by', 'out'],
  ['broke', 'out'],
  ['covers', 'out'],
  ['fixed-by', 'in'],
  ['depends-on', 'out'],
  ['depends-on', 'in'],
  ['needs', 'out'],
  ['needs', 'in'],
  ['runs-on', 'out'],
  ['runs-on', 'in'],
  ['provides', 'out'],
  ['provides', 'in'],
  ['alerts', 'in'],
  ['rehearses', 'out'],
  ['rehearses', 'in'],
  ['proves', 'out'],
  ['proves', 'in'],
  ['taught', 'out'],
  ['taught', 'in'],
  ['shares', 'out'],
  ['shares', 'in'],
  ['mentions', 'out'],
  ['mentions', 'in'],
];

/** Everything that the things in `ids` (a service and the pages that describe it) are joined to, by relation, newest first. */
export function relationsOf(index: LabIndex, ids: readonly Id[]): RelationGroup[] {
  const own = new Set(ids);
  return ORDER.flatMap(([relation, direction]) => {
    const edges = ids.flatMap((id) => (direction === 'out' ? index.from : index.to).get(id) ?? []);
    const items = new Map<Id, Related>();
    for (const edge of edges) {
      const other = direction === 'out' ? edge.to : edge.from;
      if (edge.relation !== relation || own.has(other) || items.has(other)) continue;
      const related = relatedTo(index, other, edge);
      if (related) items.set(other, related);
    }
    if (items.size === 0) return [];
    const kinds = new Set([...items.values()].map(({ kind }) => kind));
    const mixed = relation === 'mentions' || relation === 'shares' || kinds.size > 1;
    return [{ relation, direction, mixed, items: [...items.values()].sort(byUse) }];
  });
}

/** What lies at the other end of an edge; nothing when its page no longer exists under that id. */
export function relatedTo(index: LabIndex, id: Id, { source }: Pick<Edge, 'source'>): Related | undefined {
  const page = index.pages.get(id);
  if (page) return relatedPage(page, source);
  const service = index.services.get(id);
  if (service) return relatedService(service, source);
  const [type = '', name = ''] = split(id);
  const plain = {
    id,
    title: name,
    url: undefined,
    date: undefined,
    fix: undefined,
    mode: undefined,
    private: false,
    source,
  };
  if (type === 'project') return { ...plain, kind: 'project', url: index.projects.get(id)?.url };
  if (type === 'network' || type === 'volume' || type === 'alert' || type === 'capability')
    return { ...plain, kind: type };
  return undefined;
}

const relatedPage = (page: Page, source: Source): Related => ({
  id: page.id,
  title: page.private ? '' : page.title,
  url: page.url,
  kind: page.kind,
  date: dayOf(page),
  fix: page.kind === 'postmortem' && typeof page.data['fix'] === 'string' ? page.data['fix'] : undefined,
  mode: page.mode,
  private: page.private,
  source,
});

const relatedService = (service: Service, source: Source): Related => ({
  id: service.id,
  title: service.private ? '' : service.project ? `${service.project}/${service.name}` : service.title,
  url: service.url,
  kind: 'service',
  date: undefined,
  fix: undefined,
  mode: service.mode,
  private: service.private,
  source,
});

/** The day a page is about: when the incident began, the drill was done, the goal is due. */
export function dayOf(page: Page): string | undefined {
  const value = page.data['began'] ?? page.data['date'] ?? page.data['by'];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
}

const byUse = (a: Related, b: Related): number =>
  compare(b.date ?? '', a.date ?? '') || compare(a.title, b.title) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const split = (id: Id): [string, string] => [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
