import { FONT_SIZE, widthOf } from './character-width.ts';
import type { Lines } from './model.ts';

export const LINE_HEIGHT = 18;

export type Size = Readonly<{ width: number; height: number }>;

/** A rectangle by its middle. */
export type Box = Size & Readonly<{ x: number; y: number }>;

export const sizeOf = (lines: Lines): Size => ({
  width: Math.ceil(Math.max(0, ...lines.map(widthOf))),
  height: lines.length * LINE_HEIGHT,
});

/** The same in bold letters. */
export const boldSizeOf = (lines: Lines): Size => {
  const { width, height } = sizeOf(lines);
  return { width: Math.ceil(width * 1.12), height };
};

/** A number with one decimal at most: the same text everywhere. */
export const short = (value: number): string => String(Math.round(value * 10) / 10 || 0);

/** A text of one or more lines around the middle `x`, `y`. */
export const textAt = (x: number, y: number, lines: Lines): string => element([x, y], lines, '');

/** The same, beginning at `x`. */
export const textFrom = (x: number, y: number, lines: Lines): string =>
  element([x, y], lines, ' class="start"');

function element([x, y]: readonly [number, number], lines: Lines, named: string): string {
  if (lines.every((line) => line === '')) return '';
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + FONT_SIZE * 0.35;
  const [only = ''] = lines;
  if (lines.length === 1) return `<text x="${short(x)}" y="${short(first)}"${named}>${escape(only)}</text>`;
  const spans = lines.map(
    (line, index) =>
      line && `<tspan x="${short(x)}" y="${short(first + index * LINE_HEIGHT)}">${escape(line)}</tspan>`,
  );
  return `<text${named}>${spans.join('')}</text>`;
}

export const rect = ({ x, y, width, height }: Box, more = ''): string =>
  `<rect x="${short(x - width / 2)}" y="${short(y - height / 2)}" width="${short(width)}" height="${short(height)}"${more}/>`;

export const polygon = (points: readonly (readonly [number, number])[]): string =>
  `<path d="M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z"/>`;

/** A layer of a drawing; one without content leaves no trace. */
export const layer = (name: string, parts: readonly string[]): string => {
  const content = parts.join('');
  return content && `<g class="${name}">${content}</g>`;
};

/** The text has to be kept from looking like anything but text, here and to whoever fills slots later. */
export const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

export const svg = ({ width, height }: Size, label: string, layers: readonly string[]): string => {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return `<svg role="img" aria-label="${escape(label)}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${layers.join('')}</svg>`;
};
