import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRIES = [
  '../../core/parse.ts',
  '../highlighter.ts',
  '../diagrams/drawers.ts',
  '../../core/diagrams/draw-diagram.ts',
  './entry.ts',
];

/** An import or re-export that begins a line and is there when the program runs. */
const IMPORT = /^(?:import|export)\s+(?!type\s)(?:[\w*{},\s]+\s+from\s+)?'([^']+)'/gm;

/**
 * Stands for everything that decides what parsing a file gives, besides the file: the parser's own source, found by
 * following its imports, and the packages that it uses. A stored result of another version is never served. Read as this
 * process loads the parser: a change of its source changes nothing in a process that runs.
 */
export const PARSER_VERSION = versionOf();

function versionOf(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = new Set(ENTRIES.map((entry) => new URL(entry, import.meta.url).href));
  const packages = new Set<string>();
  // A Set visits members added while it is being walked, so it is queue and record in one.
  for (const source of sources) {
    const text = readFileSync(fileURLToPath(source), 'utf8');
    hash.update(text);
    for (const [, target = ''] of text.matchAll(IMPORT)) {
      if (target.startsWith('.')) sources.add(new URL(target, source).href);
      else if (!target.startsWith('node:')) packages.add(target);
    }
  }
  for (const text of descriptionsOf(packages)) hash.update(text);
  return hash.digest('base64url');
}

/** The descriptions of the packages, and npm's list of what is installed beside them, which covers their own packages. */
function* descriptionsOf(packages: ReadonlySet<string>): Generator<string> {
  const installed = new Set<string>();
  for (const name of packages) {
    const path = findPackageJSON(name, import.meta.url);
    if (path === undefined) continue;
    yield readFileSync(path, 'utf8');
    const folder = `${sep}node_modules${sep}`;
    installed.add(join(path.slice(0, path.lastIndexOf(folder) + folder.length), '.package-lock.json'));
  }
  for (const path of installed) yield textOrNothing(path);
}

function textOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // another package manager installed them
  }
}
