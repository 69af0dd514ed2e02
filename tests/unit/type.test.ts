import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { CHARACTERS } from '../../src/type/characters.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const face = (style: string) => `${root}src/type/alegreya-${style}.woff2`;

/** Marks that the interface sets beside words and that may come from any face: a reader takes them for signs, not letters. */
const SIGNS = new Map([
  ['¶', 'the permalink’s mark'],
  ['↗', 'the mark of a link to another site'],
]);

/** The files below a folder whose names end so. */
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name)).sort().map((name) => `${folder}/${name}`);

const held = new Set(CHARACTERS);
/** The characters of a file that the face lacks; white space has no shape. */
const lacking = (source: string): string[] => [...new Set(source.replace(/\s/g, ''))].filter((character) => !held.has(character));
const code = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
const faults = (files: readonly string[], read = (file: string) => readFileSync(root + file, 'utf8')) =>
  files.flatMap((file) => lacking(read(file)).map((character) => `${file}: ${character} ${code(character)}`));

describe('the text face', () => {
  test('holds every character of the content', () => {
    const content = filesIn('content', /\.mdx?$/);
    expect(content.length).toBeGreaterThan(10);
    expect(faults(content)).toEqual([]);
  });

  test('holds every character of the ledger', () => {
    expect(faults(['content/ledger.txt'].filter((file) => existsSync(root + file)))).toEqual([]);
  });

  test('holds every character of the interface’s words', () => {
    const strings = filesIn('src/strings', /\.json$/);
    expect(strings).not.toEqual([]);
    expect(faults(strings)).toEqual([]);
  });

  test('holds every letter that a template writes', () => {
    const templates = filesIn('src', /\.astro$/);
    expect(templates).not.toEqual([]);
    // Comments are not shown.
    const shown = (file: string) => readFileSync(root + file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    const isSign = (fault: string) => [...SIGNS.keys()].some((sign) => fault.includes(`: ${sign} `));
    expect(faults(templates, shown).filter((fault) => !isSign(fault))).toEqual([]);
  });

  test('lacks the characters that nothing says it holds', () => {
    expect(lacking('Peace — “détente” · 12 ½ €\n日本')).toEqual(['日', '本']);
  });

  test.each(['normal', 'italic'])('in its %s cut is what `npm run type` makes of those characters', async (style) => {
    const name = `@fontsource-variable/alegreya/files/alegreya-latin-wght-${style}.woff2`;
    const whole = readFileSync(createRequire(import.meta.url).resolve(name));
    const made = await subsetFont(whole, CHARACTERS, { targetFormat: 'woff2', variationAxes: { wght: 400 } });
    expect(Buffer.compare(made, readFileSync(face(style)))).toBe(0);
  });

  test('in both cuts is at most 45 KiB', () => {
    expect(statSync(face('normal')).size + statSync(face('italic')).size).toBeLessThanOrEqual(45 * 1024);
  });
});
