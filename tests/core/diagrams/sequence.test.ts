import { expect, test } from 'vitest';
import { parseSequence } from '../../../src/core/diagrams/sequence/parse-sequence.ts';
import { drawDiagram } from '../../../src/core/diagrams/draw-diagram.ts';
import { reasonOf, svgOf, textsOf } from './drawn.ts';

test.each([
  ['A->B: x', 'solid none'],
  ['A-->B: x', 'dotted none'],
  ['A->>B: x', 'solid arrow'],
  ['A-->>B: x', 'dotted arrow'],
  ['A-xB: x', 'solid cross'],
  ['A--xB: x', 'dotted cross'],
  ['A-)B: x', 'solid open'],
  ['A--)B: x', 'dotted open'],
  ['A<<->>B: x', 'solid arrow both'],
  ['A<<-->>B: x', 'dotted arrow both'],
])('%s is a message', (line, looks) => {
  const { events } = parseSequence(`\n${line}`);
  expect(
    events.map(
      (event) =>
        event.type === 'message' &&
        `${event.from} ${event.to} ${event.text} ${event.dotted ? 'dotted' : 'solid'} ${event.head}${event.both ? ' both' : ''}`,
    ),
  ).toEqual([`0 1 x ${looks}`]);
});

test('names may hold dashes and spaces', () => {
  const { participants } = parseSequence(
    '\nalt-backend->>my home-server: GET /\nmy home-server-->>alt-backend: 200',
  );
  expect(participants.map(({ id }) => id)).toEqual(['alt-backend', 'my home-server']);
});

test('participants stand in the order in which they are named, under their aliases', () => {
  const svg = svgOf(`sequenceDiagram
  participant P as Pi-hole<br/>on kestrel
  actor U as Mara
  U->>P: opens nas.home
  Note over U,P: both`);
  expect(textsOf(svg)).toEqual(['Pi-hole/on kestrel', 'Mara', 'both', 'opens nas.home']);
});

test('blocks, activations and numbers are read', () => {
  const { events } = parseSequence(`
  autonumber 10 5
  A->>+B: asks
  alt is known
    B-->>-A: answer
  else is not
    loop every second
      B->>B: waits
    end
  end`);
  expect(events.map((event) => ('text' in event ? `${event.type} ${event.text}` : event.type))).toEqual([
    'message 10. asks',
    'activate',
    'open is known',
    'message 15. answer',
    'deactivate',
    'section is not',
    'open every second',
    'message 20. waits',
    'close',
    'close',
  ]);
});

test('a semicolon ends a line, but not inside an entity', () => {
  expect(textsOf(svgOf('sequenceDiagram\nA->>B: one #35; two; B->>A: three'))).toEqual([
    'A',
    'B',
    'one # two',
    'three',
  ]);
});

test('it needs no layout engine', () => {
  expect(drawDiagram('sequenceDiagram\nA->>B: x', undefined).type).toBe('drawn');
});

test.each([
  ['sequenceDiagram\nA->>B: x\nend', 'end stands alone'],
  ['sequenceDiagram\nloop x\nA->>B: x', 'loop has no end'],
  ['sequenceDiagram\nA->>B: x\nelse y', 'else stands outside of alt'],
  ['sequenceDiagram\nA->>B: x\nB-->>-A: y', 'one is deactivated that is not active'],
  ['sequenceDiagram\nA says hello', "this line can't be read: A says hello"],
  ['sequenceDiagram', 'nobody takes part in it'],
])('%j is not drawn', (source, reason) => {
  expect(reasonOf(source)).toBe(reason);
});
