import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isSettingsFile } from '../../core/compose/settings.ts';
import { formOf } from '../../core/file-form.ts';
import type { LabConfig } from '../../core/model/lab.ts';
import type { Finding } from '../../core/model/finding.ts';
import { labRoot } from '../lab-root.ts';
import { boundedPatterns } from './bounded-patterns.ts';
import { examinePaths, looks, type Look } from './examine-paths.ts';
import { fileReader } from './file-reader.ts';
import { listWithGit } from './list-with-git.ts';
import type { SeenFiles } from './seen-files.ts';
import { byText, digestOf, type Tree, type TreeFile } from './tree.ts';
import { walkFolder } from './walk-folder.ts';

type TreeConfig = Pick<LabConfig, 'include' | 'exclude' | 'composeGlobs'>;

export type TreeOptions = Readonly<{
  config: TreeConfig;
  /** The output folder, which is never input, wherever it lies. */
  output?: string;
  seen?: SeenFiles;
}>;

/** The files of the lab at `root`. What can't be read becomes a finding; only a missing lab throws. */
export async function readTree(root: string, { config, output, seen }: TreeOptions): Promise<Tree> {
  const real = labRoot(root);
  const isLeftOut = leftOut(real, config.exclude, output);
  const listed = listWithGit(real);
  await setImmediate(); // by then Git is running
  const look = looks(real);
  for (const path of seen?.paths() ?? []) lookAhead(path, look);
  const listing = (await listed) ?? walkFolder(real, isLeftOut);
  const isIncluded = matches(config.include, () => true);
  const paths = listing.paths.filter((path) => isIncluded(path) && !isLeftOut(path)).sort(byText);
  const unopened = listing.findings.filter(({ place }) => !isLeftOut(`${place.path}/`));
  const { findings, ...read } = readPaths(real, paths, { config, look, ...(seen && { seen }) });
  return { root: real, ...read, findings: [...unopened, ...findings].sort(byPlace) };
}

/** What is there already when its path is asked for. What can't be looked at is said to be so then. */
function lookAhead(path: string, look: Look): void {
  try {
    look(path);
  } catch {
    return;
  }
}

type PathOptions = Readonly<{ config: Pick<TreeConfig, 'composeGlobs'>; seen?: SeenFiles; look?: Look }>;

/** What stands at `paths` of the lab whose real path is `root`. */
export function readPaths(
  root: string,
  paths: readonly string[],
  { config, seen, look }: PathOptions,
): Omit<Tree, 'root'> {
  const examined = examinePaths(root, paths, look);
  const findings: Finding[] = [...examined.findings];
  const { readSource, readKindOf } = fileReader(root);
  const isNamedCompose = matches(config.composeGlobs, () => false);
  const files = examined.files.map(({ path, stats }): TreeFile => {
    const { size } = stats;
    const wanted = formOf(path) !== undefined || isNamedCompose(path) || isSettingsFile(path);
    const known = seen?.find(path, stats);
    // The settings say what is a source, and they may have changed since.
    if (known && (known.digest !== undefined) === (wanted && known.text))
      return knownFile({ path, size, ...known }, () => readSource(path, size).file.source ?? '');
    const read =
      formOf(path) || (wanted && readKindOf(path, size).file.text)
        ? readSource(path, size)
        : readKindOf(path, size);
    findings.push(...read.findings);
    const { text, source } = read.file;
    if (read.findings.length === 0)
      seen?.note(path, stats, { text, ...(source !== undefined && { digest: digestOf(source) }) });
    return read.file;
  });
  seen?.keep();
  const newest = examined.files.reduce((latest, { stats }) => Math.max(latest, stats.mtimeMs), 0);
  return { files, links: examined.links, findings: findings.sort(byPlace), newest };
}

function knownFile(file: Omit<TreeFile, 'source'>, read: () => string): TreeFile {
  if (file.digest === undefined) return file;
  return {
    ...file,
    get source() {
      return read();
    },
  };
}

const byPlace = (left: Finding, right: Finding): number => byText(left.place.path, right.place.path);

function leftOut(root: string, exclude: readonly string[], output?: string): (path: string) => boolean {
  const excluded = matches(exclude, () => false);
  const folder = output === undefined ? '..' : relative(root, realOrGiven(output)).split(sep).join('/');
  return (path) => path === folder || path.startsWith(`${folder}/`) || excluded(path);
}

function matches(lines: readonly string[], withoutAny: () => boolean): (path: string) => boolean {
  if (lines.length === 0) return withoutAny;
  const patterns = boundedPatterns(lines);
  return (path) => patterns.ignores(path);
}

function realOrGiven(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path); // it will be made by the build
  }
}
