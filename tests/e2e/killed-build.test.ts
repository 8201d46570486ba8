import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatch } from '../../scripts/dispatch.ts';
import { changed, hashesOf } from './file-bytes.ts';
import type { OldAndNext } from './old-and-next.ts';
import { oldAndNext } from './old-and-next.ts';
import { runBuild } from './run-build.ts';

const AT_CHANGE = 22;
const AT_TIME = 8;
const HOOK = ['--import', fileURLToPath(new URL('die-at.mjs', import.meta.url))];

let site: OldAndNext;
/** Changes on disk, and milliseconds, that the build from the old site to the next one takes. */
let whole: Readonly<{ changes: number; time: number }>;

beforeAll(async () => {
  site = await oldAndNext();
  const { env, out } = site;
  site.startFromOld();
  const start = performance.now();
  const { stderr } = await runBuild(args(), { env: { ...env, OUT: out }, node: HOOK });
  whole = { changes: Number(/changes: (\d+)/.exec(stderr)?.[1]), time: performance.now() - start };
  expect(changed(site.nextFiles, hashesOf(out))).toEqual([]);
  expect(whole.changes).toBeGreaterThan(60);
});
afterAll(() => rmSync(site.home, { recursive: true, force: true }));

test('a build that is killed at its n-th change leaves whole pages, and the next build completes them', async () => {
  const random = seeded(20260314);
  for (let index = 0; index < AT_CHANGE; index += 1) {
    const at = 1 + Math.floor(((index + random()) / AT_CHANGE) * whole.changes);
    const env = { ...site.env, OUT: site.out, DIE_AT: String(at) };
    site.startFromOld();
    const { signal } = await runBuild(args(), { env, node: HOOK });
    expect(signal, `killed at change ${at}`).toBe('SIGKILL');
    await expectCompletion(`killed at change ${at} of ${whole.changes}`);
  }
});

test('so does one that is killed at any time', async () => {
  const random = seeded(20260530);
  for (let index = 0; index < AT_TIME; index += 1) {
    const after = Math.round((0.4 + 0.6 * random()) * whole.time);
    site.startFromOld();
    await runBuild(args(), { env: site.env, killAfter: after });
    await expectCompletion(`killed after ${after} of ${Math.round(whole.time)} ms`);
  }
});

const args = (): string[] => ['--lab', site.lab, '--out', site.out];

/** What the killed build left is whole, and one more build makes of it what an undisturbed one makes. */
async function expectCompletion(when: string) {
  site.expectWholePages(when);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await dispatch(['build', ...args()], {
    cwd: site.home,
    env: site.env,
    print: say,
    note: say,
    now: () => new Date(0),
    paint: (_, text) => text,
  });
  expect(code, said.join('\n')).toBe(0);
  expect(changed(site.nextFiles, hashesOf(site.out)), when).toEqual([]);
}

/** Numbers from 0 to 1, the same ones for a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
