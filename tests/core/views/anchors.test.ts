import { expect, test } from 'vitest';
import { bodyHtml } from '../../../src/core/views/body-html.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { pageView } from '../../../src/core/views/page-view.ts';
import { labOf } from '../../lab-of.ts';

const addresses = {
  href: (url: string) => url,
  source: (path: string) => path,
  forge: () => undefined,
  image: () => undefined,
};

/** What the URL of a place shows: its bodies one after the other, and the ids in its contents. */
function shown(files: Readonly<Record<string, string>>, url: string) {
  const index = indexLab(labOf(files));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}, but at ${[...index.places.keys()].join(' ')}`);
  const { bodies, contents } = pageView(index, place);
  return {
    html: bodies.map((page) => bodyHtml(index, page, addresses)).join('\n'),
    contents: contents.map(({ id }) => id),
  };
}

const TWO_FILES = {
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
  'dns/README.md': '# Pi-hole\n\n## Backup\n\nFirst.[^1]\n\n[^1]: One.\n',
  'services/pihole.md':
    '---\nservice: dns/pihole\n---\n# Pi-hole\n\n## Backup\n\nSecond.[^1] See [above](#backup).\n\n[^1]: Two.\n',
};

test('files on one page keep their headings and footnotes apart', () => {
  const { html, contents } = shown(TWO_FILES, '/services/dns/pihole/');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(contents).toEqual(['backup', 'backup-2']);
  for (const [, target = ''] of html.matchAll(/ href="[^"#]*#([^"]*)"/g)) expect(ids).toContain(target);
});

test('a link to a heading finds it on the page that it shares', () => {
  const files = { ...TWO_FILES, 'notes/a.md': '[it](../services/pihole.md#backup)' };
  const index = indexLab(labOf(files));
  const note = index.pageByPath.get('notes/a.md');
  expect(note && bodyHtml(index, note, addresses)).toMatch(/href="\/services\/dns\/pihole\/#backup(-2)?"/);
});

test('the title stands above the body, and links to it lead to the top', () => {
  const { html } = shown(
    { 'a.md': '> A remark first.\n\n# How names resolve\n\n[up](#how-names-resolve)\n' },
    '/notes/a/',
  );
  expect(html).not.toContain('<h1');
  expect(html).toContain('<a href="/notes/a/">up</a>');
});

test('the footnotes of an embedded note lead to the note', () => {
  const { html } = shown(
    { 'a.md': '# A\n\n![[b]]\n', 'b.md': '# B\n\nText.[^1]\n\n[^1]: More.\n' },
    '/notes/a/',
  );
  expect(html).toContain('href="/notes/b/#user-content-fn-1"');
  expect(html).not.toContain('id="user-content-fn-1"');
});

test('a heading with the words of the title is not said twice', () => {
  const { html } = shown(
    { 'a.md': '---\ntitle: Kube Pod Crash Looping\n---\n# KubePodCrashLooping\n\nText.' },
    '/notes/a/',
  );
  expect(html).toBe('<p>Text.</p>');
});
