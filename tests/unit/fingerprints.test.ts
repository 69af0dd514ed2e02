import { describe, expect, test } from 'vitest';
import {
  departureOf, editionFingerprint, fingerprintOf, isOfficial, markOf, marksOf, normalise, sha, wordsIn, type Departure,
} from '../../src/lib/fingerprints.ts';

/** Invented: no official text stands in these tests. */
const WORDING = 'The l’heron “quietly” mends, at dusk, its state-of-the-art nest: nobody asked twice.';
const FINGERPRINT = fingerprintOf(WORDING);

describe('does not count as a difference:', () => {
  test.each<[name: string, one: string, other: string]>([
    ['an accent written apart from its letter', 'd\u00E9j\u00E0 vu', 'de\u0301ja\u0300 vu'],
    ['a curly apostrophe', 'l’heron', 'l\'heron'],
    ['any other apostrophe', 'l‘heron lʼheron l′heron l`heron l´heron', 'l\'heron l\'heron l\'heron l\'heron l\'heron'],
    ['a curly quotation mark', 'it “mends” now', 'it "mends" now'],
    ['a low quotation mark', 'it „mends“ now', 'it "mends" now'],
    ['a guillemet without a space', 'it «mends» now', 'it "mends" now'],
    ['a ligature', 'the ﬁrst ﬂock suﬀers eﬃciently, waﬄes, ﬆill', 'the first flock suffers efficiently, waffles, still'],
    ['a line break', 'a nest\nof\r\nstraw', 'a nest of straw'],
    ['a tab, two spaces or an empty line', 'a\tnest  of\n\nstraw', 'a nest of straw'],
    ['a no-break space', 'a\u00A0nest of\u202Fstraw', 'a nest of straw'],
    ['a space before high punctuation', 'le nid : qui ? lui ! voilà ; fin', 'le nid: qui? lui! voilà; fin'],
    ['a no-break space before high punctuation', 'le nid\u00A0: qui\u202F? lui', 'le nid: qui? lui'],
    ['a hyphen', 'a well-known nest', 'a wellknown nest'],
    ['a no-break hyphen', 'a well\u2011known nest', 'a well-known nest'],
    ['a soft hyphen', 'a well\u00ADknown nest', 'a wellknown nest'],
    ['a hyphen at the end of a line', 'the her-\n  on mends', 'the heron mends'],
    ['a hyphen of the word itself at the end of a line', 'a well-\nknown nest', 'a well-known nest'],
    ['a zero-width space or a byte order mark', '\uFEFFa ne\u200Bst', 'a nest'],
    ['punctuation at either end', '“ – a nest;', 'a nest'],
    ['a number or bullet sign before it', '• a nest', 'a nest'],
    ['white space at either end', '\n a nest \n', 'a nest'],
  ])('%s', (_, one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });
});

describe('counts as a difference:', () => {
  test.each<[name: string, one: string, other: string]>([
    ['a letter', 'a nest', 'a rest'],
    ['a capital', 'a nest', 'a Nest'],
    ['an accent', 'pêche', 'péché'],
    ['a word', 'a nest of straw', 'a nest straw'],
    ['the order of words', 'a nest of straw', 'a straw of nest'],
    ['a comma inside', 'a nest, of straw', 'a nest of straw'],
    ['a full stop inside', 'a nest. Of straw', 'a nest Of straw'],
    ['a semicolon for a colon inside', 'a nest: of straw', 'a nest; of straw'],
    ['a dash inside', 'a nest – of straw', 'a nest of straw'],
    ['a space inside a word', 'a nest', 'a ne st'],
    ['a figure', '12 nests', '13 nests'],
    ['a closing bracket at the end', 'a nest (of straw)', 'a nest (of straw'],
  ])('%s', (_, one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });
});

describe('a normalised text', () => {
  const TEXTS = ['', ' \n', WORDING, 'd\u00E9j\u00E0 «vu» : oui', 'the her-\non ﬁnally'];

  test.each(TEXTS)('stays as it is when normalised again: %j', (text) => {
    expect(normalise(normalise(text))).toBe(normalise(text));
  });

  test('is empty where there is neither letter nor figure', () => {
    expect(['', ' ', '–', '« »', '\u200B'].map(normalise)).toEqual(['', '', '', '', '']);
  });

  test('has its words between single spaces', () => {
    expect(wordsIn(normalise(' A  nest\nof  straw. '))).toEqual(['A', 'nest', 'of', 'straw']);
    expect(wordsIn('')).toEqual([]);
  });
});

describe('the mark of a word', () => {
  test('is four hexadecimal digits of its SHA-256', () => {
    expect(markOf('nest')).toMatch(/^[0-9a-f]{4}$/);
    expect(markOf('nest')).toBe(sha('nest').slice(0, 4));
  });

  test.each(['nest,', '"nest"', '(nest)', 'nest;', '…nest…'])('leaves out the punctuation at its ends: %s', (word) => {
    expect(markOf(word)).toBe(markOf('nest'));
  });

  test.each(['nests', 'Nest', 'nèst', 'n.est'])('is another for %s', (word) => {
    expect(markOf(word)).not.toBe(markOf('nest'));
  });
});

describe('a fingerprint', () => {
  test('counts the words and has a mark for each', () => {
    expect(FINGERPRINT.words).toBe(12);
    expect(FINGERPRINT.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(marksOf(FINGERPRINT)).toEqual(wordsIn(normalise(WORDING)).map(markOf));
  });

  test('holds no word of the text', () => {
    expect(JSON.stringify(FINGERPRINT)).toMatch(/^\{"words":12,"sha256":"[0-9a-f]{64}","marks":"[0-9a-f]{48}"\}$/);
  });

  test('of nothing has no words', () => {
    expect(fingerprintOf('')).toEqual({ words: 0, sha256: sha(''), marks: '' });
    expect(marksOf(fingerprintOf(''))).toEqual([]);
  });

  test('of an edition changes with a letter, with the order, and not with the shape of a quotation mark', () => {
    const of = (...texts: string[]) => editionFingerprint({ passages: texts.map((text) => ({ text })) });
    expect(of(WORDING, 'A nest.')).toMatch(/^[0-9a-f]{16}$/);
    expect(of(WORDING.replaceAll(/[“”]/g, '"'), 'A nest')).toBe(of(WORDING, 'A nest.'));
    expect(of('A nest.', WORDING)).not.toBe(of(WORDING, 'A nest.'));
    expect(of(WORDING, 'A rest.')).not.toBe(of(WORDING, 'A nest.'));
  });
});

describe('a text against the wording', () => {
  test.each<[name: string, text: string]>([
    ['as it stands', WORDING],
    ['in straight quotes', WORDING.replaceAll(/[“”]/g, '"').replace('’', '\'')],
    ['over several lines', WORDING.replaceAll(' ', '\n')],
    ['with a word cut at the end of a line', WORDING.replace('quietly', 'qui-\netly')],
    ['without its last sign', WORDING.replace(/\.$/, '')],
  ])('is official %s', (_, text) => {
    expect(isOfficial(text, FINGERPRINT)).toBe(true);
    expect(departureOf(text, FINGERPRINT)).toBeUndefined();
  });

  test.each<[name: string, text: string, expected: Departure]>([
    ['a letter is another', WORDING.replace('dusk', 'dask'), { at: 6, found: 'dask,', isPunctuation: false }],
    ['a capital is another', WORDING.replace('nest', 'Nest'), { at: 9, found: 'Nest:', isPunctuation: false }],
    ['the first word is another', WORDING.replace('The', 'A'), { at: 1, found: 'A', isPunctuation: false }],
    ['a word is missing', WORDING.replace(' at', ''), { at: 5, found: 'dusk,', isPunctuation: false }],
    ['the first word is missing', WORDING.replace('The ', ''), { at: 1, found: 'l\'heron', isPunctuation: false }],
    ['a word is added', WORDING.replace('dusk', 'late dusk'), { at: 6, found: 'late', isPunctuation: false }],
    ['a word is added at the end', `${WORDING} Never`, { at: 13, found: 'Never', isPunctuation: false }],
    ['it ends early', WORDING.replace(' asked twice.', ''), { at: 11, found: undefined, isPunctuation: false }],
    ['it is empty', '', { at: 1, found: undefined, isPunctuation: false }],
  ])('departs where %s', (_, text, expected) => {
    expect(isOfficial(text, FINGERPRINT)).toBe(false);
    expect(departureOf(text, FINGERPRINT)).toEqual(expected);
  });

  test.each<[name: string, text: string]>([
    ['a comma is missing', WORDING.replace('mends,', 'mends')],
    ['a colon is a semicolon', WORDING.replace('nest:', 'nest;')],
    ['the quotation marks are gone', WORDING.replaceAll(/[“”]/g, '')],
  ])('departs in its punctuation alone where %s', (_, text) => {
    expect(isOfficial(text, FINGERPRINT)).toBe(false);
    expect(departureOf(text, FINGERPRINT)).toMatchObject({ isPunctuation: true });
  });
});
