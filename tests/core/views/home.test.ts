import { expect, test } from 'vitest';
import { drillsDue } from '../../../src/core/views/drills-due.ts';
import { homeView } from '../../../src/core/views/home.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { labOf } from '../../lab-of.ts';

type Files = Readonly<Record<string, string>>;
const home = (files: Files) => homeView(indexLab(labOf(files)));
const due = (files: Files) =>
  drillsDue(indexLab(labOf(files))).map(({ title, bits: [bit] }) => [title, bit?.type === 'due' && bit.text]);

const COMPOSE = 'services:\n  pihole:\n    image: pihole/pihole:1\n  unbound:\n    image: unbound:1\n';
const failure = (title: string, began: string, more = '') =>
  `---\nbegan: ${began}\nservices: [pihole]\n${more}---\n# ${title}\n`;

test('a service says what failed last and what to read', () => {
  const { services } = home({
    'dns/compose.yaml': COMPOSE,
    'postmortems/a.md': failure('Old', '2025-01-01', 'ended: 2025-01-02\n'),
    'postmortems/b.md': failure('New', '2026-01-01', 'ended: 2026-01-02\n'),
    'runbooks/dns.md': '---\nservices: [pihole]\n---\n# DNS is down\n',
    'runbooks/keys.md': '---\nservices: [pihole]\nprivate: true\n---\n# Keys\n',
  });
  expect(services.some.map(({ row, failure: last, runbooks }) => [row.title, last, runbooks])).toEqual([
    [
      'pihole',
      { title: 'New', url: '/postmortems/b/', date: '2026-01-01', open: false },
      [{ title: 'DNS is down', url: '/runbooks/dns/' }],
    ],
    ['unbound', undefined, []],
  ]);
});

test('what is broken now stands first', () => {
  const { services } = home({
    'dns/compose.yaml': COMPOSE.replace('pihole', 'zigbee'),
    'postmortems/a.md': '---\nbegan: 2025-01-01\nstatus: draft\nservices: [zigbee]\n---\n# Now\n',
    'postmortems/b.md': '---\nbegan: 2026-01-01\nended: 2026-01-02\nservices: [zigbee]\n---\n# Later\n',
  });
  expect(services.some.map(({ row, failure: last }) => [row.title, last?.title, last?.open])).toEqual([
    ['zigbee', 'Now', true],
    ['unbound', undefined, undefined],
  ]);
});

const runbook = (title: string, name: string): string =>
  `---\nservices: [${name}]\nsymptoms: [${title} is gone]\n---\n# ${title}\n`;

test('what the household relies on stands before the rest', () => {
  const { services, symptoms } = home({
    'dns/compose.yaml': COMPOSE,
    'services/unbound.md': '---\nservice: dns/unbound\nhousehold: true\n---\n# unbound\n',
    'runbooks/a.md': runbook('Advertisement', 'pihole'),
    'runbooks/b.md': runbook('Recursion', 'unbound'),
  });
  expect(services.some.map(({ row }) => row.title)).toEqual(['unbound', 'pihole']);
  expect(symptoms.map(({ text }) => text)).toEqual(['Recursion is gone', 'Advertisement is gone']);
});

test('production is shown alone where a lab names it, and the sandbox never', () => {
  const sandbox = `services:\n  toy:\n    image: x\n    labels: { blackstart.mode: sandbox }\n  web:\n    image: x\n`;
  const named = ({ production, services }: ReturnType<typeof home>) => [
    production,
    services.some.map(({ row }) => row.title),
  ];
  expect(named(home({ 'a/compose.yaml': sandbox }))).toEqual([false, ['web']]);
  const files = { 'services/web.md': '---\nservice: a/web\nmode: production\n---\n# web\n' };
  expect(named(home({ 'a/compose.yaml': sandbox, 'b/compose.yaml': COMPOSE, ...files }))).toEqual([
    true,
    ['web'],
  ]);
});

const drill = (title: string, front: string) => `---\n${front}\n---\n# ${title}\n`;

test('a drill comes again, unless a later one has broken the same', () => {
  const files = {
    'dns/compose.yaml': COMPOSE,
    'drills/a.md': drill('First', 'date: 2026-01-01\nrepeat_every: 3 months\nservices: [pihole]'),
    'drills/b.md': drill('Again', 'date: 2026-04-01\nrepeat_every: 10 days\nservices: [pihole, unbound]'),
    'drills/c.md': drill('Planned', 'date: 2026-04-05\nstatus: planned\nservices: [pihole]'),
    'drills/d.md': drill('Once', 'date: 2026-04-01\nservices: [unbound]'),
    'drills/e.md': drill('Never', 'date: 2026-04-01\nrepeat_every: 900000 years'),
  };
  expect(due(files)).toEqual([
    ['Planned', '2026-04-05'],
    ['Again', '2026-04-11'],
  ]);
});

test('a lab says what it needs first and does not have', () => {
  expect(home({}).missing).toEqual(['service', 'runbook', 'postmortem']);
  expect(home({ 'a/compose.yaml': COMPOSE }).missing).toEqual(['runbook', 'postmortem']);
  expect(home({ 'x.md': '# A note' }).missing).toEqual(['service', 'runbook', 'postmortem']);
});
