import { describe, expect, test } from 'vitest';
import { countWords, longQuotationsIn, quotationsIn, QUOTATION_CAP } from '../../src/lib/quotations.ts';

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');

describe('words are counted', () => {
  test.each<[name: string, text: string, expected: number]>([
    ['where space is between them', 'more than  fifty\nstates', 4],
    ['and signs are none', '“No!” — he said … 50 %', 4],
    ['and a word with an apostrophe is one', 'don’t shouldn\'t l’appel', 3],
    ['and a word with a hyphen is one', 'state-of-the-art 12-word', 2],
    ['and a dash parts them', 'one—two – three', 3],
    ['and letters with accents are letters', 'États Über naïve', 3],
    ['and an accent written apart belongs to its letter', 'États naïve'.normalize('NFD'), 2],
    ['and numbers are words', '2018 11 c1', 3],
    ['in nothing', '', 0],
    ['in signs alone', '… — “”', 0],
  ])('%s', (_, text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe('quotations', () => {
  test.each<[name: string, text: string, expected: ReturnType<typeof quotationsIn>]>([
    ['stand in curved marks', 'He said “no way” there.', [{ words: 'no way', count: 2, index: 8 }]],
    ['stand in straight marks', 'He said "no way" there.', [{ words: 'no way', count: 2, index: 8 }]],
    ['stand in angled marks, with space inside', 'Il dit « pas question » là.', [{ words: 'pas question', count: 2, index: 7 }]],
    [
      'may be several', '“one” and “two three”',
      [{ words: 'one', count: 1, index: 0 }, { words: 'two three', count: 2, index: 10 }],
    ],
    ['may hold other marks', '“he said «no» to "it"”', [{ words: 'he said «no» to "it"', count: 5, index: 0 }]],
    ['may go over lines', '“one\ntwo”', [{ words: 'one\ntwo', count: 2, index: 0 }]],
    ['stand in single marks, which an apostrophe does not close', 'the ‘states’ own’ it\'s', [{ words: 'states', count: 1, index: 4 }]],
    ['stand in the marks of other languages', '„eins“ »to« 「三」 ‹quatre›', [
      { words: 'eins', count: 1, index: 0 }, { words: 'to', count: 1, index: 7 }, { words: '三', count: 1, index: 12 }, { words: 'quatre', count: 1, index: 16 },
    ]],
    ['go around a quotation in the same marks', '“one “two” three”', [{ words: 'one “two” three', count: 3, index: 0 }]],
    ['go to the end where the mark is left open', 'He said “one two', [{ words: 'one two', count: 2, index: 8 }]],
    ['may be empty', '“”', [{ words: '', count: 0, index: 0 }]],
    ['are none in apostrophes', 'the states’ own it\'s l’appel', []],
    ['are none where only the end is marked', 'one two”', []],
    ['are none in plain words', 'one two', []],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe('by the ten thousand', () => {
  const many = (marks: string) => marks.repeat(50_000 / marks.length);

  test.each<[name: string, text: string, expected: ReturnType<typeof quotationsIn>]>([
    ['opening marks are one quotation to the end', many('“'), [{ words: many('“').slice(1), count: 0, index: 0 }]],
    ['of two kinds too', many('«„'), [{ words: many('«„').slice(1), count: 0, index: 0 }]],
    ['each with its end, all are one', `${many('“')}${many('”')}`, [{ words: `${many('“').slice(1)}${many('”').slice(1)}`, count: 0, index: 0 }]],
    ['single marks that nothing closes are none', many('‘'), []],
    ['an outer mark closes all that is open in it', `“${many('‘‹')}”`, [{ words: many('‘‹'), count: 0, index: 0 }]],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });

  test('quotations are found one by one', () => {
    expect(quotationsIn('“a” ‹b› '.repeat(10_000))).toHaveLength(20_000);
  });
});

describe('the cap', () => {
  test('is twelve words', () => {
    expect(QUOTATION_CAP).toBe(12);
  });

  test.each<[name: string, text: string, expected: number[]]>([
    ['lets twelve words pass', `“${words(12)}”`, []],
    ['holds thirteen back', `“${words(13)}”`, [13]],
    ['holds them back in any marks', `“${words(13)}” «${words(14)}» "${words(15)}"`, [13, 14, 15]],
    ['counts each quotation for itself', `“${words(7)}” and “${words(7)}”`, []],
    ['does not count the words between two', `“one” ${words(20)} “two”`, []],
    ['holds back only what is too long', `“one” “${words(13)}” “two”`, [13]],
  ])('%s', (_, text, expected) => {
    expect(longQuotationsIn(text).map(({ count }) => count)).toEqual(expected);
  });
});
