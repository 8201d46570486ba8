import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFile } from './write-file.ts';

/** Names every file in an output folder that a build wrote, or was about to write when it was stopped. */
export const MANIFEST = '.blackstart-manifest.json';

/** `files` are the paths below the folder; `complete` is false from the first file of a build until its end. */
export type Manifest = Readonly<{ files: readonly string[]; complete: boolean }>;

/** The manifest of `folder`: undefined when there is none, 'unreadable' when it is not one of ours. */
export async function readManifest(folder: string): Promise<Manifest | 'unreadable' | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const result = schema.safeParse(parseJson(text));
  return result.success ? result.data : 'unreadable';
}

export function writeManifest(folder: string, { files, complete }: Manifest): void {
  const sorted = [...files].sort();
  writeFile(join(folder, MANIFEST), `${JSON.stringify({ version: 1, complete, files: sorted }, null, 1)}\n`);
}

/** A path below the output folder, written as we write it. What a manifest names is removed, so nothing else passes. */
export function isOutputPath(path: string): boolean {
  return (
    !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

const schema = z.object({
  version: z.literal(1),
  complete: z.boolean(),
  files: z.array(z.string().refine(isOutputPath)),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
