import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readHistory } from '../../src/io/history/read-history.ts';
import { commit, folderOf, git, gitAt, put, repositoryOf } from './folders.ts';

const [MONDAY, TUESDAY, WEDNESDAY] = [
  '2026-03-09T10:00:00Z',
  '2026-03-10T10:00:00Z',
  '2026-03-11T10:00:00Z',
] as const;

/** `path time` for every path that has a date. */
async function dates(root: string, cache?: string): Promise<string[]> {
  const { history } = await readHistory(root, cache);
  return [...history.lastChange].map(([path, { at }]) => `${path} ${at}`).sort();
}

/** Reads with the cache and without: the two must never differ. */
async function both(root: string, cache: string): Promise<string[]> {
  const kept = await dates(root, cache);
  expect(kept).toEqual(await dates(root));
  return kept;
}

test('every file has the newest commit that touched it', async () => {
  const root = repositoryOf({ 'a.md': '1', 'b.md': '1' });
  const first = commit(root, MONDAY);
  put(root, { 'b.md': '2', 'c/d.md': '1' });
  const second = commit(root, TUESDAY);
  const { history, committedAt, findings } = await readHistory(root);
  expect(findings).toEqual([]);
  expect(committedAt).toBe(TUESDAY);
  expect(history).toMatchObject({ head: second, shallow: false, prefix: '' });
  expect(Object.fromEntries(history.lastChange)).toEqual({
    'a.md': { at: MONDAY, commit: first },
    'b.md': { at: TUESDAY, commit: second },
    'c/d.md': { at: TUESDAY, commit: second },
  });
});

test('a renamed file was last changed by its renaming, and the old name has no date', async () => {
  const root = repositoryOf({ 'a.md': 'the same text' });
  commit(root, MONDAY);
  git(root, 'mv', 'a.md', 'b.md');
  commit(root, TUESDAY);
  expect(await dates(root)).toEqual([`b.md ${TUESDAY}`]);
});

test('edits that are not committed leave the date of the last commit', async () => {
  const root = repositoryOf({ 'a.md': '1' });
  commit(root, MONDAY);
  put(root, { 'a.md': '2', 'new.md': '' });
  expect(await dates(root)).toEqual([`a.md ${MONDAY}`]);
});

test('times are UTC, whatever offset the author had', async () => {
  const root = repositoryOf({ 'a.md': '' });
  commit(root, '2026-03-10T00:30:00+02:00');
  expect(await dates(root)).toEqual(['a.md 2026-03-09T22:30:00Z']);
});

test('names with line breaks, quotes and other scripts have dates', async () => {
  const names = ['a\nb.md', '"c".md', 'é.md', 'M', '\u0001.md'];
  const root = repositoryOf(Object.fromEntries(names.map((name) => [name, ''])));
  commit(root, MONDAY);
  expect(await dates(root)).toEqual(names.map((name) => `${name} ${MONDAY}`).sort());
});

test('a lab in a folder of a larger repository has paths of its own', async () => {
  const root = repositoryOf({ 'other.md': '', 'home/lab/a.md': '' });
  commit(root, MONDAY);
  put(root, { 'other.md': '2' });
  const head = commit(root, TUESDAY);
  const { history, committedAt } = await readHistory(join(root, 'home/lab'));
  expect(history).toMatchObject({ head, prefix: 'home/lab/' });
  expect(committedAt).toBe(TUESDAY);
  expect(await dates(join(root, 'home/lab'))).toEqual([`a.md ${MONDAY}`]);
});

test('what a merge itself changed is dated by the merge, the rest by its own commits', async () => {
  const root = repositoryOf({ 'a.md': '', 'both.md': 'start\n' });
  commit(root, MONDAY);
  git(root, 'checkout', '-q', '-b', 'side');
  put(root, { 'side.md': '', 'both.md': 'side\n' });
  commit(root, TUESDAY);
  git(root, 'checkout', '-q', 'main');
  put(root, { 'both.md': 'main\n' });
  commit(root, TUESDAY);
  expect(() => git(root, 'merge', '-q', 'side')).toThrow();
  put(root, { 'both.md': 'both\n' });
  commit(root, WEDNESDAY);
  expect(await dates(root)).toEqual([`a.md ${MONDAY}`, `both.md ${WEDNESDAY}`, `side.md ${TUESDAY}`]);
});

test('in a shallow clone a file changed beyond the boundary has no date rather than a wrong one', async () => {
  const root = repositoryOf({ 'old.md': '1', 'new.md': '1' });
  commit(root, MONDAY);
  put(root, { 'new.md': '2' });
  commit(root, TUESDAY);
  put(root, { 'newest.md': '' });
  commit(root, WEDNESDAY);
  const clone = folderOf();
  git(clone, 'clone', '-q', '--depth', '2', `file://${root}`, 'lab');
  const lab = join(clone, 'lab');
  const cache = folderOf();
  expect((await readHistory(lab, cache)).history.shallow).toBe(true);
  expect(await dates(lab, cache)).toEqual([`newest.md ${WEDNESDAY}`]);
  git(lab, 'fetch', '-q', '--unshallow');
  expect(await dates(lab, cache)).toEqual([
    `new.md ${TUESDAY}`,
    `newest.md ${WEDNESDAY}`,
    `old.md ${MONDAY}`,
  ]);
});

test('a repository with SHA-256 names has dates', async () => {
  const root = repositoryOf({ 'a.md': '' }, '--object-format=sha256');
  const head = commit(root, MONDAY);
  expect(head).toHaveLength(64);
  expect(await dates(root)).toEqual([`a.md ${MONDAY}`]);
});

test('the settings of the repository change nothing and run nothing', async () => {
  const root = repositoryOf({ 'a.md': '1', 'run.sh': '#!/bin/sh\ntouch ran\n' });
  commit(root, MONDAY);
  git(root, 'mv', 'a.md', 'b.md');
  commit(root, TUESDAY);
  const settings = {
    'log.follow': 'true',
    'log.showSignature': 'true',
    'gpg.program': join(root, 'run.sh'),
    'diff.external': join(root, 'run.sh'),
    'core.pager': join(root, 'run.sh'),
    'color.ui': 'always',
    'diff.renames': 'copies',
    'log.decorate': 'full',
  };
  for (const [key, value] of Object.entries(settings)) git(root, 'config', key, value);
  expect(await dates(root)).toEqual([`b.md ${TUESDAY}`, `run.sh ${MONDAY}`]);
});

test.each([
  ['https://user:secret@forge.test/me/lab.git', 'https://forge.test/me/lab.git'],
  ['https://forge.test:8443/me/lab?token=secret', 'https://forge.test:8443/me/lab'],
  ['git@forge.test:me/lab.git', 'ssh://forge.test/me/lab.git'],
  ['ssh://git@forge.test:2222/me/lab.git', 'ssh://forge.test:2222/me/lab.git'],
  ['/srv/git/lab.git', undefined],
  ['file:///srv/git/lab.git', undefined],
  ['C:\\git\\lab', undefined],
])('origin %s is known as %s', async (address, expected) => {
  const root = repositoryOf({ 'a.md': '' });
  commit(root);
  git(root, 'remote', 'add', 'origin', address);
  expect((await readHistory(root)).history.origin).toBe(expected);
});

describe('there is no history', () => {
  test.each([
    ['without Git', () => folderOf({ 'a.md': '' })],
    ['before the first commit', () => repositoryOf({ 'a.md': '' })],
    ['in a bare repository', () => repositoryOf({}, '--bare')],
    ['inside .git', () => join(repositoryOf({ 'a.md': '' }), '.git')],
  ])('%s', async (_, make) => {
    const { history, committedAt, findings } = await readHistory(make());
    expect(findings).toEqual([]);
    expect(committedAt).toBeUndefined();
    expect([...history.lastChange]).toEqual([]);
  });

  test('when the repository is damaged, and that is said', async () => {
    const root = repositoryOf({ 'a.md': '' });
    commit(root);
    rmSync(join(root, '.git/objects'), { recursive: true });
    put(root, { '.git/objects/info/x': '' });
    const { history, findings } = await readHistory(root);
    expect([...history.lastChange]).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'no-history', severity: 'warning' }]);
  });
});

describe('with a cache', () => {
  test('new commits are added to what is known', async () => {
    const [root, cache] = [repositoryOf({ 'a.md': '1', 'b.md': '1', 'c.md': '1' }), folderOf()];
    commit(root, MONDAY);
    await both(root, cache);
    put(root, { 'b.md': '2' });
    rmSync(join(root, 'c.md'));
    commit(root, TUESDAY);
    commit(root, WEDNESDAY);
    expect(await both(root, cache)).toEqual([`a.md ${MONDAY}`, `b.md ${TUESDAY}`]);
    expect((await readHistory(root, cache)).committedAt).toBe(WEDNESDAY);
  });

  test('merges, rewritten and left branches give the same dates as reading anew', async () => {
    const [root, cache] = [repositoryOf({ 'a.md': '1', 'b.md': '1' }), folderOf()];
    commit(root, MONDAY);
    git(root, 'checkout', '-q', '-b', 'side');
    put(root, { 'a.md': 'side' });
    commit(root, MONDAY);
    git(root, 'checkout', '-q', 'main');
    put(root, { 'a.md': 'main' });
    commit(root, WEDNESDAY);
    await both(root, cache);
    gitAt(root, WEDNESDAY, 'merge', '-q', '-X', 'theirs', '-m', 'merge', 'side');
    await both(root, cache);
    git(root, 'reset', '-q', '--hard', 'HEAD~1');
    await both(root, cache);
    put(root, { 'b.md': 'amended' });
    git(root, 'add', '-A');
    gitAt(root, TUESDAY, 'commit', '-q', '--amend', '-m', 'Another');
    await both(root, cache);
    git(root, 'checkout', '-q', 'side');
    await both(root, cache);
  });

  test('packed branches, commits checked out by name, another remote and a new repository are seen', async () => {
    const [root, cache] = [repositoryOf({ 'a.md': '1' }), folderOf()];
    const first = commit(root, MONDAY);
    await both(root, cache);
    put(root, { 'a.md': '2' });
    commit(root, TUESDAY);
    git(root, 'pack-refs', '--all');
    expect(await both(root, cache)).toEqual([`a.md ${TUESDAY}`]);
    git(root, 'checkout', '-q', first);
    for (let time = 0; time < 2; time += 1) expect(await both(root, cache)).toEqual([`a.md ${MONDAY}`]);
    git(root, 'remote', 'add', 'origin', 'https://forge.test/me/lab.git');
    expect((await readHistory(root, cache)).history.origin).toBe('https://forge.test/me/lab.git');
    rmSync(join(root, '.git'), { recursive: true });
    expect(await both(root, cache)).toEqual([]);
    git(root, 'init', '-q', '-b', 'main');
    expect(await both(root, cache)).toEqual([]);
    commit(root, WEDNESDAY);
    expect(await both(root, cache)).toEqual([`a.md ${WEDNESDAY}`]);
  });

  test('Git is not started where nothing has changed since', async () => {
    const [root, cache] = [repositoryOf({ 'a.md': '' }), folderOf()];
    commit(root, MONDAY);
    await dates(root, cache);
    vi.stubEnv('PATH', folderOf());
    expect(await dates(root, cache)).toEqual([`a.md ${MONDAY}`]);
    expect(await dates(root, folderOf())).toEqual([]);
    vi.unstubAllEnvs();
  });

  test('a damaged cache is read over', async () => {
    const [root, cache] = [repositoryOf({ 'a.md': '' }), folderOf()];
    commit(root, MONDAY);
    await both(root, cache);
    put(cache, { 'history.json': 'nonsense' });
    expect(await both(root, cache)).toEqual([`a.md ${MONDAY}`]);
  });
});
