import type { Id, Page, Target } from '../model/lab.ts';
import { anchorOf, titleHeading, withSharedAnchors } from './anchors.ts';
import { escapeHtml, fillSlots, type Addresses } from './fill-slots.ts';
import type { LabIndex } from './lab-index.ts';
import { linkServices } from './service-links.ts';

/** HTML of a page's body in this lab. A note that embeds another shows it, one level deep, and links to it from there on. */
export const bodyHtml = (index: LabIndex, page: Page, addresses: Addresses): string =>
  filled(index, { page, html: page.parsed.body.html }, addresses);

/** The same for HTML that a page's own code made, with the page's slots in it. */
export function filled(
  index: LabIndex,
  { page, html }: Readonly<{ page: Page; html: string }>,
  addresses: Addresses,
): string {
  const anchor = (id: Id, hash: string): string => {
    const target = index.pages.get(id);
    return target ? anchorOf(index.anchors, target, hash) : hash;
  };
  const title = (id: Id): string | undefined => {
    const target = index.pages.get(id);
    return target?.private ? undefined : target?.title;
  };
  const embed = (target: Target): string | undefined => {
    const embedded = target.type === 'page' ? index.pages.get(target.id) : undefined;
    if (!embedded || embedded.path === page.path || embedded.private) return undefined;
    const text = linkServices(index, { page: embedded, html: embedded.parsed.body.html }, addresses.href);
    const inner = fillSlots(embedded, text, {
      ...addresses,
      anchor,
      title,
      embed: () => undefined,
    });
    return `<section class="embedded">${withoutAnchors(inner, addresses.href(embedded.url))}</section>`;
  };
  const own = withSharedAnchors(index.anchors, page, withoutTitle(page, html));
  const linked = linkServices(index, { page, html: own }, addresses.href);
  return fillSlots(page, linked, { ...addresses, anchor, title, embed });
}

/** The embedded text's own anchors stay on its page, so that no id stands twice; its footnotes lead there. */
const withoutAnchors = (html: string, url: string): string =>
  html
    .replace(/(<[a-z][a-z0-9]*(?: [^<>]*?)?) id="[^"]*"/g, '$1')
    .replaceAll(' href="#', ` href="${escapeHtml(url)}#`);

function withoutTitle(page: Page, html: string): string {
  const title = titleHeading(page);
  const start = title ? html.indexOf(`<h1 id="${escapeHtml(title.id)}"`) : -1;
  const end = html.indexOf('</h1>', start);
  return start === -1 || end === -1
    ? html
    : html.slice(0, start) + html.slice(end + '</h1>'.length).trimStart();
}
