import { existsSync, readFileSync } from 'node:fs';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../src/core/markdown/schema.ts';
import { page } from './page.ts';

type Example = Readonly<{ example: number; section: string; markdown: string; html: string }>;

const CORPUS = '../shared/corpus/spec-tests';

/** Where a page shows something else than the specification, by example, and why. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  commonmark: {
    'two lines of dashes at the top are front matter': [98],
    'names that are no elements stay readable': [150, 164, 173, 203, 493, 526, 538, 615, 616, 617, 619, 625],
    'what hides its content must end': [175],
    'addresses are links without brackets, as on a forge': [604, 608, 610, 613, 614],
    'two brackets are a wiki link': [550, 561, 592],
    'the parser reads a character beyond the basic plane as two': [356],
  },
  gfm: {
    'two lines of dashes at the top are front matter': [68],
    'names that are no elements stay readable': [120, 133, 170, 500, 532, 544, 632, 633, 634, 636, 642],
    'what hides its content must end': [142],
    'addresses are links without brackets everywhere': [610, 614, 616, 619, 620],
    'two brackets are a wiki link': [556, 567, 598],
    'comments follow the newer CommonMark': [645, 646],
  },
  'gfm extensions': {
    'the example has no expected result': [20],
    'names that are no elements stay readable': [22],
    'footnotes have another frame': [23],
  },
};

describe.each([
  ['commonmark', `${CORPUS}/commonmark__commonmark-spec/spec-examples.json`],
  ['gfm', `${CORPUS}/github__cmark-gfm/spec-examples.json`],
  ['gfm extensions', `${CORPUS}/github__cmark-gfm/extensions-examples.json`],
])('%s', (name, path) => {
  if (!existsSync(path)) {
    console.warn(`Skipped: the examples of ${name} are not at ${path}.`);
    test.skip('examples', () => undefined);
    return;
  }
  const examples: readonly Example[] = JSON.parse(readFileSync(path, 'utf8'));
  const known = Object.values(KNOWN[name] ?? {}).flat();

  test('has examples', () => expect(examples.length).toBeGreaterThan(20));
  test.each(examples.filter(({ example }) => !known.includes(example)))(
    '$section $example',
    ({ markdown, html }) => {
      expect(ours(markdown)).toBe(theirs(html));
    },
  );
  test.runIf(known.length > 0).each(examples.filter(({ example }) => known.includes(example)))(
    '$section $example still differs',
    ({ markdown, html }) => expect(ours(markdown)).not.toBe(theirs(html)),
  );
});

const fragment = rehype().data('settings', { fragment: true });
const sanitizer = rehype().use(rehypeSanitize, schema);

function theirs(html: string): string {
  return normal(sanitizer.runSync(fragment.parse(html.trim())));
}

function ours(markdown: string): string {
  const { body, slots } = page(markdown);
  const tree = fragment.parse(body.html);
  const visit = (node: RootContent | Root): void => {
    if (node.type === 'element' && node.properties['dataSlot'] !== undefined) {
      const target = slots[Number(node.properties['dataSlot'])]?.target ?? '';
      node.properties[node.tagName === 'img' ? 'src' : 'href'] = target;
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return normal(tree);
}

/** One line for each element and text, without what we add and what means the same. */
function normal(root: Root): string {
  return contents(root.children, false).join('\n');
}

function contents(nodes: readonly (RootContent | ElementContent)[], pre: boolean): string[] {
  const lines = nodes.flatMap((node) => {
    if (node.type === 'text') return pre ? [`"${node.value}"`] : [`"${node.value.replaceAll(/\s+/g, ' ')}"`];
    return node.type === 'element' ? element(node, pre) : [];
  });
  return merged(lines).flatMap((line) => (line.startsWith('"') ? text(line, pre) : [line]));
}

const text = (line: string, pre: boolean): string[] => {
  const value = line.slice(1, -1);
  if (pre) return [`"${value.replace(/\n+$/, '')}"`];
  return value.trim() === '' ? [] : [`"${value.replaceAll(/\s+/g, ' ').trim()}"`];
};

function merged(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (line.startsWith('"') && last?.startsWith('"'))
      out[out.length - 1] = `${last.slice(0, -1)}${line.slice(1)}`;
    else out.push(line);
  }
  return out;
}

function element({ tagName, properties, children }: Element, pre: boolean): string[] {
  const inside = contents(children, pre || tagName === 'pre');
  if (tagName === 'div' && String(properties['className']) === 'table') return inside;
  if (tagName === 'a' && properties['href'] === undefined) return inside;
  if (tagName === 'img' && properties['src'] === undefined) return [];
  const { href, src, alt, title, checked, start, align, className } = properties;
  const side = align ?? /align-(\w+)/.exec(String(className))?.[1];
  const shown = Object.entries({
    href: address(href),
    src: address(src),
    alt: alt ?? '',
    title,
    checked,
    start,
    side,
  })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}=${String(value)}`);
  return [`<${tagName}${shown.join('')}>`, ...inside.map((line) => `  ${line}`)];
}

/** The same address may be written with and without percent-encoding. */
function address(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
