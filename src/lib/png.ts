/**
 * A picture of few colours as PNG: a byte for each pixel, which names a colour of a palette (PNG, third edition,
 * https://www.w3.org/TR/png-3/, colour type 3). Flat paper and text in three colours need no more, and take a quarter of
 * the bytes to compress that full colour takes.
 */
import { crc32 } from 'node:zlib';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The bytes of the file. `data` are its rows compressed with zlib: a filter byte, nought for none, and the pixels. */
export function pngOf(width: number, height: number, palette: readonly Rgb[], data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', Uint8Array.from(palette.flat())), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
