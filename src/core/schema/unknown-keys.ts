import type { Kind } from '../model/lab.ts';
import { KINDS } from '../model/lab.ts';
import { distance } from '../suggest.ts';
import { fieldOf, keysOf } from './kinds.ts';
import { THEIRS } from './their-keys.ts';

/** Whether front matter was written for Blackstart: it has a key that no other tool is known to use. */
export function isOurs(data: Readonly<Record<string, unknown>>): boolean {
  if (KINDS.some((kind) => kind === data['kind'])) return true;
  return Object.keys(data).some((key) => OURS.has(key));
}

/**
 * What to say of a key that the kind does not have; undefined when it belongs to somebody else. Repositories bring front
 * matter for other tools: only a key that nearly is one of ours is suspect, or any that keeps company with ours.
 */
export function unknownKey(
  kind: Kind,
  key: string,
  ours: boolean,
): { message: string; hint: string } | undefined {
  const name = key.slice(0, LONGEST);
  const known = keysOf(kind);
  const plain = key.toLowerCase();
  if (THEIRS.has(plain) || plain.startsWith('x-')) return undefined;
  const near = known.find((candidate) => candidate === plain.replaceAll('-', '_')) ?? nearest(plain, known);
  if (near) return { message: `\`${name}\` is not a key of a ${kind}.`, hint: `Did you mean \`${near}\`?` };
  if (!ours) return undefined;
  const kinds = KINDS.filter((other) => fieldOf(other, key));
  if (kinds.length > 0)
    return {
      message: `\`${name}\` is a key of a ${kinds.join(' or a ')}, and this page is a ${kind}.`,
      hint: `Remove it, or write \`kind: ${kinds[0]}\` if that is what the page is.`,
    };
  return {
    message: `\`${name}\` is not a key of a ${kind}, so it has no effect.`,
    hint: 'Remove it, or say it in the text of the page.',
  };
}

const LONGEST = 40;
const SHORTEST = 4;
const WITHIN_ONE = 5;

function nearest(key: string, known: readonly string[]): string | undefined {
  if (key.length < SHORTEST) return undefined;
  const most = key.length <= WITHIN_ONE ? 1 : 2;
  return known
    .map((name) => ({ name, apart: name.length < SHORTEST ? undefined : distance(key, name, most) }))
    .filter(({ apart }) => apart !== undefined)
    .sort((a, b) => (a.apart ?? 0) - (b.apart ?? 0))[0]?.name;
}

const OURS: ReadonlySet<string> = new Set(
  `provides household household_minutes rto rpo watts vlan paper symptoms signatures began noticed mitigated detection
  hypothesis steady deviated repeat_every restores forgot residue`.split(/\s+/),
);
