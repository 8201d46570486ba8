import { expect, test } from 'vitest';
import type { Id } from '../../../src/core/model/lab.ts';
import { neighboursOf, newestFirst, sortedBy, sortKey } from '../../../src/core/views/order.ts';
import { labOf } from '../../lab-of.ts';

const around = (files: Readonly<Record<string, string>>, path: string) => {
  const id: Id = `page:${path}`;
  const { previous, next } = neighboursOf(labOf(files).pages).get(id) ?? {};
  return [previous?.title, next?.title];
};

test('words are sorted without case and accents, numbers by size, other scripts by their code points', () => {
  const words = ['Zebra', 'älter', 'apfel', 'disk 10', 'disk 9', 'Ärger', '雪', 'Ω'];
  expect(sortedBy(words, (word) => [sortKey(word)])).toEqual([
    'älter',
    'apfel',
    'Ärger',
    'disk 9',
    'disk 10',
    'Zebra',
    'Ω',
    '雪',
  ]);
});

test('the newest comes first, and what has no date last', () => {
  const days = ['2025-12-31', undefined, '2026-01-01', '2026-01-02T10:00'];
  expect(sortedBy(days, (day) => [newestFirst(day)])).toEqual([
    '2026-01-02T10:00',
    '2026-01-01',
    '2025-12-31',
    undefined,
  ]);
});

test('postmortems follow each other by date, runbooks by title in their folder, decisions by number', () => {
  const files = {
    'postmortems/b.md': '---\nbegan: 2026-01-01\n---\n# First',
    'postmortems/a.md': '---\nbegan: 2026-02-01\n---\n# Second',
    'postmortems/c.md': '# Nobody knows when',
    'runbooks/dns/b.md': '# Alpha',
    'runbooks/dns/a.md': '# Beta',
    'runbooks/gate.md': '# Alone',
    'decisions/0002-two.md': '# Two',
    'decisions/0010-ten.md': '# Ten',
    'decisions/2026-01-01-day.md': '# A day',
    'guides/x.md': '# X',
  };
  expect(around(files, 'postmortems/a.md')).toEqual(['First', undefined]);
  expect(around(files, 'postmortems/b.md')).toEqual([undefined, 'Second']);
  expect(around(files, 'postmortems/c.md')).toEqual([undefined, undefined]);
  expect(around(files, 'runbooks/dns/b.md')).toEqual([undefined, 'Beta']);
  expect(around(files, 'runbooks/gate.md')).toEqual([undefined, undefined]);
  expect(around(files, 'decisions/0002-two.md')).toEqual([undefined, 'Ten']);
  expect(around(files, 'decisions/2026-01-01-day.md')).toEqual([undefined, undefined]);
});

test('a private page is nobody’s neighbour', () => {
  const files = {
    'postmortems/a.md': '---\nbegan: 2026-01-01\n---\n# A',
    'postmortems/b.md': '---\nbegan: 2026-02-01\nprivate: true\n---\n# B',
    'postmortems/c.md': '---\nbegan: 2026-03-01\n---\n# C',
  };
  expect(around(files, 'postmortems/a.md')).toEqual([undefined, 'C']);
  expect(around(files, 'postmortems/b.md')).toEqual([undefined, undefined]);
});
