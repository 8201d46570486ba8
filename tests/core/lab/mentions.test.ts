import { expect, test } from 'vitest';
import { drawn, labOf } from '../../lab-of.ts';

const COMPOSE = `services:
  pihole:
    image: x
  db:
    image: x
  ntp:
    image: x
`;

const edges = (text: string, path = 'notes/a.md') =>
  drawn(labOf({ 'dns/compose.yaml': COMPOSE, [path]: text })).filter((edge) => edge.startsWith(path));

test('the name of one service counts in prose when it is no everyday word and has four letters', () => {
  expect(edges('# A\n\nThe PiHole, the db and ntp.\n')).toEqual(['notes/a.md mentions service:dns/pihole']);
});

test('alone in a code span a shorter name counts, but no generic one', () => {
  expect(edges('# A\n\nLook at `ntp` and `db`.\n')).toEqual(['notes/a.md mentions service:dns/ntp']);
});

test('what a page says of its service as a title is a name', () => {
  const lab = labOf({
    'dns/compose.yaml': COMPOSE,
    'services/pihole.md': '---\nservice: dns/pihole\ntitle: Pi-hole\n---\n',
    'notes/a.md': '# A\n\nAsk Pi-hole.\n',
  });
  expect(drawn(lab)).toContain('notes/a.md mentions service:dns/pihole');
});

test('a name that two services have means neither', () => {
  const lab = labOf({
    'a/compose.yaml': 'services:\n  gluetun:\n    image: x\n',
    'b/compose.yaml': 'services:\n  gluetun:\n    image: x\n',
    'notes/a.md': '# A\n\nRestart gluetun.\n',
  });
  expect(lab.named.size).toBe(0);
});

test('each way to write a service is kept with its line, and makes one edge', () => {
  const lab = labOf({
    'dns/compose.yaml': COMPOSE,
    'notes/a.md': '# A\n\nThe pihole.\n\nRun `dns/pihole`.\n',
  });
  expect(lab.named.get('page:notes/a.md')).toEqual([
    { word: 'dns/pihole', service: 'service:dns/pihole', line: 5, codeOnly: true },
    { word: 'pihole', service: 'service:dns/pihole', line: 3, codeOnly: false },
  ]);
  expect(drawn(lab)).toContain('notes/a.md mentions service:dns/pihole');
});
