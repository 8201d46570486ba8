import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../src/core/model/lab.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { CloneRefused, cloneLab, isAddress } from '../src/io/clone-lab.ts';
import { NoLab } from '../src/io/lab-root.ts';
import type { LoadOptions } from '../src/io/load-lab.ts';
import { labOf, readParts } from '../src/io/load-lab.ts';
import type { Io, Option } from './command.ts';
import { WrongUse } from './command.ts';
import { slowly } from './slowly.ts';

export const labOption = {
  type: 'string',
  value: 'folder or Git URL',
  about: 'The lab to read (default: the demo lab in content/).',
} as const satisfies Option;

/** `root` is where its files are; `keys` stand for what was parsed from each, by path. */
export type OpenLab = Readonly<{ lab: Lab; root: string; keys: ReadonlyMap<string, string> }>;

/** Where the demo lab is built into. */
export const DEMO_OUT = fileURLToPath(new URL('../dist', import.meta.url));
const DEMO = fileURLToPath(new URL('../content', import.meta.url));

type Request = Readonly<{
  lab?: string | undefined;
  output?: string;
  /** The person says that the code in this lab's MDX pages may run. */
  trust?: boolean;
}>;

/** Whether `--lab` names a lab elsewhere, of which there is only a copy here. */
export const isRemote = (named: string | undefined): boolean => named !== undefined && isAddress(named);

/** Loads the lab that `--lab` names: a folder seen from where the person is, a Git URL, or without either the demo. */
export const openLab = (request: Request, io: Io): Promise<OpenLab> =>
  openWith(request, io, async (root, options) => {
    const parts = await readParts(root, options);
    return { root, lab: labOf(parts, options), keys: parts.parsed.keys };
  });

/** What `load` makes of the lab that `--lab` names. */
export async function openWith<T>(
  { lab: named, output, trust = false }: Request,
  io: Io,
  load: (root: string, options: LoadOptions) => Promise<T>,
): Promise<T> {
  if (trust && isRemote(named))
    throw new WrongUse(
      'Code from another place is not run. Clone the lab, read what it does, and name the folder with `--lab`.',
    );
  try {
    const root = await rootOf(named, io);
    return await load(root, {
      cache: cacheFolder(io.env),
      ...(output !== undefined && { output }),
      onNote: io.note,
      // Our own demo is as trusted as the code that reads it.
      trust: trust || root === DEMO,
      onProgress: slowly(io, (done, total) => `Reading ${done} of ${total} files`),
    });
  } catch (error) {
    throw error instanceof NoLab || error instanceof CloneRefused
      ? new WrongUse(error.message, { cause: error })
      : error;
  } finally {
    io.progress?.('');
  }
}

async function rootOf(named: string | undefined, io: Io): Promise<string> {
  if (named === undefined) return DEMO;
  if (!isRemote(named)) return resolve(io.cwd, named);
  return cloneLab(named, { cache: cacheFolder(io.env), onNote: io.note });
}
