import { request } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { onTestFinished } from 'vitest';
import { serveFolder } from '../../../src/io/server/serve-folder.ts';
import { folderOf } from '../folders.ts';

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

/** Asks for `target` exactly as written: `fetch` would tidy it up first. */
export function ask(port: number, target: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: target, agent: false, ...options }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

export const POLICIES = { page: "default-src 'none'", drawing: 'sandbox' } as const;

/** Serves a folder with `files`, as long as the test runs; the function asks it. */
export async function served(files: Readonly<Record<string, string>>, base = '/') {
  const folder = folderOf(files);
  const server = await serveFolder({ folder, base, host: 'localhost', port: 0, policies: POLICIES });
  onTestFinished(server.close);
  return {
    folder,
    ...server,
    ask: (target: string, options?: RequestOptions) => ask(server.port, target, options),
  };
}
