import { expect, test } from 'vitest';
import { piecesOf, withHits, withoutHeading } from '../../src/client/search/excerpt.ts';
import { queryIn, queryString } from '../../src/client/search/query-url.ts';

test('only the marks of an excerpt are more than text', () => {
  expect(piecesOf('a &lt;img onerror=x&gt; <mark>b&lt;i&gt;</mark> &amp; c')).toEqual([
    { text: 'a <img onerror=x> ', hit: false },
    { text: 'b<i>', hit: true },
    { text: ' &amp; c', hit: false },
  ]);
});

test('an excerpt does not repeat the heading above it, nor the end of it', () => {
  expect(text('<mark>DNS</mark> is down. Look <mark>first</mark>.', 'DNS is down')).toBe('Look first.');
  expect(text('is down. Look', 'DNS is down')).toBe('Look');
  expect(text('What now? Look', 'What now?')).toBe('Look');
  expect(text('downstream of it', 'DNS is down')).toBe('downstream of it');
  expect(text('down', 'DNS is down')).toBe('down');
});

test('the heading shows the hits that were cut from the excerpt', () => {
  expect(withHits('DNS is down', piecesOf('<mark>DNS</mark> is <mark>down.</mark> Look'))).toEqual([
    { text: 'DNS', hit: true },
    { text: ' ', hit: false },
    { text: 'is', hit: false },
    { text: ' ', hit: false },
    { text: 'down', hit: true },
  ]);
});

test('a query comes back from its address as it was, and nothing asked is no address', () => {
  const query = { text: 'a & b=c', filters: { kind: 'runbook', service: 'dns/pihole' } } as const;
  expect(queryIn(queryString(query))).toEqual(query);
  expect(queryString({ text: '', filters: {} })).toBe('');
  expect(queryIn('?q=x&colour=red&kind=')).toEqual({ text: 'x', filters: {} });
});

const text = (excerpt: string, heading: string): string =>
  withoutHeading(piecesOf(excerpt), heading)
    .map((piece) => piece.text)
    .join('');
