import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

export type ReadInside = Readonly<
  { type: 'bytes'; bytes: Uint8Array } | { type: 'too-large'; size: number } | { type: 'outside' }
>;

/** The bytes of a file whose real path lies below `root`, a real path too. Throws what the system says when it can't be read. */
export async function readInside(root: string, path: string, limit: number): Promise<ReadInside> {
  const real = await realpath(join(root, path));
  const way = relative(root, real);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return { type: 'outside' };
  // Without following a link or waiting for a pipe, in case the file was exchanged a moment ago.
  const file = await open(
    real,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('it is not a file');
    if (stats.size > limit) return { type: 'too-large', size: stats.size };
    return { type: 'bytes', bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
