import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { announce, claimOutput, OutputRefused, settle } from '../../src/io/output-folder.ts';
import { writeFile as writeAtomically } from '../../src/io/write-file.ts';

let home: string;
let lab: string;
let out: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'blackstart-output-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  lab = join(home, 'lab');
  out = join(home, 'out');
  await mkdir(lab);
});

async function build(...paths: string[]) {
  await begin(...paths);
  await settle(await claimOutput(out, lab), paths);
}

/** A build that is stopped before it ends. */
async function begin(...paths: string[]) {
  const output = await announce(await claimOutput(out, lab), paths);
  for (const path of paths) writeAtomically(join(output.folder, path), `text of ${path}`);
}

async function put(path: string, text = 'mine') {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), text);
}

const files = async () =>
  (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
const folders = async () =>
  (await readdir(out, { recursive: true, withFileTypes: true })).filter((e) => e.isDirectory());

const MANIFEST = '.blackstart-manifest.json';

test('a second build removes what only the first one wrote, and folders that are empty by then', async () => {
  await build('index.html', 'notes/old/index.html');
  await build('index.html', 'notes/new/index.html');
  expect(await files()).toEqual([MANIFEST, 'index.html', 'notes/new/index.html']);
  expect((await folders()).map(({ name }) => name).sort()).toEqual(['new', 'notes']);
});

test('what a person added to the folder stays', async () => {
  await build('a/index.html');
  await put('out/CNAME');
  await put('out/a/mine.txt');
  await build('index.html');
  expect(await files()).toEqual([MANIFEST, 'CNAME', 'a/mine.txt', 'index.html']);
});

test('a build that was stopped half-way is finished by the next', async () => {
  await build('index.html');
  await begin('index.html', 'half/way.html');
  await put('out/half/way.html.0123456789ab.tmp');
  await put(`out/${MANIFEST}.0123456789ab.tmp`);
  await put('out/mine.0123456789ab.tmp');
  await build('index.html');
  expect(await files()).toEqual([MANIFEST, 'index.html', 'mine.0123456789ab.tmp']);
});

test('a build that was stopped before its manifest was whole is no obstacle', async () => {
  await put(`out/${MANIFEST}.0123456789ab.tmp`);
  await build('index.html');
  expect(await files()).toEqual([MANIFEST, 'index.html']);
});

test('a build that was stopped while it began its manifest over a whole site leaves nothing behind', async () => {
  await build('index.html');
  await put(`out/${MANIFEST}.0123456789ab.tmp`);
  await build('index.html');
  expect(await files()).toEqual([MANIFEST, 'index.html']);
});

test('two builds of the same paths leave the same manifest', async () => {
  await build('b.html', 'a.html');
  const first = await readFile(join(out, MANIFEST), 'utf8');
  await build('a.html', 'b.html');
  expect(await readFile(join(out, MANIFEST), 'utf8')).toBe(first);
});

test('a file may become a folder, and a folder a file', async () => {
  await build('a', 'b/index.html');
  await build('a/index.html', 'b');
  expect(await files()).toEqual([MANIFEST, 'a/index.html', 'b']);
});

test('a folder with files of others is refused, and stays as it is', async () => {
  await put('out/photo.jpg');
  await expect(claimOutput(out, lab)).rejects.toThrow(OutputRefused);
  expect(await files()).toEqual(['photo.jpg']);
});

test('a file of others in a place that the build needs is refused', async () => {
  await build('a.html');
  await put('out/b.html');
  await expect(begin('a.html', 'b.html')).rejects.toThrow(/b\.html was not written by blackstart/);
  expect(await readFile(join(out, 'b.html'), 'utf8')).toBe('mine');
});

test.each(['.', 'lab'])('the output folder cannot be %s, which holds the lab', async (folder) => {
  await expect(claimOutput(join(home, folder), lab)).rejects.toThrow(/contains the lab/);
});

test('the output folder may lie in the lab', async () => {
  out = join(lab, 'dist');
  await build('index.html');
  expect(await files()).toEqual([MANIFEST, 'index.html']);
});

test.each(['../lab/x.md', '/etc/passwd', 'a/../../x', 'a\\..\\x', 'C:x'])(
  'a manifest that names %s removes nothing',
  async (path) => {
    await put('lab/x.md');
    await put(`out/${MANIFEST}`, JSON.stringify({ version: 1, complete: true, files: [path] }));
    await expect(claimOutput(out, lab)).rejects.toThrow(/not a list that blackstart wrote/);
  },
);

test('a manifest does not reach through a symbolic link', async () => {
  await put('photos/one.jpg');
  await put(`out/${MANIFEST}`, JSON.stringify({ version: 1, complete: true, files: ['photos/one.jpg'] }));
  await symlink(join(home, 'photos'), join(out, 'photos'));
  await expect(build('index.html')).rejects.toThrow(/is a symbolic link/);
  expect(await readFile(join(home, 'photos/one.jpg'), 'utf8')).toBe('mine');
});

test('a link in the place of a file is replaced, not followed', async () => {
  await build('index.html');
  await put('secret.txt');
  await rm(join(out, 'index.html'));
  await symlink(join(home, 'secret.txt'), join(out, 'index.html'));
  await build('index.html');
  expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('mine');
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('text of index.html');
});

test.each(['../x', '/x', MANIFEST])('%s is never a path of a build', async (path) => {
  await expect(begin(path)).rejects.toThrow(/Not a path below the output folder/);
});

test('a file where the folder should be is named', async () => {
  await put('out', 'a file');
  await expect(claimOutput(out, lab)).rejects.toThrow(/is a file/);
});
