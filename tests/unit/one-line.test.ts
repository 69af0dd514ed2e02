import { describe, expect, test } from 'vitest';
import { oneLine, plainUrl } from '../../src/lib/one-line.ts';
import { HOSTILE, seen } from '../hostile.ts';

describe('text on one line', () => {
  test.each<[name: string, text: string, expected: string]>([
    ['is left alone where nothing breaks it', 'The US Sits Out: “hack back”', 'The US Sits Out: “hack back”'],
    ['has a space for the end of a line', 'a\nb\r\nc\rd', 'a b c d'],
    ['has a space for ends of lines that few know', 'a\vb\fc\u0085d\u2028e\u2029f', 'a b c d e f'],
    ['has one space for several', ' a  b \n\n c ', 'a b c'],
    ['has one space for a tab', 'a\t\tb', 'a b'],
    ['keeps no-break spaces', 'Titre\u00a0: «\u202foui\u202f»', 'Titre\u00a0: «\u202foui\u202f»'],
    ['loses control characters', 'a\0b\x1bc\x7fd\x9fe', 'abcde'],
    ['loses a control character between spaces, with one of them', 'a \0 b', 'a b'],
    ['loses halves of surrogate pairs', 'a\ud83db\ude00c', 'abc'],
    ['keeps emoji whole', '👩‍💻 🏳️‍🌈', '👩‍💻 🏳️‍🌈'],
    ['keeps accents as they were put together', 'e\u0301 é', 'e\u0301 é'],
    ['keeps what is written from right to left', '\u202bنداء باريس\u202c', '\u202bنداء باريس\u202c'],
    ['may be nothing', ' \n\0 ', ''],
  ])('%s', (_, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test.each(Object.entries(HOSTILE))('holds no control character, and says the same: %s', (_, text) => {
    expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]| {2}|^ | $/u);
    expect(seen(oneLine(text))).toBe(seen(text));
  });
});

describe('an address', () => {
  test.each<[name: string, url: string, expected: string]>([
    ['is left alone where it is one', 'https://example.org/a/b.html?c=1&d=%20,;e#f~g(h)!$\'*+=:@[1]_-', 'https://example.org/a/b.html?c=1&d=%20,;e#f~g(h)!$\'*+=:@[1]_-'],
    ['has its braces encoded', 'https://example.org/{a}', 'https://example.org/%7Ba%7D'],
    ['has its backslashes encoded', 'https://example.org/a\\b', 'https://example.org/a%5Cb'],
    ['has its quotes and angle brackets encoded', 'https://example.org/"<>^`|', 'https://example.org/%22%3C%3E%5E%60%7C'],
    ['has its white space encoded', 'https://example.org/a b\nc\td', 'https://example.org/a%20b%0Ac%09d'],
    ['has its control characters encoded', 'https://example.org/\0\x7f\u0085', 'https://example.org/%00%7F%C2%85'],
    ['has letters beyond ASCII encoded', 'https://example.org/é/שא/😀', 'https://example.org/%C3%A9/%D7%A9%D7%90/%F0%9F%98%80'],
    ['loses white space about it', ' https://example.org/\n', 'https://example.org/'],
    ['loses halves of surrogate pairs', 'https://example.org/\ud83d', 'https://example.org/'],
  ])('%s', (_, url, expected) => {
    expect(plainUrl(url)).toBe(expected);
  });

  test('leads where it led', () => {
    expect(new URL(plainUrl('https://example.org/é{a}\\b c')).pathname).toBe('/%C3%A9%7Ba%7D%5Cb%20c');
    expect(new URL(plainUrl('https://exämple.org/')).href).toBe(new URL('https://exämple.org/').href);
  });
});
