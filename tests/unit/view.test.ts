import { describe, expect, test } from 'vitest';
import { coverageAddress, GLOSSARY, HOME, segmentAddress, withFragment, type Address } from '../../src/lib/addresses.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { viewOf } from '../../src/lib/view.ts';
import { wordsOf } from '../../src/strings.ts';
import { files, more, TEXT, TODAY, tree } from '../content.ts';

const words = wordsOf('en');
const french = String(tree()[TEXT]).replaceAll('example.org', 'example.fr');
const record = readRecord(files(tree({ ...more, 'content/text/fr.md': french })), TODAY);
const view = (lang: 'en' | 'fr', base = '/') => viewOf(editionOf(record, lang), words, { base, site: 'https://example.org' });

describe('a view', () => {
  test.each([
    ['en', '/', '/call/#p6', 'https://example.org/call/#p6'],
    ['en', '/ref/', '/ref/call/#p6', 'https://example.org/ref/call/#p6'],
    ['fr', '/', '/fr/call/#p6', 'https://example.org/fr/call/#p6'],
    ['fr', '/ref/', '/ref/fr/call/#p6', 'https://example.org/ref/fr/call/#p6'],
  ] as const)('in %s under %s links to %s and cites %s', (lang, base, href, permalink) => {
    expect(view(lang, base).href(segmentAddress('p6'))).toBe(href);
    expect(view(lang, base).permalink(segmentAddress('p6'))).toBe(permalink);
  });

  test('links to the home page of its language', () => {
    expect([view('en').href(HOME), view('fr').href(HOME), view('fr', '/ref/').href(HOME)]).toEqual(['/', '/fr/', '/ref/fr/']);
  });

  test.each([
    ['en', '2018-11-12', '12 November 2018'],
    ['en', '2018-11', 'November 2018'],
    ['en', '2018', '2018'],
    ['fr', '2018-11-12', '12 novembre 2018'],
  ] as const)('in %s writes %s as %s', (lang, date, written) => {
    expect(view(lang).day(date)).toBe(written);
  });

  test('counts in its language', () => {
    const forms = { one: '{n} {thing}', other: '{n} {thing}s' };
    expect(view('en').count(forms, 0, { thing: 'copy' })).toBe('0 copys');
    expect(view('fr').count(forms, 0, { thing: 'copie' })).toBe('0 copie');
  });

  test('knows the records of its edition by name', () => {
    const [entry] = editionOf(record, 'en').coverage;
    expect(entry && view('en').name(entry)).toBe('A Blog');
    expect(view('en').label(coverageAddress('one'))).toBe('The Paper');
    expect(view('fr').label(coverageAddress('one'))).toBe('/coverage/one/');
  });

  test('knows the questions, terms and pages of its edition by name', () => {
    const { questions: [asked] } = editionOf(record, 'en');
    expect(asked && view('en').name(asked)).toBe('Where was it launched?');
    const labels = ['/questions/where/', '/questions/where/#sources', '/glossary/#botnet', '/about/'] as Address[];
    expect(labels.map(view('en').label)).toEqual(['Where was it launched?', 'Where was it launched?', 'botnet', 'About']);
    expect(view('fr').label(withFragment(GLOSSARY, 'botnet'))).toBe('/glossary/');
  });

  test.each([
    '/', '/call/', '/call/#p6', '/principles/8/', '/principles/8/coverage/', '/preamble/', '/coverage/one/#c3', '/search/',
    '/about/', '/questions/', '/questions/where/', '/glossary/', '/glossary/#botnet', '/timeline/', '/timeline/#launch',
    '/timeline/principle/8/', '/variants/',
  ])('knows that %s is there', (address) => {
    expect(view('en').exists(address as Address)).toBe(true);
  });

  test.each<[of: string, lang: 'en' | 'fr', address: string]>([
    ['a record that nobody wrote', 'en', '/coverage/two/'],
    ['an event that nobody wrote', 'en', '/timeline/#lunch'],
    ['a page that nobody wrote', 'en', '/states/'],
    ['a page with its base path', 'en', '/ref/call/'],
    ['the questions of another language', 'fr', '/questions/'],
    ['the glossary of another language', 'fr', '/glossary/'],
    ['the timeline of another language', 'fr', '/timeline/'],
    ['the variants of another language', 'fr', '/variants/'],
  ])('knows that %s is not there', (_, lang, address) => {
    expect(view(lang).exists(address as Address)).toBe(false);
  });

  test('knows where the official text stands', () => {
    expect(view('en').official).toEqual({ en: 'https://example.org/en', fr: 'https://example.org/fr' });
    expect(view('fr').official).toEqual({ en: 'https://example.fr/en', fr: 'https://example.fr/fr' });
  });
});
