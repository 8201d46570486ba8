import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../src/core/model/lab.ts';
import { loadLab } from '../src/io/load-lab.ts';
import type { Io, Option } from './command.ts';
import { WrongUse } from './command.ts';

export const labOption = {
  type: 'string',
  value: 'folder or Git URL',
  about: 'The lab to read (default: the demo lab in content/).',
} as const satisfies Option;

/** `root` is where its files are. */
export type OpenLab = Readonly<{ lab: Lab; root: string }>;

/** Where the demo lab is built into. */
export const DEMO_OUT = fileURLToPath(new URL('../dist', import.meta.url));
const DEMO = fileURLToPath(new URL('../content', import.meta.url));

/** Loads the lab that `--lab` names: a folder seen from where the person is, a Git URL, or without either the demo. */
export async function openLab(named: string | undefined, io: Io): Promise<OpenLab> {
  const root = named === undefined ? DEMO : resolve(io.cwd, named);
  await refuseMissing(root, named);
  return { root, lab: await loadLab(root, {}) };
}

async function refuseMissing(root: string, named = root) {
  const found = await stat(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (found?.isDirectory()) return;
  const what = found ? 'a file, not a folder' : 'not there';
  throw new WrongUse(
    `The lab ${named} is ${what} (${root}). Name a folder or a Git URL with \`--lab\`, such as \`--lab ~/homelab\`.`,
  );
}
