import { formOf } from '../file-form.ts';
import type { Edge, Id, NamedService, Page, Relation, Service } from '../model/lab.ts';
import type { Keeper } from './keeper.ts';

/** The services that the text of each page names without a link, by id of the page; pages that name none are left out. */
export type NamedServices = ReadonlyMap<Id, readonly NamedService[]>;

/**
 * The narrow rule: a name counts in prose when exactly one service has it, it is no everyday word and has four letters or more;
 * in an inline code span any name of one service counts that is not generic.
 */
export function namedServices(
  pages: readonly Page[],
  services: readonly Service[],
  keeper: Keeper<readonly NamedService[]>,
): NamedServices {
  const known = knownNames(services);
  const keep = keeper(JSON.stringify([...known]));
  const named = new Map<Id, readonly NamedService[]>();
  for (const page of pages) {
    const found = keep(page.parsed, () => namesIn(page, known));
    if (found.length > 0) named.set(page.id, found);
  }
  return named;
}

/** Edges from a page to the services it names. A name in the title of a runbook or postmortem says what the page is about. */
export function* mentionEdges({ id, path, kind, title }: Page, named: NamedServices): Iterable<Edge> {
  const names = named.get(id);
  if (!names) return;
  const titleWords = new Set(title.toLowerCase().split(/[^\p{L}\p{N}_.-]+/u));
  const seen = new Set<Id>();
  for (const { word, service, line } of names) {
    if (seen.has(service)) continue;
    seen.add(service);
    const relation: Relation = titleWords.has(word) ? (ABOUT_TITLE[kind] ?? 'mentions') : 'mentions';
    yield { from: id, to: service, relation, source: { path, line } };
  }
}

const ABOUT_TITLE: Readonly<Partial<Record<Page['kind'], Relation>>> = {
  runbook: 'covers',
  postmortem: 'broke',
  drill: 'rehearses',
};

type Known = Readonly<{ service: Id; codeOnly: boolean; inPage: boolean }>;

/** By name; undefined stands for a name that several services have. An example in a page takes no name from a service. */
function knownNames(services: readonly Service[]): ReadonlyMap<string, Known | undefined> {
  const known = new Map<string, Known | undefined>();
  const ordered = services
    .map((service) => ({
      ...service,
      inPage: service.compose !== undefined && formOf(service.source.path) === 'page',
    }))
    .toSorted((a, b) => Number(a.inPage) - Number(b.inPage));
  for (const { id, name, title, compose, inPage } of ordered)
    for (const said of [name, title, compose?.containerName?.display ?? '']) {
      const word = said.toLowerCase();
      if (word === '' || GENERIC.has(word)) continue;
      if (inPage && known.has(word) && known.get(word)?.inPage !== true) continue;
      const other = known.has(word) && known.get(word)?.service !== id;
      known.set(word, other ? undefined : { service: id, codeOnly: word.length < 4, inPage });
    }
  for (const { id, project, name, inPage } of ordered)
    if (project) known.set(`${project}/${name}`.toLowerCase(), { service: id, codeOnly: true, inPage });
  return known;
}

function namesIn(
  { parsed: { mentions } }: Page,
  known: ReadonlyMap<string, Known | undefined>,
): readonly NamedService[] {
  const { words, lines, code } = mentions;
  const found: NamedService[] = [];
  let index = -1;
  for (const word of words.split('\n')) {
    index += 1;
    const name = known.get(word);
    if (!name || (name.codeOnly && index >= code)) continue;
    found.push({ service: name.service, codeOnly: name.codeOnly, word, line: lines[index] ?? 1 });
  }
  return found;
}

/**
 * Names that prose uses for other things too. They are never linked by name alone.
 * Words of everyday language, parts of every system, and what a lab talks of on each page.
 */
const GENERIC = new Set(
  `admin agent array boolean custom integer list map number object string text type value alert alerts alpine api app apps archive auth backend backup backups base bash blog bot bridge broker browser
  bucket build builder cache cert certs cleanup cli client cloud cluster code collector compose config configs console container
  control controller core cron daemon dashboard data database db debug default demo deploy desktop dev dns docker docs download
  downloads editor elastic email engine events example exporter express feed file files flow forward frontend front function
  gateway git github gitlab go graph group guard gui health hello helper home host http https hub image images import index
  info ingress init initial install internal java job jobs kafka key keys lab lan link linux load local localhost log logger
  logging logs mail main manager master media memory message messages metrics microservice microservices migrate migration mobile model models monitor
  monitoring music my-app my-service myapp myservice mysql nas net network networks nfs nginx node nodejs notes notify open page pages panel party photos php
  ping platform play player portal postgres postgresql power print prod production project projects proxy public python query
  queue react read redis registry relay release remote report reports repo reverse root router rss rules run runner sample
  scanner scheduler scraper script search secret secrets secure security server server1 service services session setup share
  shared shell site smtp socket sql ssh ssl stack staging start static status storage store stream studio support sync system
  task tasks tcp test testing tests time tls token tools traffic tunnel ubuntu udp update updater upload user users util
  vault video view viewer volume vpn watch web webapp webhook webserver website wiki worker workers www`.split(
    /\s+/,
  ),
);
