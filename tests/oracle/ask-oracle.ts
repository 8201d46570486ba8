import { spawn } from 'node:child_process';
import { z } from 'zod';

/**
 * What to ask of `docker compose config`: `raw` keeps variables as written, `values` replaces them although none is set,
 * `full` adds implied dependencies, networks and names, and is strict.
 */
export type Mode = 'raw' | 'values' | 'full';

/** The model that Compose makes of a file, or the first line of what it has against it. */
export type Answer =
  Readonly<{ type: 'accepted'; model: unknown }> | Readonly<{ type: 'rejected'; reason: string }>;

const UNRESOLVED = [
  '--no-path-resolution',
  '--no-env-resolution',
  '--no-normalize',
  '--no-consistency',
] as const;

const FLAGS: Readonly<Record<Mode, readonly string[]>> = {
  raw: ['--no-interpolate', ...UNRESOLVED],
  values: UNRESOLVED,
  full: [],
};

/** All that Compose gets to see of an environment. */
export const ORACLE_ENVIRONMENT = { HOME: '/nonexistent', PATH: '/usr/bin:/bin', GOMAXPROCS: '1' };

export type Asked = Readonly<{
  folder: string;
  paths: readonly string[];
  mode: Mode;
  environment?: Readonly<Record<string, string>>;
}>;

/** `paths` as after `-f`; without any, Compose looks for files itself in `folder`. */
export async function askOracle(
  binary: string,
  { folder, paths, mode, environment = {} }: Asked,
): Promise<Answer> {
  const files = paths.flatMap((path) => ['-f', path]);
  const args = [...files, '--profile', '*', 'config', '--format', 'json', ...FLAGS[mode]];
  const { code, stdout, stderr } = await run(binary, args, { folder, environment });
  if (code !== 0) return { type: 'rejected', reason: reasonIn(stderr) };
  const model = z.unknown().parse(JSON.parse(stdout));
  return { type: 'accepted', model: mode === 'raw' ? model : withoutEscapes(model) };
}

/** Where variables are replaced, the answer has two dollars for one. */
function withoutEscapes(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$$', '$');
  if (Array.isArray(value)) return value.map(withoutEscapes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.replaceAll('$$', '$'), withoutEscapes(item)]),
  );
}

const reasonIn = (stderr: string): string =>
  stderr.split('\n').find((line) => line !== '' && !line.startsWith('time=')) ?? 'no reason given';

function run(
  binary: string,
  args: readonly string[],
  { folder, environment }: Readonly<{ folder: string; environment: Readonly<Record<string, string>> }>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    // Nothing of this machine's environment may become a value of the file.
    const env = { ...ORACLE_ENVIRONMENT, ...environment };
    const child = spawn(binary, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => stdout.push(part));
    child.stderr.on('data', (part: Buffer) => stderr.push(part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}
