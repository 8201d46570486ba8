import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { liveSite } from '../../../scripts/dev/live-site.ts';
import type { Lab } from '../../../src/core/model/lab.ts';
import { loadLab } from '../../../src/io/load-lab.ts';
import type { Renderer } from '../../../src/site/compile.ts';
import { folderWith } from '../labs.ts';

/** Templates that put one word on every page. */
async function templatesThatSay(word: string): Promise<Renderer> {
  const html = `<html><head></head><body><main id="content">${word}</main></body></html>`;
  return {
    id: 'words',
    assets: await folderWith({}),
    render: async (url) => new Response(html, { status: url === '/404.html' ? 404 : 200 }),
  };
}

/** Templates that fail on the pages of notes, and on no others. */
async function brokenTemplates(): Promise<Renderer> {
  const { id, assets, render } = await templatesThatSay('broken');
  return {
    id,
    assets,
    render: async (url, locals) =>
      url.startsWith('/notes/notes/') ? new Response('', { status: 500 }) : render(url, locals),
  };
}

type Parts = Partial<Readonly<{ load: (root: string) => Promise<Lab>; compile: () => Promise<Renderer> }>>;

const read = (root: string): Promise<Lab> => loadLab(root, { cache: false });

async function live(parts: Parts = {}) {
  const root = await realpath(await folderWith({ 'notes/a.md': '# A\n' }));
  const templates = await folderWith({ 'pages/page.astro': '', 'io/disk.ts': '' });
  const notes: string[] = [];
  const compile = vi.fn(parts.compile ?? (() => templatesThatSay('second')));
  const load = parts.load ?? read;
  const site = await liveSite({
    root,
    base: '/',
    lab: await read(root),
    readAt: Date.now(),
    renderer: await templatesThatSay('first'),
    rehearse: async () => undefined,
    pictures: async () => new Map(),
    search: async () => undefined,
    note: (text) => void notes.push(text),
    templates,
    onShow: () => undefined,
    reload: () => load(root),
    compile,
  });
  await site.watch();
  onTestFinished(() => site.close());
  const at = async (path: string) => JSON.stringify(await site.at(path));
  const home = () => at('');
  const shows = (text: string, path = '') =>
    vi.waitFor(async () => expect(await at(path)).toContain(text), { timeout: 20_000, interval: 20 });
  const edit = (path: string) => writeFile(join(templates, path), `${Math.random()}`);
  return { root, notes, compile, home, shows, edit };
}

test('a changed template is compiled and shown', async () => {
  const { shows, edit, compile } = await live();
  await shows('first');
  await edit('pages/new.astro');
  await shows('second');
  expect(compile).toHaveBeenCalledOnce();
});

test('what reads disk and Git is no template', async () => {
  const { edit, compile } = await live();
  await edit('io/disk.ts');
  await pause(300);
  expect(compile).not.toHaveBeenCalled();
});

test('templates that do not compile leave the last ones, and say why', async () => {
  const compile = vi
    .fn<() => Promise<Renderer>>()
    .mockRejectedValueOnce(new Error('Unexpected "}" in page.astro'))
    .mockImplementation(() => templatesThatSay('third'));
  const { shows, edit, home, notes } = await live({ compile });
  await edit('pages/page.astro');
  await shows('The templates do not work');
  expect(await home()).toContain('first');
  expect(notes.at(-1)).toMatchInlineSnapshot(
    `"The templates do not work, so the last ones that did are used: Unexpected "}" in page.astro"`,
  );
  await edit('pages/page.astro');
  await shows('third');
  expect(await home()).not.toContain('do not work');
});

test('templates that compile and then fail are not used', async () => {
  const { shows, edit, home, notes } = await live({ compile: brokenTemplates });
  await edit('pages/page.astro');
  await shows('The templates do not work');
  expect(await home()).toContain('first');
  expect(notes.at(-1)).toMatchInlineSnapshot(
    `"The templates do not work, so the last ones that did are used: The page /notes/notes/a/ could not be rendered (500). When more than templates has changed, start \`dev\` again."`,
  );
});

test('a lab that can not be loaded stays as it was, and says why', async () => {
  let broken = true;
  const load = (root: string) =>
    broken ? Promise.reject(new Error('no memory is left <here>')) : read(root);
  const { root, shows, home, notes } = await live({ load });
  await writeFile(join(root, 'notes/a.md'), '# B\n');
  await shows('no memory is left &lt;here&gt;');
  expect(await home()).toContain('first');
  expect(notes.at(-1)).toMatchInlineSnapshot(
    `"The lab can't be read, so the site shows how it was before: no memory is left <here>"`,
  );
  broken = false;
  await writeFile(join(root, 'notes/a.md'), '# C\n');
  await shows('"title": "C"'.replaceAll('"', '\\"'), 'lab.json');
  expect(await home()).not.toContain('no memory');
});

test('loads never overlap, and the newest state is what is shown in the end', async () => {
  let running = 0;
  const load = async (from: string) => {
    running += 1;
    expect(running).toBe(1);
    await pause(30);
    const lab = await read(from);
    await pause(30);
    running -= 1;
    return lab;
  };
  const { root, shows } = await live({ load });
  for (let count = 0; count <= 20; count += 1) {
    await writeFile(join(root, 'notes/a.md'), `# Title ${count}\n`);
    await pause(17);
  }
  await shows('Title 20', 'lab.json');
});
