/**
 * How long reading and building a lab takes: cold; warm; after an edit of one file, read from disk; and the same as `dev`
 * does it, which still has the lab. Run by hand on a quiet machine:
 *
 *   npm exec -- node tests/bench/read-lab.ts FOLDER docs/some-page.md
 *
 * The page gets a line more for each edit, and its old text back at the end.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLab } from '../../src/io/load-lab.ts';
import { warmLab } from '../../src/io/watch/warm-lab.ts';

const [root, page] = process.argv.slice(2);
if (root === undefined || page === undefined)
  throw new Error('Name the folder of a lab and one of its pages.');
const cache = mkdtempSync(join(tmpdir(), 'blackstart-bench-'));
const file = join(root, page);
const before = readFileSync(file, 'utf8');

const reading = () => loadLab(root, { cache });
const cold = await time(reading);
const warm = await times(9, () => undefined);
const edits = await times(9, edit);
const kept = warmLab(root, { cache });
await kept.load();
await kept.rehearse();
const again = await times(25, edit, () => kept.reload([page]));
writeFileSync(file, before);
rmSync(cache, { recursive: true, force: true });

const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    cold,
    warm: median(warm),
    edit: median(edits),
    again: median(again),
    unit: 'ms',
    peakMB: memory,
  }),
);

function edit(run: number): void {
  appendFileSync(file, `\nEdit ${run}.\n`);
}

async function times(count: number, prepare: (run: number) => void, read = reading): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < count; run++) {
    prepare(run);
    all.push(await time(read));
  }
  return all;
}

async function time(read: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await read();
  return Math.round(performance.now() - start);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
