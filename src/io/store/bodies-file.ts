import { closeSync, openSync, readSync } from 'node:fs';
import type { BodyPlace } from './facts-file.ts';

export const bodyLine = (key: string, body: string): Buffer => Buffer.from(`${key} ${body}\n`);

/** The body at `place`; undefined when something else stands there. */
export function readBody(path: string, place: BodyPlace): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined; // the cache was cleared meanwhile
  }
  try {
    return bodyIn(readLine(file, place), place.key);
  } finally {
    closeSync(file);
  }
}

export function readLine(file: number, { offset, length }: BodyPlace): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}

export function bodyIn(line: Buffer, key: string): string | undefined {
  const whole = line.at(-1) === 10 && line.toString('latin1', 0, key.length + 1) === `${key} `;
  return whole ? line.toString('utf8', key.length + 1, line.length - 1) : undefined;
}
