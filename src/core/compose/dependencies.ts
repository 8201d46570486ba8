import type { Dependency } from '../model/compose.ts';
import { at, child, entriesOf, isTrue, scalarAt, scalarsOf } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';
import { displayAt } from './values.ts';

/** What a service waits for: what it says, and what sharing a namespace, links or volumes makes Compose add. */
export function dependenciesOf(service: Tree): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const dependency of [...saidBy(service), ...impliedBy(service)])
    if (!found.has(dependency.service)) found.set(dependency.service, dependency);
  return [...found.values()];
}

function saidBy(service: Tree): readonly Dependency[] {
  return entriesOf(child(service, 'depends_on')).map(([name, entry]) => ({
    service: name,
    condition: displayAt(entry.value, 'condition') ?? STARTED,
    required: !isDenied(scalarAt(entry.value, 'required')),
    restart: isTrue(scalarAt(entry.value, 'restart')),
    ...at(entry),
  }));
}

const STARTED = 'service_started';

const isDenied = (scalar: Scalar | undefined): boolean => scalar !== undefined && !isTrue(scalar);

function* impliedBy(service: Tree): Iterable<Dependency> {
  for (const link of scalarsOf(child(service, 'links')))
    yield implied(link.text.split(':', 1)[0] ?? '', { implied: 'links', restart: true, place: link });
  for (const namespace of ['network_mode', 'ipc', 'pid', 'uts', 'cgroup']) {
    const shared = scalarAt(service, namespace);
    if (shared?.text.startsWith('service:'))
      yield implied(shared.text.slice('service:'.length), {
        implied: namespace,
        restart: true,
        place: shared,
      });
  }
  for (const source of scalarsOf(child(service, 'volumes_from')))
    if (!source.text.startsWith('container:'))
      yield implied(source.text.split(':', 1)[0] ?? '', {
        implied: 'volumes_from',
        restart: false,
        place: source,
      });
}

function implied(
  service: string,
  { place, ...how }: Readonly<{ implied: string; restart: boolean; place: Scalar }>,
): Dependency {
  return { service, condition: STARTED, required: true, ...how, ...at(place) };
}
