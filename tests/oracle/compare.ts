/**
 * Reads every compose file of a folder with our reader and with Compose itself, and shows where the two differ:
 *
 *   node tests/oracle/compare.ts COMPOSE-BINARY FOLDER [raw|values]
 *
 * `raw` (the default) keeps variables as written; `values` replaces them, none being set. The binary needs no engine.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { parse } from '../../src/core/parse.ts';
import { ORACLE_ENVIRONMENT, askOracle } from './ask-oracle.ts';
import type { Answer } from './ask-oracle.ts';
import { differences } from './difference.ts';
import type { Difference } from './difference.ts';
import { ourModel, plain } from './our-model.ts';

type Compared = Readonly<{ path: string; answer: Answer; found: readonly Difference[] }>;

const [binary, folder, said = 'raw'] = process.argv.slice(2);
if (binary === undefined || folder === undefined)
  throw new Error('Name the binary of docker-compose and a folder.');
const oracle = binary;
const OPTIONS = { headingWords: {}, highlight: () => undefined };
const mode = z.enum(['raw', 'values']).parse(said);

/** Where the reader follows newer versions of Compose than the one that is asked, or means to say more. */
const EXPLAINED = [
  'Up to 2.40 Compose refuses a service that is defined in a file and in one it includes; later ones merge them, and so do we.',
  'Up to 2.40 Compose finds no service to extend in an included file; later ones do, and so do we.',
];

const waiting = composeFiles(resolve(folder));
const results: Compared[] = [];
await Promise.all([work(), work()]);
print(results.toSorted((a, b) => (a.path < b.path ? -1 : 1)));

async function work(): Promise<void> {
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) results.push(await compare(path));
}

async function compare(path: string): Promise<Compared> {
  const answer = await askOracle(oracle, { folder: dirname(path), paths: [basename(path)], mode });
  return { path, answer, found: answer.type === 'accepted' ? differencesIn(path, answer.model) : [] };
}

/** The disk is the lab, so that `../` leads to where it leads for Compose. */
function differencesIn(path: string, theirs: unknown): readonly Difference[] {
  const name = z.looseObject({ name: z.string().optional() }).parse(theirs).name ?? '';
  const { model } = ourModel({
    textOf: (each) => (isFile(`/${each}`) ? readFileSync(`/${each}`, 'utf8') : undefined),
    folder: dirname(path).slice(1),
    paths: [path.slice(1)],
    ...(mode === 'values' && {
      environment: { ...ORACLE_ENVIRONMENT, COMPOSE_PROJECT_NAME: name, PWD: dirname(path) },
    }),
  });
  return differences({ ours: plain(model), theirs }, mode);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function composeFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => parse({ path, text: readFileSync(path, 'utf8') }, OPTIONS).form === 'compose');
}

function print(all: readonly Compared[]): void {
  const accepted = all.filter(({ answer }) => answer.type === 'accepted');
  const identical = accepted.filter(({ found }) => found.length === 0);
  console.log(
    `${all.length} compose files, ${accepted.length} accepted by Compose, ${identical.length} of them identical`,
  );
  const every = accepted.flatMap(({ path, found }) => found.map((one) => ({ path, ...one })));
  for (const [attribute, list] of Map.groupBy(every, (one) => one.attribute)) {
    console.log(`\n${attribute}: ${list.length}`);
    for (const { path, at, ours, theirs } of list.slice(0, 3))
      console.log(`  ${path} ${at}\n    ours:   ${ours.slice(0, 300)}\n    theirs: ${theirs.slice(0, 300)}`);
  }
  if (every.length > 0)
    console.log(`\nKnown differences:\n${EXPLAINED.map((line) => `  - ${line}`).join('\n')}`);
}
