import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Io } from '../../scripts/command.ts';
import { dispatch } from '../../scripts/dispatch.ts';

// Most of these tests load a whole lab, or start a process, and a busy machine takes its time for that.
vi.setConfig({ testTimeout: 60_000 });

/** A folder with `files`, removed when the test ends. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'blackstart-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

type Setting = Partial<Pick<Io, 'cwd' | 'env' | 'ask'>>;

/** Runs `blackstart` with `args`, as from a pipe at 14 March 2026, 20:05 UTC. */
export async function blackstart(args: readonly string[], setting: Setting = {}) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await dispatch(args, {
    cwd: '/',
    env: { BLACKSTART_CACHE: await folderWith({}) },
    print: (text) => void printed.push(text),
    note: (text) => void noted.push(text),
    paint: (_, text) => text,
    now: () => new Date('2026-03-14T20:05:30Z'),
    ...setting,
  });
  return { code, stdout: printed.join('\n'), stderr: noted.join('\n') };
}
