import type { Port } from '../model/compose.ts';
import { itemsOf, scalarAt } from './tree.ts';
import type { Mapping, Tree } from './tree.ts';
import { valueOf, wholeOf } from './values.ts';

/** The long forms of `ports`. */
export function portsOf(tree: Tree | undefined): readonly Port[] {
  return itemsOf(tree).flatMap((item) => (item.kind === 'mapping' ? port(item) : []));
}

function port(long: Mapping): readonly Port[] {
  const [target, published, hostIp, protocol] = ['target', 'published', 'host_ip', 'protocol'].map((key) =>
    scalarAt(long, key),
  );
  if (!target && !published) return [];
  return [
    {
      target: target ? valueOf(target).display : '',
      ...(published && { published: valueOf(published).display }),
      ...(hostIp && { hostIp: valueOf(hostIp).display }),
      protocol: (protocol && valueOf(protocol).display) || 'tcp',
      value: wholeOf(long, [hostIp, published, target]),
    },
  ];
}
