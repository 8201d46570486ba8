import { execFile } from 'node:child_process';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/core/parse.ts';
import { createHighlight } from '../../src/io/highlighter.ts';
import { parseFiles, type ParseFilesOptions } from '../../src/io/parse/parse-files.ts';
import { bodiesPath, factsPath } from '../../src/io/store/store-paths.ts';
import type { Tree } from '../../src/io/tree/tree.ts';
import { folderOf, put } from './folders.ts';

const LAB: Readonly<Record<string, string>> = {
  'compose.yaml': 'services:\n  dns:\n    image: pihole/pihole\n',
  'group_vars/all.yml': 'key: value\n',
  'notes/odd.md': '# A lone half \ud800, a \0 and 漢字\n\nText 😀\n',
  'runbooks/dns.md':
    '---\ntitle: DNS\n---\n# DNS is down\n\n1. Look\n\n```bash check\ndig +short @10.0.0.2 example.org\n```\n',
};

const treeOf = (texts: Readonly<Record<string, string>>): Tree => ({
  root: '/lab',
  files: Object.entries(texts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, source]) => ({ path, size: Buffer.byteLength(source), text: true, source })),
  links: new Map(),
  findings: [],
  newest: 0,
});

/** The files, and how many of them had to be parsed. */
async function run(texts: Readonly<Record<string, string>>, options: Partial<ParseFilesOptions> = {}) {
  let parsed = 0;
  const notes: string[] = [];
  const onProgress = () => void (parsed += 1);
  const { files, findings } = await parseFiles(treeOf(texts), {
    headingWords: {},
    onProgress,
    onNote: (note) => notes.push(note),
    ...options,
  });
  return { files, findings, parsed, notes };
}

const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`notes/${index}.md`, `# Page ${index}\n\nText.\n`]),
  );

test('gives what the parser gives, with colours, whether or not it comes from the cache', async () => {
  const cache = folderOf();
  const highlight = await createHighlight(['bash']);
  const expected = treeOf(LAB).files.map(({ path, source = '' }) =>
    JSON.parse(JSON.stringify(parse({ path, text: source }, { headingWords: {}, highlight }))),
  );
  expect(JSON.stringify(expected)).toContain('t-function');
  for (const options of [{}, { cache }, { cache }]) expect((await run(LAB, options)).files).toEqual(expected);
});

test('parses again only what has changed', async () => {
  const cache = folderOf();
  expect((await run(LAB, { cache })).parsed).toBe(4);
  expect((await run(LAB, { cache })).parsed).toBe(0);
  expect((await run({ ...LAB, 'runbooks/dns.md': '# Another text' }, { cache })).parsed).toBe(1);
  expect((await run(LAB, { cache })).parsed).toBe(0);
});

test('what a result depends on is part of its key', async () => {
  const cache = folderOf();
  await run(LAB, { cache });
  expect((await run({ 'runbooks/other.md': LAB['runbooks/dns.md'] ?? '' }, { cache })).parsed).toBe(1);
  expect((await run(LAB, { cache, headingWords: { fix: ['Abhilfe'] } })).parsed).toBe(4);
});

test('a file has the size that it has on disk', async () => {
  const tree = treeOf({ 'a.yml': 'key: value\n' });
  const files = tree.files.map((file) => Object.assign({}, file, { size: 99 }));
  const read = await parseFiles({ ...tree, files }, { headingWords: {} });
  expect(read.files).toEqual([{ form: 'file', path: 'a.yml', size: 99, text: true, flaws: [] }]);
});

test(
  'many files are parsed in workers, with the same results in the same order',
  { timeout: 60_000 },
  async () => {
    const texts = { ...LAB, ...many(100) };
    const { files, findings, parsed } = await run(texts, { cache: folderOf() });
    expect(findings).toEqual([]);
    expect(parsed).toBe(104);
    expect(files.map(({ path }) => path)).toEqual(Object.keys(texts).sort());
    const few = await run(LAB);
    expect(files.filter(({ path }) => path in LAB)).toEqual(few.files);
  },
);

describe('a damaged cache costs time and nothing else', () => {
  const damages: Record<string, (facts: string, bodies: string) => void> = {
    'facts cut off in a line': (facts) => truncateSync(facts, statSync(facts).size - 20),
    'facts without their last line break': (facts) => truncateSync(facts, statSync(facts).size - 1),
    'facts of something else': (facts) => writeFileSync(facts, 'something else\n'),
    'a foreign line': (facts) => appendFileSync(facts, 'x'.repeat(100_000)),
    'a changed byte': (facts) =>
      writeFileSync(facts, readFileSync(facts, 'utf8').replace('DNS is down', 'DNS is dowm')),
    'bodies cut off': (_, bodies) => truncateSync(bodies, 10),
    'bodies gone': (_, bodies) => rmSync(bodies),
    'everything empty': (facts, bodies) => [facts, bodies].forEach((path) => truncateSync(path, 0)),
  };

  test.each(Object.entries(damages))('%s', async (_, damage) => {
    const cache = folderOf();
    const { files } = await run(LAB, { cache });
    const expected = structuredClone(files);
    damage(...pathsIn(cache));
    expect((await run(LAB, { cache })).files).toEqual(expected);
    const again = await run(LAB, { cache });
    expect(again.files).toEqual(expected);
    expect(again.parsed).toBe(0);
  });

  test('a body damaged after its page was loaded is made anew when it is read', async () => {
    const cache = folderOf();
    const { files } = await run({ 'a.md': '# Title\n\nText\n' }, { cache });
    const expected = structuredClone(files);
    const [, bodies] = pathsIn(cache);
    writeFileSync(bodies, readFileSync(bodies, 'utf8').replace('{', '['));
    expect(files).toEqual(expected);
    rmSync(bodies);
    expect(files).toEqual(expected);
  });
});

test('a cache that can not be written is said once, and everything is still there', async () => {
  const cache = join(folderOf({ file: '' }), 'file');
  const { files, notes } = await run(LAB, { cache });
  expect(files).toEqual((await run(LAB)).files);
  expect(notes).toMatchInlineSnapshot(`
    [
      "The cache can't be written (something else has its name), so the next run starts from nothing. Name a folder that can be written in the environment variable BLACKSTART_CACHE.",
    ]
  `);
});

test('only the user may read the cache', async () => {
  const cache = join(folderOf(), 'own');
  await run(LAB, { cache });
  expect(statSync(cache).mode & 0o777).toBe(0o700);
});

test(
  'what is no longer used is dropped, and pages loaded before can still be read',
  { timeout: 60_000 },
  async () => {
    const cache = folderOf();
    const before = await run(many(120), { cache });
    const [facts] = pathsIn(cache);
    const size = statSync(facts).size;
    await run({ 'a.md': '# A page' }, { cache });
    expect(statSync(facts).size).toBeLessThan(size / 10);
    expect((await run({ 'a.md': '# A page' }, { cache })).parsed).toBe(0);
    expect(before.files).toEqual((await run(many(120))).files);
  },
);

test('processes that run at the same time do no harm', { timeout: 60_000 }, async () => {
  const cache = folderOf();
  const lab = folderOf();
  put(lab, many(30));
  const script = `const { readTree } = await import(${module('tree/read-tree.ts')});
    const { parseFiles } = await import(${module('parse/parse-files.ts')});
    const tree = await readTree(${JSON.stringify(lab)}, { config: { include: [], exclude: [], composeGlobs: [] } });
    const { files } = await parseFiles(tree, { headingWords: {}, cache: ${JSON.stringify(cache)} });
    if (files.some((file) => !file.body.html.includes('Text.'))) throw new Error('a wrong body');`;
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  await Promise.all([start(), start(), start()]);
  const { files, parsed } = await run(many(30), { cache });
  expect(parsed).toBe(0);
  expect(files).toEqual((await run(many(30))).files);
});

function pathsIn(cache: string): [facts: string, bodies: string] {
  const name = readdirSync(cache).find((each) => each.startsWith('bodies-')) ?? '';
  const generation = name.slice('bodies-'.length, -'.jsonl'.length);
  return [factsPath(cache), bodiesPath(cache, generation)];
}

const module = (path: string) => JSON.stringify(new URL(`../../src/io/${path}`, import.meta.url).href);
