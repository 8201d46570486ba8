import project from '../package.json' with { type: 'json' };
import { suggest } from '../src/core/suggest.ts';
import type { Io } from './command.ts';
import { EXIT, Interrupted, WrongUse } from './command.ts';
import { COMMANDS } from './commands.ts';
import { manual, overview } from './help.ts';
import { printable } from './printable.ts';

/** Runs the command that `argv` names. Never throws: what goes wrong is told to the person, and the exit code says it. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (error instanceof Interrupted) return EXIT.interrupted;
    if (error instanceof WrongUse) {
      io.note(printable(error.message));
      return EXIT.wrongUse;
    }
    io.note(
      `This is a bug in blackstart ${project.version}, not a mistake of yours. Please report it with these lines:`,
    );
    io.note(printable(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return EXIT.bug;
  }
}

async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) {
    io.note(overview(COMMANDS));
    return EXIT.wrongUse;
  }
  if (name === '--version' || name === '-v') return answer(io, project.version);
  if (name === '--help' || name === '-h') return answer(io, overview(COMMANDS));
  if (name === 'help') return help(args[0], io);
  const command = await entry(name).load();
  if (wantsHelp(args)) return answer(io, manual(command));
  return command.run(args, io);
}

async function help(name: string | undefined, io: Io): Promise<number> {
  return answer(io, name === undefined ? overview(COMMANDS) : manual(await entry(name).load()));
}

function entry(name: string) {
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (found) return found;
  const names = Object.keys(COMMANDS);
  const near = suggest(name, names);
  const instead = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean \`${near}\`?`;
  const what = name.startsWith('-') ? 'option' : 'command';
  throw new WrongUse(`There is no ${what} \`${name}\`. ${instead}`);
}

function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}

function answer(io: Io, text: string): number {
  io.print(text);
  return EXIT.sound;
}
