import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';

/** Stands for all that decides what becomes of a picture besides the picture: our code beside this file, and sharp. */
export function pictureVersion(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, name)));
  const sharp = findPackageJSON('sharp', import.meta.url);
  return hash.update(sharp ? readFileSync(sharp) : '').digest('hex');
}
