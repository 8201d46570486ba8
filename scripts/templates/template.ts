import { stringify } from 'yaml';
import type { Kind } from '../../src/core/model/lab.ts';
import { fieldOf } from '../../src/core/schema/kinds.ts';

/** A service as a template names it. */
export type ServiceFacts = Readonly<{
  /** As front matter names it: `dns/pihole`. */
  ref: string;
  name: string;
  title: string;
  /** Whether a compose file runs it, so that `docker compose` commands make sense. */
  composed: boolean;
  /** Runbooks that cover it, with the way to them from the new page. */
  runbooks: readonly Readonly<{ title: string; link: string }>[];
}>;

/** What a template is filled from. */
export type Facts = Readonly<{
  title: string;
  /** `2026-03-14` */
  day: string;
  /** `2026-03-14T21:05+01:00`, or only the day when nobody knows the minute. */
  moment: string;
  services: readonly ServiceFacts[];
  host?: string;
}>;

/** The text of a new page. */
export type Template = (facts: Facts) => string;

/**
 * Front matter from `data` without its empty values. The keys of `later` follow as comments with an example and what
 * they mean, so that nothing untrue stands on the page until they are known.
 */
export function frontMatter(
  kind: Kind,
  data: Readonly<Record<string, unknown>>,
  later: readonly string[],
): string {
  const known = Object.entries(data).filter(([, value]) => value !== undefined && !isEmptyList(value));
  const keys = known.length === 0 ? '' : stringify(Object.fromEntries(known), { lineWidth: 0 });
  return `---\n${keys}${later.map((key) => comment(kind, key)).join('')}---\n\n`;
}

/** Names of services for `services:`. */
export const refs = ({ services }: Facts) => services.map(({ ref }) => ref);

/** The title as a heading: what would begin HTML is shown as it was typed. */
export const heading = ({ title }: Facts) => `# ${title.replaceAll('<', '\\<')}\n`;

function comment(kind: Kind, key: string): string {
  const meta = fieldOf(kind, key)?.unwrap().meta();
  if (!meta?.description) throw new Error(`The schema of a ${kind} does not describe ${key}.`);
  const example = stringify([meta.examples].flat()[0], { collectionStyle: 'flow', lineWidth: 0 });
  return `# ${key}: ${example.trim()}  # ${meta.description}\n`;
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
