import { renameSync, rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { loadLab } from '../../../src/io/load-lab.ts';
import { warmLab } from '../../../src/io/watch/warm-lab.ts';
import { commit, folderOf, put, repositoryOf } from '../folders.ts';

vi.setConfig({ testTimeout: 60_000 });

const LAB = {
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
  'runbooks/dns.md': '# DNS is down\n\nSee [the notes](../notes/a.md).\n',
  'notes/a.md': '# A\n',
};

async function warmed() {
  const root = repositoryOf(LAB);
  commit(root);
  const options = { cache: folderOf() };
  const { load, reload } = warmLab(root, options);
  await load();
  return { root, reload, whole: async () => JSON.stringify(await loadLab(root, options)) };
}

test.each([
  ['an edit', { 'runbooks/dns.md': '# DNS is slow\n' }],
  ['a mistake', { 'runbooks/dns.md': '---\nkind: [\n---\n# DNS\n\n[gone](gone.md)\n' }],
  ['bytes that are no text', { 'runbooks/dns.md': Buffer.from([0x61, 0xff, 0x62]) }],
  ['an empty file', { 'runbooks/dns.md': '' }],
  ['a compose file', { 'dns/compose.yaml': 'services:\n  unbound:\n    image: mvance/unbound\n' }],
  ['settings', { 'blackstart.yaml': 'title: Our house\n' }],
  ['a new page', { 'runbooks/new.md': '# New\n' }],
])('%s gives the same lab as reading all of it', async (_, files) => {
  const { root, reload, whole } = await warmed();
  put(root, files);
  expect(JSON.stringify(await reload(Object.keys(files)))).toBe(await whole());
  // And what was broken is whole again.
  put(root, LAB);
  expect(JSON.stringify(await reload(Object.keys(files)))).toBe(await whole());
});

test('a file that is gone is not in the lab', async () => {
  const { root, reload } = await warmed();
  rmSync(`${root}/notes/a.md`);
  const { pages } = await reload(['notes/a.md']);
  expect(pages.map(({ path }) => path)).toEqual(['runbooks/dns.md']);
});

test('files whose names were not told are not read again', async () => {
  const { root, reload } = await warmed();
  put(root, { 'notes/a.md': '# B\n', 'runbooks/dns.md': '# C\n' });
  const { pages } = await reload(['runbooks/dns.md']);
  expect(pages.map(({ title }) => title)).toEqual(['A', 'C']);
});

test('a load that failed is followed by one of everything', async () => {
  const { root, reload, whole } = await warmed();
  renameSync(root, `${root}-away`);
  await expect(reload(['notes/a.md'])).rejects.toThrow('There is no lab at');
  renameSync(`${root}-away`, root);
  put(root, { 'notes/a.md': '# B\n' });
  expect(JSON.stringify(await reload(['runbooks/dns.md']))).toBe(await whole());
});
