import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFile } from '../write-file.ts';
import { bodyIn, readLine } from './bodies-file.ts';
import { factsOf, headerOf, lineOf, readFactsFile, type FactsFile } from './facts-file.ts';
import { bodiesPath, factsPath, isBodiesName, newGeneration } from './store-paths.ts';

const TOO_FEW = 100;

/** Whether more than half of `count` lines, and enough to be worth it, are not among the `used` ones. */
export const wantsCompaction = (count: number, used: number): boolean =>
  count - used > Math.max(used, TOO_FEW);

/**
 * Writes the `used` entries to new files. The bodies they came from stay until the next time, since pages that were
 * loaded before still read from there.
 */
export function compact(folder: string, used: ReadonlySet<string>): void {
  const old = readFactsFile(readFileSync(factsPath(folder)));
  if (!old || !wantsCompaction(old.count, used.size)) return; // another process was faster
  const generation = newGeneration();
  const lines = copyBodies(old, {
    from: bodiesPath(folder, old.generation),
    to: bodiesPath(folder, generation),
    used,
  });
  writeFile(factsPath(folder), headerOf(generation) + lines.join(''));
  const stay = new Set([old.generation, generation].map((each) => basename(bodiesPath(folder, each))));
  for (const name of readdirSync(folder)) {
    if (isBodiesName(name) && !stay.has(name)) rmSync(join(folder, name), { force: true });
  }
}

type Copying = Readonly<{ from: string; to: string; used: ReadonlySet<string> }>;

/** The lines of the new file of facts. */
function copyBodies(old: FactsFile, { from, to, used }: Copying): string[] {
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx', 0o600);
  try {
    let offset = 0;
    const lines: string[] = [];
    for (const line of old.lines.values()) {
      const facts = used.has(line.key) ? factsOf(old, line) : undefined;
      const body = facts === undefined ? undefined : readLine(source, line);
      if (facts === undefined || !body || bodyIn(body, line.key) === undefined) continue;
      writeSync(target, body);
      lines.push(lineOf({ key: line.key, offset, length: body.length }, facts));
      offset += body.length;
    }
    return lines;
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
