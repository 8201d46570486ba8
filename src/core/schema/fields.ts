import { z } from 'zod';
import { minutesOf } from './durations.ts';
import { momentOf } from './times.ts';

/**
 * The kinds of values that front matter and configuration hold. Each reads what people really write (`services: pihole`
 * for a list, `yes` for true), hands on one form, and says in its error what to write: a clause that follows "must be".
 */

const scalar = (error?: string) =>
  z.union([z.string(), z.number(), z.boolean()], error).transform((value) => String(value).trim());
const filled = (error?: string) => scalar(error).pipe(z.string().min(1, error));
// An empty item is a place left open in a template.
const items = z.array(z.union([scalar(), z.null().transform(() => '')]));

/** One text, such as a name. */
export const text = (error: string) => filled(error);

/** A language code; `de_DE` is read as `de-DE`. */
export const language = (error = 'a language code, such as `de` or `pt-BR`') =>
  filled(error)
    .transform((code) => code.replaceAll('_', '-'))
    .refine(isLanguage, error);

/** Several sentences; a list of them becomes lines. */
export const prose = (error: string) =>
  z.union([filled(), items.transform((list) => distinct(list).join('\n'))], { error });

/** A list of names; in one text they are divided by commas. */
export const names = (error: string) =>
  z.union([filled().transform((list) => list.split(',')), items], { error }).transform(distinct);

/** A list of texts; one text is a list of one, and its commas are its own. */
export const lines = (error: string) =>
  z.union([filled().transform((line) => [line]), items], { error }).transform(distinct);

/** A name, or a list when there are several. */
export const oneOrMore = (error: string) => z.union([filled(), items.transform(distinct)], { error });

export const flag = (error: string) =>
  z.union(
    [
      z.boolean(),
      z
        .string()
        .toLowerCase()
        .pipe(z.enum(['true', 'yes', 'on', 'false', 'no', 'off']))
        .transform((said) => ['true', 'yes', 'on'].includes(said)),
    ],
    { error },
  );

/** A number that is not negative; a unit behind it is ignored. */
export const amount = (error: string) =>
  z.union(
    [
      z.number().nonnegative(),
      z
        .string()
        .regex(/^\s*\d{1,9}(?:[.,]\d{1,6})?\s*[\p{L}%€$£]{0,12}\s*$/u)
        .transform((words) => Number.parseFloat(words.replace(',', '.'))),
    ],
    { error },
  );

/** Kept as written: `minutesOf` says how long it is. */
export const duration = (error: string) =>
  filled(error).refine((said) => minutesOf(said) !== undefined, error);

/** A date, or a time of a day; handed on as ISO 8601. */
export const when = (error: string) =>
  filled(error).transform((said, { issues }) => {
    const moment = momentOf(said);
    if (moment) return moment.iso;
    issues.push({ code: 'custom', input: said, message: error });
    return z.NEVER;
  });

/** One of `values`, or a word that `read` knows to mean one of them. */
export function word<const Value extends string>(
  values: readonly Value[],
  read: (text: string) => Value | undefined,
) {
  const error = `one of ${values.map((value) => `\`${value}\``).join(', ')}`;
  const synonym = scalar().transform((said, { issues }) => {
    const value = read(said);
    if (value) return value;
    issues.push({ code: 'custom', input: said, message: error });
    return z.NEVER;
  });
  return z.union([z.enum(values), synonym], { error });
}

/** Without blanks around them, gaps and repeats. */
export function distinct(list: readonly string[]): string[] {
  return [...new Set(list.map((item) => item.trim()).filter((item) => item !== ''))];
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
