/** Social cards drawn for real: what is in the files, that they are always the same, and what the cache may not do. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, describe, expect, test } from 'vitest';
import { openCache } from '../../src/build/cache.ts';
import { writeCards } from '../../src/build/cards.ts';
import { openFaces } from '../../src/build/faces.ts';
import { contentFiles, officialFingerprints } from '../../src/files.ts';
import { cardSvg, type Card } from '../../src/lib/card.ts';
import { readRecord } from '../../src/lib/record.ts';
import { filesBelow, scratch } from '../build.ts';

const folder = scratch('cards');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cacheFolder = join(folder, 'cache');
let drawings = 0;
/** Draws cards into a folder of their own and returns the files. */
async function draw(cards: ReadonlyMap<string, Card>, cache = cacheFolder): Promise<Map<string, Buffer>> {
  const out = join(folder, `out-${drawings++}`);
  await writeCards(cards, out, cache);
  return filesBelow(out);
}
const drawOne = async (card: Card, cache?: string): Promise<Buffer> => (await draw(new Map([['card.png', card]]), cache)).get('card.png') ?? Buffer.alloc(0);

const foot = 'The Paris Call, annotated';
const principle: Card = {
  numeral: '8', kicker: 'Principle 8 of the Paris Call', title: 'No private hack back',
  text: 'Act so that non-State actors, companies included, do not answer attacks by hacking, for themselves or for other non-State actors.', foot, lang: 'en',
};
const record: Card = {
  kicker: 'Ministère de l’Europe, 12 novembre 2018', title: 'Cybersécurité : « l’Appel de Paris » du 12 novembre 2018, pour la confiance et la sécurité dans le cyberespace',
  text: 'The French foreign ministry’s own page: the launch, more than 1,100 supporters, and the nine principles in a line each.', foot, lang: 'fr',
};
const entries = readRecord(contentFiles(), '2100-01-01', officialFingerprints()).entries;
/** Every record and principle, as they stand. */
const cards = new Map<string, Card>(entries.flatMap((entry): [string, Card][] => {
  if (entry.collection === 'coverage') return [[`coverage/${entry.slug}/card.png`, { ...record, kicker: entry.fields.publisher, title: entry.fields.title, text: entry.fields.summary, lang: entry.fields.language }]];
  return entry.collection === 'principles' ? [[`principles/${entry.slug}/card.png`, { ...principle, numeral: entry.slug.slice(-1), title: entry.fields.names.en, text: entry.fields.summary }]] : [];
}));

/** The pixels of an SVG, drawn by resvg with no face but those that are given. */
const pixelsOf = (svg: string, fontFiles: string[] = []) => new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render().pixels;
const picture = (png: Buffer) => pixelsOf(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1200" height="630"><image width="1200" height="630" xlink:href="data:image/png;base64,${png.toString('base64')}"/></svg>`);
/** How much two pictures differ, as a part of what stands on the first. */
function difference(one: Buffer, other: Buffer, shift = 0): number {
  let [differing, ink] = [0, 0];
  for (let at = 0; at < one.length; at += 4) {
    differing += Math.abs((one[at] ?? 0) - (other[at + 4 * shift] ?? 0));
    ink += 0xfc - (one[at] ?? 0);
  }
  return differing / ink;
}

describe('a card’s file', async () => {
  const files = await draw(cards);

  test('is there for every card, at its path', () => {
    expect([...files.keys()]).toEqual([...cards.keys()].sort());
    expect(files.size).toBeGreaterThan(70);
  });

  test('is a PNG of 1200 × 630', () => {
    for (const png of files.values()) {
      expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  test('is below 40 KiB, and below 32 on the average', () => {
    const sizes = [...files.values()].map((png) => png.length / 1024);
    expect(Math.max(...sizes)).toBeLessThan(40);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(32);
  });

  test('is unlike that of every other card', () => {
    expect(new Set([...files.values()].map((png) => createHash('sha256').update(png).digest('hex'))).size).toBe(new Set([...cards.values()].map((card) => JSON.stringify(card))).size);
  });

  test('has the same bytes from the cache, and from an empty one', async () => {
    expect(await draw(cards)).toEqual(files);
    const some = new Map([...cards].slice(0, 12));
    const afresh = await draw(some, join(folder, 'other-cache'));
    expect(afresh).toEqual(new Map([...files].filter(([path]) => some.has(path))));
  });

  test('has the same bytes whatever is drawn beside it', async () => {
    const alone = await drawOne(record, join(folder, 'alone'));
    const beside = await draw(new Map([['a.png', { ...record, title: 'Ελλάδα, Україна, Việt Nam, 北京' }], ['b.png', record]]), join(folder, 'beside'));
    expect(beside.get('b.png')).toEqual(alone);
  });
});

describe('the drawing', async () => {
  // resvg, with the same face, is the reference that our own drawing is held to.
  const require = createRequire(import.meta.url);
  const faces = await Promise.all(['normal', 'italic'].map(async (style) => {
    const file = join(folder, `${style}.ttf`);
    const packed = readFileSync(require.resolve(`@fontsource-variable/alegreya/files/alegreya-latin-wght-${style}.woff2`));
    writeFileSync(file, await require('subset-font')(packed, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt', variationAxes: { wght: 400 } }));
    return file;
  }));
  const { measure } = await openFaces('…', openCache(cacheFolder));

  test.each<[name: string, card: Card]>([
    ['a principle', principle], ['a record', record], ['a page', { title: 'States', text: 'On a map & in a list: <81> of them.', foot, lang: 'en' }],
  ])('of %s is what resvg draws of its SVG', async (_, card) => {
    const [ours, reference] = [picture(await drawOne(card)), pixelsOf(cardSvg(card, measure), faces)];
    expect(difference(reference, ours)).toBeLessThan(0.04);
    // The measure is fine enough to tell: a picture that is a pixel off differs far more.
    expect(difference(reference, ours, 1)).toBeGreaterThan(0.15);
  });

  test('is of lines as wide as they were measured', () => {
    for (const text of ['AVATAR To. “We”, Th fi', 'No private hack back', 'l’Appel « de » Paris : 1,100']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200" font-family="Alegreya"><text x="0" y="100" font-size="80">|${text}|</text></svg>`;
      const pixels = pixelsOf(svg, faces);
      const dark = Array.from({ length: 2000 }, (_, x) => x).filter((x) => (pixels[(100 * 2000 + x) * 4 + 3] ?? 0) > 100);
      const [first = 0, last = 0] = [dark[0], dark.at(-1)];
      // From the left edge of one bar to the right edge of the other: the text, a bar, and the bar's own thickness.
      const [bars, bar] = [measure(`|${text}|`, 80, 'normal'), measure('|', 80, 'normal')];
      expect(Math.abs(last - first - (bars - bar))).toBeLessThan(8);
    }
  });

  test('adds up at spaces', () => {
    for (const [one, two] of [['Call,', 'To'], ['A', 'V'], ['«\u00A0il', 'y\u00A0»']] as const) {
      expect(measure(`${one} ${two}`, 100, 'normal')).toBeCloseTo(measure(`${one} `, 100, 'normal') + measure(two, 100, 'normal'));
    }
  });
});

describe('letters outside the face', async () => {
  const { has } = await openFaces('', openCache(cacheFolder));
  const title = 'Příliš žluťoučký kůň, Ελλάδα, Україна, Việt Nam';

  test('of the Latin file are looked for in the other files of Alegreya', async () => {
    const all = await openFaces(title, openCache(cacheFolder));
    expect([...title].filter((letter) => !has(letter)).length).toBeGreaterThan(10);
    expect([...title].filter((letter) => !all.has(letter))).toEqual([]);
    expect(all.glyphs(title, 'normal').filter(({ glyph }) => glyph.mask(40, 0).width === 0)).toHaveLength([...title].filter((letter) => letter === ' ').length);
  });

  test('of no file leave the card as it is without them', async () => {
    const known = await drawOne({ ...record, kicker: 'Xinhua, 12 November 2018', title: 'Signed today' });
    expect(await drawOne({ ...record, kicker: '新华社 Xinhua, 12 November 2018', title: 'Signed today 🎉' })).toEqual(known);
  });

  test('in a title that is nothing else give its place to the text', async () => {
    const known = await drawOne({ ...record, title: '' });
    expect(await drawOne({ ...record, title: 'نداء باريس من أجل الثقة' })).toEqual(known);
    expect(await drawOne({ ...record, title: '巴黎网络空间信任与安全倡议' })).toEqual(known);
  });

  test.each<[name: string, card: Card]>([
    ['nothing', { title: '', text: '', foot: '', lang: '' }], ['controls', { ...record, title: 'a\u0000\uD800\u202E\uFFFF' }],
    ['markup', { ...record, title: '</text><script>&' }], ['a long word', { ...record, title: 'x'.repeat(5000) }],
    ['many accents', { ...record, title: `e${'\u0301'.repeat(500)}` }], ['a numeral that is too wide', { ...principle, numeral: '1234567890' }],
  ])('or %s do no harm', async (_, card) => {
    expect((await drawOne(card)).length).toBeGreaterThan(500);
  });
});

describe('the cache', () => {
  const pngs = (cache: string) => readdirSync(cache).filter((name) => name.endsWith('.png'));
  const sealed = (bytes: Buffer) => Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]);

  test('is asked before a card is drawn', async () => {
    const cache = join(folder, 'asked');
    await drawOne(record, cache);
    const [name = ''] = pngs(cache);
    writeFileSync(join(cache, name), sealed(Buffer.from('another picture')));
    expect((await drawOne(record, cache)).toString()).toBe('another picture');
  });

  test.each(Object.keys(principle) as (keyof Card)[])('tells cards apart that differ in their %s', async (field) => {
    const cache = join(folder, `apart-${field}`);
    await drawOne(principle, cache);
    await drawOne({ ...principle, [field]: '3' }, cache);
    expect(pngs(cache)).toHaveLength(2);
  });

  test.each<[name: string, change: (entry: Buffer) => Buffer]>([
    ['cut short', (entry) => entry.subarray(0, 5000)], ['empty', () => Buffer.alloc(0)],
    ['changed in the middle', (entry) => Buffer.concat([entry.subarray(0, 4000), Buffer.from('x'), entry.subarray(4001)])],
  ])('makes anew what was %s', async (_, change) => {
    const cache = join(folder, 'damaged');
    const sound = await drawOne(record, cache);
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), change(readFileSync(join(cache, name))));
    expect(await drawOne(record, cache)).toEqual(sound);
    expect(await drawOne(record, cache)).toEqual(sound);
  });

  test('serves several builds at once, and is whole after them', async () => {
    const cache = join(folder, 'shared');
    const some = new Map([...cards].slice(0, 24));
    const script = `import { writeCards } from ${JSON.stringify(pathToFileURL('src/build/cards.ts').href)};
      await writeCards(new Map(JSON.parse(process.argv[2])), process.argv[1], ${JSON.stringify(cache)});`;
    const outs = ['one', 'two', 'three'].map((name) => join(folder, `shared-${name}`));
    const codes = await Promise.all(outs.map((out) => new Promise((resolve) => {
      spawn(process.execPath, ['--input-type=module', '-e', script, out, JSON.stringify([...some])], { stdio: 'inherit' }).on('close', resolve);
    })));
    expect(codes).toEqual([0, 0, 0]);
    const known = await draw(some);
    for (const out of outs) expect(filesBelow(out)).toEqual(known);
    expect(await draw(some, cache)).toEqual(known);
    expect(pngs(cache)).toHaveLength(24);
    expect(readdirSync(cache).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('forgets what was not asked for, once it is too much', async () => {
    const cache = join(folder, 'bounded');
    const make = async () => Buffer.from('bytes');
    const first = openCache(cache);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await first.get(name, make);
    const second = openCache(cache);
    await second.get('a', make);
    second.sweep(3);
    expect(readdirSync(cache)).toEqual(['a', 'b', 'c', 'd', 'e']);
    second.sweep(2);
    expect(readdirSync(cache)).toEqual(['a']);
  });

  test('clears away what a build that died was writing, not what another writes now', () => {
    const cache = join(folder, 'left');
    mkdirSync(cache);
    for (const pid of [process.pid, 2 ** 30]) writeFileSync(join(cache, `a.png.new-${pid}-x`), '');
    openCache(cache).sweep(100);
    expect(readdirSync(cache)).toEqual([`a.png.new-${process.pid}-x`]);
  });
});
