import { expect, test } from 'vitest';
import { page } from '../markdown/page.ts';

const facts = (text: string) =>
  Object.fromEntries(
    Object.entries(page(text).shape.facts).map(([key, { text: said, line }]) => [key, `${line} ${said}`]),
  );

test.each([
  ['bold lines', '# T\n\n**Date**: 2026-03-14\n**Severity:** SEV2\n**Nonsense**: x'],
  ['items', '# T\n\n- **Date**: 2026-03-14\n- Severity: SEV2'],
  ['plain lines', '# T\n\nDate: 2026-03-14\nSeverity: SEV2'],
  ['a quote', '# T\n\n> Date: 2026-03-14\n> Severity: SEV2'],
])('%s above the first section are facts', (_name, text) => {
  expect(facts(text)).toEqual({ date: '3 2026-03-14', severity: '4 SEV2' });
});

test('a table of two columns is facts, its head too', () => {
  expect(facts('# T\n\n| Date | 2026-03-14 |\n| --- | --- |\n| 重大度 | SEV-3 |')).toEqual({
    date: '3 2026-03-14',
    severity: '5 SEV-3',
  });
});

test('a heading above a short text is a fact', () => {
  expect(facts('# T\n\n## Date\n\n2026-03-14\n\n## Authors\n\n- a\n- b')).toEqual({
    date: '3 2026-03-14',
    authors: '7 a, b',
  });
});

test('a fact goes on to the next line', () => {
  expect(facts('**Status**: closed, because\nnobody looked\n**Owner**: me')).toEqual({
    status: '1 closed, because nobody looked',
    owner: '3 me',
  });
});

test('the first of each counts, and nothing is no fact', () => {
  expect(facts('Date: -\nDate: TBD\nDate: <date>\nDate: 2026-01-01\nDate: 2026-02-02')).toEqual({
    date: '4 2026-01-01',
  });
});

test('what stands far below is no fact', () => {
  expect(facts(`# T\n\n## A\n${'\n'.repeat(50)}Date: 2026-01-01`)).toEqual({});
});

test.each([
  ['Beginn', 'began'],
  ['Fecha', 'date'],
  ['Serviços afetados', 'services'],
  ['検知方法', 'detection'],
  ['结束时间', 'ended'],
  ['Début', 'began'],
  ['Detected by', 'detection'],
  ['Affected services', 'services'],
])('%s stands for %s', (label, key) => expect(facts(`**${label}**: x`)).toEqual({ [key]: '1 x' }));
