import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

export const factsPath = (folder: string): string => join(folder, 'facts.jsonl');

/** The file of bodies that belongs to the facts with `generation` in their first line. */
export const bodiesPath = (folder: string, generation: string): string =>
  join(folder, `bodies-${generation}.jsonl`);

export const isBodiesName = (name: string): boolean => /^bodies-[0-9a-f]{16}\.jsonl$/.test(name);

export const newGeneration = (): string => randomBytes(8).toString('hex');
