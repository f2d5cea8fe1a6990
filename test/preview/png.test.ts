import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodePng, differingPixels, encodePalette, type Pixels } from './png';

/** A picture of one colour after the other, over and over. */
function striped(
  width: number,
  height: number,
  colours: readonly (readonly [number, number, number])[],
): Pixels {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1)
    rgba.set([...(colours[at % colours.length] ?? [0, 0, 0]), 255], at * 4);
  return { width, height, rgba };
}

const few = striped(7, 5, [
  [255, 255, 255],
  [27, 31, 38],
  [176, 36, 28],
]);

test('a picture of few colours is read as it was written', () => {
  expect(decodePng(encodePalette(few))).toEqual(few);
  expect(differingPixels(few, decodePng(encodePalette(few)))).toBe(0);
});

test('of many colours the frequent ones stay, and the others become the nearest of them', () => {
  const many = striped(
    64,
    16,
    Array.from({ length: 256 }, (_, at) => [at, at, at] as const),
  );
  expect(differingPixels(many, decodePng(encodePalette(many)))).toBe(0);
});

test('pixels that differ are counted, and in another size all of them', () => {
  const other = { ...few, rgba: few.rgba.slice() };
  other.rgba.set([27, 31, 38], 4 * 9);
  expect(differingPixels(other, few)).toBe(1);
  expect(differingPixels(striped(7, 6, [[0, 0, 0]]), few)).toBe(42);
});

/** A PNG with one line for each filter type (section 9 of the specification), without checksums. */
function filtered(lines: readonly (readonly number[])[], width: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, lines.length, 8, 2, 0, 0, 0]);
  const beginning = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([beginning, chunk('IHDR', header), chunk('IDAT', data)]);
}

test('each filter is undone', () => {
  const lines = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 30, 30, 30],
    [2, 0, 0, 0, 0, 0, 0],
    [3, 5, 10, 15, 15, 15, 15],
    [4, 0, 0, 0, 0, 0, 0],
  ];
  const { rgba } = decodePng(filtered(lines, 2));
  const rows = lines.map((_, row) => [...rgba.slice(row * 8, row * 8 + 8)]);
  const same = [10, 20, 30, 255, 40, 50, 60, 255];
  // Average: 5 + floor(10 / 2) = 10, then 15 + floor((10 + 40) / 2) = 40.
  expect(rows).toEqual([same, same, same, same, same]);
});

test('what is no PNG, or one of another kind, is refused', () => {
  expect(() => decodePng(Buffer.from('no PNG at all, but long enough'))).toThrow();
});
