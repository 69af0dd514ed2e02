import { describe, expect, test } from 'vitest';
import { parse } from 'parse5';
import type { Address } from '../../src/lib/addresses.ts';
import { jsonLdOf } from '../../src/lib/json-ld.ts';
import { ONE, tree } from '../content.ts';
import { french, nasty, NASTY, official, recordWith, siteOf, whole, type TestSite } from '../edition.ts';
import { danglingIn, expanded, faultsOf, type Node } from '../json-ld.ts';

const AT = 'https://example.org/ref';
const DATA = { 'content/pages/en/data.mdx': '---\ntitle: Data\nsummary: What there is.\n---\n\n## files\n\n<DataFiles />\n' };
const site = siteOf({ ...whole, ...DATA });
const text = ({ edition, view }: TestSite, address: string) => jsonLdOf(edition, view, view.page(address as Address));
const graph = (of: TestSite, address: string) => (JSON.parse(text(of, address)) as { '@graph': readonly Node[] })['@graph'];
const node = (of: TestSite, address: string, type: string) => graph(of, address).find((one) => one['@type'] === type);
const recordNode = (fields: Parameters<typeof recordWith>[0]) => graph(siteOf({ [ONE]: recordWith(fields) }), '/coverage/one/')[2];
const CALL = `${AT}/call/#the-call`;

describe('the graph of whatever page', () => {
  const SITES: readonly (readonly [string, TestSite])[] = [
    ['with every kind of entry', site], ['with the least', siteOf()], ['with hostile words', siteOf({ ...nasty, ...DATA })], ['with the official wording', siteOf({ ...whole, ...official() })],
    ['in French', siteOf({ ...whole, ...french(tree(whole)) }, 'fr')],
  ];

  test.each(SITES)('%s: is expanded, defines what it names, and gives each type what it must have', async (_, of) => {
    for (const { address } of of.view.pages) {
      const nodes = graph(of, address);
      expect([address, faultsOf(nodes), danglingIn(nodes)]).toEqual([address, [], []]);
      expect([address, (await expanded(JSON.parse(text(of, address)) as object)).length]).toEqual([address, nodes.length]);
    }
  });

  test('cannot end the element that holds it', () => {
    const hostile = siteOf(nasty);
    for (const { address } of hostile.view.pages) {
      const written = text(hostile, address);
      expect([address, written.includes('<')]).toEqual([address, false]);
      const [script] = JSON.stringify(parse(`<script type="application/ld+json">${written}</script>`), (key, value: unknown) => (key === 'parentNode' ? undefined : value)).match(/"#text"/g) ?? [];
      expect(script).toBe('"#text"');
    }
    expect(node(hostile, '/coverage/one/', 'NewsArticle')?.['headline']).toBe(NASTY);
  });

  test('names the site, the page and the way to it', () => {
    expect(graph(site, '/coverage/one/')[0]).toEqual({ '@id': `${AT}/#site`, '@type': 'WebSite', url: `${AT}/`, name: 'The Paris Call, annotated', inLanguage: 'en', license: 'https://creativecommons.org/licenses/by/4.0/' });
    const page = site.view.page('/coverage/one/' as Address);
    expect(graph(site, '/coverage/one/')[1]).toEqual({
      '@id': `${AT}/coverage/one/`, '@type': 'WebPage', url: `${AT}/coverage/one/`, name: 'One article', description: 'What it says.', inLanguage: 'en', dateModified: page.updated, isPartOf: { '@id': `${AT}/#site` },
      license: 'https://creativecommons.org/licenses/by/4.0/', mainEntity: { '@id': 'https://example.org/one' }, breadcrumb: { '@id': `${AT}/coverage/one/#breadcrumb` },
    });
    expect(node(site, '/coverage/one/', 'BreadcrumbList')?.['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Home', item: `${AT}/` }, { '@type': 'ListItem', position: 2, name: 'Coverage', item: `${AT}/coverage/` }, { '@type': 'ListItem', position: 3, name: 'One article', item: `${AT}/coverage/one/` },
    ]);
  });

  test('has no way to the home page, whose search alone it describes', () => {
    expect(node(site, '/', 'BreadcrumbList')).toBeUndefined();
    const searches = site.view.pages.filter(({ address }) => node(site, address, 'WebSite')?.['potentialAction'] !== undefined).map(({ address }) => address);
    expect(searches).toEqual(['/']);
    expect(node(site, '/', 'WebSite')?.['potentialAction']).toEqual({ '@type': 'SearchAction', target: `${AT}/search/?q={query}`, 'query-input': 'required name=query' });
  });
});

test.each([
  ['/', 'WebPage'], ['/coverage/', 'CollectionPage'], ['/coverage/year/', 'CollectionPage'], ['/coverage/year/2018/', 'CollectionPage'], ['/questions/', 'CollectionPage'],
  ['/principles/', 'CollectionPage'], ['/principles/8/', 'WebPage'], ['/questions/where/', 'QAPage'], ['/search/', 'SearchResultsPage'],
])('the page %s is a %s', (address, type) => {
  expect(graph(site, address)[1]).toMatchObject({ '@id': `${AT}${address}`, '@type': type });
});

describe('what a page is about', () => {
  test('the Call is a declaration of its day, in both languages, with nine parts', () => {
    const [call, ...parts] = graph(site, '/call/').filter((one) => one['@type'] === 'Legislation');
    expect(call).toEqual({
      '@id': CALL, '@type': 'Legislation', name: 'The Paris Call for Trust and Security in Cyberspace', url: 'https://example.org/en', datePublished: '2018-11-12', legislationDate: '2018-11-12', legislationType: 'declaration',
      inLanguage: ['en', 'fr'], hasPart: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ '@id': `${AT}/principles/${number}/#principle` })),
    });
    expect(parts.map((part) => part['@id'])).toEqual((call?.['hasPart'] as Node[]).map((part) => part['@id']));
    expect(parts[7]).toEqual({ '@id': `${AT}/principles/8/#principle`, '@type': 'Legislation', name: 'Principle 8, Name 8', url: `${AT}/principles/8/` });
  });

  test('a principle is a part of the Call, by its number, the same as its place in the official text', () => {
    expect(node(site, '/principles/8/', 'Legislation')).toEqual({
      '@id': `${AT}/principles/8/#principle`, '@type': 'Legislation', name: 'Principle 8, Name 8', url: `${AT}/principles/8/`, legislationIdentifier: '8', isPartOf: { '@id': CALL }, sameAs: 'https://example.org/en#principle-8',
    });
  });

  test('the Call and a principle lead, in French, to the French official text', () => {
    const made = siteOf({ ...whole, ...french(tree(whole)) }, 'fr');
    expect([node(made, '/call/', 'Legislation')?.['url'], node(made, '/principles/8/', 'Legislation')?.['sameAs']]).toEqual(['https://example.org/fr', 'https://example.org/fr#principle-8']);
  });

  test.each<[what: string, fields: Parameters<typeof recordWith>[0], expected: object, without?: readonly string[]]>([
    ['a news report', {}, { '@type': 'NewsArticle', '@id': 'https://example.org/one', headline: 'One article', author: [{ '@type': 'Person', name: 'A. Reporter' }], datePublished: '2018-11-12', publisher: { '@type': 'Organization', name: 'The Paper' }, about: { '@id': CALL } }],
    ['a report', { kind: 'report' }, { '@type': 'Report' }],
    ['research', { kind: 'research' }, { '@type': 'Report' }],
    ['a comment', { kind: 'commentary' }, { '@type': 'Article' }],
    ['one without an address', { url: undefined }, { '@id': `${AT}/coverage/one/#publication` }, ['url']],
    ['one without a day', { published: undefined, notBefore: '2018' }, {}, ['datePublished']],
    ['one without an author', { authors: undefined }, {}, ['author']],
    ['one of a body', { authors: undefined, corporateAuthors: '[Reuters]' }, { author: [{ '@type': 'Organization', name: 'Reuters' }] }],
    ['one of a body’s own', { authors: undefined, kind: 'statement' }, { author: [{ '@type': 'Organization', name: 'The Paper' }] }],
    ['one that was corrected', { corrected: '2018-11-13' }, { dateModified: '2018-11-13' }],
    ['one in French', { language: 'fr' }, { inLanguage: 'fr' }],
    ['one with other signs in its address', { url: '"https://example.org/é <a>"' }, { '@id': 'https://example.org/%C3%A9%20%3Ca%3E', url: 'https://example.org/%C3%A9%20%3Ca%3E' }],
  ])('a record: %s', (_, fields, expected, without = []) => {
    expect(recordNode(fields)).toMatchObject(expected);
    expect(Object.keys(recordNode(fields) ?? {}).filter((name) => without.includes(name))).toEqual([]);
  });

  test('a question has its answer, whole, where it stands', () => {
    expect(node(site, '/questions/where/', 'Question')).toEqual({
      '@id': `${AT}/questions/where/#question`, '@type': 'Question', name: 'Where was it launched?', answerCount: 1, acceptedAnswer: { '@type': 'Answer', text: 'In Paris, where the Call was read out.', url: `${AT}/questions/where/#answer` },
    });
  });

  test('the glossary has its terms, each with its place', () => {
    expect(node(site, '/glossary/', 'DefinedTermSet')).toMatchObject({ hasDefinedTerm: [{ '@id': `${AT}/glossary/#botnet` }] });
    expect(node(site, '/glossary/', 'DefinedTerm')).toEqual({ '@id': `${AT}/glossary/#botnet`, '@type': 'DefinedTerm', name: 'botnet', url: `${AT}/glossary/#botnet`, inDefinedTermSet: { '@id': `${AT}/glossary/#terms` } });
  });

  test('the data are a data set to be had in one file; of another page nothing is said', () => {
    expect(node(site, '/data/', 'Dataset')).toMatchObject({ '@id': `${AT}/data/#dataset`, distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${AT}/data/datapackage.json` }] });
    expect(graph(site, '/about/').map((one) => one['@type'])).toEqual(['WebSite', 'WebPage', 'BreadcrumbList']);
  });

  test('the coverage is a list as long as it is', () => {
    expect(node(site, '/coverage/', 'ItemList')).toMatchObject({ numberOfItems: 2 });
  });
});

describe('the rules of these tests refuse', () => {
  const faulty = (change: (nodes: { [property: string]: unknown }[]) => void, address = '/coverage/one/') => {
    const nodes = structuredClone(graph(site, address)) as { [property: string]: unknown }[];
    change(nodes);
    return [...faultsOf(nodes as Node[]), ...danglingIn(nodes as Node[])];
  };

  test.each<[what: string, change: Parameters<typeof faulty>[0], fault: string | RegExp, address?: string]>([
    ['a type that is none of ours', (nodes) => Object.assign(nodes[1] ?? {}, { '@type': 'ScholarlyArticle' }), /of the type “ScholarlyArticle”/],
    ['a missing property', (nodes) => delete nodes[1]?.['name'], 'WebPage without name'],
    ['an empty property', (nodes) => Object.assign(nodes[2] ?? {}, { author: [] }), 'NewsArticle with an empty author'],
    ['a property of another type', (nodes) => Object.assign(nodes[2] ?? {}, { isbn: '1' }), 'NewsArticle with isbn'],
    ['an id that nothing defines', (nodes) => nodes.splice(3, 1), /the-call is not defined/],
    ['an id that is defined twice', (nodes) => nodes.push({ ...nodes[0] }), /#site is defined twice/],
    ['steps out of order', (nodes) => (nodes.at(-1)?.['itemListElement'] as unknown[]).reverse(), 'BreadcrumbList out of order'],
    ['one step', (nodes) => (nodes.at(-1)?.['itemListElement'] as unknown[]).splice(1), 'BreadcrumbList of fewer than two'],
    ['a short description of the data', (nodes) => Object.assign(nodes[2] ?? {}, { description: 'Data.' }), /too short/, '/data/'],
    ['a wrong number of answers', (nodes) => Object.assign(nodes[2] ?? {}, { answerCount: 2 }), /counts another number/, '/questions/where/'],
  ])('%s', (_, change, fault, address) => {
    expect(faulty(() => undefined, address)).toEqual([]);
    expect(faulty(change, address)[0]).toMatch(fault);
  });
});
