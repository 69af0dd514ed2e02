import coarseAtlas from 'world-atlas/countries-110m.json';
import fineAtlas from 'world-atlas/countries-50m.json';
import { describe, expect, test } from 'vitest';
import { worldMap, type WorldAtlas } from '../../src/lib/world-map.ts';

// The JSON files' types are too wide for a topology; world-atlas says what they hold.
const [coarse, fine] = [coarseAtlas as unknown as WorldAtlas, fineAtlas as unknown as WorldAtlas];
const map = (...listed: string[]) => worldMap(coarse, fine, new Set(listed), 'A map');

const [MIDDLE, EQUATOR] = [480, 234];
/** Names of the States that the tests list, with their numbers in ISO 3166-1. */
const [AUSTRALIA, BENIN, BRAZIL, FRANCE, ICELAND, LUXEMBOURG, MALTA, NEW_ZEALAND, SINGAPORE] =
  ['036', '204', '076', '250', '352', '442', '470', '554', '702'];

/** The path of the States on the list, and that of the others. */
const pathOf = (name: 'yes' | 'no', svg: string) => new RegExp(`<path class="${name}" d="([^"]*)"/>`).exec(svg)?.[1] ?? '';
/** The corners of a path of straight lines. */
const corners = (path: string): [x: number, y: number][] =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
const dots = (svg: string): [x: number, y: number][] =>
  [...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)" r="[\d.]+"\/>/g)].map(([, x, y]) => [Number(x), Number(y)]);
const half = ([x, y]: readonly [number, number]) => `${y < EQUATOR ? 'north' : 'south'} ${x < MIDDLE ? 'west' : 'east'}`;

/** Whether every element is closed in its turn, every attribute quoted, and no mark stands alone. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const tag = /<(\/?)([a-z]+)(?:\s+[a-zA-Z-]+="[^"<]*")*\s*(\/?)>/g;
  const rest = xml.trim().replace(tag, (_, end: string, name: string, empty: string) => {
    if (open.length === 0) roots++;
    if (end === '' && empty === '') open.push(name);
    return end === '' || open.pop() === name ? '' : '<';
  });
  const references = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
  return roots === 1 && open.length === 0 && !rest.includes('<') && !references.test(xml);
}

describe('the map', () => {
  test.each<[name: string, listed: string[]]>([
    ['no State', []],
    ['one State', [FRANCE]],
    ['States large and small', [AUSTRALIA, BENIN, BRAZIL, FRANCE, ICELAND, LUXEMBOURG, MALTA, NEW_ZEALAND, SINGAPORE]],
    ['every number there could be', Array.from({ length: 1000 }, (_, index) => String(index).padStart(3, '0'))],
  ])('of %s is well-formed and has a place for every mark', (_, listed) => {
    const svg = map(...listed);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    const marks = [...corners(pathOf('yes', svg)), ...corners(pathOf('no', svg)), ...dots(svg)];
    expect(marks.filter(([x, y]) => !(x >= 0 && x <= 960 && y >= 0 && y <= 468))).toEqual([]);
  });

  test('is a picture with a name, as wide and high as it says', () => {
    expect(map()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 960 468" role="img" aria-label="A map">/);
  });

  test('is well-formed whatever its name', () => {
    expect(isWellFormed(worldMap(coarse, fine, new Set([FRANCE]), 'States & “others”: the "list", <all> of it'))).toBe(true);
  });

  test('follows the reader’s scheme of colours', () => {
    expect(map()).toContain('@media(prefers-color-scheme:dark)');
  });
});

describe('a State of the list', () => {
  test.each([
    ['Brazil', BRAZIL, 'south west'],
    ['Iceland', ICELAND, 'north west'],
    ['Benin', BENIN, 'north east'],
    ['Australia', AUSTRALIA, 'south east'],
  ])('is drawn among those of the list, at its place: %s', (_, number, expected) => {
    const places = new Set(corners(pathOf('yes', map(number))).map(half));
    expect(places).toContain(expected);
    expect(pathOf('yes', map(number))).not.toBe('');
  });

  test('is not drawn among the others too', () => {
    const [none, one] = [map(), map(BENIN)];
    const shape = pathOf('yes', one);
    expect(pathOf('yes', none)).toBe('');
    expect(pathOf('no', none)).toContain(shape);
    expect(pathOf('no', one)).not.toContain(shape);
    expect(pathOf('no', one).length + shape.length).toBe(pathOf('no', none).length);
  });

  test('is drawn beside others of the list', () => {
    const [both, first, second] = [map(BENIN, BRAZIL), map(BENIN), map(BRAZIL)].map((svg) => pathOf('yes', svg));
    expect(both).toContain(first);
    expect(both).toContain(second);
    expect(both).toHaveLength((first?.length ?? 0) + (second?.length ?? 0));
  });

  test('is one whose number begins with a nought', () => {
    expect(pathOf('yes', map(AUSTRALIA))).not.toBe('');
    expect(pathOf('yes', map('36'))).toBe('');
  });

  test.each(['999', '', 'FRA'])('is none of the number “%s”', (number) => {
    expect(map(number)).toBe(map());
  });

  test('is never Antarctica, which is left out', () => {
    expect(map('010')).toBe(map());
  });
});

describe('a dot', () => {
  test.each([
    ['Malta, which the coarse shapes leave out', MALTA, 'north east', false],
    ['Singapore, which the coarse shapes leave out', SINGAPORE, 'north east', false],
    ['Luxembourg, whose shape is too small to be seen', LUXEMBOURG, 'north east', true],
  ])('marks %s', (_, number, expected, hasShape) => {
    expect(dots(map(number)).map(half)).toEqual([expected]);
    expect(pathOf('yes', map(number)) !== '').toBe(hasShape);
  });

  test.each([
    ['France', FRANCE],
    ['Benin', BENIN],
    ['Brazil', BRAZIL],
    ['New Zealand', NEW_ZEALAND],
    ['Australia, not even its reefs', AUSTRALIA],
  ])('is not needed for %s', (_, number) => {
    expect(dots(map(number))).toEqual([]);
  });

  test('is not set for a small State that is not on the list', () => {
    expect(dots(map(FRANCE))).toEqual([]);
    expect(dots(map())).toEqual([]);
  });

  test('is of the colour of the list', () => {
    expect(map(MALTA)).toMatch(/<g class="yes"><circle [^>]*\/><\/g><\/svg>\n$/);
  });
});
