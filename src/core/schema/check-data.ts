import { stringify } from 'yaml';
import { z } from 'zod';
import type { Flaw } from '../model/finding.ts';
import type { Kind, PageData } from '../model/lab.ts';
import type { FrontMatter } from '../model/parsed.ts';
import { suggest } from '../suggest.ts';
import { foreignValues } from './foreign-keys.ts';
import type { Field } from './kinds.ts';
import { fieldOf } from './kinds.ts';
import { momentOf, timesOutOfOrder } from './times.ts';
import { isOurs, unknownKey } from './unknown-keys.ts';

/**
 * Front matter as its kind reads it. Each key is judged alone: what does not fit is left out with a flaw, the rest is kept.
 * Words of other tools' vocabularies are left out in silence, unless the file is plainly written for Blackstart.
 */
export function checkData(kind: Kind, frontMatter: FrontMatter): { data: PageData; flaws: readonly Flaw[] } {
  const ours = isOurs(frontMatter.data);
  const data: Record<string, unknown> = {};
  const flaws: Flaw[] = [];
  for (const [key, value] of Object.entries(frontMatter.data)) {
    if (value === null || value === '') continue;
    const line = lineOf(frontMatter, key);
    const field = fieldOf(kind, key);
    if (!field) {
      const unknown = unknownKey(kind, key, ours);
      if (unknown) flaws.push({ rule: 'unknown-key', severity: 'hint', line, ...unknown });
      continue;
    }
    const { success, data: read, error } = field.safeParse(value);
    if (success) data[key] = read;
    // A page that may have asked to be private stays so.
    if (!success && key === 'private') data[key] = true;
    const flaw = success
      ? lostTime({ key, value, read, ours })
      : misfit({ key, value, field, ours, must: error.issues[0]?.message });
    if (flaw) flaws.push({ rule: 'front-matter-type', severity: 'warning', line, ...flaw });
  }
  Object.assign(data, foreignValues(kind, frontMatter.data, data));
  if (kind === 'postmortem') flaws.push(...timesOutOfOrder(data, frontMatter.lines));
  return { data, flaws };
}

function lineOf({ lines }: FrontMatter, key: string): number {
  return (Object.hasOwn(lines, key) ? lines[key] : undefined) ?? 1;
}

type Words = Readonly<{ message: string; hint: string }>;
type Misfit = Readonly<{
  key: string;
  value: unknown;
  field: Field;
  ours: boolean;
  must: string | undefined;
}>;

/** A time of day that could not be read, though the date could. */
function lostTime({
  key,
  value,
  read,
  ours,
}: Omit<Misfit, 'field' | 'must'> & { read: unknown }): Words | undefined {
  if (!ours || typeof value !== 'string' || typeof read !== 'string' || !momentOf(value)?.dateOnly)
    return undefined;
  if (read !== momentOf(value)?.iso) return undefined;
  return {
    message: `Only the date of \`${key}\` could be read, not the time.`,
    hint: `Write the minute with its offset, as in \`${key}: ${read}T21:05+01:00\`.`,
  };
}

function misfit({ key, value, field, ours, must = 'something else' }: Misfit): Words | undefined {
  const inner = field.unwrap();
  const near = typeof value === 'string' ? suggest(value, valuesOf(inner)) : undefined;
  if (!ours && typeof value !== 'object' && near === undefined && !GUARDS.has(key)) return undefined;
  const examples = inner.meta()?.examples;
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return {
    message:
      Array.isArray(value) && Array.isArray(example)
        ? `An item of \`${key}\` does not fit: it must be ${must.replace('a list of', 'one of the')}.`
        : `\`${key}\` is ${shown(value)}, but must be ${must}.`,
    hint:
      near === undefined ? `Write \`${key}: ${inline(example)}\`, for example.` : `Did you mean \`${near}\`?`,
  };
}

/** Who may read a page is said in every file. */
const GUARDS: ReadonlySet<string> = new Set(['private', 'public']);

function valuesOf(schema: z.ZodType): string[] {
  if (!(schema instanceof z.ZodUnion)) return [];
  return schema.options.flatMap((option) => (option instanceof z.ZodEnum ? option.options.map(String) : []));
}

const LONGEST = 40;

/** The author's words where they are short and plain; anything longer may hold a secret. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return `\`${String(value)}\``;
  return value.length <= LONGEST && /^[\p{L}\p{N} .,:+-]*$/u.test(value) ? `\`${value}\`` : 'a text';
}

function inline(example: unknown): string {
  return stringify(example, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();
}
