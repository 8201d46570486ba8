import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { watchLab } from '../../../src/io/watch/watch-lab.ts';

/** Long enough for what will not come. */
const SILENCE = 600;

/** Watches the lab at `root`, which has the files that `isListed` says yes to, as a load after each change finds them. */
export async function changesOf(root: string, isListed: (path: string) => boolean = () => true) {
  const told: string[][] = [];
  const watching = await watchLab(root, {
    onChange: (paths) => void told.push([...paths]),
    onNote: () => undefined,
  });
  onTestFinished(() => watching.close());
  const load = () => watching.begin()(new Set(filesOf(root).filter(isListed)));
  await load();
  // The files are as old as the watch, so that it may think it has missed something.
  await pause(150);
  told.length = 0;
  await load();
  return {
    /** Waits for the next change, loads, and gives its paths. */
    next: async (): Promise<string[]> => {
      while (told.length === 0) await pause(10);
      // A save may be told in two parts.
      await pause(150);
      const paths = [...new Set(told.flat())].sort();
      told.length = 0;
      await load();
      return paths;
    },
    /** What is told while nothing should be. */
    silence: async (): Promise<string[]> => {
      await pause(SILENCE);
      return told.flat();
    },
  };
}

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1))
    .filter((path) => !path.startsWith('.git/'));
