import { z } from 'zod';
import { cleanPath, longMount } from '../../src/core/compose/short-mount.ts';
import { longPorts } from '../../src/core/compose/short-port.ts';
import { word } from '../../src/core/compose/tree.ts';
import { plain } from './our-model.ts';
import { valuesForm } from './values-form.ts';

/** Each attribute of each service, and each top-level resource, as one text that reads alike for the same meaning. */
export type Neutral = ReadonlyMap<string, string>;

const record = z.record(z.string(), z.unknown());
type Json = Readonly<Record<string, unknown>>;

/** Both readers' models go through this; spellings that mean the same are one. */
export function neutral(model: unknown, mode: 'raw' | 'values'): Neutral {
  const found = new Map<string, string>();
  const { services, ...others } = objectOf(mode === 'values' ? valuesForm(model) : model);
  for (const [name, service] of Object.entries(objectOf(services)))
    for (const [key, value] of Object.entries(objectOf(service))) {
      const text = stable((BY_KEY[key] ?? asIs)(value));
      if (text !== '') found.set(`services.${name}.${key}`, text);
    }
  for (const section of ['networks', 'volumes', 'secrets', 'configs'])
    for (const [name, resource] of Object.entries(objectOf(others[section])))
      found.set(`${section}.${name}`, stable(resourceOf(objectOf(resource))) || 'declared');
  if (typeof others['name'] === 'string') found.set('name', others['name']);
  return found;
}

const asIs = (value: unknown): unknown => value;

function objectOf(value: unknown): Json {
  const read = record.safeParse(value);
  return read.success && !Array.isArray(value) ? read.data : {};
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const asSet = (value: unknown): readonly string[] => listOf(value).map(stable).toSorted();

/** `A=1` in a list and `A: 1` in a mapping are one. */
function pairs(value: unknown): Json {
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(objectOf(value)).map(([key, item]) => [key, textOf(item)]));
  return Object.fromEntries(
    value.map((item) => {
      const [name = '', ...rest] = String(item).split('=');
      return [name, rest.length > 0 ? rest.join('=') : null];
    }),
  );
}

const textOf = (value: unknown): unknown => (value === null ? null : String(value));
const names = (value: unknown): readonly string[] => Object.keys(pairs(value)).toSorted();

function ports(value: unknown): readonly string[] {
  return listOf(value)
    .flatMap((item) =>
      typeof item === 'object' && item !== null
        ? [item]
        : longPorts(word(String(item), { line: 1 })).map(plain),
    )
    .flatMap((item) => portTexts(objectOf(item)))
    .toSorted();
}

/** A range that Compose writes as one entry for each port. */
function portTexts({
  target,
  published,
  host_ip,
  protocol,
  mode,
  name,
  app_protocol,
}: Json): readonly string[] {
  const rest = [host_ip ?? '', protocol ?? 'tcp', mode ?? 'ingress', name ?? '', app_protocol ?? ''].join(
    ' ',
  );
  const [targets, publics] = [rangeOf(target), rangeOf(published)];
  if (targets.length < 2 || (publics.length > 0 && publics.length !== targets.length))
    return [`${String(published ?? '')}:${String(target)} ${rest}`];
  return targets.map((each, index) => `${publics[index] ?? ''}:${each} ${rest}`);
}

function rangeOf(value: unknown): readonly number[] {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(String(value ?? '')) ?? [];
  const length = Number(last) - Number(first) + 1;
  return length > 0 ? Array.from({ length }, (_, index) => Number(first) + index) : [];
}

function mounts(value: unknown): readonly string[] {
  return asSet(
    listOf(value).map((item) => {
      if (typeof item === 'string') {
        const long = longMount(word(item, { line: 1 }));
        return long ? mount(objectOf(plain(long))) : item;
      }
      return mount(objectOf(item));
    }),
  );
}

const mount = ({ source, volume, ...rest }: Json): Json => ({
  ...rest,
  ...(Object.keys(objectOf(volume)).length > 0 && { volume }),
  ...(typeof source === 'string' && { source: sourceOf(source, rest['type']) }),
});

/** Compose tidies the paths of included files, and puts its own home in place of `~`. */
const sourceOf = (source: string, type: unknown): string =>
  type === 'bind' ? cleanPath(source.replace(/^\/nonexistent/, '~')) : source;

const resourceOf = ({ labels, ...rest }: Json): Json => ({
  ...rest,
  ...(labels !== undefined && { labels: pairs(labels) }),
});

function build(value: unknown): Json {
  const { args, labels, additional_contexts, ...rest } = objectOf(value);
  return {
    ...rest,
    args: names(args),
    labels: pairs(labels),
    additional_contexts: pairs(additional_contexts),
  };
}

function deploy(value: unknown): Json {
  const { labels, ...rest } = objectOf(value);
  return { ...rest, labels: pairs(labels) };
}

const BY_KEY: Readonly<Record<string, (value: unknown) => unknown>> = {
  annotations: pairs,
  build,
  cap_add: asSet,
  cap_drop: asSet,
  deploy,
  environment: names,
  expose: (value) => listOf(value).map(String).toSorted(),
  labels: pairs,
  ports,
  sysctls: pairs,
  tmpfs: listOf,
  volumes: mounts,
};

/** JSON with keys in order, and without what says nothing. */
function stable(value: unknown): string {
  const kept = compacted(value);
  return kept === undefined ? '' : typeof kept === 'string' ? kept : JSON.stringify(kept);
}

function compacted(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((item: unknown) => compacted(item) ?? null);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, compacted(item)] as const)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
