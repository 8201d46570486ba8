import type { Edge, Id, Page, Relation, Service } from '../model/lab.ts';

/** Edges from a page to the services that its text names without a link. */
export type ServiceMentions = (page: Page) => Iterable<Edge>;

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
  logging logs mail main manager master media memory message messages metrics migrate migration mobile model models monitor
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

type Known = Readonly<{ id: Id; code: boolean }>;

/**
 * The narrow rule: a name counts in prose when exactly one service has it, it is no everyday word and has four letters or more;
 * in an inline code span any name of one service counts that is not generic. A name in the title of a runbook or postmortem
 * says what the page is about.
 */
export function serviceMentions(services: readonly Service[]): ServiceMentions {
  const known = new Map<string, Known | undefined>();
  for (const { id, name, compose } of services)
    for (const word of new Set([name.toLowerCase(), compose?.containerName?.display.toLowerCase() ?? ''])) {
      if (word === '' || GENERIC.has(word)) continue;
      known.set(
        word,
        known.has(word) && known.get(word)?.id !== id ? undefined : { id, code: word.length < 4 },
      );
    }
  for (const { id, project, name } of services)
    if (project) known.set(`${project}/${name}`.toLowerCase(), { id, code: true });

  return function* (page) {
    const title = new Set(page.title.toLowerCase().split(/[^\p{L}\p{N}_.-]+/u));
    const described = new Set<Id>();
    const { words, lines, code } = page.parsed.mentions;
    let index = -1;
    for (const word of words.split('\n')) {
      index += 1;
      const found = known.get(word);
      if (!found || (found.code && index >= code) || described.has(found.id)) continue;
      described.add(found.id);
      const relation: Relation = title.has(word) ? (ABOUT_TITLE[page.kind] ?? 'mentions') : 'mentions';
      yield { from: page.id, to: found.id, relation, source: { path: page.path, line: lines[index] ?? 1 } };
    }
  };
}

const ABOUT_TITLE: Readonly<Partial<Record<Page['kind'], Relation>>> = {
  runbook: 'covers',
  postmortem: 'broke',
  drill: 'rehearses',
};
