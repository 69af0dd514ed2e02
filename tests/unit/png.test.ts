import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngOf, type Rgb } from '../../src/lib/png.ts';

const palette: Rgb[] = [[252, 250, 245], [31, 27, 22], [152, 32, 15]];
const rows = Uint8Array.from([0, 0, 1, 2, 0, 2, 1, 0]);
const png = pngOf(3, 2, palette, deflateSync(rows));

/** The chunks by the standard: length, type, data, check sum of type and data. */
function chunksOf(bytes: Buffer): { type: string; data: Buffer; isSound: boolean }[] {
  const chunks = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data, isSound: bytes.readUInt32BE(at + 8 + length) === crc32(bytes.subarray(at + 4, at + 8 + length)) });
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG', () => {
  test('begins with the signature', () => {
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  });

  test('has its four chunks in the order of the standard, each with a sound check sum', () => {
    expect(chunksOf(png).map(({ type, isSound }) => [type, isSound])).toEqual([['IHDR', true], ['PLTE', true], ['IDAT', true], ['IEND', true]]);
  });

  test('says its size, eight bits a pixel, and that they name colours', () => {
    const header = chunksOf(png)[0]?.data ?? Buffer.alloc(0);
    expect([header.readUInt32BE(0), header.readUInt32BE(4), ...header.subarray(8)]).toEqual([3, 2, 8, 3, 0, 0, 0]);
  });

  test('holds the colours in their order, and the rows', () => {
    const [, colours, data] = chunksOf(png);
    expect([...colours?.data ?? []]).toEqual([252, 250, 245, 31, 27, 22, 152, 32, 15]);
    expect([...inflateSync(data?.data ?? Buffer.alloc(0))]).toEqual([...rows]);
  });
});
