import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { CSL_TYPES, type CslName, type CslRecord, type CslType } from '../../src/lib/csl.ts';
import { plainUrl } from '../../src/lib/one-line.ts';
import { risOf } from '../../src/lib/ris.ts';
import { HOSTILE, nastyRecords, seen } from '../hostile.ts';

const record = (changes: Partial<CslRecord> = {}): CslRecord => ({ id: 'paris-call-x', type: 'webpage', title: 'A Title', language: 'en', ...changes });
const whole = record({
  title: 'The US Sits Out', author: [{ family: 'Matsakis', given: 'Louise' }, { literal: 'CyberPeace Institute' }], 'container-title': 'WIRED',
  publisher: 'Condé Nast', issued: { 'date-parts': [[2018, 11, 12]] }, URL: 'https://example.org/a_b?c=1&d=%C3%A9#e~f',
  abstract: 'It reports the launch.\nMore than fifty states sign.', note: 'Address not confirmed',
});

const parsed = (text: string) => new Cite(text, { forceType: '@ris/file' }).data;
/** The values of a tag as they are written. */
const raw = (text: string, tag: string): string[] => text.split('\r\n').flatMap((line) => (line.startsWith(`${tag}  - `) ? [line.slice(6)] : []));

describe('a record', () => {
  test('is lines of a tag and a value, from its type to its end', () => {
    expect(risOf(whole).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - paris-call-x',
      'AU  - Matsakis, Louise',
      'AU  - CyberPeace Institute',
      'TI  - The US Sits Out',
      'T2  - WIRED',
      'PB  - Condé Nast',
      'PY  - 2018',
      'DA  - 2018/11/12/',
      'UR  - https://example.org/a_b?c=1&d=%C3%A9#e~f',
      'LA  - en',
      'AB  - It reports the launch. More than fifty states sign.',
      'N1  - Address not confirmed',
      'ER  - ',
      '',
    ]);
  });

  test('has no line of which nothing is known', () => {
    const lines = 'TY  - ELEC\r\nID  - paris-call-x\r\nTI  - A Title\r\nLA  - en\r\nER  - \r\n';
    expect(risOf(record())).toBe(lines);
    expect(risOf(record({ author: [{ literal: '' }, { family: ' ' }], 'container-title': '', publisher: '\0', URL: ' ', abstract: '\n' }))).toBe(lines);
  });

  test.each<[type: CslType, expected: string]>([
    ['webpage', 'ELEC'], ['post', 'ELEC'], ['post-weblog', 'BLOG'], ['article-newspaper', 'NEWS'], ['article-magazine', 'MGZN'], ['report', 'RPRT'],
    ['legislation', 'STAT'], ['entry-dictionary', 'DICT'],
  ])('for the type %s begins with %s', (type, expected) => {
    expect(risOf({ ...whole, type }).slice(0, 12)).toBe(`TY  - ${expected}\r\n`);
  });

  test.each<[date: readonly number[], day: string, year: string]>([
    [[2018, 11, 12], '2018/11/12/', '2018'], [[2018, 1, 2], '2018/01/02/', '2018'], [[2018, 11], '2018/11//', '2018'], [[2018], '2018///', '2018'], [[987], '0987///', '0987'],
  ])('of %j leaves empty what is not known', (date, day, year) => {
    const text = risOf(record({ issued: { 'date-parts': [date] } }));
    expect([raw(text, 'DA'), raw(text, 'PY')]).toEqual([[day], [year]]);
    expect(parsed(text)[0]?.['issued']).toEqual({ 'date-parts': [date] });
  });

  test.each<[name: CslName, expected: string]>([
    [{ family: 'de la Cruz', given: 'Ana' }, 'de la Cruz, Ana'],
    [{ family: 'Madonna' }, 'Madonna'],
    [{ family: '', given: 'Ana' }, 'Ana'],
    [{ literal: 'Kaspersky' }, 'Kaspersky'],
    // RIS has no mark for a body: whoever reads this takes it for a person of two names.
    [{ literal: 'Ministry for Europe, Paris' }, 'Ministry for Europe, Paris'],
  ])('names %j as %s', (name, expected) => {
    expect(raw(risOf(record({ author: [name] })), 'AU')).toEqual([expected]);
  });

  test('encodes in an address what an address cannot hold', () => {
    expect(raw(risOf(record({ URL: 'https://example.org/{a}\nER  - ' })), 'UR')).toEqual(['https://example.org/%7Ba%7D%0AER%20%20-']);
  });
});

describe('an independent parser reads', () => {
  const authors = [{ family: 'Matsakis', given: 'Louise' }, { literal: 'CyberPeace Institute' }];
  const year = { issued: { 'date-parts': [[2018]] } };
  /** Where the parser knows other fields: of a newspaper’s article AU is the reporter, a law has no author, and of some types PY alone is read. */
  const OTHERWISE: { readonly [type in CslType]?: readonly [authors: unknown, fields: object] } = {
    'article-newspaper': [undefined, { ...year, reporter: ['Matsakis, Louise', 'CyberPeace Institute'] }],
    'entry-dictionary': [authors, year],
    legislation: [undefined, {}],
  };

  test.each(CSL_TYPES)('with the type %s the title, the authors, the date, the address, the words and the note', (type) => {
    const [entry, ...others] = parsed(risOf({ ...whole, type }));
    const [author, fields] = OTHERWISE[type] ?? [authors, {}];
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      id: 'paris-call-x', type: type === 'post' ? 'webpage' : type, title: 'The US Sits Out', issued: whole.issued, URL: whole.URL, language: 'en',
      publisher: 'Condé Nast', abstract: 'It reports the launch. More than fifty states sign.', note: 'Address not confirmed', ...fields,
    });
    expect(entry?.['author']).toEqual(author);
    expect(raw(risOf({ ...whole, type }), 'AU')).toEqual(['Matsakis, Louise', 'CyberPeace Institute']);
    expect(raw(risOf({ ...whole, type }), 'DA')).toEqual(['2018/11/12/']);
  });

  test.each<[type: CslType, field: string]>([
    ['article-newspaper', 'container-title'], ['article-magazine', 'container-title'], ['post-weblog', 'container-title'],
    ['entry-dictionary', 'container-title'], ['legislation', 'container-title'],
    // The parser takes T2 for the series here.
    ['webpage', 'collection-title'], ['post', 'collection-title'], ['report', 'collection-title'],
  ])('with the type %s where it appeared, as its %s', (type, field) => {
    expect(parsed(risOf({ ...whole, type }))[0]?.[field]).toBe('WIRED');
  });

  test('two records in one file', () => {
    expect(parsed(`${risOf(whole)}${risOf(record({ id: 'two' }))}`).map(({ id }) => id)).toEqual(['paris-call-x', 'two']);
  });
});

/** Line by line, as the specification has it. */
function expectOneRecord(text: string): void {
  const lines = text.split('\r\n');
  expect(lines.filter((line, at) => !/^[A-Z][A-Z0-9] {2}- ./u.test(line) && at < lines.length - 2)).toEqual([]);
  expect(lines.filter((line) => line.startsWith('TY  - '))).toEqual([lines[0]]);
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
  // Some readers, the one below among them, part a line wherever the sign between tag and value stands.
  expect(lines.filter((line) => line.slice(6).includes('  - '))).toEqual([]);
}

/** A field made of hostile words, and where the parser puts it. */
const FIELDS: readonly (readonly [field: string, change: (text: string) => Partial<CslRecord>, tag: string])[] = [
  ['id', (id) => ({ id }), 'ID'],
  ['title', (title) => ({ title }), 'TI'],
  ['site', (text) => ({ 'container-title': text }), 'T2'],
  ['publisher', (publisher) => ({ publisher }), 'PB'],
  ['body', (literal) => ({ author: [{ literal }] }), 'AU'],
  ['family', (family) => ({ author: [{ family }] }), 'AU'],
  ['language', (language) => ({ language }), 'LA'],
  ['abstract', (abstract) => ({ abstract }), 'AB'],
  ['note', (note) => ({ note }), 'N1'],
];
const READ: { readonly [tag: string]: string } = { ID: 'id', TI: 'title', T2: 'container-title', PB: 'publisher', LA: 'language', AB: 'abstract', N1: 'note' };

describe.each(FIELDS)('a hostile %s', (_field, change, tag) => {
  test.each(Object.entries(HOSTILE))('breaks nothing: %s', (_, text) => {
    const written = risOf(record({ type: 'post-weblog', ...change(text) }));
    expectOneRecord(written);
    const [entry, ...others] = parsed(written);
    expect(others).toEqual([]);
    expect(seen(entry?.['title'])).toBe(seen(change(text).title ?? 'A Title'));
    expect(raw(written, tag).map(seen)).toEqual(seen(text) === '' ? [] : [seen(text)]);
    const field = READ[tag];
    // Without an id the parser makes one up.
    if (field && !(field === 'id' && seen(text) === '')) expect(seen(entry?.[field])).toBe(seen(text));
  });
});

test.each(Object.entries(HOSTILE))('a hostile given name and address break nothing: %s', (_, text) => {
  const URL = `https://example.org/${text}`;
  const written = risOf(record({ author: [{ family: 'F', given: text }], URL }));
  expectOneRecord(written);
  expect(parsed(written)).toMatchObject([{ title: 'A Title', URL: plainUrl(URL) }]);
  expect(raw(written, 'AU').map(seen)).toEqual([seen(text) === '' ? 'F' : `F, ${seen(text)}`]);
});

test('a few hundred records of nasty words are each one record, with the same title, words and note', () => {
  for (const nasty of nastyRecords(400, 20181112)) {
    const written = risOf(nasty);
    expectOneRecord(written);
    const [entry, ...others] = parsed(written);
    expect(others, written).toEqual([]);
    expect([entry?.['title'], entry?.['abstract'], entry?.['note']].map(seen), written).toEqual([nasty.title, nasty.abstract, nasty.note].map(seen));
  }
});
