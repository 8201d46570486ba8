import { linesOf } from '../label.ts';
import { LINE_HEIGHT, rect, short, sizeOf, textAt, textFrom } from '../svg.ts';
import type { Event } from './model.ts';
import { reach, type Pen } from './pen.ts';

const TEXT_WIDTH = 260;

export function openBlock(pen: Pen, { word, text }: Extract<Event, { type: 'open' }>): void {
  const block = { word, start: pen.y, left: Number.POSITIVE_INFINITY, right: 0, texts: [] };
  pen.blocks.push(block);
  if (word === 'rect') pen.y += 12;
  else write(pen, text, { line: false });
}

/** Another part of the block, under a line. */
export const section = (pen: Pen, text: string): void => write(pen, text, { line: true });

function write(pen: Pen, text: string, { line }: Readonly<{ line: boolean }>): void {
  const lines = text === '' ? [] : linesOf(`[${text}]`, TEXT_WIDTH);
  pen.blocks.at(-1)?.texts.push({ y: pen.y, lines, line });
  pen.y += Math.max(lines.length, line ? 0 : 1) * LINE_HEIGHT + 14;
}

export function closeBlock(pen: Pen): void {
  const block = pen.blocks.pop();
  if (!block) return;
  const { word, start, texts } = block;
  const left = Number.isFinite(block.left) ? block.left : 0;
  const indents = texts.map(({ line }) => left + (line ? 0 : sizeOf([word]).width + 24));
  const ends = texts.map(({ lines }, index) => (indents[index] ?? 0) + sizeOf(lines).width + 20);
  const right = Math.max(block.right, left + 60, ...ends);
  const frame = { x: (left + right) / 2, y: (start + pen.y) / 2, width: right - left, height: pen.y - start };
  if (word === 'rect') pen.layers.shades.unshift(rect(frame));
  else {
    pen.layers.frames.push(rect(frame));
    pen.layers.notes.push(tab(left, start, word));
  }
  texts.forEach(({ y, lines, line }, index) => {
    if (line) pen.layers.lines.push(`<path class="dotted" d="M${short(left)} ${short(y)}H${short(right)}"/>`);
    const middle = y + 4 + (lines.length * LINE_HEIGHT) / 2;
    pen.layers.words.push(textFrom((indents[index] ?? 0) + 8, middle, lines));
  });
  reach(pen, left - 8, right + 8);
  pen.y += 12;
}

function tab(left: number, top: number, word: string): string {
  const width = sizeOf([word]).width + 16;
  const [x, y] = [left + width / 2, top + 11];
  return rect({ x, y, width, height: 22 }) + textAt(x, y, [word]);
}
