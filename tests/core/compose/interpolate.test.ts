import { expect, test } from 'vitest';
import { interpolate, NO_VARIABLES } from '../../../src/core/compose/interpolate.ts';
import { splitAtColons } from '../../../src/core/compose/split.ts';
import { service } from './read.ts';

test.each([
  ['plain', 'plain', 'known'],
  ['$$HOME', '$HOME', 'known'],
  ['$${HOME}', '${HOME}', 'known'],
  ['100$', '100$', 'known'],
  ['$1 $-', '$1 $-', 'known'],
  ['${A}', '${A}', 'unresolved'],
  ['$A/x', '${A}/x', 'unresolved'],
  ['$A_1-b', '${A_1}-b', 'unresolved'],
  ['${A:-b}', 'b', 'default'],
  ['${A-b}', 'b', 'default'],
  ['${A:-}', '', 'default'],
  ['${A-}x', 'x', 'default'],
  ['${A:-b:c}/d', 'b:c/d', 'default'],
  ['x${A:+-b}', 'x', 'default'],
  ['x${A+-b}', 'x', 'default'],
  ['${A:?set it}', '${A}', 'unresolved'],
  ['${A?}', '${A}', 'unresolved'],
  ['${A:-${B:-c}}', 'c', 'default'],
  ['${A:-${B}}', '${B}', 'unresolved'],
  ['${A:-$B/c}', '${B}/c', 'unresolved'],
  ['${A:-x${B:-y}z}w', 'xyzw', 'default'],
  ['${A:-{"k":"v"}}', '{"k":"v"}', 'default'],
  ['${A:-$$b}', '$b', 'default'],
  ['${A:-b}${C}', 'b${C}', 'unresolved'],
  ['${}', '${}', 'unresolved'],
  ['${ A}', '${ A}', 'unresolved'],
  ['${A!}', '${A!}', 'unresolved'],
  ['${A', '${A', 'unresolved'],
  ['${A:-b', '${A:-b', 'unresolved'],
  ['}{$', '}{$', 'known'],
])('%s is %s, %s', (text, shown, state) => {
  expect(interpolate(text, NO_VARIABLES)).toEqual({ text: shown, state });
});

test('defaults nested without end stay as written', () => {
  const { text, state } = interpolate('${A:-'.repeat(5_000) + '}'.repeat(5_000), NO_VARIABLES);
  expect(state).toBe('unresolved');
  expect(text).toContain('${');
});

test('a value shows its default, keeps what was written, and neither holds a secret', () => {
  expect(service('image: a\ncommand: postgres://u:${DB_PASSWORD:-hunter2}@${HOST:-db}/x').command).toEqual({
    display: 'postgres://u:•••@db/x',
    raw: 'postgres://u:•••@${HOST:-db}/x',
    state: 'default',
    line: 4,
  });
});

test('a template expression is a value that nobody has filled in', () => {
  expect(service('image: app:{{ tag }}').image?.state).toBe('unresolved');
});

test('colons inside variables and brackets part nothing', () => {
  expect(splitAtColons('${IP:-127.0.0.1}:80:${P:-80}')).toEqual(['${IP:-127.0.0.1}', '80', '${P:-80}']);
  expect(splitAtColons('[::1]:80:80')).toEqual(['[::1]', '80', '80']);
});
