import { parseArgs } from 'node:util';
import { readArguments } from './arguments.ts';
import { build } from './build.ts';
import type { Command, Io } from './command.ts';
import { EXIT } from './command.ts';
import { DEMO_OUT } from './open-lab.ts';
import { addressOf, addressOptions, serveSite } from './serve.ts';

const options = addressOptions;

export const start: Command = {
  usage: 'start [--port N] [--host H]',
  about: 'Builds the demo lab and serves it on this machine, until Ctrl+C.',
  options,
  examples: ['blackstart start'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const address = addressOf(values);
  // The one result of this command is the address.
  const code = await build.run([], { ...io, print: io.note });
  return code === EXIT.sound ? serveSite({ folder: DEMO_OUT, base: '/', ...address }, io) : code;
}
