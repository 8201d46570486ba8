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
  { install: 'exit 0', tests: 'echo "7 passed, 0 failed"', status: 0, last: '7 passed, 0 failed' },
  {
    install: 'exit 0',
    tests: 'echo "7 passed, 0 failed"; echo "npm notice: new version" >&2',
    status: 0,
    last: '7 passed, 0 failed',
  },
  {
    install: 'exit 0',
    tests: 'echo "5 passed, 2 failed"; echo "npm error" >&2; exit 1',
    status: 1,
    last: '5 passed, 2 failed',
  },
  { install: 'exit 0', tests: 'echo "5 passed, 2 failed"', status: 1, last: '5 passed, 2 failed' },
  { install: 'exit 0', tests: 'echo "5 passed, 0 failed"; exit 3', status: 3, last: '5 passed, 1 failed' },
  { install: 'exit 0', tests: 'echo crashed; exit 1', status: 1, last: '0 passed, 1 failed' },
  { install: 'exit 0', tests: 'exit 0', status: 1, last: '0 passed, 1 failed' },
  { install: 'exit 1', tests: 'echo "7 passed, 0 failed"', status: 1, last: '0 passed, 1 failed' },
])('npm ci: $install, npm test: $tests ends with $status and $last', async ({ install, tests, ...end }) => {
  expect(await run(install, tests)).toEqual(end);
});
