import { escapeHtml } from '../core/views/fill-slots.ts';

/** The page that stands at an old address and leads to the new one, without a server and without script. */
export function redirectPage(to: string): string {
  const url = escapeHtml(to);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${url}"><link rel="canonical" href="${url}"></head><body><p>This page has moved to <a href="${url}">${url}</a>.</p></body></html>\n`;
}
