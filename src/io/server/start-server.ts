import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { reasonOf } from '../reason-of.ts';
import type { Address } from './listen.ts';
import { isLoopback, listen } from './listen.ts';
import { sendText } from './send-text.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Started = Readonly<{ url: string; port: number; close: () => Promise<void> }>;

/**
 * Starts a server at the address, or at its next free port. On an address of this machine alone it answers only to the names
 * of this machine, so that no page from elsewhere can read the lab by giving its own name our address.
 */
export async function startServer(
  { host, port, base }: Address & Readonly<{ base: string }>,
  answer: Answer,
): Promise<Started> {
  const server = createServer((request, response) => {
    for (const [name, value] of HEADERS) response.setHeader(name, value);
    if (isLoopback(host) && !isLoopback(hostOf(request)))
      return sendText(
        response,
        421,
        'This server answers to localhost only. To widen it, start it with --host.',
      );
    answer(request, response).catch((error: unknown) => fail(response, error));
  });
  const free = await listen(server, { host, port });
  return {
    url: `http://${shownHost(host)}:${free}${encodeURI(base)}`,
    port: free,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HEADERS = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
] as const;

/** Name without port. A request of HTTP/1.0 may have none, and then no browser made it. */
function hostOf({ headers }: IncomingMessage): string {
  const name = (headers.host ?? 'localhost').toLowerCase().replace(/:\d*$/, '');
  return name.endsWith('.localhost') ? 'localhost' : name.replace(/^\[(.*)\]$/, '$1');
}

function shownHost(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** A reader that went away in the middle has no use for an answer. */
function fail(response: ServerResponse, error: unknown) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  sendText(response, 500, `This page can't be served: ${reasonOf(error)}.`);
}
