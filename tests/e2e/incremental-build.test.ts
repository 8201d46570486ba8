import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareSite } from '../../scripts/site-files.ts';
import { labOf, readParts } from '../../src/io/load-lab.ts';
import { folderOf, put } from '../io/folders.ts';
import { changed, hashesOf } from './file-bytes.ts';
import { mustBuild, PROJECT } from './run-build.ts';

const replace = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
};

/** Things people do between two builds. Each touches what other pages show of the page that is changed. */
const DEEDS: readonly Readonly<{ title: string; in: (lab: string) => void }>[] = [
  {
    title: 'another title, another heading, a page more, a page private',
    in: (lab) => {
      replace(join(lab, 'runbooks/dns-down.md'), '# ', '# Renamed: ');
      replace(join(lab, 'guides/network.md'), '## ', '## New ');
      put(lab, {
        'runbooks/new.md': '---\nservices: [pihole]\n---\n# New\n\n![[network]] [there](dns-down.md)\n',
      });
      replace(join(lab, 'hosts/heron.md'), '---\n', '---\nprivate: true\n');
    },
  },
  {
    title: 'a service in another image, a page elsewhere, an incident open again',
    in: (lab) => {
      replace(join(lab, 'stacks/dns/compose.yaml'), 'image: ', 'image: mirror.example/');
      renameSync(join(lab, 'guides/keys-and-people.md'), join(lab, 'guides/people.md'));
      put(lab, {
        'postmortems/2026-10-01-again.md':
          '---\nservices: [pihole]\nbegan: 2026-10-01\nstatus: draft\n---\n# Again\n\n## Fix\n\nAsk.\n',
      });
    },
  },
  {
    title: 'a page less, a picture that is other, a service called otherwise',
    in: (lab) => {
      rmSync(join(lab, 'goals/who-answers-a-name.md'));
      replace(join(lab, 'guides/images/cupboard.svg'), '<svg ', '<svg data-new="1" ');
      replace(join(lab, 'services/traefik.md'), '# Traefik', '# The door');
    },
  },
  { title: 'another title of the lab', in: (lab) => put(lab, { 'blackstart.yaml': 'title: Other\n' }) },
];

test('a build over an earlier one gives the bytes of a build from nothing, whatever has changed', async () => {
  const home = folderOf();
  const lab = join(home, 'lab');
  cpSync(join(PROJECT, 'content'), lab, { recursive: true });
  const env = { BLACKSTART_CACHE: join(home, 'cache') };
  const build = (name: string) =>
    mustBuild(['--lab', lab, '--out', join(home, name), '--trust'], { env: { ...env } });
  await build('site');
  for (const deed of DEEDS) {
    deed.in(lab);
    await build('site');
    await build('fresh');
    expect(changed(hashesOf(join(home, 'site')), hashesOf(join(home, 'fresh'))), deed.title).toEqual([]);
    rmSync(join(home, 'fresh'), { recursive: true });
  }
});

test('a file of the site that somebody changed is made again', async () => {
  const home = folderOf({ 'lab/a.md': '# A\n' });
  const env = { BLACKSTART_CACHE: join(home, 'cache') };
  const build = () => mustBuild(['--lab', join(home, 'lab'), '--out', join(home, 'site')], { env });
  await build();
  const before = hashesOf(join(home, 'site'));
  writeFileSync(join(home, 'site/notes/a/index.html'), 'changed');
  await build();
  expect(changed(before, hashesOf(join(home, 'site')))).toEqual([]);
});

test('only lists ask a lab for so much that they are made each time', async () => {
  const root = join(PROJECT, 'content');
  const cache = folderOf();
  const parts = await readParts(root, { cache, trust: true });
  const lab = labOf(parts, { trust: true });
  const { keys } = parts.parsed;
  const { files, reads } = await prepareSite({ lab, root, keys, cache, base: '/', note: () => undefined });
  const always: string[] = [];
  for (const { path, content, isPage } of files) {
    if (!isPage) continue;
    await content();
    if (reads.take().some((question) => reads.answer(question) === undefined)) always.push(path);
  }
  expect(always).toMatchInlineSnapshot(`
    [
      "actions/index.html",
      "alerts/index.html",
      "drills/index.html",
      "goals/index.html",
      "hosts/index.html",
      "index.html",
      "notes/index.html",
      "postmortems/index.html",
      "runbooks/index.html",
      "services/index.html",
      "tags/index.html",
    ]
  `);
});
