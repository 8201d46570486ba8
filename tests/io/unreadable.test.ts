import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asNobody, canBeAnother, openFor } from './another-user.ts';
import { commit, folderOf, git, put, repositoryOf } from './folders.ts';

if (!canBeAnother) console.log('SKIPPED: tests of file permissions need root, who can become another user.');

const NOBODY = 65_534;
const CLOSED_FILE = {
  rule: 'unreadable',
  severity: 'warning',
  place: { path: 'closed.md', line: 1 },
  message: "This file or folder can't be read: permission denied.",
  hint: 'Give the account that builds the site the right to read it, or name it in .gitignore or under exclude: in blackstart.yaml.',
};
const config = { include: [], exclude: [], composeGlobs: [] };

function lock(path: string): void {
  chmodSync(path, 0);
  onTestFinished(() => chmodSync(path, 0o755));
}

describe.skipIf(!canBeAnother)('for a user who may not read everything', () => {
  test('a folder or file that can not be read is one finding, and the rest is read', () => {
    const root = folderOf({ 'a.md': 'text', 'closed.md': '', 'closed/x.md': '', 'closed/y.md': '' });
    openFor(root);
    lock(join(root, 'closed'));
    lock(join(root, 'closed.md'));
    const tree = asNobody('tree/read-tree.ts', 'readTree', root, { config });
    expect(tree).toMatchObject({
      files: [
        { path: 'a.md', source: 'text' },
        { path: 'closed.md', text: false },
      ],
      findings: [{ place: { path: 'closed' } }, CLOSED_FILE],
    });
  });

  test('Git names the folders that it could not open', () => {
    const root = repositoryOf({ 'dist/a.md': 'only Git would read this folder' });
    openFor(root);
    put(root, { "it's closed/x.md": '' });
    git(root, 'add', 'dist/a.md');
    for (const path of ['', '.git', '.git/config', '.git/index', '.git/HEAD'])
      chownSync(join(root, path), NOBODY, NOBODY);
    lock(join(root, "it's closed"));
    expect(asNobody('tree/read-tree.ts', 'readTree', root, { config })).toMatchObject({
      files: [{ path: 'dist/a.md' }],
      findings: [{ rule: 'unreadable', place: { path: "it's closed" } }],
    });
  });

  test('an ignored folder that can not be read costs nothing', () => {
    const root = folderOf({ 'a.md': '', '.gitignore': '/data\n' });
    openFor(root);
    mkdirSync(join(root, 'data'));
    lock(join(root, 'data'));
    expect(asNobody('tree/read-tree.ts', 'readTree', root, { config })).toMatchObject({ findings: [] });
  });

  test("the history of another user's repository is not read, and what to do is said", () => {
    const root = repositoryOf({ 'a.md': '' });
    commit(root);
    openFor(root);
    const read = asNobody('history/read-history.ts', 'readHistory', root);
    expect(read).toMatchObject({ history: { shallow: false, lastChange: [] } });
    const said = JSON.stringify(read).replaceAll(root, '<lab>');
    expect(JSON.parse(said)).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "hint": "If you trust it, run: git config --global --add safe.directory '<lab>'",
            "message": "The repository belongs to another user, so Git refuses to read it and no page has a date.",
            "place": {
              "line": 1,
              "path": ".git",
            },
            "rule": "no-history",
            "severity": "warning",
          },
        ],
        "history": {
          "lastChange": [],
          "prefix": "",
          "shallow": false,
        },
      }
    `);
  });
});
