import { describe, expect, test } from 'vitest';
import { CALL, COVERAGE_INDEX, coverageAddress, facetAddress, GLOSSARY, HOME, principleAddress, segmentAddress, withFragment, type Address } from '../../src/lib/addresses.ts';
import {
  CITATION_FORMS, citationAddress, dataAddress, DATASETS, embedAddress, feedAddress, LLMS, MACHINE_ADDRESSES, oembedAddress,
  formerAddresses, isMadeForPrograms, OFFLINE_COPY, OPENSEARCH, PDF, ROBOTS, SITEMAP, twinAddress, type CitationForm,
} from '../../src/lib/machine-addresses.ts';

describe('the address for programs', () => {
  test.each<[name: string, made: Address, expected: string]>([
    ['of a page as data', twinAddress(CALL, 'json'), '/call/index.json'],
    ['of a page as Markdown', twinAddress(coverageAddress('one'), 'md'), '/coverage/one/index.md'],
    ['of the home page as Markdown', twinAddress(HOME, 'md'), '/index.md'],
    ['of what is new', feedAddress(HOME, 'atom'), '/feed.atom'],
    ['of what is new on a principle', feedAddress(principleAddress(8), 'json'), '/principles/8/feed.json'],
    ['of a principle to be quoted', embedAddress(8), '/principles/8/embed.txt'],
    ['of the same for programs that embed', oembedAddress(8), '/principles/8/oembed.json'],
    ['of a table', dataAddress('claims.csv'), '/data/claims.csv'],
  ])('%s is %s', (_, made, expected) => {
    expect(made).toBe(expected);
  });

  test.each<[name: string, of: Address, form: CitationForm, which: 'ours' | 'original' | undefined, expected: string]>([
    ['a page', CALL, 'txt', undefined, '/call/cite.txt'],
    ['a paragraph', segmentAddress('p6'), 'bib', undefined, '/call/cite/p6.bib'],
    ['a principle', principleAddress(8), 'json', undefined, '/principles/8/cite.json'],
    ['a record', coverageAddress('one'), 'ris', 'ours', '/coverage/one/cite.ris'],
    ['a claim', coverageAddress('one', 'c7'), 'bib', 'ours', '/coverage/one/cite/c7.bib'],
    ['a term', withFragment(GLOSSARY, 'botnet'), 'txt', undefined, '/glossary/cite/botnet.txt'],
    ['a list of records', facetAddress('year', '2018'), 'ris', undefined, '/coverage/year/2018/cite.ris'],
    ['the publication that a record tells of', coverageAddress('one'), 'bib', 'original', '/coverage/one/cite/original.bib'],
    ['the same from one of its claims', coverageAddress('one', 'c7'), 'bib', 'original', '/coverage/one/cite/original.bib'],
  ])('of the citation of %s is made from its own', (_, of, form, which, expected) => {
    expect(citationAddress(of, form, which)).toBe(expected);
  });
});

describe('the ledger of addresses for programs', () => {
  /** Whether a line of the ledger, with its stars, stands for an address; the page of the first star may be the home page. */
  const standsFor = (line: string, of: string) =>
    new RegExp(`^${line.replace(/\./g, '\\.').replace('/*/', '/(?:.+/)?').replace(/\*/g, '[^/]+')}$`).test(of);
  const linesFor = (of: Address) => MACHINE_ADDRESSES.filter((line) => standsFor(line, of));

  test('is frozen: what is released stays', () => {
    expect(MACHINE_ADDRESSES).toEqual([
      '/*/index.md', '/*/index.json',
      '/*/cite.txt', '/*/cite/*.txt', '/*/cite.bib', '/*/cite/*.bib', '/*/cite.ris', '/*/cite/*.ris', '/*/cite.json', '/*/cite/*.json',
      '/*/cite/original.bib', '/*/cite/original.ris', '/*/cite/original.json',
      '/*/card.png',
      '/feed.atom', '/feed.json', '/principles/*/feed.atom', '/principles/*/feed.json', '/corrections/feed.atom', '/corrections/feed.json',
      '/principles/*/embed.txt', '/principles/*/oembed.json',
      ...['text', 'principles', 'coverage', 'claims', 'links', 'questions', 'terms', 'events', 'states', 'corrections', 'external-links']
        .flatMap((name) => [`/data/${name}.csv`, `/data/${name}.json`, `/data/${name}.schema.json`]),
      '/data/annotations.jsonld', '/data/datapackage.json', '/data/SHA256SUMS',
      '/sitemap.xml', '/robots.txt', '/llms.txt', '/opensearch.xml', '/paris-call-annotated.zip', '/paris-call-annotated.pdf',
      '/addresses.json',
    ]);
  });

  test('names each once, none of them a page', () => {
    expect(new Set(MACHINE_ADDRESSES).size).toBe(MACHINE_ADDRESSES.length);
    expect(MACHINE_ADDRESSES.filter((address) => !address.startsWith('/') || address.endsWith('/') || address.includes('#'))).toEqual([]);
  });

  test.each<[name: string, made: readonly Address[]]>([
    ['twin', [HOME, CALL, coverageAddress('one')].flatMap((page) => [twinAddress(page, 'md'), twinAddress(page, 'json')])],
    ['citation', [CALL, segmentAddress('p6'), principleAddress(8), COVERAGE_INDEX, coverageAddress('one', 'c7')]
      .flatMap((of) => CITATION_FORMS.map((form) => citationAddress(of, form)))],
    ['citation of a publication', (['bib', 'ris', 'json'] as const).map((form) => citationAddress(coverageAddress('one'), form, 'original'))],
    ['feed', [HOME, principleAddress(8), '/corrections/' as Address].flatMap((page) => [feedAddress(page, 'atom'), feedAddress(page, 'json')])],
    ['embedding', [embedAddress(8), oembedAddress(8)]],
    ['table', DATASETS.flatMap((name) => [`${name}.csv`, `${name}.json`, `${name}.schema.json`].map(dataAddress))],
    ['file that stands once', [SITEMAP, ROBOTS, LLMS, OPENSEARCH, OFFLINE_COPY, PDF]],
  ])('holds every %s', (_, made) => {
    expect(made.filter((address) => linesFor(address).length === 0)).toEqual([]);
  });
});

test.each<[address: string, expected: boolean]>([
  ['/index.json', true], ['/coverage/one/index.json', true], ['/call/cite/p6.bib', true], ['/feed.atom', true], ['/data/claims.csv', true],
  ['/data/old.csv', false], ['/coverage/one/', false], ['/coverage/one/cite/a/b.bib', false], ['/feedXatom', false],
])('%s is made for programs: %s', (address, expected) => {
  expect(isMadeForPrograms(address)).toBe(expected);
});

describe('a file of what has moved', () => {
  const pages: { readonly [page: string]: readonly Address[] } = { '/coverage/new/': ['/coverage/old/' as Address] };
  const ids: { readonly [of: string]: readonly string[] } = { '/coverage/new/#c4': ['c3'] };
  const former = (of: string) => formerAddresses(of as Address, { formerPages: (page) => pages[page] ?? [], formerIds: (of) => ids[of] ?? [] });

  test.each<[file: string, expected: string[]]>([
    ['/coverage/new/index.json', ['/coverage/old/index.json']],
    ['/coverage/new/cite.bib', ['/coverage/old/cite.bib']],
    ['/coverage/new/card.png', ['/coverage/old/card.png']],
    ['/coverage/new/cite/c4.bib', ['/coverage/new/cite/c3.bib', '/coverage/old/cite/c4.bib', '/coverage/old/cite/c3.bib']],
    ['/coverage/new/cite/original.ris', ['/coverage/old/cite/original.ris']],
    ['/coverage/other/index.json', []],
    ['/data/claims.csv', []],
  ])('%s stands under its old names too', (file, expected) => {
    expect(former(file)).toEqual(expected);
  });
});
