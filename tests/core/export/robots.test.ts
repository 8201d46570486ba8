import { expect, test } from 'vitest';
import { sitemap } from '../../../src/core/export/sitemap.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { robotFiles } from '../../../src/site/robot-files.ts';
import { DEFAULT_CONFIG } from '../../../src/core/schema/config.ts';
import { labOf } from '../../lab-of.ts';
import { xmlProblem } from './well-formed.ts';

const FILES = {
  'stacks/dns/compose.yaml': 'name: dns\nservices:\n  pihole:\n    image: pihole/pihole\n',
  'services/pihole.md': '# Pi-hole\n',
  'runbooks/dns & co.md': '# DNS\n',
  'runbooks/secret.md': '---\nprivate: true\n---\n# Secret\n',
};

const filesOf = (site: Readonly<{ url?: string; index?: boolean }>, base = '/') => {
  const config = { site: { ...DEFAULT_CONFIG.site, ...site } };
  const files = robotFiles(indexLab(labOf(FILES, { config })), base);
  return Object.fromEntries(files.map(({ path, content }) => [path, content()]));
};

test('without `site.index` robots are asked to stay away, and there is no sitemap', () => {
  expect(filesOf({})).toEqual({ 'robots.txt': 'User-agent: *\nDisallow: /\n' });
  expect(Object.keys(filesOf({ url: 'https://a.example/' }))).toEqual(['robots.txt', 'feed.xml']);
  expect(filesOf({ url: 'https://a.example/' })['robots.txt']).toBe('User-agent: *\nDisallow: /\n');
});

test('with `site.index` but no `site.url` there is nothing to make whole addresses from', () => {
  expect(filesOf({ index: true })).toEqual({ 'robots.txt': 'User-agent: *\nAllow: /\n' });
});

test('with both, robots are led to the sitemap, at its address below the base', () => {
  const files = filesOf({ url: 'https://a.example/lab', index: true }, '/lab/');
  expect(Object.keys(files)).toEqual(['robots.txt', 'feed.xml', 'sitemap.xml']);
  expect(files['robots.txt']).toBe('User-agent: *\nAllow: /\n\nSitemap: https://a.example/lab/sitemap.xml\n');
  expect(files['sitemap.xml']).toContain('<loc>https://a.example/lab/services/dns/pihole/</loc>');
});

test('a sitemap lists what is not private, each page with the time of its last change', () => {
  const history = {
    lastChange: new Map([['services/pihole.md', { at: '2026-03-14T20:05:00Z', commit: 'c' }]]),
  };
  const text = sitemap(indexLab(labOf(FILES, { history })), { whole: (url) => `https://a.example${url}` });
  expect(xmlProblem(text)).toBeUndefined();
  expect(text).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://a.example/</loc></url>
      <url><loc>https://a.example/runbooks/</loc></url>
      <url><loc>https://a.example/runbooks/dns-&amp;-co/</loc></url>
      <url><loc>https://a.example/services/</loc></url>
      <url><loc>https://a.example/services/dns/</loc></url>
      <url><loc>https://a.example/services/dns/pihole/</loc><lastmod>2026-03-14T20:05:00Z</lastmod></url>
    </urlset>
    "
  `);
});
