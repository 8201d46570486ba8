/**
 * How long reading and building a lab takes, in milliseconds without loading the program. Run by hand on a quiet machine:
 *
 *   npm exec -- node tests/bench/read-lab.ts FOLDER docs/some-page.md
 *
 * - `cold`: nothing is in the cache; `start`: a new process after an edit of one file.
 * - `edit`: a process that has read the lab reads all of it again after an edit of one file, from disk.
 * - `again`: the same as `dev` does it, which is told what has changed.
 *
 * Each case has processes of its own, so that no other one's memory is in its way: starting Git takes longer the more there
 * is. The page gets a line more for each edit, and its old text back at the end.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

enableCompileCache();
const [root, page, only, cache] = process.argv.slice(2);
if (root === undefined || page === undefined)
  throw new Error('Name the folder of a lab and one of its pages.');
const file = join(root, page);
const STARTS = 5;
const EDITS = 25;
/** The first readings are for the compiler. */
const PRACTICE = 5;

if (only === undefined || cache === undefined) runAll();
else console.log(JSON.stringify({ ms: await measure(only, cache), mb: peak() }));

type Measured = Readonly<{ ms: readonly number[]; mb: number }>;

function runAll(): void {
  const folder = mkdtempSync(join(tmpdir(), 'blackstart-bench-'));
  const before = readFileSync(file, 'utf8');
  try {
    say('cold', [run('once', folder)]);
    const starts = Array.from({ length: STARTS }, () => {
      edit();
      return run('once', folder);
    });
    say('start', starts);
    say('edit', [run('edit', folder)]);
    say('again', [run('again', folder)]);
  } finally {
    writeFileSync(file, before);
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(name: string, folder: string): Measured {
  const args = [import.meta.filename, ...process.argv.slice(2, 4), name, folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function say(name: string, runs: readonly Measured[]): void {
  const sorted = runs.flatMap(({ ms }) => ms).toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(
    JSON.stringify({ name, median, least: sorted[0], peakMB: Math.max(...runs.map(({ mb }) => mb)) }),
  );
}

async function measure(name: string, folder: string): Promise<number[]> {
  const { labOf, readParts } = await import('../../src/io/load-lab.ts');
  const { warmLab } = await import('../../src/io/watch/warm-lab.ts');
  const options = { cache: folder };
  let parts: Awaited<ReturnType<typeof readParts>> | undefined;
  const read = async () => {
    parts = await readParts(root ?? '', options, parts);
    labOf(parts, {});
  };
  if (name === 'once') return [await time(read)];
  const kept = warmLab(root ?? '', options);
  const again = name === 'again';
  await (again ? kept.load() : read());
  if (again) await kept.rehearse();
  const all: number[] = [];
  for (let count = 0; count < PRACTICE + EDITS; count++) {
    edit();
    all.push(await time(again ? () => kept.reload([page ?? '']) : read));
  }
  return all.slice(PRACTICE);
}

function edit(): void {
  appendFileSync(file, `\nEdit at ${process.hrtime.bigint()}.\n`);
}

async function time(read: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await read();
  return Math.round(performance.now() - start);
}

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
