import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { labRoot } from '../src/io/lab-root.ts';
import { isLoopback, ListenRefused } from '../src/io/server/listen.ts';
import { startServer } from '../src/io/server/start-server.ts';
import { warmLab } from '../src/io/watch/warm-lab.ts';
import { loadRenderer } from '../src/site/compile.ts';
import { readArguments } from './arguments.ts';
import { baseOption, basePath } from './base-path.ts';
import { census } from './census.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT, WrongUse } from './command.ts';
import { answer } from './dev/answer.ts';
import { liveSearch } from './dev/live-search.ts';
import { liveSite } from './dev/live-site.ts';
import { pictureMaker } from './dev/pictures.ts';
import { tabs } from './dev/tabs.ts';
import { labOption, openWith } from './open-lab.ts';
import { tally } from './reporters/tally.ts';
import { addressOf, addressOptions } from './serve.ts';

/** Not the port of `serve`, so that what a built site keeps offline in a browser never stands before this one. */
const PORT = '4310';

const options = {
  lab: labOption,
  base: baseOption,
  port: { ...addressOptions.port, about: `The port, or the next one that is free (default: ${PORT}).` },
  host: addressOptions.host,
  trust: { type: 'boolean', about: 'Run the code in the MDX pages of this local lab.' },
} as const satisfies Options;

export const dev: Command = {
  usage: 'dev [--lab L] [--base /x/] [--port N] [--host H] [--trust]',
  about: 'Serves the site of a lab on this machine and shows every edit at once, until Ctrl+C.',
  options,
  examples: ['blackstart dev', 'blackstart dev --lab ~/homelab'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const base = basePath(values.base);
  const { host = 'localhost', port = PORT } = values;
  const address = addressOf({ host, port });
  const trust = values.trust === true;
  // A site that was built beside the lab is no part of it, as in `build`.
  const output = resolve(io.cwd, 'dist');
  const cache = cacheFolder(io.env);
  const readAt = Date.now();
  const [renderer, { root, lab, warm }] = await Promise.all([
    loadRenderer(io.note),
    openWith({ lab: values.lab, output, trust }, io, async (folder, { onProgress, ...how }) => {
      const real = labRoot(folder);
      const kept = warmLab(real, how);
      return { root: real, warm: kept, lab: await kept.load(onProgress) };
    }),
  ]);
  const site = await liveSite({
    root,
    base,
    lab,
    readAt,
    renderer,
    ...warm,
    pictures: pictureMaker(root, cache),
    search: liveSearch(root, cache),
    compile: () => loadRenderer(io.note),
    onShow: () => open.compare(),
    note: io.note,
  });
  const open = tabs(site.versionOf);
  const server = await startServer({ ...address, base }, (request, response) =>
    answer(request, response, { base, at: site.at, tabs: open }),
  ).catch((error: unknown) => {
    throw error instanceof ListenRefused ? new WrongUse(error.message, { cause: error }) : error;
  });
  if (address.port !== 0 && server.port !== address.port) io.note(`Port ${address.port} is taken.`);
  if (!isLoopback(host))
    io.note('Whoever can reach this machine can read the whole lab now, its private pages too.');
  io.note(`${census(lab)}\n${tally(lab.findings)}`);
  io.print(server.url);
  io.note('Every edit shows at once. Ctrl+C ends it.');
  const { interrupted = new AbortController().signal } = io;
  const ended = interrupted.aborted ? undefined : once(interrupted, 'abort');
  await site.watch();
  await ended;
  await server.close();
  await site.close();
  return EXIT.sound;
}
