import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readTree } from '../../src/io/tree/read-tree.ts';
import { seenFiles } from '../../src/io/tree/seen-files.ts';
import { folderOf, put } from './folders.ts';

const FILES = {
  'runbooks/dns.md': '# DNS is down\n',
  'notes.txt': 'a note',
  'broken.md': new Uint8Array([0x41, 0xff, 0x0a]),
};

function newLab() {
  const lab = folderOf(FILES);
  const index = join(folderOf(), 'cache/seen.json');
  const read = (composeGlobs: readonly string[] = []) =>
    readTree(lab, { config: { include: [], exclude: [], composeGlobs }, seen: seenFiles(index) });
  /** What a reading finds that takes place some seconds after everything was written. */
  const readLater = async (composeGlobs?: readonly string[]) => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
    const tree = await read(composeGlobs);
    clock.mockRestore();
    return tree;
  };
  return { lab, index, read, readLater };
}

const remembered = (tree: Awaited<ReturnType<typeof readTree>>): string[] =>
  tree.files.flatMap(({ path, digest }) => (digest === undefined ? [] : [path]));

test('a file that has not changed is not read again until somebody asks for its text', async () => {
  const { readLater } = newLab();
  const first = await readLater();
  const second = await readLater();
  expect(remembered(first)).toEqual([]);
  expect(remembered(second)).toEqual(['runbooks/dns.md']);
  expect(second.files.map(({ path, text, source }) => ({ path, text, source }))).toEqual(
    first.files.map(({ path, text, source }) => ({ path, text, source })),
  );
});

test('a file that has changed is read, and what is wrong with a file is said each time', async () => {
  const { lab, readLater } = newLab();
  await readLater();
  put(lab, { 'runbooks/dns.md': '# DNS is slow\n' });
  const { files, findings } = await readLater();
  expect(files.find(({ path }) => path === 'runbooks/dns.md')?.source).toBe('# DNS is slow\n');
  expect(findings.map(({ place }) => place.path)).toEqual(['broken.md']);
});

test('a file that was written a moment ago may change once more and is not remembered', async () => {
  const { read, readLater } = newLab();
  await read();
  expect(remembered(await readLater())).toEqual([]);
});

test('a damaged memory is no memory', async () => {
  const { index, readLater } = newLab();
  await readLater();
  writeFileSync(index, readFileSync(index, 'utf8').replace('runbooks', 'runbookz'));
  expect(remembered(await readLater())).toEqual([]);
});

test('what the settings call a compose file is read anew when they begin to, and when they cease', async () => {
  const { readLater } = newLab();
  const sourceOf = async (...globs: string[]) =>
    (await readLater(globs)).files.find(({ path }) => path === 'notes.txt')?.source;
  expect([await sourceOf(), await sourceOf('*.txt'), await sourceOf('*.txt'), await sourceOf()]).toEqual([
    undefined,
    'a note',
    'a note',
    undefined,
  ]);
});
