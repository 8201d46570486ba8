import { basename } from 'node:path';
import { buildLab } from '../core/lab/build-lab.ts';
import type { Lab } from '../core/model/lab.ts';
import { cacheFolder, labCacheFolder } from './cache-folder.ts';
import { readHistory } from './history/read-history.ts';
import { labRoot } from './lab-root.ts';
import { parseFiles } from './parse/parse-files.ts';
import { readConfigFile } from './read-config-file.ts';
import { readTree } from './tree/read-tree.ts';

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

/** Reads the lab at `root`. Throws only when there is none; whatever is wrong in it is among its findings. */
export async function loadLab(root: string, options: LoadOptions): Promise<Lab> {
  const { cache = cacheFolder(), output, trust = false, onProgress, onNote } = options;
  const real = labRoot(root);
  const folder = cache === false ? undefined : labCacheFolder(cache, real);
  const { config, findings } = readConfigFile(real);
  const listed = readTree(real, { config, ...(output !== undefined && { output }) });
  const [past, tree, parsed] = await Promise.all([
    readHistory(real, folder),
    listed,
    parseFiles(listed, {
      headingWords: config.headingWords,
      ...(folder !== undefined && { cache: folder }),
      ...(onProgress && { onProgress }),
      ...(onNote && { onNote }),
    }),
  ]);
  return buildLab({
    files: parsed.files,
    findings: [...findings, ...past.findings, ...tree.findings, ...parsed.findings],
    history: past.history,
    asOf: past.committedAt ?? new Date(tree.newest).toISOString().replace(/\.\d+Z$/, 'Z'),
    config,
    trust,
    name: basename(real),
  });
}
