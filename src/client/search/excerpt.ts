/** Words of an excerpt; `hit` are those that were searched for. */
export type Piece = Readonly<{ text: string; hit: boolean }>;

/**
 * Takes an excerpt of Pagefind apart. Its `<mark>` are the only tags in it: a `<` that an author wrote is an entity there,
 * and becomes text again here. It never is HTML in the page.
 */
export function piecesOf(excerpt: string): Piece[] {
  let hit = false;
  return excerpt.split(/(<\/?mark>)/).flatMap((part) => {
    if (part === '<mark>' || part === '</mark>') hit = part === '<mark>';
    else if (part !== '') return [{ text: part.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), hit }];
    return [];
  });
}

/**
 * Leaves out the end of `heading`, or all of it, where an excerpt begins with it: it stands above the excerpt already.
 * Pagefind puts a full stop between a heading and what follows.
 */
export function withoutHeading(pieces: readonly Piece[], heading: string): Piece[] {
  const whole = pieces.map(({ text }) => text).join('');
  const words = heading.split(/\s+/);
  for (let from = 0; from < words.length; from += 1) {
    const end = words.slice(from).join(' ');
    const length = whole.startsWith(end) ? (/^\.?\s+/.exec(whole.slice(end.length))?.[0].length ?? 0) : 0;
    if (length > 0) return dropped(pieces, end.length + length);
  }
  return [...pieces];
}

function dropped(pieces: readonly Piece[], length: number): Piece[] {
  let left = length;
  return pieces.flatMap(({ text, hit }) => {
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    return rest === '' ? [] : [{ text: rest, hit }];
  });
}

/** `text` with the words that are hits in `pieces`: those of a heading are cut from the excerpt, and stand out here. */
export function withHits(text: string, pieces: readonly Piece[]): Piece[] {
  const hits = new Set(pieces.filter(({ hit }) => hit).flatMap((piece) => wordsIn(piece.text)));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, hit: hits.has(part.toLowerCase()) }));
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The pieces as nodes: a text, or a text in a `mark`. */
export const nodesOf = (pieces: readonly Piece[]): (HTMLElement | string)[] =>
  pieces.map(({ text, hit }) => {
    if (!hit) return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
