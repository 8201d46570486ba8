import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { cborParts } from './cbor-parts.ts';
import type { IndexFile } from './build-search-index.ts';

/** What Pagefind writes before the data of each of its files. */
const SIGNATURE = 'pagefind_dcd';

/** Where the list of filters stands in the data that a search begins with. */
const FILTERS_AT = 3;

/**
 * The same index with its filters in a fixed order. Pagefind 1.5 writes filters, and the values of each, in the order of a
 * hash table, another one in each run, and names files by what is in them. The files that change stay uncompressed, which
 * Pagefind reads as well: compressed bytes would depend on the machine.
 */
export function withStableFilters(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const stable = files.map((file) => {
    if (!file.path.startsWith('filter/')) return file;
    const [name, values] = partsOf(file.content);
    if (!name || !values) throw new Error(`${file.path} is not as Pagefind 1.5 writes it`);
    return named(file, signed([name, sorted(values)]), renamed);
  });
  return stable
    .map((file) => {
      if (!file.path.endsWith('.pf_meta')) return file;
      const parts = partsOf(file.content);
      const filters = parts[FILTERS_AT];
      if (!filters) throw new Error(`${file.path} is not as Pagefind 1.5 writes it`);
      const replaced = parts.with(FILTERS_AT, sorted(withNames(filters, renamed)));
      return named(file, signed(replaced), renamed);
    })
    .map((file) =>
      file.path === 'pagefind-entry.json' ? { ...file, content: withNames(file.content, renamed) } : file,
    );
}

function partsOf(content: Uint8Array): Buffer[] {
  const data = gunzipSync(content);
  if (data.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE)
    throw new Error('A file of Pagefind has no signature');
  return cborParts(data.subarray(SIGNATURE.length)).parts;
}

/** A list of these parts, which is shorter than 24. */
const signed = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(SIGNATURE), Buffer.from([0x80 + parts.length]), ...parts]);

function sorted(list: Buffer): Buffer {
  const { head, parts } = cborParts(list);
  return Buffer.concat([head, ...parts.toSorted(Buffer.compare)]);
}

/** Gives a file the name that its new content asks for, as long as the old one, and notes both. */
function named({ path }: IndexFile, content: Buffer, renamed: Map<string, string>): IndexFile {
  const old = /_([0-9a-f]+)\.pf_/.exec(path)?.[1];
  if (old === undefined) throw new Error(`${path} has no name that Pagefind 1.5 gives`);
  const name = createHash('sha256').update(content).digest('hex').slice(0, old.length);
  renamed.set(`_${old}`, `_${name}`);
  return { path: path.replace(`_${old}`, `_${name}`), content };
}

function withNames(content: Uint8Array, renamed: ReadonlyMap<string, string>): Buffer {
  const text = Buffer.from(content).toString('latin1');
  return Buffer.from(
    text.replace(/_[0-9a-f]{7,}/g, (name) => renamed.get(name) ?? name),
    'latin1',
  );
}
