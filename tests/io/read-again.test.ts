import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { LabParts } from '../../src/io/load-lab.ts';
import { labOf, loadLab, readParts } from '../../src/io/load-lab.ts';
import { commit, folderOf, put, repositoryOf } from './folders.ts';

vi.setConfig({ testTimeout: 120_000 });

const LAB = {
  'dns/compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
  'runbooks/dns.md': '# DNS is down\n\nSee [the notes](../notes/a.md#more) on pihole.\n',
  'notes/a.md': '# A\n\n## More\n',
};

/** What may happen to a file between two readings; undefined removes it. */
const texts = fc.constantFrom(
  '# DNS is slow\n\nSee [B](../notes/b.md), [[a]] and `unbound`.\n',
  '---\nkind: runbook\nservices: [dns/pihole]\n---\n# B\n\n## More\n',
  '---\nkind: [\n---\n# Broken\n',
  'services:\n  unbound:\n    image: mvance/unbound\n    depends_on: [pihole]\n',
  Buffer.from([0x61, 0xff, 0x62]),
  Buffer.from([0x61, 0xff, 0xff, 0x62]),
  undefined,
);
const paths = fc.constantFrom(
  ...Object.keys(LAB),
  'notes/b.md',
  'notes/b.txt',
  'dns/README.md',
  'vpn/compose.yaml',
  'blackstart.yaml',
);
const change = fc.record({ path: paths, text: texts, commits: fc.boolean() });

test('a reading that builds on the one before gives the same lab as one from nothing, whatever has changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 6, maxLength: 10 }), async (changes) => {
      const [root, cache] = [repositoryOf(LAB), folderOf()];
      commit(root);
      let parts: LabParts | undefined;
      for (const { path, text, commits } of changes) {
        if (text === undefined) rmSync(join(root, path), { force: true });
        else put(root, { [path]: text });
        if (commits) commit(root);
        parts = await readParts(root, { cache }, parts);
        expect(labOf(parts, {})).toEqual(await loadLab(root, { cache: false }));
        expect(await loadLab(root, { cache })).toEqual(labOf(parts, {}));
      }
    }),
    { numRuns: 3, seed: 20_260_314 },
  );
});

test('a page that has not changed is the one of before, and needs no cache', async () => {
  const root = repositoryOf(LAB);
  const before = await readParts(root, { cache: false });
  put(root, { 'runbooks/dns.md': '# DNS is slow\n' });
  const { parsed } = await readParts(root, { cache: false }, before);
  const isSame = parsed.files.map((file) => [file.path, before.parsed.files.includes(file)]);
  expect(isSame).toEqual([
    ['dns/compose.yaml', true],
    ['notes/a.md', true],
    ['runbooks/dns.md', false],
  ]);
});
