import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Text of a file of this project. */
export const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

/** Every page of the documentation: what a reader of the project finds, without the demo lab. */
export const DOCS: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort(),
];

/** `info` is what stands behind the backticks. */
export type Fence = Readonly<{ info: string; text: string; line: number }>;

export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { marks: string; indent: number; info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, indent = '', marks = '', info = ''] = /^( *)(`{3,})(.*)$/.exec(line) ?? [];
    if (!open && marks)
      open = { marks, indent: indent.length, info: info.trim(), lines: [], line: index + 1 };
    else if (open && marks.startsWith(open.marks) && info === '') {
      fences.push({ info: open.info, text: `${open.lines.join('\n')}\n`, line: open.line });
      open = undefined;
    } else open?.lines.push(line.slice(open.indent));
  }
  return fences;
}

/** The examples that name their file, as the lab that they make together. */
export const filesIn = (markdown: string): Record<string, string> =>
  Object.fromEntries(
    fencesOf(markdown).flatMap(({ info, text }) => {
      const path = /(?:^| )file=(\S+)/.exec(info)?.[1];
      return path === undefined ? [] : [[path, text]];
    }),
  );

/** Words in backticks in the first column of the tables below a heading, down to the next heading. */
export function keysBelow(markdown: string, heading: string): string[] {
  const start = markdown.indexOf(`\n${heading}\n`);
  if (start === -1) throw new Error(`There is no ${heading}.`);
  const section = markdown.slice(start + heading.length + 2).split(/^#{1,6} /m)[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
}
