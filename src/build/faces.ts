/**
 * The site's typeface for pictures: which letters it holds, how wide a text is and where its glyphs stand.
 *
 * The cut in `src/type` holds the letters of our own pages; a card also shows the titles of others, so this reads
 * Alegreya from the package that the cut is made from. That comes in files by script, of which only those are opened
 * that the texts need. HarfBuzz sets the glyphs, with the kerning and the ligatures of the pages.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face as Style, Measure } from '../lib/card.ts';
import { maskOf, outlineOf, type Mask, type Outline } from '../lib/raster.ts';
import { hashOf, type Cache } from './cache.ts';

const load = createRequire(import.meta.url);
/** The levels of coverage in a mask: that of a pixel covered whole, and those below it. */
export const SHADES = 8;
/** In the order in which a letter is looked for. */
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'] as const;
type Script = (typeof SCRIPTS)[number];

export interface PlacedGlyph {
  /** From the beginning of the text, in ems. */
  readonly x: number;
  readonly glyph: Glyph;
}
export interface Glyph {
  /** Its mask at a size in whole pixels, `shift` of a pixel to the right; made once. */
  mask(size: number, shift: number): Mask;
}
export interface Faces {
  has(character: string): boolean;
  readonly measure: Measure;
  /** The glyphs of a text in their places. A letter outside the face is passed over. */
  glyphs(text: string, style: Style): readonly PlacedGlyph[];
}

/** A word as it is set: measured and drawn from the same glyphs, so that a line is as wide as it was taken to be. */
interface Word {
  readonly advance: number;
  readonly glyphs: readonly PlacedGlyph[];
}
interface Font {
  has(character: string): boolean;
  set(text: string): Word;
}

const source = (script: Script, style: Style): Uint8Array =>
  readFileSync(load.resolve(`@fontsource-variable/alegreya/files/alegreya-${script}-wght-${style}.woff2`));

/** All that decides how a glyph looks and where it stands: the files of the face, and HarfBuzz. */
export const faceFiles = (): Uint8Array[] =>
  [...SCRIPTS.flatMap((script) => [source(script, 'normal'), source(script, 'italic')]), readFileSync(load.resolve('harfbuzzjs/dist/harfbuzz.wasm'))];

/** The faces with those of these letters that Alegreya holds. What is unpacked is kept in the cache. */
export async function openFaces(letters: Iterable<string>, cache: Cache): Promise<Faces> {
  const missing = new Set(letters);
  const fonts: { [style in Style]: Font[] } = { normal: [], italic: [] };
  for (const script of SCRIPTS) {
    if (script !== SCRIPTS[0] && missing.size === 0) break;
    for (const style of ['normal', 'italic'] as const) fonts[style].push(await open(script, style, cache));
    for (const letter of missing) if (fonts.normal.at(-1)?.has(letter)) missing.delete(letter);
  }
  const words: { [style in Style]: Map<string, Word> } = { normal: new Map(), italic: new Map() };
  const wordOf = (text: string, style: Style): Word => {
    const known = words[style].get(text);
    if (known !== undefined) return known;
    const word = joined(runsOf(text, fonts[style]).map(({ font, text: run }) => font.set(run)));
    words[style].set(text, word);
    return word;
  };
  // A word goes with the space after it, to which its last letter is kerned. What a face kerns after a space is passed
  // over, so that widths add up.
  const wordsOf = (text: string, style: Style): Word[] => (/ ./.test(text) ? text.split(/(?<= )/) : [text]).map((word) => wordOf(word, style));
  return {
    has: (character) => fonts.normal.some((font) => font.has(character)),
    measure: (text, size, style) => wordsOf(text, style).reduce((sum, { advance }) => sum + advance, 0) * size,
    glyphs: (text, style) => joined(wordsOf(text, style)).glyphs,
  };
}

function joined(words: readonly Word[]): Word {
  let advance = 0;
  const glyphs = words.flatMap((word) => {
    const from = advance;
    advance += word.advance;
    return word.glyphs.map(({ x, glyph }) => ({ x: from + x, glyph }));
  });
  return { advance, glyphs };
}

/** A word in the stretches that one file can set, each as long as can be. */
function runsOf(text: string, fonts: readonly Font[]): { font: Font; text: string }[] {
  const runs: { font: Font; text: string }[] = [];
  for (const character of text) {
    const font = fonts.find((one) => one.has(character));
    const run = runs.at(-1);
    if (run?.font.has(character)) run.text += character;
    else if (font !== undefined) runs.push({ font, text: character });
  }
  return runs;
}

/** What a woff2 file unpacks to, at the weight of the pages. Loaded late: it is not needed where the cache has the faces. */
const unpacked = (font: Uint8Array): Promise<Uint8Array> =>
  load('subset-font')(font, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt', variationAxes: { wght: 400 } });

async function open(script: Script, style: Style, cache: Cache): Promise<Font> {
  const hb = await import('harfbuzzjs');
  const packed = source(script, style);
  const face = new hb.Face(new hb.Blob(await cache.get(`${hashOf(packed)}.ttf`, () => unpacked(packed))));
  const font = new hb.Font(face);
  const buffer = new hb.Buffer();
  const held = new Set(face.collectUnicodes());
  const glyphs = new Map<number, Glyph>();
  const glyphOf = (id: number): Glyph => {
    const glyph = glyphs.get(id) ?? maskedGlyph(() => font.glyphToPath(id), face.upem);
    glyphs.set(id, glyph);
    return glyph;
  };
  return {
    has: (character) => held.has(character.codePointAt(0) ?? 0),
    set(text) {
      buffer.clearContents();
      buffer.addText(text);
      // Else the language would be that of the machine.
      buffer.setLanguage('en');
      buffer.guessSegmentProperties();
      hb.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      let advance = 0;
      const placed = buffer.getGlyphInfos().map(({ codepoint: id }, index) => {
        const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
        const x = (advance + xOffset) / face.upem;
        advance += xAdvance;
        return { x, glyph: glyphOf(id) };
      });
      return { advance: advance / face.upem, glyphs: placed };
    },
  };
}

function maskedGlyph(path: () => string, upem: number): Glyph {
  let outline: Outline | undefined;
  const masks = new Map<number, Mask>();
  return {
    mask(size, shift) {
      const known = masks.get(size + shift);
      if (known !== undefined) return known;
      outline ??= outlineOf(path());
      const mask = maskOf(outline, size / upem, shift, SHADES);
      masks.set(size + shift, mask);
      return mask;
    },
  };
}
