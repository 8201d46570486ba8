/** What kind of file a picture is, by its first bytes or by its ending. */
export type Format = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg';

/** A picture to be made fit for the site. */
export type Job = Readonly<{ format: Format; bytes: Uint8Array }>;

/** Bytes that the site shows or links to; `suffix` is '' for the format of the file itself, else what its name gets added. */
export type MadeFile = Readonly<{ suffix: '' | '.png' | '.small.webp'; bytes: Uint8Array }>;

/** The first of `files` is what pages show; a second is what it was scaled down from. `drawn`: an SVG became a raster, and why. */
export type Made = Readonly<{
  type: 'made';
  width?: number;
  height?: number;
  files: readonly MadeFile[];
  drawn?: NotInert;
}>;

/** Why an SVG is not served as it is, in words that follow "This SVG holds". */
export type Problem = Readonly<{ kind: 'active' | 'picture' | 'unreadable'; what: string }>;

/** `losesText`: some of its text is HTML, which is not drawn. */
export type NotInert = Problem & Readonly<{ losesText: boolean }>;

export type Refused = Readonly<
  { type: 'broken' } | { type: 'too-many-pixels'; width: number; height: number; frames: number }
>;

export type Outcome = Made | Refused;

/** A picture above this many bytes is shown scaled down, and at most this wide. */
export const LARGE = 300_000;
export const SMALL_WIDTH = 1200;

/** Enough for any photo of 20 MB; more would take gigabytes to unpack. All frames of an animation count. */
export const MOST_PIXELS = 100_000_000;
