import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { page } from './page.ts';

const MEGABYTE = 1_000_000;
const filled = (text: string, size = MEGABYTE) => text.repeat(size / text.length);

test.each([
  ['one long line', filled('a ')],
  ['quotes inside each other', filled('>', 10_000)],
  ['brackets inside each other', filled('[', 10_000)],
  [
    'lists inside each other',
    Array.from({ length: 900 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
  ],
  ['a run of stars', `${filled('*', 20_000)}a${filled('*', 20_000)}`],
  ['emphasis that never ends', filled('*a_ ')],
  ['ticks of every length', Array.from({ length: 1400 }, (_, count) => `a${'`'.repeat(count)}`).join('')],
  ['comments that never end', filled('a <!-- ')],
  ['a huge table', `| a | b |\n| - | - |\n${filled('| a | b |\n')}`],
  ['a huge list', filled('- a\n')],
  [
    'formatting that never ends',
    Array.from({ length: 50_000 }, (_, index) => `<b class=${index}>x\n\n`).join(''),
  ],
  ['elements inside each other', filled('<div>', 100_000)],
  ['escapes', filled('\\')],
  ['NUL bytes', filled('\0')],
  ['halves of characters', filled('\ud800')],
])(
  '%s: nothing is lost, in bounded time',
  (_name, text) => {
    const { body, flaws } = page(text);
    expect(flaws.map(({ rule }) => rule)).not.toContain('parser-failed');
    expect(body.html.length).toBeGreaterThan(text.trim().length / 3);
  },
  30_000,
);

test('a page that is too complex is shown as text, with a finding', () => {
  const { body, flaws } = page(`# A\n\n${filled('> ', 400)}<b>`);
  expect(body.html).toBe(`<pre tabindex="0"><code># A\n\n${filled('> ', 400)}&lt;b></code></pre>`);
  expect(body.sections).toEqual([{ id: '', heading: '', text: `# A\n\n${filled('> ', 400)}<b>` }]);
  expect(flaws).toMatchInlineSnapshot(`
    [
      {
        "hint": "Put pasted output into a fence (\`\`\`text), or move it to a file of its own and link to it.",
        "line": 3,
        "message": "This line opens more than 60 quotes or lists inside each other, so the page is shown as plain text.",
        "rule": "too-complex",
        "severity": "warning",
      },
    ]
  `);
});

test.each([
  ['a long log in a fence', `\`\`\`\n${filled('[error] a_b *c* `d` <e>\n', 500_000)}\`\`\``],
  [
    'a long log in a fence in a list',
    `1. See:\n\n   \`\`\`\n${filled('   [error] a_b *c* `d`\n', 300_000)}   \`\`\`\n`,
  ],
  ['a table of a thousand rows', `| a | b |\n| - | - |\n${filled('| `a` | [b](c.md) |\n', 20_000)}`],
  [
    'a wall of raw HTML',
    `<table>\n${filled('<tr><td><a href="https://a.example"><b>x</b></a></td></tr>\n', 60_000)}</table>`,
  ],
  ['a long rule', `a\n\n${filled('-', 400)}\n\n${filled('* ', 400)}`],
  ['an image written into the page', `![x](data:image/png;base64,${filled('iVBORw0KGgo', 110_000)})`],
])('%s is an ordinary page', (_name, text) => expect(page(text).flaws).toEqual([]), 30_000);

const scrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\n',
    '\n\n',
    '# ',
    '- ',
    '1. ',
    '> ',
    '[[',
    ']]',
    '![',
    '](',
    ')',
    '`',
    '```',
    '\n!!! note "a"\n    ',
    '\n=== "a"\n    ',
    '\n??? a\n    ',
    '\n:::note a\n',
    '\n:::\n',
    '%%',
    '[a]({{< relref "b" >}})',
    '|',
    '|-|',
    '<',
    '>',
    '<!--',
    '-->',
    '<a ',
    ' href="javascript:x"',
    ' onclick=x',
    ' style=x',
    ' id=a',
    '<script>',
    '</script>',
    '<svg>',
    '<iframe src=x>',
    '<img src=x ',
    '<table>',
    '</p>',
    '<details>',
    '[^a]',
    '[^a]: ',
    '[!NOTE]',
    '{#a}',
    '---\n',
    '+++\n',
    '\0',
    '\uFEFF',
    '\r',
    '\t',
    '    ',
    '# Timeline\n\n- 21:05 ',
    'data-slot="0"',
    'data-mark="0"',
    '&#106;avascript:',
    '~~',
    '**',
    '_',
    '\\',
    'services:\n  a:\n    image: b\n',
  ),
);
const hostile = fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join(''));

test('no text makes it throw, and what comes out is safe and whole', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom('a.md', 'a.mdx'), (text, path) => {
      const parsed = page(text, path);
      expect(parsed.flaws.map(({ rule }) => rule)).not.toContain('parser-failed');
      expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
      const tags = parsed.body.html.match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags)
        expect(tag).not.toMatch(
          /\s(?:on\w+|style)=|<(?:script|style|iframe|svg|form|base|meta|link)\b|\shref="(?!#user-content-fn)/i,
        );
      const used = Array.from(parsed.body.html.matchAll(/<\w+ data-slot="(\d+)"/g), ([, index]) =>
        Number(index),
      );
      expect(used.toSorted((a, b) => a - b)).toEqual(parsed.slots.map((_slot, index) => index));
      const lines = text.split(/\r\n?|\n/).length;
      for (const { line } of [...parsed.slots, ...parsed.headings, ...parsed.flaws, ...parsed.body.code])
        expect(line).toBeLessThanOrEqual(lines + 1);
    }),
    { numRuns: 400 },
  );
}, 60_000);
