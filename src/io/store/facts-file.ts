import { crc32 } from 'node:zlib';

/** Where the body of an entry lies: a whole line of the file of bodies. */
export type BodyPlace = Readonly<{ key: string; offset: number; length: number }>;

/** A line of the file of facts. `from` and `to` bound its facts, which are checked when they are asked for. */
type Line = BodyPlace & Readonly<{ checksum: string; from: number; to: number }>;

/** The file of facts as it was read: its lines by key, the last of each, and how many lines there are in all. */
export type FactsFile = Readonly<{
  generation: string;
  lines: ReadonlyMap<string, Line>;
  count: number;
  bytes: Buffer;
}>;

const HEADER = /^blackstart-parsed 1 ([0-9a-f]{16})\n/;
/** Key (43 characters of base64url), checksum, place and length of the body; then the facts. */
const LINE = /^([\w-]{43}) ([0-9a-f]{8}) (\d{1,12}) (\d{1,9}) /;
const LONGEST_START = 43 + 1 + 8 + 1 + 12 + 1 + 9 + 1;

export const headerOf = (generation: string): string => `blackstart-parsed 1 ${generation}\n`;

export const generationOf = (start: string): string | undefined => HEADER.exec(start)?.[1];

export function lineOf({ key, offset, length }: BodyPlace, facts: string): string {
  return `${key} ${checksumOf(Buffer.from(facts))} ${offset} ${length} ${facts}\n`;
}

/** Lines that are cut off or foreign are left out; undefined when the file is none of ours. */
export function readFactsFile(bytes: Buffer): FactsFile | undefined {
  const generation = generationOf(bytes.toString('latin1', 0, 64));
  if (generation === undefined) return undefined;
  const lines = new Map<string, Line>();
  let count = 0;
  let start = bytes.indexOf(10) + 1;
  for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
    const line = lineAt(bytes, start, end);
    if (line) lines.set(line.key, line);
    count += 1;
    start = end + 1;
  }
  return { generation, lines, count, bytes };
}

/** The facts of an entry, unless a byte of them is not what was written. */
export function factsOf({ bytes }: FactsFile, { checksum, from, to }: Line): string | undefined {
  const facts = bytes.subarray(from, to);
  return checksumOf(facts) === checksum ? facts.toString('utf8') : undefined;
}

function lineAt(bytes: Buffer, start: number, end: number): Line | undefined {
  const [all, key, checksum, offset, length] =
    LINE.exec(bytes.toString('latin1', start, Math.min(end, start + LONGEST_START))) ?? [];
  if (!all || !key || !checksum) return undefined;
  return { key, checksum, offset: Number(offset), length: Number(length), from: start + all.length, to: end };
}

const checksumOf = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0');
