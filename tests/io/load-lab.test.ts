import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLab } from '../../src/io/load-lab.ts';
import { commit, folderOf, put, repositoryOf } from './folders.ts';

const LAB = {
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
  'runbooks/dns.md': '# DNS is down\n\n1. Look at pihole.\n',
  'drafts/x.md': '# Not yet\n',
};

test('reads a lab from its folder', async () => {
  const root = repositoryOf({ ...LAB, 'blackstart.yaml': 'title: Our house\nexclude: [drafts]\n' });
  commit(root, '2026-03-14T12:00:00+01:00');
  const lab = await loadLab(root, { cache: folderOf() });
  expect(lab.title).toBe('Our house');
  expect(lab.asOf).toBe('2026-03-14T11:00:00Z');
  expect(lab.pages.map(({ path, kind }) => `${path} ${kind}`)).toEqual(['runbooks/dns.md runbook']);
  expect(lab.pages[0]?.lastChange?.at).toBe('2026-03-14T11:00:00Z');
  expect(lab.services.map(({ id }) => id)).toEqual(['service:dns/pihole']);
});

test('is the same from the cache, without a cache, and twice', async () => {
  const root = repositoryOf(LAB);
  commit(root);
  const cache = folderOf();
  const plain = JSON.stringify(await loadLab(root, { cache: false }));
  for (let time = 0; time < 2; time += 1) expect(JSON.stringify(await loadLab(root, { cache }))).toBe(plain);
});

test('without Git the newest file says as of when it holds', async () => {
  const lab = await loadLab(folderOf(LAB), { cache: false });
  expect(Math.abs(Date.parse(lab.asOf) - Date.now())).toBeLessThan(60_000);
  expect(lab.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect((await loadLab(folderOf(), { cache: false })).asOf).toBe('1970-01-01T00:00:00Z');
});

test('finds what is wrong on disk, in the settings and in the text', async () => {
  const root = folderOf({ 'blackstart.yaml': 'titel: x\n', 'a.md': Buffer.from([0x61, 0xff]) });
  const { findings } = await loadLab(root, { cache: false });
  const said = findings.map(({ rule, place }) => `${place.path}:${place.line} ${rule}`);
  expect(said).toEqual(expect.arrayContaining(['blackstart.yaml:1 config', 'a.md:1 encoding']));
});

test('says so when there is no lab', async () => {
  await expect(loadLab(join(folderOf(), 'gone'), {})).rejects.toThrow('There is no lab at');
});

test('an edit is seen at once', async () => {
  const [root, cache] = [folderOf(LAB), folderOf()];
  await loadLab(root, { cache });
  put(root, { 'runbooks/dns.md': '# DNS is slow\n' });
  const lab = await loadLab(root, { cache });
  expect(lab.pages.find(({ path }) => path === 'runbooks/dns.md')?.title).toBe('DNS is slow');
});

test('a file that the settings call a compose file becomes services, from the day on which they say so', async () => {
  const compose =
    'services:\n  jellyfin:\n    image: jellyfin/jellyfin\n    environment:\n      KEY: canary-of-the-stack\n';
  const root = folderOf({ 'media/homelab.stack': compose, 'media/notes.stack': 'just words' });
  const cache = folderOf();
  const services = async () => (await loadLab(root, { cache })).services.map(({ id }) => id);
  expect(await services()).toEqual([]);
  expect(await services()).toEqual([]);
  put(root, { 'blackstart.yaml': "compose: ['*/*.stack']\n" });
  expect(await services()).toEqual(['service:media/jellyfin']);
  const lab = await loadLab(root, { cache });
  expect(lab.services.map(({ id }) => id)).toEqual(['service:media/jellyfin']);
  expect(lab.findings.filter(({ rule }) => rule !== 'no-history')).toEqual([]);
  expect([...lab.files.keys()]).toContain('media/notes.stack');
  expect(JSON.stringify(lab)).not.toContain('canary-of-the-stack');
  put(root, { 'blackstart.yaml': '' });
  expect(await services()).toEqual([]);
});
