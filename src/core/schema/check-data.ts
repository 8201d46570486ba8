import type { Flaw } from '../model/finding.ts';
import type { Kind, PageData } from '../model/lab.ts';
import type { FrontMatter } from '../model/parsed.ts';
import { foreignValues } from './foreign-keys.ts';
import { fieldOf } from './kinds.ts';
import { meantValue, misfit } from './misfit.ts';
import type { Words } from './misfit.ts';
import { momentOf, timesOutOfOrder } from './times.ts';
import { isOurs, unknownKey } from './unknown-keys.ts';

/**
 * Front matter as its kind reads it. Each key is judged alone: what does not fit is left out with a flaw, the rest is kept.
 * Words of other tools' vocabularies are left out in silence, unless the file is plainly written for Blackstart.
 */
export function checkData(
  kind: Kind,
  { data, lines }: FrontMatter,
): { data: PageData; flaws: readonly Flaw[] } {
  const ours = isOurs(data);
  const kept: Record<string, unknown> = {};
  const flaws: Flaw[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (value === null || value === '') continue;
    const { read, flaw } = checkKey({ kind, key, value, ours });
    if (read !== undefined) kept[key] = read;
    if (flaw) flaws.push({ line: (Object.hasOwn(lines, key) ? lines[key] : undefined) ?? 1, ...flaw });
  }
  Object.assign(kept, foreignValues(kind, data, kept));
  if (kind === 'postmortem') flaws.push(...timesOutOfOrder(kept, lines));
  return { data: kept, flaws };
}

type Entry = Readonly<{ kind: Kind; key: string; value: unknown; ours: boolean }>;
type Checked = Readonly<{ read?: unknown; flaw?: Omit<Flaw, 'line'> | undefined }>;

function checkKey({ kind, key, value, ours }: Entry): Checked {
  const field = fieldOf(kind, key);
  if (!field) {
    const unknown = unknownKey(kind, key, ours);
    return { flaw: unknown && { rule: 'unknown-key', severity: 'hint', ...unknown } };
  }
  const { success, data: read, error } = field.safeParse(value);
  if (success) return { read, flaw: typeFlaw(ours ? lostTime(key, value, read) : undefined) };
  const schema = field.unwrap();
  const meant = meantValue(schema, value);
  const isTheirs = !ours && typeof value !== 'object' && !GUARDS.has(key) && meant === undefined;
  if (isTheirs) return {};
  const must = error.issues[0]?.message ?? 'something else';
  const flaw = typeFlaw(misfit(key, value, { schema, must, meant }));
  // A page that may have asked to be private stays so.
  return key === 'private' ? { read: true, flaw } : { flaw };
}

/** Who may read a page is checked in every file. */
const GUARDS: ReadonlySet<string> = new Set(['private', 'public']);

function typeFlaw(words: Words | undefined): Omit<Flaw, 'line'> | undefined {
  return words && { rule: 'front-matter-type', severity: 'warning', ...words };
}

/** The time of day could not be read, though the date could. */
function lostTime(key: string, value: unknown, read: unknown): Words | undefined {
  const moment = typeof value === 'string' ? momentOf(value) : undefined;
  if (!moment?.dateOnly || read !== moment.iso) return undefined;
  return {
    message: `Only the date of \`${key}\` could be read, not the time.`,
    hint: `Write the minute with its offset, as in \`${key}: ${moment.iso}T21:05+01:00\`.`,
  };
}
