import type { Value } from '../model/compose.ts';
import { redactValue } from '../secrets/redact-value.ts';
import { closingBraces } from './braces.ts';
import type { Scalar } from './tree.ts';

/** The value of a scalar with its secrets masked and its variables replaced by their defaults. */
export function valueOf({ text, line }: Scalar): Value {
  const raw = redactValue(text);
  const { text: shown, state } = interpolate(raw);
  return {
    display: shown === raw ? raw : redactValue(shown),
    raw,
    state: state === 'known' && text.includes('{{') ? 'unresolved' : state,
    line,
  };
}

/** A text whose variables have been replaced as far as the file alone can tell. */
export type Interpolated = Readonly<{ text: string; state: 'known' | 'default' | 'unresolved' }>;

/**
 * Replaces variables as Compose does when none of them is set: `$$` is a dollar, `${A:-b}` is `b`, `${A:+b}` is nothing, and
 * `${A}`, `$A` and `${A:?why}` stay as `${A}`. What Compose refuses, such as `${}`, stays as written and is unresolved.
 */
export function interpolate(text: string): Interpolated {
  if (!text.includes('$')) return { text, state: 'known' };
  return filled({ text, braces: closingBraces(text) }, { from: 0, to: text.length, depth: 0 });
}

type Source = Readonly<{ text: string; braces: ReadonlyMap<number, number> }>;
type Part = Readonly<{ from: number; to: number; depth: number }>;

function filled(source: Source, part: Part): Interpolated {
  const pieces: string[] = [];
  let state: Interpolated['state'] = 'known';
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
  return { text: `\${${name}}`, state: 'unresolved', end: part.from + 1 + name.length };
}

function bracedAt(source: Source, { from, to, depth }: Part): Variable {
  const { text, braces } = source;
  const close = braces.get(from + 1);
  const name = nameAt(text, from + 2);
  if (close === undefined || close >= to || name === '' || depth > DEEPEST) {
    return { text: '${', state: 'unresolved', end: from + 2 };
  }
  const end = close + 1;
  const at = from + 2 + name.length;
  if (at === close) return { text: `\${${name}}`, state: 'unresolved', end };
  const operator = /:?[-+?]/y;
  operator.lastIndex = at;
  const [found] = operator.exec(text) ?? [];
  if (found === undefined) return { text: text.slice(from, end), state: 'unresolved', end };
  if (found.endsWith('?')) return { text: `\${${name}}`, state: 'unresolved', end };
  if (found.endsWith('+')) return { text: '', state: 'default', end };
  const given = filled(source, { from: at + found.length, to: close, depth: depth + 1 });
  return { text: given.text, state: worse('default', given.state), end };
}

/** Compose sets no limit; nobody writes this many defaults of defaults. */
const DEEPEST = 30;

function nameAt(text: string, from: number): string {
  const name = /[A-Za-z_]\w*/y;
  name.lastIndex = from;
  return name.exec(text)?.[0] ?? '';
}

const STATES = ['known', 'default', 'unresolved'] as const;

function worse(one: Interpolated['state'], other: Interpolated['state']): Interpolated['state'] {
  return STATES.indexOf(one) > STATES.indexOf(other) ? one : other;
}

/** Parts of a text between colons, without those inside `${…}` and `[…]`. */
export function splitAtColons(text: string): readonly string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === ':' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
