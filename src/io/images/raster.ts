import sharp from 'sharp';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { withoutComments } from './gif-blocks.ts';
import type { Format, MadeFile, Outcome } from './made-picture.ts';
import { LARGE, MOST_PIXELS, SMALL_WIDTH } from './made-picture.ts';

/**
 * A raster without anything but its pixels: turned upright, in sRGB, and written anew, so that no metadata and nothing
 * that was hidden behind the picture is left. A large one is scaled down to be shown.
 */
export async function makeRaster(bytes: Uint8Array, format: Exclude<Format, 'svg'>): Promise<Outcome> {
  const animated = format === 'gif' || format === 'webp';
  const options = { ...READING, animated };
  const facts = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
  const { width, height, pageHeight = height } = facts;
  const frames = animated ? (facts.pages ?? 1) : 1;
  if (width * height > MOST_PIXELS) return { type: 'too-many-pixels', width, height: pageHeight, frames };
  const open = () => upright(sharp(bytes, options), frames);
  if (format === 'gif') {
    const data = withoutComments(bytes);
    return data
      ? scaled({ suffix: '', bytes: data }, { width, height: pageHeight }, open)
      : { type: 'broken' };
  }
  const encoder = encode(open(), format, { facts, lossless: isLossless(bytes) });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: frames > 1 ? pageHeight : info.height };
  return scaled({ suffix: '', bytes: data }, size, open);
}

export const READING = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const satisfies SharpOptions;

type Size = Readonly<{ width: number; height: number }>;

/** `file` as it is, or behind a smaller version when it is large. `size` is the one it is shown at. */
export async function scaled(file: MadeFile, size: Size, open: () => Sharp): Promise<Outcome> {
  if (file.bytes.length <= LARGE) return { type: 'made', ...size, files: [file] };
  const small = await open()
    .resize({ width: SMALL_WIDTH, height: TALLEST, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, smartSubsample: true })
    .toBuffer({ resolveWithObject: true });
  if (small.data.length >= file.bytes.length) return { type: 'made', ...size, files: [file] };
  const width = Math.min(size.width, small.info.width);
  const height = Math.round((size.height / size.width) * width);
  return { type: 'made', width, height, files: [{ suffix: '.small.webp', bytes: small.data }, file] };
}

/** The most that WebP can hold is 16,383. */
const TALLEST = 16_000;

/** Frames of an animation lie below each other while they are worked on, so it can't be turned; nor do cameras make any. */
const upright = (image: Sharp, frames: number) => (frames > 1 ? image : image.autoOrient());

type Source = Readonly<{ facts: Metadata; lossless: boolean }>;

function encode(image: Sharp, format: Exclude<Format, 'svg' | 'gif'>, { facts, lossless }: Source): Sharp {
  switch (format) {
    case 'png':
      return image.png(facts.isPalette ? { palette: true, dither: 0 } : {});
    case 'jpeg':
      return image.jpeg({
        quality: 90,
        chromaSubsampling: facts.chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0',
      });
    case 'webp':
      return image.webp(lossless ? { lossless } : { quality: 90 });
    case 'avif':
      return image.avif({ quality: 65 });
  }
}

/** WebP names its way of packing in a chunk near its start. */
const isLossless = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8192)).includes('VP8L');
