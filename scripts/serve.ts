import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest } from '../src/io/output-manifest.ts';
import { isLoopback, ListenRefused } from '../src/io/server/listen.ts';
import { serveFolder } from '../src/io/server/serve-folder.ts';
import { HEADER_POLICIES } from '../src/site/csp.ts';
import { readArguments } from './arguments.ts';
import { baseOption, basePath } from './base-path.ts';
import type { Command, Io, Options } from './command.ts';
import { EXIT, WrongUse } from './command.ts';
import { shownPath } from './shown-path.ts';

/** Where a server is reached; shared by the commands that start one. */
export const addressOptions = {
  port: { type: 'string', value: 'number', about: 'The port, or the next one that is free (default: 4300).' },
  host: { type: 'string', value: 'address', about: 'The address to listen at (default: this machine only).' },
} as const satisfies Options;

const options = {
  out: { type: 'string', value: 'folder', about: 'The built site (default: dist).' },
  base: baseOption,
  ...addressOptions,
} as const satisfies Options;

export const serve: Command = {
  usage: 'serve [--out D] [--base /x/] [--port N] [--host H]',
  about: 'Serves the built site on this machine, until Ctrl+C.',
  options,
  examples: ['blackstart serve', 'blackstart serve --out /var/www/lab --base /lab/ --port 8080'],
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments(args, options, () => parseArgs({ args: [...args], options }));
  const folder = resolve(io.cwd, values.out ?? 'dist');
  return serveSite({ folder, base: basePath(values.base), ...addressOf(values) }, io);
}

export type Site = Readonly<{ folder: string; base: string; host: string; port: number }>;

/** Serves the site in `folder` until the person ends it. */
export async function serveSite(site: Site, io: Io): Promise<number> {
  await refuseUnbuilt(site.folder, io.cwd);
  const server = await serveFolder({ ...site, policies: HEADER_POLICIES }).catch((error: unknown) => {
    throw error instanceof ListenRefused ? new WrongUse(error.message, { cause: error }) : error;
  });
  if (site.port !== 0 && server.port !== site.port) io.note(`Port ${site.port} is taken.`);
  if (!isLoopback(site.host))
    io.note('Whoever can reach this machine can read the whole site now, its private pages too.');
  io.print(server.url);
  io.note('Ctrl+C ends it.');
  if (!io.interrupted?.aborted) await once(io.interrupted ?? new EventTarget(), 'abort');
  await server.close();
  return EXIT.sound;
}

/** What `addressOptions` say. */
export function addressOf({ port = '4300', host = 'localhost' }: Readonly<{ port?: string; host?: string }>) {
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Infinity;
  if (number <= 65_535) return { host, port: number };
  throw new WrongUse(
    `\`--port\` cannot be \`${port}\`. Write a number up to 65535, such as \`--port 4300\`.`,
  );
}

async function refuseUnbuilt(folder: string, cwd: string) {
  const manifest = await readManifest(folder);
  const built = typeof manifest === 'object' && (await isFile(join(folder, 'index.html')));
  if (built) return;
  throw new WrongUse(
    `There is no built site in ${shownPath(folder, cwd)} (${folder}). ` +
      'Build one with `blackstart build`, or name its folder with `--out`.',
  );
}

const isFile = (path: string) =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
