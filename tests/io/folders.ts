import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder that is gone after the test, with these files in it. */
export function folderOf(files: Files = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'blackstart-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  put(root, files);
  return root;
}

export function put(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Runs Git in `root` as a person of the tests, with no configuration but the repository's own. */
export function git(root: string, ...args: readonly string[]): string {
  return gitAt(root, '2026-03-14T12:00:00Z', ...args);
}

/** The same at a given time, for commits. */
export function gitAt(root: string, time: string, ...args: readonly string[]): string {
  const person = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@lab.test', GIT_AUTHOR_DATE: time };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@lab.test', GIT_COMMITTER_DATE: time };
  const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...person, ...committer };
  return execFileSync('git', args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A repository with these files, not committed. */
export function repositoryOf(files: Files = {}, ...options: readonly string[]): string {
  const root = folderOf(files);
  git(root, 'init', '-q', '-b', 'main', ...options);
  return root;
}

/** Commits everything and gives the hash. */
export function commit(root: string, time = '2026-03-14T12:00:00Z'): string {
  git(root, 'add', '-A');
  gitAt(root, time, 'commit', '-q', '--allow-empty', '-m', 'A change');
  return git(root, 'rev-parse', 'HEAD');
}
