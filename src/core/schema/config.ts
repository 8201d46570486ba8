import { z } from 'zod';
import { readYaml } from '../front-matter/read-yaml.ts';
import { TOO_LARGE } from '../front-matter/reading.ts';
import type { Flaw } from '../model/finding.ts';
import type { LabConfig } from '../model/lab.ts';
import { suggest } from '../suggest.ts';
import { configSchema } from './config-schema.ts';
import type { Field } from './kinds.ts';
import { meantValue, misfit } from './misfit.ts';
import type { Words } from './misfit.ts';

/** What holds in a lab without `blackstart.yaml`, and for each key that it does not set. */
export const DEFAULT_CONFIG: LabConfig = {
  ignoreRules: [],
  include: [],
  exclude: [],
  folderWords: {},
  headingWords: {},
  composeGlobs: [],
  site: { index: false, offline: true, needs: [] },
};

/** Reads `blackstart.yaml`. What is wrong in it is a flaw, and the rest of it holds. */
export function readConfig(text: string): { config: LabConfig; flaws: readonly Flaw[] } {
  if (text.length > LONGEST)
    return { config: DEFAULT_CONFIG, flaws: [unreadable({ ...TOO_LARGE, line: 1 })] };
  const { value, lines, inner = {}, problems } = readYaml(text.replace(/^\uFEFF/, ''));
  const fatal = problems.find((problem) => problem.fatal);
  if (fatal) return { config: DEFAULT_CONFIG, flaws: [unreadable(fatal)] };
  if (value === null) return { config: DEFAULT_CONFIG, flaws: [] };
  if (!isMap(value)) return { config: DEFAULT_CONFIG, flaws: [unreadable(NO_MAP)] };
  const duplicates = problems.map(({ what, hint, line }) => flawOf(line, { message: `${what}.`, hint }));
  const { kept, wrong } = readSection(configSchema, value, '');
  return {
    config: configOf(configSchema.parse(kept)),
    flaws: [...duplicates, ...wrong.map(({ path, words }) => flawOf(inner[path] ?? lines[path] ?? 1, words))],
  };
}

const LONGEST = 100_000;

const NO_MAP = {
  what: 'it is not made of `key: value` lines',
  hint: 'Write `title: My lab`, for example.',
  line: 1,
};

function unreadable({ what, hint, line }: { what: string; hint: string; line: number }): Flaw {
  const message = `blackstart.yaml cannot be read, so none of it counts: ${what}.`;
  return { rule: 'config', severity: 'error', line, message, hint };
}

function flawOf(line: number, words: Words): Flaw {
  return { rule: 'config', severity: 'warning', line, ...words };
}

type Section = Readonly<{ kept: Record<string, unknown>; wrong: readonly { path: string; words: Words }[] }>;

/** Each key is judged alone, and so is each key of a map in it. `above` is the path of the map with a dot, or ''. */
function readSection(schema: z.ZodObject, values: Readonly<Record<string, unknown>>, above: string): Section {
  const shape: Readonly<Record<string, Field>> = schema.shape;
  const kept: Record<string, unknown> = {};
  const wrong: { path: string; words: Words }[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (value === null) continue;
    const path = above + key;
    const field = Object.hasOwn(shape, key) ? shape[key]?.unwrap() : undefined;
    if (field instanceof z.ZodObject && isMap(value)) {
      const section = readSection(field, value, `${path}.`);
      kept[key] = section.kept;
      wrong.push(...section.wrong);
      continue;
    }
    const words = field ? badValue(field, key, value) : unknownKey(key, Object.keys(shape), above);
    if (words) wrong.push({ path, words });
    else kept[key] = value;
  }
  return { kept, wrong };
}

function badValue(schema: z.ZodType, key: string, value: unknown): Words | undefined {
  const { success, error } = schema.safeParse(value);
  return success
    ? undefined
    : misfit(key, value, {
        schema,
        must: error.issues[0]?.message ?? 'something else',
        meant: meantValue(schema, value),
      });
}

function unknownKey(key: string, known: readonly string[], above: string): Words {
  const near = suggest(key, known);
  const where = above === '' ? 'blackstart.yaml' : `\`${above.slice(0, -1)}\` in blackstart.yaml`;
  return {
    message: `\`${key.slice(0, 40)}\` is not a key of ${where}, so it has no effect.`,
    hint:
      near === undefined
        ? `Its keys are ${known.map((name) => `\`${name}\``).join(', ')}.`
        : `Did you mean \`${near}\`?`,
  };
}

function configOf(said: z.infer<typeof configSchema>): LabConfig {
  const { title, language, timezone, forge, household, electricity, site = {} } = said;
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(timezone !== undefined && { timezone }),
    ...(forge !== undefined && { forge }),
    ...(household !== undefined && { household }),
    ...(electricity !== undefined && { electricity }),
    include: said.include ?? DEFAULT_CONFIG.include,
    exclude: said.exclude ?? DEFAULT_CONFIG.exclude,
    folderWords: withoutGaps(said.folders ?? {}),
    headingWords: withoutGaps(said.headings ?? {}),
    composeGlobs: said.compose ?? DEFAULT_CONFIG.composeGlobs,
    ignoreRules: said.ignore ?? DEFAULT_CONFIG.ignoreRules,
    site: {
      ...(site.url !== undefined && { url: site.url }),
      index: site.index ?? DEFAULT_CONFIG.site.index,
      offline: site.offline ?? DEFAULT_CONFIG.site.offline,
      needs: site.needs ?? DEFAULT_CONFIG.site.needs,
    },
  };
}

function withoutGaps(
  words: Readonly<Record<string, readonly string[] | undefined>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, list]) => (list ? [[key, list]] : [])));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
