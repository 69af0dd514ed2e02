import { describe, expect, test } from 'vitest';
import type { z } from 'astro/zod';
import {
  coverage, COVERAGE_KINDS, official, page, principle, question, STANCES, STATUSES, term, text,
} from '../../src/lib/schemas.ts';

type Fields = { [field: string]: unknown };

const TEXT: Fields = {
  title: 'The Call', edition: 'plain', date: '2018-11-12',
  official: { en: 'https://example.org/en', fr: 'https://example.org/fr' },
};
const OFFICIAL: Fields = { ...TEXT, edition: 'official', source: 'call.pdf', retrieved: '2026-11-20' };
const PRINCIPLE: Fields = { names: { en: 'Name', fr: 'Nom' }, summary: 'What it asks.' };
const COVERAGE: Fields = {
  title: 'One article', summary: 'What it says.', publisher: 'The Paper', published: '2018-11-12', language: 'en',
  kind: 'reporting', stance: 'neutral', read: 'full',
};
const PAGE: Fields = { title: 'About', summary: 'What this is.' };
const QUESTION: Fields = { question: 'Where was it launched?', summary: 'In Paris.', asOf: '2018-11-12', status: 'differ' };
const TERM: Fields = { term: 'botnet', other: 'réseau de machines zombies' };

/** The fields with some changed; `undefined` takes one out. */
const but = (fields: Fields, change: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...fields, ...change }).filter(([, value]) => value !== undefined));

/** What is wrong, as `path: message`. */
const faults = (schema: z.ZodType, fields: Fields): string[] =>
  (schema.safeParse(fields).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const DATE = 'a year, a month or a day that the calendar holds: 2018, 2018-11 or 2018-11-12';
const WEB = 'an address that begins with https:// or http://';
const SUMMARY = 'one plain sentence for lists and search results, at most 160 characters';
const TAG = 'a language tag such as en or fr';
const CUTS = 'a claim or a run of claims: c3 or c28-c45';

describe('the fields of a kind of entry', () => {
  test.each<[name: string, schema: z.ZodType, fields: Fields]>([
    ['the text', text, TEXT],
    ['the official text', official, OFFICIAL],
    ['a principle', principle, PRINCIPLE],
    ['a page', page, PAGE],
    ['a question', question, QUESTION],
    ['a term', term, { ...TERM, aliases: ['zombie network'] }],
  ])('of %s come out as written', (_, schema, fields) => {
    expect(schema.parse(fields)).toEqual(fields);
  });

  test('of coverage come out as written, with a value for each that has one when left out', () => {
    expect(coverage.parse(COVERAGE)).toEqual({
      ...COVERAGE, titleFrom: 'page', authors: [], corporateAuthors: [], urlStatus: 'confirmed', cuts: [],
    });
  });

  test('of a term come out without other forms where none are given', () => {
    expect(term.parse(TERM)).toEqual({ ...TERM, aliases: [] });
  });

  test.each<[name: string, schema: z.ZodType, fields: Fields]>([
    ['the text', text, TEXT],
    ['the official text', official, OFFICIAL],
    ['a principle', principle, PRINCIPLE],
    ['a page', page, PAGE],
    ['coverage', coverage, COVERAGE],
    ['a question', question, QUESTION],
    ['a term', term, TERM],
  ])('of %s are needed, each of them, and there are no others', (_, schema, fields) => {
    for (const field of Object.keys(fields)) {
      const issues = schema.safeParse(but(fields, { [field]: undefined })).error?.issues;
      expect(issues?.map(({ path }) => path.join('.'))).toEqual([field]);
    }
    const more = schema.safeParse({ ...fields, year: '2018' });
    expect(more.error?.issues).toMatchObject([{ code: 'unrecognized_keys', path: [], keys: ['year'] }]);
  });

  test.each<[name: string, schema: z.ZodType, fields: Fields]>([
    [
      'official', text,
      but(TEXT, { official: { en: 'https://example.org/en', fr: 'https://example.org/fr', de: 'https://example.org/de' } }),
    ],
    ['names', principle, but(PRINCIPLE, { names: { en: 'Name', fr: 'Nom', de: 'Name' } })],
  ])('hold English and French in %s, and no other language', (field, schema, fields) => {
    expect(schema.safeParse(fields).error?.issues).toMatchObject([{ code: 'unrecognized_keys', path: [field], keys: ['de'] }]);
  });
});

describe('a value of coverage', () => {
  test.each<[field: string, value: unknown]>([
    ['titleFrom', 'address'],
    ['titleFrom', 'us'],
    ['authors', ['A. Reporter', 'B. Reporter']],
    ['corporateAuthors', ['Reuters', 'CyberPeace Institute']],
    ['section', 'Security'],
    ['corrected', '2018-11-13'],
    ['url', 'https://example.org/one'],
    ['url', 'http://example.org:8080/one?a=b#c'],
    ['url', 'https://пример.рф/a'],
    ['url', 'https://xn--e1afmkfd.xn--p1ai/a'],
    ['urlStatus', 'unconfirmed'],
    ['archive', 'https://web.archive.org/web/2018/https://example.org/one'],
    ['copyOf', 'one'],
    ...['en', 'fr', 'deu', 'en-GB'].map((tag): [string, string] => ['language', tag]),
    ...[
      'reporting', 'commentary', 'explainer', 'research', 'report', 'official', 'statement', 'law', 'repost', 'list-post',
    ].map((kind): [string, string] => ['kind', kind]),
    ...['supportive', 'neutral', 'mixed', 'critical'].map((stance): [string, string] => ['stance', stance]),
    ...['full', 'extract', 'copy'].map((read): [string, string] => ['read', read]),
  ])('%s: %j is kept', (field, value) => {
    expect(coverage.parse({ ...COVERAGE, [field]: value })).toMatchObject({ [field]: value });
  });

  test('cuts stands beside copyOf', () => {
    expect(coverage.parse({ ...COVERAGE, copyOf: 'one', cuts: ['c3', 'c28-c45'] }).cuts).toEqual(['c3', 'c28-c45']);
  });

  test('notBefore stands instead of published', () => {
    const fields = coverage.parse(but(COVERAGE, { published: undefined, notBefore: '2018-11' }));
    expect([fields.published, fields.notBefore]).toEqual([undefined, '2018-11']);
  });
});

describe('a value of coverage is refused', () => {
  test.each<[name: string, change: Fields, expected: string]>([
    ['where the title is missing', { title: undefined }, 'title: the title as printed'],
    ['where the title is empty', { title: '  ' }, 'title: the title as printed'],
    ['where the title is a number', { title: 2018 }, 'title: the title as printed'],
    ['where the summary is missing', { summary: undefined }, `summary: ${SUMMARY}`],
    ['where the summary is too long', { summary: 'x'.repeat(161) }, 'summary: at most 160 characters'],
    ['where an author has no name', { authors: ['A. Reporter', ''] }, 'authors.1: a name'],
    ['where a body has no name', { corporateAuthors: ['Reuters', ' '] }, 'corporateAuthors.1: the name of a body'],
    ['where bodies are no list', { corporateAuthors: 'Reuters' }, 'corporateAuthors: a list of names: [Reuters]'],
    ['where the publisher is missing', { publisher: undefined }, 'publisher: the house, in its usual form'],
    ...['=1+1', '+1', '-1', '@SUM(1)'].map((title): [string, Fields, string] => [`where the title is ${title}`, { title }, 'title: the title as printed, with none of = + - @ at its beginning, which a table program takes for a formula']),
    ['where an author is a formula behind space', { authors: [' \t=1+1'] }, 'authors.0: a name, with none of = + - @ at its beginning, which a table program takes for a formula'],
    ['where the publisher has no letter', { publisher: '!!!' }, 'publisher: the house, in its usual form, with a letter or a digit'],
    ['where the section is empty', { section: '' }, 'section: the part of the house'],
    ['where the day does not exist', { published: '2018-02-30' }, `published: ${DATE}`],
    ['where the day is in words', { published: '12 November 2018' }, `published: ${DATE}`],
    ['where the day is true', { published: true }, `published: ${DATE}`],
    ['where the day of the correction does not exist', { corrected: '2018-13' }, `corrected: ${DATE}`],
    [
      'where no day is given', { published: undefined },
      'published: published, or notBefore where only the earliest day can be worked out',
    ],
    ['where the day is given twice', { notBefore: '2018-11-11' }, 'notBefore: either published or notBefore, not both'],
    ['where the language is in words', { language: 'English' }, `language: ${TAG}`],
    ['where the language is of four letters', { language: 'engl' }, `language: ${TAG}`],
    ['where the country is in small letters', { language: 'en-gb' }, `language: ${TAG}`],
    ['where the country is of three letters', { language: 'en-GBR' }, `language: ${TAG}`],
    ['where the language is missing', { language: undefined }, `language: ${TAG}`],
    ['where the kind is unknown', { kind: 'blog' }, `kind: one of ${COVERAGE_KINDS.join(', ')}`],
    ['where the stance is unknown', { stance: 'positive' }, `stance: one of ${STANCES.join(', ')}`],
    ['where the stance is missing', { stance: undefined }, `stance: one of ${STANCES.join(', ')}`],
    ['where what was read is unknown', { read: 'half' }, 'read: one of full, extract, copy'],
    ['where the origin of the title is unknown', { titleFrom: 'memory' }, 'titleFrom: one of page, address, us'],
    ['where the status of the address is unknown', { urlStatus: 'dead' }, 'urlStatus: one of confirmed, unconfirmed'],
    ['where the address has no protocol', { url: 'example.org/one' }, `url: ${WEB}`],
    ['where the address is a script', { url: 'javascript:alert(1)' }, `url: ${WEB}`],
    ['where the address is a file', { archive: 'file:///etc/passwd' }, `archive: ${WEB}`],
    ['where the address is inside the site', { archive: '/coverage/one/' }, `archive: ${WEB}`],
    ['where the address names no host', { url: 'https:///one' }, `url: ${WEB}`],
    ['where the original has no name', { copyOf: '' }, 'copyOf: the slug of the original'],
    ['where a cut is no claim', { copyOf: 'one', cuts: ['c1', '3'] }, `cuts.1: ${CUTS}`],
    ['where a cut ends in no claim', { copyOf: 'one', cuts: ['c1-3'] }, `cuts.0: ${CUTS}`],
    ['where a cut only ends like a claim', { copyOf: 'one', cuts: ['xc3'] }, `cuts.0: ${CUTS}`],
    ['where a run of cuts goes backwards', { copyOf: 'one', cuts: ['c3-c1'] }, `cuts.0: ${CUTS}`],
    ['where a run of cuts has no end in sight', { copyOf: 'one', cuts: ['c1-c99999'] }, `cuts.0: ${CUTS}`],
    ['where a cut is the claim 0', { copyOf: 'one', cuts: ['c0'] }, `cuts.0: ${CUTS}`],
    ['where a cut is a number', { copyOf: 'one', cuts: [3] }, `cuts.0: ${CUTS}`],
    ['where something is cut from no original', { cuts: ['c1'] }, 'cuts: cuts only beside copyOf'],
  ])('%s', (_, change, expected) => {
    expect(faults(coverage, but(COVERAGE, change))).toEqual([expected]);
  });

  test('once for each fault', () => {
    expect(faults(coverage, but(COVERAGE, { kind: 'blog', title: '' }))).toEqual([
      'title: the title as printed', `kind: one of ${COVERAGE_KINDS.join(', ')}`,
    ]);
  });
});

describe('a value of another kind of entry is refused', () => {
  test.each<[name: string, schema: z.ZodType, fields: Fields, expected: string]>([
    ['where the text has no title', text, but(TEXT, { title: '' }), 'title: the title of this edition'],
    ['where the edition is unknown', text, but(TEXT, { edition: 'official' }), 'edition: one of plain'],
    ['where an official edition calls itself plain', official, but(OFFICIAL, { edition: 'plain' }), 'edition: one of official'],
    ['where an official edition was read on no day', official, but(OFFICIAL, { retrieved: 'today' }), `retrieved: ${DATE}`],
    ['where the day of the Call does not exist', text, but(TEXT, { date: '2018-11-31' }), `date: ${DATE}`],
    [
      'where an official text has no address', text, but(TEXT, { official: { en: 'https://example.org/en' } }),
      `official.fr: ${WEB}`,
    ],
    [
      'where a principle has no French name', principle, but(PRINCIPLE, { names: { en: 'Name' } }),
      'names.fr: the official short name',
    ],
    [
      'where a question asks nothing', question, but(QUESTION, { question: ' ' }),
      'question: the question, as a reader would ask it',
    ],
    ['where the short answer is missing', question, but(QUESTION, { summary: undefined }), `summary: ${SUMMARY}`],
    [
      'where the short answer is too long', question, but(QUESTION, { summary: 'x'.repeat(161) }),
      'summary: at most 160 characters',
    ],
    ['where an answer holds on no day', question, but(QUESTION, { asOf: 'today' }), `asOf: ${DATE}`],
    ['where an answer holds on a day that is not confirmed', question, but(QUESTION, { asOf: '2018~' }), `asOf: ${DATE}`],
    ['where the status is unknown', question, but(QUESTION, { status: 'disputed' }), `status: one of ${STATUSES.join(', ')}`],
    ['where the status is in capitals', question, but(QUESTION, { status: 'Open' }), `status: one of ${STATUSES.join(', ')}`],
    ['where a term is empty', term, but(TERM, { term: '' }), 'term: the term as in running text'],
    ['where a term has no equivalent', term, but(TERM, { other: undefined }), 'other: the equivalent in the other language'],
    ['where the other forms are a word', term, but(TERM, { aliases: 'zombies' }), 'aliases: a list of other forms'],
    ['where another form is empty', term, but(TERM, { aliases: ['zombies', ''] }), 'aliases.1: another form of the term'],
    ['where a page has an empty title', page, but(PAGE, { title: '' }), 'title: the title'],
    ['where the summary of a page is too long', page, but(PAGE, { summary: 'x'.repeat(161) }), 'summary: at most 160 characters'],
  ])('%s', (_, schema, fields, expected) => {
    expect(faults(schema, fields)).toEqual([expected]);
  });
});

describe('a question', () => {
  test.each(['agreed', 'differ', 'corrected', 'open'])('may have the status %s', (status) => {
    expect(question.parse({ ...QUESTION, status })).toMatchObject({ status });
  });
});

describe('a value is put in order', () => {
  test.each<[name: string, schema: z.ZodType, fields: Fields, field: string, expected: unknown]>([
    ['a day that YAML made a date of', coverage, but(COVERAGE, { published: new Date('2018-11-12') }), 'published', '2018-11-12'],
    ['a year that YAML made a number of', coverage, but(COVERAGE, { published: 2018 }), 'published', '2018'],
    ['space around words', page, but(PAGE, { title: '  About \n' }), 'title', 'About'],
    ['an apostrophe inside a word', page, but(PAGE, { title: "WIRED's list, l'appel" }), 'title', 'WIRED’s list, l’appel'],
    [
      'but no other straight quote', page, but(PAGE, { title: "the '90s, a 'word', states'" }), 'title',
      "the '90s, a 'word', states'",
    ],
    ['an apostrophe in a term', term, but(TERM, { term: "state's duty" }), 'term', 'state’s duty'],
    ['an apostrophe in another form of a term', term, but(TERM, { aliases: ["state's role"] }), 'aliases', ['state’s role']],
    [
      'an apostrophe in the name of a body', coverage, but(COVERAGE, { corporateAuthors: ["Women's League"] }), 'corporateAuthors',
      ['Women’s League'],
    ],
    ['an apostrophe in a list', coverage, but(COVERAGE, { authors: ["A. O'Neil"] }), 'authors', ['A. O’Neil']],
    ['nothing in a summary of 160 characters', page, but(PAGE, { summary: 'x'.repeat(160) }), 'summary', 'x'.repeat(160)],
  ])('%s', (_, schema, fields, field, expected) => {
    expect(schema.parse(fields)).toHaveProperty(field, expected);
  });
});
