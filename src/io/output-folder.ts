import { lstat, mkdir, readdir, realpath, rmdir, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { isOutputPath, MANIFEST, readManifest, writeManifest } from './output-manifest.ts';

/** A folder that a build may write to. `files` are those that its manifest names: ours to replace and to remove. */
export type Output = Readonly<{ folder: string; files: ReadonlySet<string> }>;

/** The folder cannot be written to without risk for what others put there. `message` says what to do. */
export class OutputRefused extends Error {
  override name = 'OutputRefused';
}

/** Makes `folder` ours: it is new, empty, or an earlier build wrote it. `lab` is the folder that is read. */
export async function claimOutput(folder: string, lab: string): Promise<Output> {
  if (isInside(await realPath(lab), await realPath(folder)))
    throw new OutputRefused(
      `The output folder ${folder} contains the lab ${lab}, and a build writes over what it finds. ` +
        'Name another folder, such as `--out dist`.',
    );
  const names = await entries(folder);
  const manifest = await readManifest(folder);
  if (manifest === 'unreadable')
    throw new OutputRefused(
      `${join(folder, MANIFEST)} is not a list that blackstart wrote, so nobody knows what may be replaced in ${folder}. ` +
        'Empty that folder, or name another one with `--out`.',
    );
  // A build that is stopped in its first moment leaves no more than a half-written manifest.
  const foreign = names.filter((name) => !name.startsWith(MANIFEST));
  if (manifest === undefined && foreign.length > 0)
    throw new OutputRefused(
      `The output folder ${folder} holds files that blackstart did not write, such as ${foreign.sort()[0]}. ` +
        'Empty it, or name another folder with `--out`.',
    );
  const files = new Set(manifest?.files);
  await refuseDetours(folder, files);
  await mkdir(folder, { recursive: true });
  // A build that was stopped before it said so has begun no more than its manifest.
  const begun = manifest?.complete ? names : await readdir(folder, { recursive: true });
  await sweep(folder, begun, files);
  return { folder, files };
}

/**
 * Says that `paths` will be written, and makes room for them. Only then may they be: a build that is stopped half-way
 * leaves no file that the manifest does not name.
 */
export async function announce(output: Output, paths: readonly string[]): Promise<Output> {
  const { folder, files } = output;
  await refuseForeign(output, paths);
  await remove(folder, inTheWay(files, paths));
  const all = new Set([...files, ...paths]);
  writeManifest(folder, { files: [...all], complete: false });
  return { folder, files: all };
}

/** Ends a build that wrote `paths` and nothing else: what an earlier one left behind goes. */
export async function settle({ folder, files }: Output, paths: readonly string[]): Promise<void> {
  const kept = new Set(paths);
  await remove(
    folder,
    [...files].filter((path) => !kept.has(path)),
  );
  writeManifest(folder, { files: [...kept], complete: true });
}

/** Removes from `names` what `writeFile` had begun beside one of `files` when it was stopped. */
async function sweep(folder: string, names: readonly string[], files: ReadonlySet<string>) {
  for (const name of names) {
    const path = name.replaceAll(sep, '/');
    const begun = /^(.+)\.[0-9a-f]{12}\.tmp$/.exec(path)?.[1];
    if (begun !== undefined && (files.has(begun) || begun === MANIFEST)) await removeFile(join(folder, path));
  }
}

async function refuseForeign({ folder, files }: Output, paths: readonly string[]) {
  const wrong = paths.find((path) => !isOutputPath(path) || path === MANIFEST);
  if (wrong !== undefined) throw new Error(`Not a path below the output folder: ${wrong}`);
  await refuseDetours(folder, paths);
  const fresh = paths.filter((path) => !files.has(path));
  const taken = await Promise.all(fresh.map((path) => isFile(join(folder, path))));
  const foreign = fresh.find((_, index) => taken[index]);
  if (foreign === undefined) return;
  throw new OutputRefused(
    `${join(folder, foreign)} was not written by blackstart, and the build needs its place. ` +
      'Move that file away, or name another folder with `--out`.',
  );
}

/** A symbolic link among the folders would lead the build out of its own. */
async function refuseDetours(folder: string, paths: Iterable<string>) {
  const folders = [...foldersOf(paths)];
  const links = await Promise.all(folders.map((path) => isLink(join(folder, path))));
  const link = folders.find((_, index) => links[index]);
  if (link === undefined) return;
  throw new OutputRefused(
    `${join(folder, link)} is a symbolic link, and the build would write through it to another place. ` +
      'Remove it, or name another folder with `--out`.',
  );
}

/** Files of an earlier build that stand where a folder must be, or below what must become a file. */
function inTheWay(files: ReadonlySet<string>, paths: readonly string[]): string[] {
  const folders = foldersOf(paths);
  const fresh = new Set(paths);
  return [...files].filter(
    (file) => folders.has(file) || [...foldersOf([file])].some((part) => fresh.has(part)),
  );
}

async function remove(folder: string, paths: readonly string[]) {
  await Promise.all(paths.map((path) => removeFile(join(folder, path))));
  const deepestFirst = [...foldersOf(paths)].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) await rmdir(join(folder, path)).catch(unlessStillUsed);
}

/** A folder that a person put in the place of our file stays. */
async function removeFile(path: string) {
  if (await isFile(path)) await unlink(path);
}

/** Every folder on the way to `paths`, without the output folder itself. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = posix.dirname(path); at !== '.' && !folders.has(at); at = posix.dirname(at))
      folders.add(at);
  return folders;
}

function unlessStillUsed(error: NodeJS.ErrnoException) {
  if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(error.code ?? '')) throw error;
}

async function entries(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code !== 'ENOTDIR') throw error;
    throw new OutputRefused(`${folder} is a file. Name a folder with \`--out\`.`);
  });
}

const isFile = async (path: string) => (await stats(path))?.isDirectory() === false;
const isLink = async (path: string) => (await stats(path))?.isSymbolicLink() === true;

async function stats(path: string) {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}

/** The real path of something that may not exist yet. */
async function realPath(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(full) === full) throw error;
    return join(await realPath(dirname(full)), basename(full));
  });
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
