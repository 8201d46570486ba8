/** A YAML document as plain data: aliases followed, merge keys applied, every key a text, every part with its line. */
export type Tree = Scalar | Mapping | Sequence;

/** `text` is the source of a plain scalar and the content of a quoted one; an octal number is written in decimals. */
export type Scalar = Readonly<{
  kind: 'scalar';
  text: string;
  type: 'null' | 'boolean' | 'number' | 'string';
  line: number;
}>;
export type Mapping = Readonly<{ kind: 'mapping'; entries: ReadonlyMap<string, Entry>; line: number }>;
export type Sequence = Readonly<{ kind: 'sequence'; items: readonly Tree[]; line: number }>;
/** `line` is the line of the key. */
export type Entry = Readonly<{ line: number; value: Tree }>;

/** What stands under a key of a mapping, unless that is nothing. */
export function child(tree: Tree | undefined, key: string): Tree | undefined {
  const value = tree?.kind === 'mapping' ? tree.entries.get(key)?.value : undefined;
  return value?.kind === 'scalar' && value.type === 'null' ? undefined : value;
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
