import { below } from './places.ts';
import { at, isNull, mappingOf, nothing, scalarAt, word } from './tree.ts';
import type { Entry, Mapping, Scalar, Sequence, Tree } from './tree.ts';

/**
 * What two files say together, as Compose has it: mappings are merged, lists joined, and for the rest the later file
 * wins, but for the attributes that have a rule of their own. Where Compose refuses two kinds of value, the later wins.
 */
export function merge(base: Tree, over: Tree, place = ''): Tree {
  if (over.tag !== undefined) return over;
  const special = SPECIAL.get(place);
  if (special) return special(base, over, place);
  if (isNull(over)) return base;
  if (base.kind === 'mapping' && over.kind === 'mapping') return mergeMappings(base, over, place);
  if (base.kind === 'sequence' && over.kind === 'sequence') return joined(base, over.items);
  return over;
}

type Merger = (base: Tree, over: Tree, place: string) => Tree;

function mergeMappings(base: Mapping, over: Mapping, place: string): Mapping {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const first = entries.get(key);
    entries.set(key, first ? mergeEntries(first, entry, below(place, key)) : entry);
  }
  return { kind: 'mapping', entries, ...at(base), ...(base.tag && { tag: base.tag }) };
}

/** What holds others stays where it was said first; a value stands where it was said last. */
function mergeEntries(first: Entry, last: Entry, place: string): Entry {
  const value = merge(first.value, last.value, place);
  const home = value.kind === 'mapping' && first.value.kind === 'mapping' ? first : last;
  return { value, ...at(home) };
}

function joined(base: Sequence, items: readonly Tree[]): Sequence {
  return { ...base, items: [...base.items, ...items] };
}

const replaced: Merger = (_, over) => over;

const joinedAsSequences: Merger = (base, over) =>
  joined(toSequence(withoutTagged(base, over)), toSequence(over).items);

/** What the later file takes away or stands in place of is gone before both become lists. */
function withoutTagged(base: Tree, over: Tree): Tree {
  if (base.kind !== 'mapping' || over.kind !== 'mapping') return base;
  const entries = new Map(
    [...base.entries].filter(([key]) => over.entries.get(key)?.value.tag === undefined),
  );
  return { ...base, entries };
}

const joinedExtraHosts: Merger = (base, over) => {
  const first = toSequence(base);
  const known = new Set(first.items.map((item) => (item.kind === 'scalar' ? item.text : '')));
  const others = toSequence(over).items.filter((item) => item.kind !== 'scalar' || !known.has(item.text));
  return joined(first, others);
};

/** Both as mappings; an item of a list is the key of what `valueOf` makes of it. */
function mergedAsMappings(valueOf: (item: Scalar) => Tree): Merger {
  return (base, over, place) => mergeMappings(toMapping(base, valueOf), toMapping(over, valueOf), place);
}

const mergedBuild: Merger = (base, over, place) => mergeMappings(toBuild(base), toBuild(over), place);

/** Options are those of one driver. */
const mergedLogging: Merger = (base, over, place) => {
  if (base.kind !== 'mapping' || over.kind !== 'mapping') return isNull(over) ? base : over;
  const [first, last] = [scalarAt(base, 'driver'), scalarAt(over, 'driver')];
  const isOther = first !== undefined && last !== undefined && first.text !== last.text;
  return isOther ? over : mergeMappings(base, over, place);
};

const mergedSubnets: Merger = (base, over, place) => {
  if (base.kind !== 'sequence' || over.kind !== 'sequence') return isNull(over) ? base : over;
  const merged = new Map<string, Tree>();
  for (const item of [...base.items, ...over.items]) {
    const subnet = scalarAt(item, 'subnet')?.text ?? '';
    const first = merged.get(subnet);
    merged.set(subnet, first ? merge(first, item, `${place}.[]`) : item);
  }
  return { ...base, items: [...merged.values()] };
};

export const STARTED = (place: Scalar): Mapping =>
  mappingOf({ condition: word('service_started', place), required: word('true', place, 'boolean') }, place);

const SPECIAL: ReadonlyMap<string, Merger> = new Map([
  ...[
    'networks.*.labels',
    'volumes.*.labels',
    'services.*.annotations',
    'services.*.build.additional_contexts',
    'services.*.build.args',
    'services.*.build.labels',
    'services.*.deploy.labels',
    'services.*.dns',
    'services.*.dns_opt',
    'services.*.dns_search',
    'services.*.env_file',
    'services.*.environment',
    'services.*.label_file',
    'services.*.labels',
    'services.*.sysctls',
    'services.*.tmpfs',
    'services.*.volumes.[].volume.labels',
  ].map((place): [string, Merger] => [place, joinedAsSequences]),
  ['networks.*.ipam.config', mergedSubnets],
  ['services.*.build', mergedBuild],
  ['services.*.build.extra_hosts', joinedExtraHosts],
  ['services.*.command', replaced],
  ['services.*.depends_on', mergedAsMappings(STARTED)],
  ['services.*.entrypoint', replaced],
  ['services.*.extra_hosts', joinedExtraHosts],
  ['services.*.healthcheck.test', replaced],
  ['services.*.logging', mergedLogging],
  ['services.*.models', mergedAsMappings(nothing)],
  ['services.*.networks', mergedAsMappings(nothing)],
  ['services.*.ulimits.*', replaced],
]);

/** `{ a: 1, b: }` as `[a=1, b]`, in the order of the alphabet as Compose has it; a text is a list of one. */
export function toSequence(tree: Tree): Sequence {
  if (tree.kind === 'sequence') return tree;
  const items =
    tree.kind === 'scalar'
      ? isNull(tree)
        ? []
        : [tree]
      : [...tree.entries].flatMap(([key, entry]) => assignments(key, entry)).sort(byText);
  return { kind: 'sequence', items, ...at(tree) };
}

function assignments(key: string, { value, ...place }: Entry): readonly Scalar[] {
  if (value.tag === 'reset') return [];
  if (value.kind === 'sequence')
    return value.items.flatMap((item) => assignments(key, { value: item, ...place }));
  if (value.kind === 'mapping' || value.type === 'null') return [word(key, place)];
  const { raw, state } = value;
  return [
    {
      ...word(`${key}=${value.text}`, place),
      ...(raw !== undefined && { raw: `${key}=${raw}` }),
      ...(state && { state }),
    },
  ];
}

const byText = (left: Scalar, right: Scalar): number =>
  left.text < right.text ? -1 : left.text > right.text ? 1 : 0;

/** A list of names as a mapping. */
export function toMapping(tree: Tree, valueOf: (item: Scalar) => Tree): Mapping {
  if (tree.kind === 'mapping') return tree;
  const entries = new Map<string, Entry>();
  if (tree.kind === 'sequence')
    for (const item of tree.items)
      if (item.kind === 'scalar') entries.set(item.text, { value: valueOf(item), ...at(item) });
  return { kind: 'mapping', entries, ...at(tree) };
}

/** A text is the folder that is built. */
export function toBuild(tree: Tree): Mapping {
  return tree.kind === 'scalar' && !isNull(tree)
    ? mappingOf({ context: tree }, tree)
    : toMapping(tree, nothing);
}
