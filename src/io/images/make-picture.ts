import { makeDrawing } from './drawing.ts';
import type { Job, Outcome } from './made-picture.ts';
import { makeRaster } from './raster.ts';

/** Makes a picture fit for the site. What can't be read as one is broken. */
export async function makePicture({ format, bytes }: Job): Promise<Outcome> {
  try {
    return await (format === 'svg' ? makeDrawing(bytes) : makeRaster(bytes, format));
  } catch {
    return { type: 'broken' }; // sharp throws on what it can't read, in words that say nothing to an author
  }
}
