import { linesOf } from '../label.ts';
import { sizeOf } from '../svg.ts';
import type { Event, Message, Sequence } from './model.ts';

export type Columns = Readonly<{
  /** Middles of the participants. */
  middles: readonly number[];
  widths: readonly number[];
  headHeight: number;
  left: number;
  right: number;
}>;

/** A message says so much on one line at least. */
export const TEXT_WIDTH = 230;
export const NOTE_WIDTH = 180;

/** Places the participants so far apart that what passes between them has room for its text. */
export function columnsOf({ participants, boxes, events }: Sequence): Columns {
  const sizes = participants.map(({ label }) => sizeOf(label));
  const widths = sizes.map(({ width }) => Math.max(width + 28, 80));
  const gaps = widths.slice(1).map((width, index) => (width + (widths[index] ?? 0)) / 2 + 24);
  const beside = {
    left: (widths[0] ?? 0) / 2 + (boxes.length > 0 ? 12 : 0),
    right: (widths.at(-1) ?? 0) / 2,
  };
  const last = participants.length - 1;
  // The narrow ones first: what is wider then needs less, or nothing.
  const needs = events.flatMap(needOf).toSorted((a, b) => a.last - a.first - (b.last - b.first));
  for (const { first, last: end, width } of needs) {
    if (first < 0) beside.left = Math.max(beside.left, width);
    else if (end > last) beside.right = Math.max(beside.right, width);
    else widen(gaps, { first, last: end, width });
  }
  const middles = [beside.left];
  for (const gap of gaps) middles.push((middles.at(-1) ?? 0) + gap);
  return {
    middles,
    widths,
    headHeight: Math.max(
      ...sizes.map(({ height }, index) => height + (participants[index]?.actor ? 44 : 20)),
    ),
    left: 0,
    right: (middles.at(-1) ?? 0) + beside.right + (boxes.length > 0 ? 12 : 0),
  };
}

type Need = Readonly<{ first: number; last: number; width: number }>;

function needOf(event: Event): Need[] {
  if (event.type === 'message') return [messageNeed(event)];
  if (event.type !== 'note') return [];
  const width = sizeOf(linesOf(event.text, NOTE_WIDTH)).width + 20;
  const { first, last, side } = event;
  if (side === 'left') return [{ first: first - 1, last: first, width: width + 24 }];
  if (side === 'right') return [{ first: last, last: last + 1, width: width + 24 }];
  if (first !== last) return [];
  // It stands over one line, and must not reach to the next.
  return [
    { first: first - 1, last: first, width: width / 2 + 14 },
    { first, last: first + 1, width: width / 2 + 14 },
  ];
}

function messageNeed({ from, to, text }: Message): Need {
  const { width } = sizeOf(linesOf(text, TEXT_WIDTH));
  const first = Math.min(from, to);
  if (from === to) return { first, last: first + 1, width: width + 60 };
  return { first, last: Math.max(from, to), width: width + 36 };
}

function widen(gaps: number[], { first, last, width }: Need): void {
  const there = gaps.slice(first, last).reduce((sum, gap) => sum + gap, 0);
  if (there >= width) return;
  const more = (width - there) / (last - first);
  for (let index = first; index < last; index += 1) gaps[index] = (gaps[index] ?? 0) + more;
}
