import type { Edge, Head } from '../model.ts';
import { NotDrawn } from '../model.ts';

export type Link = Pick<Edge, 'stroke' | 'head' | 'tail' | 'length'> &
  Readonly<{ text: string; end: number }>;

/** The link that begins at `start`, if one does: `-->`, `-- text -->`, `-->|text|`, thick, dotted and unseen ones. */
export function linkAt(source: string, start: number): Link | undefined {
  const link = wholeLink(source, start) ?? linkAroundText(source, start);
  if (!link || link.text !== '') return link;
  const text = PIPED.exec(source.slice(link.end, link.end + LONGEST));
  return text ? { ...link, text: text[1] ?? text[2] ?? '', end: link.end + text[0].length } : link;
}

const LONGEST = 2_000;
const PIPED = /^\s*\|\s*(?:"([^"]*)"\s*|([^|]*))\|/;

const WHOLE = /([xo<]?)(--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?|~~~+)/y;
const OPENING = /([xo<]?)(--|==|-\.)(?![-=.])/y;
/** How a link ends that began with these two characters. */
const CLOSINGS: ReadonlyMap<string, RegExp> = new Map([
  ['--', /\s*(--+[-xo>])/g],
  ['==', /\s*(==+[=xo>])/g],
  ['-.', /\s*(-?\.+-[xo>]?)/g],
]);

function wholeLink(source: string, start: number): Link | undefined {
  WHOLE.lastIndex = start;
  const match = WHOLE.exec(source);
  if (!match) return undefined;
  return { ...meaningOf(match[1] ?? '', match[2] ?? ''), text: '', end: WHOLE.lastIndex };
}

function linkAroundText(source: string, start: number): Link | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(source);
  if (!opening) return undefined;
  const from = OPENING.lastIndex;
  const rest = source.slice(from, from + LONGEST);
  const quoted = /^\s*"[^"]*"/.exec(rest)?.[0] ?? '';
  const closing = CLOSINGS.get(opening[2] ?? '');
  if (!closing) return undefined;
  closing.lastIndex = quoted.length;
  const match = closing.exec(rest);
  const text = rest.slice(0, match?.index ?? 0).trim();
  if (!match || text === '' || (quoted === '' && text.includes('\n')))
    throw new NotDrawn('a link with a text has no end');
  return {
    ...meaningOf(opening[1] ?? '', match[1] ?? ''),
    text: text.replace(/^"([\s\S]*)"$/, '$1'),
    end: from + closing.lastIndex,
  };
}

function meaningOf(tail: string, line: string): Pick<Link, 'stroke' | 'head' | 'tail' | 'length'> {
  const head = headOf(line.at(-1) ?? '');
  const dots = line.split('.').length - 1;
  const strokes = line.length - (head === 'none' ? 2 : 1);
  if (line.startsWith('~')) return { stroke: 'invisible', head: 'none', tail: 'none', length: 1 };
  return {
    stroke: dots > 0 ? 'dotted' : line.startsWith('=') ? 'thick' : 'solid',
    head,
    tail: headOf(tail),
    length: Math.min(Math.max(dots > 0 ? dots : strokes - (head === 'none' ? 0 : 1), 1), 10),
  };
}

function headOf(character: string): Head {
  switch (character) {
    case '>':
    case '<':
      return 'arrow';
    case 'o':
      return 'circle';
    case 'x':
      return 'cross';
    default:
      return 'none';
  }
}
