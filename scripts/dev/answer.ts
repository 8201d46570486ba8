import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentTypeOf } from '../../src/io/server/content-type.ts';
import { sendText } from '../../src/io/server/send-text.ts';
import { HEADER_POLICIES } from '../../src/site/csp.ts';
import { SELF_REMOVING_WORKER } from '../../src/site/self-removing-worker.ts';
import type { Shown } from './shown-site.ts';
import type { Tabs } from './tabs.ts';

export type Answering = Readonly<{
  base: string;
  /** What stands at a path below the base. */
  at: (path: string) => Promise<Shown>;
  tabs: Tabs;
}>;

/** Answers a request for anything below the base. Nothing of it may be kept: it may be different in a moment. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { base, at, tabs }: Answering,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'This site can only be read.');
  }
  const target = targetOf(request.url ?? '');
  if (!target) return sendText(response, 400, 'This is not an address of a page.');
  const path = pathBelow(base, target.path);
  if (path === undefined) {
    const home = target.path === '/' || `${target.path}/` === base;
    return home ? move(response, base) : sendText(response, 404, `The site begins at ${base}`);
  }
  if (path === '_live') {
    const page = pathBelow(base, targetOf(target.query.get('page') ?? '')?.path ?? '') ?? '404.html';
    return tabs.listen(request, response, { page, shown: target.query.get('shown') ?? '' });
  }
  if (path === 'sw.js') return send(request, response, { status: 200, path, bytes: SELF_REMOVING_WORKER });
  const shown = await at(path);
  switch (shown.type) {
    case 'moved':
      return move(response, base + shown.to.split('/').map(encodeURIComponent).join('/'));
    case 'file':
      return send(request, response, { ...shown, status: 200 });
    case 'page':
      return send(request, response, { ...shown, path: 'index.html', bytes: shown.html });
  }
}

type Target = Readonly<{ path: string; query: URLSearchParams }>;

/** Path, decoded once, and query of what was asked for, such as `/lab/notes/?q=x`. */
function targetOf(url: string): Target | undefined {
  const [, path = '', query = ''] = /^(\/[^?]*)(?:\?([^]*))?$/.exec(url) ?? [];
  try {
    return path === '' ? undefined : { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}

const pathBelow = (base: string, path: string): string | undefined =>
  path.startsWith(base) ? path.slice(base.length) : undefined;

type Sending = Readonly<{ status: number; path: string; bytes: string | Uint8Array }>;

function send({ method }: IncomingMessage, response: ServerResponse, { status, path, bytes }: Sending): void {
  const type = contentTypeOf(path);
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(bytes),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': type.startsWith('image/svg') ? HEADER_POLICIES.drawing : HEADER_POLICIES.page,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

function move(response: ServerResponse, to: string): void {
  response.setHeader('Location', to);
  sendText(response, 302, `This page is at ${to}`);
}
