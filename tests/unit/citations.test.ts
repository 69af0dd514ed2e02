import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { authorsOf, citationFile, citationText, type Citable } from '../../src/lib/citations.ts';
import type { CslName, CslRecord } from '../../src/lib/csl.ts';
import { fingerprintOf } from '../../src/lib/history.ts';
import { SEGMENTS } from '../../src/lib/ids.ts';
import { COVERAGE_KINDS } from '../../src/lib/schemas.ts';
import { wordsOf } from '../../src/strings.ts';
import { COPY, more, ONE, TODAY, tree } from '../content.ts';
import { french, nasty, NASTY, NASTY_LINES, official, officialWords, recordWith, siteOf, whole, type TestSite } from '../edition.ts';
import { seen } from '../hostile.ts';

const words = wordsOf('en');
const site = siteOf(whole);
const citable = ({ view }: TestSite, address: string): Citable => view.citable(address as Address);
const day = (text: string) => ({ issued: { 'date-parts': [text.split('-').map(Number)] } });
const SITE = { 'container-title': 'The Paris Call, annotated', language: 'en' };

describe('what can be cited', () => {
  test('is the Call, its segments, the principles, the records, their claims, the questions and the terms', () => {
    expect(site.view.citables.map(({ address }) => address)).toEqual([
      '/call/', ...SEGMENTS.map((id) => `/call/#${id}`), ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/`),
      '/coverage/copy/', '/coverage/one/', '/coverage/one/#c1', '/coverage/one/#c2', '/coverage/one/#c3', '/questions/where/', '/glossary/#botnet',
    ]);
  });

  test('is cited with a key that no other has, in either language', () => {
    const keys = [site, siteOf({ ...whole, ...french(tree(whole)) }, 'fr')].flatMap(({ view }) => view.citables.map(({ record }) => record.id));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^paris-call(-fr)?-[a-z0-9-]+$/.test(key))).toEqual([]);
  });

  test('does not hold what nobody wrote', () => {
    expect(siteOf().view.citables.filter(({ address }) => /^\/(questions|glossary)/.test(address))).toEqual([]);
    expect(() => siteOf().view.citable('/glossary/#botnet' as Address)).toThrow('nothing is cited as /glossary/#botnet');
  });
});

describe('a citation of ours', () => {
  test.each<[what: string, address: string, record: Partial<CslRecord>]>([
    ['the text', '/call/', { id: 'paris-call-call', type: 'webpage', title: 'The Paris Call in plain words', abstract: SEGMENTS.map((id) => `Words of ${id}.`).join('\n') }],
    ['a paragraph', '/call/#p6', { id: 'paris-call-call-p6', type: 'webpage', title: 'The Paris Call, paragraph 6', abstract: 'Words of p6.' }],
    ['an aim in the text', '/call/#principle-8', { id: 'paris-call-call-principle-8', type: 'webpage', title: 'The Paris Call, principle 8, Name 8', abstract: 'Words of principle-8.' }],
    ['a principle', '/principles/8/', { id: 'paris-call-principles-8', type: 'webpage', title: 'Principle 8, Name 8', abstract: 'Words of principle-8.' }],
    ['a record', '/coverage/one/', { id: 'paris-call-coverage-one', type: 'webpage', title: 'Record of “One article”, The Paper', abstract: 'It reports the launch.' }],
    ['a copy', '/coverage/copy/', { id: 'paris-call-coverage-copy', type: 'webpage', title: 'Record of “The same again”, A Blog', abstract: 'A copy.' }],
    ['a claim', '/coverage/one/#c2', { id: 'paris-call-coverage-one-c2', type: 'webpage', title: 'Claim 2 of “One article”, The Paper', abstract: 'More than fifty states back the Call.' }],
    ['a question', '/questions/where/', { id: 'paris-call-questions-where', type: 'webpage', title: 'Where was it launched?', abstract: 'In Paris, where the Call was read out.' }],
    ['a term', '/glossary/#botnet', { id: 'paris-call-glossary-botnet', type: 'entry-dictionary', title: 'botnet', abstract: 'Machines that obey a stranger, which the fifth aim would keep from spreading.' }],
  ])('of %s', (_, address, record) => {
    expect(citable(site, address).record).toEqual({ ...SITE, ...day(TODAY), URL: `https://example.org/ref${address}`, ...record });
  });

  test('bears the day on which its entry last changed, not that of what it tells of', () => {
    const bytes = new TextEncoder().encode(String(tree()[ONE]));
    const dated = siteOf({ ...more, 'content/history.txt': `2026-01-02 ${fingerprintOf(bytes)} ${ONE}\n` });
    expect(citable(dated, '/coverage/one/#c1').record).toMatchObject(day('2026-01-02'));
    expect(citable(dated, '/coverage/copy/').record).toMatchObject(day(TODAY));
  });

  test('in another language has its own address and key', () => {
    const { record } = citable(siteOf({ ...whole, ...french(tree(whole)) }, 'fr'), '/coverage/one/#c2');
    expect(record).toMatchObject({ id: 'paris-call-fr-coverage-one-c2', URL: 'https://example.org/ref/fr/coverage/one/#c2', language: 'fr' });
  });

  test('where the official wording stands beside ours: quotes it, and bears the day on which it was read in', () => {
    const both = siteOf({ ...whole, ...official() });
    for (const address of ['/call/#p6', '/call/#principle-8']) {
      const id = address.split('#')[1] ?? '';
      expect(citable(both, address).record).toEqual({ ...citable(site, address).record, ...day('2026-11-20'), abstract: officialWords(id) });
    }
    expect(citable(both, '/principles/8/').record).toMatchObject({ abstract: officialWords('principle-8'), ...day(TODAY) });
    // The page as a whole is cited as what is ours in it.
    expect(citable(both, '/call/')).toEqual({ ...citable(site, '/call/'), original: expect.objectContaining({ title: 'The official Call' }) });
  });

  test('is of the official wording of its own language alone', () => {
    const both = { ...whole, ...french(tree(whole)), ...official('fr') };
    expect(citable(siteOf(both, 'fr'), '/call/#p6').record.abstract).toBe(officialWords('p6', 'fr'));
    expect(citable(siteOf(both, 'en'), '/call/#p6').record.abstract).toBe('Words of p6.');
  });
});

describe('a citation of the publication itself', () => {
  const originalOf = (fields: Parameters<typeof recordWith>[0]) => citable(siteOf({ [ONE]: recordWith(fields) }), '/coverage/one/').original;
  const one: CslRecord = {
    id: 'one', type: 'article-newspaper', title: 'One article', 'container-title': 'The Paper', author: [{ family: 'Reporter', given: 'A.' }],
    issued: { 'date-parts': [[2018, 11, 12]] }, URL: 'https://example.org/one', language: 'en',
  };
  const without = (...names: (keyof CslRecord)[]) => Object.fromEntries(Object.entries(one).filter(([name]) => !names.includes(name as keyof CslRecord)));

  test.each<[what: string, fields: Parameters<typeof recordWith>[0], expected: object]>([
    ['with all that is known', {}, one],
    ['of a month', { published: '2018-11' }, { ...one, issued: { 'date-parts': [[2018, 11]] } }],
    ['of a year', { published: '2018' }, { ...one, issued: { 'date-parts': [[2018]] } }],
    ['without a day', { published: undefined, notBefore: '2018-11-13' }, { ...without('issued'), note: 'not before 2018-11-13' }],
    ['without an address', { url: undefined }, without('URL')],
    ['with an address that is not confirmed', { urlStatus: 'unconfirmed' }, { ...one, note: 'address not confirmed' }],
    ['without an address and not confirmed', { url: undefined, urlStatus: 'unconfirmed' }, without('URL')],
    ['with an archive copy', { archive: 'https://example.org/kept' }, { ...one, note: 'Archive copy: https://example.org/kept' }],
    ['with all that may be noted', { published: undefined, notBefore: '2018', urlStatus: 'unconfirmed', archive: 'https://example.org/kept' },
      { ...without('issued'), note: 'not before 2018; address not confirmed; Archive copy: https://example.org/kept' }],
    ['without an author', { authors: undefined }, without('author')],
    ['of a body', { authors: undefined, corporateAuthors: '[Reuters, "A, B and C"]' }, { ...one, author: [{ literal: 'Reuters' }, { literal: 'A, B and C' }] }],
    ['of a person and a body', { corporateAuthors: '[Reuters]' }, { ...one, author: [{ family: 'Reporter', given: 'A.' }, { literal: 'Reuters' }] }],
    ['of a body’s own, where nobody is named', { kind: 'statement', authors: undefined }, { ...one, type: 'webpage', author: [{ literal: 'The Paper' }] }],
    ['of a body’s own, where somebody is named', { kind: 'statement' }, { ...one, type: 'webpage' }],
    ['with a title of ours', { titleFrom: 'us' }, { ...one, title: '[One article]' }],
    ['with a title from its address', { titleFrom: 'address' }, one],
    ['in French', { language: 'fr', title: 'Un « article »' }, { ...one, language: 'fr', title: 'Un « article »' }],
  ])('%s', (_, fields, expected) => {
    expect(originalOf(fields)).toEqual(expected);
  });

  test('has the type of its kind, and a report its house as publisher', () => {
    const types = Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, originalOf({ kind })]));
    expect(Object.fromEntries(Object.entries(types).map(([kind, record]) => [kind, record?.type]))).toEqual({
      reporting: 'article-newspaper', commentary: 'webpage', explainer: 'webpage', research: 'report', report: 'report', official: 'webpage', statement: 'webpage', law: 'legislation', repost: 'webpage', 'list-post': 'post',
    });
    expect([types['report'], types['research'], types['law']].map((record) => [record?.publisher, record?.['container-title']])).toEqual([['The Paper', undefined], ['The Paper', undefined], [undefined, 'The Paper']]);
  });

  test('is that of a copy too, by its own publisher', () => {
    expect(citable(site, '/coverage/copy/').original).toEqual({ id: 'copy', type: 'webpage', title: 'The same again', 'container-title': 'A Blog', language: 'en', note: 'not before 2018-11-13' });
  });

  test('is for the text the Call itself, at the official site', () => {
    expect(citable(site, '/call/').original).toEqual({
      id: 'paris-call-of-2018', type: 'webpage', title: 'The Paris Call for Trust and Security in Cyberspace', 'container-title': 'example.org', ...day('2018-11-12'), URL: 'https://example.org/en', language: 'en',
    });
    expect(citable(siteOf({ ...whole, ...french(tree(whole)) }, 'fr'), '/call/').original).toMatchObject({ id: 'paris-call-of-2018-fr', URL: 'https://example.org/fr', language: 'fr' });
  });

  test('is none of a claim, a segment or a question', () => {
    expect(['/coverage/one/#c1', '/call/#p6', '/principles/8/', '/questions/where/', '/glossary/#botnet'].filter((address) => citable(site, address).original !== undefined)).toEqual([]);
  });
});

test.each<[name: string, fields: object, names: CslName[]]>([
  ['persons before bodies', { authors: ['A. Reporter', 'Cruz, Ana'], corporateAuthors: ['Reuters'] }, [{ family: 'Reporter', given: 'A.' }, { family: 'Cruz', given: 'Ana' }, { literal: 'Reuters' }]],
  ['nobody of a news report', { kind: 'reporting' }, []],
  ['nobody of a republication', { kind: 'repost' }, []],
  ['the body that a law is of', { kind: 'law' }, [{ literal: 'The Paper' }]],
])('as authors it names %s', (_, fields, names) => {
  expect(authorsOf({ authors: [], corporateAuthors: [], kind: 'reporting', publisher: 'The Paper', ...fields } as never)).toEqual(names);
});

describe('a file', () => {
  const records = [...siteOf(nasty).view.citables].flatMap(({ record, original }) => [record, ...(original ? [original] : [])]);
  /** Half a pair and control characters aside, a reader finds what was written. */
  const told = (read: readonly { readonly [field: string]: unknown }[]) => read.map(({ title, URL }) => [seen(String(title).replace(/<\/?(i|b|sub|sup|span)[^>]*>/g, '')), URL]);
  const expected = records.map(({ title, URL }) => [seen(title.replace(/<\/?(i|b|sub|sup|span)[^>]*>/g, '')), URL?.replace(/[<>|"]/g, encodeURIComponent)]);

  test('holds one record or several, whose words come back whatever they are', () => {
    expect(records.some(({ title }) => title.includes(NASTY)) && records.some(({ title }) => title.includes(NASTY_LINES))).toBe(true);
    expect(JSON.parse(citationFile('json', records))).toEqual(records);
    expect(told(new Cite(citationFile('ris', records), { forceType: '@ris/file' }).data)).toEqual(expected);
    const bibtex = new Cite(citationFile('bib', records), { forceType: '@biblatex/text' }).data;
    expect(bibtex.map(({ URL }) => URL)).toEqual(expected.map(([, url]) => url));
    expect(bibtex).toHaveLength(records.length);
  });

  test('of one is an entry, of two two, in the order given', () => {
    const [one, two] = ['/call/#p1', '/call/#p2'].map((address) => citable(site, address).record) as [CslRecord, CslRecord];
    expect(citationFile('bib', [two, one])).toBe(`${citationFile('bib', [two])}\n${citationFile('bib', [one])}`);
    expect(citationFile('ris', [two, one])).toBe(citationFile('ris', [two]) + citationFile('ris', [one]));
    expect([citationFile('bib', []), citationFile('ris', []), citationFile('json', [])]).toEqual(['', '', '[]\n']);
  });
});

describe('as plain text', () => {
  test('the words come first, then both styles with the permalink', () => {
    expect(citationText(citable(site, '/coverage/one/#c2'), words, 'en')).toBe(`More than fifty states back the Call.

APA: Claim 2 of “One article”, The Paper. (2026, November 21). The Paris Call, annotated. https://example.org/ref/coverage/one/#c2
Chicago: “Claim 2 of ‘One article’, The Paper.” The Paris Call, annotated, November 21, 2026. https://example.org/ref/coverage/one/#c2.
`);
  });

  test('a record adds the publication itself', () => {
    const text = citationText(citable(site, '/coverage/one/'), words, 'en');
    expect(text.split('\n\n')).toHaveLength(3);
    expect(text).toContain('\n\nThe publication itself\nAPA: Reporter, A. (2018, November 12). One article. The Paper. https://example.org/one\nChicago: ');
  });

  test('the official words stand where the edition has them', () => {
    expect(citationText(citable(siteOf({ ...whole, ...official() }), '/call/#principle-8'), words, 'en')).toMatch(/^Official words of principle-8\.\n\nAPA: /);
  });

  test('what has no words has no gap before its citation', () => {
    const { record } = citable(site, '/call/#p6');
    expect(citationText({ address: '/call/#p6' as Address, record: { ...record, abstract: '' } }, words, 'en')).toMatch(/^APA: /);
  });
});

test('a copy’s claims are cited on its original alone', () => {
  expect(site.view.citables.filter(({ address }) => address.startsWith('/coverage/copy/#'))).toEqual([]);
  expect(String(tree()[COPY])).toContain('copyOf: one');
});
