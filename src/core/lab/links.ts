import {
  folderOf,
  isImage,
  joinPath,
  leavesLab,
  relativePath,
  resolvePath,
  standsForFolder,
  stemOf,
} from '../paths.ts';
import type { Flaw } from '../model/finding.ts';
import type { ParsedPage, Slot } from '../model/parsed.ts';
import type { Target } from '../model/lab.ts';
import { suggest } from '../suggest.ts';
import { nearestFile } from './nearest-file.ts';
import { findAnchor, type PageLookup } from './anchors.ts';
import { endingWith, type PathIndex } from './path-index.ts';

/** Everything a link is resolved against. `prefix` is the lab's folder in its repository. */
export type LinkContext = Readonly<{
  index: PathIndex;
  pages: PageLookup;
  prefix: string;
  /** URL of the list that stands for a folder of a kind. */
  lists: ReadonlyMap<string, string>;
}>;

/** A link, and the heading of its target that it names. */
type Aim = Readonly<{ slot: Slot; hash: string }>;

export type Resolved = Readonly<{ target: Target; flaw?: Flaw }>;

/** Where a Markdown link or image in the file `path` leads, read as a Git forge reads it and then as site generators do. */
export function resolveLink(slot: Slot, path: string, context: LinkContext): Resolved {
  const target = slot.target.trim().replaceAll('\\', '/');
  if (target === '') return text('The link has no address.');
  if (WEB.test(target)) {
    const url = target.startsWith('//') ? `https:${target}` : target;
    return URL.canParse(url)
      ? { target: { type: 'external', url } }
      : text('No browser can read the address.');
  }
  if (CONTACT.test(target)) return { target: { type: 'external', url: target } };
  if (SCHEME.test(target)) return text('Addresses of this kind are not linked.');
  const [ref, named = '', part = ''] = REF.exec(target) ?? [];
  if (ref !== undefined) return byName({ ...slot, target: named + part }, path, context);
  if (TEMPLATE.test(target)) return text('The address is made by a template that is not run here.');

  const mark = target.indexOf('#');
  const hash = mark === -1 ? '' : target.slice(mark + 1);
  const way = target.slice(0, END_OF_WAY.exec(target)?.index);
  if (way === '') return anchored(path, { slot, hash }, context);
  const found = lookUp(decoded(way), path, context);
  if (found !== undefined) return reach(found, { slot, hash }, context);
  const whole = way === target ? undefined : lookUp(decoded(target), path, context);
  if (whole !== undefined) return reach(whole, { slot, hash: '' }, context);
  const pretty = standsForFolder(path) ? undefined : lookUp(decoded(way), `${withoutEnding(path)}/`, context);
  if (pretty !== undefined) return reach(pretty, { slot, hash }, context);
  const elsewhere = resolvePath(folderOf(path), decoded(way));
  if (leavesLab(elsewhere)) return leave(elsewhere, { slot, hash }, context);
  return (
    otherCase(elsewhere, { slot, hash }, context) ?? dead(slot, { from: path, path: elsewhere }, context)
  );
}

const WEB = /^(https?:)?\/\//i;
const CONTACT = /^(mailto|ssh):/i;
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const TEMPLATE = /\{\{|\{%|<%|%\}|\$\{/;
/** Hugo's own links to pages: `{{< relref "setup.md#ports" >}}`. */
const REF =
  /^\{\{[<%]\s{0,20}(?:rel)?ref\s{1,20}(?:path=)?["'`]?([^\s"'`]{1,500})["'`]?(?:\s[^{}]{0,500})?[>%]\}\}(#\S{0,200})?$/;
const END_OF_WAY = /[?#]/;

/** A link by path or, as Hugo has it, by the name of a page anywhere in the lab. */
function byName(slot: Slot, path: string, context: LinkContext): Resolved {
  const mark = slot.target.indexOf('#');
  const [way, hash] =
    mark === -1 ? [slot.target, ''] : [slot.target.slice(0, mark), slot.target.slice(mark + 1)];
  const found = lookUp(way, path, context) ?? endingWith(context.index, way, path);
  return way === '' || found === undefined
    ? resolveLink(slot, path, context)
    : reach(found, { slot, hash }, context);
}

/** Hugo and MkDocs show `a/b.md` at `a/b/`, and links in it are written from there. */
const withoutEnding = (path: string): string => joinPath(folderOf(path), stemOf(path));

function lookUp(target: string, path: string, { index }: LinkContext): string | undefined {
  const way = resolvePath(folderOf(path), target);
  if (index.file(way) !== undefined) return way;
  if (index.folder(way) !== undefined && (way !== '' || /^[./]+$/.test(target))) return way;
  const found = index.page(way);
  if (found !== undefined) return found;
  return target.startsWith('/') ? endingWith(index, target.replace(/\.html?$/i, ''), path) : undefined;
}

/** A path of the lab: a page (at a heading), a folder (its README, or its list), an image, another file (at a line). */
function reach(found: string, { slot, hash }: Aim, context: LinkContext): Resolved {
  const { index, pages, lists } = context;
  const folder = index.folder(found) !== undefined && index.file(found) === undefined;
  const page = folder ? index.frontOf(found) : found;
  if (page !== undefined && pages(page)) return anchored(page, { slot, hash }, context);
  const list = folder ? lists.get(found) : undefined;
  if (list !== undefined) return { target: { type: 'list', url: list } };
  if (folder) return { target: { type: 'folder', path: found } };
  if (isImage(found)) return { target: { type: 'image', path: found } };
  const line = /^L(\d{1,7})/.exec(hash)?.[1];
  return { target: { type: 'file', path: found, ...(line !== undefined && { line: Number(line) }) } };
}

function anchored(path: string, { slot, hash }: Aim, { pages }: LinkContext): Resolved {
  const page = pages(path);
  if (!page) return { target: { type: 'file', path } };
  const { id, url } = page;
  // Forges give the file that they show below a folder the id `readme`.
  if (/^(|top|readme)$/.test(hash)) return { target: { type: 'page', id, url, hash: '' } };
  const anchor = findAnchor(page.parsed, decoded(hash));
  const target: Target = { type: 'page', id, url, hash: anchor ?? '' };
  if (anchor !== undefined) return { target };
  const near = suggest(decoded(hash), suggestible(page.parsed));
  const flaw: Flaw = {
    rule: 'dead-anchor',
    severity: 'hint',
    line: slot.line,
    message: `The page ${path} has no heading \`#${decoded(hash)}\`.`,
    ...(near !== undefined && { hint: `Did you mean \`#${near}\`?` }),
  };
  return { target, flaw };
}

/** Headings of a private page are not for other pages' findings. */
const suggestible = ({ frontMatter, headings, anchors }: ParsedPage): string[] =>
  'private' in frontMatter.data ? [] : [...headings.map(({ id }) => id), ...anchors];

/** What climbs out of the lab may still lie in its repository, where the forge shows it. */
function leave(path: string, { slot, hash }: Aim, { prefix }: LinkContext): Resolved {
  const inRepository = resolvePath(prefix.replace(/\/$/, ''), path);
  if (!leavesLab(inRepository)) return { target: { type: 'forge', path: inRepository, hash } };
  const flaw: Flaw = {
    rule: 'link-out-of-lab',
    severity: 'hint',
    line: slot.line,
    message: `The link to \`${slot.target}\` leads out of the lab.`,
    hint: 'Link to something inside the lab, or write the full address of the page.',
  };
  return { target: { type: 'text', reason: 'The link leads out of the lab.' }, flaw };
}

function otherCase(path: string, { slot, hash }: Aim, context: LinkContext): Resolved | undefined {
  const found = [path, `${path}.md`]
    .map((candidate) => context.index.inOtherCase(candidate))
    .find((candidate) => candidate !== undefined);
  if (found === undefined) return undefined;
  const flaw: Flaw = {
    rule: 'dead-link',
    severity: 'warning',
    line: slot.line,
    message: `The link to \`${slot.target}\` finds \`${found}\` only where upper and lower case are the same.`,
    hint: `Write the name as the file has it: \`${found}\`.`,
  };
  return { ...reach(found, { slot, hash }, context), flaw };
}

function dead(
  slot: Slot,
  { from, path }: Readonly<{ from: string; path: string }>,
  { index }: LinkContext,
): Resolved {
  const near = nearestFile(path, from, index);
  const flaw: Flaw = {
    rule: 'dead-link',
    severity: 'warning',
    line: slot.line,
    message: `The ${slot.type === 'image' ? 'image' : 'link to'} \`${slot.target}\` leads nowhere: there is no \`${path}\`.`,
    ...(near !== undefined && { hint: `Did you mean \`${relativePath(folderOf(from), near)}\`?` }),
  };
  return { target: { type: 'text', reason: 'There is no such file.' }, flaw };
}

const text = (reason: string): Resolved => ({ target: { type: 'text', reason } });

/** Percent-encoding undone where it is one; `100%.md` stays as it is. */
function decoded(target: string): string {
  if (!target.includes('%')) return target;
  return target.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
