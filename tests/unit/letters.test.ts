import { describe, expect, test } from 'vitest';
import { settable, tidy } from '../../src/lib/letters.ts';

/** A face of ASCII, `é`, the space that does not break, and the marks of print. */
const has = (character: string) => /^[ -~é\u00A0’”–—…«»]$/u.test(character);

describe('a face sets', () => {
  test.each<[name: string, text: string, set: string]>([
    ['what it holds, unchanged', 'Call – “x” «\u00A0é\u00A0»'.replace('“', '”'), 'Call – ”x” «\u00A0é\u00A0»'],
    ['a letter written as letter and accent, where it holds both in one', 'e\u0301', 'é'],
    ['a letter without the accent that it lacks', 'Příliš žluťoučký', 'Prilis zlutoucky'],
    ['a ligature as its letters', 'oﬃce', 'office'],
    ['full-width letters as letters', 'ＰＡＲＩＳ', 'PARIS'],
    ['the spaces and hyphens of print as those it has', '1\u202F200 non\u2011State 1\u20122', '1\u00A0200 non-State 1–2'],
    ['nothing of an emoji, however it is joined', 'Signed 👩🏽‍💻 today 🎉', 'Signed today'],
    ['nothing of a script that it lacks', 'Xinhua 新华社', 'Xinhua'],
    ['no brackets around nothing', 'Xinhua (新华社) reports', 'Xinhua reports'],
    ['no comma at the head or the end of what is left', '新华社, 12 November 2018, 巴黎', '12 November 2018'],
    ['no space before a comma', 'Beijing 北京, China', 'Beijing, China'],
    ['nothing of a text that is foreign to it', 'الجزيرة', ''],
    ['nothing of no text', '', ''],
  ])('%s', (_, text, set) => {
    expect(settable(text, has)).toBe(set);
  });

  test('the marks of a text that it holds whole, wherever they stand', () => {
    expect(settable('– and so (), on,', has)).toBe('– and so (), on,');
  });

  test.each<[text: string, least: number, set: string]>([
    ['abc 新', 0.75, 'abc'], ['abc 新华', 0.75, ''], ['abc 新华', 0.5, 'abc'], ['نداء باريس', 0.01, ''],
    // Marks are no letters: losing them costs nothing.
    ['abc 🎉🎉🎉🎉', 1, 'abc'], ['ěšč', 1, 'esc'],
  ])('%s where %d of its letters must be left as “%s”', (text, least, set) => {
    expect(settable(text, has, least)).toBe(set);
  });

  test('only what it holds, whatever comes', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
    expect([...settable(all, has)].filter((character) => !has(character))).toEqual([]);
  });
});

describe('a tidy text', () => {
  test.each<[name: string, text: string, tidied: string]>([
    ['has one space where there was white space', ' a \n\t b\u2028c ', 'a b c'],
    ['keeps the spaces that do not break', 'a\u00A0b\u202Fc', 'a\u00A0b\u202Fc'],
    ['has no controls', 'a\u0000b\u001Bc\u007F', 'abc'],
    ['has no marks of direction and no invisible ones', 'a\u202Eb\u200Bc\u00AD\uFEFFd', 'abcd'],
    ['has no half of a pair', 'a\uD800b', 'ab'],
    ['keeps a pair', 'a𝒜', 'a𝒜'],
  ])('%s', (_, text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });
});
