import { realpathSync, statSync } from 'node:fs';
import { reasonOf } from './reason-of.ts';

/** There is no lab at all: the only thing about a lab that stops everything. */
export class NoLab extends Error {}

/** The real path of the lab at `root`. */
export function labRoot(root: string): string {
  let real: string;
  try {
    real = realpathSync(root);
  } catch (error) {
    throw new NoLab(
      `There is no lab at ${root}: ${reasonOf(error)}. Name a folder that is there with --lab.`,
    );
  }
  if (statSync(real).isDirectory()) return real;
  throw new NoLab(`${root} is a file, and a lab is a folder. Name its folder with --lab.`);
}
