import { realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findFile } from './find-file.ts';
import type { Place } from './find-file.ts';
import type { Address } from './listen.ts';
import type { Policies } from './send-file.ts';
import { sendFile } from './send-file.ts';
import { sendText } from './send-text.ts';
import type { Started } from './start-server.ts';
import { startServer } from './start-server.ts';

export type Serving = Address & Place & Readonly<{ policies: Policies }>;

/** Serves the files of a built site to read: what is in `folder`, below the path `base`. */
export async function serveFolder(serving: Serving): Promise<Started> {
  const place = { ...serving, folder: await realpath(serving.folder) };
  return startServer(place, (request, response) => answer(request, response, place));
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { base, policies } = serving;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'This site can only be read.');
  }
  const found = await findFile(request.url ?? '', serving);
  switch (found.type) {
    case 'file':
      return sendFile(request, response, { ...found, status: 200, policies });
    case 'moved':
      response.setHeader('Location', found.to);
      return sendText(response, found.permanent ? 301 : 302, `This page is at ${found.to}`);
    case 'malformed':
      return sendText(response, 400, 'This is not an address of a page.');
    case 'missing': {
      const page = await findFile(`${encodeURI(base)}404.html`, serving);
      if (page.type === 'file') return sendFile(request, response, { ...page, status: 404, policies });
      return sendText(response, 404, `There is no such page. The site begins at ${base}`);
    }
  }
}
