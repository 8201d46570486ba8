import { MOST, NotDrawn } from './model.ts';

export type Prepared = Readonly<{
  type: 'flowchart' | 'sequence' | 'state';
  title: string | undefined;
  /** What follows the word for the type, without comments and settings. */
  body: string;
}>;

/** Tells the type of a diagram and takes off what has no effect on what it says. */
export function prepare(source: string): Prepared {
  if (source.length > MOST.characters) throw new NotDrawn(`it is longer than ${MOST.characters} characters`);
  const [matter = ''] = /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/.exec(source) ?? [];
  const text = source
    .slice(matter.length)
    .replaceAll(/%%\{[\s\S]*?\}%%/g, '')
    .replaceAll(/^[ \t]*%%[^\n]*$/gm, '')
    .trimStart();
  const word = /^[A-Za-z][\w-]*/.exec(text)?.[0] ?? '';
  const type = TYPES.get(word);
  if (!type)
    throw new NotDrawn(word === '' ? 'it does not name its type' : `${word} is not a type that is drawn`);
  return { type, title: /^title:[ \t]*(\S.*)$/m.exec(matter)?.[1], body: text.slice(word.length) };
}

/** A line each, without the white space around it; a semicolon ends one, but for that of an entity such as `#35;`. */
export const statementsOf = (body: string): string[] =>
  body.split(/\n|(?<![#&]#?\w{1,10});/).map((line) => line.trim());

const TYPES: ReadonlyMap<string, Prepared['type']> = new Map([
  ['flowchart', 'flowchart'],
  ['flowchart-elk', 'flowchart'],
  ['graph', 'flowchart'],
  ['sequenceDiagram', 'sequence'],
  ['stateDiagram', 'state'],
  ['stateDiagram-v2', 'state'],
]);
