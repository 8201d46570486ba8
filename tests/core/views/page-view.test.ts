import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { pageView } from '../../../src/core/views/page-view.ts';
import { labOf } from '../../lab-of.ts';

function viewOf(files: Readonly<Record<string, string>>, url: string) {
  const index = indexLab(labOf(files));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}, but at ${[...index.places.keys()].join(' ')}`);
  return pageView(index, place);
}

const COMPOSE = { 'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n' };

test('facts say in which form they are shown, and nothing that the page says elsewhere', () => {
  const { facts, mode } = viewOf(
    {
      'postmortems/a.md':
        '---\nmode: production\nbegan: 2026-03-14T20:05+01:00\nsymptoms: [no name resolves]\nsignatures: [SERVFAIL]\n---\n# A\n',
    },
    '/postmortems/a/',
  );
  expect(mode).toBe('production');
  expect(facts).toEqual([
    { key: 'began', values: [{ text: '2026-03-14T20:05+01:00', form: 'time' }] },
    { key: 'symptoms', values: [{ text: 'no name resolves', form: 'text' }] },
    { key: 'signatures', values: [{ text: 'SERVFAIL', form: 'code' }] },
  ]);
});

test('a yes or no is an answer', () => {
  const { facts } = viewOf(
    { 'services/router.md': '---\nhousehold: true\n---\n# Router\n' },
    '/services/router/',
  );
  expect(facts).toEqual([{ key: 'household', values: [{ text: 'true', form: 'answer' }] }]);
});

test('a page leads to the list that it is in, also when its folder has another name', () => {
  const { crumbs } = viewOf({ 'log/a.md': '---\nkind: postmortem\n---\n# A\n' }, '/postmortems/log/a/');
  expect(crumbs).toEqual([{ kind: 'postmortem', url: '/postmortems/' }]);
});

test('a project names the files that define its services, and itself once', () => {
  const { identity, sources, members } = viewOf(COMPOSE, '/services/dns/');
  expect(identity).toBe('');
  expect(sources.map(({ path }) => path)).toEqual(['dns/compose.yaml']);
  expect(members.map(({ name }) => name)).toEqual(['pihole']);
});

test('a service says where it is defined', () => {
  const { place, identity } = viewOf(COMPOSE, '/services/dns/pihole/');
  expect(identity).toBe('dns/pihole');
  expect(place).toEqual({ path: 'dns/compose.yaml', line: 2 });
});

test('Compose is asked of no file that is a page', () => {
  const page = '# DNS\n\n```yaml\nservices:\n  pihole:\n    image: pihole/pihole\n```\n';
  expect(viewOf({ 'net/notes.md': page }, '/services/net/pihole/').commands).toEqual([]);
  expect(viewOf(COMPOSE, '/services/dns/pihole/').commands).toHaveLength(2);
});
