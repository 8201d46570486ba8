import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { prepareImages } from '../../../src/io/images/prepare-images.ts';
import { folderOf, put } from '../folders.ts';

// Every lab starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let png: Buffer;
let large: Buffer;

beforeAll(async () => {
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
    .png()
    .toBuffer();
  const noise = Buffer.from(Array.from({ length: 1300 * 200 * 3 }, (_, index) => (index * index * 31) % 251));
  large = await sharp(noise, { raw: { width: 1300, height: 200, channels: 3 } })
    .png()
    .toBuffer();
});

const ACTIVE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" onload="CANARY"><rect fill="#00f" width="20" height="10"/></svg>';

/** What the author of a picture reads when it is not shown. */
async function complaint(path: string, content: string | Uint8Array) {
  const { images, findings } = await prepareImages(folderOf({ [path]: content }), [path], false);
  expect(images.size).toBe(0);
  return textOf(findings);
}

const textOf = (findings: Awaited<ReturnType<typeof prepareImages>>['findings']) =>
  findings
    .map(
      ({ rule, severity, place, message, hint }) =>
        `${place.path}:${place.line} ${severity} ${rule}: ${message} -> ${hint}`,
    )
    .join('\n');

test('pictures come back by path, with their files', async () => {
  const root = folderOf({ 'guides/b.png': png, 'a.svg': ACTIVE.replace(' onload="CANARY"', '') });
  const { images, findings } = await prepareImages(root, ['guides/b.png', 'a.svg'], false);
  expect(findings).toEqual([]);
  expect([...images.keys()]).toEqual(['a.svg', 'guides/b.png']);
  expect(images.get('a.svg')).toMatchObject({ src: '/_files/a.svg', width: 20, height: 10 });
  expect(images.get('guides/b.png')).toMatchObject({ src: '/_files/guides/b.png', width: 40, height: 30 });
  expect(images.get('guides/b.png')?.files.map(({ path }) => path)).toEqual(['_files/guides/b.png']);
});

test('an SVG that could run code is drawn, twice as large as it is shown', async () => {
  const { images, findings } = await prepareImages(folderOf({ 'a.svg': ACTIVE }), ['a.svg'], false);
  const picture = images.get('a.svg');
  expect(picture).toMatchObject({ src: '/_files/a.svg.png', width: 20, height: 10 });
  const bytes = Buffer.from(picture?.files[0]?.bytes ?? []);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 40, height: 20 });
  expect(bytes.includes('CANARY')).toBe(false);
  expect(textOf(findings)).toMatchInlineSnapshot(
    `"a.svg:1 hint image: This SVG holds an \`onload\` attribute, so it is shown as a PNG that was drawn from it. -> Save it as a plain SVG that neither runs nor loads anything, or as PNG."`,
  );
});

test('a drawing can read no file, not even one beside it', async () => {
  const root = folderOf({
    'secret.txt': 'CANARY',
    'secret.png': png,
    'a.svg': `<!DOCTYPE svg [<!ENTITY a SYSTEM "secret.txt">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xi="http://www.w3.org/2001/XInclude" width="40" height="30"><image href="secret.png" width="40" height="30"/><text y="20"><xi:include href="secret.txt" parse="text"/></text></svg>`,
  });
  const { images } = await prepareImages(root, ['a.svg'], false);
  const { data } = await sharp(images.get('a.svg')?.files[0]?.bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data.every((value) => value === 0)).toBe(true);
});

describe('what is not shown is told', () => {
  test('broken', async () => {
    expect(await complaint('a.png', png.subarray(0, 60))).toMatchInlineSnapshot(
      `"a.png:1 warning image: This picture can't be read: it is damaged, or it was cut off. -> Export or copy it again, or remove it from the page."`,
    );
  });
  test('empty', async () => {
    expect(await complaint('a.png', '')).toMatchInlineSnapshot(
      `"a.png:1 warning image: The name of this file ends in \`.png\`, but it holds no picture, so it is not shown. -> Export or copy it again, or remove it from the page."`,
    );
  });
  test('under a wrong name', async () => {
    expect(await complaint('a.jpg', png)).toMatchInlineSnapshot(
      `"a.jpg:1 warning image: The name of this file ends in \`.jpg\`, but it holds a PNG picture, so it is not shown. -> Give it the ending \`.png\`, here and where pages show it."`,
    );
  });
  test('a pointer of Git LFS', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    expect(await complaint('a.png', pointer)).toMatchInlineSnapshot(
      `"a.png:1 warning image: This file holds a pointer of Git LFS in place of the picture. -> Fetch the picture before you build: \`git lfs pull\`."`,
    );
  });
  test('a web page', async () => {
    expect(await complaint('a.png', '<!DOCTYPE html><title>Sign in</title>')).toMatchInlineSnapshot(
      `"a.png:1 warning image: The name of this file ends in \`.png\`, but it holds a web page, so it is not shown. -> Download the picture itself: this is the page that shows it, or an error."`,
    );
  });
  test('of a format that is not for the web', async () => {
    expect(await complaint('a.bmp', 'BM')).toMatchInlineSnapshot(
      `"a.bmp:1 hint image: Pictures that end in \`.bmp\` are not shown: pages say their text instead. -> Save it as PNG, JPEG, GIF, WebP, AVIF or SVG."`,
    );
  });
  test('above 20 MB', async () => {
    expect(await complaint('a.png', Buffer.concat([png, Buffer.alloc(20_000_000)]))).toMatchInlineSnapshot(
      `"a.png:1 hint image: This picture has 20.0 MB, and those above 20 MB are not shown: pages say its text instead. -> Scale it down, or save it as WebP or JPEG."`,
    );
  });
  test('with too many pixels', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="10" onload=""/>';
    expect(await complaint('a.svg', svg)).toMatchInlineSnapshot(
      `"a.svg:1 warning image: This picture has 900000 × 10 pixels, too many to unpack, so it is not shown. -> Scale it down: 2,400 pixels are wide enough for any screen."`,
    );
  });
  test('not there', async () => {
    const { findings } = await prepareImages(folderOf(), ['a.png'], false);
    expect(textOf(findings)).toMatchInlineSnapshot(
      `"a.png:1 warning image: This picture can't be read: it is not there. -> Give the account that builds the site the right to read it, or remove it."`,
    );
  });
  test('a folder', async () => {
    const { findings } = await prepareImages(folderOf({ 'a.png/b': '' }), ['a.png'], false);
    expect(textOf(findings)).toMatchInlineSnapshot(
      `"a.png:1 warning image: This picture can't be read: it is not a file. -> Give the account that builds the site the right to read it, or remove it."`,
    );
  });
  test('outside of the lab', async () => {
    const outside = folderOf({ 'a.png': png });
    const root = folderOf();
    symlinkSync(join(outside, 'a.png'), join(root, 'a.png'));
    symlinkSync(outside, join(root, 'images'));
    const { images, findings } = await prepareImages(root, ['a.png', 'images/a.png', '../a.png'], false);
    expect(images.size).toBe(0);
    expect(textOf(findings.slice(1))).toMatchInlineSnapshot(`
      "a.png:1 warning image: A symbolic link on the way to this picture leads out of the lab, so it is not shown. -> Put a copy of the picture into the lab.
      images/a.png:1 warning image: A symbolic link on the way to this picture leads out of the lab, so it is not shown. -> Put a copy of the picture into the lab."
    `);
  });
});

describe('the cache', () => {
  test('gives the same pictures without unpacking one again', async () => {
    const root = folderOf({
      'a.png': png,
      'large.png': large,
      'a.svg': ACTIVE,
      'broken.png': png.subarray(0, 60),
    });
    const cache = folderOf();
    const paths = ['a.png', 'large.png', 'a.svg', 'broken.png'];
    const cold = await prepareImages(root, paths, cache);
    const { execPath } = process;
    onTestFinished(() => void (process.execPath = execPath));
    process.execPath = '/nowhere'; // a process that unpacks pictures could not start
    const warm = await prepareImages(root, paths, cache);
    process.execPath = execPath;
    expect(plain(warm)).toEqual(plain(cold));
    expect(plain(cold)).toEqual(plain(await prepareImages(root, paths, false)));
  });

  test('knows a picture by its content', async () => {
    const root = folderOf({ 'a.png': png });
    const cache = folderOf();
    await prepareImages(root, ['a.png'], cache);
    put(root, { 'b.png': png, 'a.png': await sharp(png).resize(10).png().toBuffer() });
    const { images } = await prepareImages(root, ['a.png', 'b.png'], cache);
    expect(images.get('a.png')?.width).toBe(10);
    expect(images.get('b.png')?.width).toBe(40);
    expect(entries(cache)).toHaveLength(2);
  });

  test('that was damaged is made again', async () => {
    const root = folderOf({ 'a.png': png });
    const cache = folderOf();
    const cold = await prepareImages(root, ['a.png'], cache);
    const [entry = ''] = entries(cache);
    const bytes = readFileSync(entry);
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, -1), Buffer.alloc(bytes.length)]) {
      writeFileSync(entry, damaged);
      expect(plain(await prepareImages(root, ['a.png'], cache))).toEqual(plain(cold));
      expect(readFileSync(entry)).toEqual(bytes);
    }
  });

  test('drops what was not used for a month', async () => {
    const root = folderOf({ 'a.png': png });
    const cache = folderOf();
    mkdirSync(join(cache, 'pictures'));
    const old = join(cache, 'pictures/old');
    writeFileSync(old, '');
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
    await prepareImages(root, ['a.png'], cache);
    expect(entries(cache)).toHaveLength(1);
    utimesSync(entries(cache)[0] ?? '', new Date('2020-01-01'), new Date('2020-01-01'));
    await prepareImages(root, ['a.png'], cache);
    expect(entries(cache)).toHaveLength(1);
  });

  test('that cannot be written costs time and nothing else', async () => {
    const cache = folderOf({ pictures: 'a file in its place' });
    const { images, findings } = await prepareImages(folderOf({ 'a.png': png }), ['a.png'], cache);
    expect(findings).toEqual([]);
    expect(images.get('a.png')?.files[0]?.bytes.length).toBeGreaterThan(0);
  });
});

/** As plain values, so that bytes are compared too. */
const plain = ({ images, findings }: Awaited<ReturnType<typeof prepareImages>>) => ({
  findings,
  images: [...images].map(([path, { files, src, original, width, height }]) => ({
    path,
    shown: { src, original, width, height },
    files: files.map((file) => ({ path: file.path, bytes: Buffer.from(file.bytes).toString('base64') })),
  })),
});

const entries = (cache: string) =>
  readdirSync(join(cache, 'pictures')).map((name) => join(cache, 'pictures', name));
