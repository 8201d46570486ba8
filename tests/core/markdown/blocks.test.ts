import { expect, test } from 'vitest';
import { html, page } from './page.ts';

test('a GitHub alert is a box with its name', () => {
  expect(html('> [!WARNING]\n> Take **care**')).toBe(
    '<div class="alert alert-warning" role="note">\n<p class="alert-title">Warning</p>\n<p>Take <strong>care</strong></p>\n</div>',
  );
});

test.each([
  ['> [!bug] It `broke`\n> - a', 'caution', '<p class="alert-title">It <code>broke</code></p>'],
  ['> [!custom]', 'note', '<p class="alert-title">Custom</p>'],
  ['> [!tip]- Folded\n> x', 'tip', '<summary>Folded</summary>'],
])('an Obsidian callout looks like the nearest alert: %j', (text, look, title) => {
  expect(html(text)).toContain(`class="alert alert-${look}"`);
  expect(html(text)).toContain(title);
});

test('a folded callout is closed by - and open by +', () => {
  expect(html('> [!note]- T\n> x')).toContain('<details class="alert alert-note">');
  expect(html('> [!note]+ T\n> x')).toContain('<details class="alert alert-note" open>');
});

test('a quote without a marker is a quote', () => {
  expect(html('> plain [!NOTE]')).toBe('<blockquote>\n<p>plain [!NOTE]</p>\n</blockquote>');
});

test('code is escaped, scrolls by keyboard, and says its language and role', () => {
  expect(html('```bash check\necho "<a>"\n```')).toBe(
    '<pre class="language-bash" data-role="check" tabindex="0"><code>echo "&#x3C;a>"</code></pre>',
  );
  expect(html('    a <b>')).toBe('<pre tabindex="0"><code>a &#x3C;b></code></pre>');
  expect(html('<pre>x <b>y</b></pre>')).toBe('<pre tabindex="0">x <b>y</b></pre>');
});

const highlight = (code: string, lang: string) =>
  lang === 'bash' ? `<span class="t">${code}</span>` : undefined;

test('known languages are highlighted, others escaped', () => {
  const text = '```BASH\nls\n```\n\n```x\n<\n```';
  expect(page(text, 'a.md', highlight).body.html).toBe(
    '<pre class="language-BASH" tabindex="0"><code><span class="t">ls</span></code></pre>\n' +
      '<pre class="language-x" tabindex="0"><code>&#x3C;</code></pre>',
  );
});

test('blocks of code have their role, first line and heading', () => {
  const text =
    '# A\n\n1. x\n\n   ```bash change\n   rm x\n   ```\n\n## B\n\n```yaml title="x"\na: 1\n```\n\n    c';
  expect(page(text).body.code).toEqual([
    { lang: 'bash', role: 'change', text: 'rm x', line: 6, heading: 'a' },
    { lang: 'yaml', text: 'a: 1', line: 12, heading: 'b' },
    { lang: '', text: 'c', line: 15, heading: 'b' },
  ]);
});

test('a table scrolls by keyboard and is named by its columns', () => {
  expect(html('| a | b |\n| - | - |\n| 1 | 2 |')).toMatch(
    /^<div class="table" tabindex="0" role="group" aria-label="a, b"><table>/,
  );
});

test('a task is read out with its words, and knows its step', () => {
  const [step] = page('- [ ] do `it`\n  - more').body.steps;
  expect(html('- [ ] do `it`\n  - more')).toContain(
    `<li data-step="${step?.id}" class="task-list-item"><input type="checkbox" disabled aria-label="do it"> do`,
  );
});

test('footnotes lead there and back, and say so by role', () => {
  const shown = html('a[^x]\n\n[^x]: b');
  expect(shown).toContain('<a id="user-content-fnref-x" data-footnote-ref href="#user-content-fn-x">1</a>');
  expect(shown).toContain('<section class="footnotes" data-footnotes role="doc-endnotes">');
  expect(shown).not.toContain('<h2');
  expect(page('a[^x]\n\n[^x]: b').headings).toEqual([]);
});

test('line ends of Windows and a byte order mark change nothing', () => {
  expect(html('\uFEFF# A\r\n\r\n- b\r\n- c\r\n')).toBe(html('# A\n\n- b\n- c\n'));
});

test('a fence that never closes is a finding at its opening', () => {
  const { flaws } = page('---\na: b\n---\n\n```bash\nls\n\n## not a heading');
  expect(flaws).toMatchInlineSnapshot(`
    [
      {
        "hint": "Write a line with \`\`\` alone, at the same indent, where the code ends.",
        "line": 5,
        "message": "The code block that opens here with \`\`\` never closes, so everything after it is shown as code.",
        "rule": "unclosed-fence",
        "severity": "warning",
      },
    ]
  `);
});

test.each([
  '```\na\n```',
  '~~~\na\n~~~~',
  '> ```\n> a\n> ```',
  '> ```\n> a\n\nb',
  '- ```\n  a\n  ```',
  '    ```',
  '```a```',
])('%j is closed', (text) => expect(page(text).flaws).toEqual([]));

test('a closing fence has no words and enough marks', () => {
  expect(page('````\na\n```').flaws).toHaveLength(1);
  expect(page('```\na\n``` end').flaws).toHaveLength(1);
});

test('a time in a table stays in one line', () => {
  const { html: table } = page(
    '| When | What |\n| --- | --- |\n| 2026-03-14 21:05 | 3 of us saw it fail, and called the others |',
  ).body;
  expect(table).toContain('<td class="short">2026-03-14 21:05</td>');
  expect(table).toContain('<td>3 of us');
});

test.each(['[TOC]', '[[_TOC_]]', '[[toc]]', '${toc}'])(
  '%s asks another tool for a list, and leaves no text',
  (marker) => {
    expect(html(`${marker}\n\ntext`)).toBe('<p>text</p>');
  },
);

test('a day in a task is a time, which stays on one line', () => {
  expect(html('- [ ] look (due: 2026-05-01)')).toContain(
    '(due: <time datetime="2026-05-01">2026-05-01</time>)',
  );
  expect(html('- look (due: 2026-05-01)')).not.toContain('<time');
});
