import { expect, test } from 'vitest';
import { bodyHtml } from '../../../src/core/views/body-html.ts';
import { beginningOf } from '../../../src/core/views/introduction.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { labOf } from '../../lab-of.ts';

const addresses = { href: (url: string) => url, source: (path: string) => path };

function beginning(text: string) {
  const lab = labOf({ 'README.md': text });
  const [page] = lab.pages;
  if (!page) throw new Error('no page');
  return beginningOf(
    page,
    bodyHtml(indexLab(lab), page, addresses as Parameters<typeof bodyHtml>[2]),
    '/notes/readme/',
  );
}

const words = (count: number) => 'word '.repeat(count).trim();

test('a short README is shown whole', () => {
  expect(beginning(`# Lab\n\n${words(200)}\n\n## Next\n\nEnd.`)).toMatchObject({ more: false });
});

test('a long one ends before a heading that is no part of something else', () => {
  const { html, more } = beginning(
    `# Lab\n\nFirst <br> line, [far](#far)[^1].\n\n> ## Quoted\n>\n> ${words(20)}\n\n## Near\n\n${words(50)}\n\n## Far\n\n${words(500)}\n\n[^1]: Note.`,
  );
  expect(more).toBe(true);
  expect(html).toContain('Near');
  expect(html.trimEnd().endsWith('</p>')).toBe(true);
  expect(html).not.toContain('Far');
  expect(html).toContain('href="/notes/readme/#far"');
  expect(html).toContain('href="/notes/readme/#user-content-fn-1"');
});

test('one without headings ends with a paragraph', () => {
  const { html, more } = beginning(`# Lab\n\n${words(400)}\n\n${words(400)}`);
  expect([more, html.match(/<p>/g)?.length, html.trimEnd().endsWith('</p>')]).toEqual([true, 1, true]);
});

test('a row of badges is left out', () => {
  const badges = Array.from({ length: 6 }, (_, at) => `[Check ${at}](https://ci.example/${at})`).join(' ');
  expect(beginning(`# Lab\n\n${badges}\n\nWords.`).html.trim()).toBe('<p>Words.</p>');
});
