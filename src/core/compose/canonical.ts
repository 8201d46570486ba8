import { TRUE, completed } from './defaults.ts';
import { STARTED, toBuild, toMapping } from './merge.ts';
import { rewrite, rulesOf } from './rewrite.ts';
import type { Rule } from './rewrite.ts';
import { longMount } from './short-mount.ts';
import { longPorts } from './short-port.ts';
import { at, child, isNull, itemsOf, mappingOf, nothing, word } from './tree.ts';
import type { Entry, Mapping, Scalar, Tree } from './tree.ts';

/** The tree with every short form in the long form of `docker compose config`. What is canonical stays as it is. */
export function canonical(tree: Tree): Tree {
  return rewrite(tree, RULES);
}

/** A rule for texts; what is long already stays. */
const ofText =
  (long: (short: Scalar) => Tree): Rule =>
  (tree) =>
    tree.kind === 'scalar' && !isNull(tree) ? long(tree) : tree;

const asList: Rule = ofText((text) => ({ kind: 'sequence', items: [text], ...at(text) }));

const withoutBlanks: Rule = (tree) => {
  const list = asList(tree);
  if (list.kind !== 'sequence') return list;
  return { ...list, items: list.items.filter((item) => item.kind !== 'scalar' || item.text !== '') };
};

const asNames: Rule = (tree) => (tree.kind === 'sequence' ? toMapping(tree, nothing) : tree);

const longFile: Rule = ofText((source) => ({ ...mappingOf({ source }, source), short: source }));

const longDevice: Rule = ofText((short) => {
  const [source = '', target, permissions, ...others] = short.text.split(':');
  const isConfusing = others.length > 0;
  const part = (text: string): Scalar => word(text, short);
  const long = mappingOf(
    {
      source: part(isConfusing ? '' : source),
      target: part(isConfusing ? '' : target || source),
      permissions: part((!isConfusing && permissions) || 'rwm'),
    },
    short,
  );
  return { ...long, short };
});

const longGpus: Rule = ofText((all) => ({
  kind: 'sequence',
  items: [mappingOf({ count: word('all', all) }, all)],
  ...at(all),
}));

const longPortList: Rule = (tree) => {
  if (tree.kind === 'mapping' || isNull(tree)) return tree;
  const items = itemsOf(tree).flatMap((item): readonly Tree[] =>
    item.kind === 'scalar' && !isNull(item) ? longPorts(item) : [item],
  );
  return { kind: 'sequence', items, ...at(tree) };
};

const longEnvFiles: Rule = (tree) => {
  if (isNull(tree)) return tree;
  const items = (tree.kind === 'mapping' ? [tree] : itemsOf(tree)).map((item): Tree => {
    if (item.kind === 'scalar') return isNull(item) ? item : required(mappingOf({ path: item }, item));
    return item.kind === 'mapping' ? required(item) : item;
  });
  return { kind: 'sequence', items, ...at(tree) };
};

const longDependencies: Rule = (tree) => {
  if (isNull(tree)) return tree;
  if (tree.kind !== 'mapping') return toMapping({ ...tree, kind: 'sequence', items: itemsOf(tree) }, STARTED);
  const entries = new Map<string, Entry>();
  for (const [name, entry] of tree.entries)
    entries.set(name, {
      ...entry,
      value: entry.value.kind === 'mapping' ? started(entry.value) : STARTED(nothing(entry)),
    });
  return { ...tree, entries };
};

const started = (dependency: Mapping): Mapping =>
  completed(dependency, { condition: (place) => word('service_started', place), required: TRUE });

const required = (file: Mapping): Mapping => completed(file, { required: TRUE });

/** `external: { name: x }` is the old way to say `external: true` and `name: x`. */
const longExternal: Rule = (tree) => {
  const external = child(tree, 'external');
  if (tree.kind !== 'mapping' || external?.kind !== 'mapping') return tree;
  const name = tree.entries.get('name') ?? external.entries.get('name');
  const entries = new Map(tree.entries);
  entries.set('external', { value: word('true', external, 'boolean'), ...at(external) });
  if (name) entries.set('name', name);
  return { ...tree, entries };
};

/** `[a=1, b]` as `{ a: 1, b: }`. */
const asPairs: Rule = (tree) => {
  if (tree.kind !== 'sequence') return tree;
  const entries = new Map<string, Entry>();
  for (const item of tree.items) {
    if (item.kind !== 'scalar') return tree;
    const equals = item.text.indexOf('=');
    const value = equals === -1 ? nothing(item) : word(item.text.slice(equals + 1), item);
    entries.set(equals === -1 ? item.text : item.text.slice(0, equals), { value, ...at(item) });
  }
  return { kind: 'mapping', entries, ...at(tree) };
};

const longVolume = (short: Scalar): Tree => longMount(short) ?? short;

const RULES = rulesOf({
  'configs.*': longExternal,
  'networks.*': longExternal,
  'secrets.*': longExternal,
  'volumes.*': longExternal,
  'services.*.build': (tree) => (isNull(tree) ? tree : toBuild(tree)),
  'services.*.build.additional_contexts': asPairs,
  'services.*.build.secrets.[]': longFile,
  'services.*.build.ssh': asPairs,
  'services.*.configs.[]': longFile,
  'services.*.depends_on': longDependencies,
  'services.*.develop.watch.[].ignore': asList,
  'services.*.develop.watch.[].include': asList,
  'services.*.devices.[]': longDevice,
  'services.*.dns': withoutBlanks,
  'services.*.env_file': longEnvFiles,
  'services.*.gpus': longGpus,
  'services.*.label_file': asList,
  'services.*.models': asNames,
  'services.*.networks': asNames,
  'services.*.ports': longPortList,
  'services.*.secrets.[]': longFile,
  'services.*.volumes': ofText((short) => ({ kind: 'sequence', items: [longVolume(short)], ...at(short) })),
  'services.*.volumes.[]': ofText(longVolume),
});
