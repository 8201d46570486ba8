import sharp from 'sharp';
import { inertSvg } from './inert-svg.ts';
import type { NotInert, Outcome } from './made-picture.ts';
import { READING, scaled } from './raster.ts';
import { svgSize } from './svg-size.ts';

/** An SVG that only draws stays one. Any other may run code or load something, so it becomes a raster. */
export async function makeDrawing(bytes: Uint8Array): Promise<Outcome> {
  const inert = inertSvg(bytes);
  if ('kind' in inert) return draw(bytes, inert);
  return {
    type: 'made',
    ...svgSize(inert.root),
    files: [{ suffix: '', bytes: Buffer.from(inert.text) }],
  };
}

/** Drawn twice as large as it is shown, so that it is sharp on a good screen. Given as bytes, it can load nothing. */
async function draw(bytes: Uint8Array, drawn: NotInert): Promise<Outcome> {
  const { width, height } = await sharp(bytes, { ...READING, limitInputPixels: false }).metadata();
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height));
  if (scale < SMALLEST_SCALE) return { type: 'too-many-pixels', width, height, frames: 1 };
  const { data } = await sharp(bytes, { ...READING, density: 72 * scale })
    .png()
    .toBuffer({ resolveWithObject: true });
  const made = await scaled({ suffix: '.png', bytes: data }, { width, height }, () => sharp(data, READING));
  return made.type === 'made' ? { ...made, drawn } : made;
}

const LONGEST_SIDE = 6000;
/** The least that `density` can express. */
const SMALLEST_SCALE = 1 / 72;
