import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';

/** A relative link of a Markdown text, found without any code of ours. */
export type PlainLink = Readonly<{ url: string; line: number }>;

const processor = remark().use(remarkGfm).freeze();

export function plainLinks(text: string): PlainLink[] {
  const links: PlainLink[] = [];
  const tree = processor.parse(text);
  const used = new Set<string>();
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) used.add(String(node.identifier));
  });
  visit(tree, ['link', 'image', 'definition'], (node) => {
    if ('identifier' in node && !used.has(String(node.identifier))) return;
    if ('url' in node && typeof node.url === 'string')
      links.push({ url: node.url, line: node.position?.start.line ?? 0 });
  });
  // A colon before the first slash makes it an address of some scheme, such as the slip `(https://…`.
  return links.filter(({ url }) => url !== '' && !/^([^/?#]*:|\/\/|#)/.test(url));
}

/** Whether a Git forge would find what the link names: relative to its file, or from the root. */
export function existsOnDisk(root: string, path: string, url: string): boolean {
  const target = wayOf(path, url);
  return target !== undefined && (target === '.' || existsSync(join(root, target)));
}

export function wayOf(path: string, url: string): string | undefined {
  const way = decode(url.split(/[?#]/, 1)[0] ?? '');
  if (way === '' || way.includes('\0')) return undefined;
  const target = posix.normalize(way.startsWith('/') ? way.slice(1) : posix.join(posix.dirname(path), way));
  return target.startsWith('..') ? undefined : target;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
