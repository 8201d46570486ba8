import { rewrite, rulesOf } from './rewrite.ts';
import { at, scalarAt, word } from './tree.ts';
import type { At, Entry, Mapping, Tree } from './tree.ts';

/** The canonical tree with what Compose supposes where nothing is said. Where it was supposed, it stands at its parent. */
export function withDefaults(tree: Tree): Tree {
  return rewrite(tree, RULES);
}

type Defaults = Readonly<Record<string, (mapping: Mapping) => Tree>>;

/** The mapping with what it does not say itself. */
export function completed(mapping: Mapping, defaults: Defaults): Mapping {
  const missing = Object.entries(defaults).filter(([key]) => !mapping.entries.has(key));
  if (missing.length === 0) return mapping;
  const more = missing.map(([key, value]): [string, Entry] => [
    key,
    { value: value(mapping), ...at(mapping) },
  ]);
  return { ...mapping, entries: new Map([...mapping.entries, ...more]) };
}

export const TRUE = (place: At): Tree => word('true', place, 'boolean');

const supposing =
  (defaults: Defaults) =>
  (tree: Tree): Tree =>
    tree.kind === 'mapping' ? completed(tree, defaults) : tree;

/** A request for devices that says neither how many nor which wants all. */
const allDevices = (tree: Tree): Tree =>
  tree.kind !== 'mapping' || tree.entries.has('device_ids')
    ? tree
    : completed(tree, { count: (place) => word('all', place) });

const RULES = rulesOf({
  'services.*.build': supposing({ context: (place) => word('.', place) }),
  'services.*.deploy.resources.reservations.devices.[]': allDevices,
  'services.*.gpus.[]': allDevices,
  'services.*.ports.[]': supposing({
    protocol: (place) => word('tcp', place),
    mode: (place) => word('ingress', place),
  }),
  'services.*.secrets.[]': supposing({
    target: (secret) => word(`/run/secrets/${scalarAt(secret, 'source')?.text ?? ''}`, secret),
  }),
});
