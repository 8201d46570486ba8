import { createHash } from 'node:crypto';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeFile } from '../write-file.ts';
import type { Job, Made, MadeFile, Outcome, Refused } from './made-picture.ts';
import { pictureVersion } from './picture-version.ts';

/** A made file whose bytes are read when they are asked for. */
export type KeptFile = Readonly<{ suffix: MadeFile['suffix']; read: () => Uint8Array }>;
export type KeptPicture = Omit<Made, 'files'> & Readonly<{ files: readonly KeptFile[] }>;
export type Kept = KeptPicture | Refused;

/** What became of pictures, by their content. Nothing in it is trusted without its checksum. */
export type PictureStore = Readonly<{
  find: (job: Job) => Kept | undefined;
  keep: (job: Job, outcome: Outcome) => Kept;
  /** Drops what no build has used for a month. */
  tidy: () => void;
}>;

export function openPictureStore(folder: string): PictureStore {
  const version = pictureVersion();
  const pathOf = ({ format, bytes }: Job) =>
    join(
      folder,
      createHash('sha256').update(version).update(format).update(bytes).digest('hex').slice(0, 40),
    );
  return {
    find: (job) => read(pathOf(job)),
    keep: (job, outcome) => write(pathOf(job), outcome) ?? inMemory(outcome),
    tidy: () => tidy(folder),
  };
}

/** For builds without a cache. */
export function inMemory(outcome: Outcome): Kept {
  if (outcome.type !== 'made') return outcome;
  return { ...outcome, files: outcome.files.map(({ suffix, bytes }) => ({ suffix, read: () => bytes })) };
}

/** First line of an entry: checksum of all that follows. Second line: the outcome. Then the bytes of its files. */
type Head = (Omit<Made, 'files'> & { files: { suffix: MadeFile['suffix']; size: number }[] }) | Refused;

const CHECKSUM = 8;

function read(path: string): Kept | undefined {
  let entry: Buffer;
  try {
    entry = readFileSync(path);
  } catch {
    return undefined; // not made yet
  }
  const rest = entry.subarray(CHECKSUM + 1);
  if (entry.toString('latin1', 0, CHECKSUM) !== checksumOf(rest)) return undefined;
  keepFresh(path);
  const end = rest.indexOf(10);
  const head: Head = JSON.parse(rest.toString('utf8', 0, end));
  return lazily(path, head, CHECKSUM + 1 + end + 1);
}

/** Undefined when the disk would not take it. */
function write(path: string, outcome: Outcome): Kept | undefined {
  const files = outcome.type === 'made' ? outcome.files : [];
  const head: Head =
    outcome.type === 'made'
      ? { ...outcome, files: files.map(({ suffix, bytes }) => ({ suffix, size: bytes.length })) }
      : outcome;
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  const rest = Buffer.concat([line, ...files.map(({ bytes }) => bytes)]);
  try {
    writeFile(path, Buffer.concat([Buffer.from(`${checksumOf(rest)}\n`), rest]));
  } catch {
    return undefined; // a full or read-only disk costs time and nothing else
  }
  return lazily(path, head, CHECKSUM + 1 + line.length);
}

const checksumOf = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(CHECKSUM, '0');

function lazily(path: string, head: Head, start: number): Kept {
  if (head.type !== 'made') return head;
  let offset = start;
  const files = head.files.map(({ suffix, size }): KeptFile => {
    const from = offset;
    offset += size;
    return { suffix, read: () => slice(path, from, size) };
  });
  return { ...head, files };
}

function slice(path: string, offset: number, size: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    readSync(file, bytes, 0, size, offset);
    return bytes;
  } finally {
    closeSync(file);
  }
}

const DAY = 86_400_000;

function keepFresh(path: string) {
  const now = new Date();
  if (now.getTime() - statSync(path).mtimeMs > DAY) utimesSync(path, now, now);
}

function tidy(folder: string) {
  const oldest = Date.now() - 30 * DAY;
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < oldest) rmSync(path, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was kept yet
  }
}
