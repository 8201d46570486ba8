import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Pair, ParsedNode, YAMLMap } from 'yaml';
import type { Flaw } from '../model/finding.ts';
import { MASK } from '../secrets/mask.ts';
import { PLACEHOLDER } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { nothing } from './tree.ts';
import type { Entry, Mapping, Scalar, Tag, Tree } from './tree.ts';
import { aliasOfNothing, duplicateKey, endlessAlias, tooManyAliases, twoMergeKeys } from './tree-problems.ts';

type Source = Readonly<{
  lineOf: (offset: number) => number;
  expressions: Prepared['expressions'];
  /** Mistakes that the walk finds are added here. */
  flaws: Flaw[];
}>;

/** The tree of a document. Aliases are followed until they bring in more than a compose file can need. */
export function toTree(document: Document.Parsed, source: Source): Tree {
  const walk: Walk = { ...source, anchors: new Map(), size: 0, isFull: false, path: [] };
  return document.contents === null
    ? nothing({ line: walk.lineOf(document.range[0]) })
    : treeOf(document.contents, walk);
}

/** Values with everything that aliases repeat: a tenth of this is more than any real file holds. */
const MOST_VALUES = 200_000;

type Anchored = Readonly<{ tree: Tree; size: number }>;

type Walk = Source & {
  /** An anchor that is still being read has no tree. */
  readonly anchors: Map<string, Anchored | undefined>;
  size: number;
  isFull: boolean;
  readonly path: string[];
};

function treeOf(node: ParsedNode, walk: Walk): Tree {
  if (isAlias(node)) return aliased(node.source, walk.lineOf(node.range[0]), walk);
  const before = walk.size;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, undefined);
  walk.size += 1;
  const tag = TAGS.get(node.tag ?? '');
  const line = walk.lineOf(node.range[0]);
  const content = tag === 'reset' ? nothing({ line }) : contentOf(node, line, walk);
  const tree = tag ? { ...content, tag } : content;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, { tree, size: walk.size - before });
  return tree;
}

const TAGS: ReadonlyMap<string, Tag> = new Map([
  ['!reset', 'reset'],
  ['!override', 'override'],
]);

function contentOf(node: Exclude<ParsedNode, { type?: 'ALIAS' }>, line: number, walk: Walk): Tree {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return mappingOf(node, line, walk);
  if (isSeq<ParsedNode | null>(node)) {
    return {
      kind: 'sequence',
      items: node.items.map((item) => (item ? treeOf(item, walk) : nothing({ line }))),
      line,
    };
  }
  return isScalar(node) ? scalarOf(node, line, walk) : nothing({ line });
}

function aliased(name: string, line: number, walk: Walk): Tree {
  const anchored = walk.anchors.get(name);
  if (anchored !== undefined) return hasRoom(anchored.size, line, walk) ? anchored.tree : nothing({ line });
  report(walk, walk.anchors.has(name) ? endlessAlias(line) : aliasOfNothing(line));
  return nothing({ line });
}

function hasRoom(size: number, line: number, walk: Walk): boolean {
  if (walk.size + size <= MOST_VALUES) {
    walk.size += size;
    return true;
  }
  if (!walk.isFull) report(walk, tooManyAliases(line));
  walk.isFull = true;
  return false;
}

/** A file that is wrong everywhere is told so a few times. */
function report({ flaws }: Walk, flaw: Flaw): void {
  if (flaws.length < 20) flaws.push(flaw);
}

function mappingOf(map: YAMLMap<ParsedNode, ParsedNode | null>, line: number, walk: Walk): Mapping {
  const entries = new Map<string, Entry>();
  const merged: Tree[] = [];
  let mergeLine = 0;
  for (const pair of map.items) {
    const keyLine = walk.lineOf(pair.key.range?.[0] ?? map.range?.[0] ?? 0);
    const key = keyOf(pair, walk);
    if (isMergeKey(pair)) {
      if (mergeLine > 0) report(walk, twoMergeKeys([mergeLine, keyLine]));
      mergeLine ||= keyLine;
      if (pair.value) merged.push(treeOf(pair.value, walk));
      continue;
    }
    const first = entries.get(key);
    if (first) report(walk, duplicateKey(key, [first.line, keyLine], walk.path));
    walk.path.push(key);
    entries.set(key, {
      line: keyLine,
      value: pair.value ? treeOf(pair.value, walk) : nothing({ line: keyLine }),
    });
    walk.path.pop();
  }
  for (const source of merged) mergeInto(entries, source, walk);
  return { kind: 'mapping', entries, line };
}

const MERGE_TAG = 'tag:yaml.org,2002:merge';

function isMergeKey({ key }: Pair<ParsedNode, ParsedNode | null>): boolean {
  if (!isScalar(key)) return false;
  return key.tag === MERGE_TAG || (key.type === 'PLAIN' && key.source === '<<');
}

/** A key of the mapping itself wins over a merged one, and an earlier source over a later one. */
function mergeInto(entries: Map<string, Entry>, source: Tree, walk: Walk): void {
  if (source.kind === 'sequence') for (const item of source.items) mergeInto(entries, item, walk);
  if (source.kind !== 'mapping' || !hasRoom(source.entries.size, source.line, walk)) return;
  for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
}

function keyOf({ key }: Pair<ParsedNode, ParsedNode | null>, walk: Walk): string {
  if (isScalar(key)) return scalarOf(key, 0, walk).text;
  const tree = treeOf(key, walk);
  return tree.kind === 'scalar' ? tree.text : MASK;
}

function scalarOf(
  node: { value: unknown; source?: string; type?: string; range?: readonly number[] | null },
  line: number,
  walk: Walk,
): Scalar {
  const isPlain = node.type === 'PLAIN';
  const written = restored(
    isPlain ? (node.source ?? '') : String(node.value ?? ''),
    node.range?.[0] ?? 0,
    walk,
  );
  if (!isPlain) return { kind: 'scalar', text: written, type: 'string', line };
  if (/^[-+]?0[0-7]+$/.test(written))
    return { kind: 'scalar', text: String(Number.parseInt(written, 8)), type: 'number', line };
  if (/^[-+]?[1-9]\d{0,17}(?:_\d+)+$/.test(written))
    return { kind: 'scalar', text: written.replaceAll('_', ''), type: 'number', line };
  if (node.value === null) return { kind: 'scalar', text: '', type: 'null', line };
  const type = typeof node.value;
  return {
    kind: 'scalar',
    text: written,
    type: type === 'number' || type === 'boolean' ? type : 'string',
    line,
  };
}

/** Puts template expressions back where placeholders stood for them. */
function restored(text: string, start: number, { expressions }: Walk): string {
  if (expressions.length === 0 || !text.includes('\uE000')) return text;
  let next = firstAt(expressions, start);
  return text.replace(PLACEHOLDER, (mark) => expressions[next++]?.source ?? mark);
}

/** Index of the first expression at or behind an offset. */
function firstAt(expressions: Prepared['expressions'], offset: number): number {
  let [low, high] = [0, expressions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((expressions[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
