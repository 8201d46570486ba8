import { expect, test } from 'vitest';
import { svgSize } from '../../../src/io/images/svg-size.ts';

test.each([
  [
    { width: '40', height: '20px' },
    { width: 40, height: 20 },
  ],
  [
    { width: '1in', height: '25.4mm' },
    { width: 96, height: 96 },
  ],
  [{ viewBox: '0 0 640 282' }, { width: 640, height: 282 }],
  [{ viewBox: '-5,-5,10.4,20' }, { width: 10, height: 20 }],
  [
    { width: '320', viewBox: '0 0 640 282' },
    { width: 320, height: 141 },
  ],
  [
    { height: '141', viewBox: '0 0 640 282' },
    { width: 320, height: 141 },
  ],
  [
    { width: '100%', height: '100%', viewBox: '0 0 30 20' },
    { width: 30, height: 20 },
  ],
  [{ width: '100%', height: '20em' }, {}],
  [{ width: '40' }, { width: 40 }],
  [{ width: '0', height: '-4' }, {}],
  [{ width: '99999999999999', height: '10' }, { height: 10 }],
  [{ viewBox: '0 0 0 10' }, {}],
  [{ viewBox: 'a b c d' }, {}],
  [{}, {}],
])('%j is %j', (attributes, size) => {
  const root = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  expect(svgSize(root)).toEqual(size);
});
