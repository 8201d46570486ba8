import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Real repositories' files, kept beside the project. They are read in place and never copied. */
export const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

const GROUPS = ['homelab', 'compose', 'runbooks', 'postmortems', 'learning', 'scale'];
const OTHERS = 4;

/** The labs of this run: all with `CORPUS=all`, else those that always run and some others, chosen by the commit. */
export function chosenLabs(): string[] {
  if (!existsSync(CORPUS)) return [];
  const all = labsIn(GROUPS);
  if (process.env['CORPUS'] === 'all') return all;
  const always = alwaysRun();
  const others = byCommit(all.filter((name) => !always.includes(name)));
  return [...always, ...others.slice(0, OTHERS)];
}

/** All labs of some groups. */
export function labsIn(groups: readonly string[]): string[] {
  if (!existsSync(CORPUS)) return [];
  return groups.flatMap((group) => readdirSync(join(CORPUS, group)).map((name) => `${group}/${name}`)).sort();
}

/** Of the labs that always run, as many as `most`, chosen by the commit; every one with `CORPUS=all`. */
export function someLabs(most: number): string[] {
  if (!existsSync(CORPUS)) return [];
  return process.env['CORPUS'] === 'all' ? alwaysRun() : byCommit(alwaysRun()).slice(0, most);
}

/** The same names in an order that each commit has of its own. */
export function byCommit(names: readonly string[]): string[] {
  const seed = commit();
  const rank = (name: string): string => createHash('sha256').update(seed).update(name).digest('hex');
  return names
    .map((name) => ({ name, rank: rank(name) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ name }) => name);
}

const alwaysRun = (): string[] =>
  z.array(z.string()).parse(JSON.parse(readFileSync(new URL('always.json', import.meta.url), 'utf8')));

/** What the source repository has and the corpus left out; a folder ends with `/`. */
export function leftOut(lab: string): ReadonlySet<string> {
  const path = join(CORPUS, lab, '_linked-but-left-out.txt');
  return new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return 'no commit';
  }
}
