import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kind, Lab } from '../src/core/model/lab.ts';
import { KINDS } from '../src/core/model/lab.ts';
import { suggest } from '../src/core/suggest.ts';
import { anyOf, readArguments } from './arguments.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT, Interrupted, WrongUse } from './command.ts';
import { whenOf, readWhen } from './when.ts';
import { isRemote, labOption, openLab } from './open-lab.ts';
import { namedHost, namedServices, refOf, serviceFacts } from './page-facts.ts';
import { placeOf } from './page-place.ts';
import { printableLine } from './printable.ts';
import { shownPath } from './shown-path.ts';
import { TEMPLATES } from './templates/templates.ts';

const options = {
  lab: labOption,
  services: { type: 'string', value: 'a,b', about: 'Services it is about, by name or project/name.' },
  host: { type: 'string', value: 'name', about: 'Host of a new service.' },
  date: { type: 'string', value: '2026-03-14[T21:05+01:00]', about: 'When it was (default: now).' },
  stdout: { type: 'boolean', about: 'Print the page instead of writing it.' },
  yes: { type: 'boolean', about: 'Ask nothing.' },
} as const satisfies Options;

export const newPage: Command = {
  usage: `new <${KINDS.join('|')}> [title] [options]`,
  about: 'Starts a page from a template, filled in from the lab, and prints its path.',
  options,
  examples: [
    'blackstart new postmortem "DNS was down" --services pihole',
    'blackstart new runbook "Restore the photos" --lab ~/homelab --stdout',
  ],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, options, () =>
    parseArgs({ args: [...args], options, allowPositionals: true }),
  );
  const [word, ...words] = positionals;
  const kind = kindOf(word);
  if (isRemote(values.lab) && !values.stdout)
    throw new WrongUse(
      'A page cannot be written into a lab that is elsewhere. Clone it first, or add `--stdout`.',
    );
  const when = values.date === undefined ? whenOf(io.now()) : readWhen(values.date);
  const { lab, root } = await openLab(values, io);
  const ask = values.yes ? undefined : io.ask;
  const asked = words.length === 0 ? await questions(kind, lab, ask) : undefined;
  const title = asked?.title ?? oneLine(words.join(' '));

  const services = namedServices(list(asked?.services ?? values.services), lab);
  const host = values.host === undefined ? undefined : namedHost(values.host, lab);
  const path = placeOf({ kind, title, day: when.day }, lab);
  if (path === undefined)
    throw new WrongUse(`\`${title}\` has no letter or digit to name a file after. Write another title.`);
  const page = TEMPLATES[kind]({
    title,
    ...when,
    services: services.map((service) => serviceFacts(service, path, lab)),
    ...(host !== undefined && { host }),
  });
  if (values.stdout) io.print(page.trimEnd());
  else if (asked && !(await agreed(path, ask))) throw new Interrupted();
  else io.print(await write(join(root, path), page, io));
  return EXIT.sound;
}

function kindOf(word: string | undefined): Kind {
  const kind = KINDS.find((one) => one === word);
  if (kind) return kind;
  if (word === undefined) throw new WrongUse(`Say what to start: ${anyOf(KINDS)}.`);
  const near = suggest(word, KINDS);
  const instead = near === undefined ? `Write ${anyOf(KINDS)}.` : `Did you mean \`${near}\`?`;
  throw new WrongUse(`\`${word}\` is not a kind of page. ${instead}`);
}

type Ask = Io['ask'];

async function questions(kind: Kind, { services }: Lab, ask: Ask) {
  if (!ask) throw new WrongUse(`Write a title: \`blackstart new ${kind} "Its title"\`.`);
  const title = oneLine(await ask('Title: '));
  if (title === '') throw new Interrupted();
  if (kind === 'host' || services.length === 0) return { title };
  const some = services.slice(0, 12).map(({ id }) => refOf(id));
  const example = [...some, ...(some.length < services.length ? ['…'] : [])].join(', ');
  return { title, services: await ask(`Services it is about (${example}), or nothing: `) };
}

async function agreed(path: string, ask: Ask): Promise<boolean> {
  const answer = await ask?.(`Write ${path}? [Y/n] `);
  return answer === undefined || !/^n/i.test(answer);
}

/** Writes a page that is not there yet, and returns its path as the person would type it. */
async function write(path: string, page: string, io: Io): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new WrongUse(`${path} exists already, and stays as it is. Choose another title.`);
  });
  return shownPath(path, io.cwd);
}

const list = (names = '') => names.split(',').map(oneLine).filter(Boolean);
const oneLine = (text: string) => printableLine(text).trim();
