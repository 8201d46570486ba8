import type { Finding } from '../../core/model/finding.ts';
import type { Lab } from '../../core/model/lab.ts';
import type { LabParts, LoadOptions } from '../load-lab.ts';
import { labOf, readParts } from '../load-lab.ts';
import { parseFiles } from '../parse/parse-files.ts';
import { readPaths } from '../tree/read-tree.ts';
import { byText } from '../tree/tree.ts';
import { saysWhatIsIgnored } from './says-what-is-ignored.ts';

export type WarmLab = Readonly<{
  /** Reads all of it. */
  load: (onProgress?: LoadOptions['onProgress']) => Promise<Lab>;
  /** Reads it after these paths have changed. */
  reload: (changed: readonly string[]) => Promise<Lab>;
  /** Parses a few pages for nothing, so that the first edit finds the parser loaded and its grammars ready. */
  rehearse: () => Promise<void>;
}>;

/**
 * The lab at `root`, read again and again. When only the content of some files has changed, only those are read and parsed:
 * what Git says of the lab is then what it said before. The result is the same as that of `loadLab`.
 */
export function warmLab(root: string, options: Omit<LoadOptions, 'onProgress'>): WarmLab {
  let parts: LabParts | undefined;
  const readAll = (before?: LabParts, onProgress?: LoadOptions['onProgress']) =>
    readParts(root, { ...options, ...(onProgress && { onProgress }) }, before);
  return {
    load: async (onProgress) => {
      parts = await readAll(parts, onProgress);
      return labOf(parts, options);
    },
    reload: async (changed) => {
      const before = parts;
      // A reading that fails leaves nothing to build on.
      parts = undefined;
      parts = (before && (await readAgain(before, changed))) ?? (await readAll(before));
      return labOf(parts, options);
    },
    rehearse: async () => {
      if (!parts) return;
      const { tree, config } = parts;
      const sources = tree.files.filter((file) => 'source' in file);
      const step = Math.ceil(sources.length / REHEARSED);
      // One by one, so that an edit does not wait for all of them.
      for (const [index, file] of sources.entries())
        if (index % step === 0) await parseFiles({ ...tree, files: [file] }, config);
    },
  };
}

const REHEARSED = 12;
/** More than a person edits at once: Git has brought them, and reading everything keeps them for the next start. */
const MOST = 50;

/** The parts of a lab after the content of files at `paths` has changed; undefined when there is more to it. */
async function readAgain(before: LabParts, paths: readonly string[]): Promise<LabParts | undefined> {
  const changed = new Set(paths);
  const listed = before.tree.files.filter(({ path }) => changed.has(path));
  if (listed.length < changed.size || listed.length > MOST || paths.some(saysWhatIsIgnored)) return undefined;
  const { root } = before.tree;
  const part = readPaths(
    root,
    listed.map(({ path }) => path),
    { config: before.config },
  );
  if (part.files.length < listed.length) return undefined;
  // Nothing is kept of them for the next start: a file that is being written changes many times.
  const parsed = await parseFiles({ root, ...part }, { headingWords: before.config.headingWords });
  return {
    ...before,
    tree: {
      ...before.tree,
      files: merged(before.tree.files, part.files),
      findings: withFindings(before.tree.findings, part.findings, changed),
      newest: Math.max(before.tree.newest, part.newest),
    },
    parsed: {
      files: merged(before.parsed.files, parsed.files),
      findings: withFindings(before.parsed.findings, parsed.findings, changed),
      keys: new Map([...before.parsed.keys, ...parsed.keys]),
    },
  };
}

function merged<T extends Readonly<{ path: string }>>(all: readonly T[], some: readonly T[]): T[] {
  const byPath = new Map(some.map((each) => [each.path, each]));
  return all.map((each) => byPath.get(each.path) ?? each);
}

const withFindings = (
  before: readonly Finding[],
  found: readonly Finding[],
  changed: ReadonlySet<string>,
): Finding[] =>
  [...before.filter(({ place }) => !changed.has(place.path)), ...found].sort((left, right) =>
    byText(left.place.path, right.place.path),
  );
