import type { Page } from '../model/lab.ts';
import { escapeHtml } from './fill-slots.ts';

/** What the front page shows of the lab's README, and whether it goes on elsewhere. */
export type Beginning = Readonly<{ html: string; more: boolean }>;

/**
 * A long README up to a heading that is not far, without badges: they are for the forge. Its footnotes, and what else is below
 * its end, are at `url`, where it stands whole.
 */
export function beginningOf({ parsed }: Page, whole: string, url: string): Beginning {
  const html = whole.replace(BADGES, '');
  if (parsed.words <= SHORT) return { html, more: false };
  const end = endOf(html);
  const kept = html.slice(0, end);
  const ids = new Set(Array.from(kept.matchAll(/ id="([^"<>]*)"/g), ([, id]) => id));
  return {
    html: kept.replace(/( href=")#([^"<>]*)"/g, (link, before: string, id: string) =>
      ids.has(id) ? link : `${before}${escapeHtml(url)}#${id}"`,
    ),
    more: end < html.length,
  };
}

const SHORT = 300;
const BADGES = /^\s*<p>(?:\s*<a [^<>]*>[^<]*<\/a>){5,}\s*<\/p>/;

/** Characters of text. */
const MOST = 1600;

/** The last outermost heading before `MOST`, else the end of the block that reaches it. */
function endOf(html: string): number {
  let depth = 0;
  let characters = 0;
  let from = 0;
  let heading = 0;
  for (const { 0: tag, 1: closing, 2: name = '', index } of html.matchAll(TAG)) {
    characters += index - from;
    from = index + tag.length;
    if (closing) depth -= 1;
    else {
      if (depth === 0 && characters >= MOST) return heading || index;
      if (depth === 0 && characters > 0 && /^h[1-6]$/.test(name)) heading = index;
      if (!VOID.has(name) && !tag.endsWith('/>')) depth += 1;
    }
  }
  return (characters >= MOST && heading) || html.length;
}

const TAG = /<(\/)?([a-z][a-z0-9]*)(?:[^<>"]|"[^"]*")*>/gi;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
