import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, page } from './page.ts';

const ids = (text: string) => page(text).headings.map(({ id }) => id);

test('headings have the anchors that GitHub gives them', () => {
  expect(ids('# Is it `well` again?\n## A_b & C.d\n## Größe → 100 %\n## 影響\n## A_b & C.d\n## ✅')).toEqual([
    'is-it-well-again',
    'a_b--cd',
    'größe--100-',
    '影響',
    'a_b--cd-1',
    'section',
  ]);
});

test.each(['## Title {#own}', '## Title {#own .class}', '## Title {: #own }', '<h2 id="own">Title</h2>'])(
  'an id of the author is kept: %s',
  (text) => {
    expect(page(text).headings).toMatchObject([{ text: 'Title', id: 'own' }]);
    expect(html(text)).toBe('<h2 id="own">Title</h2>');
  },
);

test('an id of the author goes before the same id of another heading', () => {
  expect(ids('## Own\n## Title {#own}')).toEqual(['own-1', 'own']);
});

test('braces without an id are part of the title', () => {
  expect(page('## Use {{ name }}\n## A {b}').headings.map(({ text }) => text)).toEqual([
    'Use {{ name }}',
    'A {b}',
  ]);
});

test('anchors that are no headings are listed, once, and never twice an id', () => {
  const text =
    '<a name="x"></a> <a id="y"></a> <a id="x"></a> <a id="title"></a> <span id="s">s</span>\n\n# Title';
  expect(page(text).anchors).toEqual(['x', 'y', 's']);
  expect(html(text)).toBe(
    '<p><a id="x"></a> <a id="y"></a>   <span id="s">s</span></p>\n<h1 id="title">Title</h1>',
  );
});

test('headings have their line and their text without markup', () => {
  expect(page('---\na: b\n---\n# *A* [b](c) ![d](e)\n\nf\n===').headings).toEqual([
    { depth: 1, text: 'A b d', id: 'a-b-d', line: 4 },
    { depth: 1, text: 'f', id: 'f', line: 6 },
  ]);
});

const piece = fc.constantFrom(
  '# a',
  '## A',
  '# a-1',
  '# a {#a}',
  '<a id="a"></a>',
  '<h1 id="a-1">a</h1>',
  '<p id="a">',
  '[^a]\n\n[^a]: b',
  '# user-content-fn-a',
  '# {#b}',
  '#',
  '- # a',
  '> # a',
  '<a name="constructor"></a>',
  '# constructor',
  '# __proto__',
);

test('no id stands twice, and all are listed', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { body, headings, anchors } = page(pieces.join('\n\n'));
      const written = Array.from(body.html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
      expect(new Set(written).size).toBe(written.length);
      const listed = [...headings.map(({ id }) => id), ...anchors];
      expect(written.filter((id) => !id?.startsWith('user-content-fn')).toSorted()).toEqual(
        listed.filter((id) => !id.startsWith('user-content-fn')).toSorted(),
      );
    }),
  );
});
