/** Words that would break a file of citations, written by hand and at random, and what may be left of them. */
import { CSL_TYPES, type CslRecord } from '../src/lib/csl.ts';

/** Name → text. */
export const HOSTILE: { readonly [name: string]: string } = {
  'balanced braces': 'a {b {c}} d',
  'an opening brace': 'a { b',
  'a closing brace': 'a } b',
  'braces the wrong way round': '}a{',
  'braces behind backslashes': '\\{ \\} \\\\{ \\\\}',
  'a backslash at the end': 'a\\',
  'commands of TeX': '\\begin{x} \\textbf{y} \\and \\def\\x{} \\input{/etc/passwd}',
  'signs of TeX': '50% #1 $2$ A&B c_d ~e ^f',
  'signs that TeX joins': 'a--b---c ``d\'\' ,,e,, <<f>> ?`g !`h',
  quotes: '"a" \'b\' “c” ‘d’ «e»',
  markup: '<i>a</i> &amp; <script>b</script> | c',
  'a new entry': '@article{x, title = {y}}',
  'the end of an entry and a new one': '}\n@misc{x, title = {y}}',
  'an end of the list': '}},\n}\n\n@comment{',
  'a new record': 'ER  - \nTY  - BOOK\nTI  - y',
  'a new record after CR and LF': 'a\r\nER  - \r\nTY  - BOOK\r\nTI  - y',
  'a tag alone': 'TY  - ',
  'lines of every kind': 'a\nb\rc\r\nd\ve\ff\u0085g\u2028h\u2029i',
  tabs: '\ta\t\tb\t',
  'spaces about it': '  a   b  ',
  'no-break spaces': 'a\u00a0b\u202fc',
  'control characters': 'a\0b\x01c\x1bd\x7fe\x9ff',
  'half a surrogate pair': 'a\ud83dz\ude00b',
  'right to left': 'נייר פריז و نداء باريس \u202eabc\u202c',
  'joined emoji': '👩‍💻 🏳️‍🌈 🇫🇷',
  'combining accents': 'Le\u0301te\u0301 n\u0303 o\u0308',
  'names parted': 'A and B, C AND D and others',
  'an equals sign': 'family=A, given=B',
  hyphens: 'a-b -- c- -d',
  'a very long word': 'x'.repeat(20_000),
  'very many words': 'ab cd '.repeat(4000),
  'braces by the thousand': '{'.repeat(2000),
  nothing: '',
  'white space alone': ' \n\t ',
  'control characters alone': '\0\x1b',
};

/** What a reader of any format may find of a text: white space folded, control characters and half pairs gone. */
export const seen = (text: unknown): string =>
  String(text ?? '').replace(/[\s\u0085]+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '').replace(/ +/g, ' ').trim();

const NASTY = [
  ...Array.from('{}\\\\"\'`%#$&_~^@-–,=;:/()[]?!.<>|+*0129aZé שא'), ' ', '  ', '\n', '\r\n', '\r', '\t', '\0', '\x1b', '\x85', '\u2028', '\u00a0',
  '\u200d', '\ufeff', 'e\u0301', '\u202e', '👩‍💻', '\ud800', '\udc00', 'and', ' and ', '\\begin', '\\end', '\\textbf{', '\\{', '@article{', '}\n@misc{x,',
  'ER  - ', '\nTY  - BOOK', '\nER  - \n', '--', '---', '``', "''", ',,', '<<', '%20', '%', '\\\\', '{\\', 'words', 'Words',
] as const;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Records whose every word is nasty; the same for the same seed. */
export function nastyRecords(count: number, seed: number): CslRecord[] {
  const next = numbers(seed);
  const upTo = (most: number) => Math.floor(next() * most);
  const oneOf = <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item;
  const words = (most = 12) => Array.from({ length: upTo(most) }, () => oneOf(NASTY)).join('');
  const maybe = <Value>(make: () => Value): Value | undefined => (next() < 0.7 ? make() : undefined);
  const name = () => (next() < 0.5 ? { literal: words(6) } : next() < 0.8 ? { family: words(4), given: words(4) } : { family: words(4) });
  const date = () => ({ 'date-parts': [[2018, 1 + upTo(12), 1 + upTo(28)].slice(0, 1 + upTo(3))] }) as const;
  return Array.from({ length: count }, (_, at) => {
    const fields = {
      'container-title': maybe(words), publisher: maybe(words), author: maybe(() => Array.from({ length: upTo(4) }, name)),
      issued: maybe(date), URL: maybe(() => `https://example.org/${words(6)}`), abstract: maybe(() => words(30)), note: maybe(words),
    };
    const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return { id: `nasty-${at}`, type: oneOf(CSL_TYPES), title: words(20), language: oneOf(['en', 'fr', 'de']), ...known };
  });
}
