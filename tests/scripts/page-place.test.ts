import { expect, test } from 'vitest';
import { placeOf } from '../../scripts/page-place.ts';
import { labOf } from '../lab-of.ts';

const day = '2026-03-14';
const empty = { pages: [] };

test.each([
  ['Pi-hole: won’t start!', 'notes/pi-hole-wont-start.md'],
  ['  Überlauf  —  Größe ', 'notes/überlauf-größe.md'],
  ['数据库故障', 'notes/数据库故障.md'],
  ['../../etc/passwd', 'notes/etcpasswd.md'],
  ['x'.repeat(300), `notes/${'x'.repeat(80)}.md`],
])('a note called %j is named after it', (title, path) => {
  expect(placeOf({ kind: 'note', title, day }, empty)).toBe(path);
});

test('a name that Windows keeps for itself gets a suffix', () => {
  expect(placeOf({ kind: 'note', title: 'con', day }, empty)).toMatch(/^notes\/con-\w{6}\.md$/);
});

test.each(['', '?!', '—'])('%j names nothing', (title) => {
  expect(placeOf({ kind: 'note', title, day }, empty)).toBeUndefined();
});

test('postmortems have their day in front', () => {
  expect(placeOf({ kind: 'postmortem', title: 'DNS', day }, empty)).toBe('postmortems/2026-03-14-dns.md');
});

test.each([
  ['most pages decide', ['ops/incidents/a.md', 'ops/incidents/b.md', 'outages/c.md'], 'ops/incidents'],
  ['the first by name wins a tie', ['outages/c.md', 'incidents/a.md'], 'incidents'],
  ['the page of a folder is not one of its pages', ['outages/README.md', 'incidents/a.md'], 'incidents'],
  ['a page that only looks like one decides nothing', ['2026-01-01-incident.md'], 'postmortems'],
])('%s', (_, paths, folder) => {
  const lab = labOf(
    Object.fromEntries(paths.map((path) => [path, '# Incident\n\n## Impact\n\n## Timeline\n\n## Cause\n'])),
  );
  expect(placeOf({ kind: 'postmortem', title: 'DNS', day }, lab)).toBe(`${folder}/2026-03-14-dns.md`);
});

test('notes go where notes are kept, not where pages happen to lie', () => {
  const lab = labOf({ 'README.md': '', 'household/a.md': '', 'household/b.md': '', 'guides/c.md': '' });
  expect(placeOf({ kind: 'note', title: 'DNS', day }, lab)).toBe('guides/dns.md');
});
