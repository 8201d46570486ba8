/**
 * A picture of the lab as the site shows it. `src` and `original` are addresses of the site without its base, `width` and
 * `height` the size to show it at, in CSS pixels; without them it is not known. `original` is there when `src` is a smaller
 * version.
 */
export type Picture = Readonly<{
  src: string;
  width?: number;
  height?: number;
  original?: string;
  files: readonly PictureFile[];
}>;

/** A file below the output folder. `bytes` are read from the cache when they are asked for, and not held. */
export type PictureFile = Readonly<{ path: string; bytes: Uint8Array }>;
