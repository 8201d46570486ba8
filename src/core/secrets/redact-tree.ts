import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { childPolicy } from './compose-policy.ts';
import type { Policy } from './compose-policy.ts';
import { MASK } from './mask.ts';
import type { Span } from './mask.ts';
import { maskAssigned, maskMountOptions, maskScalar, showScalar } from './redact-scalar.ts';
import type { ScalarSource } from './redact-scalar.ts';
import { redactValue, redactWords } from './redact-value.ts';
import { isSafeLabel } from './safe-labels.ts';

/** Part of a source and what to show in its place. */
export type Replacement = Span & Readonly<{ shown: string }>;

/**
 * What to replace in the source of a document so that no secret is left. A value that aliases bring elsewhere is judged by
 * every place that it gets to, and the strictest wins. Undefined when aliases lead to aliases without an end in sight.
 */
export function redactTree(document: Document.Parsed, source: string): readonly Replacement[] | undefined {
  const walk: Walk = {
    source,
    targets: aliasTargets(document),
    used: new Set(),
    seen: new Map(),
    found: new Map(),
    postponed: [],
    depth: 0,
    isTooDeep: false,
  };
  judge(document.contents, 'root', walk);
  // Where services use a part of an extension, they have judged it, and better than it can be judged alone.
  for (const extension of walk.postponed) if (!walk.used.has(extension)) judge(extension, 'extension', walk);
  return walk.isTooDeep ? undefined : [...walk.found.values()];
}

type Walk = {
  depth: number;
  isTooDeep: boolean;
} & Readonly<{
  source: string;
  targets: ReadonlyMap<Alias, Node>;
  /** Nodes that an alias leads to. */
  used: Set<Node>;
  seen: Map<Policy, Set<Node>>;
  /** By where it starts. */
  found: Map<number, Replacement>;
  postponed: Node[];
}>;

function aliasTargets(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function judge(node: unknown, policy: Policy, walk: Walk): void {
  if (walk.depth > DEEPEST) walk.isTooDeep = true;
  if (walk.isTooDeep) return;
  walk.depth += 1;
  if (isAlias(node)) judgeTarget(node, policy, walk);
  else if ((isMap(node) || isSeq(node) || isScalar(node)) && isNew(node, policy, walk))
    judgeNew(node, policy, walk);
  walk.depth -= 1;
}

/** A document has at most a hundred levels, and an alias leads to few more. */
const DEEPEST = 500;

function judgeTarget(alias: Alias, policy: Policy, walk: Walk): void {
  const target = walk.targets.get(alias);
  if (!target) return;
  walk.used.add(target);
  judge(target, policy, walk);
}

function judgeNew(node: YAMLMap | YAMLSeq | Scalar, policy: Policy, walk: Walk): void {
  if (isMap(node)) for (const pair of node.items) judgePair(pair, policy, walk);
  else if (isSeq(node)) judgeItems(node, policy, walk);
  else replace(node, (scalar) => shownScalar(scalar, policy), walk);
}

function isNew(node: YAMLMap | YAMLSeq | Scalar, policy: Policy, { seen }: Walk): boolean {
  const nodes = seen.get(policy) ?? new Set();
  if (nodes.has(node)) return false;
  seen.set(policy, nodes.add(node));
  return true;
}

function judgePair({ key, value }: Pair, policy: Policy, walk: Walk): void {
  if (!isScalar(key)) {
    judge(key, 'mask', walk);
    judge(value, 'mask', walk);
    return;
  }
  const name = valueOf(key);
  if (key.type === 'PLAIN' && name === '<<') {
    judge(value, policy, walk);
    return;
  }
  replace(key, (scalar) => shownKey(scalar, policy), walk);
  const child = childPolicy(policy, name);
  if (child !== 'extension' || policy !== 'root') judge(value, child, walk);
  else if (isMap(value) || isSeq(value) || isScalar(value)) walk.postponed.push(value);
}

function judgeItems(list: YAMLSeq, policy: Policy, walk: Walk): void {
  if (policy !== 'command') {
    for (const item of list.items) judge(item, policy, walk);
    return;
  }
  const items = list.items.map((item) => (isAlias(item) ? walk.targets.get(item) : item));
  const words = redactWords(items.map((item) => (isScalar(item) ? valueOf(item) : '')));
  for (const [index, item] of items.entries()) {
    if (isScalar(item)) replace(item, (scalar) => showScalar(scalar, words[index] ?? MASK), walk);
    else judge(item, 'mask', walk);
  }
}

function shownScalar(scalar: ScalarSource, policy: Policy): string {
  switch (policy) {
    case 'text':
    case 'command':
    case 'names':
    case 'build':
      return showScalar(scalar, redactValue(scalar.value));
    case 'environment':
      return maskAssigned(scalar);
    case 'mount options':
      return maskMountOptions(scalar);
    case 'labels':
      return shownLabel(scalar);
    default:
      return maskScalar(scalar);
  }
}

/** An item `name=value`; the name may hold a word such as `auth` without being secret. */
function shownLabel(scalar: ScalarSource): string {
  const [name = '', ...rest] = scalar.value.split('=');
  if (!isSafeLabel(name)) return maskAssigned(scalar);
  return showScalar(scalar, [name, redactValue(rest.join('='))].slice(0, rest.length + 1).join('='));
}

function shownKey(scalar: ScalarSource, policy: Policy): string {
  const isName =
    policy === 'environment' || policy === 'mask' || policy === 'labels' || policy === 'extension';
  return isName ? maskAssigned(scalar) : showScalar(scalar, redactValue(scalar.value));
}

function replace(node: Scalar, show: (scalar: ScalarSource) => string, { source, found }: Walk): void {
  const [from = 0, end = 0] = node.range ?? [];
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const start = isBlock ? source.indexOf('\n', from) + 1 : from;
  if (start >= end || (isBlock && start === 0)) return;
  const written = source.slice(start, end);
  const form = isBlock ? 'block' : node.type === 'PLAIN' ? 'plain' : 'quoted';
  const shown = show({ source: written, value: valueOf(node), form });
  const before = found.get(start);
  if (shown !== written && (before === undefined || shown.length < before.shown.length))
    found.set(start, { start, end, shown });
}

function valueOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? '');
}
