import { describe, expect, test } from 'vitest';
import { editDistance, nearest, suggestion } from '../../src/lib/nearest.ts';

describe('the distance between two words', () => {
  test.each<[name: string, a: string, b: string, expected: number]>([
    ['is nothing between equals', 'stance', 'stance', 0],
    ['counts a letter too few', 'stnce', 'stance', 1],
    ['counts a letter too many', 'stancee', 'stance', 1],
    ['counts a wrong letter', 'stange', 'stance', 1],
    ['counts two neighbours in each other’s place once', 'stacne', 'stance', 1],
    ['counts two letters in each other’s place twice where they are no neighbours', 'etancs', 'stance', 2],
    ['counts swapped neighbours at the head of the word', 'tsance', 'stance', 1],
    ['takes a letter that moved to its neighbour’s place for no swap', 'ab', 'bc', 2],
    ['adds up', 'kitten', 'sitting', 3],
    ['is the length of the word against nothing', '', 'stance', 6],
    ['is nothing between nothing and nothing', '', '', 0],
    ['takes capitals for other letters', 'Stance', 'stance', 1],
  ])('%s', (_, a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });
});

describe('the nearest word', () => {
  test.each<[name: string, word: string, candidates: readonly string[], expected: string | undefined]>([
    ['is the one with the fewest letters changed', 'summry', ['claims', 'summary', 'summaries'], 'summary'],
    ['is found whatever the capitals, and given as it is written', 'COUNTS', ['Counts', 'Matrix'], 'Counts'],
    ['is found whatever its own capitals', 'counts', ['COUNTS'], 'COUNTS'],
    ['is the first of those that are equally near', 'p18', ['p1', 'p8', 'p17'], 'p1'],
    ['is rather the one with the same letters in another order', 'p31', ['p3', 'p1', 'p11', 'p13'], 'p13'],
    ['is rather the one that differs less, whatever the order', 'abcdefg', ['bcaedfg', 'abcdefx'], 'abcdefx'],
    ['may not differ in more than a third, though it has the same letters', 'abc', ['cba'], undefined],
    ['may differ in a third of the letters', 'abcdef', ['abcdxy'], 'abcdxy'],
    ['may not differ in more than a third', 'abcdef', ['abcxyz'], undefined],
    ['may differ in one letter where the word is short', 'c1', ['c2'], 'c2'],
    ['may differ in three letters where the word is long', 'abcdefghijkl', ['abcdefghixyz'], 'abcdefghixyz'],
    ['may never differ in more than three', 'abcdefghijklmnopqr', ['abcdefghijklmnwxyz'], undefined],
    [
      'is found at the end of a long list too', 'reporst', ['supports', 'criticises', 'explains', 'compares', 'reports'],
      'reports',
    ],
    ['is none among none', 'word', [], undefined],
  ])('%s', (_, word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  test('is sought in anything that can be walked through once', () => {
    expect(nearest('omit', new Map([['omits', 1]]).keys())).toBe('omits');
  });
});

describe('a suggestion', () => {
  test.each<[name: string, word: string, expected: string]>([
    ['asks after the nearest word', 'criticizes', 'did you mean criticises?'],
    ['says something else where none is near', 'hates', 'see the list'],
  ])('%s', (_, word, expected) => {
    expect(suggestion(word, ['reports', 'criticises'], 'see the list')).toBe(expected);
  });
});
