import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST } from '../../../src/core/diagrams/model.ts';
import { parse } from '../../../src/core/parse.ts';
import { drawers } from '../../../src/io/diagrams/drawers.ts';
import { drawing, reasonOf, svgOf } from './drawn.ts';

const drawerOf = await drawers()(['mermaid flowchart']);
const drawDiagram = drawerOf('mermaid flowchart') ?? (() => undefined);
const htmlOf = (text: string): string => {
  const page = parse({ path: 'a.md', text }, { headingWords: {}, highlight: () => undefined, drawDiagram });
  return page.form === 'page' ? page.body.html : '';
};
const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`;

const width = (label: string) =>
  Number(/<rect [^>]*width="([\d.]+)"/.exec(svgOf(`flowchart LR\nA["${label}"]`))?.[1]);
const random = (edges: number, nodes: number) =>
  `flowchart TD\n${Array.from({ length: edges }, (_, i) => `n${(i * 7919) % nodes} -->|l${i}| n${(i * 104729 + 13) % nodes}`).join('\n')}`;

const EVERYTHING = [
  `flowchart LR
A[a] --> B(b) -->|x| C([c]) ==> D[[d]] -.-> E[(e)] --o F((f)) --x G(((g))) <--> H{h} --- I{{i}}
J[/j/] --> K[\\k\\] --> L[/l\\] --> M[\\m/] --> N>n]
subgraph s [Frame]
  O --> P
end
N --> s`,
  `sequenceDiagram
actor U
box Aqua House
participant P
end
U->>+P: asks
Note right of P: thinks
loop again
  P->>P: works
end
rect rgb(0,0,0)
P--)-U: answers
end`,
  `stateDiagram-v2
[*] --> A
state A {
  B --> C
}
state f <<fork>>
A --> f
note left of A : x`,
];

describe('a drawing', () => {
  test.each(EVERYTHING)('has no styles, scripts, ids or addresses: %#', (source) => {
    const svg = svgOf(source);
    expect(
      svg.match(/<([a-zA-Z]+)/g)?.filter((tag) => !/^<(?:svg|g|path|rect|circle|text|tspan)$/.test(tag)),
    ).toEqual([]);
    const attributes = new Set(Array.from(svg.matchAll(/ ([a-zA-Z-]+)="/g), ([, name]) => name));
    const allowed = 'role aria-label width height viewBox class transform d x y rx r cx cy'.split(' ');
    expect([...attributes].filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    expect(svg).toMatch(
      /^<svg role="img" aria-label="[^"]+" width="\d+" height="\d+" viewBox="0 0 \d+ \d+">/,
    );
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\d\.\d\d/);
  });

  test.each(EVERYTHING)('is the same every time: %#', (source) => {
    expect(svgOf(source)).toBe(svgOf(source));
  });

  test('says its title', () => {
    expect(svgOf('---\ntitle: How "it" works\n---\nflowchart LR\nA')).toContain(
      'aria-label="Flowchart: How &quot;it&quot; works"',
    );
  });

  test('is wide enough for its words', () => {
    expect(width('wide')).toBeGreaterThan(40);
    expect(width('WWWWWWWW')).toBeGreaterThan(width('iiiiiiii') * 2);
    expect(width('漢字漢字漢字')).toBeGreaterThan(width('abcdef') * 1.3);
  });
});

describe('a page', () => {
  test('shows the drawing, and its source below', () => {
    expect(htmlOf(fence('sequenceDiagram\nA->>B: hello')).replace(/<svg.*<\/svg>/, '<svg…>'))
      .toMatchInlineSnapshot(`
      "<figure class="diagram"><div tabindex="0"><svg…></div><details><summary>Source of the drawing</summary><pre class="language-mermaid" tabindex="0"><code>sequenceDiagram
      A->>B: hello</code></pre></details></figure>"
    `);
  });

  test('keeps the text of a drawing for search', () => {
    const page = parse(
      { path: 'a.md', text: fence('flowchart LR\nA[Router] --> B') },
      { headingWords: {}, highlight: () => undefined, drawDiagram },
    );
    expect(page.form === 'page' && page.body.sections[0]?.text).toContain('Router');
  });

  test('shows as code what can’t be drawn, and everything but sequences without an engine', () => {
    expect(htmlOf(fence('pie\n"a" : 1'))).toMatch(/^<pre class="language-mermaid"/);
    const page = parse(
      { path: 'a.md', text: fence('flowchart LR\nA') },
      { headingWords: {}, highlight: () => undefined },
    );
    expect(page.form === 'page' && page.body.html).toMatch(/^<pre class="language-mermaid"/);
  });

  test('lets no text of a drawing become anything else', () => {
    const nasty =
      "<script>alert(1)</script> <a data-slot=#quot;0#quot; href='x'> </text><img data-slot=#quot;0#quot; onerror=x> &quot;";
    for (const source of [
      `flowchart LR\nA["${nasty}"] -->|"${nasty}"| B\nsubgraph s ["${nasty}"]\nC\nend`,
      `sequenceDiagram\nparticipant A as ${nasty}\nA->>A: ${nasty}\nNote over A: ${nasty}`,
      `stateDiagram-v2\nA : ${nasty}`,
      `---\ntitle: ${nasty}\n---\nflowchart LR\nA`,
    ]) {
      const svg = svgOf(source);
      expect(svg).not.toMatch(/<(?:script|a|img)\b|data-slot="|="x"|href='/);
      expect(htmlOf(fence(source))).not.toMatch(/<(?:script|a|img)\b|<[^>]*data-slot="/);
    }
  });

  test('masks what looks like a credential before it is drawn', () => {
    const token = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`;
    const html = htmlOf(fence(`flowchart LR\nA["${token}"] --> B`));
    expect(html).toContain('<svg');
    expect(html).not.toContain(token);
  });

  test('masks what is a credential only when its markup is read', () => {
    const html = htmlOf(fence('flowchart LR\nA["https://mara#58;tulip<b></b>field7@nas.example.net/"]'));
    expect(html).toContain('<svg');
    expect(html).not.toContain('tulipfield7');
    expect(html).toContain('nas.example.net');
  });
});

describe('hostile text', () => {
  test.each([
    [
      'too many nodes',
      `flowchart TD\n${Array.from({ length: MOST.nodes + 1 }, (_, i) => `n${i}`).join('\n')}`,
    ],
    ['too many edges', random(MOST.edges + 1, 20)],
    ['a drawing that is too large', random(MOST.edges, MOST.nodes)],
    ['brackets', `flowchart TD\n${'A['.repeat(9_000)}`],
    ['dashes', `flowchart TD\nA ${'-'.repeat(19_000)}`],
    ['dashes and spaces', `flowchart TD\nA -- ${'- '.repeat(9_000)}`],
    ['white space', `flowchart TD\nA${' '.repeat(19_000)}B`],
    ['arrows', `sequenceDiagram\n${'a->>'.repeat(4_900)}b: x`],
    ['blocks', `sequenceDiagram\n${'loop x\n'.repeat(2_000)}`],
    [
      'states in states',
      `stateDiagram-v2\n${Array.from({ length: 900 }, (_, i) => `state s${i} {`).join('\n')}`,
    ],
    ['a megabyte', `flowchart TD\n${'A --> B\n'.repeat(130_000)}`],
  ])('is given up soon: %s', { timeout: 5_000 }, (_, source) => {
    expect(drawing(source).type).toBe('not drawn');
  });

  test('with the names of JavaScript itself is only text', () => {
    expect(svgOf('flowchart TD\n__proto__ --> constructor --> toString')).toContain('__proto__');
    expect(svgOf('sequenceDiagram\n__proto__->>constructor: hasOwnProperty')).toContain('__proto__');
  });

  test('never throws, whatever the pieces', () => {
    const piece = fc.constantFrom(
      ...'A B end subgraph state note loop alt else participant direction LR --> -.-> == -- | [ ] ( ) {{ } " ` ; & : % ~~~ @{ ->> [*] <<fork>> \n #35; 漢 \0 \ud800 ::: x-- --o >'.split(
        ' ',
      ),
      '\n',
      ' ',
    );
    const head = fc.constantFrom('flowchart TD\n', 'graph LR;', 'sequenceDiagram\n', 'stateDiagram-v2\n');
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 40 }), (start, pieces) => {
        const result = drawing(start + pieces.join(''));
        expect(result.type === 'drawn' ? result.svg : result.reason).not.toMatch(/NaN/);
      }),
      { numRuns: 400 },
    );
  });

  test('says why', () => {
    expect(reasonOf(random(MOST.edges + 1, 20))).toMatchInlineSnapshot(`"it has more than 500 edges"`);
  });
});
