import { head } from '../heads.ts';
import { linesOf } from '../label.ts';
import { rect, short, sizeOf, textAt, textFrom } from '../svg.ts';
import { NOTE_WIDTH, TEXT_WIDTH } from './columns.ts';
import type { Event, Message } from './model.ts';
import { BAR, middle, reach, type Pen } from './pen.ts';

export const drawMessage = (pen: Pen, event: Message): void =>
  event.from === event.to ? toItself(pen, event) : between(pen, event);

function between(pen: Pen, { from, to, text, dotted, head: kind, both }: Message): void {
  const way = to > from ? 1 : -1;
  const start = middle(pen, from) + way * sideOf(pen, from, way);
  const end = middle(pen, to) - way * sideOf(pen, to, -way);
  const lines = text === '' ? [] : linesOf(text, Math.max(TEXT_WIDTH, Math.abs(end - start) - 24));
  const { height } = sizeOf(lines);
  pen.layers.words.push(textAt((start + end) / 2, pen.y + height / 2, lines));
  pen.y += height + 8;
  const y = pen.y;
  const back = kind === 'arrow' ? way * 8 : 0;
  const line = `M${short(start + (both ? way * 8 : 0))} ${short(y)}H${short(end - back)}`;
  pen.layers.lines.push(`<path d="${line}"${dotted ? ' class="dotted"' : ''}/>`);
  pen.layers.heads.push(head(kind, { from: [start, y], tip: [end, y] }));
  if (both) pen.layers.heads.push(head('arrow', { from: [end, y], tip: [start, y] }));
  reach(pen, Math.min(start, end) - 30, Math.max(start, end) + 30);
  pen.y += 14;
}

/** How far the activations of a participant reach to one side. */
const sideOf = (pen: Pen, who: number, way: number): number => {
  const open = pen.bars[who]?.length ?? 0;
  if (open === 0) return 0;
  return BAR / 2 + (way > 0 ? (open - 1) * (BAR / 2) : 0);
};

function toItself(pen: Pen, { from, text, dotted, head: kind }: Message): void {
  const x = middle(pen, from) + sideOf(pen, from, 1);
  const lines = text === '' ? [] : linesOf(text, TEXT_WIDTH);
  const { width, height } = sizeOf(lines);
  const tall = Math.max(height, 16);
  const tip = pen.y + tall + 4;
  const loop = `M${short(x)} ${short(pen.y + 2)}h34v${short(tall + 2)}H${short(x + (kind === 'arrow' ? 8 : 0))}`;
  pen.layers.lines.push(`<path d="${loop}"${dotted ? ' class="dotted"' : ''}/>`);
  pen.layers.heads.push(head(kind, { from: [x + 34, tip], tip: [x, tip] }));
  pen.layers.words.push(textFrom(x + 40, pen.y + 3 + tall / 2, lines));
  reach(pen, x - 30, x + 54 + width);
  pen.y += tall + 20;
}

export function drawNote(pen: Pen, { side, first, last, text }: Extract<Event, { type: 'note' }>): void {
  const across = middle(pen, last) - middle(pen, first);
  const lines = linesOf(text, first === last ? NOTE_WIDTH : Math.max(NOTE_WIDTH, across + 20));
  const size = sizeOf(lines);
  const [width, height] = [Math.max(size.width + 20, side === 'over' ? across + 40 : 0), size.height + 12];
  const beside = width / 2 + 12;
  const x =
    side === 'left' ? middle(pen, first) - beside
    : side === 'right' ? middle(pen, last) + beside
    : (middle(pen, first) + middle(pen, last)) / 2; // prettier-ignore
  pen.layers.notes.push(
    rect({ x, y: pen.y + height / 2, width, height }, ' class="note"') + textAt(x, pen.y + height / 2, lines),
  );
  reach(pen, x - width / 2 - 8, x + width / 2 + 8);
  pen.y += height + 12;
}

/** Ends the activation of a participant that began last. */
export function endBar(pen: Pen, who: number): void {
  const bars = pen.bars[who];
  const start = bars?.pop();
  if (bars === undefined || start === undefined) return;
  const end = Math.max(pen.y - 10, start + 14);
  const x = middle(pen, who) + bars.length * (BAR / 2);
  pen.layers.bars.push(rect({ x, y: (start + end) / 2, width: BAR, height: end - start }));
}
