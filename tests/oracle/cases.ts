import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { folderOf } from '../../src/core/paths.ts';
import type { Question } from './our-model.ts';

/** A small project of our own, on one point of how Compose reads. */
export type Case = Readonly<{
  name: string;
  files: Readonly<Record<string, string>>;
  paths: readonly string[];
  mode: 'raw' | 'values';
  environment: Readonly<Record<string, string>>;
}>;

const FOLDER = new URL('cases/', import.meta.url);
const MAIN = 'compose.yaml';

const written = z.strictObject({
  /** The body of a service `web`. */
  service: z.string().optional(),
  /** The only file. */
  text: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  paths: z.array(z.string()).default([MAIN]),
  mode: z.enum(['raw', 'values']).default('raw'),
  environment: z.record(z.string(), z.string()).default({}),
});

/** All cases, named by topic and point. */
export function readCases(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const topic = z.record(z.string(), written).parse(parse(readFileSync(new URL(file, FOLDER), 'utf8')));
      return Object.entries(topic).map(([point, { service, text, files, ...rest }]) => ({
        name: `${file.replace('.yaml', '')}: ${point}`,
        files: files ?? { [MAIN]: text ?? `services:\n  web:\n${indented(service ?? '')}` },
        ...rest,
      }));
    });
}

const indented = (body: string): string => body.replace(/^(?=.)/gm, '    ');

/** The case as a question to our reader. */
export function questionOf({ files, paths, mode, environment }: Case): Question {
  return {
    textOf: (path) => files[path],
    folder: folderOf(paths[0] ?? ''),
    paths,
    ...(mode === 'values' && { environment }),
  };
}

/** What the oracle said of each case: its model, or that it accepts no such file. */
export const expectations = z.record(
  z.string(),
  z.union([z.literal('rejected'), z.record(z.string(), z.unknown())]),
);
export const EXPECTED = new URL('expected.json', FOLDER);
