import type { ComposeFacts, ComposeService } from './compose.ts';
import type { Finding, Place } from './finding.ts';
import type { ParsedPage, PlainFile } from './parsed.ts';

export const KINDS = ['service', 'runbook', 'postmortem', 'drill', 'goal', 'host', 'note'] as const;
export type Kind = (typeof KINDS)[number];

export type Mode = 'production' | 'sandbox';

/** `page:<path>`, `service:<project>/<name>`, `project:<name>`, `volume:<project>/<key>`, `network:<name>`, `alert:<Name>`, `capability:<word>`. */
export type Id =
  `${'page' | 'service' | 'project' | 'volume' | 'network' | 'alert' | 'capability'}:${string}`;

export type Relation =
  | 'mentions'
  | 'depends-on'
  | 'shares'
  | 'runs-on'
  | 'provides'
  | 'needs'
  | 'broke'
  | 'fixed-by'
  | 'covers'
  | 'alerts'
  | 'rehearses'
  | 'proves'
  | 'taught';

/** Stored once, read both ways. `source` is the line that made it. */
export type Edge = Readonly<{ from: Id; to: Id; relation: Relation; source: Place }>;

/** A service that the text of a page names without a link. `word` is in lower case; `line` has it first. */
export type NamedService = Readonly<{
  word: string;
  service: Id;
  line: number;
  /** The name counts only where it stands alone in a code span. */
  codeOnly: boolean;
}>;

/** Where a slot of a page leads once the whole lab is known. */
export type Target =
  | Readonly<{ type: 'page'; id: Id; url: string; hash: string }>
  | Readonly<{ type: 'file'; path: string; line?: number }>
  | Readonly<{ type: 'image'; path: string }>
  | Readonly<{ type: 'folder'; path: string }>
  | Readonly<{ type: 'list'; url: string }>
  | Readonly<{ type: 'external'; url: string }>
  | Readonly<{ type: 'forge'; path: string; hash: string }>
  | Readonly<{ type: 'text'; reason: string }>;

/** How and when a file was last changed. */
export type LastChange = Readonly<{ at: string; commit: string }>;

/** What Git knows. Without Git, `commits` is empty. In a shallow clone a file changed beyond the boundary has no entry. */
export type History = Readonly<{
  head?: string;
  shallow: boolean;
  /** Folder of the lab inside its repository, '' at the root, else ending in '/'. */
  prefix: string;
  /** Address of the remote `origin`, without credentials. */
  origin?: string;
  /** Branch that is checked out; none on a detached HEAD. */
  branch?: string;
  lastChange: ReadonlyMap<string, LastChange>;
}>;

/** One Markdown file in its place in the lab. Several may share a URL (a service's README and its page). */
export type Page = Readonly<{
  id: Id;
  path: string;
  kind: Kind;
  /** `shape` was guessed; the other two were said. */
  kindFrom: 'front matter' | 'folder' | 'shape';
  title: string;
  url: string;
  /** Front matter checked by the schema of the kind, completed by shape; values that do not fit are left out. */
  data: PageData;
  mode?: Mode;
  private: boolean;
  public: boolean;
  parsed: ParsedPage;
  /** One for each of `parsed.slots`, in order. */
  targets: readonly Target[];
  lastChange?: LastChange;
}>;

export type PageData = Readonly<Record<string, unknown>>;

/** One thing that runs. Facts come from a compose file, from a page, or both. */
export type Service = Readonly<{
  id: Id;
  project: string;
  name: string;
  title: string;
  url: string;
  mode: Mode | undefined;
  source: Place;
  compose?: ComposeService;
  /** Every definition in the project's folder, the one in `compose` first. */
  variants: readonly Readonly<{ path: string; facts: ComposeFacts; service: ComposeService }>[];
  /** Ids of the pages that describe it, the main one first. */
  pages: readonly Id[];
  /** Front matter of its pages over `x-blackstart` and labels. */
  data: PageData;
  private: boolean;
}>;

/** A Compose project: one folder that starts together. `folder` is '' at the root. */
export type Project = Readonly<{
  id: Id;
  name: string;
  url: string;
  folder: string;
  /** Ids of its services, by name. */
  services: readonly Id[];
  /** The service one means by the project's name: its only one, or the one of the same name. */
  main?: Id;
  /** Pages about the project as a whole. */
  pages: readonly Id[];
}>;

/** Everything known of a lab at one moment. Never changed after `buildLab`. */
export type Lab = Readonly<{
  title: string;
  language: string;
  /** ISO 8601 time of the newest commit, or of the newest file without Git. */
  asOf: string;
  history: History;
  pages: readonly Page[];
  services: readonly Service[];
  projects: readonly Project[];
  /** Files that are neither page nor compose, and compose files too: whatever a link may lead to. By path. */
  files: ReadonlyMap<string, PlainFile>;
  edges: readonly Edge[];
  /** Services named in prose, by id of the page. */
  named: ReadonlyMap<Id, readonly NamedService[]>;
  findings: readonly Finding[];
  /** Old URL to URL. */
  redirects: ReadonlyMap<string, string>;
  /** The code in MDX pages may run. */
  trusted: boolean;
  config: LabConfig;
}>;

/** `blackstart.yaml`, checked. */
export type LabConfig = Readonly<{
  title?: string;
  language?: string;
  timezone?: string;
  forge?: string;
  ignoreRules: readonly string[];
  include: readonly string[];
  exclude: readonly string[];
  folderWords: Readonly<Partial<Record<Kind, readonly string[]>>>;
  headingWords: Readonly<Record<string, readonly string[]>>;
  composeGlobs: readonly string[];
  /** Minutes of downtime that the household accepts in a month. */
  household?: number;
  electricity?: number;
  site: Readonly<{ url?: string; index: boolean; offline: boolean; needs: readonly string[] }>;
}>;
