import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

/** What each link of `docs/page.md` leads to in a lab with these other files. */
function links(markdown: string, files: Record<string, string> = {}, prefix = ''): string[] {
  const lab = labOf({ ...files, 'docs/page.md': markdown }, { history: { prefix } });
  const page = lab.pages.find(({ path }) => path === 'docs/page.md');
  return (page?.targets ?? []).map((target) => {
    const found = lab.findings.some(
      ({ place, rule }) => place.path === 'docs/page.md' && /link|anchor/.test(rule),
    )
      ? ' !'
      : '';
    switch (target.type) {
      case 'page':
        return `${decodeURI(target.url)}${target.hash && `#${target.hash}`}${found}`;
      case 'external':
        return target.url;
      case 'text':
        return `text${found}`;
      case 'list':
        return `list ${target.url}`;
      default:
        return `${target.type} ${target.path}${found}`;
    }
  });
}

const FILES = {
  'dns-2026-01-first.md': '# First',
  'runbooks/dns.md': '# DNS\n\n## Is it down?\n',
  'dns/README.md': '# DNS project',
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole\n',
  'dns/scripts/check.sh': 'true',
  'img/rack one.png': '',
  'docs/日志.md': '# 日志',
  'docs/100%.md': '# Hundred',
  'docs/a#b?c.md': '# Odd',
};

test.each([
  ['[a](../runbooks/dns.md)', '/runbooks/dns/'],
  ['[a](../runbooks/dns.md#is-it-down)', '/runbooks/dns/#is-it-down'],
  ['[a](/runbooks/dns.md)', '/runbooks/dns/'],
  ['[a](../runbooks/dns)', '/runbooks/dns/'],
  ['[a](../dns/)', '/services/dns/pihole/'],
  ['[a](../runbooks/)', 'list /runbooks/'],
  ['[[dns-2026-01]]', '/notes/dns-2026-01-first/'],
  ['[a](../dns/compose.yaml)', 'file dns/compose.yaml'],
  ['[a](../dns/scripts)', 'folder dns/scripts'],
  ['![a](../img/rack%20one.png)', 'image img/rack one.png'],
  ['[a](<../img/rack one.png>)', 'image img/rack one.png'],
  ['[a](日志.md)', '/notes/docs/日志/'],
  ['[a](%E6%97%A5%E5%BF%97.md)', '/notes/docs/日志/'],
  ['[a](100%.md)', '/notes/docs/100/'],
  ['[a](a%23b%3Fc.md)', '/notes/docs/a-b-c/'],
  ['[a](#page)\n\n# Page', '/notes/docs/page/#page'],
  ['[a](https://example.net/x)', 'https://example.net/x'],
  ['[a](../Runbooks/DNS.md)', '/runbooks/dns/ !'],
  ['[a](../runbooks/dns.md#nope)', '/runbooks/dns/ !'],
  ['[a](../runbooks/dsn.md)', 'text !'],
  ['[a](../../elsewhere.md)', 'text !'],
  ['[[dns]]', '/runbooks/dns/'],
  ['[[runbooks/dns#Is it down?|there]]', '/runbooks/dns/#is-it-down'],
  ['[[pihole]]', '/services/dns/pihole/'],
  ['![[rack one.png|300]]', 'image img/rack one.png'],
  ['[[nothing]]', 'text !'],
])('%s leads to %s', (markdown, expected) => {
  expect(links(markdown, FILES)).toEqual([expected]);
});

test('a link that leaves the lab but stays in its repository leads to the forge', () => {
  expect(links('[a](../../LICENSE)', FILES, 'homelab/')).toEqual(['forge LICENSE']);
  expect(links('[a](../../../LICENSE)', FILES, 'homelab/')).toEqual(['text !']);
});

test('what is wrong with a link is said with the nearest name', () => {
  const lab = labOf({
    ...FILES,
    'docs/page.md': '[a](../runbooks/dsn.md)\n[b](../runbooks/dns.md#is-it-donw)\n[[runbook/dns-dwn]]\n',
  });
  expect(lab.findings.map(({ rule, place, message, hint }) => `${place.line} ${rule}: ${message} ${hint}`))
    .toMatchInlineSnapshot(`
    [
      "1 dead-link: The link to \`../runbooks/dsn.md\` leads nowhere: there is no \`runbooks/dsn.md\`. Did you mean \`../runbooks/dns.md\`?",
      "2 dead-anchor: The page runbooks/dns.md has no heading \`#is-it-donw\`. Did you mean \`#is-it-down\`?",
      "3 unresolved-wiki-link: The wiki link \`[[runbook/dns-dwn]]\` finds no page: nothing is called "runbook/dns-dwn". Create \`runbook/dns-dwn.md\`, or correct the name.",
    ]
  `);
});

test.each([
  ['a picture beside another page', '![](img.png)', { 'trips/a/README.md': '# A', 'trips/a/img.png': '' }],
  ['a picture in the pictures of another page', '![](images/x.png)', { 'other/images/x.png': '' }],
  ['a picture with another number', '![](jira-05.png)', { 'docs/jira-06.png': '' }],
  ['a placeholder', '[[#TODO-write]] [[…/...]]', { 'docs/todo-write.md': '# T' }],
])('%s is not suggested', (_, markdown, files) => {
  expect(hints(markdown, files)).not.toMatch(/Did you mean/);
});

test.each([
  ['![](images/x.png)', 'images/x.png', '../images/x.png'],
  ['![](x.png)', 'docs/images/x.png', 'images/x.png'],
])('%s is suggested the picture at %s', (markdown, picture, hint) => {
  expect(hints(markdown, { [picture]: '' })).toContain(`Did you mean \`${hint}\`?`);
});

const hints = (markdown: string, files: Record<string, string>): string =>
  labOf({ ...files, 'docs/page.md': markdown })
    .findings.map(({ hint }) => hint)
    .join('\n');

test('a relative link to any file name resolves when it is percent-encoded, as a forge writes it', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.toWellFormed().replaceAll(/[/\\\0]/g, ''))
    .filter((text) => text.trim() === text && text !== '' && !/^\.+$/.test(text));
  fc.assert(
    fc.property(name, (stem) => {
      const way = encodeURIComponent(`${stem}.txt`).replace(
        /[()]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16)}`,
      );
      const lab = labOf({ 'docs/page.md': `[a](./${way})`, [`docs/${stem}.txt`]: '' });
      expect(lab.pages[0]?.targets).toEqual([{ type: 'file', path: `docs/${stem}.txt` }]);
    }),
    { numRuns: 200 },
  );
});

test('a wiki link finds a page whose name has other gaps, if only one fits', () => {
  const files = { 'docs/Page-Name.md': '# P\n\n## Part\n', 'sub/My_Other Page.md': '', 'pi_hole.md': '' };
  expect(links('[[Page Name]] [[page_name#Part]] [[sub/my other-page]]', files)).toEqual([
    '/notes/docs/Page-Name/',
    '/notes/docs/Page-Name/#part',
    '/notes/sub/My_Other-Page/',
  ]);
  expect(links('[[Page Name]]', { ...files, 'b/page_name.md': '' })).toEqual(['text !']);
  expect(links('[[Page Name]]', { ...files, 'b/Page Name.md': '' })).toEqual(['/notes/b/Page-Name/']);
  const compose = { 'dns/compose.yaml': 'services:\n  pi-hole:\n    image: pihole\n' };
  expect(links('[[pi-hole]]', { ...files, ...compose })).toEqual(['/services/dns/pi-hole/']);
  expect(links('[[ - ]] [[-]]', files)).toEqual(['text !']);
});

test.each([
  ['[a]({{< relref "/runbooks/dns.md" >}})', ['/runbooks/dns/']],
  ['[*a* `b`]({{% ref "dns.md#is-it-down" %}} "Title")', ['/runbooks/dns/#is-it-down']],
  ['[a]({{<ref "dns">}}#is-it-down)', ['/runbooks/dns/#is-it-down']],
  ["[a]({{< ref path='runbooks/dns' lang='en' >}})", ['/runbooks/dns/']],
  ['[a]({{< relref "#here" >}})\n\n# Here', ['/notes/docs/page/#here']],
  ['[a][b]\n\n[b]: <{{\\< ref "dns" \\>}}>', ['/runbooks/dns/']],
  ['[a]({{< relref "no/such.md" >}})', ['text !']],
  ['[a]({{< param "url" >}})', []],
  ['`[a]({{< relref "dns" >}})`', []],
  ['```\n[a]({{< relref "dns" >}})\n```', []],
])('%s is a link of Hugo', (markdown, expected) => {
  expect(links(markdown, { 'runbooks/dns.md': '# DNS\n\n## Is it down?\n' })).toEqual(expected);
});

test('an address that no browser can read is no link', () => {
  expect(links('[a](http://ip:port/) [b](https://example.net/a)')).toEqual(['text', 'https://example.net/a']);
});
