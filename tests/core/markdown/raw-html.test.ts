import { expect, test } from 'vitest';
import { html, page } from './page.ts';

test.each([
  ['ask <your-domain> for it', '<p>ask &#x3C;your-domain> for it</p>'],
  ['`ssh` to <host>, then <address>', '<p><code>ssh</code> to &#x3C;host>, then &#x3C;address></p>'],
  ['<name>\n**is** text\n</name>', '<p>&#x3C;name>\n<strong>is</strong> text\n&#x3C;/name></p>'],
  ['<Card title="x">\nin *it*\n</Card>', '<p>&#x3C;Card title="x">\nin <em>it</em>\n&#x3C;/Card></p>'],
  ['<div>\n<your-ip>\n</div>', '<div>\n&#x3C;your-ip>\n</div>'],
  ['Use <script> and <style> here', '<p>Use &#x3C;script> and &#x3C;style> here</p>'],
  ['{{<figure src="x">}}', '<p>{{&#x3C;figure src="x">}}</p>'],
])('%j stays readable', (text, expected) => expect(html(text)).toBe(expected));

test.each([
  ['a <!-- gone --> b', '<p>a  b</p>'],
  ['<!-- gone\n\nstill -->\n\nb', '<p>b</p>'],
  ['<script>\nalert(1)\n</script>\n\nb', '<p>b</p>'],
  ['<style>a{}</style>\n\nb', '<p>b</p>'],
  ['<p onclick="x" style="color:red" class="y" id="z">b</p>', '<p id="z">b</p>'],
  ['<form action="/x"><button>b</button></form>', 'b'],
  ['<base href="//e.example"><meta http-equiv="refresh" content="0">\n\nb', '<p>b</p>'],
])('%j leaves nothing behind that acts', (text, expected) => expect(html(text).trim()).toBe(expected));

test('a comment that never ends hides nothing', () => {
  expect(html('a\n\n<!-- b\n\n## c\n\n```\nd\n```')).toBe(
    '<p>a</p>\n<p>b</p>\n<h2 id="c">c</h2>\n<pre tabindex="0"><code>d</code></pre>',
  );
  expect(html('> <!-- b\n\nc')).toBe('<blockquote>\n<p>b</p>\n</blockquote>\n<p>c</p>');
});

test('details stay, with Markdown inside', () => {
  expect(html('<details open>\n<summary>More</summary>\n\n- a\n\n</details>')).toBe(
    '<details open>\n<summary>More</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>',
  );
});

test('align becomes a class, in tables and in raw HTML', () => {
  expect(html('<p align="CENTER">a</p>')).toBe('<p class="align-center">a</p>');
  expect(html('| a |\n| -: |\n| b |')).toContain('<td class="align-right">b</td>');
});

test('MDX is shown and not run', () => {
  const text = "import X from './x'\n\nexport const a = 1\n\n# T\n\n<X a={1} />\n\n{a + 1}";
  expect(html(text, 'page.mdx')).toBe(
    '<pre class="language-js" tabindex="0"><code>import X from \'./x\'</code></pre>\n' +
      '<pre class="language-js" tabindex="0"><code>export const a = 1</code></pre>\n' +
      '<h1 id="t">T</h1>\n<p>&#x3C;X a={1} /></p>\n<p>{a + 1}</p>',
  );
  expect(page(text, 'page.mdx').mdx).toBe(true);
  expect(page('# import', 'page.md').mdx).toBe(false);
});

test.each(['{{< ref "x.md" >}}', '{% include x %}', '!!! note "Title"', ':::tip', '{: .class}'])(
  'foreign syntax stays readable: %s',
  (text) => {
    expect(html(text).replaceAll('&#x3C;', '<')).toBe(`<p>${text}</p>`);
  },
);
