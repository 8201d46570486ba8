import { expect, test } from 'vitest';
import { drawers } from '../../../src/io/diagrams/drawers.ts';

const GRAPH = 'flowchart LR\nA --> B';
const SEQUENCE = 'sequenceDiagram\nA->>B: x';
const page = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`;

test('a text without diagrams gets no drawer', async () => {
  const drawerOf = await drawers()(['# Words', page(SEQUENCE)]);
  expect(drawerOf('# Words')).toBeUndefined();
  expect(drawerOf(page(SEQUENCE))?.(SEQUENCE)).toMatch(/^<svg/);
});

test('a text gets what it needs itself, whatever stands beside it', async () => {
  const alone = await drawers()([page(GRAPH)]);
  const together = await drawers()(['# Words', page(SEQUENCE), page(GRAPH)]);
  expect(alone(page(GRAPH))?.(GRAPH)).toMatch(/^<svg/);
  expect(together(page(GRAPH))?.(GRAPH)).toBe(alone(page(GRAPH))?.(GRAPH));
  expect(together(page(SEQUENCE))?.(GRAPH)).toBeUndefined();
});

test('texts that come later are drawn as well', async () => {
  const drawersFor = drawers();
  await drawersFor([page(SEQUENCE)]);
  expect((await drawersFor([page(GRAPH)]))(page(GRAPH))?.(GRAPH)).toMatch(/^<svg/);
});
