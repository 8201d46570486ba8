import { expect, test } from 'vitest';
import { shownSite } from '../../../scripts/dev/shown-site.ts';
import type { SiteFile } from '../../../scripts/site-files.ts';

const page = (path: string, content: SiteFile['content']): SiteFile => ({ path, content });
const html = (main: string) => `<html><head></head><body><main id="content">${main}</main></body></html>`;
const NOT_FOUND = page('404.html', () => html('Nothing here'));

test('a page that is never the same twice is the same until something changes', async () => {
  const files = [NOT_FOUND, page('index.html', () => html(String(Math.random())))];
  const site = shownSite(files, []);
  expect(await site.at('')).toEqual(await site.at('index.html'));
  expect(await site.at('')).not.toEqual(await shownSite(files, []).at(''));
});

test('a page that can not be rendered says why, in the frame of the site', async () => {
  const broken = page('a/index.html', () => {
    throw new Error('<b> is not a function');
  });
  const shown = await shownSite([NOT_FOUND, broken], []).at('a/');
  expect(shown).toMatchObject({ type: 'page', status: 500 });
  expect(shown.type === 'page' && shown.html.replace(/data-version="[^"]*"/, '')).toMatchInlineSnapshot(
    `"<html ><head></head><body><main id="content"><pre class="notice danger" role="alert">This page could not be rendered: &lt;b&gt; is not a function</pre></main></body></html>"`,
  );
});

test('what is written for an author can not end the notice about a problem', async () => {
  const shown = await shownSite([NOT_FOUND], ['</pre><script>alert(1)</script> $& $1']).at('x');
  expect(shown.type === 'page' && shown.html).toContain(
    '&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt; $&amp; $1',
  );
});

test('words of an author in the head are left alone', async () => {
  const head = '<meta name="description" content="<html <body <main> in a page">';
  const files = [NOT_FOUND, page('index.html', () => html('Here').replace('<head>', `<head>${head}`))];
  const shown = await shownSite(files, ['Broken']).at('');
  expect(shown.type === 'page' && shown.html).toMatch(/^<html data-version="[\w-]{16}"><head><meta name/);
  expect(shown.type === 'page' && shown.html).toContain(`${head}</head><body><main id="content"><pre`);
});

test('a folder moves to its address, and a file is what it is', async () => {
  const files = [NOT_FOUND, page('a b/index.html', () => html('')), page('lab.json', () => '{}')];
  const site = shownSite(files, []);
  expect(await site.at('a b')).toEqual({ type: 'moved', to: 'a b/' });
  expect(await site.at('lab.json')).toEqual({ type: 'file', path: 'lab.json', bytes: '{}' });
  expect(await site.at('lab.json/')).toMatchObject({ type: 'page', status: 404 });
});
