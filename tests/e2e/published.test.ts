import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { filesIn, read } from '../docs/markdown.ts';
import { commit, folderOf, git } from '../io/folders.ts';
import { connect } from './browser.ts';
import { mustBuild } from './run-build.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connect(inject('browser'));
  page = await browser.newPage();
});
afterAll(() => browser.close());

const BASE = 'https://handbook.example.net/lab/';

/** The lab of docs/format.md, published at an address that search engines may list. */
async function published(): Promise<string> {
  const files = filesIn(read('docs/format.md'));
  const settings = files['blackstart.yaml'] ?? '';
  const home = folderOf();
  const lab = folderOf({
    ...files,
    'blackstart.yaml': settings.replace('index: false', `index: true\n  url: ${BASE}`),
    'runbooks/hostile.md': '# <b>&amp;]]> "quoted" \u{1F525}\n\n& < > \u000b\n',
  });
  git(lab, 'init', '-q', '-b', 'main');
  commit(lab);
  const out = join(home, 'site');
  await mustBuild(['--lab', lab, '--out', out, '--base', '/lab/'], {
    env: { BLACKSTART_CACHE: join(home, 'cache') },
  });
  return out;
}

/** What a strict XML parser makes of a text: the words of the elements of each name, and the addresses of its links. */
const parsed = (text: string) =>
  page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    const words = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent);
    return {
      problem: words('parsererror'),
      root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
      ids: words('entry > id'),
      titles: words('entry > title'),
      updated: words('updated'),
      locations: words('url > loc'),
      changed: words('url > lastmod'),
    };
  }, text);

test('the feed and the sitemap are XML, and each address in them is a page of the site', async () => {
  const out = await published();
  const file = (path: string) => readFileSync(join(out, path), 'utf8');
  const isPage = (address: string) => {
    expect(address.startsWith(BASE), address).toBe(true);
    expect(file(`${decodeURI(address.slice(BASE.length))}index.html`)).toContain('<html');
  };

  const feed = await parsed(file('feed.xml'));
  expect(feed.problem).toEqual([]);
  expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
  expect(feed.ids.length).toBe(6);
  expect(new Set(feed.ids).size).toBe(6);
  expect(feed.titles).toContain('&]]> "quoted" \u{1F525}');
  for (const time of feed.updated)
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
  feed.ids.forEach(isPage);

  const map = await parsed(file('sitemap.xml'));
  expect(map.problem).toEqual([]);
  expect(map.root).toBe('http://www.sitemaps.org/schemas/sitemap/0.9 urlset');
  expect(map.locations.length).toBeGreaterThan(20);
  expect(map.changed.length).toBeGreaterThan(10);
  map.locations.forEach(isPage);
  expect([...map.locations, ...feed.ids].filter((address) => address.includes('keys'))).toEqual([]);
  expect(file('robots.txt')).toContain(`Sitemap: ${BASE}sitemap.xml`);

  for (const path of pagesBelow(out)) {
    const head = headOf(file(path));
    if (path === '404.html' || path === 'search/index.html' || path.includes('guides/keys/')) {
      expect(head, path).toContain('content="noindex"');
      expect(head, path).not.toMatch(/og:|canonical/);
      continue;
    }
    const url = BASE + path.replace(/index\.html$/, '');
    expect(decodeURI(/rel="canonical" href="([^"]+)"/.exec(head)?.[1] ?? ''), path).toBe(url);
    expect(head).toContain('type="application/atom+xml"');
    for (const name of ['site_name', 'type', 'title', 'description', 'url'])
      expect(head, path).toMatch(new RegExp(`property="og:${name}" content="[^"]+"`));
    expect(head, path).not.toContain('noindex');
  }
});

test('every page of the demo has a title and a description of its own, and is not to be listed', () => {
  const { folder = '' } = inject('sites')[0] ?? {};
  const said = new Map<string, string>();
  for (const path of pagesBelow(folder)) {
    const head = headOf(readFileSync(join(folder, path), 'utf8'));
    const description = /name="description" content="([^"]+)"/.exec(head)?.[1] ?? '';
    expect(description.length, path).toBeGreaterThan(8);
    expect(description.length, path).toBeLessThan(400);
    // The README of a lab is shown on its home page, too.
    if (path !== 'notes/readme/index.html') expect(said.get(description), path).toBeUndefined();
    said.set(description, path);
    expect(head, path).toContain('content="noindex"');
    expect(head, path).not.toMatch(/og:|canonical|atom/);
  }
  expect(said.size).toBeGreaterThan(80);
});

const headOf = (html: string): string => html.slice(0, html.indexOf('</head>'));

/** Pages with a head of ours; an old address only leads on. */
const pagesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .filter((path) => !/http-equiv="refresh"/.test(readFileSync(join(folder, path), 'utf8')));
