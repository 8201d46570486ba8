import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exportLab } from '../src/core/export/export-lab.ts';
import { labSchema } from '../src/core/export/lab-schema.ts';
import type { Lab } from '../src/core/model/lab.ts';
import { announce, claimOutput, OutputRefused, settle } from '../src/io/output-folder.ts';
import { writeFile } from '../src/io/write-file.ts';
import { readArguments } from './arguments.ts';
import { census } from './census.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT, WrongUse } from './command.ts';
import { DEMO_OUT, labOption, openLab } from './open-lab.ts';
import { hasErrors, tally } from './reporters/tally.ts';
import { text } from './reporters/text.ts';
import { shownPath } from './shown-path.ts';

const options = {
  lab: labOption,
  out: { type: 'string', value: 'folder', about: 'Where to write (default: dist).' },
  strict: { type: 'boolean', about: 'Write nothing when there are errors.' },
} as const satisfies Options;

export const build: Command = {
  usage: 'build [--lab L] [--out D] [--strict]',
  about: 'Writes what a lab knows into a folder: lab.json, and the schema that describes it.',
  options,
  examples: ['blackstart build --lab ~/homelab --out /var/www/lab'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const out =
    values.lab === undefined && values.out === undefined ? DEMO_OUT : resolve(io.cwd, values.out ?? 'dist');
  const { lab, root } = await openLab({ lab: values.lab, output: out }, io);
  if (values.strict && hasErrors(lab.findings)) {
    const errors = lab.findings.filter(({ severity }) => severity === 'error');
    io.note(`${text(errors, io.paint)}\nNothing was written.`);
    return EXIT.errors;
  }
  await write(lab, root, out).catch((error: unknown) => {
    throw error instanceof OutputRefused ? new WrongUse(error.message, { cause: error }) : error;
  });
  io.note(census(lab));
  io.note(tally(lab.findings));
  io.print(shownPath(out, io.cwd));
  return EXIT.sound;
}

async function write(lab: Lab, root: string, out: string): Promise<void> {
  const files = new Map([
    ['lab.json', json(exportLab(lab))],
    ['lab.schema.json', json(labSchema())],
  ]);
  const paths = [...files.keys()];
  const output = await announce(await claimOutput(out, root), paths);
  for (const [path, content] of files) writeFile(join(output.folder, path), content);
  await settle(output, paths);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
