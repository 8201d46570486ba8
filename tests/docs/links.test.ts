import GithubSlugger from 'github-slugger';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { DOCS, read } from './markdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Node = Readonly<{ type: string; url?: string; value?: string; children?: Node[] }>;

const tree = (path: string) => remark().use(remarkGfm).parse(read(path));

const textOf = ({ value = '', children = [] }: Node): string => value + children.map(textOf).join('');

function linksIn(path: string): string[] {
  const urls: string[] = [];
  visit(tree(path), (node: Node) => {
    if (['link', 'image', 'definition'].includes(node.type) && node.url !== undefined) urls.push(node.url);
  });
  return urls.filter((url) => !/^[a-z]+:/.test(url));
}

function anchorsOf(path: string): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(tree(path), 'heading', (node: Node) => void anchors.add(slugger.slug(textOf(node))));
  return anchors;
}

test.each([...DOCS, 'CHANGELOG.md'])('every relative link in %s leads somewhere', (path) => {
  for (const url of linksIn(path)) {
    const [way = '', anchor] = url.split('#');
    const target = way === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(way));
    expect(existsSync(ROOT + target), `${path}: ${url}`).toBe(true);
    if (anchor !== undefined && target.endsWith('.md'))
      expect([...anchorsOf(target)], `${path}: ${url}`).toContain(anchor);
  }
});

test('the README leads to every page of the documentation, at once or by another page', () => {
  const found = new Set(['README.md']);
  // A Set visits members added while it is being walked.
  for (const path of found)
    for (const url of linksIn(path)) {
      const target = posix.join(posix.dirname(path), url.split('#')[0] ?? '');
      if (DOCS.includes(target)) found.add(target);
    }
  expect(DOCS.filter((path) => !found.has(path) && !path.startsWith('docs/decisions/'))).toEqual([]);
});
