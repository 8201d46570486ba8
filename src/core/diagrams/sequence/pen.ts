import type { Columns } from './columns.ts';
import type { Lines } from '../model.ts';

export type Block = {
  readonly word: string;
  readonly start: number;
  left: number;
  right: number;
  /** What stands at its left edge, which is known when it ends. */
  readonly texts: { readonly y: number; readonly lines: Lines; readonly line: boolean }[];
};

/** The drawing as it grows, from top to bottom. */
export type Pen = {
  readonly columns: Columns;
  y: number;
  /** For each participant the heights at which its open activations began. */
  readonly bars: readonly number[][];
  readonly blocks: Block[];
  readonly layers: Readonly<
    Record<'shades' | 'frames' | 'bars' | 'lines' | 'heads' | 'notes' | 'words', string[]>
  >;
  /** How far to the left and the right anything reaches. */
  least: number;
  most: number;
};

export const BAR = 10;

export const middle = ({ columns }: Pen, who: number): number => columns.middles[who] ?? 0;

/** Blocks that are open reach at least from `left` to `right`. */
export function reach(pen: Pen, left: number, right: number): void {
  for (const block of pen.blocks) {
    block.left = Math.min(block.left, left);
    block.right = Math.max(block.right, right);
  }
  pen.least = Math.min(pen.least, left);
  pen.most = Math.max(pen.most, right);
}
