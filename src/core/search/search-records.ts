import { projectTitle } from '../lab/project-title.ts';
import { anchorOf, titleHeading } from '../views/anchors.ts';
import { composeFacts, dataFacts, type Fact, type FactKey } from '../views/facts.ts';
import type { LabIndex, Place } from '../views/lab-index.ts';
import { dayOf } from '../views/relations.ts';
import type { Id, Kind, Lab, Mode, Page, Relation, Service } from '../model/lab.ts';

/** What search knows of one URL: what it is filtered by, and its text by heading. */
export type SearchRecord = Readonly<{
  /** Without base. */
  url: string;
  title: string;
  kind: Kind | 'project';
  /** Services that it is about, as `project/name`. */
  services: readonly string[];
  mode: Mode | undefined;
  severity: string | undefined;
  /** Day that it is about. */
  date: string | undefined;
  language: string;
  /** What a failure looks like and what mends it: found before anything else. */
  signs: readonly string[];
  /** Its other facts, its path, names that stand in a compose file. */
  facts: readonly string[];
  /** `id` is that of the heading on the page of the URL, '' for its top. */
  sections: readonly Readonly<{ id: string; heading: string; text: string }>[];
}>;

/** A record for every place of the lab that is not private, in the order of their URLs. Where there is none: one for home. */
export function searchRecords(index: LabIndex): SearchRecord[] {
  const records = [...index.places]
    .flatMap(([url, place]) => recordOf(index, url, place) ?? [])
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  return records.length > 0 ? records : [homeRecord(index.lab)];
}

/** A search that finds nothing is one that works, but Pagefind makes no index of no page. */
const homeRecord = ({ title, language }: Lab): SearchRecord => ({
  url: '/',
  title,
  kind: 'note',
  services: [],
  mode: undefined,
  severity: undefined,
  date: undefined,
  language,
  signs: [],
  facts: ['home'],
  sections: [],
});

function recordOf(index: LabIndex, url: string, place: Place): SearchRecord | undefined {
  switch (place.type) {
    case 'page': {
      const { page } = place;
      if (page.private) return undefined;
      const severity = page.data['severity'];
      return {
        ...bodiesOf(index, [page]),
        url,
        title: page.title,
        kind: page.kind,
        services: servicesOf(index, page.id),
        mode: page.mode,
        severity: typeof severity === 'string' ? severity : undefined,
        date: dayOf(page),
        ...factsOf(dataFacts(page.data), [page.path]),
      };
    }
    case 'service': {
      const { service, pages } = place;
      if (service.private) return undefined;
      return {
        ...bodiesOf(index, pages),
        url,
        title: service.title,
        kind: 'service',
        services: [nameOf(service)],
        mode: service.mode,
        severity: undefined,
        date: undefined,
        ...factsOf(
          [...dataFacts(service.data), ...composeFacts(service)],
          [nameOf(service), ...pathsOf(service, pages), ...dependenciesOf(service)],
        ),
      };
    }
    case 'project': {
      const { project, services } = place;
      const pages = place.pages.filter((page) => !page.private);
      const members = services.filter((service) => !service.private).map(nameOf);
      return {
        ...bodiesOf(index, pages),
        url,
        title: pages[0]?.title ?? projectTitle(project.name, project.folder),
        kind: 'project',
        services: members,
        mode: undefined,
        severity: undefined,
        date: undefined,
        signs: [],
        facts: [project.name, ...members, ...pages.map(({ path }) => path)],
      };
    }
  }
}

const nameOf = ({ id }: Service): string => id.slice('service:'.length);

const pathsOf = ({ variants }: Service, pages: readonly Page[]): string[] => [
  ...new Set([...variants, ...pages].map(({ path }) => path)),
];

const dependenciesOf = ({ compose }: Service): string[] =>
  (compose?.dependsOn ?? []).map(({ service }) => service);

/** What a page says it is about; a service that it only mentions is no subject of it. */
const ABOUT: ReadonlySet<Relation> = new Set(['covers', 'broke', 'rehearses', 'proves']);

function servicesOf(index: LabIndex, id: Id): string[] {
  const about = (index.from.get(id) ?? []).flatMap(({ to, relation }) => {
    const service = ABOUT.has(relation) ? index.services.get(to) : undefined;
    return service && !service.private ? nameOf(service) : [];
  });
  return [...new Set(about)].sort();
}

/** In the order in which they tell a reader most. */
const SIGNS: readonly FactKey[] = ['symptoms', 'signatures', 'fix', 'alerts'];

const factsOf = (facts: readonly Fact[], more: readonly string[]): Pick<SearchRecord, 'signs' | 'facts'> => ({
  signs: textsOf(SIGNS.flatMap((sign) => facts.filter(({ key }) => key === sign))),
  facts: [...textsOf(facts.filter(({ key }) => !SIGNS.includes(key))), ...more],
});

const textsOf = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ values }) => values.map(({ text }) => text));

function bodiesOf(
  { anchors, lab }: LabIndex,
  pages: readonly Page[],
): Pick<SearchRecord, 'language' | 'sections'> {
  const said = pages[0]?.data['lang'];
  return {
    language: typeof said === 'string' ? said : lab.language,
    sections: pages.flatMap((page) => {
      const title = titleHeading(page)?.id;
      return page.parsed.body.sections.map(({ id, heading, text }) => ({
        id: id === '' ? '' : anchorOf(anchors, page, id),
        heading: id === title ? '' : heading,
        text,
      }));
    }),
  };
}
