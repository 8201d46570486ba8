import { Ajv } from 'ajv';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { TEMPLATES } from '../../scripts/templates/templates.ts';
import { editorSchemas } from '../../src/core/export/editor-schemas.ts';
import { readFrontMatter } from '../../src/core/front-matter/read-front-matter.ts';
import { KINDS } from '../../src/core/model/lab.ts';
import { fieldOf, keysOf } from '../../src/core/schema/kinds.ts';
import { fencesOf, filesIn, read } from './markdown.ts';

const SCHEMAS = editorSchemas();
const validate = (name: string, data: unknown): string[] => {
  const check = new Ajv({ strict: false, allErrors: true }).compile(SCHEMAS.get(name) ?? {});
  return check(data)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

test.each([...SCHEMAS])('docs/schemas/%s is what the code knows', async (name, schema) => {
  const path = `docs/schemas/${name}`;
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(path)), filepath: path });
  await expect(text).toMatchFileSnapshot(`../../${path}`);
});

test.each(KINDS)('the example of every key of a %s is accepted, and so is an empty key', (kind) => {
  for (const key of keysOf(kind)) {
    const [example] = [fieldOf(kind, key)?.unwrap().meta()?.examples].flat();
    expect(validate(`${kind}.schema.json`, { [key]: example }), key).toEqual([]);
    expect(validate(`${kind}.schema.json`, { [key]: null }), key).toEqual([]);
  }
});

test('the front matter and the settings of docs/format.md are accepted', () => {
  for (const [path, text] of Object.entries(filesIn(read('docs/format.md')))) {
    if (path === 'blackstart.yaml') expect(validate('blackstart.schema.json', parse(text))).toEqual([]);
    if (!path.endsWith('.md')) continue;
    const kind = KINDS.find((each) => path.startsWith(`${each}s/`)) ?? 'note';
    expect(validate(`${kind}.schema.json`, readFrontMatter(text).frontMatter.data), path).toEqual([]);
  }
});

test('a wrong value, and a key of blackstart.yaml that does not exist, are refused', () => {
  expect(validate('runbook.schema.json', { minutes: ['ten'] })).not.toEqual([]);
  expect(validate('host.schema.json', { watts: { idle: 9 } })).not.toEqual([]);
  expect(validate('blackstart.schema.json', { titel: 'My lab' })).not.toEqual([]);
  expect(validate('blackstart.schema.json', { site: { indx: true } })).not.toEqual([]);
  expect(validate('note.schema.json', { layout: 'theirs' })).toEqual([]);
});

test('a page from a template is accepted', () => {
  for (const kind of KINDS) {
    const page = TEMPLATES[kind]({
      title: 'A title',
      day: '2026-03-14',
      moment: '2026-03-14T21:05+01:00',
      services: [],
    });
    expect(validate(`${kind}.schema.json`, readFrontMatter(page).frontMatter.data), kind).toEqual([]);
  }
});

test('the settings in docs/editor.md are JSON and name schemas that exist', () => {
  const settings = fencesOf(read('docs/editor.md')).filter(({ info }) => info.startsWith('json'));
  expect(settings.length).toBeGreaterThan(0);
  for (const { text } of settings) {
    const named = JSON.stringify(JSON.parse(text)).match(/[a-z]+\.schema\.json/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(SCHEMAS.has(name), name).toBe(true);
  }
});
