import { expect, test } from 'vitest';
import { withoutHiddenComments } from '../../../src/core/markdown/hidden-comments.ts';
import { page } from './page.ts';

test.each([
  ['a %%hush%% b', 'a  b'],
  ['%%hush%%', ''],
  ['a %%hush\nhush%% b', 'a \n b'],
  ['%%\nhush\n\n# hush\n%%\nb', '\n\n\n\n\nb'],
  ['%% hush\n\n- hush %% b', '\n\n b'],
  ['- %%\n  hush\n\n  hush %%\n- b', '- \n  \n\n  \n- b'],
  ['> a\n> %%\n> hush\n> %%\n> b', '> a\n> \n> \n> \n> b'],
  ['%%a%% b %%c%% `%%d%%` %%e%%', ' b  `%%d%%` '],
  ['%%hush ` hush%% a `b`', ' a `b`'],
  ['%%\n```\nhush\n```\n%%\n\n```\n%%a%%\n```', '\n\n\n\n\n\n```\n%%a%%\n```'],
  ['| a %%hush%% |\n| --- |', '| a  |\n| --- |'],
  ['{{< mermaid >}}\n%% a\n{{< /mermaid >}}\n%%\nhush\n%%', '{{< mermaid >}}\n%% a\n{{< /mermaid >}}\n\n\n'],
  ['<div>\n%%hush%%\n</div>', '<div>\n%%hush%%\n</div>'],
])('%j', (text, shown) => expect(withoutHiddenComments(text)).toBe(shown));

test.each([
  '```\n%%a%%\n```',
  '> ```mermaid\n> %% a\n> b\n> %% c\n> ```\n',
  '- x\n\n  > ~~~\n  > %%a%%\n  > ~~~\n',
  '    %%a%%',
  'a `%%b%%` and ``%%`%%``',
  'a \\%%b\\%% c',
  'a %%b\n\nc%% d',
  '%%\nnever closed',
  'half of 50%% is',
  '<pre>\n%%a%%\n</pre>',
  '{{< mermaid >}}\n%% a\nb\n%% c\n{{< /mermaid >}}',
  '::: mermaid\n%% a\nb\n%% c\n:::',
  '<div class="mermaid">\n\n%% a\nb\n%% c\n</div>',
])('%j stays', (text) => expect(withoutHiddenComments(text)).toBe(text));

test('nothing of a comment reaches the page, and lines are counted as in the file', () => {
  const parsed = page(
    '---\ntitle: A\n---\n\n%%\nhush one\n\n## Hush two\n%%\nFirst %%hush three%% words.\n\n## Part %%hush four%%\n\n1. step %%hush five%%\n\n[a](b.md)\n',
  );
  expect(JSON.stringify(parsed)).not.toMatch(/hush/i);
  expect(parsed.excerpt).toBe('First words.');
  expect(parsed.headings).toEqual([{ depth: 2, text: 'Part', id: 'part', line: 12 }]);
  expect(parsed.slots[0]?.line).toBe(16);
});

test('a page that is shown as plain text hides them, too', () => {
  const parsed = page(`%%hush%%\n\n${'> '.repeat(400)}x`);
  expect(parsed.flaws.map(({ rule }) => rule)).toEqual(['too-complex']);
  expect(JSON.stringify(parsed)).not.toContain('hush');
});

test.each([
  ['marks', '%'.repeat(1_000_001)],
  ['open marks', '%%a\n\n'.repeat(200_000)],
  ['marks within lines', 'a %%\n\n'.repeat(200_000)],
  ['code', '`a`%%b%%``'.repeat(100_000)],
  [
    'ticks of every length',
    `%%${Array.from({ length: 1400 }, (_, count) => `a${'`'.repeat(count)}`).join('')}%%x%%`,
  ],
])('a megabyte of %s takes no time', (_name, text) => {
  const start = performance.now();
  withoutHiddenComments(text);
  expect(performance.now() - start).toBeLessThan(3000);
});
