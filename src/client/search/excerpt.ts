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

/** The pieces as nodes: a text, or a text in a `mark`. */
export const nodesOf = (pieces: readonly Piece[]): (HTMLElement | string)[] =>
  pieces.map(({ text, hit }) => {
    if (!hit) return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
