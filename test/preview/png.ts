import { deflateSync, inflateSync } from 'node:zlib';

/** Four bytes a pixel, row by row from the top: red, green, blue, alpha. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
/** Bytes of a pixel by colour type (PNG specification, section 11.2.1): RGB, palette, RGBA. */
const bytesOfPixel: Readonly<Record<number, number>> = { 2: 3, 3: 1, 6: 4 };

/** Reads a PNG as browsers and `encodePalette` write it: 8 bits a channel, not interlaced. Throws on any other. */
export function decodePng(file: Buffer): Pixels {
  const header = chunksOf(file, 'IHDR')[0];
  if (!header || !file.subarray(0, 8).equals(signature)) throw new Error('no PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, type = 0, , , interlaced] = header.subarray(8);
  const size = bytesOfPixel[type];
  if (depth !== 8 || size === undefined || interlaced !== 0) throw new Error('a PNG of another kind');
  const lines = unfiltered(inflateSync(Buffer.concat(chunksOf(file, 'IDAT'))), width * size, height, size);
  return { width, height, rgba: coloured(lines, size, chunksOf(file, 'PLTE')[0]) };
}

function chunksOf(file: Buffer, name: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === name) found.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** What a byte is added to, by filter type (section 9.2): from its left, upper and upper left neighbours. */
const predictions: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [toLeft, toUp, toCorner] = [
      Math.abs(up - corner),
      Math.abs(left - corner),
      Math.abs(left + up - 2 * corner),
    ];
    if (toLeft <= toUp && toLeft <= toCorner) return left;
    return toUp <= toCorner ? up : corner;
  },
];

function unfiltered(data: Buffer, stride: number, height: number, size: number): Uint8Array {
  const lines = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * stride;
    const predict = predictions[data[row * (stride + 1)] ?? 0] ?? (() => 0);
    for (let at = 0; at < stride; at += 1) {
      const left = at < size ? 0 : (lines[from + at - size] ?? 0);
      const up = row === 0 ? 0 : (lines[from + at - stride] ?? 0);
      const corner = at < size || row === 0 ? 0 : (lines[from + at - stride - size] ?? 0);
      lines[from + at] = (data[row * (stride + 1) + 1 + at] ?? 0) + predict(left, up, corner);
    }
  }
  return lines;
}

function coloured(lines: Uint8Array, size: number, palette: Buffer | undefined): Uint8Array {
  const rgba = new Uint8Array((lines.length / size) * 4).fill(255);
  for (let from = 0, to = 0; from < lines.length; from += size, to += 4) {
    const [source, at] = palette ? [palette, (lines[from] ?? 0) * 3] : [lines, from];
    for (let channel = 0; channel < Math.max(3, size); channel += 1)
      rgba[to + channel] = source[at + channel] ?? 0;
  }
  return rgba;
}

/** So many colours are plenty for a window in one theme; more make no difference to the eye, but to the file. */
const MOST_COLOURS = 96;
/** Colours that differ by less in every channel are drawn alike. */
const ALIKE = 8;

/** An opaque PNG of few colours: the most frequent ones, and in place of any other the nearest of those. */
export function encodePalette(pixels: Pixels): Buffer {
  const { width, height, rgba } = pixels;
  const palette = paletteOf(pixels);
  const indexOf = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0, from = 0; row < height; row += 1)
    for (let column = 1; column <= width; column += 1, from += 4) {
      const colour = colourAt(rgba, from);
      const index = indexOf.get(colour) ?? nearest(colour, palette);
      indexOf.set(colour, index);
      lines[row * (width + 1) + column] = index;
    }
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', headerOf(width, height)),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function headerOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return header;
}

function paletteOf({ rgba }: Pixels): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = colourAt(rgba, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette: number[] = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length === MOST_COLOURS) break;
    if (palette.every((other) => distance(colour, other) >= ALIKE)) palette.push(colour);
  }
  return palette;
}

const colourAt = (rgba: Uint8Array, at: number) =>
  ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < palette.length; index += 1)
    if (distance(colour, palette[index] ?? 0) < distance(colour, palette[best] ?? 0)) best = index;
  return best;
}

/** The largest difference of a channel. */
function distance(a: number, b: number): number {
  return Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
}

/** So far a channel may be off: edges are smoothed. */
const TOLERANCE = 64;

/** How many pixels differ visibly from those of a picture of few colours; all of them where the sizes do. */
export function differingPixels(seen: Pixels, picture: Pixels): number {
  const size = ({ width, height }: Pixels) => width * height;
  if (seen.width !== picture.width || seen.height !== picture.height)
    return Math.max(size(seen), size(picture));
  const palette = [...coloursOf(picture)];
  const drawnAs = new Map<number, number>();
  let count = 0;
  for (let at = 0; at < seen.rgba.length; at += 4) {
    const colour = colourAt(seen.rgba, at);
    const drawn = drawnAs.get(colour) ?? palette[nearest(colour, palette)] ?? 0;
    drawnAs.set(colour, drawn);
    if (distance(drawn, colourAt(picture.rgba, at)) > TOLERANCE) count += 1;
  }
  return count;
}

function coloursOf({ rgba }: Pixels): Set<number> {
  const colours = new Set<number>();
  for (let at = 0; at < rgba.length; at += 4) colours.add(colourAt(rgba, at));
  return colours;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc(body), body.length + 4);
  return frame;
}

/** The checksum of a chunk (section D). */
function crc(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
