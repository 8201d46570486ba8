import type { ComposeResource } from '../model/compose.ts';
import { at, child, entriesOf, isTrue, scalarAt } from './tree.ts';
import type { Entry, Tree } from './tree.ts';
import { displayAt, present, valueAt } from './values.ts';

/** The top-level networks, volumes, secrets or configs of a project. */
export function resourcesOf(tree: Tree | undefined): readonly ComposeResource[] {
  return entriesOf(tree).map(([key, entry]) => resourceOf(key, entry));
}

function resourceOf(key: string, { value, ...place }: Entry): ComposeResource {
  return {
    key,
    external: isTrue(scalarAt(value, 'external')),
    ...present({
      name: displayAt(value, 'name'),
      driver: displayAt(value, 'driver'),
      remote: remoteOf(child(value, 'driver_opts')),
      origin: originOf(value),
    }),
    ...at(place),
  };
}

/** A share of another machine, or a folder of this one, that a volume stands for. */
function remoteOf(options: Tree | undefined): ComposeResource['remote'] {
  const device = valueAt(options, 'device');
  if (!device) return undefined;
  const type = displayAt(options, 'type') ?? '';
  const mounted = (displayAt(options, 'o') ?? '').split(',');
  if (mounted.some((each) => each === 'bind' || each === 'rbind')) return { type: 'bind', device };
  if (type.startsWith('nfs')) return { type: 'nfs', device: withHost(device, mounted) };
  return { type: /^(?:cifs|smb)/.test(type) ? 'cifs' : 'other', device };
}

/** The address of an NFS server stands among the options, the path alone in `device`. */
function withHost(
  device: NonNullable<ReturnType<typeof valueAt>>,
  options: readonly string[],
): NonNullable<ReturnType<typeof valueAt>> {
  const host = options.find((each) => each.startsWith('addr='))?.slice('addr='.length);
  return host !== undefined && device.display.startsWith(':')
    ? { ...device, display: host + device.display }
    : device;
}

function originOf(value: Tree): ComposeResource['origin'] {
  for (const type of ['file', 'environment'] as const) {
    const said = valueAt(value, type);
    if (said) return { type, value: said };
  }
  return child(value, 'content') ? { type: 'content' } : undefined;
}
