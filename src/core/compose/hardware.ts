import type { Device, Gpu, Limits } from '../model/compose.ts';
import { child, itemsOf, scalarAt } from './tree.ts';
import type { Mapping, Tree } from './tree.ts';
import { displayAt, present, valueAt, valuesAt, wholeOf } from './values.ts';

export function devicesOf(service: Tree): readonly Device[] {
  return mappingsIn(child(service, 'devices')).map((device) => ({
    source: displayAt(device, 'source') ?? '',
    target: displayAt(device, 'target') ?? displayAt(device, 'source') ?? '',
    permissions: displayAt(device, 'permissions') ?? 'rwm',
    value: wholeOf(device, [scalarAt(device, 'source'), scalarAt(device, 'target')]),
  }));
}

/** Graphics cards that are asked for, by `gpus` or among the reserved devices. */
export function gpusOf(service: Tree): readonly Gpu[] {
  const reserved = child(reservations(service), 'devices');
  return [...mappingsIn(child(service, 'gpus')), ...mappingsIn(reserved).filter(isGpu)].map((device) => ({
    driver: displayAt(device, 'driver') ?? '',
    count: displayAt(device, 'count') ?? '',
    ids: valuesAt(device, 'device_ids').map(({ display }) => display),
    value: wholeOf(device, [scalarAt(device, 'driver'), scalarAt(device, 'count')]),
  }));
}

const isGpu = (device: Tree): boolean =>
  valuesAt(device, 'capabilities').some(({ display }) => display === 'gpu');

/** Limits of both homes; where both speak, `deploy` is meant. */
export function limitsOf(service: Tree): Limits {
  const limits = child(child(child(service, 'deploy'), 'resources'), 'limits');
  const reserved = reservations(service);
  return present({
    memory: valueAt(limits, 'memory') ?? valueAt(service, 'mem_limit'),
    cpus: valueAt(limits, 'cpus') ?? valueAt(service, 'cpus'),
    pids: valueAt(limits, 'pids') ?? valueAt(service, 'pids_limit'),
    reservedMemory: valueAt(reserved, 'memory') ?? valueAt(service, 'mem_reservation'),
    reservedCpus: valueAt(reserved, 'cpus'),
  });
}

function reservations(service: Tree): Tree | undefined {
  return child(child(child(service, 'deploy'), 'resources'), 'reservations');
}

function mappingsIn(tree: Tree | undefined): readonly Mapping[] {
  return itemsOf(tree).filter((item): item is Mapping => item.kind === 'mapping');
}
