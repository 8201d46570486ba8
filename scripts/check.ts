import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../src/core/model/finding.ts';
import { choice, readArguments } from './arguments.ts';
import { census } from './census.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT } from './command.ts';
import { labOption, openLab } from './open-lab.ts';
import { github } from './reporters/github.ts';
import { json } from './reporters/json.ts';
import { text } from './reporters/text.ts';
import { hasErrors, tally } from './reporters/tally.ts';

const FORMATS = ['text', 'json', 'github'] as const;

const options = {
  lab: labOption,
  format: {
    type: 'string',
    value: FORMATS.join('|'),
    about: 'text for people (default), json for programs, github for annotations in a workflow.',
  },
} as const satisfies Options;

export const check: Command = {
  usage: 'check [--lab L] [--format text|json|github]',
  about: 'Says what is wrong in a lab, where, and what to write instead.',
  options,
  examples: ['blackstart check --lab ~/homelab', 'blackstart check --lab . --format github'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const format = choice('format', values.format ?? 'text', FORMATS);
  const { lab, root } = await openLab(values, io);
  const { findings } = lab;
  const printed = report(findings, { format, root, io });
  if (printed !== '') io.print(printed);
  if (format !== 'text') io.note(tally(findings));
  io.note(census(lab));
  return hasErrors(findings) ? EXIT.errors : EXIT.sound;
}

type Target = Readonly<{ format: (typeof FORMATS)[number]; root: string; io: Io }>;

function report(findings: readonly Finding[], { format, root, io }: Target): string {
  switch (format) {
    case 'text':
      return text(findings, io.paint);
    case 'json':
      return json(findings);
    case 'github':
      return github(findings.map((finding) => seenFrom(io.env.GITHUB_WORKSPACE ?? io.cwd, root, finding)));
  }
}

/** An annotation names the file from the top of the checkout, in which the lab may be a folder. */
function seenFrom(workspace: string, root: string, finding: Finding): Finding {
  const path = relative(workspace, join(root, finding.place.path)).replaceAll(sep, '/');
  return { ...finding, place: { ...finding.place, path } };
}
