import { expect, test } from 'vitest';
import type { Lab } from '../../src/core/model/lab.ts';
import { describePage } from '../../src/core/views/description.ts';
import { labOf, listed } from '../lab-of.ts';

const htmlOf = (text: string, path = 'a.md'): string =>
  labOf({ [path]: text }).pages[0]?.parsed.body.html.replaceAll('&#x3C;', '<') ?? '';

const leads = (lab: Lab, path: string): string[] =>
  (lab.pages.find((page) => page.path === path)?.targets ?? []).map((target) =>
    target.type === 'page'
      ? [target.url, target.hash].filter(Boolean).join('#')
      : `${target.type} ${'path' in target ? target.path : ''}`,
  );

test('all: front matter of other tools is left alone, and its title, description and tags are used', () => {
  const lab = labOf({
    'a.md':
      '+++\ntitle = "Set up"\ndescription = "How."\ntags = ["x"]\nweight = 3\ndraft = true\n+++\n\nText\n',
    'b.md': '---\nsidebar_position: 1\nslug: /x\nid: y\ncssclasses: [wide]\neditor: markdown\n---\n\n# B\n',
  });
  expect(listed(lab)).toEqual([]);
  const [first] = lab.pages;
  expect(first).toMatchObject({ title: 'Set up', data: { tags: ['x'] } });
  expect(first && describePage(first)).toBe('How.');
});

test('all: links without the ending, from the root of the docs, and pictures of a static folder are found', () => {
  const lab = labOf({
    'docs/setup/install.md': '# Install {#start}\n',
    'docs/index.md': '[a](setup/install) [b](/setup/install/) [c](setup/install.md#start) ![](/img/a.png)\n',
    'static/img/a.png': '',
    'src/content/reference/tool/_index.md': '# Tool\n',
    'src/content/b.md': '[d](/reference/tool)\n',
  });
  const install = '/notes/docs/setup/install/';
  expect(leads(lab, 'docs/index.md')).toEqual([
    install,
    install,
    `${install}#start`,
    'image static/img/a.png',
  ]);
  expect(leads(lab, 'src/content/b.md')).toEqual(['/notes/src/content/reference/tool/']);
  expect(listed(lab)).toEqual([]);
});

test('MkDocs: admonitions and tabs are boxes and labels; snippets and attributes are text', () => {
  const html = htmlOf(
    '!!! warning "Careful"\n    Text *in* it.\n\n??? note\n    Text\n\n=== "Debian"\n    ```sh\n    apt\n    ```\n\n--8<-- "x.md"\n\n[b](https://x.example){ .md-button }\n',
  );
  expect(html).toContain('<p class="alert-title">Careful</p>\n<p>Text <em>in</em> it.</p>');
  expect(html).toContain('<details class="alert alert-note">\n<summary>Note</summary>');
  expect(html).toContain('<p><strong>Debian</strong></p>\n<pre class="language-sh" tabindex="0"><code>apt');
  expect(html).toContain('--8<-- "x.md"');
  expect(html).toContain('{ .md-button }');
});

test('Obsidian: links, embeds, callouts and aliases work; marks and queries are shown, comments are not', () => {
  const lab = labOf({
    'a.md':
      '---\naliases: [Other name, /old/]\n---\n[[Note]] [[Note#Part]] [[sub/Note|words]] ![[p.png|300]] [[Note#^block]]\n',
    'sub/Note.md': '# Note\n\n## Part\n\ntext ^block\n',
    'p.png': '',
  });
  const note = '/notes/sub/Note/';
  expect(leads(lab, 'a.md')).toEqual([note, `${note}#part`, note, 'image p.png', note]);
  expect(listed(lab)).toEqual([]);
  expect([...lab.redirects]).toEqual([['/old/', '/notes/a/']]);
  const html = htmlOf(
    '> [!tip]- Title\n> Text\n\n==m== %%comment%% #tag\n\n```dataview\nLIST\n```\n\ntext ^block\n',
  );
  expect(html).toContain('<details class="alert alert-tip">');
  expect(html).toContain('==m==  #tag');
  expect(html).not.toContain('comment');
  expect(html).toContain('language-dataview');
  expect(html).toContain('text ^block');
});

test('Hugo: shortcodes are text with Markdown between them, and a link by shortcode is a link', () => {
  const html = htmlOf('{{% notice %}}\nText *here*\n{{% /notice %}}\n');
  expect(html).toContain('{{% notice %}}\nText <em>here</em>\n{{% /notice %}}');
  const lab = labOf({
    'x/b.md':
      '[a]({{< relref "/docs" >}}) [b]({{% ref "c.md#part" %}}) [c]({{< ref path="c" lang="en" >}}#part)\n',
    'docs/sub/c.md': '# C\n\n## Part\n',
    'post/index.md': '# Post\n\n![](a.png)\n',
    'post/a.png': '',
    'docs/_index.md': '# Docs\n',
  });
  expect(leads(lab, 'post/index.md')).toEqual(['image post/a.png']);
  expect(leads(lab, 'x/b.md')).toEqual([
    '/notes/docs/',
    '/notes/docs/sub/c/#part',
    '/notes/docs/sub/c/#part',
  ]);
  expect(listed(lab)).toEqual([]);
  expect(lab.pages.map(({ url }) => url)).toContain('/notes/post/');
});

test('Docusaurus: admonitions are boxes, and components are text with Markdown between them', () => {
  const html = htmlOf(
    ':::note\n\nText *here*\n\n:::\n\n<Tabs>\n<TabItem value="a">\n\nMore *here*\n\n</TabItem>\n</Tabs>\n',
  );
  expect(html).toContain('<p class="alert-title">Note</p>\n<p>Text <em>here</em></p>\n</div>');
  expect(html).toMatch(/<Tabs>[^]*More <em>here<\/em>[^]*<\/Tabs>/);
  const mdx = labOf({ 'a.mdx': 'import Tabs from "x";\n\n# A\n\n<Tabs />\n' });
  expect(listed(mdx)).toEqual(['a.mdx:1 mdx-not-trusted']);
  expect(mdx.pages[0]?.title).toBe('A');
});

test('a wiki: page names with blanks, and the attributes of Wiki.js', () => {
  const lab = labOf({ 'Home.md': '[[Page Name]] [[Page-Name|Page Name]]\n', 'Page-Name.md': '# P\n' });
  expect(leads(lab, 'Home.md')).toEqual(['/notes/Page-Name/', '/notes/Page-Name/']);
  expect(htmlOf('> Text\n{.is-info}\n')).toContain('Text\n{.is-info}');
});
