import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The compiled templates: a function that renders, and the folder of the style sheet and script that pages name. */
export type Renderer = Readonly<{
  render: (url: string, locals: App.Locals) => Promise<Response>;
  assets: string;
  /** Of what it was compiled from. */
  id: string;
}>;

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(PROJECT, 'node_modules/.cache/blackstart');

/**
 * The renderer of the templates as they stand, compiled by Astro when none has been yet. `note` hears of a compilation.
 * Lab content never takes part: an edit of a lab does not recompile.
 */
export async function loadRenderer(note: (text: string) => void): Promise<Renderer> {
  const id = templatesHash();
  const folder = join(CACHE, `renderer-${id}`);
  if (!existsSync(join(folder, 'server/entry.mjs'))) await compile(folder, note);
  const { render } = await import(pathToFileURL(join(folder, 'server/entry.mjs')).href);
  return { render, assets: join(folder, 'client'), id };
}

/** Compiled beside and renamed, so that two builds at once, or a killed one, never leave half a renderer. */
async function compile(folder: string, note: (text: string) => void): Promise<void> {
  const start = performance.now();
  note('Compiling the templates …');
  const { build } = await import('astro');
  const { astroConfig } = await import('./astro-config.ts');
  mkdirSync(CACHE, { recursive: true });
  const beside = `${folder}.${process.pid}`;
  await build({ ...astroConfig, root: PROJECT, configFile: false, outDir: beside, logLevel: 'error' });
  for (const old of globSync(join(CACHE, 'renderer-*')))
    if (old !== beside && !old.startsWith(folder) && isUnused(old))
      rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) rmSync(beside, { recursive: true, force: true });
  else renameSync(beside, folder);
  note(`Compiled in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** Another process may still serve what was compiled a while ago. */
const isUnused = (folder: string): boolean =>
  Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > 86_400_000;

/** Everything the compiled code is made from: our sources but for disk and Git, and the version of Astro. */
function templatesHash(): string {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('astro/package.json').version);
  const files = globSync('src/**/*.{ts,astro,css,mjs}', {
    cwd: PROJECT,
    exclude: (name) => /(^|\/)src\/io(\/|$)/.test(String(name)),
  });
  for (const path of files.sort()) hash.update(path).update(readFileSync(join(PROJECT, path)));
  return hash.digest('hex').slice(0, 16);
}
