import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { startBrowser } from './browser.ts';
import { mustBuild } from './run-build.ts';

/** A built demo lab and its server. `policy` says how its pages learn of the content policy: from themselves, or from a header too. */
export type DemoSite = Readonly<{ folder: string; base: string; origin: string; policy: 'page' | 'header' }>;

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    sites: readonly DemoSite[];
    /** A cache of the tests' own, in which the demo lab has been parsed. */
    cache: string;
  }
}

const NO_BUNDLER = fileURLToPath(new URL('no-bundler.mjs', import.meta.url));

/** Builds the demo lab for two bases with one compiled renderer, serves both, and starts the browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'blackstart-e2e-'));
  const cache = join(folder, 'cache');
  const env = { BLACKSTART_CACHE: cache };
  const root = join(folder, 'root');
  const deep = join(folder, 'deep');
  await mustBuild(['--out', root], { env });
  await mustBuild(['--out', deep, '--base', '/a/b/'], { env, node: ['--import', NO_BUNDLER] });
  const address = { host: 'localhost', port: 0 };
  const servers = await Promise.all([
    serveFolder({ ...address, folder: root, base: '/', policies: { page: '', drawing: '' } }),
    serveFolder({ ...address, folder: deep, base: '/a/b/', policies: HEADER_POLICIES }),
  ]);
  const browser = await startBrowser();
  const origins = servers.map(({ port }) => `http://localhost:${port}`);
  project.provide('browser', browser.wsEndpoint());
  project.provide('cache', cache);
  project.provide('sites', [
    { folder: root, base: '/', origin: origins[0] ?? '', policy: 'page' },
    { folder: deep, base: '/a/b/', origin: origins[1] ?? '', policy: 'header' },
  ]);
  return async () => {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}
