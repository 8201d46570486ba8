import type { Port, Value } from '../model/compose.ts';
import { itemsOf, scalarAt } from './tree.ts';
import type { Mapping, Scalar, Tree } from './tree.ts';
import { splitAtColons, valueOf } from './values.ts';

/** The long forms of `ports`. Equal ranges become one entry for each port; long ranges, and unequal ones, stay ranges. */
export function portsOf(tree: Tree | undefined): readonly Port[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind === 'scalar') return item.type === 'null' ? [] : shortPort(item);
    return item.kind === 'mapping' ? longPort(item) : [];
  });
}

function shortPort(scalar: Scalar): readonly Port[] {
  const value = valueOf(scalar);
  const { address, protocol } = splitProtocol(value.display);
  const parts = splitAtColons(address);
  const target = parts.at(-1) ?? '';
  const published = parts.at(-2) ?? '';
  const hostIp = parts
    .slice(0, -2)
    .join(':')
    .replace(/^\[|\]$/g, '');
  return expand({ target, published, hostIp, protocol, value });
}

function longPort(mapping: Mapping): readonly Port[] {
  const target = scalarAt(mapping, 'target');
  const published = scalarAt(mapping, 'published');
  if (!target && !published) return [];
  const value = longValue(
    [scalarAt(mapping, 'host_ip'), published, target].filter((part) => part !== undefined),
    mapping.line,
  );
  return expand({
    target: target ? valueOf(target).display : '',
    published: published ? valueOf(published).display : '',
    hostIp: displayAt(mapping, 'host_ip'),
    protocol: displayAt(mapping, 'protocol') || 'tcp',
    value,
  });
}

function displayAt(mapping: Mapping, key: string): string {
  const scalar = scalarAt(mapping, key);
  return scalar ? valueOf(scalar).display : '';
}

/** One value for what the long form spreads over several lines, in the order of the short form. */
function longValue(parts: readonly Scalar[], line: number): Value {
  return valueOf({ kind: 'scalar', type: 'string', line, text: parts.map(({ text }) => text).join(':') });
}

function splitProtocol(text: string): { address: string; protocol: string } {
  const slash = text.lastIndexOf('/');
  if (slash === -1 || text.indexOf('}', slash) !== -1) return { address: text, protocol: 'tcp' };
  return { address: text.slice(0, slash), protocol: text.slice(slash + 1).toLowerCase() || 'tcp' };
}

type Parts = Readonly<{ target: string; published: string; hostIp: string; protocol: string; value: Value }>;

function expand(parts: Parts): readonly Port[] {
  const targets = rangeOf(parts.target);
  const published = rangeOf(parts.published);
  const isLong = targets.length > LONGEST_RANGE;
  if (targets.length < 2 || isLong || (parts.published !== '' && published.length !== targets.length))
    return [port(parts)];
  return targets.map((target, index) => port({ ...parts, target, published: published[index] ?? '' }));
}

/** A media server's thousand ports are one fact to a reader, and memory to everyone else. */
const LONGEST_RANGE = 32;

/** Every port of `3000-3005`; nothing for what is no range, and more than enough for one that is too long. */
function rangeOf(text: string): readonly string[] {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  const length = Math.min(Number(last) - Number(first), LONGEST_RANGE) + 1;
  return length > 0 ? Array.from({ length }, (_, index) => String(Number(first) + index)) : [];
}

function port({ target, published, hostIp, protocol, value }: Parts): Port {
  return {
    target,
    ...(published !== '' && { published }),
    ...(hostIp !== '' && { hostIp }),
    protocol,
    value,
  };
}
