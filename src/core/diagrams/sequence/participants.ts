import { rect, short, sizeOf, textAt } from '../svg.ts';
import type { Columns } from './columns.ts';
import type { Participant, Sequence } from './model.ts';

/** The head of a column, at its top or again at its end. */
export function participantAt(
  columns: Columns,
  { label, actor }: Participant,
  { index, top }: Readonly<{ index: number; top: number }>,
): string {
  const [x, width] = [columns.middles[index] ?? 0, columns.widths[index] ?? 0];
  const height = columns.headHeight;
  if (!actor)
    return rect({ x, y: top + height / 2, width, height }, ' rx="3"') + textAt(x, top + height / 2, label);
  const [sx, y] = [short(x), (down: number) => short(top + down)];
  const body = `<circle cx="${sx}" cy="${y(7)}" r="6"/><path d="M${sx} ${y(13)}V${y(26)}M${short(x - 11)} ${y(18)}h22M${short(x - 9)} ${y(37)}L${sx} ${y(26)}L${short(x + 9)} ${y(37)}"/>`;
  return body + textAt(x, top + 42 + sizeOf(label).height / 2, label);
}

/** A frame around the columns of some participants, from top to bottom. */
export function boxAround(
  columns: Columns,
  { title, members }: Sequence['boxes'][number],
  { titleHeight, height }: Readonly<{ titleHeight: number; height: number }>,
): string {
  if (members.length === 0) return '';
  const left =
    Math.min(...members.map((who) => (columns.middles[who] ?? 0) - (columns.widths[who] ?? 0) / 2)) - 10;
  const right =
    Math.max(...members.map((who) => (columns.middles[who] ?? 0) + (columns.widths[who] ?? 0) / 2)) + 10;
  const frame = { x: (left + right) / 2, y: height / 2, width: right - left, height };
  return rect(frame, ' rx="3"') + textAt(frame.x, 6 + titleHeight / 2, title);
}
