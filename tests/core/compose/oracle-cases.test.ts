import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXPECTED, expectations, questionOf, readCases } from '../../oracle/cases.ts';
import { neutral } from '../../oracle/neutral.ts';
import { ourModel, plain } from '../../oracle/our-model.ts';

const expected = expectations.parse(JSON.parse(readFileSync(EXPECTED, 'utf8')));
const cases = readCases();
const accepted = cases.filter(({ name }) => expected[name] !== 'rejected');

test('every case has been put to the oracle', () => {
  expect(cases.length).toBeGreaterThan(150);
  expect(Object.keys(expected).sort()).toEqual(cases.map(({ name }) => name).sort());
});

test.each(accepted.map((one) => [one.name, one] as const))('%s: read as Compose reads it', (name, one) => {
  const { model } = ourModel(questionOf(one));
  expect(neutral(plain(model), one.mode)).toEqual(neutral(expected[name], one.mode));
});

test.each(cases.filter((one) => !accepted.includes(one)).map((one) => [one.name, one] as const))(
  '%s: Compose refuses it, and facts are read all the same',
  (_, one) => {
    expect(ourModel(questionOf(one)).model.kind).toBe('mapping');
  },
);
