import { closingBraces } from './braces.ts';

/** A text whose variables have been replaced, and how sure it is. */
export type Interpolated = Readonly<{ text: string; state: State }>;
export type State = 'known' | 'default' | 'example' | 'unresolved';

/** What is known of variables: the value of one that is set, and what stands for one that nothing sets. */
export type Variables = Readonly<{
  valueOf: (name: string) => Interpolated | undefined;
  missing: (name: string) => string;
}>;

/** Nothing is set: a variable without a default stays to be seen as `${NAME}`. */
export const NO_VARIABLES: Variables = { valueOf: () => undefined, missing: (name) => `\${${name}}` };

/**
 * Replaces variables as Compose does: `$$` is a dollar, `${A:-b}` is `b` when nothing sets `A`, `${A:+b}` is nothing then.
 * What Compose refuses, such as `${}`, stays as written and is unresolved, and so is a variable that must be set and is not.
 */
export function interpolate(text: string, variables: Variables): Interpolated {
  if (!text.includes('$')) return { text, state: 'known' };
  return filled({ text, braces: closingBraces(text), variables }, { from: 0, to: text.length, depth: 0 });
}

type Source = Readonly<{ text: string; braces: ReadonlyMap<number, number>; variables: Variables }>;
type Part = Readonly<{ from: number; to: number; depth: number }>;

function filled(source: Source, part: Part): Interpolated {
  const pieces: string[] = [];
  let state: State = 'known';
  let at = part.from;
  while (at < part.to) {
    const dollar = source.text.indexOf('$', at);
    if (dollar === -1 || dollar >= part.to) break;
    pieces.push(source.text.slice(at, dollar));
    const variable = variableAt(source, { ...part, from: dollar });
    pieces.push(variable.text);
    state = worse(state, variable.state);
    at = variable.end;
  }
  pieces.push(source.text.slice(at, Math.max(at, part.to)));
  return { text: pieces.join(''), state };
}

type Variable = Interpolated & Readonly<{ end: number }>;

function variableAt(source: Source, part: Part): Variable {
  const { text } = source;
  const next = text[part.from + 1];
  if (next === '$' && part.from + 1 < part.to) return { text: '$', state: 'known', end: part.from + 2 };
  if (next === '{') return bracedAt(source, part);
  const name = nameAt(text, part.from + 1);
  if (name === '') return { text: '$', state: 'known', end: part.from + 1 };
  return { ...plain(source, name), end: part.from + 1 + name.length };
}

function bracedAt(source: Source, { from, to, depth }: Part): Variable {
  const { text, braces, variables } = source;
  const close = braces.get(from + 1);
  const name = nameAt(text, from + 2);
  if (close === undefined || close >= to || name === '' || depth > DEEPEST) {
    return { text: '${', state: 'unresolved', end: from + 2 };
  }
  const end = close + 1;
  const at = from + 2 + name.length;
  if (at === close) return { ...plain(source, name), end };
  const operator = /:?[-+?]/y;
  operator.lastIndex = at;
  const [found] = operator.exec(text) ?? [];
  if (found === undefined) return { text: text.slice(from, end), state: 'unresolved', end };
  const value = variables.valueOf(name);
  const isSet = value !== undefined && (value.text !== '' || !found.startsWith(':'));
  if (found.endsWith('?')) return { ...(isSet ? value : plain(source, name)), end };
  // `-` gives its text when the variable is not set, `+` when it is.
  if (found.endsWith('+') === isSet)
    return { ...alternative(source, { from: at + found.length, to: close, depth }), end };
  return { text: value?.text ?? '', state: value?.state ?? 'default', end };
}

function alternative(source: Source, part: Part): Interpolated {
  const given = filled(source, { ...part, depth: part.depth + 1 });
  return { text: given.text, state: worse('default', given.state) };
}

function plain({ variables }: Source, name: string): Interpolated {
  return variables.valueOf(name) ?? { text: variables.missing(name), state: 'unresolved' };
}

/** Compose sets no limit; nobody writes this many defaults of defaults. */
const DEEPEST = 30;

function nameAt(text: string, from: number): string {
  const name = /[A-Za-z_]\w*/y;
  name.lastIndex = from;
  return name.exec(text)?.[0] ?? '';
}

const STATES = ['known', 'default', 'example', 'unresolved'] as const;

export function worse(one: State, other: State): State {
  return STATES.indexOf(one) > STATES.indexOf(other) ? one : other;
}
