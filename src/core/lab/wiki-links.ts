import { folderOf, isImage, resolvePath } from '../paths.ts';
import type { Flaw } from '../model/finding.ts';
import type { Id, Target } from '../model/lab.ts';
import type { Slot } from '../model/parsed.ts';
import { suggest } from '../suggest.ts';
import { findAnchor } from './anchors.ts';
import type { LinkContext, Resolved } from './links.ts';
import { beginningWith, endingAlike, endingWith } from './path-index.ts';
import type { FindService } from './service-names.ts';

export type WikiContext = LinkContext &
  Readonly<{ find: FindService; urlOfService: (id: Id) => string | undefined }>;

/**
 * Where `[[target#heading]]` or `![[target]]` in the file `path` leads, read as Obsidian reads it; then as a
 * service's name; then as wikis of forges name their files. */
export function resolveWiki(slot: Slot, path: string, context: WikiContext): Resolved {
  const [name = '', ...marks] = slot.target.split('#');
  const hash = marks.at(-1)?.trim() ?? '';
  const found = name.trim() === '' ? path : fileOf(name.trim(), path, context);
  if (found !== undefined) return toFile(found, { slot, hash }, context);
  const meant = context.find(name, path);
  const url = meant.type === 'found' ? context.urlOfService(meant.id) : undefined;
  if (meant.type === 'found' && url !== undefined)
    return { target: { type: 'page', id: meant.id, url, hash: '' } };
  const alike = endingAlike(context.index, name.trim());
  return alike === undefined
    ? unresolved(slot, name.trim(), context)
    : toFile(alike, { slot, hash }, context);
}

/** Beside the page, from the root, then the nearest file whose path ends so. */
function fileOf(name: string, path: string, { index }: LinkContext): string | undefined {
  const near = resolvePath(folderOf(path), name);
  const rooted = resolvePath('', name);
  const exact = [near, `${near}.md`, rooted, `${rooted}.md`].find(
    (candidate) => index.file(candidate) !== undefined,
  );
  return exact ?? endingWith(index, name, path) ?? beginningWith(index, name);
}

function toFile(
  found: string,
  { slot, hash }: Readonly<{ slot: Slot; hash: string }>,
  { pages }: LinkContext,
): Resolved {
  const page = pages(found);
  if (!page)
    return { target: isImage(found) ? { type: 'image', path: found } : { type: 'file', path: found } };
  const { id, url, parsed } = page;
  // `#^block` names a paragraph of Obsidian's own; the page is as near as a site gets.
  if (hash === '' || hash.startsWith('^')) return { target: { type: 'page', id, url, hash: '' } };
  const anchor = findAnchor(parsed, hash);
  const target: Target = { type: 'page', id, url, hash: anchor ?? '' };
  if (anchor !== undefined) return { target };
  const flaw: Flaw = {
    rule: 'dead-anchor',
    severity: 'hint',
    line: slot.line,
    message: `The page ${found} has no heading "${hash}".`,
    hint: `Link to the page alone: \`[[${slot.target.split('#')[0]}]]\`, or to one of its headings.`,
  };
  return { target, flaw };
}

function unresolved(slot: Slot, name: string, { index }: LinkContext): Resolved {
  const near = suggest(name, index.paths);
  const flaw: Flaw = {
    rule: 'unresolved-wiki-link',
    severity: 'warning',
    line: slot.line,
    message: `The wiki link \`[[${slot.target}]]\` finds no page: nothing is called "${name}".`,
    hint:
      near === undefined
        ? `Create \`${name}.md\`, or correct the name.`
        : `Did you mean \`[[${near.replace(/\.mdx?$/, '')}]]\`?`,
  };
  return { target: { type: 'text', reason: 'There is no such page.' }, flaw };
}
