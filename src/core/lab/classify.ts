import { baseName, folderOf, standsForFolder, stemOf } from '../paths.ts';
import { KINDS, type Kind, type LabConfig } from '../model/lab.ts';
import type { ParsedPage, SectionRole } from '../model/parsed.ts';

/** What a page is and why; `below` is its path below the folder that decided, without its ending. */
export type Classified = Readonly<{
  kind: Kind;
  from: 'front matter' | 'folder' | 'shape';
  /** Kind of the URL: shape never decides it. */
  urlKind: Kind;
  below: string;
  /** The folder that decided, whose pages the list of the kind shows; undefined when none did. */
  home: string | undefined;
  /** The page introduces the list of its folder instead of being one of its pages. */
  introduces: boolean;
}>;

type Folder = Readonly<{ kind: Kind; depth: number; path: string }>;

export type ClassifyContext = Readonly<{
  config: LabConfig;
  folderWords: FolderWords;
  /** Folders that hold a compose file: a README beside one is the page of its service. */
  composeFolders: ReadonlySet<string>;
  /** `project/name` of every service that a compose file defines. */
  defined: ReadonlySet<string>;
}>;

/** Kind of a page: what its front matter says, else its nearest folder with a meaning, else its shape. */
export function classify(page: ParsedPage, context: ClassifyContext): Classified {
  const { data } = page.frontMatter;
  const said =
    KINDS.find((kind) => kind === data['kind']) ??
    (typeof data['service'] === 'string' ? 'service' : undefined);
  const folder = nearestFolder(page, context);
  const below = pathBelow(page.path, folder?.depth ?? 0);
  const home = folder?.path;
  if (said)
    return { kind: said, from: 'front matter', urlKind: said, below, home: undefined, introduces: false };
  const beside = folderOf(page.path);
  if (
    standsForFolder(page.path) &&
    beside !== '' &&
    context.composeFolders.has(beside) &&
    (!folder || folder.kind === 'service')
  )
    return { kind: 'service', from: 'folder', urlKind: 'service', below, home, introduces: false };
  if (isTemplate(page.path))
    return {
      kind: 'note',
      from: 'shape',
      urlKind: 'note',
      below: pathBelow(page.path, 0),
      home: undefined,
      introduces: false,
    };
  if (folder) {
    const introduces = below === '';
    const kind = introduces ? 'note' : folder.kind;
    return { kind, from: 'folder', urlKind: folder.kind, below, home, introduces };
  }
  return {
    kind: kindByShape(page) ?? 'note',
    from: 'shape',
    urlKind: 'note',
    below: pathBelow(page.path, 0),
    home: undefined,
    introduces: false,
  };
}

export type FolderWords = Readonly<Record<Kind, readonly string[]>>;

function nearestFolder(
  page: ParsedPage,
  { config, folderWords, defined }: ClassifyContext,
): Folder | undefined {
  const folders = folderOf(page.path).split('/').filter(Boolean);
  for (let depth = folders.length; depth > 0; depth--) {
    const name = plainName(folders[depth - 1] ?? '');
    const kind = KINDS.find(
      (candidate) => folderWords[candidate].includes(name) || config.folderWords[candidate]?.includes(name),
    );
    if (
      kind &&
      kind !== 'note' &&
      belongs(page, kind, { folder: name, below: pathBelow(page.path, depth), defined })
    )
      return { kind, depth, path: folders.slice(0, depth).join('/') };
  }
  return undefined;
}

type Spot = Readonly<{ folder: string; below: string; defined: ReadonlySet<string> }>;

/** Folder names that also mean other things ask for the shape; below `services/` only a service's own page is one. */
function belongs(page: ParsedPage, kind: Kind, { folder, below, defined }: Spot): boolean {
  if (below === '') return true;
  if (kind === 'service') return !below.includes('/') || defined.has(below);
  if (kind === 'goal' || kind === 'host') return SURE.test(folder) || kindByShape(page) === kind;
  return true;
}

/** Words for goals and hosts that hardly name anything else; `learning`, `network` and `server` do. */
const SURE =
  /^(goals?|tils?|learning-goals?|lernziele?|objectifs?|objetivos?|学习目标|目标|目標|学習目標|hosts?|machines?|hardware|rechner|maschinen?|hôtes?|máquinas?|主机|机器|硬件|ホスト|マシン|機器|ハードウェア)$/;

/** `01-Runbooks` and `_runbooks` are `runbooks`. */
const plainName = (folder: string): string =>
  folder
    .toLowerCase()
    .normalize('NFC')
    .replace(/^[\d._\-\s]+|[_\-\s]+$/g, '')
    .replace(/[_\s]+/g, '-');

function pathBelow(path: string, depth: number): string {
  const folders = folderOf(path).split('/').filter(Boolean).slice(depth);
  return (standsForFolder(path) ? folders : [...folders, stemOf(path)]).join('/');
}

const isTemplate = (path: string): boolean =>
  /(^|[^a-z])(templates?|vorlagen?|plantillas?|modelos?|mod[eè]les?|模板|テンプレート)([^a-z]|$)/i.test(
    `${baseName(folderOf(path))}/${stemOf(path)}`,
  );

/** Kind by headings and file name, only when they leave little doubt. */
function kindByShape(page: ParsedPage): Kind | undefined {
  const roles = new Set(page.shape.roles);
  const has = (...wanted: readonly SectionRole[]): number => wanted.filter((role) => roles.has(role)).length;
  const name = `${stemOf(page.path)} ${page.heading ?? ''}`.toLowerCase();
  if (has('hypothesis') && has('method', 'steady', 'rollback')) return 'drill';
  if ((has('question') && has('evidence')) || 'question' in page.frontMatter.data) return 'goal';
  const failure =
    has('impact', 'cause', 'detection', 'actions', 'timeline', 'trigger', 'fix') +
    (has('lessons', 'well', 'wrong', 'lucky') ? 1 : 0);
  const named = /post-?mortem|incident|outage|\brca\b|retrospective|störung|ausfall|故障|障害|事故/.test(
    name,
  );
  const dated = 'date' in page.shape.facts || 'began' in page.shape.facts || /\d{4}-?\d{2}-?\d{2}/.test(name);
  if (failure >= (named || dated ? 2 : 4) && has('timeline', 'cause', 'impact')) return 'postmortem';
  if (/\brun-?book\b|\bplay-?book\b/.test(name) && page.stepCount + page.headings.length > 1)
    return 'runbook';
  if (has('diagnosis') && has('mitigation')) return 'runbook';
  if (['address', 'vlan'].some((key) => key in page.frontMatter.data)) return 'host';
  return undefined;
}
