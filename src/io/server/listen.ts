import { once } from 'node:events';
import type { Server } from 'node:http';
import { reasonOf } from '../reason-of.ts';

/** The server cannot be reached in the way that was asked for. `message` says what to do. */
export class ListenRefused extends Error {
  override name = 'ListenRefused';
}

export type Address = Readonly<{ host: string; port: number }>;

/** Starts `server` at `port`, or at the next one that is free, and returns that. */
export async function listen(server: Server, { host, port }: Address): Promise<number> {
  for (let tried = port; tried < port + TRIES && tried <= LAST_PORT; tried += 1) {
    const error = await tryToListen(server, { host, port: tried });
    if (error === undefined) return portOf(server);
    if (error.code !== 'EADDRINUSE') throw new ListenRefused(sentence(error, host, tried), { cause: error });
  }
  throw new ListenRefused(
    `The ports from ${port} on are all taken. Name another one, such as \`--port ${port < 50_000 ? port + 1000 : 4300}\`.`,
  );
}

const TRIES = 20;
const LAST_PORT = 65_535;

/** Only this machine can reach a server at such an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);

async function tryToListen(
  server: Server,
  { host, port }: Address,
): Promise<NodeJS.ErrnoException | undefined> {
  // By its name, it would depend on the system which of its two addresses it is.
  server.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port });
  return once(server, 'listening').then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function sentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EACCES')
    return `Port ${port} may be used by the system only. Name one from 1024 on, such as \`--port 4300\`.`;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return `\`${host}\` is not an address of this machine. Name one of its own, or \`--host 0.0.0.0\` for all of them.`;
  return `The server could not start at ${host}, port ${port}: ${reasonOf(error)}.`;
}
