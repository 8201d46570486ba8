import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canBeAnother } from '../io/another-user.ts';
import { hashesOf } from './file-bytes.ts';
import type { OldAndNext } from './old-and-next.ts';
import { oldAndNext } from './old-and-next.ts';
import { runBuild } from './run-build.ts';

const HOOK = ['--import', fileURLToPath(new URL('die-at.mjs', import.meta.url))];
const WINDOWS = process.platform === 'win32';
const ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

let site: OldAndNext;
beforeAll(async () => {
  site = await oldAndNext();
});
afterAll(() => rmSync(site.home, { recursive: true, force: true }));

/** Builds over the old site, and gives what the build said. */
async function build(setting: Partial<Parameters<typeof runBuild>[1]> = {}) {
  const { lab, out, env } = site;
  const { code, stderr } = await runBuild(['--lab', lab, '--out', out], {
    ...setting,
    env: { ...env, ...setting.env },
  });
  return { code, said: stderr.replaceAll(site.home, '').replace(/^changes: .*\n/m, '') };
}

test('a full disk is named, and every page stays whole', async () => {
  site.startFromOld();
  const env = { OUT: site.out, DIE_AT: '40', DIE_OF: 'full' };
  expect(await build({ env, node: HOOK })).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "/out could not be written: the disk is full. Every page there is whole, old or new; the next build completes it.
    ",
    }
  `);
  site.expectWholePages('on a full disk');
});

test.skipIf(WINDOWS)('a limit to the size of files is named, and every page stays whole', async () => {
  site.startFromOld();
  expect(await build({ largestFile: 64 })).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "/out could not be written: the system allows no file of this size. Every page there is whole, old or new; the next build completes it.
    ",
    }
  `);
  site.expectWholePages('with a limit');
});

test.skipIf(WINDOWS || (ROOT && !canBeAnother))(
  'a folder that may not be written to stays as it is',
  async () => {
    site.startFromOld();
    const before = hashesOf(site.out);
    chmodSync(site.out, 0o555);
    const { code, said } = await build(ROOT ? { user: NOBODY } : {});
    chmodSync(site.out, 0o755);
    expect({ code, said }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "The cache can't be written (permission denied), so the next run starts from nothing. Name a folder that can be written in the environment variable BLACKSTART_CACHE.
      /out could not be written: permission denied. Every page there is whole, old or new; the next build completes it.
      ",
      }
    `);
    expect(hashesOf(site.out)).toEqual(before);
  },
);

test("a folder with other people's files stays as it is", async () => {
  rmSync(site.out, { recursive: true, force: true });
  mkdirSync(site.out);
  writeFileSync(join(site.out, 'index.html'), 'mine');
  const before = hashesOf(site.out);
  expect(await build()).toMatchInlineSnapshot(`
    {
      "code": 2,
      "said": "The output folder /out holds files that blackstart did not write, such as index.html. Empty it, or name another folder with \`--out\`.
    ",
    }
  `);
  expect(hashesOf(site.out)).toEqual(before);
});
