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

/** The demo lab of this project, and the folder it is built into. */
const DEMO = fileURLToPath(new URL('../content', import.meta.url));
const DEMO_OUT = fileURLToPath(new URL('../dist', import.meta.url));

export type OpenLab = Readonly<{ lab: Lab; root: string }>;

/** Loads the lab that `--lab` names: a folder seen from where the person is, a Git URL, or without either the demo. */
export async function openLab(named: string | undefined, io: Io): Promise<OpenLab> {
  const root = await labFolder(named, io);
  return { root, lab: await loadLab(root, {}) };
}
