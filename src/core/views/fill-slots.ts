import type { Id, Page, Target } from '../model/lab.ts';
import type { Slot } from '../model/parsed.ts';

/** How the site writes addresses. `image` tells what is known of a local picture; undefined when it can't be shown. */
export type Addresses = Readonly<{
  href: (url: string) => string;
  source: (path: string, line?: number) => string;
  /** Address on the forge of a file of the repository, if there is a forge. */
  forge: (path: string) => string | undefined;
  image: (
    path: string,
  ) => Readonly<{ src: string; width?: number; height?: number; original?: string }> | undefined;
}>;

export type Filling = Addresses &
  Readonly<{
    /** HTML of an embedded note, or nothing when it can't be shown. */
    embed: (target: Target) => string | undefined;
    /** What the id `hash` of a page is where the page is shown. */
    anchor: (page: Id, hash: string) => string;
    /** What the page is called; nothing for one that does not say so to everybody. */
    title: (page: Id) => string | undefined;
  }>;

/** `html` with every slot of `page` filled for this lab. */
export function fillSlots(page: Page, html: string, filling: Filling): string {
  const slotOf = (index: string): readonly [Slot, Target] | undefined => {
    const slot = page.parsed.slots[Number(index)];
    const target = page.targets[Number(index)];
    return slot && target ? [slot, target] : undefined;
  };
  return html.replace(SLOT, (whole, ...groups: readonly (string | undefined)[]) => {
    const [link, text, image, embedded] = groups;
    const found = slotOf(link ?? image ?? embedded ?? '');
    if (!found) return whole;
    const [slot, target] = found;
    if (link !== undefined)
      return `<a${linkAttributes(target, filling)}${text === undefined ? '' : `>${titleFor(slot, target, filling) ?? text}<`}`;
    if (image !== undefined) return picture(slot, target, filling);
    return (
      filling.embed(target) ??
      `<p class="embed"><a${linkAttributes(target, filling)}>${escapeHtml(slot.text || slot.target)}</a></p>`
    );
  });
}

const SLOT =
  /<a data-slot="(\d+)"(?:>([^<]*)<(?=\/a>))?|<img data-slot="(\d+)"[^>]*>|<p data-slot="(\d+)">[^<]*<\/p>/g;

/** A wiki link without words of its own says what its page is called, not how its file is named. */
function titleFor(slot: Slot, target: Target, { title }: Filling): string | undefined {
  if (slot.type !== 'wiki' || target.type !== 'page') return undefined;
  const [name = '', ...headings] = slot.target.split('#').map((part) => part.trim());
  if (name === '' || slot.text !== [name, ...headings].join(' > ')) return undefined;
  const found = title(target.id);
  return found === undefined ? undefined : escapeHtml([found, ...headings].join(' > '));
}

function linkAttributes(target: Target, { href, source, forge, image, anchor }: Filling): string {
  switch (target.type) {
    case 'list':
      return ` href="${escapeHtml(href(target.url))}"`;
    case 'page':
      return ` href="${escapeHtml(href(target.url) + hashOf(anchor(target.id, target.hash)))}"`;
    case 'file':
      return ` href="${escapeHtml(source(target.path, target.line))}"`;
    case 'folder':
      return ` href="${escapeHtml(source(target.path))}"`;
    case 'image':
      return ` href="${escapeHtml(image(target.path)?.src ?? source(target.path))}"`;
    case 'external':
      return ` href="${escapeHtml(target.url)}" rel="noreferrer"`;
    case 'forge': {
      const url = forge(target.path);
      return url === undefined
        ? ` class="dead" title="${escapeHtml(target.path)}"`
        : ` href="${escapeHtml(url + hashOf(target.hash))}" rel="noreferrer"`;
    }
    case 'text':
      return ` class="dead" title="${escapeHtml(target.reason)}"`;
  }
}

function picture(slot: Slot, target: Target, filling: Filling): string {
  const alt = escapeHtml(slot.text);
  const local = target.type === 'image' ? filling.image(target.path) : undefined;
  if (!local) {
    const label = alt || escapeHtml(slot.target);
    if (slot.inLink || target.type === 'text') return `<span class="no-picture">${label}</span>`;
    return `<a class="picture-link"${linkAttributes(target, filling)}>${label}</a>`;
  }
  const width = slot.width ?? local.width;
  const height =
    slot.width && local.width && local.height
      ? Math.round((slot.width / local.width) * local.height)
      : local.height;
  const size = `${width ? ` width="${width}"` : ''}${height ? ` height="${height}"` : ''}`;
  const img = `<img src="${escapeHtml(local.src)}" alt="${alt}"${size} loading="lazy" decoding="async">`;
  return local.original && !slot.inLink ? `<a href="${escapeHtml(local.original)}">${img}</a>` : img;
}

const hashOf = (hash: string): string => (hash === '' ? '' : `#${encodeURIComponent(hash)}`);

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
