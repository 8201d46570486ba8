import type { Finding } from '../model/finding.ts';
import { sharedAnchors, type SharedAnchors } from './anchors.ts';
import { census, type Counted } from './census.ts';
import { folderOf } from '../paths.ts';
import type { Edge, Id, Lab, Page, Project, Service } from '../model/lab.ts';
import { alertsOf, type Alert } from './alerts.ts';
import { neighboursOf, type Neighbours } from './order.ts';
import { severalAt } from './several.ts';
import { tagsOf, type Tag } from './tags.ts';

/** A page of the site: what one URL shows. Several Markdown files may share it with a service or project. */
export type Place =
  | Readonly<{ type: 'page'; page: Page }>
  | Readonly<{ type: 'service'; service: Service; pages: readonly Page[] }>
  | Readonly<{ type: 'project'; project: Project; pages: readonly Page[]; services: readonly Service[] }>;

/** A lab made ready for questions; made once and handed along. */
export type LabIndex = Readonly<{
  lab: Lab;
  kinds: readonly Counted[];
  /** Every page of the lab's own content by URL; lists and other pages of the site are not here. */
  places: ReadonlyMap<string, Place>;
  /** Services by the URL that several of them would have. */
  several: ReadonlyMap<string, readonly Service[]>;
  pages: ReadonlyMap<Id, Page>;
  services: ReadonlyMap<Id, Service>;
  servicesByName: ReadonlyMap<string, readonly Service[]>;
  projects: ReadonlyMap<Id, Project>;
  pageByPath: ReadonlyMap<string, Page>;
  anchors: SharedAnchors;
  /** Paths directly in each folder of the lab, folders too; '' is the lab itself. */
  folders: ReadonlyMap<string, readonly string[]>;
  /** By path of the file they are about. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  from: ReadonlyMap<Id, readonly Edge[]>;
  to: ReadonlyMap<Id, readonly Edge[]>;
  neighbours: ReadonlyMap<Id, Neighbours>;
  /** By name. */
  alerts: ReadonlyMap<string, Alert>;
  /** Names of alerts by URL. */
  alertsByUrl: ReadonlyMap<string, string>;
  /** By URL. */
  tags: ReadonlyMap<string, Tag>;
  /** URLs of tags by key. */
  tagUrls: ReadonlyMap<string, string>;
}>;

export function indexLab(lab: Lab): LabIndex {
  const pages = new Map(lab.pages.map((page) => [page.id, page]));
  const services = new Map(lab.services.map((service) => [service.id, service]));
  const projects = new Map(lab.projects.map((project) => [project.id, project]));
  const named = (ids: readonly Id[]): Page[] => ids.flatMap((id) => pages.get(id) ?? []);
  const places = new Map<string, Place>();
  for (const page of lab.pages) places.set(page.url, { type: 'page', page });
  for (const project of lab.projects)
    places.set(project.url, {
      type: 'project',
      project,
      pages: named(project.pages),
      services: project.services.flatMap((id) => services.get(id) ?? []),
    });
  for (const service of lab.services)
    places.set(service.url, { type: 'service', service, pages: named(service.pages) });
  const alerts = alertsOf(lab.edges, pages);
  const tags = tagsOf(places);
  return {
    lab,
    kinds: census(lab),
    places,
    several: severalAt(lab, places),
    pages,
    services,
    servicesByName: Map.groupBy(lab.services, ({ name }) => name),
    projects,
    pageByPath: new Map(lab.pages.map((page) => [page.path, page])),
    anchors: sharedAnchors([...lab.projects, ...lab.services].map((each) => named(each.pages))),
    folders: foldersOf([...lab.files.keys(), ...lab.pages.map(({ path }) => path)]),
    findings: Map.groupBy(lab.findings, ({ place }) => place.path),
    from: Map.groupBy(lab.edges, (edge) => edge.from),
    to: Map.groupBy(lab.edges, (edge) => edge.to),
    neighbours: neighboursOf(lab.pages),
    alerts,
    alertsByUrl: new Map([...alerts.values()].map(({ name, url }) => [url, name])),
    tags: new Map([...tags.values()].map((tag) => [tag.url, tag])),
    tagUrls: new Map([...tags].map(([key, { url }]) => [key, url])),
  };
}

function foldersOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>([['', []]]);
  for (const path of paths.toSorted())
    for (let child = path; child !== ''; child = folderOf(child)) {
      const folder = folderOf(child);
      const entries = folders.get(folder);
      if (entries) entries.push(child);
      else folders.set(folder, [child]);
      if (entries && folder !== '') break;
    }
  return folders;
}
