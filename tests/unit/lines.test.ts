import { describe, expect, test } from 'vitest';
import { balancedLines, fits, linesOf } from '../../src/lib/lines.ts';

/** Every letter is one wide, so that a column counts letters. */
const one = (text: string) => [...text].length;
/** Letters of unlike widths, which add up as those of a face do. */
const uneven = (text: string) => [...text].reduce((sum, letter) => sum + (letter === ' ' ? 3 : /[ijl.,]/.test(letter) ? 4 : /[mwMW]/.test(letter) ? 13 : 8), 0);

const TITLE = 'Paris Call Working Group 6: Kaspersky, Cigref, GEODE and the multi-stakeholder community bring concrete tools for stronger ICT supply chain security';
const ADDRESS = 'https://www.example.org/press/2018/the-paris-call-for-trust-and-security?lang=en&page=2#top';

describe('lines', () => {
  test.each<[name: string, text: string, column: number, lines: string[]]>([
    ['a text that fits is one line', 'a short text', 12, ['a short text']],
    ['a line is filled as far as it goes', 'one two three four', 9, ['one two', 'three', 'four']],
    ['a line may be as wide as the column', 'one two three', 7, ['one two', 'three']],
    ['no text has no line', '', 10, []],
    ['spaces alone are no text', '   ', 10, []],
    ['several spaces are one', 'a   b', 10, ['a b']],
    ['a line breaks after a dash between words', 'yes—indeed', 6, ['yes—', 'indeed']],
    ['and after a slash between words', 'and/or', 4, ['and/', 'or']],
    ['a word with a hyphen stays whole while it fits', 'the non-State actor', 10, ['the', 'non-State', 'actor']],
    ['a date stays whole', 'on 2018-11-12', 11, ['on', '2018-11-12']],
    ['a word that is too wide breaks after its hyphen', 'multi-stakeholder', 12, ['multi-', 'stakeholder']],
    ['a word with nowhere to break breaks after any letter', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
    ['what follows a broken word goes on in its line', 'abcdefgh ij', 5, ['abcde', 'fgh', 'ij']],
    ['a space that does not break holds', 'a\u00A0b c', 3, ['a\u00A0b', 'c']],
    ['a mark set off in French does not begin a line', 'oui non : si', 7, ['oui', 'non\u00A0:', 'si']],
    ['nor does a dash', 'oui non – si', 7, ['oui', 'non\u00A0–', 'si']],
    ['an opening mark does not end one', 'il dit « oui', 8, ['il dit', '«\u00A0oui']],
    ['letters of two code units stay whole', '𝒜𝒜𝒜', 2, ['𝒜𝒜', '𝒜']],
    ['a letter and its accent stay together', 'e\u0301e\u0301', 2, ['e\u0301', 'e\u0301']],
    ['a letter wider than the column stands alone', 'abc', 0, ['a', 'b', 'c']],
  ])('%s', (_, text, column, lines) => {
    expect(linesOf(text, column, one)).toEqual(lines);
  });

  test('of an address break after its marks, so that each part can be read', () => {
    const lines = linesOf(ADDRESS, 30, one);
    expect(lines.join('')).toBe(ADDRESS);
    expect(lines.slice(0, -1).filter((line) => /[\p{L}\p{N}]$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => one(line) > 30)).toEqual([]);
  });

  test.each([40, 90, 200, 777])('keep all words in their order and within a column of %d', (column) => {
    for (const text of [TITLE, ADDRESS, `${TITLE} ${ADDRESS} ${TITLE}`]) {
      const lines = linesOf(text, column, uneven);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(lines.filter((line) => uneven(line) > column)).toEqual([]);
      expect(lines.filter((line) => line !== line.trim() || line === '')).toEqual([]);
    }
  });
});

describe('balanced lines', () => {
  test.each([300, 450, 600, 800])('are as few as in a full column of %d, within it, and of much the same length', (column) => {
    const [full, balanced] = [linesOf(TITLE, column, uneven), balancedLines(TITLE, 20, column, uneven)];
    expect(balanced).toHaveLength(full.length);
    expect(balanced.join(' ')).toBe(TITLE);
    const widths = balanced.map(uneven);
    expect(Math.max(...widths)).toBeLessThanOrEqual(column);
    expect(Math.max(...widths)).toBeLessThanOrEqual(Math.max(...full.map(uneven)));
    const last = (lines: readonly string[]) => uneven(lines.at(-1) ?? '');
    expect(last(balanced)).toBeGreaterThanOrEqual(last(full));
  });

  test('leave no word alone on the last line', () => {
    expect(linesOf('aaaa bbbb cccc dddd', 15, one)).toEqual(['aaaa bbbb cccc', 'dddd']);
    expect(balancedLines('aaaa bbbb cccc dddd', 2, 15, one)).toEqual(['aaaa bbbb', 'cccc dddd']);
  });

  test('break no word that a full column does not', () => {
    expect(balancedLines('extraordinarily and so', 2, 15, one)).toEqual(['extraordinarily', 'and so']);
    expect(linesOf('extraordinarily and so', 12, one)).toEqual(['extraordinar', 'ily and so']);
  });

  test.each<[name: string, text: string, most: number, column: number, lines: string[]]>([
    ['a text that just fits has no ellipsis', 'one two', 1, 7, ['one two']],
    ['what is left out is marked', 'one two three', 1, 9, ['one two…']],
    ['a word goes where the ellipsis has no room', 'one two three', 1, 7, ['one…']],
    ['a comma before the ellipsis goes', 'one two, three four', 1, 10, ['one two…']],
    ['full lines come before the last', 'one two three four five', 2, 9, ['one two', 'three…']],
    ['a single word is cut by letters', 'abcdefgh', 1, 4, ['abc…']],
    ['where nothing has room the ellipsis stands alone', 'abcdefgh', 1, 1, ['…']],
    ['no text has no ellipsis', '', 1, 5, []],
  ])('%s', (_, text, most, column, lines) => {
    expect(balancedLines(text, most, column, one)).toEqual(lines);
  });
});

describe('a text fits', () => {
  test.each<[text: string, most: number, column: number, answer: boolean]>([
    ['one two three', 1, 13, true], ['one two three', 1, 12, false], ['one two three', 2, 7, true], ['one two three', 2, 6, false],
    // Two lines would do, but only with a broken word.
    ['abcdefgh', 2, 7, false], ['', 1, 0, true],
  ])('%s, %d lines, %d wide: %s', (text, most, column, answer) => {
    expect(fits(text, most, column, one)).toBe(answer);
  });
});
