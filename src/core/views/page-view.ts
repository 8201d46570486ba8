import type { Finding, Place } from '../model/finding.ts';
import {
  KINDS,
  type Id,
  type Kind,
  type LastChange,
  type Mode,
  type Page,
  type Service,
} from '../model/lab.ts';
import type { Heading } from '../model/parsed.ts';
import { folderOf, standsForFolder } from '../paths.ts';
import { KIND_FOLDER } from '../lab/urls.ts';
import { anchorOf } from './anchors.ts';
import { describe } from './description.ts';
import { composeFacts, dataFacts, type Fact } from './facts.ts';
import { folderPage, pagesInFolder } from './folder-pages.ts';
import { linkedFacts } from './fact-links.ts';
import { languageOf } from './language.ts';
import { projectTitle } from '../lab/project-title.ts';
import type { LabIndex, Place as Shown } from './lab-index.ts';
import type { Neighbours } from './order.ts';
import { relationsOf, type RelationGroup } from './relations.ts';

/** The list of a kind, or a project. */
export type Crumb = Readonly<{ kind: Kind; url: string } | { title: string; url: string }>;

/** A file that a page was made from. */
export type SourceFile = Readonly<{ path: string; line: number; lastChange: LastChange | undefined }>;

/** Everything that the page of a place shows, whatever its kind. */
export type PageView = Readonly<{
  kind: Kind | 'project';
  title: string;
  /** Of the title, where a page gave it. */
  language: string | undefined;
  /** What identifies the thing beside its title: a service's `project/name`, a page's path. */
  identity: string;
  /** Where a service is defined. */
  place: Place | undefined;
  /** The file that most of what the page says comes from. */
  file: string | undefined;
  description: string;
  mode: Mode | undefined;
  private: boolean;
  open: boolean;
  /** Of following it: read-only, safe, disruptive or destructive. */
  risk: string | undefined;
  crumbs: readonly Crumb[];
  facts: readonly Fact[];
  /** Commands that tell whether the thing runs, ready to copy. */
  commands: readonly string[];
  contents: readonly Heading[];
  bodies: readonly Page[];
  relations: readonly RelationGroup[];
  sources: readonly SourceFile[];
  findings: readonly Finding[];
  /** Services of a project, for its page. */
  members: readonly Service[];
  /** Other pages of the folder that it stands for, or is defined in. */
  folder: readonly Page[];
  /** The pages before and after it, where there is an order. */
  neighbours: Neighbours;
}>;

export function pageView(index: LabIndex, place: Shown): PageView {
  const shared = {
    language: undefined,
    private: false,
    open: false,
    risk: undefined,
    commands: [],
    members: [],
    folder: [],
    neighbours: {},
  };
  switch (place.type) {
    case 'page': {
      const { page } = place;
      return {
        ...shared,
        ...bodyView(index, [page]),
        kind: page.kind,
        title: page.title,
        language: languageOf(page),
        identity: page.path,
        place: undefined,
        file: page.path,
        description: describe(place),
        mode: page.mode,
        private: page.private,
        open: isOpen(page),
        risk: typeof page.data['risk'] === 'string' ? page.data['risk'] : undefined,
        crumbs: crumbsOf(index, page),
        facts: linkedFacts(index, dataFacts(page.data)),
        folder: standsForFolder(page.path) ? pagesInFolder(index, folderOf(page.path), [page]) : [],
        neighbours: index.neighbours.get(page.id) ?? {},
        relations: relationsOf(index, place),
      };
    }
    case 'service': {
      const { service, pages } = place;
      const { project, name } = service;
      const sources = service.variants.map(({ path, service: { line } }) => ({
        path,
        line,
        lastChange: lastChangeOf(index, path),
      }));
      const body = bodyView(index, pages);
      return {
        ...shared,
        ...body,
        kind: 'service',
        title: service.title,
        identity: project ? `${project}/${name}` : name,
        place: service.compose ? service.source : undefined,
        file: service.source.path,
        description: describe(place),
        mode: service.mode,
        private: service.private,
        crumbs: [SERVICES, ...projectCrumb(index, `project:${project}`)],
        facts: [...linkedFacts(index, dataFacts(service.data)), ...composeFacts(service)],
        commands: commandsOf(index, place),
        folder: index.pageByPath.has(service.source.path)
          ? []
          : pagesInFolder(index, folderOf(service.source.path), pages),
        relations: relationsOf(index, place),
        sources: oneEach([...sources, ...body.sources]),
        findings: [...sources.flatMap(({ path }) => index.findings.get(path) ?? []), ...body.findings],
      };
    }
    case 'project': {
      const { project, pages, services } = place;
      const title = pages[0]?.title ?? projectTitle(project.name, project.folder);
      const body = bodyView(index, pages);
      const files = services.flatMap(({ variants }) => variants.map(({ path }) => path));
      return {
        ...shared,
        ...body,
        kind: 'project',
        title,
        identity: project.name === title ? '' : project.name,
        place: undefined,
        file: undefined,
        description: describe(place),
        mode: undefined,
        crumbs: [SERVICES],
        facts: [],
        relations: relationsOf(index, place),
        members: services,
        folder: pagesInFolder(index, project.folder, pages),
        sources: oneEach([
          ...files.map((path) => ({ path, line: 1, lastChange: lastChangeOf(index, path) })),
          ...body.sources,
        ]),
      };
    }
  }
}

/** A postmortem that has begun, has not ended, and says it is a draft. */
export const isOpen = ({ kind, data }: Page): boolean =>
  kind === 'postmortem' &&
  data['status'] === 'draft' &&
  data['began'] !== undefined &&
  data['ended'] === undefined;

const SERVICES: Crumb = { kind: 'service', url: '/services/' };

function bodyView(
  index: LabIndex,
  pages: readonly Page[],
): Pick<PageView, 'contents' | 'bodies' | 'sources' | 'findings'> {
  return {
    contents: pages.flatMap((page) =>
      page.parsed.headings
        .filter(({ depth }) => depth > 1 && depth < 4)
        .map((heading) => ({ ...heading, id: anchorOf(index.anchors, page, heading.id) })),
    ),
    bodies: pages,
    sources: pages.map(({ path, lastChange }) => ({ path, line: 1, lastChange })),
    findings: pages.flatMap(({ path }) => index.findings.get(path) ?? []),
  };
}

/** A file may hold both a service and the page about it. */
const oneEach = (sources: readonly SourceFile[]): SourceFile[] =>
  sources.filter(({ path }, index) => sources.findIndex((source) => source.path === path) === index);

const lastChangeOf = ({ lab }: LabIndex, path: string): LastChange | undefined =>
  lab.history.lastChange.get(path);

/** The list that a page is found in, whatever its own address, and the page of its folder. */
function crumbsOf(index: LabIndex, page: Page): Crumb[] {
  const shown = KINDS.find((each) => page.url.startsWith(listOf(each)));
  const kind = standsForFolder(page.path) ? (shown ?? page.kind) : page.kind;
  const folder = folderPage(index, page);
  const within = folder && folder.url.startsWith(listOf(kind)) && folder.url !== listOf(kind);
  return [
    ...(page.url === listOf(kind) ? [] : [{ kind, url: listOf(kind) }]),
    ...(within ? [{ title: folder.title, url: folder.url }] : []),
  ];
}

const listOf = (kind: Kind): string => `/${KIND_FOLDER[kind]}/`;

function projectCrumb(index: LabIndex, id: Id): Crumb[] {
  const project = index.projects.get(id);
  return project ? [{ title: projectTitle(project.name, project.folder), url: project.url }] : [];
}

/** First looks at a container, whole and read-only. A page that shows a service is no file for Compose. */
function commandsOf(index: LabIndex, { service }: Extract<Shown, { type: 'service' }>): string[] {
  if (!service.compose) return [];
  const container = service.compose.containerName;
  if (container?.state === 'known')
    return [`docker ps --filter name=${container.display}`, `docker logs --tail 100 ${container.display}`];
  if (index.pageByPath.has(service.source.path)) return [];
  return [
    `docker compose -f ${service.source.path} ps ${service.name}`,
    `docker compose -f ${service.source.path} logs --tail 100 ${service.name}`,
  ];
}
