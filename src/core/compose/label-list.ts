import { at, child, entriesOf, scalarsOf } from './tree.ts';
import type { Scalar, Tree } from './tree.ts';

/** The labels of a service by name, those under `deploy` too; a label without a value is true. The last one wins. */
export function labelsOf(service: Tree): ReadonlyMap<string, Scalar> {
  const labels = [child(service, 'labels'), child(child(service, 'deploy'), 'labels')];
  return new Map(labels.flatMap(pairs));
}

function pairs(labels: Tree | undefined): readonly (readonly [string, Scalar])[] {
  if (labels?.kind === 'mapping')
    return entriesOf(labels).flatMap(([name, { value, ...place }]) =>
      value.kind === 'scalar' ? [[name, { ...value, ...at(place) }] as const] : [],
    );
  return scalarsOf(labels).map((label) => {
    const [name, value] = cut(label.text);
    const raw = label.raw === undefined ? undefined : cut(label.raw)[1];
    return [name, { ...label, text: value, ...(raw !== undefined && { raw }) }];
  });
}

function cut(label: string): readonly [name: string, value: string] {
  const equals = label.indexOf('=');
  return equals === -1 ? [label, 'true'] : [label.slice(0, equals), label.slice(equals + 1)];
}
