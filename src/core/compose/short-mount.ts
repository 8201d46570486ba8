import { mappingOf, word } from './tree.ts';
import type { Mapping, Scalar } from './tree.ts';

/** What the short form of a mount says. An anonymous volume has no source. */
export type ShortMount = Readonly<{ source?: string; target: string; options: readonly string[] }>;

/**
 * Reads `source:target:options` as Compose does: colons inside `${…}` part nothing, and one letter before a colon is the
 * drive of a Windows path, even when a volume was meant. Undefined for what Compose refuses.
 */
export function readMount(text: string): ShortMount | undefined {
  if (text === '') return undefined;
  if (text.length < 3) return { target: text, options: [] };
  const [source = '', target, options = '', ...others] = partsOf(text);
  if (others.length > 0 || source === '' || target === '') return undefined;
  if (target === undefined) return { target: source, options: [] };
  return { source, target, options: options === '' ? [] : options.split(',') };
}

/** The long form of a mount; undefined for what Compose refuses. */
export function longMount(short: Scalar): Mapping | undefined {
  const mount = readMount(short.text);
  if (!mount) return undefined;
  const raw = short.raw === undefined ? undefined : readMount(short.raw);
  const part = (key: 'source' | 'target', shown: (text: string) => string): Scalar | undefined => {
    const text = mount[key];
    if (text === undefined) return undefined;
    const { state } = short;
    return {
      ...word(shown(text), short),
      ...(raw?.[key] !== undefined && { raw: raw[key] }),
      ...(state && { state }),
    };
  };
  const option = (text: string): Scalar => word(text, short);
  const isBind = mount.source !== undefined && isPath(mount.source);
  const selinux = mount.options.findLast((each) => each === 'z' || each === 'Z');
  const propagation = mount.options.findLast((each) => PROPAGATION.test(each));
  const bind = {
    ...(propagation !== undefined && { propagation: option(propagation) }),
    ...(isBind && { create_host_path: word('true', short, 'boolean') }),
    ...(selinux !== undefined && { selinux: option(selinux) }),
  };
  const isReadOnly = mount.options.findLast((each) => each === 'ro' || each === 'rw') === 'ro';
  const long = mappingOf(
    {
      type: option(isBind ? 'bind' : 'volume'),
      source: part('source', (text) => text),
      target: part('target', cleanPath),
      ...(isReadOnly && { read_only: word('true', short, 'boolean') }),
      ...(Object.keys(bind).length > 0 && { bind: mappingOf(bind, short) }),
      ...(mount.options.includes('nocopy') && {
        volume: mappingOf({ nocopy: word('true', short, 'boolean') }, short),
      }),
    },
    short,
  );
  return { ...long, short };
}

const PROPAGATION = /^r?(?:private|shared|slave)$/;

export function isPath(source: string): boolean {
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}

/** Parts between colons, without those inside `${…}` and behind the letter of a drive. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    if (text.startsWith('${', index)) depth += 1;
    else if (text[index] === '}') depth = Math.max(0, depth - 1);
    else if (text[index] === ':' && depth === 0 && !/^\p{L}$/u.test(text.slice(start, index))) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** A path without `.`, `..`, doubled and closing slashes, as Compose cleans the targets of mounts. */
export function cleanPath(path: string): string {
  if (path === '') return path;
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && (isAbsolute || (parts.length > 0 && parts.at(-1) !== '..'))) parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return isAbsolute ? `/${parts.join('/')}` : parts.join('/') || '.';
}
