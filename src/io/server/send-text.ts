import type { ServerResponse } from 'node:http';

/** Answers with a sentence for the person who asked. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  const line = `${text}\n`;
  response.setHeader('Content-Length', Buffer.byteLength(line));
  response.writeHead(status).end(line);
}
