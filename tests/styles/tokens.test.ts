import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, rolesOf } from './colours.ts';

const TOKENS = 'src/styles/tokens.css';
const withoutComments = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '');
const sheets = globSync('src/styles/*.css').map((path) => path.replaceAll('\\', '/'));
const rules = sheets
  .filter((path) => path !== TOKENS)
  .flatMap((path) =>
    [...withoutComments(path).matchAll(/^\s*([a-z-]+):\s*([^;{]+);/gm)].map(([, name = '', value = '']) => ({
      path,
      name,
      value,
    })),
  );

test('colours and pixels stand among the tokens, nowhere else', () => {
  expect(rules.length).toBeGreaterThan(300); // a check that reads no rule protects nothing
  const wrong = rules.filter(({ value }) =>
    /#[\da-f]{3,8}\b|\b(rgba?|hsla?|oklch|light-dark)\(|\dpx\b/i.test(value),
  );
  expect(wrong).toEqual([]);
});

test('sizes of text, corners, lines and shadows are tokens', () => {
  const wrong = rules.filter(({ name, value }) => {
    const kind = kindOf(name);
    return kind !== undefined && !ALLOWED[kind].test(value);
  });
  expect(wrong).toEqual([]);
});

test('every token that is asked for is there, and every one is asked for', () => {
  const there = new Set([...withoutComments(TOKENS).matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
  const asked = new Set(
    sheets.flatMap((path) => [...withoutComments(path).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)),
  );
  expect([...asked].filter((name) => !there.has(name))).toEqual([]);
  expect([...there].filter((name) => !asked.has(name))).toEqual([]);
});

test('each sheet fills one layer, and the order of the layers is said once', () => {
  const order = /^@layer ([^;{]+);/.exec(withoutComments(TOKENS).trim())?.[1]?.split(/,\s*/) ?? [];
  expect(order).toEqual(['reset', 'tokens', 'base', 'prose', 'components', 'pages', 'print']);
  for (const path of sheets) {
    const layers = [...withoutComments(path).matchAll(/@layer (\w+) \{/g)].map(([, name]) => name);
    expect(layers, path).toHaveLength(1);
    expect(order, path).toContain(layers[0]);
  }
});

// Text may also have a size relative to the text around it; paper is measured in points.
const ALLOWED = {
  'font-size': /^(var\(--step-?\d\)|0\.9em|inherit|\d+(\.\d)?pt)$/,
  font: /^(\d{3} )?var\(--(step-?\d|drawn)\)( \/ var\(--lead[a-z-]*\))? var\(--(font|mono)\)$|^inherit$|^\dpt sans-serif$/,
  radius: /^(var\(--round\)|50%|0)$/,
  border: /^(0|var\(--(hair|rule|ring|edge)\) (solid|dashed|dotted|double)( .+)?)$/,
  shadow: /^(none|var\(--shadow\))$/,
};
const kindOf = (name: string): keyof typeof ALLOWED | undefined => {
  if (name === 'font-size' || name === 'font') return name;
  if (name.endsWith('radius')) return 'radius';
  if (name.endsWith('shadow')) return 'shadow';
  return /^border(-(block|inline)(-(start|end))?)?$/.test(name) ? 'border' : undefined;
};

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const colour = rolesOf(withoutComments(TOKENS), scheme);

  test.each([
    ['ink', 'paper', 7],
    ['ink', 'panel', 7],
    ['ink', 'mark', 7],
    ['rail-ink', 'rail', 7],
    ...['ink-soft', 'accent', 'danger', 'warn', 'good'].flatMap((role) => [
      [role, 'paper', 4.5] as const,
      [role, 'panel', 4.5] as const,
    ]),
    ['keyword', 'panel', 4.5],
    ['rail-accent', 'rail', 4.5],
    ['paper', 'danger', 4.5],
    ['line-strong', 'paper', 3],
    ['line-strong', 'panel', 3],
    ['rail-line', 'rail', 2.5],
  ] as const)('%s on %s: at least %d to 1', (above, below, least) => {
    expect(contrast(colour(above), colour(below))).toBeGreaterThanOrEqual(least);
  });
});
