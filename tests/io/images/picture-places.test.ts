import { expect, test } from 'vitest';
import { picturePlaces, pictureUrl } from '../../../src/io/images/picture-places.ts';

const place = (path: string, suffix = '') => picturePlaces([{ path, suffix }])[0];

test.each([
  ['a.png', '_files/a.png'],
  ['guides/images/Rack 1.PNG', '_files/guides/images/Rack-1.png'],
  ['Bildschirmfoto 10:20:30.png', '_files/Bildschirmfoto-10-20-30.png'],
  ['a\\b.png', '_files/a-b.png'],
  ['con.png', expect.stringMatching(/^_files\/con-\w{6}\.png$/)],
  ['über/schrank.jpg', '_files/über/schrank.jpg'],
  [`${'x'.repeat(250)}.png`, expect.stringMatching(/^_files\/x{100,175}-\w{6}\.png$/)],
])('%s goes to a path that every file system has', (path, expected) => {
  expect(place(path)).toEqual(expected);
});

test('pictures of two names that would be one stay two, whichever is asked for first', () => {
  const wanted = ['A.png', 'a.png', 'a b.png', 'a-b.png'].map((path) => ({ path, suffix: '' }));
  const places = picturePlaces(wanted);
  expect(new Set(places.map((each) => each.toLowerCase())).size).toBe(4);
  expect(picturePlaces(wanted.toReversed()).toReversed()).toEqual(places);
});

test('what was scaled never takes the place of a picture of the lab', () => {
  const [scaled, own] = picturePlaces([
    { path: 'a.png', suffix: '.small.webp' },
    { path: 'a.png.small.webp', suffix: '' },
  ]);
  expect(own).toBe('_files/a.png.small.webp');
  expect(scaled).toMatch(/^_files\/a-\w{6}\.png\.small\.webp$/);
});

test('addresses are encoded, segment by segment', () => {
  expect(pictureUrl("_files/über/a&b'(1)+.png")).toBe('/_files/%C3%BCber/a%26b%27(1)%2B.png');
});
