import type { BigIntStats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { byteRange } from './byte-range.ts';
import { contentTypeOf } from './content-type.ts';

/** Values of the Content-Security-Policy header: for an SVG, and for all else. */
export type Policies = Readonly<{ page: string; drawing: string }>;

export type Sending = Readonly<{
  file: string;
  /** Path below the served folder, which decides type and caching. */
  path: string;
  status: 200 | 404;
  policies: Policies;
}>;

/** Answers with the bytes of a file, or those that were asked for, or with the word that they are still the same. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  sending: Sending,
): Promise<void> {
  const { file, path, status, policies } = sending;
  const handle = await open(file);
  try {
    const stats = await handle.stat({ bigint: true });
    const size = Number(stats.size);
    const etag = etagOf(stats);
    const type = contentTypeOf(path);
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', cachingOf(path));
    response.setHeader(
      'Content-Security-Policy',
      type.startsWith('image/svg') ? policies.drawing : policies.page,
    );
    response.setHeader('ETag', etag);
    if (status === 200 && matches(request.headers['if-none-match'], etag))
      return void response.writeHead(304).end();
    const range = status === 200 ? rangeOf(request, size, etag) : undefined;
    response.setHeader('Accept-Ranges', 'bytes');
    if (range === 'unsatisfiable')
      return void response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
    const { start, end } = range ?? { start: 0, end: size - 1 };
    response.setHeader('Content-Length', end - start + 1);
    if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
    response.writeHead(range ? 206 : status);
    if (request.method === 'HEAD' || size === 0) return void response.end();
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** A build leaves unchanged files alone, so that size and time are as good as the content. */
const etagOf = ({ size, mtimeNs }: BigIntStats): string => `"${size.toString(36)}-${mtimeNs.toString(36)}"`;

/** The names of assets change with their content; anything else is asked for again, which costs an answer without a body. */
const cachingOf = (path: string): string =>
  /^_assets\/[^/]*\.[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) === true;

function rangeOf({ method, headers }: IncomingMessage, size: number, etag: string) {
  const condition = headers['if-range'];
  if (method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  return byteRange(headers.range, size);
}
