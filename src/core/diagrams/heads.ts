import type { Head } from './model.ts';
import { short } from './svg.ts';

export type Arrow = Readonly<{ from: readonly [number, number]; tip: readonly [number, number] }>;

/** The head of a line whose last piece leads from `from` to `tip`: drawn itself, so that it needs no id. */
export function head(kind: Head | 'open', { from, tip }: Arrow): string {
  const [x, y] = tip;
  const length = Math.hypot(x - from[0], y - from[1]) || 1;
  const [along, across] = [(x - from[0]) / length, (y - from[1]) / length];
  /** A point by its way back from the tip, and aside. */
  const at = (back: number, aside: number): string =>
    `${short(x - along * back - across * aside)} ${short(y - across * back + along * aside)}`;
  switch (kind) {
    case 'none':
      return '';
    case 'arrow':
      return `<path d="M${at(0, 0)}L${at(9, 4.5)}L${at(9, -4.5)}Z"/>`;
    case 'open':
      return `<path class="open" d="M${at(9, 5)}L${at(0, 0)}L${at(9, -5)}"/>`;
    case 'circle':
      return `<circle cx="${short(x - along * 4)}" cy="${short(y - across * 4)}" r="4"/>`;
    case 'cross':
      return `<path class="open" d="M${at(8, 4)}L${at(0, -4)}M${at(8, -4)}L${at(0, 4)}"/>`;
  }
}
