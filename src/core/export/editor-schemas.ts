import { z } from 'zod';
import { KINDS, type Kind } from '../model/lab.ts';
import { configSchema } from '../schema/config-schema.ts';
import { SCHEMAS, type Field } from '../schema/kinds.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = Readonly<Record<string, Json>>;

/** JSON Schemas for editors, by name of the file: the front matter of each kind, and `blackstart.yaml`. */
export function editorSchemas(): ReadonlyMap<string, Schema> {
  const kinds = KINDS.map((kind): [string, Schema] => [`${kind}.schema.json`, frontMatterSchema(kind)]);
  return new Map([...kinds, ['blackstart.schema.json', settingsSchema()]]);
}

/** Keys of other tools are welcome in front matter, and so is a key that is still empty. */
const frontMatterSchema = (kind: Kind): Schema => ({
  ...HEAD,
  title: `Front matter of a ${kind}`,
  ...objectOf(SCHEMAS[kind]),
});

/** `blackstart.yaml` is ours alone: a key that is not known has no effect. */
const settingsSchema = (): Schema => ({
  ...HEAD,
  title: 'blackstart.yaml',
  ...closed(objectOf(configSchema)),
});

/** The oldest draft that the editors in use agree on. What zod writes here is the same in both. */
const HEAD = { $schema: 'http://json-schema.org/draft-07/schema#' };

function objectOf(schema: z.ZodObject): Schema {
  const { properties } = mapOf(shown(z.toJSONSchema(schema, { io: 'input' })));
  const shape: Readonly<Record<string, Field>> = schema.shape;
  return {
    type: 'object',
    properties: mapEach(mapOf(properties), (property, key) =>
      orEmpty(property, shown(shape[key]?.unwrap().meta()?.examples ?? [])),
    ),
  };
}

/** A JSON Schema is JSON; its type says more than we need. */
const shown = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json;

function orEmpty(property: Json, examples: Json): Json {
  const { description = '', ...rest } = mapOf(property);
  const { anyOf, ...others } = rest;
  const choices = Array.isArray(anyOf) && Object.keys(others).length === 0 ? anyOf : [rest];
  return { description, examples, anyOf: [...choices, { type: 'null' }] };
}

/** The same, and in each map of named keys no other key. */
function closed(schema: Schema): Schema {
  const { properties, anyOf, ...rest } = schema;
  return {
    ...rest,
    ...(properties !== undefined && {
      properties: mapEach(mapOf(properties), (property) => closed(mapOf(property))),
      additionalProperties: false,
    }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((choice: Json) => closed(mapOf(choice))) }),
  };
}

const mapEach = (map: Schema, change: (value: Json, key: string) => Json): Schema =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

const mapOf = (value: Json | undefined): Schema =>
  typeof value === 'object' && value !== null && !isList(value) ? value : {};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
