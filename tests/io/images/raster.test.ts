import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/io/images/made-picture.ts';
import { makePicture } from '../../../src/io/images/make-picture.ts';

const CANARY = 'CANARY-4711';

async function madeOf(format: Format, bytes: Uint8Array) {
  const made = await makePicture({ format, bytes });
  if (made.type !== 'made') throw new Error(`It was refused: ${made.type}`);
  const [shown, original] = made.files.map((file) => Buffer.from(file.bytes));
  if (!shown) throw new Error('Nothing was made.');
  return { ...made, shown, original, suffixes: made.files.map(({ suffix }) => suffix) };
}

const plain = (width: number, height: number, colour = '#c02020') =>
  sharp({ create: { width, height, channels: 3, background: colour } });

/** Noise does not pack: a picture of it is as large as its pixels. */
function noise(width: number, height: number, start = 1) {
  const bytes = Buffer.alloc(width * height * 3);
  for (let index = 0, seed = start; index < bytes.length; index++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = seed >>> 24;
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

const TOLD = {
  IFD0: { Copyright: CANARY, Software: CANARY, Make: CANARY },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 31/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '13/1 24/1 18/1',
  },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${CANARY}"/></rdf:RDF></x:xmpmeta>`;

const told = (image: Sharp) => image.withExif(TOLD).withXmp(XMP).withIccProfile('p3');

describe('metadata', () => {
  test.each([
    ['jpeg', () => told(plain(40, 30)).jpeg()],
    ['png', () => told(plain(40, 30)).png()],
    ['webp', () => told(plain(40, 30)).webp()],
    ['avif', () => told(plain(40, 30)).avif({ effort: 0 })],
  ] as const)('nothing but pixels is left of a %s', async (format, make) => {
    const source = await make().toBuffer();
    expect(source.includes(CANARY)).toBe(true);
    expect(await sharp(source).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything() });

    const { shown } = await madeOf(format, source);
    expect(shown.includes(CANARY)).toBe(false);
    const { exif, xmp, iptc, icc, comments, width, height } = await sharp(shown).metadata();
    expect({ exif, xmp, iptc, icc, comments, width, height }).toEqual({ width: 40, height: 30 });
  });

  test('the text of a PNG is gone, and what was hung behind its end', async () => {
    const png = await plain(4, 4).png().toBuffer();
    const text = pngChunk('tEXt', `Comment\0${CANARY}`);
    const afterHeader = 8 + 25;
    const source = Buffer.concat([
      png.subarray(0, afterHeader),
      text,
      png.subarray(afterHeader),
      Buffer.from(CANARY),
    ]);
    expect((await sharp(source).metadata()).comments).toEqual([{ keyword: 'Comment', text: CANARY }]);
    const { shown } = await madeOf('png', source);
    expect(shown.includes(CANARY)).toBe(false);
    expect(shown.includes('tEXt')).toBe(false);
  });

  test('a GIF loses its comments, other programs and what follows its end, and no frame', async () => {
    const gif = await plain(4, 4).gif().toBuffer();
    const comment = gifExtension(0xfe, CANARY);
    const program = gifExtension(0xff, 'XMP DataXMP', CANARY);
    const source = [gif.subarray(0, -1), comment, program, gif.subarray(-1), Buffer.from(CANARY)];
    const { shown } = await madeOf('gif', Buffer.concat(source));
    expect(shown).toEqual(gif);
  });

  test('the comments of a JPEG are gone', async () => {
    const jpeg = await plain(4, 4).jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, CANARY.length + 2]), Buffer.from(CANARY)]);
    const source = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    const made = await madeOf('jpeg', source);
    expect(made.shown.includes(CANARY)).toBe(false);
  });

  test('a photo is turned upright before it forgets how it was held', async () => {
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
      .composite([{ input: await plain(20, 20, '#000').png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { shown, width, height } = await madeOf('jpeg', lying);
    expect({ width, height }).toEqual({ width: 20, height: 40 });
    const { data } = await pixels(shown);
    expect(data[0]).toBeLessThan(20); // black is on top now
    expect(data.at(-1)).toBeGreaterThan(235);
  });

  test('colours of a wide profile become those of sRGB', async () => {
    const source = await plain(8, 8, '#ff0000').withIccProfile('p3').png().toBuffer();
    const raw = await sharp(source).metadata();
    expect(raw.hasProfile).toBe(true);
    const { shown } = await madeOf('png', source);
    const { data } = await pixels(shown);
    expect([...data.subarray(0, 3)].map((value) => Math.round(value / 8))).toEqual([32, 0, 0]);
  });
});

describe('size', () => {
  test('a small picture keeps its format, and its pixels when that loses none', async () => {
    const source = await noise(60, 40).png().toBuffer();
    const { suffixes, shown, original, ...size } = await madeOf('png', source);
    expect(size).toMatchObject({ width: 60, height: 40 });
    expect(suffixes).toEqual(['']);
    expect(original).toBeUndefined();
    expect((await pixels(shown)).data).toEqual((await pixels(source)).data);
  });

  test('a large one is shown scaled down, and the original without metadata is linked', async () => {
    const source = await noise(1600, 800).withExif(TOLD).jpeg().toBuffer();
    const { suffixes, shown, original, ...size } = await madeOf('jpeg', source);
    expect(size).toMatchObject({ width: 1200, height: 600 });
    expect(suffixes).toEqual(['.small.webp', '']);
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'webp', width: 1200, height: 600 });
    expect(await sharp(original).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 800 });
    expect(original?.includes(CANARY)).toBe(false);
    expect(shown.length).toBeLessThan(source.length);
  });

  test('a large picture that is not wide keeps its size', async () => {
    const { suffixes, shown, ...size } = await madeOf('png', await noise(500, 500).png().toBuffer());
    expect(suffixes).toEqual(['.small.webp', '']);
    expect(size).toMatchObject({ width: 500, height: 500 });
    expect((await sharp(shown).metadata()).format).toBe('webp');
  });
});

describe('animation', () => {
  const pace = { delay: [100, 200, 300], loop: 2 };

  test.each(['gif', 'webp'] as const)('a %s goes on moving, at its own pace', async (format) => {
    const source = await animation(['#f00', '#0f0', '#00f'].map((colour) => plain(20, 10, colour)))
      .then((image) => (format === 'gif' ? image.gif(pace) : image.webp(pace)))
      .then((image) => image.toBuffer());
    const { shown, width, height } = await madeOf(format, source);
    expect({ width, height }).toEqual({ width: 20, height: 10 });
    expect(await sharp(shown, { animated: true }).metadata()).toMatchObject({ ...pace, format, pages: 3 });
  });

  test('also when it is large', async () => {
    const image = await animation([1, 2, 3].map((seed) => noise(1400, 120, seed)));
    const source = await image.webp({ ...pace, quality: 100 }).toBuffer();
    const { shown, suffixes, width, height } = await madeOf('webp', source);
    expect({ suffixes, width, height }).toEqual({ suffixes: ['.small.webp', ''], width: 1200, height: 103 });
    expect(await sharp(shown, { animated: true }).metadata()).toMatchObject({
      ...pace,
      width: 1200,
      pages: 3,
    });
  });
});

describe('what cannot be made', () => {
  test('too many pixels, all frames counted, are not unpacked', async () => {
    const huge = await plain(10, 10).png().toBuffer();
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(20_000, 20);
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    expect(await makePicture({ format: 'png', bytes: huge })).toEqual({
      type: 'too-many-pixels',
      width: 30_000,
      height: 20_000,
      frames: 1,
    });
  });

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'a %s that was cut off is broken',
    async (format) => {
      const source = await noise(64, 64).toFormat(format).toBuffer();
      for (const length of [0, 16, Math.floor(source.length / 2)])
        expect(await makePicture({ format, bytes: source.subarray(0, length) })).toEqual({ type: 'broken' });
    },
  );
});

test('two builds make the same bytes', async () => {
  const source = await noise(700, 500).jpeg().toBuffer();
  const [one, two] = [await madeOf('jpeg', source), await madeOf('jpeg', source)];
  expect(one.shown).toEqual(two.shown);
  expect(one.original).toEqual(two.original);
});

const pixels = (bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> =>
  sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });

function pngChunk(type: string, text: string): Buffer {
  const body = Buffer.from(type + text, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

const gifExtension = (label: number, ...pieces: readonly string[]) =>
  Buffer.concat([
    Buffer.from([0x21, label]),
    ...pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])),
    Buffer.from([0]),
  ]);

const animation = async (frames: readonly Sharp[]) =>
  sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), { join: { animated: true } });
