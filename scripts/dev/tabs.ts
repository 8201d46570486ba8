import type { IncomingMessage, ServerResponse } from 'node:http';
import { oneAtATime } from '../../src/io/watch/one-at-a-time.ts';

/** Open pages, which hear when what they show has changed. */
export type Tabs = Readonly<{
  /** Answers a page that wants to hear of changes. `shown` is the version of `page` that it was loaded with. */
  listen: (request: IncomingMessage, response: ServerResponse, tab: Tab) => void;
  /** Something may have changed. */
  compare: () => void;
}>;

export type Tab = Readonly<{ page: string; shown: string }>;

/** `versionOf` a page as it would be loaded at this moment. */
export function tabs(versionOf: (page: string) => Promise<string>): Tabs {
  const open = new Map<ServerResponse, Tab>();
  const comparing = oneAtATime(async () => {
    const versions = new Map<string, Promise<string>>();
    for (const [response, { page, shown }] of open) {
      const version = await getOrAdd(versions, page, versionOf);
      if (version === shown || !open.has(response)) continue;
      open.set(response, { page, shown: version });
      response.write(`event: change\ndata: ${version}\n\n`);
    }
  });
  return {
    listen: (request, response, tab) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: ${RETRY}\n\n`);
      open.set(response, tab);
      request.once('close', () => open.delete(response));
      // It may have changed since the page was loaded, or the server may be another one.
      comparing.request();
    },
    compare: comparing.request,
  };
}

/** After how many milliseconds a page looks whether the server is back. */
const RETRY = 500;

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  const found = map.get(key) ?? make(key);
  map.set(key, found);
  return found;
}
