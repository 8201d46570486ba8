import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFile } from '../../src/io/write-file.ts';
import { folderOf } from './folders.ts';

test('writes what is new or different, and says so', () => {
  const path = join(folderOf(), 'deep/er/page.html');
  expect(writeFile(path, 'one')).toBe(true);
  expect(writeFile(path, 'two')).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(writeFile(path, new Uint8Array([0, 255]))).toBe(true);
  expect([...readFileSync(path)]).toEqual([0, 255]);
});

test('does not touch a file that already holds the bytes', () => {
  const path = join(folderOf({ 'a.txt': 'Zürich' }), 'a.txt');
  utimesSync(path, 1000, 1000);
  expect(writeFile(path, 'Zürich')).toBe(false);
  expect(statSync(path).mtimeMs).toBe(1_000_000);
});

test('leaves nothing beside the file, not even when it fails', () => {
  const root = folderOf();
  writeFile(join(root, 'a.txt'), 'text');
  mkdirSync(join(root, 'folder'));
  expect(() => writeFile(join(root, 'folder'), 'text')).toThrow();
  expect(readdirSync(root).sort()).toEqual(['a.txt', 'folder']);
});
