import { expect, test } from 'vitest';
import { bodyHtml } from '../../../src/core/views/body-html.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { linkServices } from '../../../src/core/views/service-links.ts';
import { labOf } from '../../lab-of.ts';

const COMPOSE = 'services:\n  pihole:\n    image: x\n  unbound:\n    image: x\n  ntp:\n    image: x\n';
const ADDRESSES = {
  href: (url: string) => url,
  source: (path: string) => `/source/${path}/`,
  forge: () => undefined,
  image: () => undefined,
};

function shown(text: string, files: Readonly<Record<string, string>> = {}): string {
  const index = indexLab(labOf({ 'dns/compose.yaml': COMPOSE, 'notes/a.md': text, ...files }));
  const page = index.pages.get('page:notes/a.md');
  if (!page) throw new Error('The page is there.');
  return bodyHtml(index, page, ADDRESSES);
}

test('the first mention of a service leads to it, as the author wrote it', () => {
  expect(shown('Restart **PiHole**, then pihole again.')).toBe(
    '<p>Restart <strong><a class="mention" href="/services/dns/pihole/">PiHole</a></strong>, then pihole again.</p>',
  );
});

test('a code span of nothing but the name is one, a command is not', () => {
  expect(shown('See `restart ntp` and `ntp`.')).toBe(
    '<p>See <code>restart ntp</code> and <code><a class="mention" href="/services/dns/ntp/">ntp</a></code>.</p>',
  );
});

test('names in headings, code blocks, links and pictures stay as they are', () => {
  const text =
    '## pihole\n\n```\npihole\n```\n\n[pihole](https://x.example)\n\n![pihole](https://x.example/p.png)\n';
  expect(shown(text)).not.toContain('mention');
});

test('parts of longer words, paths and addresses are no mention', () => {
  expect(shown('pihole-exporter /etc/pihole/x pihole.lan übpihole `pihole` me@pihole')).toContain(
    'pihole-exporter /etc/pihole/x pihole.lan übpihole <code><a class="mention"',
  );
});

test('a page that leads to the service by itself gets no second link', () => {
  expect(
    shown('The pihole, [here](../services/pihole.md).', {
      'services/pihole.md': '---\nservice: dns/pihole\n---\n',
    }),
  ).not.toContain('mention');
});

test('entities and attributes are no words', () => {
  const compose = 'services:\n  quot:\n    image: x\n  title:\n    image: x\n';
  expect(shown('A "pihole" & quot &lt;b title="pihole"&gt;', { 'x/compose.yaml': compose })).toContain(
    'A "<a class="mention" href="/services/dns/pihole/">pihole</a>" &#x26; <a class="mention" href="/services/x/quot/">quot</a>',
  );
});

test('an embedded note keeps its own mentions', () => {
  const html = shown('![[b]]', { 'notes/b.md': 'Ask unbound.' });
  expect(html).toContain(
    '<section class="embedded"><p>Ask <a class="mention" href="/services/dns/unbound/">',
  );
});

test('a page about a service does not lead to itself', () => {
  const index = indexLab(
    labOf({
      'dns/compose.yaml': COMPOSE,
      'services/pihole.md': '---\nservice: dns/pihole\n---\nThe pihole asks unbound.',
    }),
  );
  const page = index.pages.get('page:services/pihole.md');
  expect(page && bodyHtml(index, page, ADDRESSES)).toBe(
    '<p>The pihole asks <a class="mention" href="/services/dns/unbound/">unbound</a>.</p>',
  );
});

test('a megabyte of anything takes no time worth speaking of', () => {
  const text = ['unboundx '.repeat(100_000), `a${'-'.repeat(400_000)}b`, 'é'.repeat(400_000)].join(' ');
  const index = indexLab(labOf({ 'dns/compose.yaml': COMPOSE, 'notes/a.md': 'unbound' }));
  const page = index.pages.get('page:notes/a.md');
  if (!page) throw new Error('The page is there.');
  const start = performance.now();
  expect(linkServices(index, { page, html: `<p>${text} unbound</p>` }, String)).toContain('class="mention"');
  expect(performance.now() - start).toBeLessThan(1_000);
});
