import type { Attribute } from './svg-tokens.ts';

export type SvgSize = Readonly<{ width?: number; height?: number }>;

/** The size in CSS pixels that the outermost element of an SVG asks for; a side that it leaves open is left out. */
export function svgSize(root: readonly Attribute[]): SvgSize {
  const value = (name: string) => root.find((attribute) => attribute.name === name)?.value ?? '';
  const box = boxOf(value('viewBox'));
  const width = pixels(value('width'));
  const height = pixels(value('height'));
  if (!box) return rounded(width, height);
  if (width !== undefined) return rounded(width, height ?? (width * box.height) / box.width);
  if (height !== undefined) return rounded((height * box.width) / box.height, height);
  return rounded(box.width, box.height);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
};
const MOST = 100_000;

/** A length in a unit that does not depend on where the drawing stands. */
function pixels(text: string): number | undefined {
  const [, number, unit = ''] = /^\s*(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

function boxOf(text: string): Readonly<{ width: number; height: number }> | undefined {
  const [, , width = 0, height = 0] = text
    .slice(0, 200)
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width * height) ? { width, height } : undefined;
}

function rounded(width: number | undefined, height: number | undefined): SvgSize {
  const [across, down] = [whole(width), whole(height)];
  return { ...(across && { width: across }), ...(down && { height: down }) };
}

function whole(length: number | undefined): number | undefined {
  if (length === undefined || !(length > 0)) return undefined;
  const pixel = Math.max(1, Math.round(length));
  return pixel <= MOST ? pixel : undefined;
}
