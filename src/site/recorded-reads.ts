import { hashOf } from '../core/hash.ts';
import type { Site } from './site.ts';

/** A lab's index and its site, which write down what a page asks of them. */
export type RecordedReads = Readonly<{
  locals: App.Locals;
  /** What was asked since the last call, each question once. */
  take: () => readonly string[];
  /** What this lab answers to a question, as a digest; undefined when it is too much to compare, such as all its pages. */
  answer: (question: string) => string | undefined;
}>;

/** `keyOf` stands for everything that was parsed from the file at a path. */
export function recordReads(
  { index, site }: App.Locals,
  keyOf: (path: string) => string | undefined,
): RecordedReads {
  let asked = new Set<string>();
  const answers = new Map<string, () => unknown>();
  const maps = new Map<string, ReadonlyMap<string, unknown>>();
  const image = (path: string) => site.addresses.image(path);
  const digest = digester(keyOf);

  const recordedMap = <V>(name: string, map: ReadonlyMap<string, V>): ReadonlyMap<string, V> => {
    maps.set(name, map);
    const ask = (key: string): string => {
      asked.add(`${name}\0${key}`);
      return key;
    };
    const get = (key: string): V | undefined => map.get(ask(key));
    const has = (key: string): boolean => map.has(ask(key));
    return new Proxy(map, {
      get: (_, property) => {
        if (property === 'get') return get;
        if (property === 'has') return has;
        asked.add(name);
        const value: unknown = Reflect.get(map, property, map);
        return typeof value === 'function' ? value.bind(map) : value;
      },
    });
  };

  const recorded = <T extends object>(name: string, object: T): T => {
    const parts = new Map<string, unknown>();
    for (const [key, value] of Object.entries(object)) {
      const part = `${name}${key}`;
      if (value instanceof Map) parts.set(key, recordedMap(part, value));
      else if (NESTED.has(part)) parts.set(key, recorded(`${part}.`, value));
      else answers.set(part, () => (Array.isArray(value) && value.length > FEW ? undefined : value));
    }
    return new Proxy(object, {
      get: (_, property) => {
        if (typeof property === 'symbol') return Reflect.get(object, property);
        if (parts.has(property)) return parts.get(property);
        asked.add(name + property);
        return Reflect.get(object, property);
      },
    });
  };

  const recordedSite: Site = {
    ...site,
    source: (path) => {
      asked.add(`source\0${path}`);
      return site.source(path);
    },
    addresses: {
      ...site.addresses,
      image: (path) => {
        asked.add(`image\0${path}`);
        return image(path);
      },
    },
  };

  const valueOf = (question: string): unknown => {
    const cut = question.indexOf('\0');
    if (cut === -1) return answers.get(question)?.();
    const [name, key] = [question.slice(0, cut), question.slice(cut + 1)];
    if (name === 'source') return keyOf(key) ?? site.source(key) ?? '';
    if (name === 'image') return image(key) ?? '';
    return maps.get(name)?.get(key) ?? '';
  };

  return {
    locals: { index: recorded('', index), site: recordedSite },
    take: () => {
      const taken = [...asked];
      asked = new Set();
      return taken;
    },
    answer: (question) => {
      const value = valueOf(question);
      return value === undefined ? undefined : digest(value);
    },
  };
}

/** Parts of an index whose own parts are asked for one by one. */
const NESTED: ReadonlySet<string> = new Set(['lab', 'lab.history']);
/** Longer lists are those of a lab's pages, services and the like. */
const FEW = 20;

/** A parsed page is its key; the facts of a compose file, which each of its services carries along, are written out once. */
function digester(keyOf: (path: string) => string | undefined): (value: unknown) => string {
  const facts = new WeakMap<object, string>();
  const plain = (key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Map) return [...value];
    if ('form' in value && value.form === 'page' && 'path' in value) return keyOf(String(value.path));
    if (key !== 'facts' || Array.isArray(value)) return value;
    const known = facts.get(value) ?? hashOf(JSON.stringify(value));
    facts.set(value, known);
    return known;
  };
  return (value) => hashOf(JSON.stringify(value, plain));
}
