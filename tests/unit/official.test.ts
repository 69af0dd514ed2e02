import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents.ts';
import { officialFingerprints } from '../../src/files.ts';
import { editionFingerprint, fingerprintOf, normalise, type Fingerprints } from '../../src/lib/fingerprints.ts';
import { LANGUAGES, SEGMENTS, type Lang, type SegmentId } from '../../src/lib/ids.ts';
import { officialEdition, outOfOrder, searchOfficial, type Search } from '../../src/lib/official.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { files, TODAY, tree } from '../content.ts';

/**
 * Two invented languages: no official text stands in these tests. Every word is used once but `ul`; a segment has 14.
 */
const SYLLABLES = {
  en: ['bal', 'kor', 'mun', 'pes', 'tig', 'vod', 'zun', 'lak'],
  fr: ['dé', 'fêr', 'gâl', 'hî', 'jœs', 'çû', 'nïr', 'rô'],
};
const word = (lang: Lang, index: number): string =>
  [index >> 6, index >> 3, index].map((digit) => SYLLABLES[lang][digit & 7]).join('');
const segment = (lang: Lang, index: number): string => {
  const [a = '', ...w] = Array.from({ length: 13 }, (_, at) => word(lang, ((index * 13 + at) * 37) % 512));
  const first = `${a.charAt(0).toUpperCase()}${a.slice(1)}`;
  const opening = `${first} ${w[0]} ul ${w[1]}-${w[2]}, ${w[3]} l’${w[4]} ${w[5]}${lang === 'fr' ? '\u00A0' : ''}`;
  return `${opening}: ${w[6]} “${w[7]}” ul ${w[8]} ${w[9]} (${w[10]}) ${w[11]};`;
};
const textsIn = (lang: Lang): string[] => SEGMENTS.map((_, index) => segment(lang, index));
const TEXTS = { en: textsIn('en'), fr: textsIn('fr') };
const FINGERPRINTS: Fingerprints = Object.fromEntries(LANGUAGES.map((lang) =>
  [lang, Object.fromEntries(SEGMENTS.map((id, index) => [id, fingerprintOf(TEXTS[lang][index] ?? '')]))]));

const EN = TEXTS.en.join('\n\n');
const FR = TEXTS.fr.join('\n\n');
const of = (id: SegmentId, lang: Lang = 'en'): string => TEXTS[lang][SEGMENTS.indexOf(id)] ?? '';
const wordsOf = (id: SegmentId, lang: Lang = 'en'): string[] => of(id, lang).split(' ');
const altered = (id: SegmentId, from: string, to: string): string => EN.replace(of(id), of(id).replace(from, to));

const search = (document: string): Search => searchOfficial(document, FINGERPRINTS);
const only = <T extends { readonly lang: Lang }>(all: readonly T[], lang: Lang): T[] => all.filter((one) => one.lang === lang);
const found = (document: string, lang: Lang = 'en'): SegmentId[] => only(search(document).found, lang).map(({ id }) => id);
const near = (document: string, lang: Lang = 'en') => only(search(document).near, lang);
const missing = (document: string, lang: Lang = 'en'): SegmentId[] => only(search(document).missing, lang).map(({ id }) => id);
const but = (...ids: SegmentId[]) => SEGMENTS.filter((id) => !ids.includes(id));
/** A page ends in the middle of every other segment. */
const pagedBy = (furniture: (page: number) => string): string => TEXTS.en.map((text, index) =>
  (index % 2 === 0 ? text : text.split(' ').toSpliced(7, 0, `\n${furniture(index)}\n`).join(' '))).join('\n\n');
const broken = (text: string): string => text.replaceAll(/(?<!\p{L})(\p{L}{4})(\p{L}{3,})/gu, '$1-\n$2');
const commented = TEXTS.en.map((text, index) => `Section ${index}\n\nOur comment on it follows.\n\n${text}`);
const paged = pagedBy((page) => `${page}\nThe Invented Call – a running head`);

describe('the 25 segments are found', () => {
  test.each<[name: string, document: string]>([
    ['by themselves', EN],
    ['one after the other without any break', TEXTS.en.join(' ')],
    ['between other words', `Dear all, here it is.\n\n${EN}\n\nRegards, A. Sender`],
    ['under headings and between other paragraphs', commented.join('\n\n')],
    ['in lines as a mail breaks them', EN.replaceAll(/((?:\S+ ){4})/g, '$1\n')],
    ['with a line for each word', EN.replaceAll(' ', '\n')],
    ['in lines that end as on Windows', EN.replaceAll(' ', '\r\n')],
    ['in a mail that quotes it', EN.replaceAll(/((?:\S+ ){4})/g, '$1\n').replaceAll(/^/gm, '> ')],
    ['in a mail that quotes a mail that quotes it', EN.replaceAll(/((?:\S+ ){4})/g, '$1\n').replaceAll(/^/gm, '>> > | ')],
    ['with a hyphen where a line ends', broken(EN)],
    ['with a soft hyphen where a line ends', broken(EN).replaceAll('-\n', '\u00AD\n')],
    ['with hyphens that break inside a quoted mail', broken(EN).replaceAll(/^/gm, '> ')],
    ['broken at a hyphen of its own', EN.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '-\n')],
    ['with page numbers and running heads in the middle of them', paged],
    ['with an address on a line of its own in the middle', EN.replace(' ul ', ' ul\nhttps://example.org/call\n')],
    ['with running heads that hold the page number', pagedBy((page) => `The Invented Call | ${page}`)],
    ['with no-break spaces', EN.replaceAll(' ul', '\u00A0ul')],
    ['with straight quotes', EN.replaceAll(/[“”]/g, '"').replaceAll('’', '\'')],
    ['with guillemets', EN.replaceAll('“', '«').replaceAll('”', '»')],
    ['with a bullet or a number before each', TEXTS.en.map((text, index) => `${index % 2 === 0 ? '-' : '•'} ${text}`).join('\n')],
    ['numbered', TEXTS.en.map((text, index) => `${index + 1}. ${text}`).join('\n')],
    ['when all of it stands there twice', `${EN}\n\n${EN}`],
    ['after a byte order mark', `\uFEFF${EN}`],
  ])('%s', (_, document) => {
    expect(found(document)).toEqual(SEGMENTS);
    expect(near(document)).toEqual([]);
    expect(missing(document)).toEqual([]);
  });

  test.each<[name: string, document: string]>([
    ['composed', FR],
    ['decomposed', FR.normalize('NFD')],
    ['decomposed, with words cut at the end of a line', broken(FR).normalize('NFD')],
    ['with an ordinary space before the colon', FR.replaceAll('\u00A0', ' ')],
    ['with a narrow space before the colon', FR.replaceAll('\u00A0', '\u202F')],
    ['without a space before the colon', FR.replaceAll('\u00A0', '')],
  ])('in another language, %s', (_, document) => {
    expect(found(document, 'fr')).toEqual(SEGMENTS);
    expect(search(document).found).toHaveLength(25);
  });

  test('of two languages in one document, one below the other or side by side', () => {
    const sides = SEGMENTS.map((id) => `${of(id)}\n${of(id, 'fr')}`).join('\n\n');
    for (const document of [`${EN}\n\n${FR}`, `${FR}\n\n${EN}`, sides]) {
      expect(found(document, 'en')).toEqual(SEGMENTS);
      expect(found(document, 'fr')).toEqual(SEGMENTS);
    }
  });

  test('each in the words of the document, without what surrounds them', () => {
    for (const document of [EN, paged, EN.replaceAll(/^/gm, '> ').replaceAll(' ul ', '\n> ul ')]) {
      for (const { id, lang, text } of search(document).found) {
        expect(normalise(text)).toBe(normalise(of(id, lang)));
        expect(text).not.toMatch(/[\n>]|running head/);
      }
    }
  });

  test('each with the place where it begins, which tells their order', () => {
    const places = search(EN).found.map(({ at }) => at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(25);
  });
});

test('a long line that stands there twice is no running head: a segment broken around the number of a page is found in it', () => {
  const halves = [0, 20].map((from) => Array.from({ length: 20 }, (_, index) => word('en', from + index)).join(' '));
  const fingerprints: Fingerprints = { en: { p1: fingerprintOf(halves.join(' ')) } };
  expect(searchOfficial(Array.from({ length: 2 }, (_, page) => halves.join(`\n${page}\n`)).join('\n\n'), fingerprints).found.map(({ id }) => id)).toEqual(['p1']);
});

describe('a segment that is not there to the letter', () => {
  const [third = ''] = wordsOf('p6').slice(4, 5);

  test.each<[name: string, document: string, wordNumber: number, word: string]>([
    ['a letter of it is another', altered('p6', third, `x${third.slice(1)}`), 5, `x${third.slice(1)}`],
    ['its first word is another', altered('p6', wordsOf('p6')[0] ?? '', 'Xyzzy'), 1, 'Xyzzy'],
    ['its last word is another', altered('p6', wordsOf('p6')[13] ?? '', 'xyzzy;'), 14, 'xyzzy;'],
    ['a word of it is missing', altered('p6', `${third} `, ''), 5, wordsOf('p6')[5] ?? ''],
    ['three words of it are others', altered('p6', wordsOf('p6').slice(4, 7).join(' '), 'xyz zyx yxz'), 5, 'xyz'],
  ])('is told as near, with the first word that differs, where %s', (_, document, wordNumber, word) => {
    expect(found(document)).toEqual(but('p6'));
    expect(missing(document)).toEqual([]);
    expect(near(document)).toEqual([expect.objectContaining({ id: 'p6', lang: 'en', wordNumber, word })]);
  });

  test('is told with the share of its words and the passage that is nearest', () => {
    const [one] = near(altered('p6', third, 'xyzzy'));
    expect(one?.share).toBeCloseTo(13 / 14);
    expect(one?.passage).toBe(of('p6').replace(third, 'xyzzy'));
  });

  test('is told with the official word that comes too late where a word is added', () => {
    const [one, ...more] = near(altered('p6', third, `xyzzy ${third}`));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ id: 'p6', share: 1, wordNumber: 5 });
  });

  test('is told as near where its punctuation alone differs', () => {
    expect(found(altered('p6', ':', ''))).toEqual(but('p6'));
    expect(near(altered('p6', ':', ''))).toEqual([expect.objectContaining({ id: 'p6', share: 1 })]);
  });

  test('is told as missing where it is left out', () => {
    const document = EN.replace(of('principle-8'), '');
    expect(found(document)).toEqual(but('principle-8'));
    expect(near(document)).toEqual([]);
    expect(missing(document)).toEqual(['principle-8']);
  });

  test('is told as missing where only a few of its words are there', () => {
    const document = EN.replace(of('p6'), wordsOf('p6').slice(0, 4).join(' '));
    expect(missing(document)).toEqual(['p6']);
    expect(near(document)).toEqual([]);
  });

  test('is told where the document ends in the middle of it', () => {
    const document = EN.slice(0, EN.lastIndexOf(' '));
    expect(found(document)).toEqual(but('p16'));
    expect(near(document)).toEqual([expect.objectContaining({ id: 'p16', wordNumber: 14 })]);
  });

  test('does not keep the others, in either language, from being found', () => {
    const document = `${altered('p6', third, 'xyzzy')}\n\n${FR}`;
    expect(found(document, 'fr')).toEqual(SEGMENTS);
    expect(near(document, 'fr')).toEqual([]);
  });

  test('is found where an altered copy of it stands before it', () => {
    expect(found(`${of('p6').replace(third, 'xyzzy')}\n\n${EN}`)).toEqual(SEGMENTS);
  });
});

describe('a document without the Call', () => {
  test.each<[name: string, document: string]>([
    ['empty', ''],
    ['of white space', ' \n\n\t'],
    ['of signs', '– … “ ” ( ) > | -\n- \n'],
    ['of other words', 'A heron mends its nest at dusk. '.repeat(500)],
    ['of one word, many times', 'ul '.repeat(5000)],
  ])('%s: every segment is missing in every language', (_, document) => {
    const { found: all, near: some, missing: none } = search(document);
    expect([all, some]).toEqual([[], []]);
    expect(none).toEqual(LANGUAGES.flatMap((lang) => SEGMENTS.map((id) => ({ id, lang }))));
  });

  test('has nothing to find where there are no fingerprints', () => {
    expect(searchOfficial(EN, {})).toEqual({ found: [], near: [], missing: [] });
  });
});

describe('the order of the segments', () => {
  const swapped = [...TEXTS.en];
  [swapped[4], swapped[5]] = [swapped[5] ?? '', swapped[4] ?? ''];

  test('is right in the Call', () => {
    expect(outOfOrder(search(EN).found)).toBeUndefined();
    expect(outOfOrder([])).toBeUndefined();
  });

  test('is wrong from the first that stands before its forerunner', () => {
    const all = search(swapped.join('\n\n')).found;
    expect(all).toHaveLength(25);
    expect(outOfOrder(all)).toBe('p6');
  });

  test('is right in a document that quotes a segment before the whole', () => {
    expect(outOfOrder(search(`In short: ${of('principle-8')}\n\n${EN}`).found)).toBeUndefined();
  });

  test('is right in a document with page furniture', () => {
    expect(outOfOrder(search(paged).found)).toBeUndefined();
  });
});

describe('the official edition', () => {
  const ADDRESSES = { en: 'https://example.org/en', fr: 'https://example.org/fr' };
  const edition = (lang: Lang, document = lang === 'en' ? EN : FR, source = 'call.pdf') =>
    officialEdition(lang, search(document).found, source, '2026-11-20', ADDRESSES);
  const FILE = 'content/text/official-en.md';
  const record = (text: string, file = FILE, fingerprints = FINGERPRINTS) =>
    readRecord(files(tree({ [file]: text })), TODAY, fingerprints);

  test('is an entry in which nothing is wrong, and holds the words', () => {
    const { entries, ledger, states, dates, problems } = record(edition('en'));
    expect(problems).toEqual([]);
    const { official } = editionOf({ entries, ledger, states, dates }, 'en');
    const fields = { edition: 'official', date: '2018-11-12', official: ADDRESSES, source: 'call.pdf', retrieved: '2026-11-20' };
    expect(official?.fields).toMatchObject(fields);
    expect(official?.passages.map(({ id }) => id)).toEqual(SEGMENTS);
    expect(official?.passages.map(({ text }) => normalise(text))).toEqual(TEXTS.en.map(normalise));
    const right = editionFingerprint({ passages: TEXTS.en.map((text) => ({ text })) });
    expect(official && editionFingerprint(official)).toBe(right);
  });

  test('stands beside the text, at its address, and is none of a language that has none', () => {
    const { entries, ledger, states, dates } = record(edition('fr'), 'content/text/official-fr.md');
    expect(entries.find(({ collection }) => collection === 'official')).toMatchObject({ lang: 'fr', address: '/call/' });
    expect(editionOf({ entries, ledger, states, dates }, 'en').official).toBeUndefined();
  });

  test('is read again as the same edition', () => {
    expect(edition('en', edition('en').slice(edition('en').indexOf('## p1')))).toBe(edition('en'));
  });

  test('of a document in which all is broken up is that of a clean one', () => {
    expect(edition('en', paged)).toBe(edition('en'));
  });

  test('holds one language of a document of two', () => {
    expect(edition('fr', `${EN}\n\n${FR}`)).toBe(edition('fr'));
  });

  test.each(['a "quoted": name.pdf', 'it’s #1.pdf', '{%}.pdf', '- list.md'])('keeps the name of any file: %s', (source) => {
    const { entries, problems } = record(edition('en', EN, source));
    expect(problems).toEqual([]);
    expect(entries.find(({ collection }) => collection === 'official')?.fields).toMatchObject({ source });
  });

  test('keeps signs that Markdown would take for its own', () => {
    const text = 'Bal *korbal* mun_pes_tig [vod](zun) <lak> a_b `bal` kor\\mun pes tig&vod #3 1.';
    const fingerprints: Fingerprints = { en: { ...FINGERPRINTS.en, p1: fingerprintOf(text) } };
    const all = searchOfficial(EN.replace(of('p1'), text), fingerprints).found;
    const written = officialEdition('en', all, 'call.txt', '2026-11-20', ADDRESSES);
    expect(record(written, FILE, fingerprints).problems).toEqual([]);
  });

  test('keeps a quotation of any length, which no record of ours could', () => {
    const long = `He said “${Array.from({ length: 30 }, (_, index) => word('en', index)).join(' ')}” twice.`;
    const fingerprints: Fingerprints = { en: { ...FINGERPRINTS.en, p1: fingerprintOf(long) } };
    const all = searchOfficial(EN.replace(of('p1'), long), fingerprints).found;
    const written = officialEdition('en', all, 'call.txt', '2026-11-20', ADDRESSES);
    expect(record(written, FILE, fingerprints).problems).toEqual([]);
  });

  describe('is a problem where', () => {
    const place = (id: SegmentId) => ({ file: FILE, line: edition('en').split('\n').indexOf(`## ${id}`) + 1, column: 1 });
    const alter = (id: SegmentId, from: string, to: string) => edition('en').replace(of(id), of(id).replace(from, to));
    const seventh = wordsOf('principle-8')[6] ?? '';
    const problem = (id: SegmentId, found: string, where: string) => ({
      code: 'official-altered', at: place(id), found, expected: `${id} as the official document words it; ${where}`,
      mend: 'run npm run official again with the official document',
    });

    test('one letter is changed: it names the segment and the word', () => {
      expect(record(alter('principle-8', seventh, `x${seventh.slice(1)}`)).problems)
        .toEqual([problem('principle-8', `x${seventh.slice(1)}`, 'word 7 differs')]);
    });

    test('the text of a segment ends early', () => {
      expect(record(alter('p3', ` ${wordsOf('p3').at(-1)}`, '')).problems)
        .toEqual([problem('p3', '', 'word 14 differs: the text ends before it')]);
    });

    test('a comma is gone', () => {
      const [told, ...more] = record(alter('p3', ',', '')).problems;
      expect(more).toEqual([]);
      expect(told).toMatchObject({ at: place('p3'), expected: 'p3 as the official document words it; its punctuation differs' });
    });

    test('each of two segments is altered', () => {
      const twice = alter('p3', 'ul', 'la').replace(of('p16'), of('p16').replace('ul', 'la'));
      expect(record(twice).problems.map(({ expected }) => expected.split(' ', 1)[0])).toEqual(['p3', 'p16']);
    });

    test('two segments stand in each other’s place', () => {
      const both = edition('en').replace(of('p3'), '§').replace(of('p4'), of('p3')).replace('§', of('p4'));
      expect(record(both).problems.map(({ expected }) => expected)).toEqual([
        'p3 as the official document words it; word 1 differs', 'p4 as the official document words it; word 1 differs',
      ]);
    });

    test('a segment is missing', () => {
      expect(record(edition('en').replace(`## p6\n\n${of('p6')}\n`, '')).problems)
        .toEqual([expect.objectContaining({ code: 'missing-passage', expected: '## p6' })]);
    });

    test('it stands in the file of the other language', () => {
      expect(record(edition('en'), 'content/text/official-fr.md').problems).toHaveLength(25);
    });

    test('it was read on a day to come', () => {
      expect(record(edition('en').replace('2026-11-20', '2999-01-01')).problems.map(({ code }) => code)).toEqual(['future-date']);
    });
  });
});

const SOURCES = fileURLToPath(new URL('../../../shared/sources', import.meta.url));

const DOCUMENTS = LANGUAGES.flatMap((lang) => ['md', 'pdf'].map((kind) => [lang, kind] as const));

describe('the documents of the Call themselves, where they lie beside the project', () => {
  test.runIf(existsSync(SOURCES)).each(DOCUMENTS)('hold all segments, in %s, as %s', async (lang, kind) => {
    const read = await readDocument(`${SOURCES}/official-${lang}.${kind}`);
    const all = 'text' in read ? searchOfficial(read.text, officialFingerprints()).found : [];
    // Ids alone: a failing test prints no word of them.
    expect(all.filter((one) => one.lang === lang).map(({ id }) => id)).toEqual(SEGMENTS);
    expect(outOfOrder(all.filter((one) => one.lang === lang))).toBeUndefined();
  });
});
