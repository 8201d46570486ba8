import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { folderWith } from '../scripts/labs.ts';
import { fencesOf, read } from './markdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CI = read('docs/ci.md');

const actions = z.object({
  env: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          name: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});
const gitlab = z.object({
  variables: z.record(z.string(), z.string()),
  check: z.object({ script: z.array(z.string()) }),
  pages: z.object({ script: z.array(z.string()) }),
});

const workflow = (heading: string): unknown => {
  const section = CI.slice(CI.indexOf(`\n## ${heading}\n`));
  const fence = fencesOf(section).find(({ info }) => info === 'yaml');
  expect(parseDocument(fence?.text ?? '').errors).toEqual([]);
  return parse(fence?.text ?? '');
};

/** Runs lines of a workflow as its machine would, with this project as the clone and a small lab as the checkout. */
async function run(script: string, env: Readonly<Record<string, string>> = {}) {
  const lab = await folderWith({
    'compose.yaml': 'services:\n  pihole:\n    image: pihole/pihole\n',
    'runbooks/dns.md': '# DNS\n\n1. Look. [gone](gone.md)\n',
  });
  const temporary = await folderWith({});
  const { status, stdout, stderr } = spawnSync('bash', ['-ec', script], {
    cwd: lab,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      BLACKSTART: ROOT,
      BLACKSTART_CACHE: join(temporary, 'cache'),
      RUNNER_TEMP: temporary,
      ...env,
    },
  });
  return { status, stdout, stderr, lab, temporary };
}

const stepsOf = (heading: string) =>
  Object.values(actions.parse(workflow(heading)).jobs).flatMap(({ steps }) => steps);

test.each(['GitHub Actions', 'Forgejo Actions'])(
  '%s: the whole history, a pinned commit, two caches',
  (heading) => {
    const { env } = actions.parse(workflow(heading));
    const steps = stepsOf(heading);
    expect(steps.find(({ uses }) => uses?.includes('checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 });
    expect(env['BLACKSTART_COMMIT']).toMatch(/^[0-9a-f]{40}$/);
    const kept = steps.filter(({ uses }) => uses?.includes('cache@')).map((step) => step.with?.['path']);
    expect(kept).toEqual([env['BLACKSTART'], env['BLACKSTART_CACHE']]);
    for (const [name, value] of Object.entries(env))
      if (name.endsWith('_SOURCE')) expect(value).toMatch(/^https:\/\//);
  },
);

test('GitLab CI: the whole history, and a cache inside the project', () => {
  const { variables } = gitlab.parse(workflow('GitLab CI'));
  expect(variables).toMatchObject({
    GIT_DEPTH: '0',
    BLACKSTART_CACHE: expect.stringContaining('$CI_PROJECT_DIR/'),
  });
});

// The lines are for machines with bash.
const onUnix = test.skipIf(process.platform === 'win32');

onUnix('the check of GitHub writes annotations with paths from the top of the checkout', async () => {
  const check = stepsOf('GitHub Actions').find(({ name }) => name === 'Check')?.run ?? '';
  const { status, stdout } = await run(check);
  expect(stdout).toContain('::warning file=runbooks/dns.md,line=3,title=dead-link::');
  expect(status).toBe(0);
});

onUnix('the build of GitHub goes below the name of the repository', async () => {
  const build = stepsOf('GitHub Actions').find(({ name }) => name === 'Build')?.run ?? '';
  const { status, stderr, temporary } = await run(build, { GITHUB_REPOSITORY: 'mara/lab' });
  expect(status, stderr).toBe(0);
  expect(existsSync(join(temporary, 'site/runbooks/dns/index.html'))).toBe(true);
});

onUnix('the check of Forgejo, and that of GitLab, print text', async () => {
  const forgejo = stepsOf('Forgejo Actions').find(({ name }) => name === 'Check')?.run ?? '';
  for (const script of [forgejo, gitlab.parse(workflow('GitLab CI')).check.script.join('\n')])
    expect((await run(script)).stdout).toContain('runbooks/dns.md:3');
});

onUnix('the build of GitLab goes to `public`, below the path of its pages', async () => {
  const script = gitlab.parse(workflow('GitLab CI')).pages.script.join('\n');
  const { status, stderr, lab } = await run(script, { CI_PAGES_URL: 'https://mara.gitlab.io/lab' });
  expect(status, stderr).toBe(0);
  expect(existsSync(join(lab, 'public/runbooks/dns/index.html'))).toBe(true);
});
