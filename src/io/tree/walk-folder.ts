import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Ignore } from 'ignore';
import { joinPath } from '../../core/paths.ts';
import type { Finding } from '../../core/model/finding.ts';
import { reasonOf } from '../reason-of.ts';
import { boundedPatterns } from './bounded-patterns.ts';
import { DEEPEST } from './examine-paths.ts';
import { tooDeep, unreadable } from './tree-findings.ts';
import type { Listing } from './tree.ts';

/** Folders that no one writes by hand, left out where no Git says what belongs to the lab. */
export const NEVER = new Set(
  (
    '.git .hg .svn node_modules bower_components dist .obsidian .trash .Trash .cache .astro .venv venv __pycache__ ' +
    '.idea .vscode .terraform .direnv .pytest_cache .mypy_cache .ruff_cache .next .DS_Store @eaDir'
  ).split(' '),
);
const LARGEST_IGNORE_FILE = 1_000_000;

/** Patterns of one `.gitignore`, seen from the folder it lies in. */
type Scope = Readonly<{ folder: string; patterns: Ignore }>;
type Folder = Readonly<{ path: string; depth: number; scopes: readonly Scope[] }>;

/**
 * The paths below `root` that `skip` does not name and no `.gitignore` file ignores. Folders left out are not opened.
 * `skip` sees the path of a folder with a `/` at its end.
 */
export function walkFolder(root: string, skip: (path: string) => boolean): Listing {
  const paths: string[] = [];
  const findings: Finding[] = [];
  const waiting: Folder[] = [{ path: '', depth: 0, scopes: [] }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    const entries = entriesOf(root, folder, findings);
    const scopes = withOwnScope(root, folder, entries);
    for (const entry of entries) {
      const path = joinPath(folder.path, entry.name);
      const seen = entry.isDirectory() ? `${path}/` : path;
      if (NEVER.has(entry.name) || skip(seen) || isIgnored(seen, scopes)) continue;
      if (!entry.isDirectory()) paths.push(path);
      else if (folder.depth + 1 >= DEEPEST) findings.push(tooDeep(path));
      else waiting.push({ path, depth: folder.depth + 1, scopes });
    }
  }
  return { paths, findings };
}

function entriesOf(root: string, folder: Folder, findings: Finding[]): Dirent[] {
  try {
    return readdirSync(join(root, folder.path), { withFileTypes: true });
  } catch (error) {
    if (folder.depth === 0) throw error;
    findings.push(unreadable(folder.path, reasonOf(error)));
    return [];
  }
}

function withOwnScope(root: string, folder: Folder, entries: readonly Dirent[]): readonly Scope[] {
  const own = entries.find((entry) => entry.name === '.gitignore' && entry.isFile());
  if (!own) return folder.scopes;
  const path = join(root, folder.path, own.name);
  try {
    if (lstatSync(path).size > LARGEST_IGNORE_FILE) return folder.scopes;
    const patterns = boundedPatterns(readFileSync(path, 'utf8').split(/\r?\n/));
    return [{ folder: folder.path, patterns }, ...folder.scopes];
  } catch {
    return folder.scopes; // it is listed as a file too, and said to be unreadable there
  }
}

/** The nearest file that says anything about the path decides. A folder's path ends in `/`. */
function isIgnored(path: string, scopes: readonly Scope[]): boolean {
  for (const { folder, patterns } of scopes) {
    const { ignored, unignored } = patterns.test(folder === '' ? path : path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}
