import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, test } from 'vitest';
import { apaOf, chicagoOf } from '../../src/lib/citation-styles.ts';
import type { CslName, CslRecord } from '../../src/lib/csl.ts';
import type { Lang } from '../../src/lib/ids.ts';
import { HOSTILE, nastyRecords, seen } from '../hostile.ts';

const AT = 'https://example.org/a';
const on = (...date: readonly number[]) => ({ issued: { 'date-parts': [date] } }) as const;
const DAY = on(2018, 11, 12);
const record = (changes: Partial<CslRecord>): CslRecord => ({ id: 'x', type: 'webpage', title: 'A Title', language: 'en', URL: AT, ...changes });
const person = (family: string, given: string): CslName => ({ family, given });
const persons = (count: number) => Array.from({ length: count }, (_, at) => person(`F${at + 1}`, `Given${at + 1}`));
const [matsakis, cruz, lete] = [person('Matsakis', 'Louise'), person('de la Cruz', 'Ana'), person('Lété', 'Bruno')];
/** No-break spaces, to be seen. */
const nb = (text: string) => text.replaceAll('¤', '\u00a0');

describe('APA is what the citation library writes', () => {
  const library = (of: CslRecord, lang: Lang) =>
    new Cite([structuredClone(of)]).format('bibliography', { template: 'apa', lang: lang === 'en' ? 'en-US' : 'fr-FR', format: 'text' }).trimEnd();

  test.each<[name: string, changes: Partial<CslRecord>]>([
    ['one author', { ...DAY, author: [matsakis], 'container-title': 'WIRED' }],
    ['two authors', { ...DAY, author: [matsakis, cruz], 'container-title': 'WIRED' }],
    ['three authors', { ...DAY, author: [matsakis, cruz, lete], 'container-title': 'WIRED' }],
    ['twenty authors', { ...DAY, author: persons(20) }],
    ['twenty-one authors', { ...DAY, author: persons(21) }],
    ['more than twenty authors', { ...DAY, author: persons(23) }],
    ['particles and apostrophes', { ...DAY, author: [person('van der Berg', 'Jan'), person('O’Neill', 'Jane'), person('Beethoven', 'Ludwig van')] }],
    ['initials of many forms', { ...DAY, author: [person('A', 'Jean-Luc'), person('B', 'Jean-paul'), person('C', 'P.B.'), person('D', 'M.-J. Anne'), person('E', 'Mary-Jane Q.R.')] }],
    ['initials with accents and of other scripts', { ...DAY, author: [person('A', 'Élodie'), person('B', 'Þór'), person('Ж', 'Юлия'), person('לי', 'קים')] }],
    ['a person of one name', { ...DAY, author: [{ family: 'Madonna' }] }],
    ['a body', { ...DAY, author: [{ literal: 'Access Now' }], 'container-title': 'WIRED' }],
    ['a body that ends in a full stop', { ...DAY, author: [{ literal: 'Kaspersky Inc.' }], 'container-title': 'WIRED' }],
    ['a body that ends in an exclamation mark', { ...DAY, author: [{ literal: 'Yahoo!' }], 'container-title': 'WIRED' }],
    ['two bodies', { ...DAY, author: [{ literal: 'Kaspersky' }, { literal: 'GEODE' }] }],
    ['three bodies', { ...DAY, author: [{ literal: 'Kaspersky' }, { literal: 'GEODE' }, { literal: 'The Hague Centre' }] }],
    ['two persons and a body', { ...DAY, author: [matsakis, cruz, { literal: 'GEODE' }] }],
    ['no author', { ...DAY, 'container-title': 'WIRED' }],
    ['no author and a question', { ...DAY, title: 'Another Missed Call?', 'container-title': 'IDSA' }],
    ['a month', { ...on(2018, 11), author: [matsakis], 'container-title': 'WIRED' }],
    ['a year', { ...on(2018), author: [matsakis], 'container-title': 'WIRED' }],
    ['the first of a month', { ...on(2018, 1, 1), author: [matsakis], 'container-title': 'WIRED' }],
    ['a publisher and no site', { ...DAY, author: [matsakis], publisher: 'Some House' }],
    ['a question', { ...DAY, author: [matsakis], title: 'Another Missed Call?', 'container-title': 'IDSA' }],
    ['an exclamation', { ...DAY, author: [matsakis], title: 'Now!', 'container-title': 'IDSA' }],
    ['a title with a full stop', { ...DAY, author: [matsakis], title: 'American companies signed on.', 'container-title': 'IDSA' }],
    ['an ellipsis of full stops', { ...DAY, author: [matsakis], title: 'To be continued...', 'container-title': 'IDSA' }],
    ['a title that ends in quotation marks', { ...DAY, author: [matsakis], title: 'Macron launches “Paris call”', 'container-title': 'Novethic' }],
    ['a title that ends in single ones', { ...DAY, author: [matsakis], title: 'Macron launches ‘Paris call’', 'container-title': 'Novethic' }],
    ['a title that ends in both', { ...DAY, author: [matsakis], title: 'He said “the ‘Paris call’”' }],
    ['a title that ends in a question in quotation marks', { ...DAY, author: [matsakis], title: 'What is the “Paris call?”' }],
    ['a title that ends in an apostrophe', { ...DAY, author: [matsakis], title: 'A call of the states’' }],
    ['a title that begins small', { ...DAY, author: [matsakis], title: 'avoiding a world war web: the Paris Call', 'container-title': 'Lawfare' }],
    ['an article in a newspaper', { ...DAY, type: 'article-newspaper', author: [matsakis], 'container-title': 'Le Monde', publisher: 'Groupe Le Monde' }],
    ['an article in a magazine', { ...DAY, type: 'article-magazine', author: [matsakis], 'container-title': 'WIRED', publisher: 'Condé Nast' }],
    ['a post on a blog', { ...on(2018, 5), type: 'post-weblog', author: [matsakis], 'container-title': 'Lawfare' }],
    ['a post', { ...DAY, type: 'post', author: [matsakis], 'container-title': 'Link' }],
    ['a report, of which the year is enough', { ...DAY, type: 'report', author: [matsakis], publisher: 'GEODE' }],
    ['a report in a series', { ...DAY, type: 'report', author: [matsakis], 'container-title': 'Papers', publisher: 'GEODE' }],
    ['a report without an author', { ...DAY, type: 'report', publisher: 'GEODE' }],
    ['an entry of a dictionary', { ...DAY, type: 'entry-dictionary', title: 'botnet', author: [matsakis], 'container-title': 'Glossary', publisher: 'GEODE' }],
    ['an entry of a dictionary without an author', { ...DAY, type: 'entry-dictionary', title: 'botnet', 'container-title': 'Glossary' }],
    ['a law', { ...DAY, type: 'legislation', author: [{ literal: 'France' }], 'container-title': 'Journal officiel', publisher: 'Ministry' }],
    ['a law without a place', { ...DAY, type: 'legislation' }],
    ['a law of an abbreviated state', { ...DAY, type: 'legislation', title: 'Code of the U.S.' }],
    ['a law with a question', { ...DAY, type: 'legislation', title: 'A Call?' }],
    ['no title', { ...DAY, title: '', author: [matsakis] }],
  ])('%s', (_, changes) => {
    expect(apaOf(record(changes), 'en')).toBe(library(record(changes), 'en'));
  });

  test('nothing but a title', () => {
    const bare: CslRecord = { id: 'x', type: 'webpage', title: 'A Title', language: 'en' };
    expect(apaOf(bare, 'en')).toBe('A Title. (n.d.).');
    expect([library(bare, 'en'), library(bare, 'fr')]).toEqual([apaOf(bare, 'en'), apaOf(bare, 'fr')]);
  });

  /** Each as both write it, so that a change on either side is noticed. */
  test.each<[why: string, lang: Lang, changes: Partial<CslRecord>, theirs: string, ours: string]>([
    [
      'the name of a site stays as printed', 'en', { ...DAY, 'container-title': 'The Paris Call, annotated' },
      'A Title. (2018, November 12). The Paris Call, Annotated. https://example.org/a', 'A Title. (2018, November 12). The Paris Call, annotated. https://example.org/a',
    ],
    [
      'the name of a newspaper stays as printed', 'en', { ...DAY, type: 'article-newspaper', 'container-title': 'die tageszeitung' },
      'A Title. (2018, November 12). Die Tageszeitung. https://example.org/a', 'A Title. (2018, November 12). die tageszeitung. https://example.org/a',
    ],
    [
      '“Retrieved” needs a day and “from”; without a day the address alone stands (§9.16)', 'en', { author: [matsakis], 'container-title': 'WIRED' },
      'Matsakis, L. (n.d.). A Title. WIRED. Retrieved https://example.org/a', 'Matsakis, L. (n.d.). A Title. WIRED. https://example.org/a',
    ],
    [
      'a law without a date is no other case', 'en', { type: 'legislation', title: 'A Call.' },
      'A Call. Retrieved https://example.org/a', 'A Call. https://example.org/a',
    ],
    [
      'a comma takes the place of a full stop', 'en', { ...DAY, type: 'legislation', title: 'A Call.', 'container-title': 'Journal officiel' },
      'A Call., Journal officiel (2018). https://example.org/a', 'A Call, Journal officiel (2018). https://example.org/a',
    ],
    [
      'an ellipsis ends a title', 'en', { ...DAY, title: 'To be continued…', 'container-title': 'IDSA' },
      'To be continued…. (2018, November 12). IDSA. https://example.org/a', 'To be continued… (2018, November 12). IDSA. https://example.org/a',
    ],
    [
      'an author who is the site is not said twice (§9.29)', 'en', { ...DAY, author: [{ literal: 'Access Now' }], 'container-title': 'Access Now', publisher: 'Access Now' },
      'Access Now. (2018, November 12). A Title. Access Now. Access Now. https://example.org/a', 'Access Now. (2018, November 12). A Title. https://example.org/a',
    ],
    [
      'nor in other capitals', 'en', { ...DAY, author: [{ literal: 'WIRED' }], 'container-title': 'Wired' },
      'WIRED. (2018, November 12). A Title. Wired. https://example.org/a', 'WIRED. (2018, November 12). A Title. https://example.org/a',
    ],
    [
      'nor an agency whose own article it is', 'en', { ...DAY, type: 'article-newspaper', author: [{ literal: 'Reuters' }], 'container-title': 'Reuters' },
      'Reuters. (2018, November 12). A Title. Reuters. https://example.org/a', 'Reuters. (2018, November 12). A Title. https://example.org/a',
    ],
    [
      'nor the publisher of a report', 'en', { ...DAY, type: 'report', author: [{ literal: 'GEODE' }], publisher: 'GEODE' },
      'GEODE. (2018). A Title. GEODE. https://example.org/a', 'GEODE. (2018). A Title. https://example.org/a',
    ],
    [
      'nor that of a dictionary', 'en', { ...DAY, type: 'entry-dictionary', title: 'botnet', author: [{ literal: 'GEODE' }], 'container-title': 'Glossary', publisher: 'GEODE' },
      'GEODE. (2018). botnet. In Glossary. GEODE. https://example.org/a', 'GEODE. (2018). botnet. In Glossary. https://example.org/a',
    ],
    [
      'of a page the source is the site alone (§10.16)', 'en', { ...DAY, author: [matsakis], 'container-title': 'WIRED', publisher: 'Condé Nast' },
      'Matsakis, L. (2018, November 12). A Title. Condé Nast. WIRED. https://example.org/a', 'Matsakis, L. (2018, November 12). A Title. WIRED. https://example.org/a',
    ],
    [
      'of a post too', 'en', { ...DAY, type: 'post', author: [matsakis], 'container-title': 'Link', publisher: 'ANU' },
      'Matsakis, L. (2018, November 12). A Title [Online post]. ANU. Link. https://example.org/a', 'Matsakis, L. (2018, November 12). A Title [Online post]. Link. https://example.org/a',
    ],
    [
      'without an author the title comes first: a publisher is no author (§9.12)', 'en', { ...DAY, publisher: 'GEODE' },
      'GEODE. (2018, November 12). A Title. https://example.org/a', 'A Title. (2018, November 12). GEODE. https://example.org/a',
    ],
    [
      'in a dictionary too', 'en', { ...DAY, type: 'entry-dictionary', title: 'botnet', 'container-title': 'Glossary', publisher: 'GEODE' },
      'GEODE. (2018). botnet. In Glossary. https://example.org/a', 'botnet. (2018). In Glossary. GEODE. https://example.org/a',
    ],
    [
      'what kind of work it is stands with the title (§9.21)', 'en', { ...DAY, type: 'post', 'container-title': 'Link' },
      'A Title. (2018, November 12). [Online post]. Link. https://example.org/a', 'A Title [Online post]. (2018, November 12). Link. https://example.org/a',
    ],
    [
      'where a newspaper is known as the publisher alone, it is said', 'en', { ...DAY, type: 'article-newspaper', publisher: 'Le Monde' },
      'A Title. (2018, November 12). https://example.org/a', 'A Title. (2018, November 12). Le Monde. https://example.org/a',
    ],
    [
      'a comma parts a person’s initials from a body (§9.8)', 'en', { ...DAY, author: [matsakis, { literal: 'GEODE' }] },
      'Matsakis, L. & GEODE. (2018, November 12). A Title. https://example.org/a', 'Matsakis, L., & GEODE. (2018, November 12). A Title. https://example.org/a',
    ],
    [
      'an initial keeps an accent that is a character of its own', 'en', { ...DAY, author: [person('A', 'E\u0301lodie')] },
      'A, E. (2018, November 12). A Title. https://example.org/a', 'A, E\u0301. (2018, November 12). A Title. https://example.org/a',
    ],
    [
      'straight marks stay as printed', 'en', { ...DAY, title: 'Macron\'s "Paris call"', 'container-title': "IDSA's" },
      'Macron’s “Paris call.” (2018, November 12). IDSA’s. https://example.org/a', 'Macron\'s "Paris call." (2018, November 12). IDSA\'s. https://example.org/a',
    ],
    [
      'a title is words, not markup', 'en', { ...DAY, title: 'The <i> and <b>bold</b>' },
      'The <i> and bold. (2018, November 12). https://example.org/a', 'The <i> and <b>bold</b>. (2018, November 12). https://example.org/a',
    ],
    [
      'in French the day precedes the month', 'fr', { ...DAY, author: [matsakis, lete], 'container-title': 'WIRED' },
      'Matsakis, L., & Lété, B. (2018, novembre 12). A Title. WIRED. https://example.org/a', 'Matsakis, L., & Lété, B. (2018, 12 novembre). A Title. WIRED. https://example.org/a',
    ],
    [
      'in French the spaces of a name stay as printed', 'fr', { ...on(2018), author: [cruz] },
      'de la¤Cruz, A. (2018). A Title. https://example.org/a', 'de la Cruz, A. (2018). A Title. https://example.org/a',
    ],
    [
      'in French those of a title do too', 'fr', { ...on(2018), title: 'Appel de Paris : et après ?' },
      'Appel de Paris\u202f: et après\u202f? (2018). https://example.org/a', 'Appel de Paris : et après ? (2018). https://example.org/a',
    ],
    [
      'in French the first of a month is 1er', 'fr', { ...on(2018, 8, 1), 'container-title': 'WIRED' },
      'A Title. (2018, août 1). WIRED. https://example.org/a', 'A Title. (2018, 1er août). WIRED. https://example.org/a',
    ],
    [
      'in French too “Consulté” needs a day', 'fr', { 'container-title': 'WIRED' },
      'A Title. (s.¤d.). WIRED. Consulté https://example.org/a', 'A Title. (s.¤d.). WIRED. https://example.org/a',
    ],
    [
      'in French an entry is in a dictionary in French', 'fr', { ...DAY, type: 'entry-dictionary', title: 'botnet', 'container-title': 'Glossary' },
      'botnet. (2018). In Glossary. https://example.org/a', 'botnet. (2018). Dans Glossary. https://example.org/a',
    ],
    [
      'in French a post to a list is a message, not one on a blog', 'fr', { ...on(2018, 5), type: 'post', author: [matsakis], 'container-title': 'Link' },
      'Matsakis, L. (2018, mai). A Title [Billet]. Link. https://example.org/a', 'Matsakis, L. (2018, mai). A Title [Message en ligne]. Link. https://example.org/a',
    ],
  ])('except that %s (%s)', (_, lang, changes, theirs, ours) => {
    expect(library(record(changes), lang)).toBe(nb(theirs));
    expect(apaOf(record(changes), lang)).toBe(nb(ours));
  });

  test.each<[name: string, changes: Partial<CslRecord>]>([
    ['a month', { ...on(2018, 11), author: [matsakis], 'container-title': 'WIRED' }],
    ['a year', { ...on(2018), author: [matsakis, lete], 'container-title': 'WIRED' }],
    ['a title that ends in quotation marks', { ...on(2018), author: [matsakis], title: 'Macron launches “Paris call”', 'container-title': 'Novethic' }],
    ['a French title', { ...on(2018), author: [lete], title: 'Appel de Paris', 'container-title': 'Le Monde' }],
    ['a report', { ...DAY, type: 'report', author: [{ literal: 'Kaspersky' }, { literal: 'GEODE' }], publisher: 'Cigref' }],
  ])('in French too: %s', (_, changes) => {
    expect(apaOf(record(changes), 'fr')).toBe(library(record(changes), 'fr'));
  });
});

test('a description in square brackets is neither described again nor quoted', () => {
  const post = record({ ...DAY, type: 'post', title: '[Student post on the Paris Call]', 'container-title': 'Class of 2019' });
  expect(apaOf(post, 'en')).toBe('[Student post on the Paris Call]. (2018, November 12). Class of 2019. https://example.org/a');
  expect(chicagoOf(post, 'en')).toBe('[Student post on the Paris Call]. Class of 2019, November 12, 2018. https://example.org/a.');
});

describe('Chicago', () => {
  test.each<[name: string, changes: Partial<CslRecord>, en: string, fr: string]>([
    [
      'inverts an author', { ...DAY, author: [matsakis], 'container-title': 'WIRED' },
      'Matsakis, Louise. “A Title.” WIRED, November 12, 2018. https://example.org/a.', 'Matsakis, Louise. «¤A Title¤». WIRED, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'inverts the first of two', { ...DAY, author: [matsakis, cruz] },
      'Matsakis, Louise, and Ana de la Cruz. “A Title.” November 12, 2018. https://example.org/a.', 'Matsakis, Louise et Ana de la Cruz. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'inverts the first of three', { ...DAY, author: [cruz, matsakis, lete] },
      'de la Cruz, Ana, Louise Matsakis, and Bruno Lété. “A Title.” November 12, 2018. https://example.org/a.',
      'de la Cruz, Ana, Louise Matsakis et Bruno Lété. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'names six', { ...DAY, author: persons(6) },
      'F1, Given1, Given2 F2, Given3 F3, Given4 F4, Given5 F5, and Given6 F6. “A Title.” November 12, 2018. https://example.org/a.',
      'F1, Given1, Given2 F2, Given3 F3, Given4 F4, Given5 F5 et Given6 F6. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'names three of seven', { ...DAY, author: persons(7) },
      'F1, Given1, Given2 F2, Given3 F3, et al. “A Title.” November 12, 2018. https://example.org/a.', 'F1, Given1, Given2 F2, Given3 F3 et al. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'leaves a body as it is', { ...DAY, author: [{ literal: 'Access Now' }], 'container-title': 'WIRED' },
      'Access Now. “A Title.” WIRED, November 12, 2018. https://example.org/a.', 'Access Now. «¤A Title¤». WIRED, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'joins two bodies without a comma', { ...DAY, author: [{ literal: 'Kaspersky' }, { literal: 'GEODE' }] },
      'Kaspersky and GEODE. “A Title.” November 12, 2018. https://example.org/a.', 'Kaspersky et GEODE. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'names three bodies', { ...DAY, author: [{ literal: 'Kaspersky' }, { literal: 'GEODE' }, { literal: 'The Hague Centre' }] },
      'Kaspersky, GEODE, and The Hague Centre. “A Title.” November 12, 2018. https://example.org/a.', 'Kaspersky, GEODE et The Hague Centre. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'joins a person and a body', { ...DAY, author: [matsakis, { literal: 'GEODE' }] },
      'Matsakis, Louise, and GEODE. “A Title.” November 12, 2018. https://example.org/a.', 'Matsakis, Louise et GEODE. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'does not double the full stop of a name', { ...DAY, author: [person('Laudrain', 'Arthur P.B.')] },
      'Laudrain, Arthur P.B. “A Title.” November 12, 2018. https://example.org/a.', 'Laudrain, Arthur P.B. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'begins with the title where there is no author', { ...DAY, 'container-title': 'WIRED' },
      '“A Title.” WIRED, November 12, 2018. https://example.org/a.', '«¤A Title¤». WIRED, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'does not say an author twice', { ...DAY, author: [{ literal: 'Access Now' }], 'container-title': 'Access Now', publisher: 'Access Now' },
      'Access Now. “A Title.” November 12, 2018. https://example.org/a.', 'Access Now. «¤A Title¤». 12 novembre 2018. https://example.org/a.',
    ],
    [
      'does not say a site twice', { ...DAY, 'container-title': 'Access Now', publisher: 'Access Now' },
      '“A Title.” Access Now, November 12, 2018. https://example.org/a.', '«¤A Title¤». Access Now, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'says a site and its publisher', { ...DAY, 'container-title': 'The Paris Call, annotated', publisher: 'Some House' },
      '“A Title.” The Paris Call, annotated, Some House, November 12, 2018. https://example.org/a.', '«¤A Title¤». The Paris Call, annotated, Some House, 12 novembre 2018. https://example.org/a.',
    ],
    ['says a month', { ...on(2018, 8), 'container-title': 'WIRED' }, '“A Title.” WIRED, August 2018. https://example.org/a.', '«¤A Title¤». WIRED, août 2018. https://example.org/a.'],
    ['says a month with a capital where it begins', on(2018, 8), '“A Title.” August 2018. https://example.org/a.', '«¤A Title¤». Août 2018. https://example.org/a.'],
    ['says a year', { ...on(2018), 'container-title': 'WIRED' }, '“A Title.” WIRED, 2018. https://example.org/a.', '«¤A Title¤». WIRED, 2018. https://example.org/a.'],
    [
      'says the first of a month', { ...on(2018, 8, 1), 'container-title': 'WIRED' },
      '“A Title.” WIRED, August 1, 2018. https://example.org/a.', '«¤A Title¤». WIRED, 1er août 2018. https://example.org/a.',
    ],
    ['says that there is no date', { 'container-title': 'WIRED' }, '“A Title.” WIRED, n.d. https://example.org/a.', '«¤A Title¤». WIRED, s.¤d. https://example.org/a.'],
    ['says it with a capital where it begins', {}, '“A Title.” N.d. https://example.org/a.', '«¤A Title¤». S.¤d. https://example.org/a.'],
    ['needs no address', { ...DAY, URL: '', 'container-title': 'WIRED' }, '“A Title.” WIRED, November 12, 2018.', '«¤A Title¤». WIRED, 12 novembre 2018.'],
    ['needs no title', { ...DAY, title: '', author: [matsakis] }, 'Matsakis, Louise. November 12, 2018. https://example.org/a.', 'Matsakis, Louise. 12 novembre 2018. https://example.org/a.'],
    [
      'adds nothing to a question', { ...DAY, title: 'Another Missed Call?', 'container-title': 'IDSA' },
      '“Another Missed Call?” IDSA, November 12, 2018. https://example.org/a.', '«¤Another Missed Call?¤» IDSA, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'adds nothing to a full stop', { ...DAY, title: 'They signed on.', 'container-title': 'IDSA' },
      '“They signed on.” IDSA, November 12, 2018. https://example.org/a.', '«¤They signed on.¤» IDSA, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'adds nothing to an ellipsis', { ...DAY, title: 'To be continued…', 'container-title': 'IDSA' },
      '“To be continued…” IDSA, November 12, 2018. https://example.org/a.', '«¤To be continued…¤» IDSA, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'sets marks within marks', { ...DAY, title: 'Macron launches “Paris call”', 'container-title': 'Novethic' },
      '“Macron launches ‘Paris call.’” Novethic, November 12, 2018. https://example.org/a.', '«¤Macron launches “Paris call”¤». Novethic, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'sets a question within marks within marks', { ...DAY, title: 'What is the “Paris call?”', 'container-title': 'IDSA' },
      '“What is the ‘Paris call?’” IDSA, November 12, 2018. https://example.org/a.', '«¤What is the “Paris call?”¤» IDSA, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'leaves out who publishes a newspaper', { ...DAY, type: 'article-newspaper', 'container-title': 'Le Monde', publisher: 'Groupe Le Monde' },
      '“A Title.” Le Monde, November 12, 2018. https://example.org/a.', '«¤A Title¤». Le Monde, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'says of a newspaper what is known', { ...DAY, type: 'article-newspaper', publisher: 'Le Monde' },
      '“A Title.” Le Monde, November 12, 2018. https://example.org/a.', '«¤A Title¤». Le Monde, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'calls a blog a blog', { ...DAY, type: 'post-weblog', 'container-title': 'Lawfare', publisher: 'Brookings' },
      '“A Title.” Lawfare (blog), Brookings, November 12, 2018. https://example.org/a.', '«¤A Title¤». Lawfare (blog), Brookings, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'unless its name does', { ...DAY, type: 'post-weblog', 'container-title': 'IELR Blog' },
      '“A Title.” IELR Blog, November 12, 2018. https://example.org/a.', '«¤A Title¤». IELR Blog, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'sets a report without marks', { ...on(2021, 11), type: 'report', author: [{ literal: 'Kaspersky' }], publisher: 'Paris Call' },
      'Kaspersky. A Title. Paris Call, November 2021. https://example.org/a.', 'Kaspersky. A Title. Paris Call, novembre 2021. https://example.org/a.',
    ],
    [
      'sets a law without marks', { ...DAY, type: 'legislation', 'container-title': 'Journal officiel' },
      'A Title. Journal officiel, November 12, 2018. https://example.org/a.', 'A Title. Journal officiel, 12 novembre 2018. https://example.org/a.',
    ],
    [
      'finds an entry in its dictionary', { ...on(2018), type: 'entry-dictionary', title: 'botnet', 'container-title': 'Glossary', publisher: 'GEODE' },
      '“botnet.” In Glossary. GEODE, 2018. https://example.org/a.', '«¤botnet¤». Dans Glossary. GEODE, 2018. https://example.org/a.',
    ],
  ])('%s', (_, changes, en, fr) => {
    expect([chicagoOf(record(changes), 'en'), chicagoOf(record(changes), 'fr')]).toEqual([nb(en), nb(fr)]);
  });
});

describe('a citation is one line', () => {
  const styles = [apaOf, chicagoOf].flatMap((style) => (['en', 'fr'] as const).map((lang) => (of: CslRecord) => style(of, lang)));
  const expectOneLine = (of: CslRecord) => styles.forEach((style) => expect(style(of)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]| {2}|^ | $|undefined|NaN/u));

  test.each(Object.entries(HOSTILE))('whatever it is made of: %s', (_, text) => {
    const hostile = record({ ...DAY, title: text, author: [person(text, text), { literal: text }], 'container-title': text, publisher: `${text} x`, URL: AT + text, abstract: text });
    expectOneLine(hostile);
    // What follows the last word may be parted by the full stop.
    const words = seen(text).replace(/[\s”’"'»]+$/, '');
    expect(seen(apaOf(hostile, 'en'))).toContain(words);
  });

  test('a few hundred times', () => {
    for (const nasty of nastyRecords(400, 1)) expectOneLine(nasty);
  });

  test('with as many authors as one likes, and with none', () => {
    for (let count = 0; count < 30; count += 1) expectOneLine(record({ author: persons(count) }));
    expect(apaOf(record({ ...DAY, author: [{ literal: ' ' }] }), 'en')).toBe('A Title. (2018, November 12). https://example.org/a');
  });
});
