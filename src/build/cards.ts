/**
 * The social cards as files. What stands on them is said by `lib/card.ts`; here they are drawn, glyph by glyph from
 * masks that are made once, and compressed beside the drawing, on the threads that Node keeps for that.
 *
 * A finished picture is kept under the hash of all that it depends on, so that an unchanged card costs a copy.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflate, type ZlibOptions } from 'node:zlib';
import { cardSheet, COLOURS, HEIGHT, inFace, WIDTH, type Card, type Colour, type Sheet } from '../lib/card.ts';
import { tidy } from '../lib/letters.ts';
import { pngOf, type Rgb } from '../lib/png.ts';
import { lay, type Plane } from '../lib/raster.ts';
import { hashOf, openCache } from './cache.ts';
import { faceFiles, openFaces, SHADES, type Faces } from './faces.ts';

/** The modules that decide how a card looks: when one is changed, every card is drawn anew. */
const MODULES = ['cards.ts', 'faces.ts', '../lib/card.ts', '../lib/letters.ts', '../lib/lines.ts', '../lib/png.ts', '../lib/raster.ts'];
/** Pictures under way at once: as many as are needed to keep the compressing threads busy. */
const AT_ONCE = 8;
/** As many pictures of other builds are kept besides: of the tests' small trees, of the text before the last change. */
const SPARE = 1000;

/** Draws the cards below `folder`, each at its path, such as `principles/8/card.png`. */
export async function writeCards(cards: ReadonlyMap<string, Card>, folder: string, cacheFolder = resolve('node_modules/.cache/cards')): Promise<void> {
  const cache = openCache(cacheFolder);
  const means = hashOf(process.versions.zlib, ...faceFiles(), ...MODULES.map((file) => readFileSync(new URL(file, import.meta.url))));
  let faces: Promise<Faces> | undefined;
  const waiting = cards.entries();
  const work = async () => {
    const plane: Plane = { width: WIDTH, height: HEIGHT, rows: new Uint8Array((WIDTH + 1) * HEIGHT) };
    for (const [path, card] of waiting) {
      const { numeral, kicker, title, text, foot, lang } = card;
      const bytes = await cache.get(`${hashOf(means, JSON.stringify([numeral, kicker, title, text, foot, lang]))}.png`, async () => {
        faces ??= openFaces(lettersOf(cards.values()), cache);
        const { has, measure, glyphs } = await faces;
        return drawn(cardSheet(inFace(card, has), measure), glyphs, plane);
      });
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  cache.sweep(SPARE);
}

function lettersOf(cards: Iterable<Card>): Set<string> {
  const letters = new Set('…');
  for (const { numeral = '', kicker = '', title, text, foot } of cards) {
    for (const words of [numeral, kicker, title, text, foot]) for (const letter of tidy(words)) letters.add(letter);
  }
  return letters;
}

/** A glyph may stand at this many places within a pixel. */
const SHIFTS = 4;

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
const NAMES = ['line', 'ink', 'quiet', 'rubric'] as const satisfies readonly Colour[];
const PALETTE: readonly Rgb[] = [rgb(COLOURS.paper), ...NAMES.flatMap((name) => Array.from({ length: SHADES }, (_, index) => mixed(rgb(COLOURS[name]), (index + 1) / SHADES)))];

function mixed(colour: Rgb, part: number): Rgb {
  const paper = rgb(COLOURS.paper);
  const at = (index: 0 | 1 | 2) => Math.round(paper[index] + (colour[index] - paper[index]) * part);
  return [at(0), at(1), at(2)];
}
/** Where the shades of a colour begin, less one: a level of coverage is added. */
const shadesOf = (colour: Colour): number => NAMES.indexOf(colour) * SHADES;

const compressed = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

async function drawn({ lines, rules }: Sheet, glyphs: Faces['glyphs'], plane: Plane): Promise<Uint8Array> {
  plane.rows.fill(0);
  for (const { x, y, width, height, colour } of rules) {
    for (let row = y; row < y + height; row++) {
      const start = row * (WIDTH + 1) + 1 + x;
      plane.rows.fill(shadesOf(colour) + SHADES, start, start + width);
    }
  }
  for (const { text, x: from, y, size, face, colour } of lines) {
    for (const { x, glyph } of glyphs(text, face)) {
      const place = Math.round((from + x * size) * SHIFTS);
      const pixel = Math.floor(place / SHIFTS);
      lay(plane, glyph.mask(size, place / SHIFTS - pixel), pixel, y, shadesOf(colour));
    }
  }
  // Runs of one byte alone are looked for: flat paper is made of them, and it takes half the time for a sixth more bytes.
  return pngOf(WIDTH, HEIGHT, PALETTE, await compressed(plane.rows, { level: 1, strategy: constants.Z_RLE, chunkSize: 1 << 16 }));
}
