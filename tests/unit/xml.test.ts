import { XmlDocument, type XmlElement as Parsed } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { attribute, documentOf, element, holdable, xml } from '../../src/lib/xml.ts';

/** What libxml2, which is not ours, reads in a document. Throws where it is not well formed. */
const read = (source: string): Parsed => XmlDocument.fromString(source).root;

const kept = [
  ['nothing', ''],
  ['plain words', 'Words, as they are.'],
  ['the five characters of markup', `a & b < c > d " e ' f`],
  ['references that are only text', '&amp; &#38; &lt;b&gt; &nbsp;'],
  ['tags', '</title><script>alert(1)</script>'],
  ['the end of a CDATA section', '<![CDATA[ a ]]> b'],
  ['comments and instructions', '<!-- a -- b --> <?php ?>'],
  ['braces', '{{ a }} {b} ${c} %{d}'],
  ['spaces at both ends', '  a  b  '],
  ['line ends and tabs of every kind', 'a\nb\r\nc\rd\te\n'],
  ['text from right to left, and its marks', 'نداء باريس \u202Eabc\u202C \u200F'],
  ['emoji of several parts', '👩🏽‍💻 🇫🇷 𝒳'],
  ['letters with marks apart', 'e\u0301 é'],
  ['line and paragraph separators, a byte order mark, a soft hyphen', 'a\u2028b\u2029c\uFEFFd\u00ADe'],
  ['the control characters that XML allows', 'a\u007F\u0085\u009Fb'],
  ['the last characters of the first plane and of all', '\uD7FF\uE000\uFFFD\u{10FFFF}'],
] as const;
const dropped = [
  ['control characters', 'a\u0000b\u0001\u0008c\u000B\u000Cd\u000E\u001B\u001Fe', 'abcde'],
  ['U+FFFE and U+FFFF', 'a\uFFFEb\uFFFFc', 'abc'],
  ['the first half of a pair', 'a\uD83Db\uD83D', 'ab'],
  ['the second half of a pair', '\uDE00a\uDE00b', 'ab'],
  ['two halves the wrong way round', 'a\uDE00\uD83Db', 'ab'],
  ['a half before a whole pair', 'a\uD83D😀b', 'a😀b'],
] as const;
const all = [...kept.map(([name, text]) => [name, text, text] as const), ...dropped];

describe('a parser reads back', () => {
  test.each(all)('%s from content', (_, text, expected) => {
    expect(read(`<t>${xml(text)}</t>`).content).toBe(expected);
  });

  test.each(all)('%s from an attribute', (_, text, expected) => {
    expect(read(`<t a="${attribute(text)}"/>`).attr('a')?.value).toBe(expected);
    expect(read(`<t a='${attribute(text)}'/>`).attr('a')?.value).toBe(expected);
  });

  test.each(all)('%s from an attribute written as content, but for white space', (_, text, expected) => {
    expect(read(`<t a="${xml(text)}"/>`).attr('a')?.value).toBe(expected.replace(/[\n\t]/g, ' '));
  });

  test.each(all)('%s from an element’s text and attributes, once escaped', (_, text, expected) => {
    const root = read(documentOf(element('list', {}, element('t', { a: text }, text))));
    expect(root.get('t')?.content).toBe(expected);
    expect(root.get('t/@a')?.content).toBe(expected);
  });
});

test.each(all)('%s: holdable text is that which a parser reads', (_, text, expected) => {
  expect(holdable(text)).toBe(expected);
});

test('text that needs no escaping stands as it is, accents and line feeds too', () => {
  expect(xml('Appel de Paris : « confiance »\nsécurité')).toBe('Appel de Paris : « confiance »\nsécurité');
});

describe('a document', () => {
  test('has an element a line, and text on one line with its element', () => {
    expect(documentOf(element('urlset', { xmlns: 'urn:x' }, element('url', {}, element('loc', {}, 'https://example.org/?a&b')), element('end'))))
      .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="urn:x">
  <url>
    <loc>https://example.org/?a&amp;b</loc>
  </url>
  <end/>
</urlset>
`);
  });

  test('leaves out attributes and children that are undefined, and keeps those that are empty', () => {
    expect(documentOf(element('a', { b: undefined, c: '' }, undefined, element('d', {}, ''))))
      .toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="">\n  <d></d>\n</a>\n');
  });

  test('adds no white space to text that has elements in it', () => {
    const mixed = element('p', {}, 'one ', element('b', {}, element('i', {}, 'two')), ' three');
    expect(read(documentOf(element('div', {}, mixed))).get('p')?.content).toBe('one two three');
  });
});
