import type { Command, Options } from './command.ts';

/** Help for everything: the commands with what each does. */
export function overview(commands: Readonly<Record<string, Readonly<{ about: string }>>>): string {
  const rows = Object.entries(commands).map(([name, { about }]): Row => [name, about]);
  return [
    'blackstart: the handbook of a home lab that still opens when the lab is down.',
    '',
    'Usage: blackstart <command> [options]',
    '',
    'Commands',
    ...table(rows),
    '',
    'Options',
    ...table([
      ['--help', 'This text; after a command, the help of that command.'],
      ['--version', 'The version of blackstart.'],
    ]),
    '',
    'Exit codes: 0 sound, 1 errors found, 2 wrong use, 3 a bug in blackstart.',
  ].join('\n');
}

/** Help for one command. */
export function manual({ usage, about, options, examples }: Command): string {
  return [
    about,
    '',
    `Usage: blackstart ${usage}`,
    '',
    'Options',
    ...table([...optionRows(options), ['--help', 'This text.']]),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((example) => `  ${example}`),
  ].join('\n');
}

type Row = readonly [left: string, right: string];

const optionRows = (options: Options) =>
  Object.entries(options).map(([name, { value, about }]): Row => [
    value === undefined ? `--${name}` : `--${name} <${value}>`,
    about,
  ]);

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
