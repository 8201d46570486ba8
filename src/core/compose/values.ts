import type { Value } from '../model/compose.ts';
import { redactValue } from '../secrets/redact-value.ts';
import { at, child, entriesOf, scalarAt, scalarsOf, word } from './tree.ts';
import type { Mapping, Scalar, Tree } from './tree.ts';

/** The value of a scalar of a masked tree. Parts of a secret that variables bring together are masked here. */
export function valueOf(scalar: Scalar): Value {
  const { text, raw = text, state = 'known' } = scalar;
  return { display: text === raw ? text : redactValue(text), raw, state, ...at(scalar) };
}

export function valueAt(tree: Tree | undefined, key: string): Value | undefined {
  const scalar = scalarAt(tree, key);
  return scalar && valueOf(scalar);
}

export function displayAt(tree: Tree | undefined, key: string): string | undefined {
  return valueAt(tree, key)?.display;
}

export function valuesAt(tree: Tree | undefined, key: string): readonly Value[] {
  return scalarsOf(child(tree, key)).map(valueOf);
}

/** Texts of a list, or `key=value` of a mapping, without those that hold more. */
export function textsAt(tree: Tree | undefined, key: string, separator = '='): readonly Value[] {
  const list = child(tree, key);
  if (list?.kind !== 'mapping') return valuesAt(tree, key);
  return entriesOf(list).flatMap(([name, { value, ...place }]) =>
    value.kind === 'scalar'
      ? [valueOf({ ...value, ...joinedWith(name, separator, value), ...at(place) })]
      : [],
  );
}

function joinedWith(name: string, separator: string, { text, raw }: Scalar): Pick<Scalar, 'text' | 'raw'> {
  const begin = name + separator;
  return { text: begin + text, ...(raw !== undefined && { raw: begin + raw }) };
}

/** The value of what was written short, or of the parts of a long form set one behind the other. */
export function wholeOf(long: Mapping, parts: readonly (Scalar | undefined)[]): Value {
  if (long.short) return valueOf(long.short);
  const known = parts.filter((part) => part !== undefined);
  const state = known.map((part) => part.state).find((each) => each !== undefined);
  const joined = (textOf: (part: Scalar) => string): string => known.map(textOf).join(':');
  return valueOf({
    ...word(
      joined(({ text }) => text),
      long,
    ),
    ...(state && { state, raw: joined(({ text, raw = text }) => raw) }),
  });
}

/** The facts that are known, as optional keys may not hold `undefined`. */
export function present<T extends Readonly<Record<string, unknown>>>(
  facts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in facts) {
    const value = facts[key];
    if (value !== undefined) Object.assign(known, { [key]: value });
  }
  return known;
}
