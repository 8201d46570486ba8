import { expect, test } from 'vitest';
import { parseState } from '../../../src/core/diagrams/state/parse-state.ts';
import { reasonOf, svgOf, textsOf } from './drawn.ts';

test('transitions, starts and ends are edges between states', () => {
  const { nodes, edges } = parseState(`
  [*] --> Off
  Off --> On : power
  On --> [*]
  Off : is off
  Off : and quiet`);
  expect(edges.map(({ from, to, label }) => [from, to, label.join('/')])).toEqual([
    ['[*] start ', 'Off', ''],
    ['Off', 'On', 'power'],
    ['On', '[*] end ', ''],
  ]);
  expect(nodes.map(({ id, shape, label }) => [id, shape, label.join('/')])).toEqual([
    ['[*] start ', 'start', ''],
    ['Off', 'round', 'is off/and quiet'],
    ['On', 'round', 'On'],
    ['[*] end ', 'end', ''],
  ]);
});

test('a composite state is a frame with a start of its own, and its parts that run at once are frames in it', () => {
  const { groups, nodes } = parseState(`
  [*] --> Active
  state "Up and running" as Active {
    [*] --> A
    --
    [*] --> B
  }`);
  expect(groups.map(({ id, title, parent }) => [id, title.join(), parent])).toEqual([
    ['Active', 'Up and running', undefined],
    ['Active 1', '', 'Active'],
    ['Active 2', '', 'Active'],
  ]);
  expect(nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ['[*] start ', undefined],
    ['[*] start Active 1', 'Active 1'],
    ['A', 'Active 1'],
    ['[*] start Active 2', 'Active 2'],
    ['B', 'Active 2'],
  ]);
});

test('choices, forks, joins and notes have their shapes', () => {
  const { nodes } = parseState(`
  direction LR
  state pick <<choice>>
  state split <<fork>>
  state meet [[join]]
  a --> pick
  note right of a : look here
  note left of a
    two
    lines
  end note`);
  expect(nodes.map(({ shape, label }) => [shape, label.join('/')])).toEqual([
    ['diamond', ''],
    ['bar', ''],
    ['bar', ''],
    ['round', 'a'],
    ['note', 'look here'],
    ['note', 'two/lines'],
  ]);
});

test('a state diagram is drawn with its texts', () => {
  expect(textsOf(svgOf('stateDiagram-v2\n[*] --> Off\nOff --> On : power\nclassDef x fill:red'))).toEqual([
    'Off',
    'On',
    'power',
  ]);
});

test.each([
  ['stateDiagram-v2\nstate a {', 'a group has no end'],
  ['stateDiagram-v2\n}', 'a state ends that has not begun'],
  ['stateDiagram-v2\na ==> b', "this line can't be read: a ==> b"],
  ['stateDiagram-v2\nstate h <<history>>', '<<history>> is not a kind of state that is drawn'],
  ['stateDiagram-v2\nnote left of a\nx', 'a note has no end'],
])('%j is not drawn', (source, reason) => {
  expect(reasonOf(source)).toBe(reason);
});
