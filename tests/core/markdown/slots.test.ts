import { expect, test } from 'vitest';
import { html, page } from './page.ts';

const slots = (text: string) => page(text).slots;

test('a link keeps its target as written, and its line in the file', () => {
  const text = '---\ntitle: x\n---\n\nSee [the `file`](<my file.md#A%20b> "title").';
  expect(slots(text)).toEqual([{ type: 'link', target: 'my file.md#A%20b', text: 'the file', line: 5 }]);
  expect(html(text)).toBe('<p>See <a data-slot="0" title="title">the <code>file</code></a>.</p>');
});

test.each([
  'https://a.example',
  'http://a.example',
  'mailto:a@b.example',
  'ssh://a.example',
  '../a/',
  '#a',
  '',
  '/a',
])('%j is a link', (target) => expect(slots(`[x](<${target}>)`)).toMatchObject([{ type: 'link', target }]));

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'obsidian://open',
])('%j is text', (target) => {
  expect(html(`[x](${target}) <a href="${target}">y</a>`)).toBe('<p>x y</p>');
  expect(slots(`[x](${target})`)).toEqual([]);
});

test('a reference leads where its first definition says', () => {
  expect(slots('[a][R], [r] and ![i][r]\n\n[r]: one.md\n[R]: two.md')).toMatchObject([
    { type: 'link', target: 'one.md', text: 'a' },
    { type: 'link', target: 'one.md', text: 'r' },
    { type: 'image', target: 'one.md', text: 'i' },
  ]);
});

test('an image in a link knows that it is in one', () => {
  expect(slots('[![badge](b.svg)](c.md)')).toEqual([
    { type: 'image', target: 'b.svg', text: 'badge', line: 1, inLink: true },
    { type: 'link', target: 'c.md', text: 'badge', line: 1 },
  ]);
  expect(html('[![badge](b.svg)](c.md)')).toBe('<p><a data-slot="1"><img data-slot="0" alt="badge"></a></p>');
});

test.each([
  ['[[note]]', { target: 'note', text: 'note' }],
  ['[[a/note#Head line|the alias]]', { target: 'a/note#Head line', text: 'the alias' }],
  ['[[note#Head]]', { target: 'note#Head', text: 'note > Head' }],
  ['[[#Head]]', { target: '#Head', text: 'Head' }],
  ['[[my_note_name*x*]]', { target: 'my_note_name*x*', text: 'my_note_name*x*' }],
])('%s is a wiki link', (text, slot) => {
  expect(slots(text)).toEqual([{ type: 'wiki', ...slot, line: 1 }]);
  expect(html(text)).toBe(`<p><a data-slot="0">${slot.text}</a></p>`);
});

test('a wiki link in a table has its bar escaped', () => {
  expect(slots('| a |\n| - |\n| [[note\\|alias]] |')).toMatchObject([
    { type: 'wiki', target: 'note', text: 'alias' },
  ]);
});

test.each(['`[[note]]`', '```\n[[note]]\n```', '[[_TOC_]]', '[[ -f x ]]', '[[a\nb]]', '[[]]', '\\[[note]]'])(
  '%j is no wiki link',
  (text) => expect(slots(text)).toEqual([]),
);

test('two brackets are a Markdown link where they are one', () => {
  expect(slots('[[1]](a.md) and [[2]]\n\n[2]: b.md')).toMatchObject([
    { type: 'link', target: 'a.md', text: '[1]' },
    { type: 'link', target: 'b.md', text: '[2]' },
  ]);
});

test('an embedded image keeps its width, and its name as text', () => {
  expect(slots('![[a b.png|300x200]] ![[c.jpg|words]]')).toEqual([
    { type: 'embed', target: 'a b.png', text: 'a b.png', line: 1, width: 300 },
    { type: 'embed', target: 'c.jpg', text: 'words', line: 1 },
  ]);
});

test('an embedded note stands for itself, and within a line it is a link', () => {
  expect(html('![[note]]\n![[other#part]]')).toBe('<p data-slot="0"></p><p data-slot="1"></p>');
  expect(slots('![[note]]')).toMatchObject([{ type: 'embed', target: 'note' }]);
  expect(html('see ![[note]]')).toBe('<p>see <a data-slot="0">note</a></p>');
  expect(slots('see ![[file.pdf]]')).toMatchObject([{ type: 'wiki', target: 'file.pdf' }]);
});

test('links and images in raw HTML are slots, with their line', () => {
  const text = '<div>\n<a href="a.md">a</a>\n<img src="b.png" alt="b" width="40px" onerror="x">\n</div>';
  expect(slots(text)).toEqual([
    { type: 'link', target: 'a.md', text: 'a', line: 2 },
    { type: 'image', target: 'b.png', text: 'b', line: 3, width: 40 },
  ]);
});

test('frames, videos and sounds become links to their source', () => {
  const text =
    '<iframe src="https://v.example/1" title="A talk"></iframe>\n\n<video><source src="m.mp4">none</video>\n\n<audio src="a.ogg"></audio>';
  expect(slots(text)).toMatchObject([
    { type: 'link', target: 'https://v.example/1', text: 'A talk' },
    { type: 'link', target: 'm.mp4' },
    { type: 'link', target: 'a.ogg' },
  ]);
});

test('a frame that never ends swallows nothing', () => {
  expect(html('<iframe src="v.html">\n\nafter')).toBe('<a data-slot="0">v.html</a>\n<p>after</p>');
});

test('a slot cannot be forged', () => {
  const text =
    '[real](real.md)\n\n<a data-slot="0" data-mark="0" DATA-MARK=0 href="mine.md">x</a> <b data-slot="0">y</b>';
  expect(html(text)).toBe('<p><a data-slot="0">real</a></p>\n<p><a data-slot="1">x</a> <b>y</b></p>');
  expect(slots(text).map(({ target }) => target)).toEqual(['real.md', 'mine.md']);
});

test('a link inside a link is text', () => {
  expect(html('[a [[b]] c](d.md)')).toBe('<p><a data-slot="0">a b c</a></p>');
});

test.each([
  ['| a |\n|---|\n| [[dns|DNS]] |', 1],
  ['| a | b |\n|---|---|\n| x | ![[x.png|300]] |', 1],
  ['| a |\n|---|\n| [[dns\\|DNS]] |', 0],
  ['| a | b |\n|---|---|\n| [[dns]] | [[x]] |', 0],
  ['| a |\n|---|\n| `[[dns\\|DNS]]` |', 0],
  ['[[dns|DNS]]', 0],
])('%j has %i torn wiki links', (text, count) => {
  expect(page(text).flaws.filter(({ rule }) => rule === 'wiki-link-in-table')).toHaveLength(count);
});

test('a wiki link torn by a table says how to write it', () => {
  expect(page('| a |\n|---|\n| [[dns|DNS is down]] |').flaws[0]).toMatchInlineSnapshot(`
    {
      "hint": "Write \`[[dns\\|DNS is down]]\`.",
      "line": 3,
      "message": "In a table the bar of [[dns|DNS is down]] ends the cell, so the link is torn in two.",
      "rule": "wiki-link-in-table",
      "severity": "warning",
    }
  `);
});
