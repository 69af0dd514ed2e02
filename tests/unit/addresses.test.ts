import { describe, expect, test } from 'vitest';
import {
  addressOfEntry, CALL, coverageAddress, facetAddress, fragmentOf, HOME, hrefOf, locationOf, pageOf, partOf, permalinkOf,
  principleAddress, PRINCIPLES_INDEX, segmentAddress, withFragment, type Address, type Location,
} from '../../src/lib/addresses.ts';

/** The edge where a plain string of a table becomes an address. */
const address = (text: string) => text as Address;

describe('the place of a file', () => {
  test.each<[file: string, expected: Location]>([
    ['content/text/en.md', { collection: 'text', lang: 'en', slug: 'call' }],
    ['content/text/fr.md', { collection: 'text', lang: 'fr', slug: 'call' }],
    ['content/principles/en/principle-8.md', { collection: 'principles', lang: 'en', slug: 'principle-8' }],
    ['content/principles/fr/principle-8.mdx', { collection: 'principles', lang: 'fr', slug: 'principle-8' }],
    [
      'content/coverage/en/2018/wired-us-sits-out.md',
      { collection: 'coverage', lang: 'en', slug: 'wired-us-sits-out', year: '2018' },
    ],
    ['content/coverage/en/2019/x.mdx', { collection: 'coverage', lang: 'en', slug: 'x', year: '2019' }],
    ['content/pages/en/about.mdx', { collection: 'pages', lang: 'en', slug: 'about' }],
    ['content/pages/en/about.md', { collection: 'pages', lang: 'en', slug: 'about' }],
  ])('%s is known', (file, expected) => {
    expect(locationOf(file)).toEqual(expected);
  });

  test.each<[name: string, file: string]>([
    ['outside content/', 'src/text/en.md'],
    ['with content/ further down', 'x/content/text/en.md'],
    ['at the top of content/', 'content/en.md'],
    ['of an unknown kind', 'content/notes/en/x.md'],
    ['of an unknown language', 'content/text/de.md'],
    ['of no language', 'content/principles/principle-8.md'],
    ['with another ending', 'content/text/en.txt'],
    ['without an ending', 'content/text/en'],
    ['that ends in Markdown and something else', 'content/text/en.md.bak'],
    ['that is the text in MDX', 'content/text/en.mdx'],
    ['in a folder below the text', 'content/text/en/en.md'],
    ['in a folder below a principle', 'content/principles/en/2018/principle-8.md'],
    ['that is coverage without a year', 'content/coverage/en/x.md'],
    ['that is coverage of a year in words', 'content/coverage/en/undated/x.md'],
    ['that is coverage of a year of two digits', 'content/coverage/en/18/x.md'],
    ['that is coverage by the month', 'content/coverage/en/2018/11/x.md'],
    ['without a name', 'content/pages/en/.md'],
  ])('%s is none', (_, file) => {
    expect(locationOf(file)).toBeUndefined();
  });
});

describe('the address', () => {
  test.each<[name: string, of: Pick<Location, 'collection' | 'slug'>, expected: string]>([
    ['of the text', { collection: 'text', slug: 'call' }, '/call/'],
    ['of a principle', { collection: 'principles', slug: 'principle-8' }, '/principles/8/'],
    ['of coverage', { collection: 'coverage', slug: 'wired-us-sits-out' }, '/coverage/wired-us-sits-out/'],
    ['of coverage that has the name of a principle', { collection: 'coverage', slug: 'principle-8' }, '/coverage/principle-8/'],
    ['of a page', { collection: 'pages', slug: 'about' }, '/about/'],
  ])('%s is made from its path', (_, of, expected) => {
    expect(addressOfEntry(of)).toBe(expected);
  });

  test.each<[name: string, made: Address, expected: string]>([
    ['of a principle by number', principleAddress(8), '/principles/8/'],
    ['of a segment', segmentAddress('p6'), '/call/#p6'],
    ['of coverage by slug', coverageAddress('one'), '/coverage/one/'],
    ['of a claim', coverageAddress('one', 'c7'), '/coverage/one/#c7'],
    ['of a list of coverage', facetAddress('year', '2018'), '/coverage/year/2018/'],
    ['of a passage', withFragment(CALL, 'p6'), '/call/#p6'],
    ['of a page, without an id', withFragment(CALL, undefined), '/call/'],
    ['of a page, with an empty id', withFragment(CALL, ''), '/call/'],
  ])('%s is %s', (_, made, expected) => {
    expect(made).toBe(expected);
  });

  test.each<[of: string, page: string, fragment: string]>([
    ['/call/#p6', '/call/', 'p6'],
    ['/call/', '/call/', ''],
    ['/', '/', ''],
  ])('%s is of the page %s and the passage %j', (of, page, fragment) => {
    expect([pageOf(address(of)), fragmentOf(address(of))]).toEqual([page, fragment]);
  });
});

describe('the part that an address speaks of', () => {
  test.each<[name: string, of: string, expected: string]>([
    ['is the principle, named by its page', '/principles/8/', '/principles/8/'],
    ['is the principle, named by a passage of its page', '/principles/8/#lineage', '/principles/8/'],
    ['is the principle, named by its place in the text', '/call/#principle-8', '/principles/8/'],
    ['is the principle, named by its place among the principles', '/principles/#principle-8', '/principles/8/'],
    ['is the paragraph', '/call/#p6', '/call/#p6'],
    ['is the Call', '/call/', '/call/'],
    ['is no tenth principle', '/call/#principle-10', '/call/#principle-10'],
    ['is the claim', '/coverage/one/#c7', '/coverage/one/#c7'],
    ['is the record, named by another of its passages', '/coverage/one/#omits', '/coverage/one/'],
    ['is the record, named by a passage that begins like a claim', '/coverage/one/#claims', '/coverage/one/'],
    ['is the record', '/coverage/one/', '/coverage/one/'],
    ['is the record, even where its fragment is named like a principle', '/coverage/one/#principle-8', '/coverage/one/'],
    ['is the passage of a page', '/about/#model', '/about/#model'],
    ['is the list of principles', '/principles/', '/principles/'],
  ])('%s', (_, of, expected) => {
    expect(partOf(address(of))).toBe(expected);
    expect(partOf(partOf(address(of)))).toBe(expected);
  });
});

describe('an address in a page', () => {
  test.each<[of: Address, lang: 'en' | 'fr', base: string, expected: string]>([
    [segmentAddress('p6'), 'en', '/', '/call/#p6'],
    [segmentAddress('p6'), 'fr', '/', '/fr/call/#p6'],
    [segmentAddress('p6'), 'en', '/ref/', '/ref/call/#p6'],
    [segmentAddress('p6'), 'fr', '/ref/', '/ref/fr/call/#p6'],
    [PRINCIPLES_INDEX, 'en', '/ref', '/ref/principles/'],
    [HOME, 'en', '/', '/'],
    [HOME, 'fr', '/', '/fr/'],
    [HOME, 'en', '/a/b/', '/a/b/'],
  ])('%s in %s below %s is %s', (of, lang, base, expected) => {
    expect(hrefOf(of, lang, { base })).toBe(expected);
    expect(permalinkOf(of, lang, { base, site: 'https://example.org' })).toBe(`https://example.org${expected}`);
  });

  test('is cited with one slash behind the origin', () => {
    expect(permalinkOf(CALL, 'fr', { base: '/ref/', site: 'https://example.org/' })).toBe('https://example.org/ref/fr/call/');
  });
});
