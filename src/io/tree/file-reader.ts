import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '../../core/paths.ts';
import type { Finding } from '../../core/model/finding.ts';
import { reasonOf } from '../reason-of.ts';
import { decodeText, looksBinary } from './decode-text.ts';
import { badEncoding, binaryFile, tooLarge, unreadable } from './tree-findings.ts';
import type { TreeFile } from './tree.ts';

const LARGEST_TEXT = 2_000_000;
const START = 8192;
const KNOWN_BINARY = new Set(
  (
    '.png .jpg .jpeg .gif .webp .avif .bmp .ico .tif .tiff .heic .pdf .zip .gz .tgz .bz2 .xz .zst .7z .rar .tar .iso ' +
    '.mp3 .mp4 .m4a .mkv .mov .webm .ogg .wav .woff .woff2 .ttf .otf .exe .dll .so .bin .img .qcow2 .db .sqlite .docx .xlsx .pptx'
  ).split(' '),
);

type Read = Readonly<{ file: TreeFile; findings: readonly Finding[] }>;

export type FileReader = Readonly<{
  /** Reads a file that its name says can be parsed. When it can't, it stays a file to link to, with a finding. */
  readSource: (path: string, size: number) => Read;
  /** Finds out of any other file whether it is text. */
  readKindOf: (path: string, size: number) => Read;
}>;

/** Reads files below `root`, one after the other: all share one buffer, which spares a thousand files their garbage. */
export function fileReader(root: string): FileReader {
  const buffer = Buffer.allocUnsafe(LARGEST_TEXT);

  const readKindOf = (path: string, size: number): Read => {
    if (KNOWN_BINARY.has(endingOf(path))) return { file: { path, size, text: false }, findings: [] };
    const start = tryToRead(join(root, path), buffer.subarray(0, START));
    if (typeof start === 'string') return unread(path, size, start);
    return { file: { path, size, text: !looksBinary(start) }, findings: [] };
  };

  const readSource = (path: string, size: number): Read => {
    if (size > LARGEST_TEXT) {
      const { file, findings } = readKindOf(path, size);
      return { file, findings: [...findings, tooLarge(path, size)] };
    }
    const bytes = tryToRead(join(root, path), buffer);
    if (typeof bytes === 'string') return unread(path, size, bytes);
    if (looksBinary(bytes)) return { file: { path, size, text: false }, findings: [binaryFile(path)] };
    const { text: source, damagedLine } = decodeText(bytes);
    const findings = damagedLine === undefined ? [] : [badEncoding(path, damagedLine)];
    return { file: { path, size, text: true, source }, findings };
  };

  return { readSource, readKindOf };
}

const unread = (path: string, size: number, reason: string): Read => ({
  file: { path, size, text: false },
  findings: [unreadable(path, reason)],
});

/** The first bytes of a file, as many as fit; or in words why not. */
function tryToRead(path: string, buffer: Buffer): Buffer | string {
  try {
    return readInto(path, buffer);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Opens without following a link or waiting for a pipe, in case the file was exchanged since it was listed. */
function readInto(path: string, buffer: Buffer): Buffer {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('it is not a file');
    const size = Math.min(stats.size, buffer.length);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read) {
      read = readSync(file, buffer, length, size - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
