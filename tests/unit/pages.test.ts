import { describe, expect, test } from 'vitest';
import { FACETS } from '../../src/lib/addresses.ts';
import { fingerprintOf, HISTORY_FILE } from '../../src/lib/history.ts';
import { pagesOf, shortened, tabOf, updatedOf } from '../../src/lib/pages.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { fill } from '../../src/lib/words.ts';
import { wordsOf } from '../../src/strings.ts';
import {
  COPY, copy, CORRECTIONS_FILE, files, more, ONE, one, principleFile, QUESTION, STATES, TERM, term, TEXT, TIMELINE, TODAY,
  tree, VARIANTS,
} from '../content.ts';

type Changes = Parameters<typeof tree>[0];

const words = wordsOf('en');
const ABOUT = 'content/pages/en/about.mdx';
const OFFICIAL = 'content/text/official-en.md';
const aboutWords = String(tree()[ABOUT]);
const official = (day: string) => String(tree()[TEXT]).replace('edition: plain', `edition: official\nsource: call.pdf\nretrieved: ${day}`);
const statesPage = { 'content/pages/en/states.mdx': aboutWords.replace('## what', '## list').replace('title: About', 'title: States').replace('What this is', 'Who signed') };
const edition = (changes: Changes = more) => {
  const record = readRecord(files(tree(changes)), TODAY);
  expect(record.problems).toEqual([]);
  return editionOf(record, 'en');
};
const pages = (changes?: Changes) => pagesOf(edition(changes), words);
const at = (address: string, changes?: Changes) => pages(changes).find((page) => page.address === address);
const REPOSTS = `${words.facet.kind.toLowerCase()}: ${words.kind.repost}`;
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A history in which all files came in on one day, and these were last changed on the day given. */
const RELEASED = '2026-03-01';
const released = (changes: Changes, last: { readonly [file: string]: string } = {}): Changes => ({
  ...changes,
  [HISTORY_FILE]: files(tree(changes)).map(({ file, bytes }) => `${last[file] ?? RELEASED} ${fingerprintOf(bytes)} ${file}\n`).join(''),
});
/** The pages that change with a file, by address. */
const changedWith = (file: string, changes: Changes = more) =>
  pages(released(changes, { [file]: '2026-04-01' })).filter(({ updated }) => updated === '2026-04-01').map(({ address }) => address);

describe('the pages of an edition', () => {
  test('stand in the order of the site, each once', () => {
    expect(pages({ ...more, ...statesPage }).map(({ address, shown }) => `${shown.kind} ${address}`)).toEqual([
      'home /', 'call /call/', 'call-mentions /call/coverage/', 'principles /principles/',
      ...NUMBERS.flatMap((number) => [`principle /principles/${number}/`, `principle-mentions /principles/${number}/coverage/`]),
      'coverage /coverage/', 'record /coverage/copy/', 'record /coverage/one/', ...FACETS.map((name) => `facet /coverage/${name}/`),
      ...[
        'principle/4', 'principle/8', 'year/2018', 'year/undated', 'publisher/a-blog', 'publisher/the-paper', 'kind/reporting',
        'kind/repost', 'stance/neutral', 'language/en',
      ].map((facet) => `list /coverage/${facet}/`),
      'preamble /preamble/', 'questions /questions/', 'question /questions/where/', 'glossary /glossary/', 'timeline /timeline/',
      ...NUMBERS.map((number) => `events /timeline/principle/${number}/`),
      'variants /variants/', 'corrections /corrections/', 'page /about/', 'page /states/', 'search /search/', 'edition /edition/',
    ]);
  });

  test('are none for what the edition does without', () => {
    const kinds = new Set<string>(pages({}).map(({ shown }) => shown.kind));
    expect(['questions', 'question', 'glossary', 'timeline', 'events', 'variants', 'corrections'].filter((kind) => kinds.has(kind))).toEqual([]);
    expect(['home', 'call', 'principles', 'coverage', 'search', 'edition', 'page'].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('show what they are of', () => {
    expect(at('/principles/8/')?.shown).toMatchObject({ principle: { number: 8, address: '/principles/8/' } });
    expect(at('/principles/8/coverage/')?.shown).toMatchObject({ principle: { number: 8 } });
    expect(at('/coverage/one/')?.shown).toMatchObject({ entry: { file: ONE } });
    expect(at('/coverage/kind/repost/')?.shown).toMatchObject({ facet: { name: 'kind', value: 'repost' } });
    expect(at('/questions/where/')?.shown).toMatchObject({ entry: { file: QUESTION } });
    expect(at('/timeline/principle/8/')?.shown).toMatchObject({ entry: { file: TIMELINE }, number: 8 });
    expect(['/variants/', '/corrections/', '/about/'].map((address) => at(address)?.shown)).toMatchObject(
      [VARIANTS, CORRECTIONS_FILE, ABOUT].map((file) => ({ entry: { file } })),
    );
  });

  test.each<[address: string, title: string, description: string]>([
    ['/', words.site.name, words.site.description],
    ['/principles/8/', 'Principle 8, Name 8', fill(words.principles.description1, { n: 8, name: 'Name 8' })],
    ['/coverage/one/', 'One article', 'What it says.'],
    ['/questions/where/', 'Where was it launched?', 'In Paris.'],
    ['/timeline/', 'Timeline', 'What led to it and what followed.'],
    ['/corrections/', 'Corrections', 'What changed in the record, when and why.'],
    ['/about/', 'About', 'What this is.'],
    ['/coverage/kind/repost/', fill(words.coverage.filtered, { facet: REPOSTS }), fill(words.coverage.filteredDescription, { facet: REPOSTS })],
  ])('%s is called %s and says of itself %j', (address, title, description) => {
    expect(at(address)).toMatchObject({ title, description });
  });

  test.each<[address: string, above: string[]]>([
    ['/', []],
    ['/call/', []],
    ['/call/coverage/', ['/call/']],
    ['/principles/8/', ['/principles/']],
    ['/principles/8/coverage/', ['/principles/', '/principles/8/']],
    ['/coverage/one/', ['/coverage/']],
    ['/coverage/kind/', ['/coverage/']],
    ['/coverage/kind/repost/', ['/coverage/', '/coverage/kind/']],
    ['/preamble/', ['/call/']],
    ['/questions/where/', ['/questions/']],
    ['/timeline/', []],
    ['/timeline/principle/8/', ['/timeline/']],
    ['/variants/', ['/call/']],
    ['/corrections/', []],
    ['/about/', []],
  ])('%s stands below %j', (address, above) => {
    expect(at(address)?.crumbs.map((crumb) => crumb.address)).toEqual(above);
  });

  test('stand below pages that are there, each under one name', () => {
    const all = pages();
    const crumbs = all.flatMap((page) => page.crumbs);
    expect(crumbs.filter(({ address }) => !all.some((page) => page.address === address))).toEqual([]);
    expect(new Set(crumbs.map(({ address, label }) => `${address} ${label}`)).size).toBe(new Set(crumbs.map(({ address }) => address)).size);
    expect(crumbs.filter(({ label }) => label === '')).toEqual([]);
  });
});

describe('what a tab and a list of results show of a page', () => {
  const long = 'A Very Long Title of an Article about the Paris Call for Trust and Security in Cyberspace';
  const publishers = ['The Paper', 'Global Commission on the Stability of Cyberspace', 'The Standing Conference of All the Ministries for Everything that Is Digital'];
  const titled = (title: string, publisher: string): Changes => ({ ...more, [ONE]: one.replace('One article', title).replace('The Paper', publisher) });

  test.each(publishers.flatMap((publisher) => ['Call', long].map((title) => [title, publisher])))('has its length and is not twice, with %s in %s', (title, publisher) => {
    const all = pages(titled(title, publisher));
    expect(all.filter(({ tab }) => tab.length > 60 || tab === '').map(({ tab }) => tab)).toEqual([]);
    expect(all.filter(({ description }) => description.length > 160 || description === '').map(({ description }) => description)).toEqual([]);
    expect(new Set(all.map(({ tab }) => tab)).size).toBe(all.length);
    expect(new Set(all.map(({ description }) => description)).size).toBe(all.length);
  });

  test.each<[title: string, publisher: string, tab: string]>([
    ['Call', 'The Paper', 'Call, The Paper'],
    [long, 'The Paper', 'A Very Long Title of an Article about the Paris…, The Paper'],
    [long, publishers[1] ?? '', 'A Very…, Global Commission on the Stability of Cyberspace'],
    [long, publishers[2] ?? '', 'A Very…, The Standing Conference of All the Ministries for…'],
  ])('of %s in %s is %s', (title, publisher, tab) => {
    expect(at('/coverage/one/', titled(title, publisher))?.tab).toBe(tab);
  });

  test('is cut where a principle has a long name', () => {
    const name = 'Name 8'.padEnd(180, ' and more');
    const page = at('/principles/8/', { ...more, [principleFile(8)]: String(tree()[principleFile(8)]).replace('Name 8', name) });
    expect(page?.title).toBe(`Principle 8, ${name}`);
    expect(page?.description).toMatch(/ (and|more)…$/);
    expect([page?.description.length, page?.tab.length].every((length) => length !== undefined && length <= 160)).toBe(true);
  });

  test.each<[title: string, tab: string]>([
    ['Coverage', 'Coverage · The Paris Call'],
    ['The Paris Call', 'The Paris Call'],
    // With the site's name exactly 60 characters, then one more.
    ['x'.repeat(43), `${'x'.repeat(43)} · The Paris Call`],
    ['x'.repeat(44), 'x'.repeat(44)],
    [`${'word '.repeat(12)}end`, `${'word '.repeat(12).trim()}…`],
  ])('of %s is %s', (title, tab) => {
    expect(tabOf(title, 'The Paris Call')).toBe(tab);
  });
});

describe('a text is shortened', () => {
  test.each<[name: string, text: string, most: number, expected: string]>([
    ['not at all where there is room', 'One two', 7, 'One two'],
    ['to whole words', 'One two three', 10, 'One two…'],
    ['without the mark before the cut', 'One two, three four', 10, 'One two…'],
    ['without a dash before the cut', 'One two — three four', 11, 'One two…'],
    ['within its only word where that is too long', 'Antidisestablishment', 10, 'Antidises…'],
    ['within its first word where that is too long', 'Antidisestablishment is it', 10, 'Antidises…'],
  ])('%s', (_, text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  test('to its length at most, whatever that is', () => {
    const text = 'One two, three: four – five antidisestablishment six';
    for (let most = 1; most <= text.length; most++) expect(shortened(text, most).length).toBeLessThanOrEqual(most);
  });
});

describe('the day on which a page last changed', () => {
  const lists = ['/', '/call/'];

  test('is that of the release, where nothing has changed', () => {
    expect(new Set(pages(released(more)).map(({ updated }) => updated))).toEqual(new Set([RELEASED]));
  });

  test('is today for all that shows a file that has changed since', () => {
    const changes = { ...released(more), [TERM]: term.replace('Machines', 'Engines') };
    expect(at('/glossary/', changes)?.updated).toBe(TODAY);
    expect(at('/coverage/one/', changes)?.updated).toBe(RELEASED);
  });

  test.each<[name: string, file: string, expected: string[]]>([
    [
      'the text', TEXT,
      [...lists, ...NUMBERS.map((number) => `/principles/${number}/`), '/preamble/', '/search/', '/edition/'],
    ],
    [
      'a principle, with the paragraph it links', principleFile(8),
      [...lists, '/call/coverage/', '/principles/', '/principles/8/', '/principles/8/coverage/', '/preamble/', '/edition/'],
    ],
    [
      'an article, with its copy and all it speaks of', ONE,
      [
        ...lists, '/call/coverage/', '/principles/4/', '/principles/4/coverage/', '/principles/8/', '/principles/8/coverage/', '/coverage/',
        '/coverage/copy/', '/coverage/one/', ...FACETS.map((name) => `/coverage/${name}/`), '/coverage/principle/4/', '/coverage/principle/8/', '/coverage/year/2018/',
        '/coverage/publisher/the-paper/', '/coverage/kind/reporting/', '/coverage/stance/neutral/', '/coverage/language/en/', '/edition/',
      ],
    ],
    [
      'a copy, with its original', COPY,
      [
        ...lists, '/coverage/', '/coverage/copy/', '/coverage/one/', ...FACETS.map((name) => `/coverage/${name}/`), '/coverage/principle/8/', '/coverage/year/undated/',
        '/coverage/publisher/a-blog/', '/coverage/kind/repost/', '/coverage/stance/neutral/', '/coverage/language/en/', '/edition/',
      ],
    ],
    [
      'a question, with the claim it compares', QUESTION,
      [...lists, '/call/coverage/', '/coverage/one/', '/questions/', '/questions/where/', '/edition/'],
    ],
    ['a term', TERM, [...lists, '/principles/5/', '/principles/5/coverage/', '/glossary/', '/edition/']],
    [
      'the timeline', TIMELINE,
      [
        ...lists, '/call/coverage/', '/principles/8/', '/principles/8/coverage/', '/timeline/',
        ...NUMBERS.map((number) => `/timeline/principle/${number}/`), '/edition/',
      ],
    ],
    ['the variants', VARIANTS, [...lists, '/call/coverage/', '/variants/', '/edition/']],
    [
      'the corrections, with the passages they name', CORRECTIONS_FILE,
      [...lists, '/coverage/one/', '/questions/where/', '/corrections/', '/edition/'],
    ],
    ['a page', ABOUT, [...lists, '/call/coverage/', '/about/', '/edition/']],
    ['the table of States, of which the home page counts', STATES, [...lists, '/edition/']],
  ])('comes with %s', (_, file, expected) => {
    expect(changedWith(file)).toEqual(expected);
  });

  test('comes with the table of States where a page shows it', () => {
    expect(changedWith(STATES, { ...more, ...statesPage })).toEqual([...lists, '/states/', '/edition/']);
  });

  test.each(['content/coverage/fr/2018/enisa.md', 'content/coverage/fr/2018/en-bref.md'])('does not come with %s, of another language', (file) => {
    expect(changedWith(file, { ...more, [file]: one })).toEqual([]);
  });

  test('comes with the official wording, where the page shows that', () => {
    const changes = released({ ...more, [OFFICIAL]: official('2026-05-01') });
    const later = pages(changes).filter(({ updated }) => updated === '2026-05-01').map(({ address }) => address);
    expect(later).toEqual([...lists, ...NUMBERS.map((number) => `/principles/${number}/`), '/edition/']);
  });

  test('is none before that of its newest part', () => {
    const changes = released(more, { [ONE]: '2026-04-01', [TEXT]: '2026-04-02', [COPY]: '2026-03-15' });
    expect(['/', '/call/', '/principles/8/', '/coverage/one/', '/coverage/copy/', '/coverage/year/undated/', '/about/'].map((address) => at(address, changes)?.updated))
      .toEqual(['2026-04-02', '2026-04-02', '2026-04-02', '2026-04-01', '2026-04-01', '2026-03-15', RELEASED]);
  });

  test('of a copy is not that of another copy', () => {
    const third = 'content/coverage/en/2018/third.md';
    expect(changedWith(third, { ...more, [third]: copy })).not.toContain('/coverage/copy/');
  });
});

describe('the day on which an entry last changed', () => {
  test('is our own, not that of what it tells of', () => {
    const whole = edition(released(more, { [ONE]: '2026-04-01' }));
    const day = (slug: string) => whole.coverage.filter((entry) => entry.slug === slug).map((entry) => updatedOf(whole, entry));
    expect([day('one'), day('copy')]).toEqual([['2026-04-01'], [RELEASED]]);
  });

  test('is that of its retrieval for the official wording', () => {
    const whole = edition({ [OFFICIAL]: official('2026-05-01') });
    expect(whole.official && updatedOf(whole, whole.official)).toBe('2026-05-01');
  });

  test('is empty for a file that nobody dated', () => {
    const { text } = edition();
    expect(updatedOf({ dates: new Map() }, text)).toBe('');
  });
});
