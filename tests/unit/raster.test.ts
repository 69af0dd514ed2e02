import { describe, expect, test } from 'vitest';
import { lay, maskOf, outlineOf, type Mask, type Plane } from '../../src/lib/raster.ts';

const FULL = 100;
/** The mask of a path in a face whose unit is a pixel. */
const mask = (path: string, { scale = 1, shift = 0 } = {}) => maskOf(outlineOf(path), scale, shift, FULL);
/** Its rows, from the top. */
const rows = ({ width, height, levels }: Mask) => Array.from({ length: height }, (_, row) => [...levels.subarray(row * width, (row + 1) * width)]);
const area = ({ levels }: Mask) => levels.reduce((sum, level) => sum + level, 0) / FULL;

const square = (from: number, to: number) => `M${from},${from}L${to},${from}L${to},${to}L${from},${to}Z`;
const hole = (from: number, to: number) => `M${from},${from}L${from},${to}L${to},${to}L${to},${from}Z`;

describe('a mask', () => {
  test('covers whole pixels whole', () => {
    const { left, top, ...rest } = mask('M1,1L3,1L3,2L1,2Z');
    expect([left, top]).toEqual([1, -2]);
    expect(rows({ left, top, ...rest })).toEqual([[100, 100, 0]]);
  });

  test('covers parts of pixels in part', () => {
    expect(rows(mask('M0.5,0L2.25,0L2.25,0.5L0.5,0.5Z'))).toEqual([[25, 50, 13]]);
  });

  test('lies where the outline lies, downwards and left of the origin too', () => {
    const { left, top, width, height } = mask('M-2.5,-3.5L-1.5,-3.5L-1.5,-1.5Z');
    expect([left, top]).toEqual([-3, 1]);
    expect([width, height]).toEqual([2, 3]);
  });

  test('is shifted by part of a pixel', () => {
    expect(rows(mask(square(0, 1), { shift: 0.25 }))).toEqual([[75, 25]]);
  });

  test('grows with the scale', () => {
    expect(area(mask(square(0, 2), { scale: 3 }))).toBeCloseTo(36);
  });

  test('leaves out a hole, whichever way the outline turns', () => {
    expect(rows(mask(square(0, 3) + hole(1, 2)))).toEqual([[100, 100, 100, 0], [100, 0, 100, 0], [100, 100, 100, 0]]);
    expect(rows(mask(hole(0, 3) + square(1, 2)))).toEqual([[100, 100, 100, 0], [100, 0, 100, 0], [100, 100, 100, 0]]);
  });

  test('is no more than full where parts of an outline overlap', () => {
    expect(Math.max(...mask(square(0, 3) + square(1, 4)).levels)).toBe(FULL);
  });

  test.each<[name: string, path: string, area: number, scale?: number]>([
    ['a triangle', 'M0,0L40,0L0,30Z', 600],
    ['a slim triangle', 'M0,0L100,0.5L100,1.5Z', 50],
    ['a steep one', 'M3.3,0L4.9,0L10,50Z', 40],
    ['a parabola', 'M0,0Q500,1000 1000,0Z', 1200, 0.06],
    ['a shape left open', 'M0,0L10,0L10,10L0,10Z', 100],
  ])('of %s has its area', (_, path, expected, scale = 1) => {
    // Each pixel on the edge is rounded to a hundredth.
    expect(Math.abs(area(mask(path, { scale })) - expected)).toBeLessThan(1);
  });

  test('of a large curve is smooth: no corner of it stands out by a tenth of a pixel', () => {
    const outline = outlineOf('M0,0Q300,600 600,0Z');
    for (let at = 0; at < outline.length - 4; at += 4) {
      const [x = 0, y = 0] = [((outline[at] ?? 0) + (outline[at + 2] ?? 0)) / 2, ((outline[at + 1] ?? 0) + (outline[at + 3] ?? 0)) / 2];
      const t = x / 600;
      expect(Math.abs(y - 1200 * t * (1 - t)) * 0.24).toBeLessThan(0.1);
    }
  });

  test('of nothing, such as a space, is empty', () => {
    expect(mask('')).toMatchObject({ width: 0, height: 0 });
  });

  test('is not made of commands that TrueType does not have', () => {
    expect(() => outlineOf('M0,0C1,1 2,2 3,3Z')).toThrow('an outline cannot be read: C1,1 2,2 3,3');
  });
});

describe('a mask is laid', () => {
  const dot: Mask = { left: -1, top: -1, width: 2, height: 2, levels: Uint8Array.from([1, 2, 3, 4]) };
  const laid = (x: number, y: number, from = 0) => {
    const plane: Plane = { width: 3, height: 3, rows: new Uint8Array(12).fill(from) };
    lay(plane, dot, x, y, 10);
    return [0, 1, 2].map((row) => [...plane.rows.subarray(row * 4, row * 4 + 4)]);
  };

  test('with its origin at the point, behind the byte that begins each row', () => {
    expect(laid(1, 1)).toEqual([[0, 11, 12, 0], [0, 13, 14, 0], [0, 0, 0, 0]]);
  });

  test.each<[name: string, x: number, y: number, rows: number[][]]>([
    ['left', 0, 1, [[0, 12, 0, 0], [0, 14, 0, 0], [0, 0, 0, 0]]],
    ['top', 1, 0, [[0, 13, 14, 0], [0, 0, 0, 0], [0, 0, 0, 0]]],
    ['right', 3, 2, [[0, 0, 0, 0], [0, 0, 0, 11], [0, 0, 0, 13]]],
    ['bottom', 1, 3, [[0, 0, 0, 0], [0, 0, 0, 0], [0, 11, 12, 0]]],
    ['far off', 90, -90, [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]],
  ])('and cut at the edge: %s', (_, x, y, expected) => {
    expect(laid(x, y)).toEqual(expected);
  });

  test('and never makes lighter what is there', () => {
    expect(laid(1, 1, 13)).toEqual([[13, 13, 13, 13], [13, 13, 14, 13], [13, 13, 13, 13]]);
  });
});
