import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadLab } from '../src/io/load-lab.ts';
import { KINDS } from '../src/core/model/lab.ts';

const demo = () =>
  loadLab(fileURLToPath(new URL('../content', import.meta.url)), { cache: false, trust: true });

test('the demo lab has nothing wrong with it and touches every kind', async () => {
  const lab = await demo();
  expect(lab.findings).toEqual([]);
  expect(new Set(lab.pages.map(({ kind }) => kind))).toEqual(new Set(KINDS));
});

test('every production service of the demo that has failed names its failure and what mended it', async () => {
  const { edges } = await demo();
  const broke = edges.filter(({ relation, to }) => relation === 'broke' && to.startsWith('service:'));
  expect(new Set(broke.map(({ to }) => to)).size).toBeGreaterThanOrEqual(3);
  for (const { from } of broke)
    expect(
      edges.some((edge) => edge.from === from && edge.relation === 'fixed-by'),
      from,
    ).toBe(true);
});
