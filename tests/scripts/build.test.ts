import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blackstart, folderWith } from './labs.ts';

const LAB = { 'lab/notes/a.md': '# A\n' };
const BROKEN = { 'lab/postmortems/a.md': '---\nbegan: 2026-03-14\nended: 2026-03-13\n---\n# A\n' };

test('a lab is built into dist, with its data and the schema of that', async () => {
  const cwd = await folderWith(LAB);
  const { code, stdout, stderr } = await blackstart(['build', '--lab', 'lab'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'dist' });
  expect(stderr).toMatch(/(?:^|\n)0 services; 1 note\nNo findings\.\n(\d+) of \1 files changed, [\d.]+ s\.$/);
  const files = ['.blackstart-manifest.json', 'index.html', 'lab.json', 'lab.schema.json'];
  expect(await readdir(join(cwd, 'dist'))).toEqual(expect.arrayContaining(files));
  const lab = JSON.parse(await readFile(join(cwd, 'dist/lab.json'), 'utf8'));
  expect(lab).toMatchObject({ version: 1, pages: [{ title: 'A' }] });
});

test('a second build of the same lab writes nothing', async () => {
  const cwd = await folderWith(LAB);
  await blackstart(['build', '--lab', 'lab'], { cwd });
  const { stderr } = await blackstart(['build', '--lab', 'lab'], { cwd });
  expect(stderr).toMatch(/\n0 of \d+ files changed/);
});

test('findings do not stop a build', async () => {
  const cwd = await folderWith(BROKEN);
  const { code, stderr } = await blackstart(['build', '--lab', 'lab'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain('1 error in 1 file (times-out-of-order 1)');
});

test('errors stop a strict build before it writes', async () => {
  const cwd = await folderWith(BROKEN);
  const { code, stderr } = await blackstart(['build', '--lab', 'lab', '--strict'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('2026-03-13');
  expect(await readdir(cwd)).toEqual(['lab']);
});

test.each([
  ['photos', 'holds files that blackstart did not write, such as one.jpg'],
  ['.', 'contains the lab'],
  ['lab', 'contains the lab'],
])('--out %s is refused', async (out, why) => {
  const cwd = await folderWith({ ...LAB, 'photos/one.jpg': '' });
  const { code, stderr } = await blackstart(['build', '--lab', 'lab', '--out', out], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(why);
  expect(stderr).toContain('--out');
});

test('an output folder inside the lab is not read as part of it', async () => {
  const cwd = await folderWith({ 'notes/a.md': '# A\n' });
  await blackstart(['build', '--lab', '.'], { cwd });
  const first = await readFile(join(cwd, 'dist/lab.json'), 'utf8');
  await blackstart(['build', '--lab', '.'], { cwd });
  expect(await readFile(join(cwd, 'dist/lab.json'), 'utf8')).toBe(first);
});
