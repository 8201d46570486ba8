import { hostFinder } from '../src/core/lab/page-names.ts';
import { serviceFinder } from '../src/core/lab/service-names.ts';
import type { Meant, Named } from '../src/core/lab/service-names.ts';
import type { Id, Lab, Page, Service } from '../src/core/model/lab.ts';
import { folderOf } from '../src/core/paths.ts';
import { WrongUse } from './command.ts';
import type { ServiceFacts } from './templates/template.ts';

/** The services that a person named, each as the lab knows it. */
export function namedServices(names: readonly string[], { services, projects }: Lab): Service[] {
  const find = serviceFinder(services.map(named), projects);
  const byId = new Map<Id, Service>(services.map((service) => [service.id, service]));
  return names.map((name) => {
    const meant = find(name, '');
    const service = meant.type === 'found' ? byId.get(meant.id) : undefined;
    if (service) return service;
    throw new WrongUse(unknown('service', name, meant));
  });
}

/** A host by file name, title, alias or address, as it was written. */
export function namedHost(name: string, { pages }: Lab): string {
  const meant = hostFinder(pages)(name);
  if (meant.type === 'found') return name;
  if (pages.some(({ kind }) => kind === 'host')) throw new WrongUse(unknown('host', name, meant));
  throw new WrongUse(
    `This lab has no page about a host. Write one first: \`blackstart new host "${name}"\`.`,
  );
}

/** What a page at `path` says of `service`. */
export function serviceFacts(service: Service, path: string, lab: Lab): ServiceFacts {
  return {
    ref: refOf(service.id),
    name: service.name,
    title: service.title,
    composed: service.compose !== undefined,
    runbooks: runbooksOf(service.id, lab).map((page) => ({
      title: page.title,
      link: wayTo(page.path, path),
    })),
  };
}

/** A service as front matter names it: `dns/pihole`. */
export const refOf = (id: Id) => id.slice('service:'.length);

const named = ({ id, project, name, source }: Service): Named => ({
  id,
  ref: refOf(id),
  project,
  name,
  folder: folderOf(source.path),
  inPage: false,
  aliases: [],
});

function unknown(what: 'service' | 'host', name: string, meant: Meant): string {
  if (meant.type === 'several')
    return `\`${name}\` may be ${meant.refs.map((ref) => `\`${ref}\``).join(' or ')}. Write one of them.`;
  const near = meant.type === 'unknown' ? meant.suggestion() : undefined;
  return `This lab has no ${what} \`${name}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
}

function runbooksOf(service: Id, { edges, pages }: Lab): Page[] {
  const covering = new Set(
    edges.flatMap(({ from, to, relation }) => (relation === 'covers' && to === service ? [from] : [])),
  );
  return pages.filter(({ id }) => covering.has(id));
}

/** A link that works on a forge as well: relative, with blanks and brackets encoded. */
function wayTo(path: string, from: string): string {
  const here = folderOf(from).split('/').filter(Boolean);
  const there = path.split('/');
  const shared = here.findIndex((part, index) => part !== there[index]);
  const common = shared === -1 ? here.length : shared;
  const parts = [...here.slice(common).map(() => '..'), ...there.slice(common)];
  return parts
    .map((part) => encodeURIComponent(part).replaceAll('(', '%28').replaceAll(')', '%29'))
    .join('/');
}
