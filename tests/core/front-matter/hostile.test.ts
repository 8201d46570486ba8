import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/core/front-matter/read-front-matter.ts';

const MARKS =
  '---|---\n|+++\n|;;;\n|...\n|\n|\r\n|\uFEFF| |\t|: |- |"|\'|[|]|{|}|&a |*a|!!|# |>\n|? |@|%|\0|\uD800|= |js\n|toml\n|json\n|title|private: true\n|__proto__|a: 1\n|é';

const marks = fc.constantFrom(...MARKS.split('|'), '|\n');
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(marks, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(marks, { maxLength: 40 }).map((parts) => `---\n${parts.join('')}\n---\nbody`),
);

test('any text has front matter and a body, of which nothing is lost and nothing changed', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { frontMatter, body, bodyLine, flaws } = readFrontMatter(text);
      expect(text.endsWith(body)).toBe(true);
      // Without a line break after the closing delimiter there is no line for the body to begin on.
      if (body !== '') expect(bodyLine).toBe(text.slice(0, text.length - body.length).split('\n').length);
      if (frontMatter.format === 'none' && flaws.length === 0)
        expect(`\uFEFF${body}`.endsWith(text)).toBe(true);
      expect(JSON.parse(JSON.stringify(frontMatter))).toEqual(frontMatter);
      for (const { line } of flaws) expect(line).toBeGreaterThan(0);
      for (const line of Object.values(frontMatter.lines)) expect(line).toBeLessThan(bodyLine);
    }),
    { numRuns: 2_000 },
  );
});

test('any data that YAML, as JSON, can hold is read back as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), fc.string(), (written, body) => {
      fc.pre(!JSON.stringify(written).includes('__proto__'));
      const data: unknown = JSON.parse(JSON.stringify(written));
      const read = readFrontMatter(`---json\n${JSON.stringify(data)}\n---\n${body}`);
      expect(read.body).toBe(body);
      expect(read.frontMatter.data).toEqual(data);
    }),
  );
});

test.each([
  ['brackets', `---\na: ${'['.repeat(30_000)}\n---\n`],
  ['braces', `---\na: ${'{'.repeat(30_000)}\n---\n`],
  ['lists in lists', `---\na:\n${'- '.repeat(15_000)}\n---\n`],
  [
    'maps in maps',
    `---\n${Array.from({ length: 240 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n---\n`,
  ],
  ['question marks', `---\n${'? '.repeat(15_000)}\n---\n`],
  ['quotes', `---\na: ${'"'.repeat(30_000)}\n---\n`],
  ['duplicate keys', `---\n${'a: 1\n'.repeat(6_000)}---\n`],
  ['many keys', `---\n${Array.from({ length: 4_000 }, (_, index) => `k${index}:`).join('\n')}\n---\n`],
  ['blank lines inside', `---\na: 1\n${'\n'.repeat(30_000)}---\n`],
  ['blank lines in front', `${'\n'.repeat(1_000_000)}---\na: 1\n---\n`],
  ['a long line', `---\na: ${'x'.repeat(1_000_000)}\n---\n`],
  ['a long line of blanks', `---${' '.repeat(1_000_000)}\n---\n`],
  ['comments', `---\n${'#\n'.repeat(15_000)}---\n`],
  ['TOML brackets', `+++\na = ${'['.repeat(30_000)}\n+++\n`],
  ['TOML dots', `+++\na${'.a'.repeat(15_000)} = 1\n+++\n`],
  ['JSON brackets', `;;;\n${'['.repeat(30_000)}\n;;;\n`],
  ['JSON in JSON', `;;;\n${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}\n;;;\n`],
])('hostile text takes no time: %s', (_, text) => {
  expect(() => readFrontMatter(text)).not.toThrow();
});
