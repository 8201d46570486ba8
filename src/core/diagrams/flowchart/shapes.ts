import type { Shape } from '../model.ts';
import { NotDrawn } from '../model.ts';

export type Body = Readonly<{ text: string; shape: Shape; end: number }>;

/** The brackets with a text that begin at `start`, if there are any. */
export function bodyAt(source: string, start: number): Body | undefined {
  const bracket = BRACKETS.find(({ opens }) => source.startsWith(opens, start));
  if (!bracket) return undefined;
  const from = start + bracket.opens.length;
  const quoted = /^\s*"([^"]*)"\s*/.exec(source.slice(from, from + LONGEST));
  const after = from + (quoted?.[0].length ?? 0);
  const closed = bracket.closes
    .map(([close, shape]) => ({ at: source.indexOf(close, after), close, shape }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)[0];
  const text = quoted?.[1] ?? source.slice(from, closed?.at ?? from).trim();
  if (!closed || (quoted && closed.at !== after) || text.length > LONGEST)
    throw new NotDrawn(`the bracket ${bracket.opens} has no end`);
  if (
    !quoted &&
    (text.includes(bracket.opens.charAt(0)) || text.includes('"') || text.includes(closed.close.charAt(0)))
  )
    throw new NotDrawn(`brackets or quotes inside ${bracket.opens} need quotes around the text`);
  return { text, shape: closed.shape, end: closed.at + closed.close.length };
}

const LONGEST = 2_000;

const BRACKETS: readonly Readonly<{ opens: string; closes: readonly (readonly [string, Shape])[] }>[] = [
  { opens: '(((', closes: [[')))', 'double-circle']] },
  { opens: '((', closes: [['))', 'circle']] },
  { opens: '([', closes: [['])', 'stadium']] },
  { opens: '(-', closes: [['-)', 'stadium']] },
  { opens: '[[', closes: [[']]', 'subroutine']] },
  { opens: '[(', closes: [[')]', 'cylinder']] },
  {
    opens: '[/',
    closes: [
      ['/]', 'lean-right'],
      ['\\]', 'trapezoid'],
    ],
  },
  {
    opens: '[\\',
    closes: [
      ['\\]', 'lean-left'],
      ['/]', 'trapezoid-down'],
    ],
  },
  { opens: '{{', closes: [['}}', 'hexagon']] },
  { opens: '{', closes: [['}', 'diamond']] },
  { opens: '(', closes: [[')', 'round']] },
  { opens: '[', closes: [[']', 'box']] },
  { opens: '>', closes: [[']', 'flag']] },
];

/** What `@{ … }` at `start` says of a node: names of shapes that are not drawn as such are boxes. */
export function settingsAt(source: string, start: number): Partial<Body> & Pick<Body, 'end'> {
  const match = /^@\{((?:"[^"]*"|[^"{}])*)\}/.exec(source.slice(start, start + LONGEST));
  if (!match) throw new NotDrawn('the settings @{ of a node have no end');
  const inside = match[1] ?? '';
  const value = (key: string): string | undefined => {
    const found = new RegExp(`(?:^|[\\s,"])${key}"?\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([^,"\\n]*))`).exec(
      inside,
    );
    return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
  };
  const label = value('label');
  const shape = value('shape');
  return {
    end: start + match[0].length,
    ...(label !== undefined && { text: label }),
    ...(shape !== undefined && { shape: NAMED.get(shape.toLowerCase()) ?? 'box' }),
  };
}

const NAMED: ReadonlyMap<string, Shape> = new Map(
  (
    [
      ['round', 'rounded event'],
      ['stadium', 'stadium pill terminal'],
      ['subroutine', 'subroutine subproc subprocess fr-rect framed-rectangle'],
      ['cylinder', 'cyl cylinder database db das h-cyl horizontal-cylinder lin-cyl disk lined-cylinder'],
      ['circle', 'circle circ'],
      ['double-circle', 'dbl-circ double-circle'],
      ['diamond', 'diam diamond decision question'],
      ['hexagon', 'hex hexagon prepare'],
      ['lean-right', 'lean-r lean-right in-out'],
      ['lean-left', 'lean-l lean-left out-in'],
      ['trapezoid', 'trap-b trapezoid trapezoid-bottom priority'],
      ['trapezoid-down', 'trap-t inv-trapezoid trapezoid-top manual'],
      ['flag', 'odd'],
      ['text', 'text'],
      ['start', 'sm-circ small-circle start f-circ filled-circle junction'],
      ['end', 'fr-circ framed-circle stop'],
      ['bar', 'fork join'],
    ] as const
  ).flatMap(([shape, names]) => names.split(' ').map((name) => [name, shape] as const)),
);
