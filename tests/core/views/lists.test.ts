import { expect, test } from 'vitest';
import type { Kind } from '../../../src/core/model/lab.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { listView } from '../../../src/core/views/lists.ts';
import { shortened } from '../../../src/core/views/rows.ts';
import { labOf } from '../../lab-of.ts';

const viewOf = (files: Readonly<Record<string, string>>, kind: Kind) =>
  listView(indexLab(labOf(files)), kind);

const many = (count: number, file: (at: number) => readonly [string, string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => file(at)));

test('a postmortem says when, how bad, how long, what broke, and the line that mended it', () => {
  const { rows } = viewOf(
    {
      'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
      'postmortems/a.md':
        '---\nbegan: 2026-03-14T23:05+01:00\nended: 2026-03-15T00:27+01:00\nseverity: 2\nservices: [pihole]\nfix: Start it.\n---\n# A',
    },
    'postmortem',
  );
  expect(rows).toMatchObject([
    {
      title: 'A',
      date: '2026-03-14',
      bits: [
        { type: 'severity', text: 'sev2' },
        { type: 'lasted', count: 82 },
      ],
      services: ['dns/pihole'],
      note: 'Start it.',
      isFix: true,
    },
  ]);
});

test('one dated by bold lines says how long it lasted, too', () => {
  const { rows } = viewOf(
    {
      'postmortems/a.md':
        '# A\n\n**Began**: 2025-11-09 07:58 +01:00\n**Ended**: 2025-11-09 09:21 +01:00\n\n## Summary\n\nGone.',
    },
    'postmortem',
  );
  expect(rows).toMatchObject([{ date: '2025-11-09', bits: [{ type: 'lasted', count: 83 }] }]);
});

test.each([
  ['2026-03-14', '2026-03-15'],
  ['2026-03-14T10:00+01:00', '2026-03-14T11:00'],
  ['2026-03-14T10:00', '2026-03-13T11:00'],
])('from %s to %s, how long it lasted is not guessed', (began, ended) => {
  const { rows } = viewOf(
    { 'postmortems/a.md': `---\nbegan: ${began}\nended: ${ended}\n---\n# A` },
    'postmortem',
  );
  expect(rows[0]?.bits).toEqual([]);
});

test('a runbook says what it can do, how long it takes, and what one sees', () => {
  const { rows } = viewOf(
    { 'runbooks/a.md': '---\nrisk: safe\nminutes: 5\nsymptoms: [x, y, z]\n---\n# A\n\n1. Do\n2. Look\n' },
    'runbook',
  );
  expect(rows).toMatchObject([
    {
      bits: [
        { type: 'risk', text: 'safe' },
        { type: 'minutes', count: 5 },
        { type: 'steps', count: 2 },
      ],
      note: 'x · y',
    },
  ]);
});

test('incidents stand under their years, the newest first, and an anchor of the introduction stays its own', () => {
  const incidents = many(9, (at) => [`postmortems/${2018 + at}-01-01-x.md`, `# In ${2018 + at}`]);
  const { groups, narrowings } = viewOf(
    { ...incidents, 'postmortems/README.md': '# All\n\n## 2020\n' },
    'postmortem',
  );
  expect(groups.map(({ title }) => title)).toEqual(incidentYears());
  expect(groups.find(({ title }) => title === '2020')?.id).toBe('in-2020');
  expect(groups[0]?.id).toBe('2026');
  expect(narrowings).toEqual([{ facet: 'year', values: incidentYears() }]);
});
const incidentYears = (): string[] => Array.from({ length: 9 }, (_, at) => String(2026 - at));

test('services of production come first, by project; those of none come last', () => {
  const { groups } = viewOf(
    {
      'a/compose.yaml': 'services:\n  one: {image: x}\n  two: {image: x}\n  three: {image: x}\n',
      'b/compose.yaml':
        'services:\n  one: {image: x}\n  two: {image: x}\n  three: {image: x, x-blackstart: {mode: production}}\n',
      'c/compose.yaml':
        'services:\n  one: {image: x, x-blackstart: {mode: sandbox}}\n  two: {image: x, x-blackstart: {mode: sandbox}}\n',
      'services/router.md': '---\nmode: production\n---\n# Router',
    },
    'service',
  );
  expect(groups.map(({ title, rows }) => `${title}: ${rows.map((row) => row.title).join(' ')}`)).toEqual([
    'b: three one two',
    'a: one three two',
    'c: one two',
    ': Router',
  ]);
});

test('a project of one service has no heading that says its name again, and folders that say little alone say more', () => {
  const { groups } = viewOf(
    {
      'stacks/jellyfin/compose.yaml': 'services:\n  jellyfin: {image: x}\n',
      'stacks/papers/compose.yaml': 'services:\n  web: {image: x}\n',
      ...Object.fromEntries(
        ['kafka/3.4.1', 'redis/7/01-主从', 'shop/docker', 'dns'].map((folder) => [
          `${folder}/compose.yaml`,
          'services:\n  one: {image: x}\n  two: {image: x}\n',
        ]),
      ),
    },
    'service',
  );
  expect(
    groups.map(({ title, url, rows }) => [title, url, rows.map((row) => row.title + row.context)]),
  ).toEqual([
    ['dns', '/services/dns/', ['one', 'two']],
    ['kafka/3.4.1', '/services/341/', ['one', 'two']],
    ['redis/7/01-主从', '/services/01/', ['one', 'two']],
    ['shop/docker', '/services/docker/', ['one', 'two']],
    ['', undefined, ['jellyfin', 'webpapers']],
  ]);
});

test('of a long list the first groups are seen, and the others are one touch away', () => {
  const pages = many(90, (at) => [`guides/team-${at % 9}/part-${at}/x.md`, `# X ${at}`]);
  const { groups, rows } = viewOf(pages, 'note');
  expect(groups.map(({ title, seen }) => `${title} ${seen}`)).toEqual([
    'team-0 10',
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((team) => `team-${team} 0`),
  ]);
  expect(groups[0]?.rows[0]).toMatchObject({ title: 'X 0', context: 'part-0' });
  expect(groups.flatMap((group) => group.rows)).toHaveLength(rows.length);
});

test('headings leave out the folders that they all begin with', () => {
  const folders = ['site/content/en', 'site/content/en/blog', 'site/content/en/docs'];
  const pages = folders.flatMap((folder) => Array.from({ length: 9 }, (_, at) => `${folder}/${at}.md`));
  const { groups } = listView(
    indexLab(labOf(Object.fromEntries(['README.md', ...pages].map((path) => [path, `# ${path}`])))),
    'note',
  );
  expect(groups.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['', 1],
    ['en', 9],
    ['en/blog', 9],
    ['en/docs', 9],
  ]);
});

test('a folder that all pages are in is not said, and headings need rows', () => {
  const few = many(10, (at) => [`runbooks/team/${at}/x.md`, `# X ${at}`]);
  expect(viewOf(few, 'runbook').groups).toHaveLength(1);
  const gathered = many(10, (at) => [`runbooks/team/${at % 2 ? 'odd' : 'even'}/${at}.md`, `# X ${at}`]);
  expect(viewOf(gathered, 'runbook').groups.map(({ title, id }) => [title, id])).toEqual([
    ['even', 'in-even'],
    ['odd', 'in-odd'],
  ]);
});

test('pages in no folder, or alone in one, come first', () => {
  const pages: Record<string, string> = {
    ...many(6, (at) => [`runbooks/${at}.md`, `# Main ${at}`]),
    'runbooks/alone/a.md': '# Alone',
    ...many(4, (at) => [`runbooks/team/${at}.md`, `# Team ${at}`]),
  };
  expect(viewOf(pages, 'runbook').groups.map(({ title, rows }) => `${title} ${rows.length}`)).toEqual([
    ' 7',
    'team 4',
  ]);
  for (const at of [0, 1, 2]) delete pages[`runbooks/team/${at}.md`];
  expect(viewOf({ ...pages, 'runbooks/7.md': '# Main 7' }, 'runbook').groups).toHaveLength(1);
});

test('a service says what it is made from, where it runs and what it provides', () => {
  const { rows } = viewOf(
    {
      'hosts/kestrel.md': '# Kestrel',
      'dns/compose.yaml':
        'services:\n  pihole:\n    image: pihole/pihole\n    x-blackstart: {host: kestrel, provides: [dns, dhcp]}\n',
    },
    'service',
  );
  expect(rows[0]?.bits).toEqual([
    { type: 'code', text: 'pihole/pihole' },
    { type: 'host', text: 'Kestrel' },
    { type: 'provides', text: 'dns, dhcp' },
  ]);
});

test('a note that is cut is not cut within code', () => {
  expect(shortened('Run `docker compose up -d --force-recreate` then look', 30)).toBe('Run …');
  expect(shortened('Run `ls -l` and look at all that is there', 30)).toBe('Run `ls -l` and look at all …');
});

test('a short list is not narrowed, nor by what all its rows share', () => {
  expect(
    viewOf(
      many(8, (at) => [`runbooks/${at}.md`, '---\nrisk: safe\n---\n# X']),
      'runbook',
    ).narrowings,
  ).toEqual([]);
  const { narrowings } = viewOf(
    many(9, (at) => [
      `runbooks/${at}.md`,
      `---\nrisk: safe\ntags: [${at % 2 ? 'DNS' : 'dns'}${at ? '' : ', new'}]\n---\n# X`,
    ]),
    'runbook',
  );
  expect(narrowings).toEqual([{ facet: 'tag', values: ['dns', 'new'] }]);
});

test('notes of a long list are short', () => {
  const text = 'words '.repeat(60);
  const longest = (count: number) =>
    Math.max(
      ...viewOf(
        many(count, (at) => [`guides/${at}.md`, `# ${at}\n\n${text}`]),
        'note',
      ).rows.map(({ note }) => note.length),
    );
  expect(longest(10)).toBeLessThanOrEqual(162);
  expect(longest(500)).toBeLessThanOrEqual(52);
});

test('rows that would read alike say the name of their file', () => {
  const { groups } = viewOf(
    { 'log/jan.md': '# A minute', 'log/feb.md': '# A minute', 'log/x.md': '# X' },
    'note',
  );
  expect(groups[0]?.rows.map(({ title, context }) => [title, context])).toEqual([
    ['A minute', 'feb'],
    ['A minute', 'jan'],
    ['X', ''],
  ]);
});
