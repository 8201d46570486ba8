import type { Id, Page } from '../model/lab.ts';
import { escapeHtml } from './fill-slots.ts';
import type { LabIndex } from './lab-index.ts';

/** `html` of a page's body in which the first mention of each service that prose may name leads to it. */
export function linkServices(
  index: LabIndex,
  { page, html }: Readonly<{ page: Page; html: string }>,
  href: (url: string) => string,
): string {
  const links = linksIn(index, page, href);
  return links.size === 0 ? html : withLinks(html, links);
}

type Link = Readonly<{ address: string; codeOnly: boolean }>;

/** By word. A service that the author links to on this page needs no link of ours, nor does the page's own. */
function linksIn(index: LabIndex, page: Page, href: (url: string) => string): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  const named = index.lab.named.get(page.id) ?? [];
  if (named.length === 0) return links;
  const linked = new Set(page.targets.flatMap((target) => (target.type === 'page' ? [target.url] : [])));
  const urls = new Map<Id, string | undefined>();
  for (const { word, service, codeOnly } of named) {
    if (!urls.has(service)) urls.set(service, index.services.get(service)?.url);
    const url = urls.get(service);
    if (url === undefined || url === page.url || linked.has(url)) continue;
    links.set(word, { address: escapeHtml(href(url)), codeOnly });
  }
  return links;
}

function withLinks(html: string, links: ReadonlyMap<string, Link>): string {
  const open = new Set([...links.values()].map(({ address }) => address));
  let closed: Readonly<{ tag: string }> | undefined;
  let depth = 0;
  let inCode = false;
  const anchor = (text: string): string => {
    const word = text.toLowerCase();
    const link = links.get(word);
    if (!link || (link.codeOnly && !inCode) || !open.delete(link.address)) return text;
    return `<a class="mention" href="${link.address}">${text}</a>`;
  };
  return html.replace(TOKEN, (token, slash?: string, tag?: string) => {
    if (tag === undefined) {
      if (closed || open.size === 0 || token.startsWith('<')) return token;
      return inCode ? anchor(token) : token.replace(WORD, (word) => inWord(word, anchor));
    }
    if (closed) {
      if (tag === closed.tag) depth += slash ? -1 : 1;
      if (depth === 0) closed = undefined;
    } else if (!slash && (CLOSED.has(tag) || MARKED.test(token))) {
      if (VOID.has(tag)) return token;
      if (tag === 'a') open.delete(addressOf(token));
      closed = { tag };
      depth = 1;
    } else if (tag === 'code') inCode = !slash;
    return token;
  });
}

/** Where a link of the page's own code leads; what the author links to is a slot. */
const addressOf = (tag: string): string => /\shref="([^"]*)"/.exec(tag)?.[1] ?? '';

/** A word and the full stop behind it. */
function inWord(word: string, anchor: (text: string) => string): string {
  if (word.length > LONGEST) return word;
  const bare = word.replace(/[^A-Za-z0-9]+$/, '');
  return bare.startsWith('&') ? word : anchor(bare) + word.slice(bare.length);
}

/** A comment, a tag, with `>` in the values of its attributes, or the text between two tags. */
const TOKEN = /<!--.*?-->|<(\/?)([a-z][a-z0-9]*)(?:[^<>"]|"[^"]*")*>|[^<]+/gs;
/** Words as `findMentions` takes them from prose, and character references, which are none. */
const WORD = /&#?\w+;|(?<![\p{L}\p{N}_])[A-Za-z0-9][\w.@/-]*(?!\p{L})/gu;
/** As in `findMentions`. */
const LONGEST = 62;
/** Where a link may not stand, or would be in the way. */
const CLOSED: ReadonlySet<string> = new Set(
  'a pre h1 h2 h3 h4 h5 h6 svg summary button label th kbd samp script style textarea'.split(' '),
);
/** A slot, or what a component of the page made. */
const MARKED = / data-(?:slot|part)\b/;
const VOID: ReadonlySet<string> = new Set(['img', 'input', 'br', 'hr']);
