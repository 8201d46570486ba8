import { expect, onTestFinished, test } from 'vitest';
import { ListenRefused } from '../../../src/io/server/listen.ts';
import { serveFolder } from '../../../src/io/server/serve-folder.ts';
import { folderOf } from '../folders.ts';
import { ask, POLICIES, served } from './ask.ts';

async function serve(host: string, port: number) {
  const folder = folderOf({ 'index.html': 'second' });
  const server = await serveFolder({ folder, base: '/', host, port, policies: POLICIES });
  onTestFinished(server.close);
  return server;
}

test('a port that is taken makes way for the next', async () => {
  const first = await served({ 'index.html': 'first' });
  const second = await serve('localhost', first.port);
  expect(second.port).toBeGreaterThan(first.port);
  expect(second.url).toBe(`http://localhost:${second.port}/`);
  expect((await ask(first.port, '/')).body).toBe('first');
  expect((await ask(second.port, '/')).body).toBe('second');
});

test('once closed, it is gone', async () => {
  const { port, close } = await served({ 'index.html': 'x' });
  await close();
  await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
});

test('widened, it answers to any name', async () => {
  const { port, url } = await serve('0.0.0.0', 0);
  expect(url).toBe(`http://localhost:${port}/`);
  expect((await ask(port, '/', { headers: { host: 'lab.home' } })).status).toBe(200);
});

test.each(['192.0.2.1', 'nowhere.invalid'])('%s is not an address of this machine', async (host) => {
  const refused = serve(host, 0);
  await expect(refused).rejects.toThrow(ListenRefused);
  await expect(refused).rejects.toThrow(
    `\`${host}\` is not an address of this machine. Name one of its own, or \`--host 0.0.0.0\` for all of them.`,
  );
});
