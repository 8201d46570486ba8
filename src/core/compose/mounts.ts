import type { Mount } from '../model/compose.ts';
import { itemsOf, scalarAt } from './tree.ts';
import type { Mapping, Scalar, Tree } from './tree.ts';
import { splitAtColons, valueOf } from './values.ts';

/** The long forms of a service's `volumes`. */
export function mountsOf(tree: Tree | undefined): readonly Mount[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind === 'scalar') return item.type === 'null' ? [] : shortMount(item);
    return item.kind === 'mapping' ? longMount(item) : [];
  });
}

/** The mounts that `tmpfs:` names. */
export function tmpfsOf(tree: Tree | undefined): readonly Mount[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind !== 'scalar' || item.type === 'null') return [];
    const value = valueOf(item);
    const [target = ''] = splitAtColons(value.display);
    return [{ type: 'tmpfs', target: cleanPath(target), readOnly: false, value }];
  });
}

function shortMount(scalar: Scalar): readonly Mount[] {
  const value = valueOf(scalar);
  const [source = '', target, ...options] = joinDrives(splitAtColons(value.display));
  if (source === '' && target === undefined) return [];
  if (target === undefined) return [{ type: 'volume', target: cleanPath(source), readOnly: false, value }];
  const readOnly = options.some((option) => option.split(',').includes('ro'));
  return [{ type: typeOfSource(source), source, target: cleanPath(target), readOnly, value }];
}

/** Docker reads one letter before a colon as a Windows drive, even when a volume was meant. */
function joinDrives(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && /^[A-Za-z]$/.test(last)) joined[joined.length - 1] = `${last}:${part}`;
    else joined.push(part);
  }
  return joined;
}

/** A source that is all variable may turn out to be a path or the name of a volume. */
function typeOfSource(source: string): Mount['type'] {
  if (/^(?:[./~]|\\\\|[A-Za-z]:)/.test(source)) return 'bind';
  if (!source.startsWith('$')) return 'volume';
  return /^\$\{[^{}]*\}[^/\\]*$/.test(source) ? 'other' : 'bind';
}

function longMount(mount: Mapping): readonly Mount[] {
  const [type, source, target] = ['type', 'source', 'target'].map(
    (key) => scalarAt(mount, key) ?? scalarAt(mount, SHORT_KEYS[key] ?? key),
  );
  const parts = [source, target].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const value = valueOf({
    kind: 'scalar',
    type: 'string',
    line: mount.line,
    text: parts.map(({ text }) => text).join(':'),
  });
  const shownSource = source && valueOf(source).display;
  return [
    {
      type: type ? longType(type.text) : typeOfSource(shownSource ?? ''),
      ...(shownSource !== undefined && { source: shownSource }),
      target: cleanPath(target ? valueOf(target).display : ''),
      readOnly: /^true$/i.test((scalarAt(mount, 'read_only') ?? scalarAt(mount, 'readonly'))?.text ?? ''),
      value,
    },
  ];
}

const SHORT_KEYS: Readonly<Record<string, string>> = { source: 'src', target: 'destination' };

function longType(type: string): Mount['type'] {
  return type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'other';
}

function cleanPath(path: string): string {
  if (!path.startsWith('/')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
