import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Lab } from '../src/core/model/lab.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { announce, claimOutput, OutputRefused, settle } from '../src/io/output-folder.ts';
import { pageMemory } from '../src/io/page-memory.ts';
import { reasonOf } from '../src/io/reason-of.ts';
import { SearchIndexFailed } from '../src/io/search-index/build-search-index.ts';
import { writeFile } from '../src/io/write-file.ts';
import { readArguments } from './arguments.ts';
import { baseOption, basePath } from './base-path.ts';
import { census } from './census.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT, WrongUse } from './command.ts';
import { DEMO_OUT, labOption, openLab, type OpenLab } from './open-lab.ts';
import { hasErrors, tally } from './reporters/tally.ts';
import { text } from './reporters/text.ts';
import { shownPath } from './shown-path.ts';
import { prepareSite, type SiteFile } from './site-files.ts';
import { slowly } from './slowly.ts';

const options = {
  lab: labOption,
  out: { type: 'string', value: 'folder', about: 'Where to write (default: dist).' },
  base: baseOption,
  strict: { type: 'boolean', about: 'Write nothing when there are errors.' },
  trust: { type: 'boolean', about: 'Run the code in the MDX pages of this local lab.' },
} as const satisfies Options;

export const build: Command = {
  usage: 'build [--lab L] [--out D] [--base /x/] [--strict] [--trust]',
  about: 'Builds the site of a lab: its pages, its pictures, and lab.json with the schema that describes it.',
  options,
  examples: ['blackstart build --lab ~/homelab --out /var/www/lab', 'blackstart build --base /lab/'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const start = performance.now();
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const base = basePath(values.base);
  const out =
    values.lab === undefined && values.out === undefined ? DEMO_OUT : resolve(io.cwd, values.out ?? 'dist');
  const { lab, root, keys } = await openLab(
    { lab: values.lab, output: out, trust: values.trust === true },
    io,
  );
  if (values.strict && hasErrors(lab.findings)) {
    const errors = lab.findings.filter(({ severity }) => severity === 'error');
    io.note(`${text(errors, io.paint)}\nNothing was written.`);
    return EXIT.errors;
  }
  const written = await writeSite({ lab, root, keys, base, out }, io).catch((error: unknown) => {
    if (error instanceof OutputRefused || error instanceof SearchIndexFailed)
      throw new WrongUse(error.message, { cause: error });
    if (isDiskError(error))
      throw new WrongUse(
        `${out} could not be written: ${reasonOf(error)}. Every page there is whole, old or new; the next build completes it.`,
        { cause: error },
      );
    throw error;
  });
  io.note(census(written.lab));
  io.note(tally(written.lab.findings));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  io.note(`${written.changed} of ${written.files} files changed, ${seconds} s.`);
  io.print(shownPath(out, io.cwd));
  return EXIT.sound;
}

type Job = OpenLab & Readonly<{ base: string; out: string }>;

/**
 * Pages are made one after the other and written at once, so that memory does not grow with the lab. One that shows what
 * it showed before is left as it is.
 */
async function writeSite(
  { out, ...job }: Job,
  io: Io,
): Promise<{ lab: Lab; files: number; changed: number }> {
  const claimed = await claimOutput(out, job.root);
  const cache = cacheFolder(io.env);
  const site = await prepareSite({ ...job, cache, note: io.note });
  const { lab, reads, around } = site;
  const memory = pageMemory({ folder: claimed.folder, cache, around, answer: reads.answer });
  const progress = slowly(io, (done, total) => `Writing ${done} of ${total} files`);
  const written = new Set<string>();
  let changed = 0;
  let output = claimed;
  const write = async ({ path, content, isPage }: SiteFile): Promise<void> => {
    if (isPage && memory.isCurrent(path)) return;
    if (writeFile(join(output.folder, path), await content())) changed += 1;
    if (isPage) memory.note(path, reads.take());
  };
  for await (const files of [site.files, site.search]) {
    output = await announce(
      output,
      files.map(({ path }) => path),
    );
    for (const file of files) {
      await write(file);
      written.add(file.path);
      progress(written.size, site.files.length);
    }
  }
  io.progress?.('');
  memory.keep();
  await settle(output, [...written]);
  return { lab, files: written.size, changed };
}

const isDiskError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE'].includes(String(error.code));
