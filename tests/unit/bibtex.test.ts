import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { bibtexOf } from '../../src/lib/bibtex.ts';
import { CSL_TYPES, type CslName, type CslRecord, type CslType } from '../../src/lib/csl.ts';
import { plainUrl } from '../../src/lib/one-line.ts';
import { HOSTILE, nastyRecords, seen } from '../hostile.ts';

const record = (changes: Partial<CslRecord> = {}): CslRecord => ({ id: 'paris-call-x', type: 'webpage', title: 'A Title', language: 'en', ...changes });
const whole = record({
  title: 'The US Sits Out', author: [{ family: 'Matsakis', given: 'Louise' }, { literal: 'CyberPeace Institute' }], 'container-title': 'WIRED',
  publisher: 'Condé Nast', issued: { 'date-parts': [[2018, 11, 12]] }, URL: 'https://example.org/a_b?c=1&d=%C3%A9#e~f',
  abstract: 'It reports the launch.\nMore than 50% sign.', note: 'Address not confirmed',
});

/** What an independent parser makes of it, read as BibLaTeX or by the narrower rules of BibTeX. */
const parsed = (text: string, as: '@biblatex/text' | '@bibtex/text' = '@biblatex/text') => new Cite(text, { forceType: as }).data;
/** The value of a field as it is written. */
const raw = (changes: Partial<CslRecord>, field: string): string | undefined =>
  new RegExp(`^  ${field} = (.*),$`, 'm').exec(bibtexOf(record(changes)))?.[1];
/** A name as one reads it: the parser knows no bodies, and takes particles from the family. */
const namesOf = (authors: unknown) => (authors as { [part: string]: string | undefined }[] | undefined ?? []).map((name) =>
  [[name['non-dropping-particle'], name['family']].filter(Boolean).join(' '), name['given']].filter(Boolean).join(', '));

describe('an entry', () => {
  test('is one of BibTeX’s, a field a line', () => {
    expect(bibtexOf(whole)).toBe(`@online{paris-call-x,
  author = {Matsakis, Louise and {CyberPeace Institute}},
  title = {{The US Sits Out}},
  organization = {{WIRED}},
  howpublished = {WIRED},
  publisher = {{Condé Nast}},
  year = {2018},
  month = nov,
  day = {12},
  url = {https://example.org/a_b?c=1&d=%C3%A9#e~f},
  language = {english},
  langid = {english},
  abstract = {It reports the launch. More than 50\\% sign.},
  note = {Address not confirmed},
}
`);
  });

  test('has no field of which nothing is known', () => {
    expect(bibtexOf(record())).toBe('@online{paris-call-x,\n  title = {{A Title}},\n  language = {english},\n  langid = {english},\n}\n');
    expect(bibtexOf(record({ title: '', author: [], 'container-title': '', publisher: '', URL: '', abstract: ' \n', note: '\0' })))
      .toBe('@online{paris-call-x,\n  language = {english},\n  langid = {english},\n}\n');
  });

  test.each<[type: CslType, changes: Partial<CslRecord>, entry: string, place: readonly string[]]>([
    ['webpage', {}, 'online', ['organization = {{S and T}}', 'howpublished = {S and T}', 'publisher = {{H}}']],
    ['webpage', { 'container-title': '' }, 'online', ['organization = {{H}}', 'howpublished = {H}']],
    ['webpage', { publisher: 'S and T' }, 'online', ['organization = {{S and T}}', 'howpublished = {S and T}']],
    ['post', { publisher: '' }, 'online', ['organization = {{S and T}}', 'howpublished = {S and T}']],
    ['post-weblog', {}, 'online', ['organization = {{S and T}}', 'howpublished = {S and T}', 'publisher = {{H}}']],
    ['article-newspaper', {}, 'article', ['journal = {S and T}', 'publisher = {{H}}']],
    ['article-newspaper', { 'container-title': '' }, 'article', ['journal = {H}']],
    ['article-newspaper', { 'container-title': '', publisher: '' }, 'online', []],
    ['article-magazine', { publisher: '' }, 'article', ['journal = {S and T}']],
    ['report', {}, 'techreport', ['type = {Report}', 'institution = {{H}}', 'series = {S and T}']],
    ['report', { publisher: '' }, 'techreport', ['type = {Report}', 'institution = {{S and T}}']],
    ['report', { 'container-title': '' }, 'techreport', ['type = {Report}', 'institution = {{H}}']],
    ['legislation', {}, 'misc', ['howpublished = {S and T}', 'organization = {{H}}']],
    ['legislation', { 'container-title': '' }, 'misc', ['howpublished = {H}']],
    ['entry-dictionary', {}, 'incollection', ['booktitle = {S and T}', 'publisher = {{H}}']],
    ['entry-dictionary', { 'container-title': '' }, 'online', ['organization = {{H}}', 'howpublished = {H}']],
  ])('for the type %s with %j is @%s', (type, changes, entry, place) => {
    const [first, ...lines] = bibtexOf(record({ type, 'container-title': 'S and T', publisher: 'H', ...changes })).split('\n');
    expect(first).toBe(`@${entry}{paris-call-x,`);
    expect(lines.slice(1, -4)).toEqual(place.map((field) => `  ${field},`));
  });

  test.each<[date: readonly number[], expected: readonly string[]]>([
    [[2018, 11, 12], ['year = {2018}', 'month = nov', 'day = {12}']],
    [[2018, 1, 2], ['year = {2018}', 'month = jan', 'day = {2}']],
    [[2018, 12], ['year = {2018}', 'month = dec']],
    [[2018], ['year = {2018}']],
  ])('of %j says as much of the date as is known', (date, expected) => {
    const text = bibtexOf(record({ issued: { 'date-parts': [date] } }));
    expect(text.match(/(year|month|day) = [^,]*/g)).toEqual(expected);
    expect(parsed(text)[0]?.['issued']).toEqual({ 'date-parts': [date] });
  });

  test.each<[tag: string, language: string, langid: string | undefined]>([
    ['en', '{english}', '{english}'], ['en-GB', '{english}', '{english}'], ['fr', '{french}', '{french}'], ['de', '{de}', undefined],
  ])('in %s names the language as Babel does, where it knows it', (tag, language, langid) => {
    expect([raw({ language: tag }, 'language'), raw({ language: tag }, 'langid')]).toEqual([language, langid]);
  });

  test.each<[id: string, key: string]>([['a-b-7', 'a-b-7'], ['a b,{c}_é', 'a-b-c-'], ['', 'citation']])('of the id %j has the key %s', (id, key) => {
    expect(bibtexOf(record({ id })).split('\n', 1)).toEqual([`@online{${key},`]);
  });
});

describe('a name', () => {
  test.each<[name: CslName, expected: string]>([
    [{ family: 'Matsakis', given: 'Louise' }, '{Matsakis, Louise}'],
    [{ family: 'de la Cruz', given: 'Ana' }, '{de la Cruz, Ana}'],
    [{ family: 'O’Neill', given: 'Jean-Luc P.B.' }, '{O’Neill, Jean-Luc P.B.}'],
    [{ family: 'Lété', given: 'Bruno' }, '{Lété, Bruno}'],
    [{ literal: 'Kaspersky' }, '{{Kaspersky}}'],
    [{ literal: 'Ministry for Europe and Foreign Affairs, Paris' }, '{{Ministry for Europe and Foreign Affairs, Paris}}'],
    [{ literal: 'AT&T' }, '{{AT\\&T}}'],
    [{ literal: 'others' }, '{{others}}'],
    [{ family: 'Madonna' }, '{{Madonna}}'],
    [{ family: '', given: 'Ana' }, '{{Ana}}'],
    [{ family: 'Smith, Jr.', given: 'A and B' }, '{{Smith, Jr.}, {A and B}}'],
    [{ family: 'A=B', given: 'C {D}' }, '{{A=B}, {C {\\textbraceleft}D{\\textbraceright}}}'],
    [{ family: 'Anderson', given: 'Sandy' }, '{Anderson, Sandy}'],
    [{ family: 'A - B', given: 'C--D' }, '{{A - B}, {C{-}-D}}'],
  ])('%j is written %s', (name, expected) => {
    expect(raw({ author: [name] }, 'author')).toBe(expected);
  });

  test('of nobody is left out', () => {
    expect(raw({ author: [{ literal: '' }, { family: 'A', given: 'B' }, { family: ' ', given: '\n' }] }, 'author')).toBe('{A, B}');
    expect(raw({ author: [{ literal: '' }] }, 'author')).toBeUndefined();
  });
});

describe('words', () => {
  test.each<[text: string, expected: string]>([
    ['50% of A&B #1 $2 c_d', '50\\% of A\\&B \\#1 \\$2 c\\_d'],
    ['a{b}c', 'a{\\textbraceleft}b{\\textbraceright}c'],
    ['\\a ~ ^ < > |', '{\\textbackslash}a {\\textasciitilde} {\\textasciicircum} {\\textless} {\\textgreater} {\\textbar}'],
    ['a - b -- c --- d', 'a - b {-}- c {-}{-}- d'],
    ["``a'' ,,b", "{`}`a{'}' {,},b"],
    ['?`a !`b', '{?}`a {!}`b'],
    ['"a" @article', '"a" @article'],
    ['a\n\nb\tc', 'a b c'],
    ['a\0\x1bb', 'ab'],
    ['«\u00a0appel\u00a0» נייר 👩‍💻 e\u0301', '«\u00a0appel\u00a0» נייר 👩‍💻 e\u0301'],
  ])('%j are written %s', (text, expected) => {
    expect(raw({ note: text }, 'note')).toBe(`{${expected}}`);
    expect(raw({ title: text }, 'title')).toBe(`{{${expected}}}`);
  });

  test.each<[url: string, expected: string]>([
    ['https://example.org/a_b%20c?d=1&e=f#g~h', 'https://example.org/a_b%20c?d=1&e=f#g~h'],
    ['https://example.org/$1', 'https://example.org/%241'],
    ['https://example.org/{a}\\b', 'https://example.org/%7Ba%7D%5Cb'],
    ['https://example.org/}\n@misc{x', 'https://example.org/%7D%0A@misc%7Bx'],
  ])('of the address %j stay an address', (URL, expected) => {
    expect(raw({ URL }, 'url')).toBe(`{${expected}}`);
  });
});

describe('an independent parser reads', () => {
  test.each(CSL_TYPES)('with the type %s the title, the authors, the date, the address, the words and the note', (type) => {
    const [entry, ...others] = parsed(bibtexOf({ ...whole, type }));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      id: 'paris-call-x', title: 'The US Sits Out', issued: { 'date-parts': [[2018, 11, 12]] }, URL: whole.URL,
      language: 'english', abstract: 'It reports the launch. More than 50% sign.', note: 'Address not confirmed',
    });
    expect(namesOf(entry?.['author'])).toEqual(['Matsakis, Louise', 'CyberPeace Institute']);
  });

  test.each<[type: CslType, expected: object]>([
    ['webpage', { type: 'webpage', publisher: 'Condé Nast' }],
    ['post', { type: 'webpage', publisher: 'Condé Nast' }],
    ['post-weblog', { type: 'webpage', publisher: 'Condé Nast' }],
    ['article-newspaper', { type: 'article-journal', 'container-title': 'WIRED', publisher: 'Condé Nast' }],
    ['article-magazine', { type: 'article-journal', 'container-title': 'WIRED', publisher: 'Condé Nast' }],
    ['report', { type: 'report', genre: 'Report', 'collection-title': 'WIRED', publisher: 'Condé Nast' }],
    ['legislation', { type: 'document', publisher: 'Condé Nast' }],
    ['entry-dictionary', { type: 'chapter', 'container-title': 'WIRED', publisher: 'Condé Nast' }],
  ])('with the type %s where it appeared', (type, expected) => {
    expect(parsed(bibtexOf({ ...whole, type }))[0]).toMatchObject(expected);
  });

  test.each(CSL_TYPES)('with the type %s the same by the rules of BibTeX alone', (type) => {
    // BibTeX has no web page: the parser, like BibTeX, takes an unknown type for a document of any kind. Abstract and language it leaves out.
    const [entry, ...others] = parsed(bibtexOf({ ...whole, type }), '@bibtex/text');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ title: 'The US Sits Out', issued: { 'date-parts': [[2018, 11, 12]] }, URL: whole.URL, note: 'Address not confirmed' });
    expect(namesOf(entry?.['author'])).toEqual(['Matsakis, Louise', 'CyberPeace Institute']);
  });

  test('a name with a particle, and one that needs braces', () => {
    const author: CslName[] = [{ family: 'de la Cruz', given: 'Ana María' }, { family: 'Smith, Jr.', given: 'A and B' }, { literal: 'X and Y, Z' }];
    expect(namesOf(parsed(bibtexOf(record({ author })))[0]?.['author'])).toEqual(['de la Cruz, Ana María', 'Smith, Jr., A and B', 'X and Y, Z']);
  });

  test('two entries in one file', () => {
    expect(parsed(`${bibtexOf(whole)}\n${bibtexOf(record({ id: 'two' }))}`).map(({ id }) => id)).toEqual(['paris-call-x', 'two']);
  });
});

/** Lines and braces as BibTeX itself counts them, which knows no backslash. */
function expectOneEntry(text: string): void {
  const lines = text.split('\n');
  const depth = (line: string) => [...line].reduce((sum, sign) => sum + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0);
  expect(lines.filter((line) => line.startsWith('@'))).toHaveLength(1);
  expect(lines.slice(1, -2).filter((line) => !/^  [a-z]+ = .*,$/u.test(line) || depth(line) !== 0)).toEqual([]);
  expect([depth(lines[0] ?? ''), ...lines.slice(-2)]).toEqual([1, '}', '']);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
}

/** A field made of hostile words, and where the parser puts it. */
const FIELDS: readonly (readonly [field: string, change: (text: string) => Partial<CslRecord>, read: ((entry: { readonly [field: string]: unknown }) => unknown) | undefined])[] = [
  ['id', (id) => ({ id }), undefined],
  ['title', (title) => ({ title }), ({ title }) => title],
  ['site', (text) => ({ 'container-title': text }), ({ publisher }) => publisher],
  ['publisher', (publisher) => ({ publisher }), ({ publisher }) => publisher],
  ['body', (literal) => ({ author: [{ literal }] }), ({ author }) => namesOf(author).join()],
  ['family', (family) => ({ author: [{ family, given: 'G' }] }), undefined],
  ['given name', (given) => ({ author: [{ family: 'F', given }] }), ({ author }) => namesOf(author).join().replace(/^F(, )?/, '')],
  ['language', (language) => ({ language }), undefined],
  ['abstract', (abstract) => ({ abstract }), ({ abstract }) => abstract],
  ['note', (note) => ({ note }), ({ note }) => note],
];

describe.each(FIELDS)('a hostile %s', (_field, change, read) => {
  test.each(Object.entries(HOSTILE))('breaks nothing: %s', (_, text) => {
    const written = bibtexOf(record({ title: 'A Title', author: [{ family: 'F', given: 'G' }], ...change(text) }));
    expectOneEntry(written);
    const [entry, ...others] = parsed(written);
    expect(others).toEqual([]);
    expect(seen(entry?.['title'])).toBe(seen(change(text).title ?? 'A Title'));
    if (entry && read) expect(seen(read(entry))).toBe(seen(text));
  });
});

test.each(Object.entries(HOSTILE))('a hostile address breaks nothing: %s', (_, text) => {
  const URL = `https://example.org/${text}`;
  const written = bibtexOf(record({ URL }));
  expectOneEntry(written);
  expect(parsed(written)).toHaveLength(1);
  expect(/^  url = \{(.*)\},$/m.exec(written)?.[1]).toBe(plainUrl(URL).replaceAll('$', '%24'));
  expect(plainUrl(URL)).toMatch(/^[!-~]*$/);
});

test('a few hundred records of nasty words are each one entry, with the same title, words and note', () => {
  for (const nasty of nastyRecords(400, 20181112)) {
    const written = bibtexOf(nasty);
    expectOneEntry(written);
    const [entry, ...others] = parsed(written);
    expect(others, written).toEqual([]);
    expect([entry?.['title'], entry?.['abstract'], entry?.['note']].map(seen), written).toEqual([nasty.title, nasty.abstract, nasty.note].map(seen));
    expect(entry?.['issued'], written).toEqual(nasty.issued);
  }
});
