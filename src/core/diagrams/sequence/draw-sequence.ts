import { plainText } from '../label.ts';
import { layer, short, sizeOf, svg } from '../svg.ts';
import { closeBlock, openBlock, section } from './blocks.ts';
import { columnsOf } from './columns.ts';
import { drawMessage, drawNote, endBar } from './events.ts';
import type { Event, Sequence } from './model.ts';
import { boxAround, participantAt } from './participants.ts';
import type { Pen } from './pen.ts';

/** A sequence diagram as SVG that is named `label`. */
export function drawSequence(sequence: Sequence, label: string): string {
  const { boxes, participants, events, title } = sequence;
  const columns = columnsOf(sequence);
  const boxTitle = Math.max(0, ...boxes.map(({ title: words }) => sizeOf(words).height));
  const top = boxes.length > 0 ? boxTitle + 16 : 0;
  const pen: Pen = {
    columns,
    y: top + columns.headHeight + 14,
    bars: columns.middles.map(() => []),
    blocks: [],
    layers: { shades: [], frames: [], bars: [], lines: [], heads: [], notes: [], words: [] },
    least: columns.left,
    most: columns.right,
  };
  for (const event of events) drawEvent(pen, event);
  pen.bars.forEach((open, who) => {
    while (open.length > 0) endBar(pen, who);
  });
  const end = pen.y + 6;
  const again = events.length > MANY;
  const bottom = (again ? end + columns.headHeight : end) + (boxes.length > 0 ? 8 : 0);
  const around = boxes.map((box) => boxAround(columns, box, { titleHeight: boxTitle, height: bottom }));
  const life = columns.middles.map(
    (x) => `<path d="M${short(x)} ${short(top + columns.headHeight)}V${short(end)}"/>`,
  );
  const heads = participants.flatMap((participant, index) =>
    [top, ...(again ? [end] : [])].map((y) => participantAt(columns, participant, { index, top: y })),
  );
  const { shades, frames, bars, lines, heads: tips, notes, words } = pen.layers;
  const body = [
    layer('shades', shades),
    layer('groups', [...around, ...frames]),
    layer('life', life),
    layer('nodes', [...heads, ...bars]),
    layer('lines', lines),
    layer('heads', tips),
    layer('nodes', notes),
    layer('words', words),
  ].join('');
  const size = { width: pen.most - pen.least + 2 * MARGIN, height: bottom + 2 * MARGIN };
  const moved = `<g transform="translate(${short(MARGIN - pen.least)} ${MARGIN})">${body}</g>`;
  return svg(size, title === undefined ? label : `${label}: ${plainText(title)}`, [moved]);
}

const MARGIN = 8;
/** With more events than this the participants are named again below them. */
const MANY = 8;

function drawEvent(pen: Pen, event: Event): void {
  switch (event.type) {
    case 'message':
      return drawMessage(pen, event);
    case 'note':
      return drawNote(pen, event);
    case 'open':
      return openBlock(pen, event);
    case 'section':
      return section(pen, event.text);
    case 'close':
      return closeBlock(pen);
    case 'activate':
      return void pen.bars[event.who]?.push(pen.y - 4);
    case 'deactivate':
      return endBar(pen, event.who);
  }
}
