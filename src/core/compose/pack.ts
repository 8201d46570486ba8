import type { Entry, Mapping, Scalar, Sequence, Tag, Tree } from './tree.ts';

/**
 * A tree as JSON of few characters, for results that are kept. It is opened only where files are joined, so that a lab
 * whose compose files stand alone never pays for it. Paths and replaced variables are not in it.
 */
export function pack(trees: readonly Tree[]): string {
  return JSON.stringify(trees.map(packed));
}

export function unpack(text: string): readonly Tree[] {
  const trees: readonly Packed[] = JSON.parse(text);
  return trees.map(unpacked);
}

/** Line and content; the third part says what the first two do not. */
type Packed =
  | readonly [line: number, text: string, type?: string]
  | readonly [line: number, items: readonly Packed[], tag?: Tag]
  | Readonly<{ l: number; m: readonly (readonly [key: string, line: number, value: Packed])[]; t?: Tag }>;

function packed(tree: Tree): Packed {
  switch (tree.kind) {
    case 'scalar': {
      if (tree.type === 'string' && tree.tag === undefined) return [tree.line, tree.text];
      return [tree.line, tree.text, tree.tag ? `${tree.type} ${tree.tag}` : tree.type];
    }
    case 'sequence': {
      const items = tree.items.map(packed);
      return tree.tag ? [tree.line, items, tree.tag] : [tree.line, items];
    }
    case 'mapping': {
      const m = [...tree.entries].map(([key, { line, value }]) => [key, line, packed(value)] as const);
      return tree.tag ? { l: tree.line, m, t: tree.tag } : { l: tree.line, m };
    }
  }
}

function unpacked(part: Packed): Tree {
  if ('m' in part) {
    const entries = new Map(
      part.m.map(([key, line, value]): [string, Entry] => [key, { line, value: unpacked(value) }]),
    );
    const mapping: Mapping = { kind: 'mapping', entries, line: part.l };
    return part.t ? { ...mapping, tag: part.t } : mapping;
  }
  return isList(part) ? sequence(part) : scalar(part);
}

type PackedList = Extract<Packed, readonly [number, readonly Packed[], Tag?]>;

const isList = (part: Exclude<Packed, { m: unknown }>): part is PackedList => typeof part[1] !== 'string';

function sequence([line, items, tag]: PackedList): Sequence {
  return { kind: 'sequence', items: items.map(unpacked), line, ...(tag && { tag }) };
}

function scalar([line, text, said = 'string']: readonly [number, string, string?]): Scalar {
  const [word, tag] = said.split(' ');
  const type = TYPES.find((each) => each === word) ?? 'string';
  return { kind: 'scalar', text, type, line, ...((tag === 'reset' || tag === 'override') && { tag }) };
}

const TYPES = ['null', 'boolean', 'number', 'string'] as const;
