import { endingOf } from '../../core/paths.ts';
import type { Finding, Severity } from '../../core/model/finding.ts';
import type { Format, NotInert, Refused } from './made-picture.ts';
import type { Other } from './signature.ts';

type Text = Readonly<{ severity?: Severity; message: string; hint: string }>;

const image = (path: string, { severity = 'warning', message, hint }: Text): Finding => ({
  rule: 'image',
  severity,
  place: { path, line: 1 },
  message,
  hint,
});

export const unreadablePicture = (path: string, reason: string): Finding =>
  image(path, {
    message: `This picture can't be read: ${reason}.`,
    hint: 'Give the account that builds the site the right to read it, or remove it.',
  });

export const outsidePicture = (path: string): Finding =>
  image(path, {
    message: 'A symbolic link on the way to this picture leads out of the lab, so it is not shown.',
    hint: 'Put a copy of the picture into the lab.',
  });

export const largePicture = (path: string, size: number): Finding =>
  image(path, {
    severity: 'hint',
    message: `This picture has ${(size / 1_000_000).toFixed(1)} MB, and those above 20 MB are not shown: pages say its text instead.`,
    hint: 'Scale it down, or save it as WebP or JPEG.',
  });

export const otherFormat = (path: string): Finding =>
  image(path, {
    severity: 'hint',
    message: `Pictures that end in \`${endingOf(path)}\` are not shown: pages say their text instead.`,
    hint: 'Save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
  });

export const mislabelled = (path: string, content: Format | Other | undefined): Finding => {
  if (content === 'lfs')
    return image(path, {
      message: 'This file holds a pointer of Git LFS in place of the picture.',
      hint: 'Fetch the picture before you build: `git lfs pull`.',
    });
  const what = content === undefined ? 'no picture' : CONTENTS[content].what;
  return image(path, {
    message: `The name of this file ends in \`${endingOf(path)}\`, but it holds ${what}, so it is not shown.`,
    hint: content === undefined ? AGAIN : CONTENTS[content].hint,
  });
};

export const refusedPicture = (path: string, refused: Refused): Finding => {
  if (refused.type === 'broken')
    return image(path, {
      message: "This picture can't be read: it is damaged, or it was cut off.",
      hint: AGAIN,
    });
  const { width, height, frames } = refused;
  const size = `${width} × ${height} pixels${frames > 1 ? ` in each of its ${frames} frames` : ''}`;
  return image(path, {
    message: `This picture has ${size}, too many to unpack, so it is not shown.`,
    hint: 'Scale it down: 2,400 pixels are wide enough for any screen.',
  });
};

export const unfinishedPicture = (path: string): Finding =>
  image(path, {
    message: 'This picture took too long to unpack, or too much memory, so it is not shown.',
    hint: 'Scale it down, or export it again as PNG.',
  });

export const drawnPicture = (path: string, { kind, what, losesText }: NotInert): Finding =>
  image(path, {
    severity: losesText ? 'warning' : 'hint',
    message: `This SVG holds ${what}, so it is shown as a PNG that was drawn from it${losesText ? ', in which text is missing' : ''}.`,
    hint: DRAWN_HINTS[kind],
  });

const AGAIN = 'Export or copy it again, or remove it from the page.';
const SAVE = 'Save it as PNG, JPEG or WebP.';
const rename = (ending: string) => `Give it the ending \`${ending}\`, here and where pages show it.`;

const CONTENTS: Readonly<Record<Format | Exclude<Other, 'lfs'>, Readonly<{ what: string; hint: string }>>> = {
  png: { what: 'a PNG picture', hint: rename('.png') },
  jpeg: { what: 'a JPEG picture', hint: rename('.jpg') },
  gif: { what: 'a GIF picture', hint: rename('.gif') },
  webp: { what: 'a WebP picture', hint: rename('.webp') },
  avif: { what: 'an AVIF picture', hint: rename('.avif') },
  svg: { what: 'an SVG drawing', hint: rename('.svg') },
  bmp: { what: 'a BMP picture', hint: SAVE },
  tiff: { what: 'a TIFF picture', hint: SAVE },
  heic: { what: 'a HEIC picture', hint: SAVE },
  ico: { what: 'an icon', hint: SAVE },
  pdf: {
    what: 'a PDF document',
    hint: 'Give it the ending `.pdf` and link to it, or save the page you want as PNG.',
  },
  html: {
    what: 'a web page',
    hint: 'Download the picture itself: this is the page that shows it, or an error.',
  },
};

const DRAWN_HINTS: Readonly<Record<NotInert['kind'], string>> = {
  active: 'Save it as a plain SVG that neither runs nor loads anything, or as PNG.',
  picture: 'Export it as PNG, or leave the pictures in it out.',
  unreadable: 'Save it as a plain SVG in UTF-8, or as PNG.',
};
