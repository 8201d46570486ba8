import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the files of each layer must not import. Arrows point down: pages and scripts, then site and io, then core. */
const forbidden = {
  'src/core': /^(node:|astro|simple-git|pagefind)|\/(io|site|pages|components)\/|\/scripts\//,
  'src/io': /^astro|\/(site|pages|components)\/|\/scripts\//,
  'src/site': /^simple-git|\/io\/|\/scripts\//,
  'src/pages': /^(node:|simple-git)|\/io\/|\/scripts\//,
  'src/layouts': /^(node:|simple-git)|\/io\/|\/scripts\//,
  // `mdx.ts` runs the code of a page while it is rendered, which only a component can ask for.
  'src/components':
    /^(node:|simple-git)|\/io\/|\/scripts\/|\/site\/(?!(url|texts|relation-texts|place-texts|value-texts|site|mdx)\.ts$)/,
  'src/client': /^(node:|simple-git)|\/io\/|\/scripts\/|\/site\/(?!(url|texts|site)\.ts$)/,
  scripts: /\/(pages|components|layouts)\//,
} as const;

test.each(Object.entries(forbidden))('%s imports downwards only', (layer, bad) => {
  const files = globSync(`${layer}/**/*.{ts,astro}`);
  expect(files.length).toBeGreaterThan(0); // a rule that sees no file protects nothing
  for (const path of files) for (const target of imports(path)) expect(target, path).not.toMatch(bad);
});

test('core reads no clock, prints nothing and knows no process', () => {
  for (const path of globSync('src/core/**/*.ts'))
    expect(code(path), path).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bconsole\.|\bprocess\./);
});

test('no source file is longer than 250 lines', () => {
  const files = globSync('{src,scripts}/**/*.{ts,astro,css}');
  const long = files.filter((path) => read(path).split('\n').length > 251);
  expect(long).toEqual([]);
});

test('only main.ts ends the process', () => {
  for (const path of globSync('{src,scripts}/**/*.ts'))
    if (path !== 'scripts/main.ts') expect(code(path), path).not.toMatch(/\bprocess\.(exit|exitCode)\b/);
});

test('every rule has its page in docs/rules, and every page its rule', () => {
  const rules = new Set(globSync('src/**/*.ts').flatMap(ruleIds));
  const pages = globSync('docs/rules/[!R]*.md').map((path) => path.replace(/^.*[\\/]|\.md$/g, ''));
  expect(pages.sort()).toEqual([...rules].sort());
});

const read = (path: string) => readFileSync(path, 'utf8');

/** A file without its comments, which may speak of what the code must not do. */
const code = (path: string) => read(path).replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/gm, '');

const imports = (path: string) =>
  [...code(path).matchAll(/^(?:import|export)\b[^;']*'([^']+)'|\bimport\(\s*'([^']+)'/gm)].map(
    ([, target, loaded]) => target ?? loaded,
  );

/** Ids after `rule: …` or `rule = …`, without what is compared there. */
const ruleIds = (path: string) =>
  [...code(path).matchAll(/\brule(?:: | = )[^,;]*/g)].flatMap(([line]) =>
    [...line.replace(/=== '[^']*'/g, '').matchAll(/(?:: |= |\? )'([a-z-]+)'/g)].map(([, id]) => id),
  );
