import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NOBODY = 65_534;

/** File permissions bite only those who are not root: tests of them need a root who can become nobody, or not to be root. */
export const canBeAnother = process.getuid?.() === 0 && nobodyCanRun();

/** What the module function `name` gives for `args`, run by a user who owns nothing. */
export function asNobody(module: string, name: string, ...args: readonly unknown[]): unknown {
  const url = new URL(`../../src/io/${module}`, import.meta.url).href;
  const script = `const { ${name} } = await import(${JSON.stringify(url)});
    const value = await ${name}(...${JSON.stringify(args)});
    console.log(JSON.stringify(value, (_, each) => (each instanceof Map ? [...each] : each)));`;
  return JSON.parse(run(script));
}

/** Lets others in: folders of tests are made for one user. */
export const openFor = (folder: string): void => chmodSync(folder, 0o755);

function run(script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    uid: NOBODY,
    gid: NOBODY,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env.PATH, HOME: '/nonexistent' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function nobodyCanRun(): boolean {
  try {
    return run('console.log(1)') === '1\n';
  } catch {
    return false;
  }
}
