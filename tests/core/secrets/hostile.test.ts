import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeCompose } from '../../../src/core/compose/looks-like-compose.ts';
import { readCompose } from '../../../src/core/compose/read-compose.ts';
import { maskCredentials } from '../../../src/core/secrets/credentials.ts';
import { redactComposeText } from '../../../src/core/secrets/redact-compose.ts';
import { redactValue } from '../../../src/core/secrets/redact-value.ts';

const TEXT_PIECES = (
  'a¦-¦=¦ ¦\n¦\0¦\ud800¦{¦}¦${¦$¦[¦"¦\'¦`¦\\¦#¦|¦\t¦•¦日¦//¦//{¦://a:¦a:b@¦https://u:p@h ¦ghp_¦eyJ¦eyJaaaaaaaaaaa.¦' +
  'Bearer ¦$2y$10$¦AKIA¦MNO¦-----BEGIN PRIVATE KEY-----¦-----BEGIN PRIVATE KEY-----\n¦PASSWORD=¦PASSWORD="¦password: ¦' +
  '--password ¦--password¦mysql -p¦secret_access_key'
).split('¦');

const YAML_PIECES = (
  '# a: b\n¦- a\n¦a:\n¦services:\n¦services:\n  a:\n    image: b\n¦<<: *a\n¦- - ¦? ¦&a ¦{{¦{{ x }}\n¦{% ¦a: {{ b }}\n¦' +
  '<<<<<<< a\n¦=======\n¦---\n¦a: |\n  b\n¦!x ¦*a ¦\uE000¦a\r\n¦{a}¦"\n'
).split('¦');

const named = (pieces: readonly string[]) => pieces.map((piece) => [JSON.stringify(piece), piece] as const);

/** Quadratic time would not end before the limit of the test. */
function feed(read: (text: string) => unknown, piece: string, length: number): void {
  expect(() => read(piece.repeat(Math.ceil(length / piece.length)))).not.toThrow();
}

/** What costs quadratic time needs minutes for these lengths; what is linear, a twentieth of the limit on a busy machine. */
const LIMIT = { timeout: 60_000 };

test.each(named(TEXT_PIECES))('half a megabyte of %s costs linear time', LIMIT, (_, piece) => {
  feed(maskCredentials, piece, 500_000);
  feed(redactValue, piece, 250_000);
});

test.each(named(['{', '"', '\n', '# a\n', 'a: b\n', '<<: *a\n', '{a}', '- - ', '{{ x }}\n', '---\n']))(
  'YAML of %s costs linear time',
  LIMIT,
  (_, piece) => {
    feed((text) => readCompose(text, { firstLine: 1 }), piece, 20_000);
    feed(redactComposeText, piece, 20_000);
  },
);

const TEXTS = array(constantFrom(...TEXT_PIECES, ...YAML_PIECES), { maxLength: 60 }).map((pieces) =>
  pieces.join(''),
);

test('nothing throws, whatever the text', LIMIT, () => {
  assert(property(TEXTS, readAll), { numRuns: 300, seed: 7 });
});

test('masks keep the number of lines, whatever the text', LIMIT, () => {
  assert(property(TEXTS, masksKeepLines), { numRuns: 300, seed: 11 });
});

function readAll(text: string): void {
  readCompose(text, { firstLine: 1 });
  looksLikeCompose(text);
}

function masksKeepLines(text: string): boolean {
  const { length } = text.split('\n');
  const masks = [maskCredentials(text).text, redactValue(text), redactComposeText(text)];
  return masks.every((shown) => shown.split('\n').length === length);
}
