import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { publishableText } from '../core/secrets/publishable.ts';

const MOST_BYTES = 200_000;

/** Reads a source file of the lab at `root` as it may be shown; undefined when it is no text, too long, or kept back. */
export function sourceReader(root: string): (path: string) => string | undefined {
  const real = realpathSync(root);
  return (path) => {
    try {
      const file = realpathSync(join(real, path));
      if (!file.startsWith(real + sep) || statSync(file).size > MOST_BYTES) return undefined;
      const bytes = readFileSync(file);
      return bytes.subarray(0, 8000).includes(0) ? undefined : publishableText(path, bytes.toString('utf8'));
    } catch {
      // The file went while the site was built; the next build knows.
      return undefined;
    }
  };
}
