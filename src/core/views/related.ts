import type { Place as Source } from '../model/finding.ts';
import type { Edge, Id, Kind, Mode, Page, Project, Service } from '../model/lab.ts';
import { describePage, describeService, shortened } from './description.ts';
import { projectTitle } from '../lab/project-title.ts';
import { projectShown } from './project-shown.ts';
import type { LabIndex } from './lab-index.ts';

/** One thing that a page is joined to, ready to be listed. */
export type Related = Readonly<{
  id: Id;
  title: string;
  /** Undefined for what has no page: a network, a volume, a capability. */
  url: string | undefined;
  kind: Kind | 'project' | 'network' | 'volume' | 'namespace' | 'alert' | 'capability';
  /** File that it stands in, '' when it stands in none. */
  path: string;
  /** Day it began or was done, when it has one. */
  date: string | undefined;
  /** Severity of an incident, status of a drill or goal. */
  state: string | undefined;
  /** The one line that mended it, for a postmortem. */
  fix: string | undefined;
  /** The one thing to know before one goes there: a runbook's symptom, a goal's question. */
  note: string | undefined;
  /** What it is about, in at most 140 characters; '' when all has been said. */
  summary: string;
  mode: Mode | undefined;
  /** Only its own page and its list may say its words. */
  private: boolean;
  source: Source;
  /** What else is joined to a thing without a page: who shares the network, who provides the capability. */
  others: readonly Other[];
  /** Runbooks and failures of what one depends on. */
  help: readonly Related[];
}>;

export type Other = Readonly<{ title: string; url: string | undefined; private: boolean }>;

/** What lies at the other end of an edge; nothing when its page no longer exists under that id. */
export function relatedTo(index: LabIndex, id: Id, { source }: Pick<Edge, 'source'>): Related | undefined {
  const page = index.pages.get(id);
  if (page) return relatedPage(page, source);
  const service = index.services.get(id);
  if (service) return relatedService(index, service, source);
  const cut = id.indexOf(':');
  const [type, title] = [id.slice(0, cut), id.slice(cut + 1)];
  const plain = { ...NOTHING, id, title, source };
  if (type === 'project') return relatedProject(index.projects.get(id), plain);
  if (type === 'network' || type === 'volume' || type === 'capability' || type === 'alert')
    return { ...plain, kind: type };
  return undefined;
}

/** The same in short, for those who share a network, of which there may be hundreds. */
export function otherNamed(index: LabIndex, id: Id): Other | undefined {
  const thing = index.services.get(id) ?? index.pages.get(id);
  if (!thing) return undefined;
  const { url, private: secret } = thing;
  return {
    title: secret ? '' : 'project' in thing ? serviceTitle(thing) : thing.title,
    url,
    private: secret,
  };
}

/** The day a page is about: when the incident began, the drill was done, the goal is due. */
export function dayOf(page: Page): string | undefined {
  const value = page.data['began'] ?? page.data['date'] ?? page.data['by'];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
}

const NOTHING = {
  url: undefined,
  path: '',
  date: undefined,
  state: undefined,
  fix: undefined,
  note: undefined,
  summary: '',
  mode: undefined,
  private: false,
  others: [],
  help: [],
} as const;

function relatedPage(page: Page, source: Source): Related {
  const { id, url, kind, path, mode } = page;
  const plain = { ...NOTHING, id, url, kind, path, mode, source };
  if (page.private) return { ...plain, title: '', private: true };
  const said = (key: string): string | undefined => firstText(page.data[key]);
  const fix = kind === 'postmortem' ? said('fix') : undefined;
  const note = NOTES[kind]?.map(said).find((text) => text !== undefined && text !== page.title);
  const summary = shortened(describePage(page), LONGEST);
  return {
    ...plain,
    title: page.title,
    date: dayOf(page),
    state: kind === 'postmortem' ? said('severity') : STATED.has(kind) ? said('status') : undefined,
    fix: fix && shortened(fix, LONGEST),
    note: note && shortened(note, LONGEST),
    summary: fix || note || wordsOf(page.title).startsWith(wordsOf(summary)) ? '' : summary,
  };
}

/** For telling whether two texts say the same. */
const wordsOf = (text = ''): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();

/** What says most about a page of a kind, the best first. */
const NOTES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  runbook: ['symptoms', 'alerts', 'signatures'],
  goal: ['question'],
  host: ['role'],
  drill: ['hypothesis'],
};
const STATED: ReadonlySet<Kind> = new Set(['drill', 'goal']);
const LONGEST = 140;

function relatedService(index: LabIndex, service: Service, source: Source): Related {
  const { id, url, mode } = service;
  const plain = { ...NOTHING, id, url, kind: 'service' as const, path: service.source.path, mode, source };
  if (service.private) return { ...plain, title: '', private: true };
  const [page] = service.pages.flatMap((one) => index.pages.get(one) ?? []);
  return {
    ...plain,
    title: serviceTitle(service),
    summary: shortened(page ? describePage(page) : describeService(service), LONGEST),
  };
}

/** A project that is called like its service is not said twice. */
function serviceTitle(service: Service): string {
  const { project, name, title } = service;
  if (project === '') return title;
  return project === name ? name : `${projectShown(service)}/${name}`;
}

function relatedProject(
  project: Project | undefined,
  plain: Readonly<Omit<Related, 'kind'>>,
): Related | undefined {
  return (
    project && {
      ...plain,
      kind: 'project',
      title: projectTitle(project.name, project.folder),
      url: project.url,
      path: `${project.folder}/`,
    }
  );
}

const firstText = (value: unknown): string | undefined => {
  const text = [value].flat().find((item) => typeof item === 'string' && item.trim() !== '');
  return typeof text === 'string' ? text.trim() : undefined;
};
