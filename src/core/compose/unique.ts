import { scalarAt } from './tree.ts';
import type { Tree } from './tree.ts';
import { rewrite, rulesOf } from './rewrite.ts';
import type { Rule } from './rewrite.ts';
import { readMount } from './short-mount.ts';

/** The tree with each thing that a list may hold once, said last, in the place where it was said first. */
export function withoutRepeats(tree: Tree): Tree {
  return rewrite(tree, RULES);
}

type KeyOf = (item: Tree) => string | undefined;

/** What has no key stays. */
function unique(keyOf: KeyOf): Rule {
  return (tree) => {
    if (tree.kind !== 'sequence' || tree.items.length < 2) return tree;
    const items: Tree[] = [];
    const places = new Map<string, number>();
    for (const item of tree.items) {
      const key = keyOf(item);
      const place = key === undefined ? undefined : places.get(key);
      if (place !== undefined) items[place] = item;
      else {
        if (key !== undefined) places.set(key, items.length);
        items.push(item);
      }
    }
    return items.length === tree.items.length ? tree : { ...tree, items };
  };
}

const textOf: KeyOf = (item) => (item.kind === 'scalar' ? item.text : undefined);
const nameOf: KeyOf = (item) => textOf(item)?.split('=', 1)[0];
const pathOf: KeyOf = (item) => textOf(item) ?? scalarAt(item, 'path')?.text;

const mountTarget: KeyOf = (item) =>
  item.kind === 'scalar' ? readMount(item.text)?.target : scalarAt(item, 'target')?.text;

const deviceTarget: KeyOf = (item) => {
  if (item.kind !== 'scalar') return scalarAt(item, 'target')?.text;
  const [source, target = source] = item.text.split(':');
  return target;
};

const fileTarget =
  (folder: string): KeyOf =>
  (item) =>
    scalarAt(item, 'target')?.text ?? `${folder}/${textOf(item) ?? scalarAt(item, 'source')?.text ?? ''}`;

const portKey: KeyOf = (item) => {
  if (item.kind !== 'mapping') return textOf(item);
  const [target, published, hostIp, protocol] = ['target', 'published', 'host_ip', 'protocol'].map(
    (key) => scalarAt(item, key)?.text,
  );
  return `${hostIp ?? '0.0.0.0'}:${published ?? ''}:${target ?? ''}/${protocol ?? 'tcp'}`;
};

const RULES = rulesOf({
  'networks.*.labels': unique(nameOf),
  'services.*.annotations': unique(nameOf),
  'services.*.build.additional_contexts': unique(nameOf),
  'services.*.build.args': unique(nameOf),
  'services.*.build.labels': unique(nameOf),
  'services.*.build.tags': unique(nameOf),
  'services.*.cap_add': unique(nameOf),
  'services.*.cap_drop': unique(nameOf),
  'services.*.configs': unique(fileTarget('')),
  'services.*.deploy.labels': unique(nameOf),
  'services.*.devices': unique(deviceTarget),
  'services.*.dns': unique(nameOf),
  'services.*.dns_opt': unique(nameOf),
  'services.*.dns_search': unique(nameOf),
  'services.*.env_file': unique(pathOf),
  'services.*.environment': unique(nameOf),
  'services.*.expose': unique(textOf),
  'services.*.labels': unique(nameOf),
  'services.*.links': unique(nameOf),
  'services.*.networks.*.aliases': unique(nameOf),
  'services.*.networks.*.link_local_ips': unique(nameOf),
  'services.*.ports': unique(portKey),
  'services.*.profiles': unique(nameOf),
  'services.*.secrets': unique(fileTarget('/run/secrets')),
  'services.*.sysctls': unique(nameOf),
  'services.*.tmpfs': unique(nameOf),
  'services.*.volumes': unique(mountTarget),
});
