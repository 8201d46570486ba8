import type { Mount } from '../model/compose.ts';
import { cleanPath, isPath } from './short-mount.ts';
import { splitAtColons } from './split.ts';
import { isTrue, itemsOf, mappingOf, scalarAt, scalarsOf, word } from './tree.ts';
import type { Mapping, Scalar, Tree } from './tree.ts';
import { displayAt, valueOf, wholeOf } from './values.ts';

/** The mounts of a service's `volumes`, in long forms. */
export function mountsOf(tree: Tree | undefined): readonly Mount[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind === 'scalar') return item.type === 'null' ? [] : refused(item);
    return item.kind === 'mapping' ? mount(item) : [];
  });
}

/** The mounts that `tmpfs:` names. */
export function tmpfsOf(tree: Tree | undefined): readonly Mount[] {
  return scalarsOf(tree).map((item) => {
    const value = valueOf(item);
    const [target = ''] = splitAtColons(value.display);
    return { type: 'tmpfs', target: cleanPath(target), readOnly: false, value };
  });
}

/** A short form that Compose refuses says what it can. */
function refused(short: Scalar): readonly Mount[] {
  const [source = '', target = ''] = short.text.split(':').filter((part) => part !== '');
  return source === ''
    ? []
    : mount({ ...mappingOf({ source: word(source, short), target: word(target, short) }, short), short });
}

function mount(long: Mapping): readonly Mount[] {
  const source = scalarAt(long, 'source') ?? scalarAt(long, 'src');
  const target = scalarAt(long, 'target') ?? scalarAt(long, 'destination');
  if (!source && !target) return [];
  const shown = source && valueOf(source).display;
  return [
    {
      type: typeOf(displayAt(long, 'type'), source),
      ...(shown !== undefined && { source: shown }),
      target: cleanPath(target ? valueOf(target).display : ''),
      readOnly: isTrue(scalarAt(long, 'read_only') ?? scalarAt(long, 'readonly')),
      value: wholeOf(long, [source, target]),
    },
  ];
}

/** Compose would take a source that begins with a variable for a volume; here it may turn out to be a path. */
function typeOf(said: string | undefined, source: Scalar | undefined): Mount['type'] {
  if (
    source?.state === 'unresolved' &&
    source.text.startsWith('$') &&
    (said === 'volume' || said === undefined)
  )
    return /^\$\{[^{}]*\}[^/\\]*$/.test(source.text) ? 'other' : 'bind';
  if (said === undefined) return source && isPath(source.text) ? 'bind' : 'volume';
  return said === 'bind' || said === 'volume' || said === 'tmpfs' ? said : 'other';
}
