import type { Finding, Place } from '../model/finding.ts';
import type { Edge, Id, Kind, Page, Relation, Service } from '../model/lab.ts';
import { theirNames } from '../schema/foreign-keys.ts';
import { edgeSet } from './edge-set.ts';
import { linkEdges } from './link-edges.ts';
import { mentionEdges, type NamedServices } from './mentions.ts';
import { referenceFinding, unknownPage } from './reference-findings.ts';
import type { FindService, Meant } from './service-names.ts';

/** What edges are made from. Pages have their targets; services their data. */
export type EdgeContext = Readonly<{
  pages: readonly Page[];
  services: readonly Service[];
  find: FindService;
  findHost: (name: string) => Meant;
  /** The page meant by a path or a wiki name in front matter. */
  findPage: (ref: string, path: string) => Page | undefined;
  named: NamedServices;
  /** Files to the service or project that a page describes or whose folder it lies in. */
  describes: ReadonlyMap<string, Id>;
  folderSubject: (path: string) => Id | undefined;
}>;

/** Relation of a page to the services it names, by kind. */
const ABOUT = {
  service: 'mentions',
  runbook: 'covers',
  postmortem: 'broke',
  drill: 'rehearses',
  goal: 'mentions',
  host: 'mentions',
  note: 'mentions',
} as const satisfies Record<Kind, Relation>;

/** All edges of the lab, each pair once per relation with the line that said it first, and references that find nothing. */
export function edgesOf(context: EdgeContext): { edges: readonly Edge[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { add, all } = edgeSet();
  // A page that describes a service is the service: both ends are named by it.
  const described = new Map<Id, Id>([...context.describes].map(([path, id]) => [`page:${path}`, id]));
  for (const draft of drafts(context, (finding) => findings.push(finding))) {
    const from = described.get(draft.from) ?? draft.from;
    const to = described.get(draft.to) ?? draft.to;
    if (from !== to) add(from === draft.from && to === draft.to ? draft : { ...draft, from, to });
  }
  return { edges: all(), findings };
}

type Report = (finding: Finding) => void;

function* drafts(context: EdgeContext, report: Report): Iterable<Edge> {
  const provided = new Set(context.services.flatMap(({ data }) => texts(data['provides']).map(fold)));
  for (const service of context.services) {
    yield* composeEdges(service);
    yield* dataEdges(service, provided, { ...context, report });
  }
  const kinds = new Map(context.pages.map(({ id, kind }) => [id, kind]));
  for (const page of context.pages) {
    yield* statedEdges(page, context, report);
    yield* namedPages(page, context, report);
    yield* linkEdges(page, kinds);
    yield* mentionEdges(page, context.named);
  }
}

function* composeEdges({ id, source, variants }: Service): Iterable<Edge> {
  for (const { path, facts, service } of variants) {
    const at = (said: Readonly<{ line: number; path?: string }>): Place => ({
      path: said.path ?? path,
      line: said.line,
    });
    const scope = id.slice('service:'.length, id.lastIndexOf('/'));
    const sibling = (name: string): Id => `service:${scope}/${name}`;
    for (const dependency of service.dependsOn)
      yield { from: id, to: sibling(dependency.service), relation: 'depends-on', source: at(dependency) };
    // Its network stack is the other's: they go down together, and share their ports.
    const host = /^service:(.+)$/.exec(service.networkMode?.display ?? '')?.[1];
    if (host !== undefined)
      yield { from: id, to: sibling(host), relation: 'shares', source: at(service.networkMode ?? source) };
    for (const { name: network, implied } of service.networks) {
      const top = facts.networks.find(({ key }) => key === network.display);
      if (implied || (top === undefined && network.display !== 'default')) continue;
      const name =
        top?.external || top?.name !== undefined ? (top.name ?? top.key) : `${scope}/${network.display}`;
      yield { from: id, to: `network:${name}`, relation: 'shares', source: at(network) };
    }
    for (const mount of service.mounts)
      if (mount.type === 'volume' && mount.source !== undefined)
        yield {
          from: id,
          to: `volume:${scope}/${mount.source}`,
          relation: 'shares',
          source: at(mount.value),
        };
  }
}

function* dataEdges(
  service: Service,
  provided: ReadonlySet<string>,
  { find, findHost, report }: EdgeContext & Readonly<{ report: Report }>,
): Iterable<Edge> {
  const { id, data, source } = service;
  for (const word of texts(data['provides']))
    yield { from: id, to: `capability:${fold(word)}`, relation: 'provides', source };
  for (const word of texts(data['needs'])) {
    const meant = provided.has(fold(word)) ? undefined : find(word, source.path);
    const to: Id = meant?.type === 'found' ? meant.id : `capability:${fold(word)}`;
    yield { from: id, to, relation: 'needs', source };
  }
  for (const name of texts(data['host'])) {
    const meant = findHost(name);
    if (meant.type === 'found') yield { from: id, to: meant.id, relation: 'runs-on', source };
    else report(referenceFinding('host', name, { meant, place: source }));
  }
}

/** What front matter says, and the folder a page lies in. */
function* statedEdges(page: Page, context: EdgeContext, report: Report): Iterable<Edge> {
  const { id, kind, data, path, parsed } = page;
  const subject = context.describes.get(path);
  const at = (key: string): Place => placeOf(page, key);
  for (const name of texts(data['services'])) {
    const meant = context.find(name, path);
    if (meant.type === 'found')
      yield { from: id, to: meant.id, relation: ABOUT[kind], source: at('services') };
    // Names that only the shape of a page gives may mean anything.
    else if ('services' in parsed.frontMatter.lines)
      report(referenceFinding('service', name, { meant, place: at('services') }));
  }
  if (kind === 'host')
    for (const name of texts(data['parent'])) {
      const meant = context.findHost(name);
      if (meant.type === 'found') yield { from: id, to: meant.id, relation: 'runs-on', source: at('parent') };
      else report(referenceFinding('host', name, { meant, place: at('parent') }));
    }
  if (kind === 'runbook')
    for (const name of texts(data['alerts']))
      yield { from: `alert:${name}`, to: id, relation: 'alerts', source: at('alerts') };
  for (const volume of texts(data['restores']))
    yield { from: id, to: volumeId(volume, context, path), relation: 'proves', source: at('restores') };
  const nearby = subject === undefined ? context.folderSubject(path) : undefined;
  if (nearby && texts(data['services']).length === 0)
    yield { from: id, to: nearby, relation: ABOUT[kind], source: { path, line: 1 } };
}

/** Where a page says what became the value of `key`. */
function placeOf({ path, kind, parsed: { frontMatter, shape } }: Page, key: string): Place {
  const written = [key, ...theirNames(kind, key)].find((name) => Object.hasOwn(frontMatter.lines, name));
  const line = written === undefined ? shape.facts[key]?.line : frontMatter.lines[written];
  return { path, line: line ?? 1 };
}

/** Pages that front matter names: `runbooks` of a postmortem, `evidence` of a goal. */
function* namedPages(page: Page, { findPage }: EdgeContext, report: Report): Iterable<Edge> {
  const { id, kind, data, path } = page;
  const at = (key: string): Place => placeOf(page, key);
  if (kind === 'postmortem')
    for (const ref of texts(data['runbooks'])) {
      const runbook = findPage(ref, path);
      if (runbook) yield { from: id, to: runbook.id, relation: 'fixed-by', source: at('runbooks') };
      else report(unknownPage(ref, at('runbooks')));
    }
  // Evidence may be any text; what names a page becomes a relation.
  if (kind === 'goal')
    for (const ref of texts(data['evidence'])) {
      const evidence = findPage(ref, path);
      if (evidence) yield { from: evidence.id, to: id, relation: 'taught', source: at('evidence') };
    }
}

function volumeId(name: string, { find }: EdgeContext, path: string): Id {
  const cut = name.lastIndexOf('/');
  if (cut > 0) return `volume:${name}`;
  const meant = find(name, path);
  return meant.type === 'found' ? `volume:${meant.id.slice(meant.id.indexOf(':') + 1)}` : `volume:${name}`;
}

const fold = (word: string): string => word.trim().toLowerCase();

function texts(value: unknown): readonly string[] {
  if (value === undefined) return NONE;
  return [value].flat().filter((item) => typeof item === 'string');
}

const NONE: readonly string[] = [];
