import { appendFileSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { commit, folderOf, git, put, repositoryOf } from '../folders.ts';
import { changesOf } from './changes-of.ts';

vi.setConfig({ testTimeout: 60_000 });

const FILES = { 'a.md': '# A\n', 'runbooks/dns.md': '# DNS\n' };

test('an edit is told with its path', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  appendFileSync(join(root, 'runbooks/dns.md'), 'more\n');
  expect(await next()).toEqual(['runbooks/dns.md']);
});

test('an editor that writes beside and renames is one edit of the file', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  for (let time = 0; time < 2; time += 1) {
    put(root, { 'runbooks/.dns.md.swp': '', 'runbooks/4913': '', 'runbooks/dns.md~': 'new\n' });
    renameSync(join(root, 'runbooks/dns.md~'), join(root, 'runbooks/dns.md'));
    expect(await next()).toEqual(['runbooks/dns.md']);
  }
});

test('new folders are watched, however deep they are and before anything is in them', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  mkdirSync(join(root, 'drills/power/2026'), { recursive: true });
  await next();
  put(root, { 'drills/power/2026/ups.md': '# UPS\n' });
  expect(await next()).toContain('drills/power/2026/ups.md');
  appendFileSync(join(root, 'drills/power/2026/ups.md'), 'more\n');
  expect(await next()).toEqual(['drills/power/2026/ups.md']);
});

test('a file that is removed or renamed is told, and so is its new name', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  renameSync(join(root, 'a.md'), join(root, 'b.md'));
  expect(await next()).toEqual(['a.md', 'b.md']);
  unlinkSync(join(root, 'b.md'));
  expect(await next()).toEqual(['b.md']);
});

test('a folder that is renamed is watched under its new name', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  renameSync(join(root, 'runbooks'), join(root, 'playbooks'));
  expect(await next()).toEqual(['playbooks', 'runbooks']);
  appendFileSync(join(root, 'playbooks/dns.md'), 'more\n');
  expect(await next()).toEqual(['playbooks/dns.md']);
});

test('a folder that goes and comes back is watched again', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root);
  rmSync(join(root, 'runbooks'), { recursive: true });
  await next();
  put(root, { 'runbooks/dns.md': '# DNS\n' });
  await next();
  appendFileSync(join(root, 'runbooks/dns.md'), 'more\n');
  expect(await next()).toEqual(['runbooks/dns.md']);
});

test('the lab itself may go and come back', async () => {
  const outer = folderOf({ 'lab/a.md': '# A\n' });
  const { next } = await changesOf(join(outer, 'lab'));
  renameSync(join(outer, 'lab'), join(outer, 'away'));
  await pause(300);
  renameSync(join(outer, 'away'), join(outer, 'lab'));
  expect(await next()).toContain('');
  appendFileSync(join(outer, 'lab/a.md'), 'more\n');
  expect(await next()).toEqual(['a.md']);
});

test('what Git ignores is not told, in a folder of its own or beside pages', async () => {
  const root = repositoryOf({ ...FILES, '.gitignore': 'data/\n*.db\n', 'data/one': '' });
  const { silence } = await changesOf(root, (path) => !path.startsWith('data/') && !path.endsWith('.db'));
  for (let count = 0; count < 500; count += 1) {
    writeFileSync(join(root, 'data/one'), String(count));
    put(root, { [`data/new/${count}`]: '', [`runbooks/${count}.db`]: '' });
  }
  expect(await silence()).toEqual([]);
});

test('a file with a new name is told although its folder had only ignored ones', async () => {
  const root = repositoryOf({ ...FILES, '.gitignore': '.env\n', 'stacks/web/.env': '' });
  const { next } = await changesOf(root, (path) => !path.endsWith('.env'));
  put(root, { 'stacks/web/compose.yaml': 'services: {}\n' });
  expect(await next()).toEqual(['stacks/web/compose.yaml']);
});

test('a folder that is no longer ignored is watched', async () => {
  const root = repositoryOf({ ...FILES, '.gitignore': 'drafts/\n', 'drafts/x.md': '# X\n' });
  let ignored = true;
  const { next } = await changesOf(root, (path) => !ignored || !path.startsWith('drafts/'));
  ignored = false;
  put(root, { '.gitignore': '' });
  expect(await next()).toEqual(['.gitignore']);
  appendFileSync(join(root, 'drafts/x.md'), 'more\n');
  expect(await next()).toEqual(['drafts/x.md']);
});

test('what the lab leaves out for its own reasons is told once and then no more', async () => {
  const root = folderOf({ ...FILES, 'blackstart.yaml': 'exclude: ["*.log"]\n' });
  const { next, silence } = await changesOf(root, (path) => !path.endsWith('.log'));
  put(root, { 'run.log': 'one\n' });
  await next();
  appendFileSync(join(root, 'run.log'), 'two\n');
  expect(await silence()).toEqual([]);
});

test('a commit is told as a change of the history, and asking for the status is not', async () => {
  const root = repositoryOf(FILES);
  commit(root);
  const { next, silence } = await changesOf(root);
  git(root, 'status');
  git(root, 'add', '-A');
  expect(await silence()).toEqual([]);
  git(root, 'commit', '-q', '--allow-empty', '-m', 'Nothing but a commit');
  expect(await next()).toEqual(['.git']);
});

test('a checkout tells the files that it changed', async () => {
  const root = repositoryOf(FILES);
  commit(root);
  git(root, 'switch', '-q', '-c', 'other');
  put(root, { 'runbooks/new.md': '# New\n', 'a.md': '# B\n' });
  commit(root);
  const { next } = await changesOf(root);
  git(root, 'switch', '-q', 'main');
  expect(await next()).toEqual(expect.arrayContaining(['a.md', 'runbooks/new.md']));
});

test('what is written while a load runs is told', async () => {
  const root = folderOf(FILES);
  const { next } = await changesOf(root, (path) => {
    // The first load that sees the new folder is too early for its second file.
    if (path === 'late/one.md') put(root, { 'late/two.md': '' });
    return true;
  });
  put(root, { 'late/one.md': '' });
  await next();
  appendFileSync(join(root, 'late/two.md'), 'more\n');
  expect(await next()).toContain('late/two.md');
});
