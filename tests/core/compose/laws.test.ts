import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../../src/core/compose/canonical.ts';
import { interpolate, NO_VARIABLES } from '../../../src/core/compose/interpolate.ts';
import { EMPTY } from '../../../src/core/compose/layers.ts';
import { merge } from '../../../src/core/compose/merge.ts';
import { pack, unpack } from '../../../src/core/compose/pack.ts';
import { readCompose } from '../../../src/core/compose/read-compose.ts';
import type { Tree } from '../../../src/core/compose/tree.ts';
import { withoutRepeats } from '../../../src/core/compose/unique.ts';
import { parseYaml } from '../../../src/core/compose/yaml.ts';

const text = fc.oneof(
  fc.constantFrom(
    '80',
    '8080:80',
    '[::1]:80:80/udp',
    '3000-3005',
    'db:/data:ro',
    './x:/x',
    'v:/a',
    '${A:-${B}}',
    '$$',
    'A=b',
    'service:x',
  ),
  fc.string({ maxLength: 12 }),
);
const part = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(
    fc.constantFrom(
      'a',
      'b',
      'target',
      'source',
      'published',
      'test',
      'path',
      'context',
      'driver',
      '__proto__',
    ),
    tie('any'),
    { maxKeys: 4 },
  ),
})).any;
const KEYS =
  'image ports volumes environment labels depends_on networks build command healthcheck env_file secrets configs devices deploy extends logging ulimits tmpfs gpus extra_hosts profiles'.split(
    ' ',
  );
const file = fc.record({
  services: fc.dictionary(
    fc.constantFrom('web', 'db', '1'),
    fc.dictionary(fc.constantFrom(...KEYS), part, { maxKeys: 6 }),
    { maxKeys: 3 },
  ),
  networks: part,
  volumes: part,
  include: part,
});

const treeOf = (value: unknown): Tree => parseYaml(JSON.stringify(value), 1).documents[0]?.tree ?? EMPTY;

test('whatever stands in a file, it is read', () => {
  fc.assert(
    fc.property(file, (value) => {
      const { documents } = readCompose(JSON.stringify(value), { firstLine: 1 });
      expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('merging with nothing changes nothing, on either side', () => {
  fc.assert(
    fc.property(file, (value) => {
      const tree = treeOf(value);
      expect(merge(tree, EMPTY)).toEqual(tree);
      expect(merge(EMPTY, tree)).toMatchObject({ kind: tree.kind });
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('long forms, and lists without repeats, are final', () => {
  fc.assert(
    fc.property(file, (value) => {
      const once = withoutRepeats(canonical(withoutRepeats(treeOf(value))));
      expect(canonical(once)).toEqual(once);
      expect(withoutRepeats(once)).toEqual(once);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a packed tree is the same when it is opened', () => {
  fc.assert(
    fc.property(file, (value) => {
      const tree = treeOf(value);
      expect(unpack(pack([tree]))).toEqual([tree]);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('variables are replaced in any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('$', '{', '}', 'A', ':', '-', '+', '?', ' ', '1')), (pieces) => {
      const { text: shown } = interpolate(pieces.join(''), NO_VARIABLES);
      expect(typeof shown).toBe('string');
    }),
    { seed: 7, numRuns: 500 },
  );
});
