import { describe, expect, test } from 'vitest';
import { coverageAddress, HOME, segmentAddress } from '../../src/lib/addresses.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { viewOf } from '../../src/lib/view.ts';
import { wordsOf } from '../../src/strings.ts';
import { files, TEXT, TODAY, tree } from '../content.ts';

const words = wordsOf('en');
const french = String(tree()[TEXT]).replaceAll('example.org', 'example.fr');
const { entries } = readRecord(files(tree({ 'content/text/fr.md': french })), TODAY);
const view = (lang: 'en' | 'fr', base = '/') => viewOf(editionOf(entries, lang), words, { base, site: 'https://example.org' });

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
    const [entry] = editionOf(entries, 'en').coverage;
    expect(entry && view('en').name(entry)).toBe('A Blog');
    expect(view('en').label(coverageAddress('one'))).toBe('The Paper');
    expect(view('fr').label(coverageAddress('one'))).toBe('/coverage/one/');
  });

  test('knows where the official text stands', () => {
    expect(view('en').official).toEqual({ en: 'https://example.org/en', fr: 'https://example.org/fr' });
    expect(view('fr').official).toEqual({ en: 'https://example.fr/en', fr: 'https://example.fr/fr' });
  });
});
