import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../../scripts/blackstart.mjs', import.meta.url));

export type Ended = Readonly<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;

type Setting = Readonly<{
  env: NodeJS.ProcessEnv;
  /** Arguments of Node itself, such as a module that is loaded first. */
  node?: readonly string[];
  cwd?: string;
  /** Runs as this user, for a root who wants to be somebody else. */
  user?: number;
  /** The largest file that it may write, in blocks of a shell's `ulimit -f`. */
  largestFile?: number;
  /** Kills it after so many milliseconds, if it still runs. */
  killAfter?: number;
}>;

/** Runs `blackstart build` as a process of its own. */
export function runBuild(args: readonly string[], setting: Setting): Promise<Ended> {
  const { env, node = [], cwd = PROJECT, user, largestFile, killAfter } = setting;
  const command = [process.execPath, ...node, MAIN, 'build', ...args];
  const [program = '', ...rest] =
    largestFile === undefined
      ? command
      : ['sh', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'sh', ...command];
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(killAfter !== undefined && { timeout: killAfter, killSignal: 'SIGKILL' }),
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}

/** The same, for a build that must not fail. */
export async function mustBuild(args: readonly string[], setting: Setting): Promise<void> {
  const { code, stderr } = await runBuild(args, setting);
  if (code !== 0) throw new Error(`The build ${args.join(' ')} ended with ${code}:\n${stderr}`);
}
