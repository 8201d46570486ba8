/** Width of a text in pixels, on the large side: the fonts of readers differ, and there is none where this runs. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width * FONT_SIZE * SLACK;
}

export const FONT_SIZE = 14;
const SLACK = 1.1;

function widthOfCharacter(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  if (JOINED.test(character)) return 0;
  if (WIDE.test(character)) return 1;
  if (PICTURE.test(character)) return 1.3;
  return 0.64;
}

const JOINED = /[\p{M}\p{Cf}]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** In parts of the font size, as sans-serif fonts have them. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.22, "ijl'"],
      [0.28, ' !,./:;I[]\\ft|'],
      [0.34, '()-r`{}"'],
      [0.4, '*^'],
      [0.5, 'ckszJvxy'],
      [0.56, 'abdeghnopqu0123456789_?$#L'],
      [0.6, '+<=>~FTZ'],
      [0.67, 'ABEKPSVXY&'],
      [0.73, 'CDHNRUw'],
      [0.78, 'GOQ'],
      [0.85, 'mM'],
      [0.92, 'W%'],
      [1.02, '@'],
    ] as const
  ).flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);
