import { stringify } from 'yaml';
import { z } from 'zod';
import { suggest } from '../suggest.ts';

export type Words = Readonly<{ message: string; hint: string }>;

/** Which of the values that `schema` lists the author probably meant. */
export function meantValue(schema: z.ZodType, value: unknown): string | undefined {
  if (typeof value !== 'string' || !(schema instanceof z.ZodUnion)) return undefined;
  return suggest(
    value,
    schema.options.flatMap((option) => (option instanceof z.ZodEnum ? option.options.map(String) : [])),
  );
}

/** What is known of a value that does not fit: `must` is the clause that the schema answered with. */
export type Judged = Readonly<{ schema: z.ZodType; must: string; meant: string | undefined }>;

/** Says that the value of `key` does not fit. */
export function misfit(key: string, value: unknown, { schema, must, meant }: Judged): Words {
  const examples = schema.meta()?.examples;
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  const listed = Array.isArray(value) && Array.isArray(example);
  return {
    message: listed
      ? `An item of \`${key}\` does not fit: it must be ${must.startsWith('a list') ? 'a plain text' : must}.`
      : `\`${key}\` is ${shown(value)}, but must be ${must}.`,
    hint:
      meant === undefined
        ? `Write \`${key}: ${inline(example)}\`, for example.`
        : `Did you mean \`${meant}\`?`,
  };
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
