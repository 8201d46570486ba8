import { expect, test } from 'vitest';
import { z } from 'zod';
import { KINDS } from '../../../src/core/model/lab.ts';
import { configSchema } from '../../../src/core/schema/config-schema.ts';
import { fieldOf, keysOf, SCHEMAS } from '../../../src/core/schema/kinds.ts';

test.each(KINDS)('every key of a %s is documented, and its example fits', (kind) => {
  for (const key of keysOf(kind)) {
    const schema = fieldOf(kind, key)?.unwrap();
    expect(schema?.description, key).toMatch(/^.{10,}\.$/);
    const examples = z.array(z.unknown()).min(1).parse(schema?.meta()?.examples);
    for (const example of examples) expect(schema?.safeParse(example).success, key).toBe(true);
  }
});

test.each(KINDS)('a JSON Schema can be made for a %s', (kind) => {
  const { properties } = z.toJSONSchema(SCHEMAS[kind], { io: 'input' });
  expect(Object.keys(properties ?? {})).toEqual(keysOf(kind));
});

test('a JSON Schema can be made for blackstart.yaml, with the words of each key', () => {
  const { properties } = z.toJSONSchema(configSchema, { io: 'input' });
  for (const property of Object.values(properties ?? {})) expect(property).toHaveProperty('description');
});

test('the JSON Schema lists the words that a key may hold', () => {
  expect(z.toJSONSchema(SCHEMAS.postmortem.shape.severity.unwrap(), { io: 'input' })).toMatchObject({
    anyOf: [{ enum: ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] }, {}],
  });
});

test('no kind knows what every object knows', () => {
  expect(fieldOf('note', 'toString')).toBeUndefined();
  expect(fieldOf('note', '__proto__')).toBeUndefined();
});
