import { expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { blackstart } from './labs.ts';

test.each([[['--help']], [['-h']], [['help']]])('%s tells what there is, on stdout', async (args) => {
  const { code, stdout, stderr } = await blackstart(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "blackstart: the handbook of a home lab that still opens when the lab is down.

    Usage: blackstart <command> [options]

    Commands
      build  Build the site of a lab.
      check  Say what is wrong in a lab, where, and what to write instead.
      new    Start a page from a template, filled in from the lab.
      dev    Show every edit of a lab at once.
      serve  Serve the built site on this machine.
      start  Build the demo lab and serve it on this machine.

    Options
      --help     This text; after a command, the help of that command.
      --version  The version of blackstart.

    Exit codes: 0 sound, 1 errors found, 2 wrong use, 3 a bug in blackstart."
  `);
});

test('without a command the same goes to stderr, and is wrong use', async () => {
  const { code, stdout, stderr } = await blackstart([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage: blackstart <command>');
});

test.each(['build', 'check', 'new'])('%s has a manual with every option', async (name) => {
  const manual = await blackstart([name, '--help']);
  expect(manual.code).toBe(0);
  expect(manual.stdout).toContain(`Usage: blackstart ${name}`);
  expect(manual.stdout).toContain('--lab <folder or Git URL>');
  expect(await blackstart(['help', name])).toEqual(manual);
});

test('--version is that of the package', async () => {
  expect((await blackstart(['--version'])).stdout).toBe(project.version);
});

test.each([
  [['chekc'], 'There is no command `chekc`. Did you mean `check`?'],
  [
    ['frobnicate'],
    'There is no command `frobnicate`. The commands are build, check, new, dev, serve, start.',
  ],
  [['toString'], 'There is no command `toString`. The commands are build, check, new, dev, serve, start.'],
  [['--verbose'], 'There is no option `--verbose`. The commands are build, check, new, dev, serve, start.'],
  [['check', '--formt', 'json'], 'There is no option `--formt` here. Did you mean `--format`?'],
  [['check', '-x'], 'There is no option `-x` here. There are --lab, --format.'],
  [['check', '--format', 'jsn'], '`--format` cannot be `jsn`. Did you mean `--format json`?'],
  [['check', '--format', 'xml'], '`--format` cannot be `xml`. Write text, json or github.'],
  [['check', '--lab'], "Option '--lab <value>' argument missing."],
  [['check', 'content'], "Unexpected argument 'content'. This command does not take positional arguments."],
  [
    ['check', '--lab', 'file:///tmp/lab'],
    'file:///tmp/lab is no address that a lab is fetched from. Use one that begins with https:// or ssh://, or name a folder.',
  ],
  [
    ['new', 'note', 'X', '--lab', 'https://git.example.net/lab.git'],
    'A page cannot be written into a lab that is elsewhere. Clone it first, or add `--stdout`.',
  ],
  [
    ['build', '--trust', '--lab', 'https://git.example.net/lab.git'],
    'Code from another place is not run. Clone the lab, read what it does, and name the folder with `--lab`.',
  ],
  [['new'], 'Say what to start: service, runbook, postmortem, drill, goal, host or note.'],
  [['new', 'runbok', 'x'], '`runbok` is not a kind of page. Did you mean `runbook`?'],
  [
    ['new', 'note', 'x', '--date', '2026-02-30'],
    '`2026-02-30` is not a date. Write a day, or the minute with its offset, such as 2026-03-14T21:05+01:00.',
  ],
  [
    ['check', '--lab', 'nowhere'],
    'There is no lab at /nowhere: it is not there. Name a folder that is there with --lab.',
  ],
])('%j is wrong use, and is told what to write', async (args, message) => {
  expect(await blackstart(args)).toEqual({ code: 2, stdout: '', stderr: message });
});
