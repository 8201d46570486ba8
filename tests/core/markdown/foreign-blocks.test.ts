import { describe, expect, test } from 'vitest';
import { withCallouts } from '../../../src/core/markdown/colon-containers.ts';
import { html, page } from './page.ts';

const box = (look: string, title: string, inside: string) =>
  `<div class="alert alert-${look}" role="note">\n<p class="alert-title">${title}</p>\n${inside}\n</div>`;
const SHELL = '<pre class="language-sh" tabindex="0"><code>a\n  b</code></pre>';

describe('MkDocs', () => {
  test.each([
    [
      '!!! warning "Care *ful*"\n    Text `in` it.\n',
      box('warning', 'Care <em>ful</em>', '<p>Text <code>in</code> it.</p>'),
    ],
    ['!!! danger highlight\n\n    ```sh\n    a\n      b\n    ```\n', box('caution', 'Danger', SHELL)],
    ['!!! note ""\n\tText\n', box('note', 'Note', '<p>Text</p>')],
    [
      '??? tip "More"\n    Text\n',
      '<details class="alert alert-tip">\n<summary>More</summary>\n<p>Text</p>\n</details>',
    ],
    [
      '???+ "More"\n    Text\n',
      '<details class="alert alert-note" open>\n<summary>More</summary>\n<p>Text</p>\n</details>',
    ],
    [
      '=== "Debian"\n    ```sh\n    a\n      b\n    ```\n=== "Arch"\n\n    Text\n',
      `<p><strong>Debian</strong></p>\n${SHELL}\n<p><strong>Arch</strong></p>\n<p>Text</p>`,
    ],
    [
      'Like so:\n===! "JSON"\n    ```sh\n    a\n      b\n    ```\n',
      `<p>Like so:</p>\n<p><strong>JSON</strong></p>\n${SHELL}`,
    ],
    [
      '!!! note\n    a\n\n    !!! tip\n        b\n\nc\n',
      `${box('note', 'Note', `<p>a</p>\n${box('tip', 'Tip', '<p>b</p>')}`)}\n<p>c</p>`,
    ],
    ['> === "A"\n>     x\n', '<blockquote>\n<p><strong>A</strong></p>\n<p>x</p>\n</blockquote>'],
  ])('%j', (text, shown) => expect(html(text)).toBe(shown));

  test.each([
    ['!!! note\n\nText', '<p>!!! note</p>\n<p>Text</p>'],
    ['??? what then\nText', '<p>??? what then</p>\n<p>Text</p>'],
    ['!!!\n    x', '<p>!!!\nx</p>'],
    ['!!! so "it" is\n    x', '<p>!!! so "it" is\nx</p>'],
    ['===\n    x', '<p>===\nx</p>'],
    ['=== x\n\n    y', '<p>=== x</p>\n<pre tabindex="0"><code>y</code></pre>'],
    ['```\n!!! note\n    x\n```', '<pre tabindex="0"><code>!!! note\n    x</code></pre>'],
    ['a\n===', '<h1 id="a">a</h1>'],
  ])('%j is no block', (text, shown) => expect(html(text)).toBe(shown));

  test('steps and lines below a tab are those of the page', () => {
    const { body, slots, flaws } = page(
      '# A\n\n=== "X"\n\n    1. one\n    2. [two](b.md)\n\n       ```sh\n       ls\n       ```\n',
    );
    expect(body.steps.map(({ text, line }) => `${line} ${text}`)).toEqual(['5 one', '6 two']);
    expect(slots[0]?.line).toBe(6);
    expect(body.code).toMatchObject([{ lang: 'sh', text: 'ls', line: 9 }]);
    expect(flaws).toEqual([]);
  });
});

describe('Docusaurus and VitePress', () => {
  test.each([
    [':::note\n\nText *here*\n\n:::\n', box('note', 'Note', '<p>Text <em>here</em></p>')],
    ['::: warning Care `ful`\nText\n:::\n', box('warning', 'Care <code>ful</code>', '<p>Text</p>')],
    [':::tip[Care]\nText\n:::\nafter\n', `${box('tip', 'Care', '<p>Text</p>')}\n<p>after</p>`],
    [':::info{title="Care"}\n- a\n:::\n', box('note', 'Care', '<ul>\n<li>a</li>\n</ul>')],
    [
      '::: details More\nText\n:::\n',
      '<details class="alert alert-note">\n<summary>More</summary>\n<p>Text</p>\n</details>',
    ],
    [
      '::::note\na\n:::tip\nb\n:::\nc\n::::\n',
      box('note', 'Note', `<p>a</p>\n${box('tip', 'Tip', '<p>b</p>')}\n<p>c</p>`),
    ],
    [':::note\n:::tip\nb\n:::\n:::\n', box('note', 'Note', box('tip', 'Tip', '<p>b</p>'))],
    [':::note\n```sh\na\n  b\n```\n:::\n', box('note', 'Note', SHELL)],
    [':::note\n```\n:::\n```\n:::\n', box('note', 'Note', '<pre tabindex="0"><code>:::</code></pre>')],
  ])('%j', (text, shown) => expect(html(text)).toBe(shown));

  test('one in a list stays in its item, and lines stay where they are', () => {
    const text = '1. a\n\n   :::note\n   ```sh\n   ls\n   ```\n   [b](b.md)\n   :::\n2. c\n';
    const { body, slots } = page(text);
    expect(body.html.match(/<ol>/g)).toHaveLength(1);
    expect(body.code).toMatchObject([{ text: 'ls', line: 5 }]);
    expect(slots[0]?.line).toBe(7);
    expect(body.steps.map(({ line }) => line)).toEqual([1, 9]);
  });

  test.each([
    ':::note\nnever closed',
    '```\n:::note\n:::\n```',
    '<!--\n:::note\n:::\n-->',
    '::: module.name\n:::',
    '::: mermaid\ngraph\n:::',
    'a :::note\n:::',
    ':::note:::\n:::',
    '  :::note\nless indented\n  :::',
    `${':::a\n'.repeat(11)}${':::\n'.repeat(11)}`,
  ])('%j stays as it is', (text) => expect(withCallouts(text)).toBe(text));
});

test.each([
  ['openers', ':::a\n'.repeat(200_000)],
  ['containers', ':::a\n:::\n'.repeat(100_000)],
  ['one line', `:::note ${'['.repeat(1_000_000)}`],
  ['deep indents', `${' '.repeat(1_000_000)}:::note\n:::`],
])('a megabyte of %s takes no time', (_name, text) => {
  const start = performance.now();
  withCallouts(text);
  expect(performance.now() - start).toBeLessThan(3000);
});

test.each([
  ['openers of blocks', '!!! note\n'.repeat(100_000)],
  ['quotes in one opener', `=== "${'"a'.repeat(500_000)}`],
  [
    'blocks in blocks',
    Array.from({ length: 99 }, (_, depth) => `${' '.repeat(4 * depth)}!!! note`).join('\n'),
  ],
  ['words in one opener', `??? ${'a '.repeat(500_000)}`],
])(
  '%s: nothing is lost, in bounded time',
  (_name, text) => {
    const { body, flaws } = page(text);
    expect(flaws.map(({ rule }) => rule)).not.toContain('parser-failed');
    expect(body.html.length).toBeGreaterThan(text.length / 3);
  },
  30_000,
);
