import { describe, expect, test } from 'vitest';
import {
  CORRECTIONS, coverageAddress, EDITION, GLOSSARY, HOME, pageOf, permalinkOf, segmentAddress, withFragment, type Address,
} from '../../src/lib/addresses.ts';
import { citablesOf } from '../../src/lib/citations.ts';
import { pagesOf } from '../../src/lib/pages.ts';
import { addressesOf, editionOf, readRecord } from '../../src/lib/record.ts';
import { viewOf } from '../../src/lib/view.ts';
import { wordsOf } from '../../src/strings.ts';
import { COPY, files, more, ONE, principleFile, QUESTION, TEXT, TODAY, tree } from '../content.ts';
import { french as inFrench, recordWith, siteOf } from '../edition.ts';

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
    // A record that nobody has written in French is read in English.
    expect(view('fr').label(coverageAddress('one'))).toBe('The Paper');
    expect(view('fr').label(coverageAddress('two'))).toBe('/coverage/two/');
  });

  test('knows the questions, terms, pages and corrections of its edition by name', () => {
    const { questions: [asked] } = editionOf(record, 'en');
    expect(asked && view('en').name(asked)).toBe('Where was it launched?');
    const labels = ['/questions/where/', '/questions/where/#sources', '/glossary/#botnet', '/about/', '/corrections/#where-read-out'] as Address[];
    expect(labels.map(view('en').label)).toEqual(['Where was it launched?', 'Where was it launched?', 'botnet', 'About', 'Corrections']);
    expect(view('fr').label(withFragment(GLOSSARY, 'botnet'))).toBe('/glossary/');
  });

  test.each([
    '/', '/call/', '/call/#p6', '/principles/8/', '/principles/8/coverage/', '/preamble/', '/coverage/one/#c3', '/search/',
    '/about/', '/questions/', '/questions/where/', '/glossary/', '/glossary/#botnet', '/timeline/', '/timeline/#launch',
    '/timeline/principle/8/', '/variants/', '/corrections/', '/corrections/#where-read-out', '/edition/',
  ])('knows that %s is there', (address) => {
    expect(view('en').exists(address as Address)).toBe(true);
  });

  test.each<[of: string, lang: 'en' | 'fr', address: string]>([
    ['a record that nobody wrote', 'en', '/coverage/two/'],
    ['an event that nobody wrote', 'en', '/timeline/#lunch'],
    ['a page that nobody wrote', 'en', '/states/'],
    ['a correction that nobody made', 'en', '/corrections/#none'],
    ['a twin, which is no page', 'en', '/call/index.md'],
    ['a page with its base path', 'en', '/ref/call/'],
    ['the questions of another language', 'fr', '/questions/'],
    ['the glossary of another language', 'fr', '/glossary/'],
    ['the timeline of another language', 'fr', '/timeline/'],
    ['the variants of another language', 'fr', '/variants/'],
    ['the corrections of another language', 'fr', '/corrections/'],
  ])('knows that %s is not there', (_, lang, address) => {
    expect(view(lang).exists(address as Address)).toBe(false);
  });

  test('has every page of its edition, in the order of the site', () => {
    const whole = editionOf(record, 'en');
    expect(view('en').pages).toEqual(pagesOf(whole, words));
    // What redirects is no page, and a passage stands on one.
    const addresses = addressesOf(whole).filter((address) => !address.includes('#') && !/^\/p\d\/$/.test(address));
    expect(view('en').pages.map(({ address }) => address).sort()).toEqual([...addresses].sort());
  });

  test('has each page by its address', () => {
    expect([HOME, coverageAddress('one'), CORRECTIONS, EDITION].map((of) => view('en').page(of).title))
      .toEqual([words.site.name, 'One article', 'Corrections', words.edition.title]);
    expect(view('fr').page(HOME).updated).toBe(TODAY);
  });

  test.each<[name: string, lang: 'en' | 'fr', address: string]>([
    ['nobody wrote it', 'en', '/coverage/two/'],
    ['it is a passage', 'en', '/call/#p6'],
    ['it leads elsewhere', 'en', '/p8/'],
    ['it has its base path', 'en', '/ref/call/'],
    ['it is of another language', 'fr', '/corrections/'],
  ])('has no page where %s', (_, lang, address) => {
    expect(() => view(lang).page(address as Address)).toThrow(new Error(`no page at ${address}`));
  });

  test('has everything that can be cited, each by its address', () => {
    const { citables, citable } = view('en');
    expect(citables).toEqual(citablesOf(editionOf(record, 'en'), words, { base: '/', site: 'https://example.org' }));
    expect(citables.map(({ address }) => citable(address))).toEqual(citables);
    for (const of of ['/call/', '/call/#p6', '/principles/8/', '/coverage/one/', '/coverage/one/#c3', '/questions/where/', '/glossary/#botnet'])
      expect(citable(of as Address).record.URL).toBe(`https://example.org${of}`);
  });

  test.each(['/coverage/two/', '/coverage/one/#omits', '/glossary/', '/search/', '/coverage/one/#c9'])('cites nothing as %s', (address) => {
    expect(() => view('en').citable(address as Address)).toThrow(new Error(`nothing is cited as ${address}`));
  });

  test.each<[name: string, file: string, url: string, base: string, expected: string]>([
    ['a passage', ONE, '../../../text/en.md#p6', '/', 'https://example.org/call/#p6'],
    ['a page', ONE, '../../../principles/en/principle-8.md', '/', 'https://example.org/principles/8/'],
    ['a file beside it', COPY, 'one.md#c7', '/', 'https://example.org/coverage/one/#c7'],
    ['a passage of its own', ONE, '#c1', '/', 'https://example.org/coverage/one/#c1'],
    ['a term', principleFile(8), '../../glossary/en/botnet.md', '/', 'https://example.org/glossary/#botnet'],
    ['a page below a base path', ONE, '../../../text/en.md', '/ref/', 'https://example.org/ref/call/'],
    ['a page of another language, which this one has too', ONE, '../../../text/fr.md#p6', '/', 'https://example.org/call/#p6'],
    ['what is not written yet', ONE, 'two.md', '/', 'https://example.org/coverage/two/'],
  ])('follows a link to %s', (_, file, url, base, expected) => {
    expect(view('en', base).permalinkFrom(file, url)).toBe(expected);
  });

  test('follows a link to what only the other language has', () => {
    const french = (url: string) => view('fr', '/ref/').permalinkFrom('content/text/fr.md', url);
    expect([french('../glossary/en/botnet.md'), french('en.md#p6'), french('../coverage/en/2018/one.md#c7')]).toEqual([
      'https://example.org/ref/glossary/#botnet', 'https://example.org/ref/fr/call/#p6', 'https://example.org/ref/fr/coverage/one/#c7',
    ]);
  });

  test.each<[name: string, url: string]>([
    ['the web', 'https://example.org/call/'],
    ['a mailbox', 'mailto:press@example.org'],
    ['a path of the site', '/call/'],
    ['a file that is no entry', '../../README.md'],
    ['a file outside content', '../../../../README.md'],
    ['nothing', ''],
  ])('leaves a link to %s', (_, url) => {
    expect(view('en').permalinkFrom(ONE, url)).toBeUndefined();
  });

  test('leads from the Markdown of each passage to where its links lead', () => {
    const { entries } = record;
    const led = entries.flatMap(({ file, passages }) => passages.flatMap(({ markdown }) =>
      markdown.flatMap((piece) => (typeof piece === 'string' ? [] : [view('en').permalinkFrom(file, piece.url)]))));
    const pages = new Set(entries.map(({ address, lang }) => permalinkOf(pageOf(address), lang, { base: '/', site: 'https://example.org' })));
    expect(led.length).toBeGreaterThan(20);
    expect(led.filter((to) => !pages.has(to?.split('#')[0] ?? ''))).toEqual([]);
  });

  test('knows where the official text stands', () => {
    expect(view('en').official).toEqual({ en: 'https://example.org/en', fr: 'https://example.org/fr' });
    expect(view('fr').official).toEqual({ en: 'https://example.fr/en', fr: 'https://example.fr/fr' });
  });
});

describe('a view among views', () => {
  // One question is in English alone; the records were never retold in French, whose links lead to the English files.
  const translated = Object.entries(inFrench()).filter(([file]) => !file.startsWith('content/coverage/')).map(([file, text]) => [file, String(text).replaceAll('coverage/fr/', 'coverage/en/')]);
  const both = {
    ...more, ...Object.fromEntries(translated) as { [file: string]: string },
    'content/questions/en/alone.md': recordWith({ question: 'Who pays?', translated: 'false' }, String(more[QUESTION])),
  };
  const of = (lang: 'en' | 'fr') => siteOf(both, lang).view;

  test.each([
    ['en', '/call/', 'fr', 'Français', '/ref/fr/call/'],
    ['fr', '/call/', 'en', 'English', '/ref/call/'],
    ['fr', '/', 'en', 'English', '/ref/'],
    ['en', '/call/#p6', 'fr', 'Français', '/ref/fr/call/#p6'],
    ['fr', '/coverage/one/#c1', 'en', 'English', '/ref/coverage/one/#c1'],
    ['en', '/coverage/one/', 'fr', 'Français', '/ref/fr/coverage/one/'],
    ['fr', '/glossary/#botnet', 'en', 'English', '/ref/glossary/#botnet'],
  ] as const)('in %s knows where else %s is: in %s, named %s, at %s', (lang, address, other, name, href) => {
    expect(of(lang).elsewhere(address as Address)).toEqual([{ lang: other, name, href, permalink: `https://example.org${href}` }]);
  });

  test('knows that a page is nowhere else', () => {
    expect(of('en').elsewhere('/questions/alone/' as Address)).toEqual([]);
    expect(of('en').elsewhere('/nowhere/' as Address)).toEqual([]);
    expect(siteOf(more).view.elsewhere('/call/' as Address)).toEqual([]);
    expect(view('en').elsewhere('/call/' as Address)).toEqual([]);
  });

  test.each([
    ['a page', '/ref/principles/8/', '/ref/fr/principles/8/'],
    ['a passage', '/ref/call/#p6', '/ref/fr/call/#p6'],
    ['a record that French borrows', '/ref/coverage/one/#c1', '/ref/fr/coverage/one/#c1'],
    ['the home page', '/ref/', '/ref/fr/'],
  ])('leads from English on in French to %s', (_, url, href) => {
    expect(of('fr').fromLanguage('en', url)).toBe(href);
  });

  test.each([
    ['a page that French lacks', '/ref/questions/alone/'],
    ['a page that nobody has', '/ref/coverage/two/'],
    ['a page that is French already', '/ref/fr/call/'],
    ['another site', 'https://example.org/ref/call/'],
    ['another path of the host', '/abc/call/'],
    ['a path that only begins like ours', '/reference/call/'],
    ['a passage of the page itself', '#p6'],
    ['a mailbox', 'mailto:editor@example.org'],
    ['nothing', ''],
  ])('leaves a link from English to %s', (_, url) => {
    expect(of('fr').fromLanguage('en', url)).toBeUndefined();
  });

  test('leads from French on in English too, and from a language to itself', () => {
    expect(of('en').fromLanguage('fr', '/ref/fr/call/#p6')).toBe('/ref/call/#p6');
    expect(of('en').fromLanguage('fr', '/ref/call/#p6')).toBeUndefined();
    expect(of('en').fromLanguage('fr', '/ref/de/call/#p6')).toBeUndefined();
    expect(of('fr').fromLanguage('fr', '/ref/fr/call/')).toBe('/ref/fr/call/');
  });

  test('leads at the root of a host as well', () => {
    const { view: atRoot } = siteOf(both, 'fr', { base: '/', site: 'https://example.org' });
    expect(['/call/#p6', '/', '/fr/call/', '/coverage/one/'].map((url) => atRoot.fromLanguage('en', url))).toEqual(['/fr/call/#p6', '/fr/', undefined, '/fr/coverage/one/']);
  });

  test('follows the links of a borrowed record within its own language, and those to English alone out of it', () => {
    const followed = (url: string, from = ONE) => of('fr').permalinkFrom(from, url);
    expect(followed('../../../text/en.md#p6')).toBe('https://example.org/ref/fr/call/#p6');
    expect(followed('#c1')).toBe('https://example.org/ref/fr/coverage/one/#c1');
    expect(followed('../../../questions/en/alone.md')).toBe('https://example.org/ref/questions/alone/');
    expect(followed('../../coverage/en/2018/one.md#c1', 'content/questions/fr/where.md')).toBe('https://example.org/ref/fr/coverage/one/#c1');
  });

  test('shows the record that it borrows, by the name it has', () => {
    expect(of('fr').exists(coverageAddress('one'))).toBe(true);
    expect(of('fr').label(coverageAddress('one', 'c1'))).toBe('The Paper, affirmation 1');
    expect(of('fr').page(coverageAddress('one')).title).toBe('One article');
  });
});
