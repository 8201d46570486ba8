import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../../scripts/main.ts', import.meta.url));

export type Ended = Readonly<{ code: number | null; stdout: string; stderr: string }>;

type Setting = Readonly<{
  env: NodeJS.ProcessEnv;
  /** Arguments of Node itself, such as a module that is loaded first. */
  node?: readonly string[];
  cwd?: string;
  /** Called with the process once it runs. */
  onStart?: (pid: number) => void;
}>;

/** Runs `blackstart build` as a process of its own. */
export function runBuild(args: readonly string[], setting: Setting): Promise<Ended> {
  const { env, node = [], cwd = PROJECT, onStart } = setting;
  const child = spawn(process.execPath, [...node, MAIN, 'build', ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  if (child.pid !== undefined) onStart?.(child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** The same, for a build that must not fail. */
export async function mustBuild(args: readonly string[], setting: Setting): Promise<void> {
  const { code, stderr } = await runBuild(args, setting);
  if (code !== 0) throw new Error(`The build ${args.join(' ')} ended with ${code}:\n${stderr}`);
}
