import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labOf, listed } from '../../lab-of.ts';
import { assignUrls, segmentOf, urlOf } from '../../../src/core/lab/urls.ts';

test('a URL is made from the path, with what Windows or a URL cannot hold replaced', () => {
  expect(urlOf('runbooks', 'dns/down')).toBe('/runbooks/dns/down/');
  expect(decodeURI(urlOf('notes', 'Über uns/日志'))).toBe('/notes/Über-uns/日志/');
  expect(urlOf('notes', 'a:b?c#d%20')).toBe('/notes/a-b-c-d-20/');
  expect(urlOf('notes', 'con')).toMatch(/^\/notes\/con-[a-z0-9]{6}\/$/);
});

test('every segment survives a URL parser, fits a file system and never climbs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const segment = segmentOf(name.replaceAll('/', ''));
      expect(segment).not.toMatch(/[<>:"\\|?*/]|^\.{1,2}$|[. ]$/);
      expect(new TextEncoder().encode(segment).length).toBeLessThanOrEqual(190);
      const url = urlOf('notes', segment);
      expect(new URL(url, 'http://lab.invalid').pathname).toBe(url);
    }),
  );
});

test('two that want one URL both stay, and the first keeps it whatever comes later', () => {
  const wanted = new Map([
    ['page:a.md', '/notes/A/'],
    ['page:b.md', '/notes/a/'],
  ]);
  const { urls, clashes } = assignUrls(wanted);
  expect(urls.get('page:a.md')).toBe('/notes/A/');
  expect(urls.get('page:b.md')).toMatch(/^\/notes\/a-[a-z0-9]{6}\/$/);
  expect(clashes).toEqual([{ key: 'page:b.md', with: 'page:a.md', url: '/notes/a/' }]);
  const more = assignUrls(new Map([...wanted, ['page:c.md', '/notes/a/']]));
  expect(more.urls.get('page:b.md')).toBe(urls.get('page:b.md'));
});

test('a page that comes later, deeper down, takes the address of none that is there', () => {
  const before = labOf({ 'runbooks/dns-down.md': '# A\n' });
  const after = labOf({
    'a/b/runbooks/dns-down.md': '# C\n',
    'other/runbooks/dns-down.md': '# B\n',
    'runbooks/dns-down.md': '# A\n',
  });
  const urlOfPage = (lab: typeof after, path: string) => lab.pages.find((page) => page.path === path)?.url;
  expect(urlOfPage(before, 'runbooks/dns-down.md')).toBe('/runbooks/dns-down/');
  expect(urlOfPage(after, 'runbooks/dns-down.md')).toBe('/runbooks/dns-down/');
  expect(urlOfPage(after, 'other/runbooks/dns-down.md')).toMatch(/^\/runbooks\/dns-down-[a-z0-9]{6}\/$/);
  expect(listed(after)).toEqual([
    'a/b/runbooks/dns-down.md:1 duplicate-url',
    'other/runbooks/dns-down.md:1 duplicate-url',
  ]);
});

test('what runs keeps its address, whatever page wants it', () => {
  const lab = labOf({
    'core/compose.yaml': 'services:\n  dns:\n    image: pihole/pihole\n  cache:\n    image: redis\n',
    'services/core/_index.md': '# Core\n',
  });
  expect(lab.projects.map(({ url }) => url)).toEqual(['/services/core/']);
  expect(lab.pages.map(({ url }) => url)).toEqual([
    expect.stringMatching(/^\/services\/core-[a-z0-9]{6}\/$/),
  ]);
});
