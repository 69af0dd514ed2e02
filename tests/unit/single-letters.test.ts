import { afterEach, expect, test } from 'vitest';
import { encodeSingleLettersFast } from '../../src/build/single-letters.ts';

const { encode } = TextEncoder.prototype;
afterEach(() => void (TextEncoder.prototype.encode = encode));

test('a text is encoded as before, whatever letters it has, at first and again', () => {
  const texts = ['', 'a', '\0', '~', '\u007F', '\u0080', 'é', '“', '\uD83D', '😀', 'ab', 'Paris, le 12 novembre'];
  const known = texts.map((text) => new TextEncoder().encode(text));
  encodeSingleLettersFast();
  const encoder = new TextEncoder();
  for (const time of ['at first', 'again']) expect(texts.map((text) => encoder.encode(text)), time).toEqual(known);
  expect(encoder.encode()).toEqual(new Uint8Array());
});

test('a letter is encoded once', () => {
  encodeSingleLettersFast();
  expect(new TextEncoder().encode('é')).toBe(new TextEncoder().encode('é'));
});
