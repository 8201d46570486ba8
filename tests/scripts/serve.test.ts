import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { HEADER_POLICIES, PAGE_POLICY } from '../../src/site/csp.ts';
import { dispatch } from '../../scripts/dispatch.ts';
import { ask } from '../io/server/ask.ts';
import { blackstart, folderWith } from './labs.ts';

const MANIFEST = JSON.stringify({ version: 1, complete: true, files: ['index.html'] });
const SITE = { 'dist/index.html': 'home', 'dist/.blackstart-manifest.json': MANIFEST };

/** Runs `serve` until the test ends; the port is the one it printed. */
async function serving(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const printed: string[] = [];
  const noted: string[] = [];
  const ctrlC = new AbortController();
  const code = dispatch(['serve', '--port', '0', ...args], {
    cwd: await folderWith(files),
    env: {},
    print: (text) => void printed.push(text),
    note: (text) => void noted.push(text),
    paint: (_, text) => text,
    now: () => new Date(0),
    interrupted: ctrlC.signal,
  });
  onTestFinished(() => ctrlC.abort());
  await vi.waitUntil(() => printed.length > 0, { timeout: 10_000 });
  return { url: printed.join('\n'), port: Number(/:(\d+)/.exec(printed.join())?.[1]), noted, code, ctrlC };
}

test('the built site is served, and only the address is a result', async () => {
  const { url, port, noted } = await serving(SITE);
  expect(url).toBe(`http://localhost:${port}/`);
  expect(noted).toEqual(['Ctrl+C ends it.']);
  const { body, headers } = await ask(port, '/');
  expect(body).toBe('home');
  expect(headers['content-security-policy']).toBe(HEADER_POLICIES.page);
});

test('Ctrl+C closes it, without complaint', async () => {
  const { port, code, ctrlC } = await serving(SITE);
  ctrlC.abort();
  expect(await code).toBe(0);
  await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
});

test.each(['lab', '/lab', '/lab/'])('--base %s puts it below /lab/', async (base) => {
  const { url, port } = await serving(SITE, '--base', base);
  expect(url).toBe(`http://localhost:${port}/lab/`);
  expect((await ask(port, '/lab/')).body).toBe('home');
});

test('--out names another folder', async () => {
  const files = { 'www/index.html': 'www', 'www/.blackstart-manifest.json': MANIFEST };
  const { port } = await serving(files, '--out', 'www');
  expect((await ask(port, '/')).body).toBe('www');
});

test('--host says what it opens', async () => {
  const { noted } = await serving(SITE, '--host', '0.0.0.0');
  expect(noted).toContain(
    'Whoever can reach this machine can read the whole site now, its private pages too.',
  );
});

test('a taken port is told', async () => {
  const first = await serving(SITE);
  const second = await serving(SITE, '--port', String(first.port));
  expect(second.port).not.toBe(first.port);
  expect(second.noted).toContain(`Port ${first.port} is taken.`);
});

test.each([
  ['nothing', {}],
  ['the pictures of somebody', { 'dist/photo.jpg': '', 'dist/index.html': 'mine' }],
  ['half a build', { 'dist/.blackstart-manifest.json': MANIFEST }],
])('%s is not a built site', async (_, files) => {
  const cwd = await folderWith(files);
  expect(await blackstart(['serve'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no built site in dist (${join(cwd, 'dist')}). Build one with \`blackstart build\`, or name its folder with \`--out\`.`,
  });
});

test.each([
  [['--port', 'x'], '`--port` cannot be `x`. Write a number up to 65535, such as `--port 4300`.'],
  [['--port', '65536'], '`--port` cannot be `65536`. Write a number up to 65535, such as `--port 4300`.'],
  [
    ['--base', '../x'],
    '`--base` cannot be `../x`. Write a path of letters, digits and hyphens, such as `--base /lab/`.',
  ],
  [
    ['--host', '192.0.2.1'],
    '`192.0.2.1` is not an address of this machine. Name one of its own, or `--host 0.0.0.0` for all of them.',
  ],
])('%j is wrong use', async (args, message) => {
  const cwd = await folderWith(SITE);
  expect(await blackstart(['serve', ...args], { cwd })).toEqual({ code: 2, stdout: '', stderr: message });
});

test('the process ends with Ctrl+C, and says nothing', async () => {
  const cwd = await folderWith(SITE);
  const main = fileURLToPath(new URL('../../scripts/blackstart.mjs', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve', '--port', '0'], {
    cwd,
    stdio: 'pipe',
    env: { PATH: process.env.PATH },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let noted = '';
  child.stderr.on('data', (data: Buffer) => (noted += data.toString()));
  const [address] = await once(child.stdout, 'data');
  expect(String(address)).toMatch(/^http:\/\/localhost:\d+\/\n$/);
  child.kill('SIGINT');
  const [status] = await once(child, 'exit');
  expect({ status, noted }).toEqual({ status: 0, noted: 'Ctrl+C ends it.\n' });
}, 30_000);

test('a page carries the policy that its server sends, but for frames, which only a server can forbid', () => {
  expect(HEADER_POLICIES.page).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
  expect(PAGE_POLICY).not.toMatch(/'unsafe-|https?:|\*/);
});
