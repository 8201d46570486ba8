import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehype } from 'rehype';
import { expect, inject, test } from 'vitest';
import { folderOf, put } from '../io/folders.ts';
import { mustBuild } from './run-build.ts';

const PAGE = `# Round

Is <Service id="dns/pihole" /> well, and <Service id="nothing" />?

<Steps>

1. Look.
2. Think.

</Steps>

<Facts of="hosts/heron" />

<Facts of="keys" />

<Relations of="dns/pihole" relation="covers" />

<Relations of="nobody" />
`;
const LAB = {
  'dns/compose.yaml': 'services:\n  pihole:\n    image: x\n',
  'hosts/heron.md': '---\naddress: 192.0.2.7\n---\n# heron\n',
  'runbooks/dns.md': '---\nservices: [pihole]\n---\n# DNS is down\n',
  'order.mdx':
    '# Order\n\n<Steps>\n\n1. Look.\n\n   ```bash check\n   echo "$HOME"\n   ```\n\n</Steps>\n\n```mermaid\nflowchart LR\n  a[House] --> b[Street]\n```\n',
  'keys.md': '---\nprivate: true\ntags: [canary]\n---\n# Canary\n',
  'round.mdx': PAGE,
};

async function shown(page: string, ...more: readonly string[]): Promise<string> {
  const home = folderOf();
  put(join(home, 'lab'), LAB);
  const out = join(home, 'out');
  await mustBuild(['--lab', join(home, 'lab'), '--out', out, ...more], {
    env: { BLACKSTART_CACHE: join(home, 'cache') },
  });
  const html = readFileSync(join(out, `notes/${page}/index.html`), 'utf8');
  return html.slice(html.indexOf('<article'), html.indexOf('</article>'));
}

/** What is read of it, on one line. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.?])/g, '')
    .trim();

test('in a trusted lab components show what the lab knows; names that mean nothing stay names', async () => {
  const html = await shown('round', '--trust');
  expect(textOf(html)).toMatchInlineSnapshot(
    `"Is pihole well, and nothing? Look. Think. heron Address 192.0.2.7 Private page pihole Runbooks DNS is down its line 2 nobody"`,
  );
  expect(html).toContain('<a href="/services/dns/pihole/">pihole</a>');
  expect(html).toContain('<code>nothing</code>');
  expect(html).toContain('<a href="/runbooks/dns/">DNS is down</a>');
  expect(html).not.toMatch(/canary/i);
});

test('where the lab is not trusted they read as text, and names of services lead to them', async () => {
  const html = await shown('round');
  expect(textOf(html)).toMatchInlineSnapshot(
    `"Is Service dns/pihole well, and Service nothing? Look. Think. Facts of hosts/heron Facts of keys Relations (covers) of dns/pihole Relations of nobody"`,
  );
  expect(html).toContain(
    'Service <code><a class="mention" href="/services/dns/pihole/">dns/pihole</a></code>',
  );
});

test('the demo uses each of them', () => {
  const path = join(inject('sites')[0]?.folder ?? '', 'notes/guides/saturday-morning/index.html');
  const html = readFileSync(path, 'utf8');
  expect(html).toMatch(/<div class="steps">/);
  expect(html.match(/data-part/g)).toHaveLength(2);
  expect(html).toContain('<a href="/services/proxy/traefik/">');
});

test('code in a trusted page is what it is on any page: highlighted, with its part, drawn', async () => {
  const [trusted, text] = [await shown('order', '--trust'), await shown('order')];
  expect(codeIn(trusted)).toEqual(codeIn(text));
  expect(trusted).toContain('data-role="check"');
  expect(trusted).toContain('<svg');
});

/** Two writers of HTML: what they mean is compared. */
const codeIn = (html: string) =>
  String(rehype().data('settings', { fragment: true }).processSync(html)).match(
    /<pre[^]*?<\/pre>|<svg[^]*?<\/svg>/g,
  );
