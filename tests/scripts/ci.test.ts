import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from './labs.ts';

const CI = fileURLToPath(new URL('../../.ci/run', import.meta.url));

/** Runs `.ci/run` with an npm of our own: what `npm ci` and `npm test` say and how they end. */
async function run(install: string, tests: string) {
  const bin = await folderWith({ npm: `#!/bin/sh\nif [ "$1" = ci ]; then ${install}; fi\n${tests}\n` });
  await chmod(`${bin}/npm`, 0o755);
  const { status, stdout } = spawnSync(CI, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

// The script is for a CI machine with bash.
test.skipIf(process.platform === 'win32').each([
  ['exit 0', 'echo "7 passed, 0 failed"', 0, '7 passed, 0 failed'],
  ['exit 0', 'echo "7 passed, 0 failed"; echo "npm notice: new version" >&2', 0, '7 passed, 0 failed'],
  ['exit 0', 'echo "5 passed, 2 failed"; echo "npm error" >&2; exit 1', 1, '5 passed, 2 failed'],
  ['exit 0', 'echo "5 passed, 2 failed"', 1, '5 passed, 2 failed'],
  ['exit 0', 'echo "5 passed, 0 failed"; exit 3', 3, '5 passed, 1 failed'],
  ['exit 0', 'echo crashed; exit 1', 1, '0 passed, 1 failed'],
  ['exit 0', 'exit 0', 1, '0 passed, 1 failed'],
  ['exit 1', 'echo "7 passed, 0 failed"', 1, '0 passed, 1 failed'],
])('npm ci: %s, npm test: %s ends with %i and "%s"', async (install, tests, status, last) => {
  expect(await run(install, tests)).toEqual({ status, last });
});
