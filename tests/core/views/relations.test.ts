import { expect, test } from 'vitest';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { relationsOf, type Related, type RelationGroup } from '../../../src/core/views/relations.ts';
import { labOf } from '../../lab-of.ts';

function groupsAt(files: Readonly<Record<string, string>>, url: string): readonly RelationGroup[] {
  const index = indexLab(labOf(files));
  const place = index.places.get(url);
  if (!place) throw new Error(`Nothing is at ${url}, but at ${[...index.places.keys()].join(' ')}`);
  return relationsOf(index, place);
}

const titles = (list: readonly Related[]): string => list.map(({ title }) => title).join(', ');

/** `relation direction: titles`, folded ones behind a bar. */
const drawn = (groups: readonly RelationGroup[]): string[] =>
  groups.map(({ relation, direction, items, folded }) => {
    return `${relation} ${direction}: ${titles(items)}${folded.length > 0 ? ` | ${titles(folded)}` : ''}`;
  });

const itemsOf = (groups: readonly RelationGroup[], relation: RelationGroup['relation']): readonly Related[] =>
  groups.filter((group) => group.relation === relation).flatMap(({ items, folded }) => [...items, ...folded]);

const COMPOSE = {
  'dns/compose.yaml':
    'services:\n  pihole:\n    image: x\n    depends_on: [unbound]\n    networks: [front]\n    volumes: ["state:/etc"]\n  unbound:\n    image: x\n    networks: [front]\nnetworks:\n  front:\nvolumes:\n  state:\n',
};
const failure = (day: string, more = ''): string =>
  `---\nservices: [pihole]\nbegan: ${day}\n${more}---\n# Outage of ${day}\n`;

test('a service shows what it hangs on first, then its failures before its runbooks', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'runbooks/dns.md': '---\nservices: [pihole]\n---\n# DNS is down\n',
      'postmortems/a.md': failure('2026-01-01'),
      'drills/stop.md': '---\nservices: [pihole]\n---\n# Stop it\n',
      'notes/a.md': '# A note\n\nThe pihole.\n',
    },
    '/services/dns/pihole/',
  );
  expect(drawn(groups)).toEqual([
    'depends-on out: dns/unbound',
    'broke in: Outage of 2026-01-01',
    'covers in: DNS is down',
    'rehearses in: Stop it',
    'shares out: dns/front',
    'mentions in: A note',
  ]);
});

test('failures come newest first with their fix and severity, and fold after five', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-02-${day}`);
  const files = Object.fromEntries(
    days.map((day) => [`postmortems/${day}.md`, failure(day, 'severity: sev2\nfix: Turn it off.\n')]),
  );
  const broke = groupsAt({ ...COMPOSE, ...files }, '/services/dns/pihole/').find(
    ({ relation }) => relation === 'broke',
  );
  expect(broke?.items.map(({ date }) => date)).toEqual(days.toReversed().slice(0, 5));
  expect(broke?.folded.map(({ date }) => date)).toEqual(['2026-02-02', '2026-02-01']);
  expect(broke?.items[0]).toMatchObject({ fix: 'Turn it off.', state: 'sev2', summary: '' });
});

test('one row more than five is shown, for a fold would take as much room', () => {
  const files = Object.fromEntries(
    ['1', '2', '3', '4', '5', '6'].map((day) => [`postmortems/${day}.md`, failure(`2026-02-0${day}`)]),
  );
  const broke = groupsAt({ ...COMPOSE, ...files }, '/services/dns/pihole/').find(
    ({ relation }) => relation === 'broke',
  );
  expect(broke?.items).toHaveLength(6);
});

test('a postmortem names other failures of what broke, and runbooks that it does not', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'runbooks/used.md': '---\nservices: [pihole]\n---\n# Used\n',
      'runbooks/other.md': '---\nservices: [pihole]\n---\n# Other\n',
      'postmortems/a.md': failure('2026-01-01', 'runbooks: [../runbooks/used.md]\n'),
      'postmortems/b.md': failure('2026-02-01'),
    },
    '/postmortems/a/',
  );
  expect(drawn(groups)).toEqual([
    'broke out: dns/pihole',
    'fixed-by out: Used',
    'runbooks-for out: Other',
    'similar out: Outage of 2026-02-01',
  ]);
});

test('a runbook tells incidents that used it from other failures of its services', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'runbooks/dns.md': '---\nservices: [pihole]\n---\n# DNS\n',
      'postmortems/a.md': failure('2026-01-01', 'runbooks: [../runbooks/dns.md]\n'),
      'postmortems/b.md': failure('2026-02-01'),
    },
    '/runbooks/dns/',
  );
  expect(drawn(groups)).toEqual([
    'covers out: dns/pihole',
    'fixed-by in: Outage of 2026-01-01',
    'failures-of out: Outage of 2026-02-01',
  ]);
});

test('a host shows first what runs on it', () => {
  const groups = groupsAt(
    {
      'hosts/heron.md': '# heron\n',
      'hosts/vm.md': '---\nparent: heron\n---\n# vm\n',
      'services/router.md': '---\nhost: heron\n---\n# Router\n',
      'notes/a.md': '# Note\n\n[heron](../hosts/heron.md)\n',
    },
    '/hosts/heron/',
  );
  expect(drawn(groups)).toEqual(['runs-on in: vm, Router', 'mentions in: Note']);
});

test('what nobody else shares is not shared, and what is shared says with whom', () => {
  const shares = itemsOf(groupsAt(COMPOSE, '/services/dns/pihole/'), 'shares');
  expect(shares.map(({ title, kind, others }) => [title, kind, others.map((other) => other.title)])).toEqual([
    ['dns/front', 'network', ['dns/unbound']],
  ]);
});

test('the network stack of another container is shared with it', () => {
  const compose =
    'services:\n  vpn:\n    image: x\n  torrent:\n    image: x\n    network_mode: service:vpn\n';
  const files = { 'media/compose.yaml': compose };
  expect(itemsOf(groupsAt(files, '/services/media/vpn/'), 'shares')).toMatchObject([
    { title: 'media/torrent', kind: 'namespace', source: { line: 6 } },
  ]);
  expect(itemsOf(groupsAt(files, '/services/media/torrent/'), 'shares')).toMatchObject([
    { title: 'media/vpn', kind: 'namespace' },
  ]);
});

test('what a service needs says who provides it, and what it provides says for whom', () => {
  const files = {
    'services/clock.md': '---\nprovides: [time]\n---\n# Clock\n',
    'services/door.md': '---\nneeds: [time]\n---\n# Door\n',
  };
  expect(itemsOf(groupsAt(files, '/services/door/'), 'needs')).toMatchObject([
    { title: 'time', others: [{ title: 'Clock', url: '/services/clock/' }] },
  ]);
  expect(itemsOf(groupsAt(files, '/services/clock/'), 'provides')).toMatchObject([
    { title: 'time', others: [{ title: 'Door' }] },
  ]);
});

test('what one depends on brings its runbooks and failures, but for those that are one’s own', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'runbooks/roots.md': '---\nservices: [unbound]\n---\n# No roots\n',
      'runbooks/both.md': '---\nservices: [pihole, unbound]\n---\n# Both\n',
      'postmortems/a.md': '---\nservices: [unbound]\nbegan: 2026-01-01\n---\n# It forgot\n',
    },
    '/services/dns/pihole/',
  );
  const [unbound] = itemsOf(groups, 'depends-on');
  expect(unbound?.help.map(({ title }) => title)).toEqual(['No roots', 'It forgot']);
});

test('a drill that restored a volume of a service has proven it', () => {
  const groups = groupsAt(
    { ...COMPOSE, 'drills/restore.md': '---\nrestores: [dns/state]\n---\n# Restore\n' },
    '/services/dns/pihole/',
  );
  expect(itemsOf(groups, 'proves').map(({ title }) => title)).toEqual(['Restore']);
});

test('a project shows the failures and runbooks of its services', () => {
  const groups = groupsAt({ ...COMPOSE, 'postmortems/a.md': failure('2026-01-01') }, '/services/dns/');
  expect(drawn(groups)).toContain('broke in: Outage of 2026-01-01');
});

test('the line that made them all is said once', () => {
  const [covers] = groupsAt(
    { ...COMPOSE, 'runbooks/dns.md': '---\nservices: [pihole, unbound]\n---\n# DNS\n' },
    '/runbooks/dns/',
  );
  expect(covers?.said).toEqual({ path: 'runbooks/dns.md', line: 2 });
});

test('mentions come by use, then the nearest first', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'notes/far.md': '# Far\n\nThe pihole.\n',
      'dns/notes/near.md': '---\nservices: []\n---\n# Near\n\nThe pihole.\n',
      'runbooks/r.md': '# Runbook\n\nThe pihole.\n',
    },
    '/services/dns/pihole/',
  );
  expect(drawn(groups).at(-1)).toBe('mentions in: Runbook, Near, Far');
});

test('of a private page nothing is said but that there is one', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'postmortems/a.md': failure('2026-01-01', 'private: true\nfix: Canary.\nseverity: sev1\n'),
      'runbooks/r.md':
        '---\nservices: [pihole]\nprivate: true\nsymptoms: [Canary]\n---\n# Canary\n\nCanary.\n',
    },
    '/services/dns/pihole/',
  );
  expect(JSON.stringify(groups)).not.toMatch(/canary|sev1|2026-01-01/i);
  expect(itemsOf(groups, 'broke')).toMatchObject([{ private: true, url: '/postmortems/a/' }]);
});

test('a summary is short, and says nothing twice', () => {
  const groups = groupsAt(
    {
      ...COMPOSE,
      'runbooks/a.md': `---\nservices: [pihole]\n---\n# A\n\n${'Some words. '.repeat(40)}\n`,
      'runbooks/b.md':
        '---\nservices: [pihole]\nsymptoms: [no name resolves]\n---\n# B\n\nNo name resolves.\n',
      'runbooks/c.md': '---\nservices: [pihole]\nsymptoms: [C]\n---\n# C\n',
    },
    '/services/dns/pihole/',
  );
  const [a, b, c] = itemsOf(groups, 'covers');
  expect(a?.summary.length).toBeLessThanOrEqual(140);
  expect(b).toMatchObject({ note: 'no name resolves', summary: '' });
  expect(c).toMatchObject({ note: undefined, summary: '' });
});
