import { expect, test } from 'vitest';
import { recordHtml } from '../../../src/core/search/record-html.ts';
import { searchRecords } from '../../../src/core/search/search-records.ts';
import { indexLab } from '../../../src/core/views/lab-index.ts';
import { labOf } from '../../lab-of.ts';

const FILES = {
  'dns/compose.yaml':
    'services:\n  pihole:\n    image: pihole/pihole:2026.1\n    environment: [TZ, WEB_PASSWORD=hush]\n    ports: ["53:53"]\n    volumes: [./etc:/etc/pihole]\n    depends_on: [unbound]\n  unbound:\n    image: klutchell/unbound\n',
  'dns/README.md': '# DNS\n\n## Notes\n\nof the project\n',
  'services/pihole.md':
    '---\nservice: dns/pihole\nmode: production\n---\n# Pi-hole\n\n## Notes\n\nof the service\n',
  'runbooks/dns-down.md':
    '---\nservices: [pihole]\nsymptoms: [no name resolves]\nsignatures: [SERVFAIL]\n---\n# DNS is down\n\nFirst look.\n\n## Diagnosis\n\nAsk it.\n',
  'postmortems/2026-01-02-dns.md':
    '---\nservices: [pihole]\nbegan: 2026-01-02T10:00+01:00\nseverity: sev2\nfix: Start it again.\n---\n# No DNS\n',
  'postmortems/diary.md': '---\nprivate: true\n---\n# Diary\n\nOur secret.\n',
};

const recordsOf = (files: Readonly<Record<string, string>>) => searchRecords(indexLab(labOf(files)));
const recordAt = (url: string, files: Readonly<Record<string, string>> = FILES) =>
  recordsOf(files).find((record) => record.url === url);

test('every place has one record, in the order of the URLs, and what is private has none', () => {
  expect(recordsOf(FILES).map(({ url }) => url)).toEqual([
    '/postmortems/2026-01-02-dns/',
    '/runbooks/dns-down/',
    '/services/dns/',
    '/services/dns/pihole/',
    '/services/dns/unbound/',
  ]);
});

test('a lab of which nothing may be found is searched all the same', () => {
  expect(recordsOf({ 'diary.md': '---\nprivate: true\n---\n# Diary\n' })).toMatchObject([
    { url: '/', title: 'lab', sections: [] },
  ]);
});

test('a page is filtered by what it says of itself, and by the services that it is about', () => {
  expect(recordAt('/postmortems/2026-01-02-dns/')).toMatchObject({
    title: 'No DNS',
    kind: 'postmortem',
    services: ['dns/pihole'],
    severity: 'sev2',
    date: '2026-01-02',
    language: 'en',
    signs: ['Start it again.'],
  });
});

test('a service that is only mentioned is no filter', () => {
  const files = { ...FILES, 'aside.md': '# Aside\n\nNot about `pihole` at all.\n' };
  expect(recordAt('/notes/aside/', files)?.services).toEqual([]);
});

test('symptoms and signatures are signs, and text stands below its heading', () => {
  expect(recordAt('/runbooks/dns-down/')).toMatchObject({
    signs: ['no name resolves', 'SERVFAIL'],
    sections: [
      { id: '', heading: '', text: 'First look.' },
      { id: 'diagnosis', heading: 'Diagnosis', text: 'Ask it.' },
    ],
  });
});

test('a service that only a compose file knows is found by what stands there, and by no value', () => {
  const html = recordHtml(recordAt('/services/dns/pihole/') ?? expect.unreachable());
  for (const name of [
    'pihole/pihole:2026.1',
    'WEB_PASSWORD',
    '53:53',
    '/etc/pihole',
    'unbound',
    'dns/compose.yaml',
  ])
    expect(html).toContain(name);
  expect(html).not.toContain('hush');
});

test('several files on one URL make one record, with the headings as they are called there', () => {
  const both = {
    ...FILES,
    'dns/README.md': '---\nservice: dns/pihole\n---\n# DNS\n\n## Notes\n\nof the project\n',
  };
  const { sections = [] } = recordAt('/services/dns/pihole/', both) ?? {};
  const notes = sections.filter(({ heading }) => heading === 'Notes');
  expect(notes.map(({ text }) => text)).toEqual(['of the service', 'of the project']);
  expect(new Set(notes.map(({ id }) => id)).size).toBe(2);
});

test('the order in which files are read does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(FILES).toReversed());
  expect(recordsOf(reversed).map(recordHtml)).toEqual(recordsOf(FILES).map(recordHtml));
});

test('whatever an author writes stays text', () => {
  const html = recordHtml(
    recordAt('/notes/evil/', {
      'evil.md':
        '---\ntitle: \'<b data-pagefind-ignore="all">"x"\'\ntags: ["</p><script>"]\n---\n## `<img src=x onerror=alert(1)>`\n\n`</body>\0\ud800`\n',
    }) ?? expect.unreachable(),
  );
  expect(html.match(/<(?!\/?(?:!doctype|html|body|h1|h2|p|i)\b)[^>]*>/g)).toBeNull();
  expect(html.match(/<\/body>/g)).toHaveLength(1);
  expect(html).not.toMatch(/\0/);
  expect(html.isWellFormed()).toBe(true);
});
