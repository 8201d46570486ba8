import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { writeFile } from '../write-file.ts';
import type { IndexFile } from './build-search-index.ts';

/** First line of the file: what the index was made from, its files, and the checksum of their bytes, which follow. */
type Head = Readonly<{
  key: string;
  sum: number;
  files: readonly Readonly<{ path: string; size: number }>[];
}>;

/** The index that was kept at `path`, if it was made from what `key` stands for and is whole. */
export function keptIndex(path: string, key: string): IndexFile[] | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined; // nothing was kept yet
  }
  const end = bytes.indexOf(10);
  const head = headOf(bytes.toString('utf8', 0, end));
  const rest = bytes.subarray(end + 1);
  if (head?.key !== key || head.sum !== crc32(rest)) return undefined;
  let offset = 0;
  return head.files.map(({ path: name, size }) => {
    const content = rest.subarray(offset, offset + size);
    offset += size;
    return { path: name, content };
  });
}

/** Keeps one index at `path`, in the place of the one before. */
export function keepIndex(path: string, key: string, files: readonly IndexFile[]): void {
  const rest = Buffer.concat(files.map(({ content }) => content));
  const head: Head = {
    key,
    sum: crc32(rest),
    files: files.map(({ path: name, content }) => ({ path: name, size: content.length })),
  };
  try {
    writeFile(path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), rest]));
  } catch {
    // A full or read-only disk costs time and nothing else.
  }
}

function headOf(line: string): Head | undefined {
  try {
    const head: Head = JSON.parse(line);
    return head;
  } catch {
    return undefined; // cut short, or written by somebody else
  }
}
