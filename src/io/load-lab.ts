import { basename, join } from 'node:path';
import { buildLab } from '../core/lab/build-lab.ts';
import { labMemory, type LabMemory } from '../core/lab/lab-memory.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Lab, LabConfig } from '../core/model/lab.ts';
import { cacheFolder, labCacheFolder } from './cache-folder.ts';
import type { ReadHistory } from './history/read-history.ts';
import { readHistory } from './history/read-history.ts';
import { labRoot } from './lab-root.ts';
import type { ParsedFiles } from './parse/parse-files.ts';
import { parseFiles } from './parse/parse-files.ts';
import { readConfigFile } from './read-config-file.ts';
import { readTree } from './tree/read-tree.ts';
import { seenFiles } from './tree/seen-files.ts';
import type { Tree } from './tree/tree.ts';

export type LoadOptions = Readonly<{
  /** Folder of the cache, or none; the user's own when it is left out. */
  cache?: string | false;
  /** The output folder, which is never input. */
  output?: string;
  /** The code in MDX pages may run. */
  trust?: boolean;
  onProgress?: (done: number, total: number) => void;
  /** Something about the machine, not about the lab. */
  onNote?: (note: string) => void;
}>;

/** What a lab is made from, as read at one moment. */
export type LabParts = Readonly<{
  /** Real path of the lab. */
  root: string;
  config: LabConfig;
  /** About the settings. */
  findings: readonly Finding[];
  past: ReadHistory;
  tree: Tree;
  parsed: ParsedFiles;
  /** One for all readings that build on each other. */
  memory: LabMemory;
}>;

/** Reads the lab at `root`. Throws only when there is none; whatever is wrong in it is among its findings. */
export async function loadLab(root: string, options: LoadOptions): Promise<Lab> {
  return labOf(await readParts(root, options), options);
}

/** With `before`, an earlier reading, what has not changed since is taken from it. The result is the same. */
export async function readParts(root: string, options: LoadOptions, before?: LabParts): Promise<LabParts> {
  const { cache = cacheFolder(), output, onProgress, onNote } = options;
  const real = labRoot(root);
  const folder = cache === false ? undefined : labCacheFolder(cache, real);
  const { config, findings } = readConfigFile(real);
  const listed = readTree(real, {
    config,
    ...(output !== undefined && { output }),
    ...(folder !== undefined && { seen: seenFiles(join(folder, 'seen.json')) }),
  });
  const [past, tree, parsed] = await Promise.all([
    readHistory(real, folder),
    listed,
    parseFiles(listed, {
      headingWords: config.headingWords,
      ...(folder !== undefined && { cache: folder }),
      ...(before && { before: before.parsed }),
      ...(onProgress && { onProgress }),
      ...(onNote && { onNote }),
    }),
  ]);
  return { root: real, config, findings, past, tree, parsed, memory: before?.memory ?? labMemory() };
}

export function labOf(parts: LabParts, { trust = false }: Pick<LoadOptions, 'trust'>): Lab {
  const { root, config, findings, past, tree, parsed, memory } = parts;
  return buildLab({
    files: parsed.files,
    findings: [...findings, ...past.findings, ...tree.findings, ...parsed.findings],
    history: past.history,
    asOf: past.committedAt ?? new Date(tree.newest).toISOString().replace(/\.\d+Z$/, 'Z'),
    config,
    trust,
    name: basename(root),
    memory,
  });
}
