/**
 * How much of each pixel a glyph covers. An outline is flattened once; for each size and place within a pixel it is
 * turned into a mask, which is then laid wherever the glyph stands: a text of many glyphs costs little more than copying.
 *
 * Coverage is the exact area of the outline within a pixel, by running sums of what each edge adds along its row. That
 * is how FreeType's smooth rasteriser and font-rs work; plain arithmetic, so the same numbers on every machine.
 */

/** Straight edges in the face's units, y upwards, four numbers each: from x, y to x, y. */
export type Outline = readonly number[];

/** Coverage in whole levels, row by row; `left` and `top` say where the first pixel lies from the glyph's origin. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** A picture in rows of bytes, each row after one byte that is not the picture's. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly rows: Uint8Array;
}

/** Lays a mask with its origin at a point: `base` plus the level, where that is more than what is there. */
export function lay({ width, height, rows }: Plane, mask: Mask, x: number, y: number, base: number): void {
  const [left, top] = [x + mask.left, y + mask.top];
  const [from, to] = [Math.max(0, -left), Math.min(mask.width, width - left)];
  for (let row = Math.max(0, -top); row < Math.min(mask.height, height - top); row++) {
    let [source, target] = [row * mask.width + from, (top + row) * (width + 1) + 1 + left + from];
    for (let column = from; column < to; column++, source++, target++) {
      const level = mask.levels[source] ?? 0;
      if (level > 0) rows[target] = Math.max(rows[target] ?? 0, base + level);
    }
  }
}

/** How far a flattened curve may lie from the true one, in the face's units (a thousandth of the size, or less). */
const TOLERANCE = 0.3;

/** Reads the path of a TrueType glyph, written with the commands M, L, Q and Z of SVG. Throws on any other. */
export function outlineOf(path: string): Outline {
  const edges: number[] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const edgeTo = (toX: number, toY: number) => {
    edges.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const [command = '', name, numbers = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers.trim().split(/[\s,]+/).map(Number);
    if (name === 'M') [startX, startY, x, y] = [a, b, a, b];
    else if (name === 'L') edgeTo(a, b);
    else if (name === 'Z') edgeTo(startX, startY);
    else if (name === 'Q') {
      const [fromX, fromY] = [x, y];
      const steps = Math.ceil(Math.sqrt(Math.hypot(fromX - 2 * a + c, fromY - 2 * b + d) / (4 * TOLERANCE))) || 1;
      for (let step = 1; step <= steps; step++) {
        const t = step / steps;
        const at = (from: number, by: number, to: number) => (1 - t) ** 2 * from + 2 * t * (1 - t) * by + t * t * to;
        edgeTo(at(fromX, a, c), at(fromY, b, d));
      }
    } else throw new Error(`an outline cannot be read: ${command}`);
  }
  return edges;
}

/** The mask of an outline at a scale, `shift` of a pixel to the right. `full` is the level of a pixel covered whole. */
export function maskOf(outline: Outline, scale: number, shift: number, full: number): Mask {
  if (outline.length === 0) return { left: 0, top: 0, width: 0, height: 0, levels: new Uint8Array() };
  const placed = new Float64Array(outline.length);
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < outline.length; at += 2) {
    const [x, y] = [(outline[at] ?? 0) * scale + shift, -(outline[at + 1] ?? 0) * scale];
    placed[at] = x;
    placed[at + 1] = y;
    [minX, maxX, minY, maxY] = [Math.min(minX, x), Math.max(maxX, x), Math.min(minY, y), Math.max(maxY, y)];
  }
  const [left, top] = [Math.floor(minX), Math.floor(minY)];
  const width = Math.floor(maxX) - left + 1;
  const height = Math.ceil(maxY) - top;
  // One column more than is seen: an edge in the last pixel also speaks of what is right of it.
  const stride = width + 1;
  const sums = new Float64Array(stride * height);
  for (let at = 0; at < placed.length; at += 4) {
    addEdge(sums, stride, (placed[at] ?? 0) - left, (placed[at + 1] ?? 0) - top, (placed[at + 2] ?? 0) - left, (placed[at + 3] ?? 0) - top);
  }
  const levels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += sums[row * stride + column] ?? 0;
      levels[row * width + column] = Math.round(Math.min(1, Math.abs(sum)) * full);
    }
  }
  return { left, top, width, height, levels };
}

/** Adds to each row that an edge crosses the area right of it, as the difference from pixel to pixel. */
function addEdge(sums: Float64Array, stride: number, fromX: number, fromY: number, toX: number, toY: number): void {
  if (fromY === toY) return;
  const sign = fromY < toY ? 1 : -1;
  const [topX, topY, endX, endY] = sign > 0 ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
  const slope = (endX - topX) / (endY - topY);
  for (let row = Math.floor(topY); row < endY; row++) {
    const [y0, y1] = [Math.max(row, topY), Math.min(row + 1, endY)];
    const [a, b] = [topX + (y0 - topY) * slope, topX + (y1 - topY) * slope];
    addStretch(sums, row * stride, Math.min(a, b), Math.max(a, b), (y1 - y0) * sign);
  }
}

/** One row's part of an edge, from `x0` to `x1`, falling by `drop`: each pixel gets its share of it. */
function addStretch(sums: Float64Array, row: number, x0: number, x1: number, drop: number): void {
  const add = (column: number, value: number) => { sums[row + column] = (sums[row + column] ?? 0) + value; };
  const [first, last] = [Math.floor(x0), Math.floor(x1)];
  let before = 0;
  for (let column = first; column <= last; column++) {
    // The area that the part of the edge up to this column's end leaves on its right, within the column and before it.
    const [from, to] = [Math.max(x0, column), Math.min(x1, column + 1)];
    const share = x1 === x0 ? drop : (drop * (to - from)) / (x1 - x0);
    const covered = share * (column + 1 - (from + to) / 2);
    add(column, before + covered);
    before = share - covered;
  }
  add(last + 1, before);
}
