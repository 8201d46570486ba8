/**
 * Everything that must hold before a change may land, as one command: each step with its time, and as the last line
 * `N passed, N failed`. A step that counts its tests says how many; any other is one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

type Count = Readonly<{ passed: number; failed: number }>;
/** `counts` are steps of tests, `optional` those whose tests are skipped where their material is not. */
type Step = Readonly<{ name: string; command: string; counts?: true; optional?: true }>;

const STEPS: readonly Step[] = [
  { name: 'types', command: 'astro check --minimumSeverity error' },
  { name: 'lint', command: 'oxlint' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'unit', command: 'vitest run', counts: true },
  { name: 'corpus', command: 'vitest run --config vitest.corpus.config.ts', counts: true, optional: true },
  { name: 'browser', command: 'vitest run --config vitest.e2e.config.ts', counts: true },
];

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'blackstart-tests-'));
try {
  const counts = STEPS.map(run);
  const passed = sum(counts.map((count) => count.passed));
  const failed = sum(counts.map((count) => count.failed));
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run({ name, command, counts, optional }: Step): Count {
  const report = join(folder, `${name}.json`);
  const reporters = counts ? ` --reporter=default --reporter=json --outputFile.json="${report}"` : '';
  const start = performance.now();
  console.log(`\n> ${name}: ${command}`);
  const { status } = spawnSync(`${command}${reporters}`, {
    cwd: root,
    stdio: 'inherit',
    shell: true,
    env: env(),
  });
  const count = counts ? counted(readReport(report), status, optional ? 0 : 1) : one(status);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${count.failed > 0 ? 'FAILED' : 'ok'}: ${name}, ${seconds} s`);
  return count;
}

function one(status: number | null): Count {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A step that broke before, after or beside its tests has failed even when every test that ran passed. */
function counted({ passed, failed }: Count, status: number | null, least: number): Count {
  const broke = failed === 0 && (status !== 0 || passed < least);
  return { passed, failed: broke ? 1 : failed };
}

function readReport(path: string): Count {
  try {
    const { numPassedTests, numFailedTests } = vitestReport.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The commands of this project come first, also when nobody started us through npm. None of them calls home. */
function env(): NodeJS.ProcessEnv {
  const bin = join(root, 'node_modules', '.bin');
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
