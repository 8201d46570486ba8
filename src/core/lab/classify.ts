import { baseName, folderOf, standsForFolder, stemOf } from '../paths.ts';
import { KINDS, type Kind, type LabConfig } from '../model/lab.ts';
import type { ParsedPage } from '../model/parsed.ts';
import { kindByShape, saysWhatToDo, tellsOfAFailure } from './kind-by-shape.ts';

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
  config: Pick<LabConfig, 'folderWords'>;
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
  if (folder?.kind === 'note')
    return {
      kind: 'note',
      from: 'folder',
      urlKind: 'note',
      below: pathBelow(page.path, 0),
      home: undefined,
      introduces: false,
    };
  if (folder) {
    const introduces = below === '';
    // Hugo's `_index.md` is the list of its folder.
    const kind = introduces || stemOf(page.path) === '_index' ? 'note' : folder.kind;
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
  const names = folders.map(plainName);
  let unsure: Folder | undefined;
  for (let depth = folders.length; depth > 0; depth--) {
    const name = names[depth - 1] ?? '';
    const kind = meaningOf(name, { config, folderWords });
    // Playbooks of Ansible are code.
    if (!kind || (name === 'playbooks' && names.slice(0, depth).includes('ansible'))) continue;
    const below = pathBelow(page.path, depth);
    const folder = { kind, depth, path: folders.slice(0, depth).join('/') };
    if (below === '' && !isSure(kind, name)) unsure ??= folder;
    else if (belongs(page, kind, { folder: name, below, defined })) return folder;
  }
  return unsure;
}

/** Kind that a folder's name stands for: the whole name, or its last word where that is telling (`old-runbooks`). */
function meaningOf(
  name: string,
  { config, folderWords }: Pick<ClassifyContext, 'config' | 'folderWords'>,
): Kind | undefined {
  const kindOf = (word: string): Kind | undefined =>
    KINDS.find((kind) => folderWords[kind].includes(word) || config.folderWords[kind]?.includes(word));
  const whole = kindOf(name);
  if (whole === 'note')
    return STAYS_NOTE.test(name) || config.folderWords.note?.includes(name) ? whole : undefined;
  if (whole) return whole;
  return TELLING_LAST.test(name) ? kindOf(name.slice(name.lastIndexOf('-') + 1)) : undefined;
}

/** Folders whose pages are notes even when they have the shape of something else: a decision tells causes and impact, too. */
const STAYS_NOTE = /^(adrs?|decisions?|decision-records?|changelogs?|release-notes|rfcs?)$/;

const TELLING_LAST = /-(runbooks?|playbooks?|postmortems?|incidents|outages)$/;

type Spot = Readonly<{ folder: string; below: string; defined: ReadonlySet<string> }>;

/** Folder names that also mean other things ask for the shape; below `services/` only a service's own page is one. */
function belongs(page: ParsedPage, kind: Kind, { folder, below, defined }: Spot): boolean {
  if (below === '') return true;
  if (kind === 'service') return !below.includes('/') || defined.has(below);
  if (isSure(kind, folder)) return true;
  if (kind === 'postmortem') return tellsOfAFailure(page, below);
  return kind === 'runbook' ? saysWhatToDo(page) : kindByShape(page) === kind;
}

const isSure = (kind: Kind, folder: string): boolean =>
  kind === 'goal' || kind === 'host' ? SURE.test(folder) : !UNSURE.test(folder);

/** `incidents/` also holds checklists for the next one. */
const UNSURE = /^(?:.*-)?(?:alerts?|incidents?|outages?)$/;

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
