import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { openIncidents } from '../../../src/core/views/open-incidents.ts';
import { labOf } from '../../lab-of.ts';

const COMPOSE = `services:
  web:
    image: x
    depends_on: [db]
    x-blackstart: { needs: [dns], host: heron }
  db:
    image: x
  other:
    image: x
`;
const open = (services: string, more = ''): string =>
  `---\nbegan: 2026-10-01T08:00Z\nstatus: draft\nservices: [${services}]\n${more}---\n# ${services} is down\n`;

function announcedAt(url: string, files: Readonly<Record<string, string>>): string[] {
  const index = indexLab(labOf({ 'shop/compose.yaml': COMPOSE, 'hosts/heron.md': '# heron\n', ...files }));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}`);
  return openIncidents(index, place).map(({ page, on }) => `${page.title}${on ? ` (${on.title})` : ''}`);
}

test('an open incident is announced on what broke, on what depends on it, and on the project', () => {
  const files = { 'postmortems/now.md': open('db') };
  expect(announcedAt('/services/shop/db/', files)).toEqual(['db is down']);
  expect(announcedAt('/services/shop/web/', files)).toEqual(['db is down (db)']);
  expect(announcedAt('/services/shop/', files)).toEqual(['db is down']);
  expect(announcedAt('/services/shop/other/', files)).toEqual([]);
});

test('one that has ended, or that nobody else may read, is announced nowhere', () => {
  const ended = { 'postmortems/now.md': open('db', 'ended: 2026-10-01T09:00Z\n') };
  expect(announcedAt('/services/shop/web/', ended)).toEqual([]);
  const hidden = { 'postmortems/now.md': open('db', 'private: true\n') };
  expect(announcedAt('/services/shop/web/', hidden)).toEqual([]);
});

test('what is needed is missed only when nobody else provides it', () => {
  const resolver = '---\nprovides: [dns]\n---\n# Resolver\n';
  const one = { 'services/resolver.md': resolver, 'postmortems/now.md': open('resolver') };
  expect(announcedAt('/services/shop/web/', one)).toEqual(['resolver is down (Resolver)']);
  expect(announcedAt('/services/shop/web/', { ...one, 'services/spare.md': resolver })).toEqual([]);
});
