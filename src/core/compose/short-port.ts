import { splitAtColons } from './split.ts';
import { mappingOf, word } from './tree.ts';
import type { Mapping, Scalar } from './tree.ts';

/** The long forms of one short port: equal ranges become one entry for each port; long ranges, and unequal ones, stay. */
export function longPorts(short: Scalar): readonly Mapping[] {
  const port = readPort(short.text);
  const raw = short.raw === undefined ? undefined : readPort(short.raw);
  return expanded(port).map((one) => {
    const isWhole = one.target === port.target && one.published === port.published;
    const part = (key: keyof ShortPort, type: Scalar['type'] = 'string'): Scalar | undefined => {
      if (one[key] === '') return undefined;
      const { state } = short;
      return {
        ...word(one[key], short, type),
        ...(isWhole && raw && { raw: raw[key] }),
        ...(state && { state }),
      };
    };
    const long = mappingOf(
      {
        mode: word('ingress', short),
        target: part('target', /^\d+$/.test(one.target) ? 'number' : 'string'),
        published: part('published'),
        host_ip: part('hostIp'),
        protocol: part('protocol'),
      },
      short,
    );
    return { ...long, short };
  });
}

type ShortPort = Readonly<{ hostIp: string; published: string; target: string; protocol: string }>;

/** Reads `[[ip:]published:]target[/protocol]`; an address of IPv6 may stand in brackets. */
function readPort(text: string): ShortPort {
  const { address, protocol } = splitProtocol(text);
  const parts = splitAtColons(address);
  const hostIp = parts.slice(0, -2).join(':');
  return {
    hostIp: hostIp.replace(/^\[|\]$/g, ''),
    published: parts.at(-2) ?? '',
    target: parts.at(-1) ?? '',
    protocol,
  };
}

function splitProtocol(text: string): { address: string; protocol: string } {
  const slash = text.lastIndexOf('/');
  if (slash === -1 || text.indexOf('}', slash) !== -1) return { address: text, protocol: 'tcp' };
  return { address: text.slice(0, slash), protocol: text.slice(slash + 1).toLowerCase() || 'tcp' };
}

function expanded(port: ShortPort): readonly ShortPort[] {
  const targets = rangeOf(port.target);
  const published = rangeOf(port.published);
  const isLong = targets.length > LONGEST_RANGE;
  if (targets.length === 0 || isLong || (port.published !== '' && published.length !== targets.length))
    return [port];
  return targets.map((target, index) => ({ ...port, target, published: published[index] ?? '' }));
}

/** A media server's thousand ports are one fact to a reader, and memory to everyone else. */
export const LONGEST_RANGE = 32;

/** Every port of `3000-3005`; nothing for what is no range, and more than enough for one that is too long. */
function rangeOf(text: string): readonly string[] {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const length = Math.min(Number(last) - Number(first), LONGEST_RANGE) + 1;
  return length > 0 ? Array.from({ length }, (_, index) => String(Number(first) + index)) : [];
}
