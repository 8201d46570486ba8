import { expect, test } from 'vitest';
import { parseFlowchart } from '../../../src/core/diagrams/flowchart/parse-flowchart.ts';
import { reasonOf, svgOf, textsOf } from './drawn.ts';

const edgesOf = (body: string): string[] =>
  parseFlowchart(` LR\n${body}`).edges.map(
    ({ from, to, label, stroke, head, tail, length }) =>
      `${from} ${tail} ${stroke} ${length} ${head} ${to}${label.length > 0 ? ` (${label.join('/')})` : ''}`,
  );

test.each([
  ['A --> B', 'A none solid 1 arrow B'],
  ['A---B', 'A none solid 1 none B'],
  ['A -.-> B', 'A none dotted 1 arrow B'],
  ['A -.- B', 'A none dotted 1 none B'],
  ['A ==> B', 'A none thick 1 arrow B'],
  ['A --o B', 'A none solid 1 circle B'],
  ['A x--x B', 'A cross solid 1 cross B'],
  ['A <--> B', 'A arrow solid 1 arrow B'],
  ['A ----> B', 'A none solid 3 arrow B'],
  ['A ---- B', 'A none solid 2 none B'],
  ['A -...-> B', 'A none dotted 3 arrow B'],
  ['A ~~~ B', 'A none invisible 1 none B'],
  ['A -->|asks| B', 'A none solid 1 arrow B (asks)'],
  ['A -- asks --> B', 'A none solid 1 arrow B (asks)'],
  ['A --asks--> B', 'A none solid 1 arrow B (asks)'],
  ['A -- "a --> b" --> B', 'A none solid 1 arrow B (a --> b)'],
  ['A == asks ==> B', 'A none thick 1 arrow B (asks)'],
  ['A -. v1.2 .-> B', 'A none dotted 1 arrow B (v1.2)'],
  ['A e1@--> B', 'A none solid 1 arrow B'],
  ['alt-db --> x.y', 'alt-db none solid 1 arrow x.y'],
])('%s is one edge', (source, edge) => {
  expect(edgesOf(source)).toEqual([edge]);
});

test('chains and lists are every edge that they stand for', () => {
  expect(edgesOf('A & B --> C --> D & E').map((edge) => edge.replace(' none solid 1 arrow', ' >'))).toEqual([
    'A > C',
    'B > C',
    'C > D',
    'C > E',
  ]);
});

test.each([
  ['[text]', 'box'],
  ['("text")', 'round'],
  ['([text])', 'stadium'],
  ['[[text]]', 'subroutine'],
  ['[(text)]', 'cylinder'],
  ['((text))', 'circle'],
  ['(((text)))', 'double-circle'],
  ['{text}', 'diamond'],
  ['{{text}}', 'hexagon'],
  ['[/text/]', 'lean-right'],
  ['[\\text\\]', 'lean-left'],
  ['[/text\\]', 'trapezoid'],
  ['[\\text/]', 'trapezoid-down'],
  ['>text]', 'flag'],
  ['@{ shape: cyl, label: "text" }', 'cylinder'],
  ['@{ shape: notched-pentagon, label: "text" }', 'box'],
])('a node with %s is a %s', (brackets, shape) => {
  expect(parseFlowchart(` TD\nA${brackets}:::loud`).nodes).toEqual([
    { id: 'A', label: ['text'], shape, parent: undefined },
  ]);
});

test('a node belongs to the subgraph that ends first of those that name it', () => {
  const { nodes, groups } = parseFlowchart(` TD
A --> B
subgraph out [Outer frame]
  direction LR
  subgraph "Inner frame"
    B --> C
  end
  C --> D
end
`);
  expect(Object.fromEntries(nodes.map(({ id, parent }) => [id, parent]))).toEqual({
    A: undefined,
    B: ' 1',
    C: ' 1',
    D: 'out',
  });
  expect(groups).toEqual([
    { id: 'out', title: ['Outer frame'], parent: undefined, direction: 'LR' },
    { id: ' 1', title: ['Inner frame'], parent: 'out', direction: undefined },
  ]);
});

test('settings, comments and styles are read over', () => {
  const plain = svgOf('flowchart LR\nA[One] --> B');
  const dressed = svgOf(`---
config:
  theme: dark
---
%%{init: {"flowchart": {"curve": "linear"}}}%%
flowchart LR;
  %% the first one
  A[One]:::loud --> B; classDef loud fill:#fff,stroke:#000;
  class B loud
  style A fill:#fff; linkStyle 0 stroke:red
  click A href "https://example.com" _blank
  accTitle: Something`);
  expect(dressed).toBe(plain);
});

test('labels lose their markup and keep their words', () => {
  expect(
    textsOf(
      svgOf(`flowchart TD
A["<b>bold</b><br/>a #lt;b#gt; &amp; #quot;c#quot;"]
B["\`**strong** and _soft_\`"]
C[fa:fa-server Server]
D["kept: <host> & 5 < 6"]`),
    ),
  ).toEqual([
    'bold/a &lt;b&gt; &amp; &quot;c&quot;',
    'strong and soft',
    'Server',
    'kept: &lt;host&gt; &amp; 5 &lt; 6',
  ]);
});

test('an edge may lead to a subgraph, also to one that is empty', () => {
  const svg = svgOf(`flowchart TD
user --> one
subgraph one
  a --> b
end
subgraph two
end
one --> two
b --> user`);
  expect(textsOf(svg).toSorted()).toEqual(['a', 'b', 'one', 'two', 'user']);
  expect(svg.match(/<path d="M\d+ \d+c/g)).toHaveLength(4);
});

test.each([
  ['flowchart sideways\nA', 'its direction is none of TB, TD, BT, LR and RL'],
  ['flowchart TD\nA --> ', 'here a node should be named: '],
  ['flowchart TD\nA[open', 'the bracket [ has no end'],
  ['flowchart TD\nA[one [two] three]', 'brackets or quotes inside [ need quotes around the text'],
  ['flowchart TD\nA -- text B', 'a link with a text has no end'],
  ['flowchart TD\nA B', "it can't be read from here: B"],
  ['flowchart TD\nsubgraph x\nA', 'a group has no end'],
  ['flowchart TD\nA\nend', 'a group ends that has not begun'],
  ['flowchart TD\nsubgraph x\nA --> x\nend', 'a group is linked with something inside it'],
  ['flowchart TD\n', 'nothing is in it'],
  ['pie\n"a": 1', 'pie is not a type that is drawn'],
  ['', 'it does not name its type'],
])('%j is not drawn', (source, reason) => {
  expect(reasonOf(source).slice(0, reason.length)).toBe(reason);
});
