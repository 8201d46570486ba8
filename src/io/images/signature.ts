import { endingOf } from '../../core/paths.ts';
import type { Format } from './made-picture.ts';

const FORMATS: Readonly<Record<string, Format>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'avif',
  '.svg': 'svg',
};

/** The format that the name of a file promises; undefined when it is none that the site shows. */
export const formatOf = (path: string): Format | undefined => FORMATS[endingOf(path)];

/** What the first bytes of a file say it is: a format, something else that is known by name, or undefined. */
export function contentOf(bytes: Uint8Array): Format | Other | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, START));
  const known = SIGNATURES.find(([, pattern]) => pattern.test(start.toString('latin1')));
  return known?.[0];
}

export type Other = 'bmp' | 'tiff' | 'heic' | 'ico' | 'pdf' | 'lfs' | 'html';

const START = 65_536;

/* eslint-disable no-control-regex -- these are the bytes of files, read as Latin-1 */
/** The text formats come last, since they say least. */
const SIGNATURES: readonly (readonly [Format | Other, RegExp])[] = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftyp[^]{0,64}avi[fs]/],
  ['heic', /^[^]{4}ftyp(hei|hev|mif1|msf1)/],
  ['bmp', /^BM[^]{4}\0\0\0\0/],
  ['tiff', /^(II\*\0|MM\0\*)/],
  ['ico', /^\0\0[\x01\x02]\0/],
  ['pdf', /^%PDF-/],
  ['lfs', /^version https:\/\/git-lfs\.github\.com\/spec\//],
  ['html', /^(\xef\xbb\xbf)?\s*<(!doctype\s+html|html)\b/i],
  ['svg', /^(\xef\xbb\xbf)?\s*<[^]*svg\b/],
];
