import { describe, expect, test } from 'vitest';
import { mentionsBy } from '../../src/lib/coverage.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { filtersOf, olderCoverage, searchDocuments, searchParts } from '../../src/lib/search-documents.ts';
import { wordsOf } from '../../src/strings.ts';
import {
  copy, COPY, files, more, ONE, one, principleFile, QUESTION, question, TERM, term, TEXT, TIMELINE, timeline, TODAY, tree,
} from '../content.ts';
import { french, official, officialWords } from '../edition.ts';

type Changes = Parameters<typeof tree>[0];

const english = wordsOf('en');
const words = {
  ...english,
  part: {
    ...english.part,
    paragraph: 'Paragraph {n}', principle: 'Principle {n}', principleNamed: 'Principle {n}, {name}', claim: 'Claim {n}',
  },
  section: { ...english.section, what: 'What this is', summary: 'Summary', answer: 'Answer' },
  glossary: { ...english.glossary, title: 'Glossary' },
};
const editionWith = (changes: Changes) => editionOf(readRecord(files(tree(changes)), TODAY), 'en');
const documents = (changes: Changes = {}, base = '/') => searchDocuments(editionWith(changes), words, { base });
const html = (url: string, changes: Changes = {}) => documents(changes).find((document) => document.url === url)?.html ?? '';
const changed = (file: string, from: string, to: string): Changes => ({ [file]: String(tree()[file]).replace(from, to) });

/** How much the passages of a document count. */
const weight = (of: string) => Number(/data-pagefind-weight="([\d.]+)"/.exec(of)?.[1]);
const weightless = (of: string) => of.replace(/ data-pagefind-weight="[^"]*"/g, '');
/** The section of a passage within a document. */
const section = (id: string, of: string) => new RegExp(`<section id="${id}"[^]*?</section>`).exec(weightless(of))?.[0];
/** The values of each filter of a document. */
const filters = (of: string) =>
  [...of.matchAll(/<i data-pagefind-filter="(\w+)">([^<]*)<\/i>/g)].map(([, name, value]) => `${name}: ${value}`);

describe('search finds', () => {
  test('every page of the record, and none of the lists', () => {
    expect(documents().map(({ url }) => url)).toEqual([
      '/call/', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/`),
      '/coverage/copy/', '/coverage/one/', '/about/',
    ]);
  });

  test('the questions before the coverage, then the timeline, the variants and the corrections, and the glossary last', () => {
    expect(documents(more).map(({ url }) => url)).toEqual([
      '/call/', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/`),
      '/questions/where/', '/coverage/copy/', '/coverage/one/', '/timeline/', '/variants/', '/corrections/', '/about/',
      '/glossary/',
    ]);
  });

  test('a large record in two parts: the newest publications with all that is ours, and the older ones', () => {
    const dated = (date: string) => one.replace(/published: .*/, `published: ${date}`);
    const edition = editionWith({ [ONE]: dated('2018-11-12'), 'content/coverage/en/2018/two.md': dated('2018-11-30'), 'content/coverage/en/2018/three.md': dated('2018-11-20') });
    expect(olderCoverage(edition, 1).map(({ slug }) => slug)).toEqual(['three', 'one', 'copy']);
    const { first, older } = searchParts(edition, words, { base: '/ref/' }, 1);
    expect(older.map(({ url }) => url)).not.toContain('/ref/coverage/two/');
    expect(older.length + 1).toBe(edition.coverage.length);
    expect(first.map(({ url }) => url)).toContain('/ref/coverage/two/');
    expect([...first, ...older].map(({ url }) => url).sort()).toEqual(searchDocuments(edition, words, { base: '/ref/' }).map(({ url }) => url).sort());
  });

  test('a small record in one part, which is one of three hundred publications', () => {
    expect(searchParts(editionWith({}), words, { base: '/' }).older).toEqual([]);
    const edition = editionWith({});
    const [record = expect.fail('no record')] = edition.coverage;
    expect([300, 301].map((count) => olderCoverage({ ...edition, coverage: Array.from({ length: count }, () => record) }).length)).toEqual([0, 1]);
  });

  test('pages under the path at which the site is served', () => {
    expect(documents({}, '/ref/').map(({ url }) => url)).toEqual(documents().map(({ url }) => `/ref${url}`));
  });

  test('a page as one document, its passages and its filters apart', () => {
    expect(weightless(html('/about/', changed('content/pages/en/about.mdx', '<Counts />', 'So many.')))).toBe(
      '<!doctype html><html lang="en"><head><title>About</title></head>'
      + '<body><main data-pagefind-body><h1>About</h1>'
      + '<section id="what" data-pagefind-title="What this is"><p>About the Call.</p></section>'
      + `<section id="numbers" data-pagefind-title="${words.section.numbers}"><p>So many.</p></section></main>`
      + '<aside><i data-pagefind-filter="kind">page</i></aside></body></html>',
    );
  });

  test('each of the 25 segments at its place', () => {
    const sections = weightless(html('/call/')).matchAll(/<section id="([^"]+)" data-pagefind-title="([^"]+)">/g);
    expect([...sections].map(([, id, title]) => `${id} ${title}`)).toEqual([
      ...Array.from({ length: 14 }, (_, index) => `p${index + 1} Paragraph ${index + 1}`),
      ...Array.from({ length: 9 }, (_, index) => `principle-${index + 1} Principle ${index + 1} · Name ${index + 1}`),
      'p15 Paragraph 15', 'p16 Paragraph 16',
    ]);
  });

  test('the official edition beside the text, at the same address and with the same weight', () => {
    const calls = documents(official()).filter(({ url }) => url === '/call/').map((document) => document.html);
    expect(calls.map((call) => filters(call).at(-1))).toEqual(['kind: text', 'kind: official-text']);
    expect(calls.map((call) => section('p6', call))).toEqual(['Words of p6.', officialWords('p6')].map((said) => `<section id="p6" data-pagefind-title="Paragraph 6"><p>${said}</p></section>`));
    expect(new Set(calls.map(weight)).size).toBe(1);
  });

  test('a principle by its name', () => {
    expect(html('/principles/8/')).toContain('<h1>Principle 8, Name 8</h1>');
  });

  test('a claim by its speaker, its publisher and its words, but not by its first line', () => {
    expect(section('c2', html('/coverage/one/'))).toBe(
      '<section id="c2" data-pagefind-title="Claim 2 · A. Reporter">'
      + '<p>A. Reporter, The Paper.</p><p>More than fifty states back the Call.</p></section>',
    );
  });

  test.each([
    ['The Paper', 'The Paper.'],
    ['the paper author', 'the paper author.'],
    ['A. Reporter, as quoted by The Paper', 'A. Reporter, as quoted by The Paper.'],
    ['The Papers', 'The Papers, The Paper.'],
    ['The Daily Paper', 'The Daily Paper, The Paper.'],
  ])('a claim of %s by its publisher too, who is named once', (speaker, by) => {
    expect(section('c2', html('/coverage/one/', { [ONE]: one.replaceAll('A. Reporter ·', `${speaker} ·`) }))).toContain(`<p>${by}</p>`);
  });

  test('a question by its words, and its answer', () => {
    expect(html('/questions/where/', more)).toContain('<h1>Where was it launched?</h1>');
    expect(section('answer', html('/questions/where/', more))).toBe(
      '<section id="answer" data-pagefind-title="Answer"><p>In Paris, where the Call was read out.</p></section>',
    );
  });

  test('a question’s table by a title of its own', () => {
    expect(section('sources', html('/questions/where/', more))).toContain(`data-pagefind-title="${words.questions.whoSaid}"`);
  });

  test.each([
    ['worm', 'May 2017', 'A worm spread.'],
    ['launch', '12 November 2018', 'France launched the Call.'],
    ['forum', '25 November 2019', 'A forum spoke of hack back.'],
  ])('the event %s by the day it began, and its words', (id, day, said) => {
    expect(section(id, html('/timeline/', more)))
      .toBe(`<section id="${id}" data-pagefind-title="${day}"><p>${said}</p></section>`);
  });

  test('a variant by its segment', () => {
    expect(section('p6', html('/variants/', more))).toContain('data-pagefind-title="Paragraph 6"');
    expect(section('principle-8', html('/variants/', more))).toContain('data-pagefind-title="Principle 8 · Name 8"');
  });

  test('a term by its other forms and its French too', () => {
    expect(weightless(html('/glossary/', more))).toBe(
      '<!doctype html><html lang="en"><head><title>Glossary</title></head>'
      + '<body><main data-pagefind-body><h1>Glossary</h1>'
      + '<section id="botnet" data-pagefind-title="botnet"><p>botnet, zombie network, réseau de machines zombies.</p>'
      + '<p>Machines that obey a stranger, which the fifth aim would keep from spreading.</p></section></main>'
      + '<aside><i data-pagefind-filter="kind">term</i></aside></body></html>',
    );
  });

  test('each paragraph of a passage by itself', () => {
    expect(section('p6', html('/call/', changed(TEXT, 'Words of p6.', 'One.\n\n- Two.\n- Three.'))))
      .toBe('<section id="p6" data-pagefind-title="Paragraph 6"><p>One.</p><p>Two. Three.</p></section>');
  });

  test('the Call before what is said of it, and the site’s own pages last', () => {
    const weights = ['/call/', '/principles/8/', '/coverage/one/', '/about/'].map((url) => weight(html(url)));
    expect(weights).toEqual([...new Set(weights)].sort((a, b) => b - a));
    const others = ['/call/', '/questions/where/', '/coverage/one/', '/about/'].map((url) => weight(html(url, more)));
    expect(others).toEqual([...new Set(others)].sort((a, b) => b - a));
  });

  test.each(['/glossary/', '/timeline/', '/variants/', '/corrections/'])('%s with a weight of its own', (url) => {
    expect(weight(html(url, more))).toBeGreaterThan(0);
  });

  test('no words of those who speak of a page', () => {
    expect(html('/principles/8/')).not.toContain('asks firms');
    expect(html('/coverage/copy/')).not.toContain('asks firms');
  });

  test('nothing in a heading without words below it', () => {
    expect(html('/coverage/one/')).not.toContain('id="claims"');
  });

  test('nothing in a passage that only shows a component', () => {
    expect(html('/about/')).not.toContain('Counts');
  });
});

describe('what search reads', () => {
  test('has straight apostrophes, and what is elided apart', () => {
    const changes = changed(TEXT, 'Words of p6.', "Each State's duty, l'internet and ‘so’ on.");
    expect(section('p6', html('/call/', changes))).toContain("<p>Each State's duty, l' internet and 'so' on.</p>");
  });

  test('has titles in the same way', () => {
    expect(html('/coverage/one/', changed(ONE, 'title: One article', 'title: L’internet d’abord'))).toContain("<h1>L' internet d' abord</h1>");
  });

  test.each([
    ['in a title', changed(ONE, 'title: One article', 'title: "A < B & \\"C\\""'), '<h1>A &lt; B &amp; &quot;C&quot;</h1>'],
    [
      'in a passage', changed(ONE, 'It reports the launch.', 'It reports that 1 \\< 2 & 3 > 2.'),
      '<p>It reports that 1 &lt; 2 &amp; 3 &gt; 2.</p>',
    ],
    [
      'in a speaker', changed(ONE, 'Some Critic ·', 'Smith & Sons ·'),
      'title="Claim 3 · Smith &amp; Sons"><p>Smith &amp; Sons, The Paper.</p>',
    ],
    [
      'in a publisher', changed(ONE, 'publisher: The Paper', 'publisher: A<b>&'),
      '<i data-pagefind-filter="publisher">A&lt;b&gt;&amp;</i>',
    ],
  ])('cannot be taken for markup %s', (_, changes, expected) => {
    expect(html('/coverage/one/', changes)).toContain(expected);
  });

  test.each<[string, string, Changes, string]>([
    [
      'in a question', '/questions/where/',
      { ...more, [QUESTION]: question.replace('question: Where', 'question: Where & <b>how</b>') },
      '<h1>Where &amp; &lt;b&gt;how&lt;/b&gt; was it launched?</h1>',
    ],
    [
      'in a term', '/glossary/', { ...more, [TERM]: term.replace('term: botnet', 'term: R&D "net"') },
      'title="R&amp;D &quot;net&quot;"><p>R&amp;D &quot;net&quot;, zombie network,',
    ],
    [
      'in an event', '/timeline/', { ...more, [TIMELINE]: timeline.replace('A worm', 'A \\<worm>') },
      '<p>A &lt;worm&gt; spread.</p>',
    ],
  ])('cannot be taken for markup %s either', (_, url, changes, expected) => {
    expect(html(url, changes)).toContain(expected);
  });

  test('is said to be in the language of the edition', () => {
    const record = readRecord(files(tree({
      'content/text/fr.md': String(tree()[TEXT]), 'content/principles/fr/principle-8.md': String(tree()[principleFile(8)]),
    })), TODAY);
    const [call, eighth] = searchDocuments(editionOf(record, 'fr'), words, { base: '/' });
    expect(call?.url).toBe('/fr/call/');
    expect(call?.html).toContain('<html lang="fr">');
    expect(eighth?.html).toContain('<h1>Principle 8, Nom 8</h1>');
    expect(section('principle-8', call?.html ?? '')).toContain('Principle 8 · Nom 8');
  });
});

describe('the index of a language', () => {
  const both = { ...more, ...french(tree(more)) };
  const urls = (changes: Changes, lang: 'en' | 'fr') =>
    searchDocuments(editionOf(readRecord(files(tree(changes)), TODAY), lang), wordsOf(lang), { base: '/ref/' }).map(({ url }) => url);

  test('has the pages of that language, and as many as the other', () => {
    expect(urls(both, 'fr')).toEqual(urls(both, 'en').map((url) => url.replace('/ref/', '/ref/fr/')));
  });

  test('leaves the records that it borrows to the index of theirs', () => {
    const borrowed = 'content/coverage/fr/2018/copy.md';
    expect(urls({ ...both, [borrowed]: undefined }, 'fr')).not.toContain('/ref/fr/coverage/copy/');
    expect(urls({ ...both, [borrowed]: undefined }, 'fr')).toContain('/ref/fr/coverage/one/');
    expect(urls({ ...both, [borrowed]: undefined }, 'en')).toContain('/ref/coverage/copy/');
    expect(olderCoverage(editionOf(readRecord(files(tree({ ...both, [borrowed]: undefined })), TODAY), 'fr'), 0).map(({ slug }) => slug)).toEqual(['one']);
  });
});

describe('results can be narrowed', () => {
  test('to coverage by what it is filed under', () => {
    expect(filters(html('/coverage/one/'))).toEqual([
      'principle: 4', 'principle: 8', 'year: 2018', 'publisher: The Paper', 'kind: reporting',
    ]);
  });

  test('to a copy by the principles that it carries', () => {
    expect(filters(html('/coverage/copy/'))).toEqual(['principle: 8', 'year: undated', 'publisher: A Blog', 'kind: repost']);
  });

  test('to one principle', () => {
    expect(filters(html('/principles/8/'))).toEqual(['principle: 8', 'kind: principle']);
  });

  test('to the text, which has all principles', () => {
    expect(filters(html('/call/'))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `principle: ${number}`), 'kind: text',
    ]);
  });

  test.each([
    ['a question, and the principles that it names', '/questions/where/', ['kind: question', 'principle: 4', 'principle: 8']],
    ['the events, and the principles that they name', '/timeline/', ['kind: event', 'principle: 8']],
    ['the terms', '/glossary/', ['kind: term']],
    ['the variants, as a page of the site', '/variants/', ['kind: page']],
  ])('to %s', (_, url, expected) => {
    const answer = 'On [theft](../../principles/en/principle-4.md) and [hack back](../../text/en.md#principle-8), where';
    expect(filters(html(url, { ...more, [QUESTION]: question.replace('In Paris, where', answer) }))).toEqual(expected);
  });

  test('by a publisher as it is named, since a filter is compared whole', () => {
    expect(filters(html('/coverage/one/', changed(ONE, 'publisher: The Paper', 'publisher: L’Hebdo d\'Orient')))).toContain('publisher: L’Hebdo d’Orient');
  });

  test('to coverage of no principle at all, which is filed under none', () => {
    const edition = editionWith({ [ONE]: one, [COPY]: copy.replace('[c3]', '[c1-c3]') });
    const entry = edition.coverage.find(({ slug }) => slug === 'copy');
    expect(entry && filtersOf(entry, mentionsBy(edition.graph).get(entry) ?? [])['principle']).toEqual([]);
  });
});
