import { expect, test } from 'vitest';
import { labOf } from '../../lab-of.ts';

const COMPOSE = { 'dns/compose.yml': 'services:\n  pihole:\n    image: pihole:1\n' };

test.each([
  ['our key', '---\ntags: [a]\nservices: [pihole]\n---\n# Gone', 3],
  [
    'the key of another template',
    '---\ntags: [a]\ndate: 2026-01-02\naffected_services: [pihole]\n---\n# Gone',
    4,
  ],
  ['a line of the page', '# Gone\n\n**Date**: 2026-01-02\n**Affected services**: pihole', 4],
])('an edge names the line of %s that made it', (_where, text, line) => {
  const { edges } = labOf({ ...COMPOSE, 'postmortems/a.md': text });
  expect(edges.find(({ relation }) => relation === 'broke')?.source).toEqual({
    path: 'postmortems/a.md',
    line,
  });
});
