import { below, itemOf } from './places.ts';
import type { Entry, Tree } from './tree.ts';

/** What becomes of the parts of a compose file, by place. */
export type Rules = Readonly<{ at: ReadonlyMap<string, Rule>; onTheWay: ReadonlySet<string> }>;
export type Rule = (tree: Tree) => Tree;

export function rulesOf(table: Readonly<Record<string, Rule>>): Rules {
  const onTheWay = Object.keys(table).flatMap((place) => {
    const steps = place.split('.');
    return steps.map((_, index) => steps.slice(0, index).join('.'));
  });
  return { at: new Map(Object.entries(table)), onTheWay: new Set(onTheWay) };
}

/** The tree with every rule applied, the inner ones first. What no rule changes is the same object. */
export function rewrite(tree: Tree, rules: Rules, place = ''): Tree {
  const inner = rules.onTheWay.has(place) ? rewriteParts(tree, rules, place) : tree;
  const rule = rules.at.get(place);
  return rule ? rule(inner) : inner;
}

function rewriteParts(tree: Tree, rules: Rules, place: string): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'sequence') {
    const items = tree.items.map((item) => rewrite(item, rules, itemOf(place)));
    return items.every((item, index) => item === tree.items[index]) ? tree : { ...tree, items };
  }
  let changed: Map<string, Entry> | undefined;
  for (const [key, entry] of tree.entries) {
    const value = rewrite(entry.value, rules, below(place, key));
    if (value === entry.value) continue;
    changed ??= new Map(tree.entries);
    changed.set(key, { ...entry, value });
  }
  return changed ? { ...tree, entries: changed } : tree;
}
