import { describe, expect, test } from 'vitest';
import { foreignLetter, hasHidden, readText, unreadable } from '../../src/lib/source-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const told = (bytes: Uint8Array, most?: number) => {
  const { problem } = readText('f.md', bytes, most);
  return problem && `${problem.at.line}:${problem.at.column} ${problem.code} ${problem.found}`.trim();
};

describe('a text', () => {
  test.each<[name: string, text: string]>([
    ['of nothing', ''],
    ['with a byte order mark at its head', '\uFEFF---\n'],
    ['with lines as on Windows, and tabs', 'a\r\n\tb\r\n'],
    ['with accents, joiners and marks of one letter’s direction', 'e\u0301 نامه\u200cای 👩\u200d💻 C++\u200e שלום\u200f'],
    ['with a hyphen that shows where a line breaks', 'cyber\u00adsecurity'],
    ['with a rule of hyphens and a heading under equals signs', `${'- '.repeat(60)}\n\na\n=======\n`],
    ['with a list nine deep', `${'- '.repeat(9)}a`],
  ])('%s can be read', (_, text) => {
    expect(readText('f.md', encode(text))).toEqual({ source: text });
  });

  test.each<[name: string, bytes: Uint8Array, expected: string]>([
    ['in another encoding', Uint8Array.from([...encode('é\nab'), 0xe9]), '2:3 not-utf-8'],
    ['with a second byte order mark', encode('\uFEFF\uFEFFa'), '1:2 hidden-character U+FEFF'],
    ['with a NUL', encode('a\nb\0'), '2:2 hidden-character U+0000'],
    ['with a line end that is none elsewhere', encode('a\rb'), '1:2 hidden-character U+000D'],
    ['with a mark that turns writing around', encode('a \u202eb'), '1:3 hidden-character U+202E'],
    ['with a space without width', encode('a\u200bb'), '1:2 hidden-character U+200B'],
    ['with sides of a merge', encode('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n'), '2:1 merge-conflict <<<<<<< HEAD'],
  ])('%s cannot', (_, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  test('may have 256 KiB, and a register any length', () => {
    expect(told(encode('a'.repeat(256 * 1024)))).toBeUndefined();
    expect(told(encode('a'.repeat(256 * 1024 + 1)))).toBe('1:1 too-long 257 KiB');
    expect(told(encode('a'.repeat(256 * 1024 + 1)), Number.POSITIVE_INFINITY)).toBeUndefined();
  });

  test.each(['> ', '>', '- ', '* ', '1. ', '12) '])('of %s, a hundred deep, cannot', (mark) => {
    expect(told(encode(`a\n\n${mark.repeat(100)}b`))).toMatch(/^3:1 broken-markdown /);
  });
});

describe('what the disk does not hand out', () => {
  test.each([
    ['f.md', 'EACCES', 'the right to read it', 'give it to yourself, as with chmod u+rX'],
    ['f.md', 'EPERM', 'the right to read it', 'give it to yourself, as with chmod u+rX'],
    ['caf\uFFFD.md', 'ENOENT', 'a name in UTF-8', 'rename it; what is shown as \uFFFD is no letter in UTF-8'],
    ['caf\uFFFD.md', 'EACCES', 'the right to read it', 'give it to yourself, as with chmod u+rX'],
    ['f.md', 'ENOENT', 'a file that is there and whole', 'see what became of it, and check again'],
    ['f.md', 'EIO', 'a file that is there and whole', 'see what became of it, and check again'],
  ])('is told: %s, %s', (file, code, expected, mend) => {
    expect(unreadable(file, code)).toEqual({ code: 'unreadable', at: { file, line: 1, column: 1 }, found: code, expected, mend });
  });
});

test('letters that nobody sees are found in any text', () => {
  expect(['a\u0007', 'a\u2066b', 'a\u2060b', 'a\uD800b', '\uDC00', '\uDC00\uD800'].map(hasHidden)).toEqual(Array(6).fill(true));
  expect(['', 'é\n\tœ — “x”', '👩\u200d💻'].map(hasHidden)).toEqual([false, false, false]);
});

test('a letter of another script is named', () => {
  expect(['one', 'оne', 'p７', '“x”'].map(foreignLetter)).toEqual([undefined, 'о is U+043E', '７ is U+FF17', undefined]);
});
