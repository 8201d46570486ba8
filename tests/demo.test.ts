import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadLab } from '../src/io/load-lab.ts';
import { KINDS } from '../src/core/model/lab.ts';
import { isOpen } from '../src/core/views/page-view.ts';

const demo = () =>
  loadLab(fileURLToPath(new URL('../content', import.meta.url)), { cache: false, trust: true });

test('the demo lab has nothing wrong with it and touches every kind', async () => {
  const lab = await demo();
  expect(lab.findings).toEqual([]);
  expect(new Set(lab.pages.map(({ kind }) => kind))).toEqual(new Set(KINDS));
});

test('every production service of the demo that has failed names its failure and what mended it', async () => {
  const { edges, pages } = await demo();
  // Nobody knows yet what will mend it.
  const open = new Set(pages.filter(isOpen).map(({ id }) => id));
  const broke = edges.filter(({ relation, to }) => relation === 'broke' && to.startsWith('service:'));
  expect(new Set(broke.map(({ to }) => to)).size).toBeGreaterThanOrEqual(3);
  for (const { from } of broke.filter((edge) => !open.has(edge.from)))
    expect(
      edges.some((edge) => edge.from === from && edge.relation === 'fixed-by'),
      from,
    ).toBe(true);
});
