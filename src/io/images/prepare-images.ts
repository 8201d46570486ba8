import { realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../core/model/finding.ts';
import { reasonOf } from '../reason-of.ts';
import type { Job } from './made-picture.ts';
import type { Picture, PictureFile } from './picture.ts';
import * as findingOf from './picture-findings.ts';
import { picturePlaces, pictureUrl } from './picture-places.ts';
import type { PictureProcess } from './picture-process.ts';
import { pictureProcess } from './picture-process.ts';
import type { Kept, KeptPicture, PictureStore } from './picture-store.ts';
import { inMemory, openPictureStore } from './picture-store.ts';
import { readInside } from './read-inside.ts';
import { contentOf, formatOf } from './signature.ts';

export type PreparedImages = Readonly<{
  images: ReadonlyMap<string, Picture>;
  findings: readonly Finding[];
}>;

/**
 * The pictures at `paths` of the lab at `root`, made fit for the site: without metadata, small enough, and unable to run or
 * load anything. One that can't be shown has a finding and no picture.
 */
export async function prepareImages(
  root: string,
  paths: readonly string[],
  cacheFolder: string | false,
): Promise<PreparedImages> {
  const real = await realpath(root);
  const store = cacheFolder === false ? undefined : openPictureStore(join(cacheFolder, 'pictures'));
  const sorted = [...new Set(paths)].sort();
  const results = new Map<string, Result>();
  // All lanes take from one queue.
  const queue = sorted.values();
  const lane = async () => {
    const worker = pictureProcess();
    try {
      for (const path of queue) results.set(path, await prepare(path, { root: real, store, worker }));
    } finally {
      worker.end();
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), MOST_LANES, sorted.length) }, lane),
  );
  store?.tidy();
  const inOrder = sorted.flatMap((path) => results.get(path) ?? []);
  return { images: placed(inOrder), findings: inOrder.flatMap(({ findings }) => findings) };
}

/** Each may take some hundred megabytes for a moment. */
const MOST_LANES = 4;
const LARGEST = 20_000_000;

type Result = Readonly<{ path: string; findings: readonly Finding[]; picture?: KeptPicture }>;

type Tools = Readonly<{ root: string; store: PictureStore | undefined; worker: PictureProcess }>;

async function prepare(path: string, { root, store, worker }: Tools): Promise<Result> {
  const job = await jobOf(root, path);
  if ('rule' in job) return { path, findings: [job] };
  const made = store?.find(job) ?? (await make(job, { store, worker }));
  if (made.type === 'unfinished') return { path, findings: [findingOf.unfinishedPicture(path)] };
  if (made.type !== 'made') return { path, findings: [findingOf.refusedPicture(path, made)] };
  const findings = made.drawn ? [findingOf.drawnPicture(path, made.drawn)] : [];
  return { path, findings, picture: made };
}

async function make(
  job: Job,
  { store, worker }: Omit<Tools, 'root'>,
): Promise<Kept | Readonly<{ type: 'unfinished' }>> {
  const made = await worker.make(job);
  if (made.type === 'unfinished') return made;
  return store ? store.keep(job, made) : inMemory(made);
}

/** The bytes of a picture and the format that both they and its name say; or why there is nothing to show. */
async function jobOf(root: string, path: string): Promise<Job | Finding> {
  const format = formatOf(path);
  if (!format) return findingOf.otherFormat(path);
  const read = await readInside(root, path, LARGEST).catch(reasonOf);
  if (typeof read === 'string') return findingOf.unreadablePicture(path, read);
  if (read.type === 'outside') return findingOf.outsidePicture(path);
  if (read.type === 'too-large') return findingOf.largePicture(path, read.size);
  const content = contentOf(read.bytes);
  return content === format ? { format, bytes: read.bytes } : findingOf.mislabelled(path, content);
}

function placed(results: readonly Result[]): Map<string, Picture> {
  const wanted = results.flatMap(({ path, picture }) =>
    (picture?.files ?? []).map(({ suffix, read }) => ({ path, suffix, read })),
  );
  const places = picturePlaces(wanted);
  const files = Map.groupBy(
    wanted.map(({ path, read }, index) => ({ path, file: lazyFile(places[index] ?? '', read) })),
    ({ path }) => path,
  );
  const images = new Map<string, Picture>();
  for (const { path, picture } of results) {
    const [shown, original] = files.get(path) ?? [];
    if (!picture || !shown) continue;
    images.set(path, {
      src: pictureUrl(shown.file.path),
      ...(picture.width !== undefined && { width: picture.width }),
      ...(picture.height !== undefined && { height: picture.height }),
      ...(original && { original: pictureUrl(original.file.path) }),
      files: original ? [shown.file, original.file] : [shown.file],
    });
  }
  return images;
}

const lazyFile = (path: string, read: () => Uint8Array): PictureFile => ({
  path,
  get bytes() {
    return read();
  },
});
