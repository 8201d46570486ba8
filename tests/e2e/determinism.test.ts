import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commit, folderOf, git, put } from '../io/folders.ts';
import { changed, hashesOf } from './file-bytes.ts';
import { mustBuild, PROJECT } from './run-build.ts';

/** The demo lab and enough notes that a cold cache is filled by workers. */
function bigLab(home: string): string {
  const lab = join(home, 'first', 'lab');
  cpSync(join(PROJECT, 'content'), lab, { recursive: true });
  git(lab, 'init', '-q', '-b', 'main');
  put(lab, notes(0, 40));
  return lab;
}

const notes = (from: number, to: number) =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, index) => {
      const number = from + index;
      const language = ['bash', 'yaml', 'python', 'ini', 'json', 'sql', 'rust', 'toml'][number % 8];
      return [`guides/more/note-${number}.md`, note(number, language ?? '')];
    }),
  );

const note = (number: number, language: string) =>
  `# Note ${number}\n\nSee [the next](note-${number + 1}.md), [[network]] and Pi-hole.\n\n\`\`\`${language}\nkey: "value ${number}" # remark\n\`\`\`\n`;

type Setting = Readonly<{ env?: NodeJS.ProcessEnv; cwd?: string; cache?: string }>;

/** Builds `lab` into the folder `name` beside it, with a cache that has its name unless another is named. */
async function siteOf(lab: string, name: string, { env, cwd = PROJECT, cache = name }: Setting = {}) {
  const beside = join(lab, '..', '..');
  const out = join(beside, name);
  await mustBuild(['--lab', lab, '--out', out], {
    env: { ...env, BLACKSTART_CACHE: join(beside, `${cache}-cache`) },
    cwd,
  });
  return hashesOf(out);
}

test('a lab is built to the same bytes: again, elsewhere, in another place of the world, by workers or without', async () => {
  const home = folderOf();
  const lab = bigLab(home);
  put(lab, notes(40, 80));
  commit(lab);
  const site = await siteOf(lab, 'site');
  expect(site.size).toBeGreaterThan(200);
  expect(changed(site, await siteOf(lab, 'again', { cache: 'site' }))).toEqual([]);

  const copy = join(home, 'second', 'lab');
  cpSync(lab, copy, { recursive: true });
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  expect(changed(site, await siteOf(copy, 'abroad', { env, cwd: home }))).toEqual([]);
});

test('what is parsed in small portions, without workers, becomes the same bytes', async () => {
  const lab = bigLab(folderOf());
  put(lab, notes(40, 80));
  commit(lab);
  const site = await siteOf(lab, 'at-once');
  const all = readFileSync(join(lab, 'blackstart.yaml'), 'utf8');
  for (const portion of ['guides/more/note-?.md', 'guides/more/note-[1-3]*.md', 'guides/more/**', '**']) {
    writeFileSync(join(lab, 'blackstart.yaml'), `${all}include: ['${portion}']\n`);
    await siteOf(lab, 'portion', { cache: 'small' });
  }
  git(lab, 'checkout', '-q', 'blackstart.yaml');
  expect(changed(site, await siteOf(lab, 'in-portions', { cache: 'small' }))).toEqual([]);
});

test('after an edit of one word only the files that show it are written', async () => {
  const lab = bigLab(folderOf());
  commit(lab);
  const site = await siteOf(lab, 'site');
  const path = join(lab, 'guides/network.md');
  const text = readFileSync(path, 'utf8');
  const edited = text.replace('cupboard', 'wardrobe');
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
  const written = changed(site, await siteOf(lab, 'site'));
  expect(written.filter((file) => !file.startsWith('pagefind/'))).toEqual([
    '.blackstart-manifest.json',
    'notes/guides/network/index.html',
    'source/guides/network.md/index.html',
  ]);
  const fragments = written.filter((file) => file.startsWith('pagefind/fragment/'));
  expect(fragments).toHaveLength(2); // that of the page as it was, and as it is
});
