import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      'doctype-style': 'off', // upper or lower case: HTML takes both
      'long-title': 'off', // titles are the authors'
      'valid-id': ['error', { relaxed: true }], // a year is one: `#2026`
    },
  }),
);

test('every page of the demo lab is valid HTML', async () => {
  const folder = inject('sites')[0]?.folder ?? '';
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const path of pages) {
    const { results } = await validator.validateString(readFileSync(join(folder, path), 'utf8'), path);
    for (const { messages } of results)
      wrong.push(...messages.map(({ line, column, message }) => `${path}:${line}:${column} ${message}`));
  }
  expect(wrong).toEqual([]);
});
