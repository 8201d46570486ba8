import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTree, type TreeOptions } from '../../src/io/tree/read-tree.ts';
import { commit, folderOf, git, put, repositoryOf } from './folders.ts';

const onPosix = process.platform !== 'win32';

async function read(
  root: string,
  {
    include = [],
    exclude = [],
    composeGlobs = [],
    output,
  }: Partial<TreeOptions['config']> & { output?: string } = {},
) {
  const tree = await readTree(root, {
    config: { include, exclude, composeGlobs },
    ...(output !== undefined && { output }),
  });
  const said = tree.findings.map(({ rule, place }) => `${place.path}:${place.line} ${rule}`);
  return { tree, paths: tree.files.map(({ path }) => path), said };
}

const textOf = async (root: string) => (await read(root)).tree.files[0]?.source;

describe('in a work tree of Git', () => {
  test('reads what is tracked or would be, and nothing that is ignored', async () => {
    const root = repositoryOf({ 'a.md': '', 'b.md': '', 'data/x.md': '', '.gitignore': 'data/\n' });
    git(root, 'add', 'a.md');
    expect((await read(root)).paths).toEqual(['.gitignore', 'a.md', 'b.md']);
  });

  test('leaves out what was deleted but is still tracked', async () => {
    const root = repositoryOf({ 'a.md': '', 'b.md': '' });
    commit(root);
    rmSync(join(root, 'b.md'));
    const { paths, said } = await read(root);
    expect(paths).toEqual(['a.md']);
    expect(said).toEqual([]);
  });

  test('sees only what lies below the lab', async () => {
    const root = repositoryOf({ 'a.md': '', 'lab/b.md': '', 'lab/c/d.md': '' });
    expect((await read(join(root, 'lab'))).paths).toEqual(['b.md', 'c/d.md']);
  });

  test('does not enter repositories inside, tracked or not', async () => {
    const inner = repositoryOf({ 'inner.md': '' });
    commit(inner);
    const root = repositoryOf({ 'a.md': '' });
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'module');
    mkdirSync(join(root, 'nested'));
    put(join(root, 'nested'), { 'n.md': '' });
    git(join(root, 'nested'), 'init', '-q');
    expect((await read(root)).paths).toEqual(['.gitmodules', 'a.md']);
  });

  test('is a folder like any other when the repository around it ignores it', async () => {
    const root = repositoryOf({ '.gitignore': 'lab/\n', 'lab/a.md': '', 'lab/node_modules/b.md': '' });
    expect((await read(join(root, 'lab'))).paths).toEqual(['a.md']);
  });

  test.skipIf(!onPosix)('runs nothing that the repository asks for', async () => {
    const root = repositoryOf({ 'a.md': '', 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran.md"\n' });
    execFileSync('chmod', ['+x', join(root, 'run.sh')]);
    commit(root);
    git(root, 'config', 'core.fsmonitor', join(root, 'run.sh'));
    expect((await read(root)).paths).toEqual(['a.md', 'run.sh']);
    expect((await read(root)).paths).not.toContain('ran.md');
  });

  test.skipIf(!onPosix)('does not read tracked files through a folder that became a link', async () => {
    const outside = folderOf({ 'a.md': 'secret' });
    const root = repositoryOf({ 'docs/a.md': '', 'b.md': '' });
    commit(root);
    rmSync(join(root, 'docs'), { recursive: true });
    symlinkSync(outside, join(root, 'docs'));
    const { paths, said } = await read(root);
    expect(paths).toEqual(['b.md']);
    expect(said).toEqual(['docs:1 link-outside-lab']);
  });
});

describe('in a folder without Git', () => {
  test('leaves out what no one writes by hand', async () => {
    const root = folderOf({
      'a.md': '',
      'dist/b.md': '',
      'docs/node_modules/c.md': '',
      '.obsidian/d.md': '',
      'e/__pycache__/f.md': '',
    });
    expect((await read(root)).paths).toEqual(['a.md']);
  });

  test('obeys .gitignore files, each for its own folder', async () => {
    const root = folderOf({
      '.gitignore': '*.log\n/only-here.md\nkept/*\n!kept/yes.md\n',
      'a.log': '',
      'only-here.md': '',
      'sub/only-here.md': '',
      'sub/.gitignore': '!important.log\n/own.md\n',
      'sub/important.log': '',
      'sub/own.md': '',
      'own.md': '',
      'kept/yes.md': '',
      'kept/no.md': '',
    });
    const expected = [
      '.gitignore',
      'kept/yes.md',
      'own.md',
      'sub/.gitignore',
      'sub/important.log',
      'sub/only-here.md',
    ];
    expect((await read(root)).paths).toEqual(expected);
  });

  test('reads what Git would read', async () => {
    const files = {
      '.gitignore': 'build\n!build/\n*.tmp\n\\#x\n a\nfoo/**/bar\n[ab].txt\n',
      'build/x.md': '',
      'y.tmp': '',
      '#x': '',
      'foo/1/2/bar/z.md': '',
      'foo/bar': '',
      'a.txt': '',
      'c.txt': '',
      'Build/x.md': '',
    };
    const [plain, tracked] = [folderOf(files), repositoryOf(files)];
    expect((await read(plain)).paths).toEqual((await read(tracked)).paths);
  });

  test.skipIf(!onPosix)('never opens an ignored folder', async () => {
    const root = folderOf({ '.gitignore': 'data/\n', 'data/a.md': '' });
    symlinkSync('/', join(root, 'data/outside'));
    expect(await read(root)).toMatchObject({ paths: ['.gitignore'], said: [] });
  });

  test('refuses to go deeper than anyone works', async () => {
    const deep = Array.from({ length: 70 }, () => 'd').join('/');
    const { paths, said } = await read(folderOf({ 'a.md': '', [`${deep}/b.md`]: '' }));
    expect(paths).toEqual(['a.md']);
    expect(said).toEqual([`${deep.slice(0, 2 * 64 - 1)}:1 unreadable`]);
  });

  test('is not kept busy by a pattern made for that', async () => {
    const root = folderOf({
      '.gitignore': `${'**/a/'.repeat(20)}b\n${'*a'.repeat(200)}\n`,
      [`${'a/'.repeat(50)}c.md`]: '',
    });
    expect((await read(root)).paths).toHaveLength(2);
  });
});

describe.each([
  ['with Git', repositoryOf],
  ['without Git', folderOf],
])('%s', (_, labOf) => {
  test('the output folder is never input', async () => {
    const root = labOf({ 'a.md': '', 'public/site/b.md': '', 'public/c.md': '' });
    expect((await read(root, { output: join(root, 'public/site') })).paths).toEqual(['a.md', 'public/c.md']);
  });

  test('include and exclude narrow what is read', async () => {
    const root = labOf({ 'a.md': '', 'docs/b.md': '', 'docs/drafts/c.md': '', 'x/docs/d.md': '' });
    const { paths } = await read(root, { include: ['/docs/'], exclude: ['drafts'] });
    expect(paths).toEqual(['docs/b.md']);
  });

  test.skipIf(!onPosix)('a link inside the lab counts once, under its real path', async () => {
    const root = labOf({ 'real.md': 'text', 'docs/a.md': '' });
    symlinkSync('real.md', join(root, 'link.md'));
    symlinkSync('docs', join(root, 'folder'));
    symlinkSync('..', join(root, 'docs/up'));
    const { tree, paths, said } = await read(root);
    expect(paths).toEqual(['docs/a.md', 'real.md']);
    expect([...tree.links]).toEqual([
      ['docs/up', ''],
      ['folder', 'docs'],
      ['link.md', 'real.md'],
    ]);
    expect(said).toEqual([]);
  });

  test.skipIf(!onPosix)('links that leave the lab, lead nowhere or go in circles are findings', async () => {
    const outside = folderOf({ 'secret.md': 'secret' });
    const root = labOf({ 'a.md': '' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'file.md'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync('../nowhere', join(root, 'gone-outside'));
    symlinkSync('nowhere', join(root, 'gone'));
    symlinkSync('loop-b', join(root, 'loop-a'));
    symlinkSync('loop-a', join(root, 'loop-b'));
    const { paths, said } = await read(root);
    expect(paths).toEqual(['a.md']);
    expect(said).toEqual([
      'file.md:1 link-outside-lab',
      'folder:1 link-outside-lab',
      'gone:1 unreadable',
      'gone-outside:1 link-outside-lab',
      'loop-a:1 unreadable',
      'loop-b:1 unreadable',
    ]);
  });

  test.skipIf(!onPosix)('names of any kind survive', async () => {
    const names = [
      '..a.md',
      'a\nb.md',
      'back\\slash.md',
      'e\u0301.md',
      '\u00e9.md',
      'tab\t"quote".md',
      '\u0001.md',
      '漢字 😀.md',
      '-rf.md',
    ];
    const { paths, said } = await read(labOf(Object.fromEntries(names.map((name) => [name, '']))));
    expect(new Set(paths)).toEqual(new Set(names));
    expect(said).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is a finding, not a file', async () => {
    const root = labOf({ 'a.md': '' });
    execFileSync('sh', ['-c', 'printf x > "$(printf "b\\377.md")"'], { cwd: root });
    const { paths, said } = await read(root);
    expect(paths).toEqual(['a.md']);
    expect(said).toEqual(['b\uFFFD.md:1 unreadable']);
  });

  test.skipIf(!onPosix)('pipes and sockets are passed by', async () => {
    const root = labOf({ 'a.md': '' });
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    const server = createServer().listen(join(root, 'socket.md'));
    onTestFinished(() => void server.close());
    expect((await read(root)).paths).toEqual(['a.md']);
  });
});

describe('the text of a file', () => {
  test('UTF-8 with and without a byte order mark, and UTF-16 with one', async () => {
    const text = 'Zürich 漢\r\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect(await textOf(folderOf({ 'a.md': text }))).toBe(text);
    expect(await textOf(folderOf({ 'a.md': `\uFEFF${text}` }))).toBe(text);
    expect(await textOf(folderOf({ 'a.md': utf16 }))).toBe(text);
    expect(await textOf(folderOf({ 'a.md': Buffer.from(utf16).swap16() }))).toBe(text);
  });

  test('bytes that are no text are replaced, and the first such line is named', async () => {
    const root = folderOf({ 'a.md': Buffer.from('one\ntw\xf6\nthr\xe9e\n', 'latin1') });
    expect(await textOf(root)).toBe('one\ntw\uFFFD\nthr\uFFFDe\n');
    expect((await read(root)).tree.findings).toMatchInlineSnapshot(`
      [
        {
          "hint": "Save the file as UTF-8.",
          "message": "This line has bytes that are not valid text; they are shown as '�'.",
          "place": {
            "line": 2,
            "path": "a.md",
          },
          "rule": "encoding",
          "severity": "warning",
        },
      ]
    `);
  });

  test('binary data under the name of a text stays a file', async () => {
    const { tree } = await read(folderOf({ 'a.md': Buffer.from([1, 2, 0, 3]) }));
    expect(tree.files).toEqual([{ path: 'a.md', size: 4, text: false }]);
    expect(tree.findings).toMatchInlineSnapshot(`
      [
        {
          "hint": "Save it as UTF-8 text, or give it the ending that says what it is.",
          "message": "The name of this file says that it is text, but it holds binary data: it is linked as a file and not read.",
          "place": {
            "line": 1,
            "path": "a.md",
          },
          "rule": "binary-file",
          "severity": "warning",
        },
      ]
    `);
  });

  test('a text too large for a page stays a file', async () => {
    const { tree } = await read(folderOf({ 'a.md': 'x'.repeat(2_400_000), 'b.md': 'x'.repeat(2_000_000) }));
    expect(tree.files[0]).toEqual({ path: 'a.md', size: 2_400_000, text: true });
    expect(tree.files[1]?.source).toHaveLength(2_000_000);
    expect(tree.findings).toMatchInlineSnapshot(`
      [
        {
          "hint": "Split it into pages, or leave it as it is if a link to the file is enough.",
          "message": "This text has 2.4 MB, and pages end at 2 MB: it is linked as a file and not read.",
          "place": {
            "line": 1,
            "path": "a.md",
          },
          "rule": "too-large",
          "severity": "hint",
        },
      ]
    `);
  });

  test('files that are never parsed are only looked at', async () => {
    const { tree } = await read(
      folderOf({ 'a.conf': 'x', 'b.dat': Buffer.from([0]), 'c.png': 'not even a picture' }),
    );
    expect(tree.files).toEqual([
      { path: 'a.conf', size: 1, text: true },
      { path: 'b.dat', size: 1, text: false },
      { path: 'c.png', size: 18, text: false },
    ]);
  });

  test('says how each link that was not followed can be mended', async () => {
    const root = folderOf();
    symlinkSync('/', join(root, 'a'));
    symlinkSync('b', join(root, 'b'));
    expect((await read(root)).tree.findings).toMatchInlineSnapshot(`
      [
        {
          "hint": "Put a copy of the file into the lab, or name the link in .gitignore.",
          "message": "This symbolic link leads out of the lab, so what it leads to is not read.",
          "place": {
            "line": 1,
            "path": "a",
          },
          "rule": "link-outside-lab",
          "severity": "warning",
        },
        {
          "hint": "Point it to a file of the lab, or remove it.",
          "message": "This symbolic link leads to nothing.",
          "place": {
            "line": 1,
            "path": "b",
          },
          "rule": "unreadable",
          "severity": "warning",
        },
      ]
    `);
  });
});

test('a lab that is not there, or is a file, is the one thing that throws', async () => {
  const root = folderOf({ file: '' });
  await expect(read(join(root, 'gone'))).rejects.toThrow(
    /^There is no lab at .*gone: it is not there\. Name a folder/,
  );
  await expect(read(join(root, 'file'))).rejects.toThrow(/is a file, and a lab is a folder/);
});

test('what the settings call compose files is read as source, unless it is no text', async () => {
  const root = folderOf({
    'homelab.stack': 'services: {}',
    'stacks/a/app.stack': 'services: {}',
    'stacks/a/logo.stack': new Uint8Array([0, 1, 2]),
    'other.txt': 'a',
  });
  const { tree, said } = await read(root, {
    composeGlobs: ['/homelab.stack', 'stacks/*/*.stack', '../*', '**/**/**/**/*'],
  });
  expect(tree.files.flatMap(({ path, source }) => (source === undefined ? [] : [path]))).toEqual([
    'homelab.stack',
    'stacks/a/app.stack',
  ]);
  expect(said).toEqual([]);
});
