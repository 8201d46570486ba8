import { expect, test } from 'vitest';
import { z } from 'zod';
import { KINDS } from '../../src/core/model/lab.ts';
import type { Lab, Page } from '../../src/core/model/lab.ts';
import { configSchema } from '../../src/core/schema/config-schema.ts';
import { keysOf } from '../../src/core/schema/kinds.ts';
import { bodyHtml } from '../../src/core/views/body-html.ts';
import { indexLab } from '../../src/core/views/lab-index.ts';
import { pageView } from '../../src/core/views/page-view.ts';
import { loadLab } from '../../src/io/load-lab.ts';
import { labOf } from '../lab-of.ts';
import { folderWith } from '../scripts/labs.ts';
import { filesIn, keysBelow, read } from './markdown.ts';

const FORMAT = read('docs/format.md');
const FILES = filesIn(FORMAT);

const lab = async (): Promise<Lab> => loadLab(await folderWith(FILES), { cache: false });

const page = (pages: readonly Page[], path: string): Page => {
  const found = pages.find((each) => each.path === path);
  if (!found) throw new Error(`${path} is no page.`);
  return found;
};

const headingOf = (kind: string) => `### ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

test.each(KINDS.filter((kind) => kind !== 'note'))(
  'every key of a %s is documented, and no other',
  (kind) => {
    const common = keysBelow(FORMAT, '### All kinds');
    const own = keysBelow(FORMAT, headingOf(kind));
    expect(new Set([...common, ...own])).toEqual(new Set(keysOf(kind)));
  },
);

test('a note has the keys of all kinds', () => {
  expect(new Set(keysBelow(FORMAT, '### All kinds'))).toEqual(new Set(keysOf('note')));
});

test('every key of blackstart.yaml is documented, and no other', () => {
  const keys = Object.entries(configSchema.shape).flatMap(([key, field]) => {
    const inner: unknown = field.unwrap();
    return key === 'site' && inner instanceof z.ZodObject
      ? Object.keys(inner.shape).map((part) => `site.${part}`)
      : [key];
  });
  expect(new Set(keysBelow(FORMAT, '## blackstart.yaml'))).toEqual(new Set(keys));
  const listed = (what: string) =>
    [
      ...(new RegExp(`Keys of \`${what}\` are ([^.]+)\\.`).exec(FORMAT)?.[1] ?? '').matchAll(/`([a-z]+)`/g),
    ].map(([, key]) => key);
  expect(listed('folders')).toEqual([...KINDS]);
  expect(listed('headings')).toEqual(Object.keys(configSchema.shape.headings.unwrap().shape));
});

test('every kind has its folders in the table', () => {
  expect(keysBelow(FORMAT, '## Kinds')).toEqual([...KINDS]);
});

test('the examples are one lab, without findings, that touches every kind', async () => {
  const { findings, pages, services } = await lab();
  expect(findings).toEqual([]);
  expect(Object.keys(FILES).length).toBeGreaterThan(14);
  expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  expect(services.map(({ id }) => id.replace('service:', '')).sort()).toEqual([
    'dns/pihole',
    'dns/unbound',
    'router',
    'scrape-lab',
  ]);
});

test.each([
  ['guides/ups.md', 'note', '/notes/guides/ups/'],
  ['services/pihole.md', 'service', '/services/dns/pihole/'],
  ['services/router.md', 'service', '/services/router/'],
  ['services/scrape-lab.md', 'service', '/services/scrape-lab/'],
  ['runbooks/dns-down.md', 'runbook', '/runbooks/dns-down/'],
  ['postmortems/2026-03-14-the-only-dns.md', 'postmortem', '/postmortems/2026-03-14-the-only-dns/'],
  ['drills/2026-04-11-restore-pihole.md', 'drill', '/drills/2026-04-11-restore-pihole/'],
  ['goals/who-answers-a-name.md', 'goal', '/goals/who-answers-a-name/'],
  ['hosts/kestrel.md', 'host', '/hosts/kestrel/'],
])('%s is a %s at %s', async (path, kind, url) => {
  expect(page((await lab()).pages, path)).toMatchObject({ kind, url });
});

test('the addresses are those of the table', () => {
  const { pages, findings } = labOf({
    'stacks/dns/runbooks/restart.md': '# Restart\n',
    'runbooks/dns-down.md': '# DNS\n',
    'other/runbooks/dns-down.md': '# DNS, too\n',
    'runbooks/README.md': '# Runbooks\n',
    'diary/2026-01-02-outage.md':
      '# Outage\n\n**Severity**: SEV-2\n\n## Impact\n\n## Root cause\n\n## Timeline\n',
  });
  expect(pages.map(({ path, kind, url }) => `${path} ${kind} ${url}`)).toMatchInlineSnapshot(`
    [
      "diary/2026-01-02-outage.md postmortem /notes/diary/2026-01-02-outage/",
      "other/runbooks/dns-down.md runbook /runbooks/dns-down-0aj4ly/",
      "runbooks/README.md note /runbooks/",
      "runbooks/dns-down.md runbook /runbooks/dns-down/",
      "stacks/dns/runbooks/restart.md runbook /runbooks/restart/",
    ]
  `);
  expect(findings.map(({ rule }) => rule)).toEqual(['duplicate-url']);
});

test('the examples keep every key that they show', async () => {
  for (const { path, parsed, data } of (await lab()).pages)
    expect(Object.keys(data), path).toEqual(expect.arrayContaining(Object.keys(parsed.frontMatter.data)));
});

test('the runbooks have the steps, roles and symptoms that the text promises', async () => {
  const { pages } = await lab();
  const dns = page(pages, 'runbooks/dns-down.md');
  expect(dns.parsed.stepCount).toBe(4);
  expect(dns.parsed.body.code.map(({ role }) => role)).toEqual(['check', 'expect', 'change']);
  expect(dns.data).toMatchObject({ services: ['dns/pihole'], minutes: 10, risk: 'disruptive' });
  const proxy = page(pages, 'runbooks/proxy-down.md');
  expect(proxy.parsed.stepCount).toBe(3);
  expect(proxy.parsed.symptoms).toEqual(['Every page says "bad gateway"']);
});

test('the postmortems have the timeline, actions, lessons and fix that the text promises', async () => {
  const { pages } = await lab();
  const dns = page(pages, 'postmortems/2026-03-14-the-only-dns.md');
  expect(dns.parsed.timeline.map(({ at }) => at)).toEqual(['2026-03-14 20:05', '20:12', '20:41', '21:27']);
  expect(dns.parsed.actions).toMatchObject([
    { state: 'done', owner: 'mara', type: 'prevent', due: '2026-03-22' },
    { state: 'open', owner: 'mara', type: 'process', due: '2027-01-31' },
  ]);
  expect(dns.parsed.lessons).toMatchObject([{ group: 'lesson' }]);

  const backup = page(pages, 'postmortems/2026-05-30-backup-of-nothing.md');
  expect(backup.parsed.fix).toBe('The job reads the volume again.');
  expect(backup.parsed.timeline).toMatchObject([{ at: '2026-05-30 09:10' }, { at: '09:40', until: '10:05' }]);
  expect(backup.parsed.actions).toMatchObject([
    { state: 'done', owner: 'mara', due: '2026-07-01' },
    { state: 'open', owner: 'jonas', due: '2026-08-01' },
  ]);
  expect(backup.parsed.lessons.map(({ group }) => group)).toEqual(['well', 'lucky']);
  const facts = page(pages, 'postmortems/2025-11-09-certificate.md').data;
  expect(facts).toMatchObject({ severity: 'sev3', status: 'closed' });
});

test('the boxes are boxes, a footnote is a footnote, and the links lead somewhere', async () => {
  const { pages } = await lab();
  const { html } = page(pages, 'guides/boxes.md').parsed.body;
  expect(html).toContain('alert-warning');
  expect(html).toMatch(/<details class="alert alert-tip">/);
  expect(html).toContain('<details>');
  expect(html).toMatch(/footnote/);
  const { targets } = page(pages, 'guides/links.md');
  expect(targets.map(({ type }) => type)).toEqual([
    'page',
    'page',
    'list',
    'file',
    'external',
    'page',
    'page',
    'page',
    'page',
  ]);
});

test('the settings of the example hold', async () => {
  const { config, title, language } = await lab();
  expect({ title, language }).toEqual({ title: 'The lab at number 12', language: 'en' });
  expect(config).toMatchObject({
    timezone: 'Europe/Berlin',
    electricity: 0.34,
    household: 60,
    exclude: ['drafts/'],
    folderWords: { runbook: ['rezepte'] },
    headingWords: { lessons: ['Merksätze'] },
    composeGlobs: ['stacks/*/app.yaml'],
    ignoreRules: ['dead-anchor'],
    site: { needs: ['dns/pihole'], index: false, offline: true },
  });
});

test('what the text says of modes, privacy and old addresses holds', async () => {
  const { pages, services, redirects } = await lab();
  const named = new Map(services.map((service) => [service.id, service]));
  expect(named.get('service:dns/pihole')).toMatchObject({ mode: 'production', data: { owner: 'mara' } });
  expect(named.get('service:dns/unbound')).toMatchObject({
    mode: 'production',
    data: { provides: ['recursion'] },
  });
  expect(named.get('service:scrape-lab')?.mode).toBe('sandbox');
  expect(pages.filter((each) => each.private).map(({ path }) => path)).toEqual(['guides/keys.md']);
  expect(redirects.get('/notes/power/')).toBe('/notes/guides/ups/');
});

test('every page of the examples can be shown', async () => {
  const index = indexLab(await lab());
  const addresses = {
    href: (url: string) => url,
    source: (path: string) => path,
    forge: () => undefined,
    image: () => undefined,
  };
  for (const [url, place] of index.places) {
    const { title, bodies } = pageView(index, place);
    expect(title, url).not.toBe('');
    for (const body of bodies) expect(bodyHtml(index, body, addresses), url).not.toContain('data-slot');
  }
});
