import { once } from 'node:events';
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dev } from '../../scripts/dev.ts';
import { folderWith } from './labs.ts';

vi.setConfig({ testTimeout: 120_000 });

const LAB = {
  'runbooks/dns.md': '---\naliases: [/old/dns/]\n---\n# DNS is down\n\n![a dot](dot.svg)\n',
  'runbooks/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>\n',
  'drills/ups.md': '# Pull the plug\n',
};

/** Starts `blackstart dev` on a lab with these files, on any free port, until the test ends. */
async function start(files: Readonly<Record<string, string>> = LAB, ...args: readonly string[]) {
  const root = await folderWith(files);
  const cache = await folderWith({});
  const ending = new AbortController();
  const notes: string[] = [];
  const printed = new EventTarget();
  const url = new Promise<string>((resolve) => {
    printed.addEventListener('url', (event) => event instanceof CustomEvent && resolve(event.detail));
  });
  const done = dev.run(['--lab', root, ...(args.includes('--port') ? [] : ['--port', '0']), ...args], {
    cwd: root,
    env: { BLACKSTART_CACHE: cache },
    print: (text) => void printed.dispatchEvent(new CustomEvent('url', { detail: text })),
    note: (text) => void notes.push(text),
    paint: (_, text) => text,
    now: () => new Date(),
    interrupted: ending.signal,
  });
  const end = async () => {
    // Ctrl+C before it waits for it would end the process.
    await vi.waitFor(() => expect(notes).toContain('Every edit shows at once. Ctrl+C ends it.'));
    ending.abort();
    return done;
  };
  onTestFinished(async () => void (await end()));
  const base = await Promise.race([
    url,
    done.then((code) => Promise.reject(new Error(`It ended with ${code}.`))),
  ]);
  const get = async (path: string) => {
    const response = await fetch(new URL(path, base), { redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { root, url: base, notes, end, get, tab: (path: string, shown?: string) => tab(base, path, shown) };
}

/** Which path is named first is not told: what was heard late of the folder's making may come along with an edit. */
const READ_AGAIN = /^\S.*: No findings\. \(\d+ ms\)$/;

const VERSION = /data-version="([^"]+)"/;

/** A browser's tab with the page at `path`, or one that still shows another version of it. */
async function tab(base: string, path: string, shown?: string) {
  const page = new URL(path, base);
  const version = shown ?? VERSION.exec(await (await fetch(page)).text())?.[1] ?? '';
  const leaving = new AbortController();
  const query = new URLSearchParams({ page: page.pathname, shown: version });
  const response = await fetch(new URL(`_live?${query}`, base), { signal: leaving.signal });
  onTestFinished(() => leaving.abort());
  let heard = '';
  void (async () => {
    for await (const chunk of response.body ?? []) heard += new TextDecoder().decode(chunk);
  })().catch(() => undefined);
  const changes = () => heard.split('event: change').length - 1;
  return {
    type: response.headers.get('content-type'),
    changes,
    change: () => vi.waitFor(() => expect(changes()).toBeGreaterThan(0), { timeout: 60_000, interval: 20 }),
  };
}

test('serves what a build would write, without writing it, and lets nothing be kept', async () => {
  const { get } = await start();
  const page = await get('runbooks/dns/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('DNS is down');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const style = /href="\/(_assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? '';
  expect((await get(style)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  const picture = /src="\/([^"]+dot\.svg)"/.exec(page.text)?.[1] ?? '';
  expect((await get(picture)).headers.get('content-type')).toContain('image/svg+xml');
  expect((await get('icon.svg')).status).toBe(200);
  expect(JSON.parse((await get('lab.json')).text)).toMatchObject({ version: 1 });
  expect((await get('old/dns/')).text).toContain('url=/runbooks/dns/');
  expect((await get('source/runbooks/dns.md/')).text).toContain('DNS is down');
  expect((await get('runbooks/dns')).headers.get('location')).toBe('/runbooks/dns/');
});

test('a page that is not there has the status of one, and the address of every page is checked', async () => {
  const { get, url } = await start();
  expect(await get('nothing/')).toMatchObject({
    status: 404,
    text: expect.stringContaining('There is no such page'),
  });
  expect((await get('%E0%A4%A')).status).toBe(400);
  expect((await get('source/../../../etc/passwd')).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('an edit is heard by the page it shows on, and by no other', async () => {
  const { root, get, tab: open, notes } = await start();
  const [page, again, other] = [
    await open('runbooks/dns/'),
    await open('runbooks/dns/'),
    await open('drills/ups/'),
  ];
  expect(page.type).toBe('text/event-stream');
  await writeFile(join(root, 'runbooks/dns.md'), '# DNS is slow\n');
  await Promise.all([page.change(), again.change()]);
  // A file that is being written may be read empty first, and is then heard twice.
  await vi.waitFor(async () => expect((await get('runbooks/dns/')).text).toContain('DNS is slow'), {
    timeout: 30_000,
  });
  expect(other.changes()).toBe(0);
  expect(notes).toContainEqual(expect.stringMatching(READ_AGAIN));
});

test('a new title is heard by the list of its kind', async () => {
  const { root, tab: open } = await start();
  const list = await open('drills/');
  await writeFile(join(root, 'drills/ups.md'), '# Another title\n');
  await list.change();
});

test('an edit that shows nowhere is heard by nobody', async () => {
  const { root, tab: open, notes } = await start();
  const page = await open('drills/ups/');
  await appendFile(join(root, 'drills/ups.md'), '\n\n');
  await vi.waitFor(() => expect(notes).toContainEqual(expect.stringMatching(READ_AGAIN)), {
    timeout: 60_000,
  });
  await pause(200);
  expect(page.changes()).toBe(0);
});

test('a page comes, moves and vanishes while somebody looks', async () => {
  const { root, get, tab: open } = await start();
  const missing = await open('goals/tls/');
  await mkdir(join(root, 'goals'));
  await writeFile(join(root, 'goals/tls.md'), '# How does TLS work?\n');
  await missing.change();
  const found = await open('goals/tls/');
  await rename(join(root, 'goals/tls.md'), join(root, 'goals/keys.md'));
  await found.change();
  expect((await get('goals/tls/')).status).toBe(404);
  const moved = await open('goals/keys/');
  await rm(join(root, 'goals'), { recursive: true });
  await moved.change();
  expect((await get('goals/keys/')).status).toBe(404);
});

test('settings are followed', async () => {
  const { root, get, tab: open } = await start();
  const home = await open('.');
  await writeFile(join(root, 'blackstart.yaml'), 'title: The house\nexclude: [drills]\n');
  await home.change();
  expect((await get('.')).text).toContain('The house');
  expect((await get('drills/ups/')).status).toBe(404);
});

test('a mistake shows on its own page, and nothing else is worse for it', async () => {
  const { root, get, tab: open } = await start();
  const page = await open('runbooks/dns/');
  await writeFile(join(root, 'runbooks/dns.md'), '---\nkind: [runbook\n---\n# DNS is down\n');
  await page.change();
  const { status, text } = await get('runbooks/dns/');
  expect(status).toBe(200);
  expect(text).toContain('One finding');
  const other = await get('drills/ups/');
  expect(other.status).toBe(200);
  expect(other.text).not.toContain('finding');
});

test('a lab that goes away is served as it was, with the reason, until it is back', async () => {
  const outer = await folderWith({ 'lab/drills/ups.md': '# Pull the plug\n' });
  const { get, tab: open } = await start({}, '--lab', join(outer, 'lab'));
  const page = await open('drills/ups/');
  await rename(join(outer, 'lab'), join(outer, 'away'));
  await page.change();
  const gone = await get('drills/ups/');
  expect(gone.text).toContain('Pull the plug');
  expect(gone.text).toContain('There is no lab at');
  const again = await open('drills/ups/');
  await rename(join(outer, 'away'), join(outer, 'lab'));
  await again.change();
  expect((await get('drills/ups/')).text).not.toContain('There is no lab at');
});

test('a page that was loaded from an earlier server hears at once when it is out of date', async () => {
  const { get, tab: open } = await start();
  const version = VERSION.exec((await get('drills/ups/')).text)?.[1];
  await (await open('drills/ups/', 'an-older-version')).change();
  const same = await open('drills/ups/', version);
  await pause(300);
  expect(same.changes()).toBe(0);
});

test('below another base, everything is there and nothing is beside it', async () => {
  const { root, url, get, tab: open } = await start(LAB, '--base', 'lab');
  expect(new URL(url).pathname).toBe('/lab/');
  const { text } = await get('runbooks/dns/');
  expect(text).toContain('data-live="/lab/"');
  expect(text).toMatch(/href="\/lab\/_assets\//);
  expect((await get('/')).headers.get('location')).toBe('/lab/');
  expect((await get('/drills/ups/')).status).toBe(404);
  const page = await open('runbooks/dns/');
  await writeFile(join(root, 'runbooks/dns.md'), '# DNS is slow\n');
  await page.change();
});

test('the worker that an offline copy may have left is replaced by one that removes itself', async () => {
  const { get } = await start();
  const { headers, text } = await get('sw.js');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  const heard = new Map<string, (event: { waitUntil: (work: Promise<unknown>) => void }) => void>();
  const did: string[] = [];
  const pages = [{ url: '/a/', navigate: async (to: string) => void did.push(`load ${to}`) }];
  const self = {
    addEventListener: (name: string, listener: () => void) => heard.set(name, listener),
    skipWaiting: () => did.push('take over'),
    registration: { unregister: async () => did.push('unregister') },
    clients: { matchAll: async () => pages },
  };
  // oxlint-disable-next-line no-new-func -- it is the script that a browser would run
  new Function('self', text)(self);
  let work: Promise<unknown> = Promise.resolve();
  for (const name of ['install', 'activate'])
    heard.get(name)?.({ waitUntil: (promise) => void (work = promise) });
  await work;
  expect(did).toEqual(['take over', 'unregister', 'load /a/']);
});

test('the next port is taken when one is in use', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { url, notes } = await start(LAB, '--port', String(port));
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  expect(notes).toContain(`Port ${port} is taken.`);
});

test('Ctrl+C ends it soundly, with tabs open', async () => {
  const { tab: open, end, url } = await start();
  await open('drills/ups/');
  expect(await end()).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
