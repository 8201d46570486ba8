import type { Flaw } from '../model/finding.ts';
import { redactValue } from '../secrets/redact-value.ts';

export function duplicateKey(key: string, lines: readonly [number, number], path: readonly string[]): Flaw {
  const name = redactValue(key.slice(0, 60));
  const where =
    path.length === 0 ? 'on the top level' : `in \`${redactValue(path.join('.').slice(0, 120))}\``;
  return twice(lines[1], {
    message: `The key \`${name}\` stands twice ${where}, on lines ${lines.join(' and ')}. Compose refuses such a file; the second is used here.`,
    hint: 'Keep one of the two, with what both should say.',
  });
}

export function twoMergeKeys(lines: readonly [number, number]): Flaw {
  return twice(lines[1], {
    message: `One mapping has two merge keys (\`<<\`), on lines ${lines.join(' and ')}. Compose refuses such a file; both are used here.`,
    hint: 'Write one merge key with a list: `<<: [*first, *second]`.',
  });
}

export function tooManyAliases(line: number): Flaw {
  return wrong(line, {
    message: 'The aliases of this file repeat more than 200,000 values, so the rest of them is left out.',
    hint: 'Repeat less with anchors: a service needs few of them.',
  });
}

export function aliasOfNothing(line: number): Flaw {
  return wrong(line, {
    message:
      'An alias names an anchor that stands nowhere above it, so Compose cannot read the file. It is left out.',
    hint: 'Write the anchor (`&name`) above the alias (`*name`), or put quotes around a value that begins with `*`.',
  });
}

export function endlessAlias(line: number): Flaw {
  return wrong(line, {
    message:
      'An alias stands inside the value that its own anchor names, so it would never end. It is left out.',
    hint: 'Remove the alias, or give the anchor to another value.',
  });
}

type Words = Readonly<{ message: string; hint: string }>;

function twice(line: number, words: Words): Flaw {
  return { rule: 'compose-duplicate-key', severity: 'warning', line, ...words };
}

function wrong(line: number, words: Words): Flaw {
  return { rule: 'compose-yaml', severity: 'error', line, ...words };
}
