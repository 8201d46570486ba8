import { expect, test } from 'vitest';
import { drawn, labOf, listed } from '../../lab-of.ts';

const compose = (...names: string[]) =>
  `services:\n${names.map((name) => `  ${name}:\n    image: ${name}:1\n`).join('')}`;
const ids = (files: Record<string, string>) =>
  labOf(files).services.map(({ id }) => id.slice('service:'.length));

test('a service is project/name, and variants in one folder are one service', () => {
  const lab = labOf({
    'dns/compose.yaml': compose('pihole'),
    'dns/compose.override.yaml': compose('pihole', 'unbound'),
  });
  expect(lab.services.map(({ id }) => id)).toEqual(['service:dns/pihole', 'service:dns/unbound']);
  expect(lab.services[0]?.variants.map(({ path }) => path)).toEqual([
    'dns/compose.yaml',
    'dns/compose.override.yaml',
  ]);
});

test('folders that hold the same project and service are told apart by the way to them', () => {
  expect(ids({ 'dev/web/compose.yml': compose('db'), 'prod/web/compose.yml': compose('db', 'app') })).toEqual(
    ['web/app', 'web@dev/db', 'web@prod/db'],
  );
});

test('the name of the project comes from the file, and an id can be pinned', () => {
  expect(ids({ 'a/compose.yml': `name: media\n${compose('jellyfin')}` })).toEqual(['media/jellyfin']);
  expect(
    ids({ 'a/compose.yml': 'services:\n  app:\n    image: x\n    x-blackstart:\n      id: tv/jellyfin\n' }),
  ).toEqual(['tv/jellyfin']);
});

test('no two services ever share an id or a URL', () => {
  const files = Object.fromEntries(
    ['a-b/c', 'a/b/c', 'c', 'x/c'].map((folder) => [`${folder}/compose.yml`, compose('app')]),
  );
  const { services } = labOf(files);
  expect(services).toHaveLength(4);
  expect(new Set(services.map(({ id }) => id)).size).toBe(4);
  expect(new Set(services.map(({ url }) => url.toLowerCase())).size).toBe(4);
});

test('a service page joins its compose facts, the README beside them and its page in services/', () => {
  const lab = labOf({
    'dns/compose.yaml': compose('pihole'),
    'dns/README.md': '# Our DNS',
    'services/dns/pihole.md': '---\nmode: production\nprovides: [dns]\n---\n# Pi-hole',
    'services/router.md': '# Router',
  });
  const pihole = lab.services.find(({ name }) => name === 'pihole');
  expect(pihole).toMatchObject({
    url: '/services/dns/pihole/',
    mode: 'production',
    data: { provides: ['dns'] },
  });
  expect(pihole?.pages).toEqual(['page:services/dns/pihole.md', 'page:dns/README.md']);
  expect(lab.pages.map(({ url }) => url)).toEqual([
    '/services/dns/pihole/',
    '/services/dns/pihole/',
    '/services/router/',
  ]);
});

test('failures and fixes reach their service by front matter, by links and by its name in a title', () => {
  const lab = labOf({
    'dns/compose.yaml': compose('pihole'),
    'runbooks/dns.md': '---\nservices: [pihole]\nalerts: [DnsDown]\n---\n# DNS is down',
    'postmortems/a.md': '---\nservices: [dns/pihole]\nrunbooks: [runbooks/dns.md]\n---\n# The only DNS',
    'postmortems/b.md': '# Pihole forgot its lists\n\nAgain.',
    'drills/stop.md': '---\nservices: pihole\n---\n# Stop it\n\nFollow [the runbook](../runbooks/dns.md).',
  });
  expect(drawn(lab)).toEqual([
    'alert:DnsDown alerts runbooks/dns.md',
    'drills/stop.md rehearses runbooks/dns.md',
    'drills/stop.md rehearses service:dns/pihole',
    'postmortems/a.md broke service:dns/pihole',
    'postmortems/a.md fixed-by runbooks/dns.md',
    'postmortems/b.md broke service:dns/pihole',
    'runbooks/dns.md covers service:dns/pihole',
  ]);
});

test('generic names are never linked from prose, and a name of two services means neither', () => {
  const lab = labOf({
    'a/compose.yaml': compose('db', 'grafana'),
    'b/compose.yaml': compose('grafana', 'paperless'),
    'notes.md': 'The db and grafana and paperless are fine.',
  });
  expect(drawn(lab)).toEqual(['notes.md mentions service:b/paperless']);
});

test('a name that finds nothing is a finding with the nearest name, one that finds several lists them', () => {
  const lab = labOf({
    'a/compose.yaml': compose('db', 'pihole'),
    'b/compose.yaml': compose('db'),
    'runbooks/x.md': '---\nservices: [pi-hol, db]\n---\n# X',
  });
  expect(lab.findings.map(({ message, hint }) => `${message} ${hint}`)).toMatchInlineSnapshot(`
    [
      ""db" may mean \`a/db\`, \`b/db\`. Write the whole name, such as \`a/db\`.",
      "There is no service called "pi-hol" in this lab. Did you mean \`pihole\`?",
    ]
  `);
  expect(listed(lab)).toEqual(['runbooks/x.md:2 unknown-service', 'runbooks/x.md:2 unknown-service']);
});

test('a draft that has begun and not ended is an open incident, a private page stays out of the export', async () => {
  const { isOpen } = await import('../../../src/core/views/page-view.ts');
  const { exportLab } = await import('../../../src/core/export/export-lab.ts');
  const lab = labOf({
    'postmortems/now.md': '---\nbegan: 2026-11-01T10:00+01:00\nstatus: draft\n---\n# Now',
    'postmortems/then.md': '---\nbegan: 2026-10-01\nended: 2026-10-01\nstatus: draft\n---\n# Then',
    'notes/diary.md': '---\nprivate: true\ntags: [canary-tag]\n---\n# Canary diary\n\n[gone](canary-link.md)',
    'notes/open.md': '# Open\n\nSee [it](diary.md).',
  });
  expect(lab.pages.filter(isOpen).map(({ path }) => path)).toEqual(['postmortems/now.md']);
  expect(JSON.stringify(exportLab(lab))).not.toMatch(/canary/i);
  expect(exportLab(lab).pages.map(({ path }) => path)).toEqual([
    'notes/open.md',
    'postmortems/now.md',
    'postmortems/then.md',
  ]);
});

test('a runbook that a postmortem only plans or lists has mended nothing', () => {
  const lab = labOf({
    'runbooks/dns.md': '# DNS is down',
    'runbooks/disk.md': '# Disk full',
    'postmortems/a.md':
      '# Gone\n\n## Resolution\n\nBy [the runbook](../runbooks/dns.md).\n\n## Action items\n\n- [ ] Write [one](../runbooks/disk.md).\n',
  });
  expect(drawn(lab)).toEqual([
    'postmortems/a.md fixed-by runbooks/dns.md',
    'postmortems/a.md mentions runbooks/disk.md',
  ]);
});

test('an example in a page takes no name from the service of a file', () => {
  const lab = labOf({
    'stacks/radarr/compose.yaml': compose('radarr'),
    'docs/overview.md': `# Overview\n\n\`\`\`yaml\n${compose('radarr')}\`\`\`\n`,
    'docs/services/radarr.md': '# Radarr for films',
    'docs/media.md': '# Media\n\nRadarr finds films.',
  });
  const page = lab.pages.find(({ path }) => path === 'docs/services/radarr.md');
  expect(page?.url).toBe('/services/radarr/radarr/');
  expect(drawn(lab)).toContain('docs/media.md mentions service:radarr/radarr');
});

test('a page in services/ whose name several services have is about the project of that name', () => {
  const lab = labOf({
    'stacks/flare/compose.yaml': compose('flare'),
    'stacks/downloads/compose.yaml': compose('flare', 'vpn'),
    'docs/services/flare.md': '# Flare',
  });
  expect(lab.pages[0]?.url).toBe('/services/flare/flare/');
});

test('folders of one name with different services share the page of their project', () => {
  const { projects } = labOf({
    'kafka/01/compose.yaml': compose('kafka'),
    'redis/01/compose.yaml': compose('redis'),
  });
  expect(projects.map(({ url, services }) => [url, services])).toEqual([
    ['/services/01/', ['service:01/kafka', 'service:01/redis']],
  ]);
});
