import type { Page, Target } from '../model/lab.ts';
import { fillSlots, type Addresses } from './fill-slots.ts';
import type { LabIndex } from './lab-index.ts';

/** HTML of a page's body in this lab. A note that embeds another shows it, one level deep, and links to it from there on. */
export const bodyHtml = (index: LabIndex, page: Page, addresses: Addresses): string =>
  filled(index, { page, html: page.parsed.body.html }, addresses);

/** The same for HTML that a page's own code made, with the page's slots in it. */
export function filled(
  index: LabIndex,
  { page, html }: Readonly<{ page: Page; html: string }>,
  addresses: Addresses,
): string {
  const embed = (target: Target): string | undefined => {
    const embedded = target.type === 'page' ? index.pages.get(target.id) : undefined;
    if (!embedded || embedded.path === page.path || embedded.private) return undefined;
    const inner = fillSlots(embedded, embedded.parsed.body.html, { ...addresses, embed: () => undefined });
    return `<section class="embedded">${withoutIds(inner)}</section>`;
  };
  return withoutTitle(page, fillSlots(page, html, { ...addresses, embed }));
}

/** The embedded text's own anchors stay on its page, so that no id stands twice. */
const withoutIds = (html: string): string => html.replace(/(<[a-z][a-z0-9]*(?: [^<>]*?)?) id="[^"]*"/g, '$1');

/** The page's header has the title already. */
function withoutTitle({ title, parsed }: Page, html: string): string {
  const [first] = parsed.headings;
  if (first?.depth !== 1 || first.text !== title) return html;
  return html.replace(/^\s*<h1[^>]*>[\s\S]*?<\/h1>\s*/, '');
}
