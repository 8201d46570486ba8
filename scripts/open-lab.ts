import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../src/core/model/lab.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { NoLab } from '../src/io/lab-root.ts';
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

type Request = Readonly<{ lab?: string | undefined; output?: string }>;

/** Loads the lab that `--lab` names: a folder seen from where the person is, a Git URL, or without either the demo. */
export async function openLab({ lab: named, output }: Request, io: Io): Promise<OpenLab> {
  const root = named === undefined ? DEMO : resolve(io.cwd, named);
  try {
    const lab = await loadLab(root, {
      cache: cacheFolder(io.env),
      ...(output !== undefined && { output }),
      onNote: io.note,
      ...(io.progress && { onProgress: slowly(io.progress) }),
    });
    return { root, lab };
  } catch (error) {
    throw error instanceof NoLab ? new WrongUse(error.message, { cause: error }) : error;
  } finally {
    io.progress?.('');
  }
}

/** Says how far it is once it has taken longer than a person waits without wondering. */
function slowly(progress: (text: string) => void) {
  const start = performance.now();
  return (done: number, total: number) => {
    if (performance.now() - start > 1000) progress(`Reading ${done} of ${total} files`);
  };
}
