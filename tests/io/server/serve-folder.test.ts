import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../folders.ts';
import { POLICIES, served } from './ask.ts';

describe('addresses', () => {
  const SITE = {
    'index.html': 'home',
    '404.html': 'gone',
    'notes/a/index.html': 'note a',
    'notes/empty/other.txt': 'x',
    'lab.json': '{}',
    'notes/ä b/index.html': 'umlaut',
    '100%/index.html': 'percent',
    '%41.txt': 'encoded twice',
  };

  test.each([
    ['/', 200, 'home'],
    ['/index.html', 200, 'home'],
    ['/notes/a/', 200, 'note a'],
    ['/notes/a/?q=x', 200, 'note a'],
    ['/notes/%61/', 200, 'note a'],
    ['/notes/%C3%A4%20b/', 200, 'umlaut'],
    ['/100%25/', 200, 'percent'],
    ['/%2541.txt', 200, 'encoded twice'],
    ['/lab.json', 200, '{}'],
    ['/lab.json/', 404, 'gone'],
    ['/notes/empty', 404, 'gone'],
    ['/notes/empty/', 404, 'gone'],
    ['/nowhere', 404, 'gone'],
    ['/notes//a/', 404, 'gone'],
    ['/404.html', 200, 'gone'],
  ])('%s is %i', async (target, status, body) => {
    const site = await served(SITE);
    expect(await site.ask(target)).toMatchObject({ status, body });
  });

  test.each([
    ['/notes/a', '/notes/a/'],
    ['/notes/a?q=x&y=%20', '/notes/a/?q=x&y=%20'],
    ['/notes/%C3%A4%20b', '/notes/%C3%A4%20b/'],
    ['/100%25', '/100%25/'],
  ])('%s leads to %s', async (target, location) => {
    const site = await served(SITE);
    const { status, headers } = await site.ask(target, { headers: { host: 'localhost' } });
    expect({ status, location: headers.location }).toEqual({ status: 301, location });
  });

  test('without a page of its own, a 404 says where the site begins', async () => {
    const site = await served({ 'index.html': 'home' }, '/lab/');
    expect(await site.ask('/lab/nowhere')).toMatchObject({
      status: 404,
      body: 'There is no such page. The site begins at /lab/\n',
    });
  });
});

describe('below a base', () => {
  const SITE = { 'index.html': 'home', 'a/index.html': 'a', '404.html': 'gone' };

  test.each([
    ['/lab/', 200, undefined],
    ['/lab/a/', 200, undefined],
    ['/lab/a', 301, '/lab/a/'],
    ['/', 302, '/lab/'],
    ['/lab', 302, '/lab/'],
    ['/?q=x', 302, '/lab/?q=x'],
    ['/a/', 404, undefined],
    ['/laboratory/', 404, undefined],
    ['/lab/lab/', 404, undefined],
  ])('%s is %i', async (target, status, location) => {
    const site = await served(SITE, '/lab/');
    expect(site.url).toBe(`http://localhost:${site.port}/lab/`);
    const answer = await site.ask(target);
    expect([answer.status, answer.headers.location]).toEqual([status, location]);
  });
});

describe('nothing outside the folder is served', () => {
  test.each([
    '/../secret.txt',
    '/site/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/a/%00/../../secret.txt',
    '/index.html%00.txt',
    '/C:/secret.txt',
    '/index.html::$DATA',
    '//etc/passwd',
    '/./index.html',
    '/out.txt',
    '/out/secret.txt',
    '/out/',
    '/out',
  ])('%s', async (target) => {
    const outside = folderOf({ 'secret.txt': 'CANARY', 'index.html': 'CANARY' });
    const site = await served({ 'index.html': 'home', 'a/b.txt': 'b' });
    symlinkSync(join(outside, 'secret.txt'), join(site.folder, 'out.txt'));
    symlinkSync(outside, join(site.folder, 'out'));
    const { status, body } = await site.ask(target);
    expect(status).toBe(404);
    expect(body).not.toContain('CANARY');
  });

  test.each(['/%', '/%zz', '/%c3', '*', 'http://elsewhere.test/', ''])('%j is no address', async (target) => {
    const site = await served({ 'index.html': 'home' });
    expect(await raw(site.port, `GET ${target} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a link within it is followed', async () => {
    const site = await served({ 'a.txt': 'a' });
    symlinkSync(join(site.folder, 'a.txt'), join(site.folder, 'b.txt'));
    expect(await site.ask('/b.txt')).toMatchObject({ status: 200, body: 'a' });
  });

  test('a redirect never leaves the site, whatever the request calls it', async () => {
    const site = await served({ 'elsewhere.test/index.html': 'x', 'a/index.html': 'a' });
    expect((await site.ask('//elsewhere.test')).status).toBe(404);
    const answer = await site.ask('/a', {
      headers: { host: `localhost:${site.port}`, 'x-forwarded-host': 'elsewhere.test' },
    });
    expect(answer.headers.location).toBe('/a/');
  });

  test.each(['elsewhere.test', 'localhost.elsewhere.test', '192.168.1.5:4300', '127.0.0.1.elsewhere.test'])(
    'a page that calls this machine %s is not answered',
    async (host) => {
      const site = await served({ 'index.html': 'CANARY' });
      const { status, body } = await site.ask('/', { headers: { host } });
      expect(status).toBe(421);
      expect(body).toBe('This server answers to localhost only. To widen it, start it with --host.\n');
    },
  );

  test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:4300', '[::1]:4300', 'lab.localhost'])(
    'it is answered as %s',
    async (host) => {
      const site = await served({ 'index.html': 'home' });
      expect((await site.ask('/', { headers: { host } })).status).toBe(200);
    },
  );
});

describe('headers', () => {
  test.each([
    ['a.html', 'text/html; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.xml', 'application/xml; charset=utf-8'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.PNG', 'image/png'],
    ['a.webp', 'image/webp'],
    ['a.avif', 'image/avif'],
    ['a.woff2', 'font/woff2'],
    ['a.wasm', 'application/wasm'],
    ['a.zip', 'application/zip'],
    ['a.pack', 'application/octet-stream'],
    ['wasm.en.pagefind', 'application/octet-stream'],
    ['en_1.pf_fragment', 'application/octet-stream'],
  ])('%s is %s', async (path, type) => {
    const site = await served({ [path]: 'x' });
    expect((await site.ask(`/${path}`)).headers['content-type']).toBe(type);
  });

  test('every answer says what a browser may do with it', async () => {
    const site = await served({ 'index.html': '', 'a.svg': '' });
    for (const target of ['/', '/nowhere', '/%', '/a.svg']) {
      const { headers } = await site.ask(target);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(/default-src 'none'|sandbox/),
      });
    }
    expect((await site.ask('/')).headers['content-security-policy']).toBe(POLICIES.page);
    expect((await site.ask('/a.svg')).headers['content-security-policy']).toBe(POLICIES.drawing);
  });

  test.each([
    ['index.html', 'no-cache'],
    ['lab.json', 'no-cache'],
    ['_assets/style.BLGjH7sY.css', 'public, max-age=31536000, immutable'],
    ['_assets/style.css', 'no-cache'],
    ['notes/style.BLGjH7sY.css', 'no-cache'],
  ])('%s may be kept: %s', async (path, caching) => {
    const site = await served({ [path]: 'x' }, '/lab/');
    expect((await site.ask(`/lab/${path}`)).headers['cache-control']).toBe(caching);
  });
});

describe('what is the same is not sent again', () => {
  test.each([(tag: string) => tag, (tag: string) => `W/${tag}`, (tag: string) => `"x", ${tag}`, () => '*'])(
    'form %#',
    async (form) => {
      const site = await served({ 'a.txt': 'one' });
      const { etag = '' } = (await site.ask('/a.txt')).headers;
      const again = await site.ask('/a.txt', { headers: { 'if-none-match': form(etag) } });
      expect(again).toMatchObject({ status: 304, body: '' });
      expect(again.headers.etag).toBe(etag);
    },
  );

  test('until it changes', async () => {
    const site = await served({ 'a.txt': 'one' });
    const { etag = '' } = (await site.ask('/a.txt')).headers;
    writeFileSync(join(site.folder, 'a.txt'), 'two');
    utimesSync(join(site.folder, 'a.txt'), 1, 1);
    expect(await site.ask('/a.txt', { headers: { 'if-none-match': etag } })).toMatchObject({
      status: 200,
      body: 'two',
    });
  });

  test('a missing page is missing every time', async () => {
    const site = await served({ '404.html': 'gone' });
    const { etag = '' } = (await site.ask('/nowhere')).headers;
    expect((await site.ask('/nowhere', { headers: { 'if-none-match': etag } })).status).toBe(404);
  });
});

describe('parts of a file', () => {
  test.each<{ range: string; status: number; body: string; contentRange?: string }>([
    { range: 'bytes=0-0', status: 206, body: '0', contentRange: 'bytes 0-0/10' },
    { range: 'bytes=2-4', status: 206, body: '234', contentRange: 'bytes 2-4/10' },
    { range: 'bytes=7-', status: 206, body: '789', contentRange: 'bytes 7-9/10' },
    { range: 'bytes=-3', status: 206, body: '789', contentRange: 'bytes 7-9/10' },
    { range: 'bytes=-99', status: 206, body: '0123456789', contentRange: 'bytes 0-9/10' },
    { range: 'bytes=5-99', status: 206, body: '56789', contentRange: 'bytes 5-9/10' },
    { range: 'bytes=10-', status: 416, body: '', contentRange: 'bytes */10' },
    { range: 'bytes=99-100', status: 416, body: '', contentRange: 'bytes */10' },
    { range: 'bytes=-0', status: 416, body: '', contentRange: 'bytes */10' },
    { range: 'bytes=4-2', status: 200, body: '0123456789' },
    { range: 'bytes=0-1,3-4', status: 200, body: '0123456789' },
    { range: 'bytes=-', status: 200, body: '0123456789' },
    { range: 'bytes=a-b', status: 200, body: '0123456789' },
    { range: 'lines=0-1', status: 200, body: '0123456789' },
    { range: `bytes=${'9'.repeat(400)}-`, status: 200, body: '0123456789' },
  ])('$range is $status', async ({ range, status, body, contentRange }) => {
    const site = await served({ 'a.txt': '0123456789' });
    const answer = await site.ask('/a.txt', { headers: { range } });
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(Number(answer.headers['content-length'])).toBe(body.length);
  });

  test('of one that has changed meanwhile are not mixed', async () => {
    const site = await served({ 'a.txt': '0123456789' });
    const { etag = '' } = (await site.ask('/a.txt')).headers;
    const part = (condition: string) =>
      site.ask('/a.txt', { headers: { range: 'bytes=0-0', 'if-range': condition } });
    expect((await part(etag)).status).toBe(206);
    expect((await part('"old"')).status).toBe(200);
  });

  test('an empty file has none', async () => {
    const site = await served({ 'a.txt': '' });
    expect(await site.ask('/a.txt')).toMatchObject({ status: 200, body: '' });
    expect((await site.ask('/a.txt', { headers: { range: 'bytes=0-' } })).status).toBe(416);
  });
});

describe('requests', () => {
  test('HEAD is GET without the body', async () => {
    const site = await served({ 'a.txt': '0123456789', '404.html': 'gone' });
    for (const target of ['/a.txt', '/nowhere', '/%']) {
      const get = await site.ask(target);
      const head = await site.ask(target, { method: 'HEAD' });
      expect({ ...head, headers: { ...head.headers, date: '' } }).toEqual({
        ...get,
        body: '',
        headers: { ...get.headers, date: '' },
      });
    }
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const site = await served({ 'a.txt': 'a' });
    const { status, headers, body } = await site.ask('/a.txt', { method });
    expect({ status, allow: headers.allow, body }).toEqual({
      status: 405,
      allow: 'GET, HEAD',
      body: 'This site can only be read.\n',
    });
  });

  test('a reader that goes away in the middle does no harm', async () => {
    const site = await served({ 'large.txt': 'x'.repeat(20_000_000), 'a.txt': 'a' });
    const socket = connect(site.port, '127.0.0.1');
    socket.write('GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(await site.ask('/a.txt')).toMatchObject({ status: 200, body: 'a' });
  });
});

/** What the server says to these very bytes. */
function raw(port: number, line: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return text(socket);
}
