import { expect, test } from 'vitest';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { folderWith } from '../scripts/labs.ts';
import { fencesOf, read } from './markdown.ts';

const HOSTING = read('docs/hosting.md');
const example = (language: string): string =>
  fencesOf(HOSTING).find(({ info }) => info === language)?.text ?? '';

/** What `serve` sends with a page, with an asset and with a drawing. */
async function served() {
  const folder = await folderWith({
    'index.html': '<!doctype html>',
    '_assets/style.AbCd12_x.css': 'a{}',
    'a.svg': '<svg/>',
    '404.html': 'no',
  });
  const server = await serveFolder({
    folder,
    base: '/',
    host: 'localhost',
    port: 0,
    policies: HEADER_POLICIES,
  });
  const ask = async (path: string) => (await fetch(server.url + path)).headers;
  const answers = await Promise.all(['', '_assets/style.AbCd12_x.css', 'a.svg'].map(ask));
  await server.close();
  return answers;
}

test.each(['caddyfile', 'nginx'])('the example for %s sends what `serve` sends', async (language) => {
  const text = example(language);
  const answers = await served();
  for (const headers of answers) {
    for (const name of ['content-security-policy', 'cache-control'])
      expect(text).toContain(headers.get(name));
    for (const name of ['X-Content-Type-Options', 'Referrer-Policy', 'Cross-Origin-Resource-Policy'])
      expect(text).toContain(`${name} ${headers.get(name)}`);
  }
  expect(text).toContain('/404.html');
});

test('both know an asset by its name, as `serve` does', async () => {
  const [page, asset] = await served();
  expect(asset?.get('cache-control')).toContain('immutable');
  expect(page?.get('cache-control')).toBe('no-cache');
  expect(example('caddyfile')).toContain(String.raw`^/_assets/[^/]*\.[\w-]{8}\.\w+$`);
  expect(example('nginx')).toContain(String.raw`^/_assets/[^/]*\.[A-Za-z0-9_-]{8}\.\w+$`);
});

test('the table of headers has the values of `serve`', async () => {
  const [page, asset] = await served();
  for (const value of [page?.get('cache-control'), asset?.get('cache-control')])
    expect(HOSTING).toContain(`| \`${value}\` |`);
});
