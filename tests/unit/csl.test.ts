import { describe, expect, test } from 'vitest';
import { CSL_TYPES, dateParts, personName, printedName, type CslName } from '../../src/lib/csl.ts';

describe('the name of a person', () => {
  test.each<[name: string, expected: CslName]>([
    ['Louise Matsakis', { family: 'Matsakis', given: 'Louise' }],
    ['Arthur P.B. Laudrain', { family: 'Laudrain', given: 'Arthur P.B.' }],
    ['Jean-Luc Lété', { family: 'Lété', given: 'Jean-Luc' }],
    ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig van' }],
    ['Matsakis, Louise', { family: 'Matsakis', given: 'Louise' }],
    ['de la Cruz, Ana', { family: 'de la Cruz', given: 'Ana' }],
    ['Reyes Fuentes,Ana María', { family: 'Reyes Fuentes', given: 'Ana María' }],
    ['Madonna', { literal: 'Madonna' }],
    [' Louise  Matsakis ', { family: 'Matsakis', given: 'Louise' }],
    [' Madonna ', { literal: 'Madonna' }],
    ['קים לי', { family: 'לי', given: 'קים' }],
  ])('%s is parted', (name, expected) => {
    expect(personName(name)).toEqual(expected);
  });
});

test.each<[name: CslName, expected: string]>([
  [{ family: 'de la Cruz', given: 'Ana' }, 'Ana de la Cruz'], [{ family: 'Madonna' }, 'Madonna'], [{ literal: 'Access Now' }, 'Access Now'],
])('the name %j is printed %s', (name, expected) => {
  expect(printedName(name)).toBe(expected);
});

describe('a date in parts', () => {
  test.each<[date: string, expected: readonly number[]]>([
    ['2018-11-12', [2018, 11, 12]], ['2018-01-02', [2018, 1, 2]], ['2018-11', [2018, 11]], ['2018', [2018]],
  ])('%s has as many as are known', (date, expected) => {
    expect(dateParts(date)).toEqual({ 'date-parts': [expected] });
  });
});

test('each type of a record is named once', () => {
  expect(new Set(CSL_TYPES).size).toBe(CSL_TYPES.length);
});
