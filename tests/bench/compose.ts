/**
 * How long a thousand compose files take to read on one core. Run by hand on a quiet machine, over any folder that has some:
 *
 *   npm exec -- node tests/bench/compose.ts FOLDER
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/core/parse.ts';

const COUNT = 1_000;
const OPTIONS = { headingWords: {}, highlight: () => undefined };

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder with compose files.');
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /compose.*\.ya?ml$/i.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
if (sources.length === 0) throw new Error(`There is no compose file in ${folder}.`);

const files = Array.from({ length: COUNT }, (_, index) => sources[index % sources.length] ?? sources[0]);
const { user: before } = process.cpuUsage();
const start = performance.now();
for (const file of files) if (file) parse(file, OPTIONS);
const elapsed = Math.round(performance.now() - start);
const cpu = Math.round((process.cpuUsage().user - before) / 1000);
const bytes = files.reduce((sum, file) => sum + (file?.text.length ?? 0), 0);
console.log(JSON.stringify({ files: COUNT, bytes, elapsed, cpu, unit: 'ms' }));
