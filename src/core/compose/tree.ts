import type { Value } from '../model/compose.ts';

/** A YAML document as plain data: aliases followed, merge keys applied, every key a text, every part with its place. */
export type Tree = Scalar | Mapping | Sequence;

/** Where a part stands; `path` only when that is another file than the one being read. */
export type At = Readonly<{ line: number; path?: string }>;

/** `!reset` takes away what an earlier file said, `!override` stands in place of it. */
export type Tag = 'reset' | 'override';

/**
 * `text` is the source of a plain scalar and the content of a quoted one; an octal number is written in decimals.
 * Once variables are replaced, `raw` is what was written, and `state` says how sure the text is.
 */
export type Scalar = At &
  Readonly<{
    kind: 'scalar';
    text: string;
    type: 'null' | 'boolean' | 'number' | 'string';
    tag?: Tag;
    raw?: string;
    state?: Exclude<Value['state'], 'known'>;
  }>;
/** `short` is what was written where the mapping is the long form of one text. */
export type Mapping = At &
  Readonly<{ kind: 'mapping'; entries: ReadonlyMap<string, Entry>; tag?: Tag; short?: Scalar }>;
export type Sequence = At & Readonly<{ kind: 'sequence'; items: readonly Tree[]; tag?: Tag }>;
/** `line` is the line of the key. */
export type Entry = At & Readonly<{ value: Tree }>;

/** What stands under a key of a mapping, unless that is nothing. */
export function child(tree: Tree | undefined, key: string): Tree | undefined {
  const value = tree?.kind === 'mapping' ? tree.entries.get(key)?.value : undefined;
  return value === undefined || isNull(value) ? undefined : value;
}

/** The scalar under a key, unless it is null. */
export function scalarAt(tree: Tree | undefined, key: string): Scalar | undefined {
  const value = child(tree, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** The entries of a mapping; nothing else has any. */
export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Entry])[] {
  return tree?.kind === 'mapping' ? [...tree.entries] : [];
}

/** The items of a sequence; a lone scalar counts as one item, as Compose has it for most lists. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree?.kind === 'sequence') return tree.items;
  return tree?.kind === 'scalar' && tree.type !== 'null' ? [tree] : [];
}

/** The items that are scalars and not null. */
export function scalarsOf(tree: Tree | undefined): readonly Scalar[] {
  return itemsOf(tree).filter((item): item is Scalar => item.kind === 'scalar' && item.type !== 'null');
}

export function isNull(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.type === 'null';
}

/** As Compose casts a text to a truth value, with the words of YAML 1.1. */
export function isTrue(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && /^(?:true|yes|y|on)$/i.test(tree.text);
}

/** The place of a part alone. */
export function at({ line, path }: At): At {
  return path === undefined ? { line } : { line, path };
}

export function nothing(place: At): Scalar {
  return { kind: 'scalar', text: '', type: 'null', ...at(place) };
}

export function word(text: string, place: At, type: Scalar['type'] = 'string'): Scalar {
  return { kind: 'scalar', text, type, ...at(place) };
}

/** A mapping of what is there; every entry stands where its value does. */
export function mappingOf(values: Readonly<Record<string, Tree | undefined>>, place: At): Mapping {
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) entries.set(key, { value, ...at(value) });
  }
  return { kind: 'mapping', entries, ...at(place) };
}
