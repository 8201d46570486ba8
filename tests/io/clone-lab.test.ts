import { createHash } from 'node:crypto';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cloneLab, isAddress } from '../../src/io/clone-lab.ts';
import { folderOf, repositoryOf, commit } from './folders.ts';

test('addresses and folders are told apart', () => {
  for (const address of [
    'https://a.test/lab',
    'ssh://a.test/lab',
    'git@a.test:lab',
    'ext::sh -c x',
    'file:///lab',
  ])
    expect([address, isAddress(address)]).toEqual([address, true]);
  for (const folder of ['lab', './lab', '/srv/lab', 'C:\\lab', '~/lab', 'a:b'])
    expect([folder, isAddress(folder)]).toEqual([folder, false]);
});

describe('refuses, before Git starts', () => {
  test.each([
    'ext::sh -c touch% /tmp/ran',
    'file:///srv/lab',
    '/srv/lab',
    '-u touch',
    '--upload-pack=touch',
    'ssh://-oProxyCommand=touch',
    'http://a.test/lab',
    'git://a.test/lab',
    'https://a.test/lab --upload-pack=touch',
    'https://a.test/lab\n',
  ])('%s', async (address) => {
    const cache = folderOf();
    await expect(cloneLab(address, { cache })).rejects.toThrow('is no address that a lab is fetched from.');
    expect(existsSync(join(cache, 'clones'))).toBe(false);
  });
});

test('a failure is said without credentials and leaves nothing behind', async () => {
  const cache = folderOf();
  const failure = cloneLab('https://user:secret@127.0.0.1:1/me/lab.git', { cache });
  await expect(failure).rejects.toThrow(/^https:\/\/127\.0\.0\.1:1\/me\/lab\.git could not be fetched: /);
  await expect(failure).rejects.not.toThrow(/secret/);
});

test('without the network the copy from before serves', async () => {
  const cache = folderOf();
  const address = 'https://127.0.0.1:1/me/lab.git';
  const notes: string[] = [];
  const onNote = (note: string) => void notes.push(note);
  await expect(cloneLab(address, { cache })).rejects.toThrow();
  const key = createHash('sha256').update(address).digest('hex').slice(0, 32);
  const before = repositoryOf({ 'a.md': '' });
  commit(before);
  cpSync(before, join(cache, 'clones', key, 'lab'), { recursive: true });
  expect(await cloneLab(address, { cache, onNote })).toBe(join(cache, 'clones', key, 'lab'));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('could not be fetched, so the copy from before is read');
});
