import { describe, expect, test } from 'vitest';
import {
  addressOfEntry, addressOfPassage, CALL, CITE, CORRECTIONS, coverageAddress, DATA, EDITION, eventsAddress, facetAddress, fragmentOf,
  HOME, hrefOf, locationOf, mentionsAddress, pageOf, partOf, permalinkOf, principleAddress, PRINCIPLES_INDEX, segmentAddress, withFragment, type Address,
  type Location,
} from '../../src/lib/addresses.ts';

/** The edge where a plain string of a table becomes an address. */
const address = (text: string) => text as Address;

describe('the place of a file', () => {
  test.each<[file: string, expected: Location]>([
    ['content/text/en.md', { collection: 'text', lang: 'en', slug: 'call' }],
    ['content/text/fr.md', { collection: 'text', lang: 'fr', slug: 'call' }],
    ['content/text/official-fr.md', { collection: 'official', lang: 'fr', slug: 'call' }],
    ['content/principles/en/principle-8.md', { collection: 'principles', lang: 'en', slug: 'principle-8' }],
    ['content/principles/fr/principle-8.mdx', { collection: 'principles', lang: 'fr', slug: 'principle-8' }],
    [
      'content/coverage/en/2018/wired-us-sits-out.md',
      { collection: 'coverage', lang: 'en', slug: 'wired-us-sits-out', year: '2018' },
    ],
    ['content/coverage/en/2019/x.mdx', { collection: 'coverage', lang: 'en', slug: 'x', year: '2019' }],
    ['content/pages/en/about.mdx', { collection: 'pages', lang: 'en', slug: 'about' }],
    ['content/pages/en/about.md', { collection: 'pages', lang: 'en', slug: 'about' }],
    ['content/questions/en/how-many.md', { collection: 'questions', lang: 'en', slug: 'how-many' }],
    ['content/glossary/fr/botnet.md', { collection: 'glossary', lang: 'fr', slug: 'botnet' }],
    ['content/timeline/en.md', { collection: 'timeline', lang: 'en', slug: 'timeline' }],
    ['content/timeline/fr.mdx', { collection: 'timeline', lang: 'fr', slug: 'timeline' }],
    ['content/corrections/en.md', { collection: 'corrections', lang: 'en', slug: 'corrections' }],
    ['content/corrections/fr.mdx', { collection: 'corrections', lang: 'fr', slug: 'corrections' }],
    ['content/pages/en/cite.mdx', { collection: 'pages', lang: 'en', slug: 'cite' }],
    ['content/variants/en.md', { collection: 'variants', lang: 'en', slug: 'variants' }],
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
    ['that is the official text in MDX', 'content/text/official-en.mdx'],
    ['that is the official text in an unknown language', 'content/text/official-de.md'],
    ['in a folder below the text', 'content/text/en/en.md'],
    ['in a folder below a principle', 'content/principles/en/2018/principle-8.md'],
    ['that is coverage without a year', 'content/coverage/en/x.md'],
    ['that is coverage of a year in words', 'content/coverage/en/undated/x.md'],
    ['that is coverage of a year of two digits', 'content/coverage/en/18/x.md'],
    ['that is coverage of a year of five digits', 'content/coverage/en/12018/x.md'],
    ['that is coverage of a year and a letter', 'content/coverage/en/2018b/x.md'],
    ['that is coverage by the month', 'content/coverage/en/2018/11/x.md'],
    ['without a name', 'content/pages/en/.md'],
    ['that is a question in a folder of its year', 'content/questions/en/2018/how-many.md'],
    ['that is a question of no language', 'content/questions/how-many.md'],
    ['that is a whole glossary', 'content/glossary/en.md'],
    ['that is an event', 'content/timeline/en/launch.md'],
    ['that is a timeline of no language', 'content/timeline/timeline.md'],
    ['that is a variant', 'content/variants/en/p6.md'],
    ['that is a correction', 'content/corrections/en/2026-11-20.md'],
    ['that is corrections of no language', 'content/corrections/corrections.md'],
    ['that is corrections of an unknown language', 'content/corrections/de.md'],
    ['that is the history', 'content/history.txt'],
    ['that is the table of States', 'content/states/states.csv'],
    ['that lies beside the table of States', 'content/states/en.md'],
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
    ['of the page on the States', { collection: 'pages', slug: 'states' }, '/states/'],
    ['of a question', { collection: 'questions', slug: 'how-many' }, '/questions/how-many/'],
    ['of a question named like a principle', { collection: 'questions', slug: 'principle-8' }, '/questions/principle-8/'],
    ['of a term', { collection: 'glossary', slug: 'botnet' }, '/glossary/#botnet'],
    ['of a term named like a principle', { collection: 'glossary', slug: 'principle-8' }, '/glossary/#principle-8'],
    ['of the timeline', { collection: 'timeline', slug: 'timeline' }, '/timeline/'],
    ['of the variants', { collection: 'variants', slug: 'variants' }, '/variants/'],
    ['of the corrections', { collection: 'corrections', slug: 'corrections' }, CORRECTIONS],
    ['of the page on how to cite', { collection: 'pages', slug: 'cite' }, CITE],
    ['of the page on the data', { collection: 'pages', slug: 'data' }, DATA],
  ])('%s is made from its path', (_, of, expected) => {
    expect(addressOfEntry(of)).toBe(expected);
  });

  test.each<[name: string, entry: Pick<Location, 'collection' | 'slug'>, id: string, expected: string]>([
    ['of a paragraph', { collection: 'text', slug: 'call' }, 'p6', '/call/#p6'],
    ['of a passage on a principle', { collection: 'principles', slug: 'principle-8' }, 'asks', '/principles/8/#asks'],
    ['of a claim', { collection: 'coverage', slug: 'one' }, 'c7', '/coverage/one/#c7'],
    ['of an answer', { collection: 'questions', slug: 'how-many' }, 'answer', '/questions/how-many/#answer'],
    ['of an event', { collection: 'timeline', slug: 'timeline' }, 'launch', '/timeline/#launch'],
    ['of a variant', { collection: 'variants', slug: 'variants' }, 'p6', '/variants/#p6'],
    ['of a correction', { collection: 'corrections', slug: 'corrections' }, 'where-read-out', '/corrections/#where-read-out'],
    ['of a definition, which is the term’s', { collection: 'glossary', slug: 'botnet' }, 'definition', '/glossary/#botnet'],
    ['of an entry, without an id', { collection: 'questions', slug: 'how-many' }, '', '/questions/how-many/'],
    ['of a term, without an id', { collection: 'glossary', slug: 'botnet' }, '', '/glossary/#botnet'],
  ])('%s is made from its entry and its id', (_, entry, id, expected) => {
    expect(addressOfPassage(entry, id)).toBe(expected);
  });

  test.each<[name: string, made: Address, expected: string]>([
    ['of a principle by number', principleAddress(8), '/principles/8/'],
    ['of a segment', segmentAddress('p6'), '/call/#p6'],
    ['of coverage by slug', coverageAddress('one'), '/coverage/one/'],
    ['of a claim', coverageAddress('one', 'c7'), '/coverage/one/#c7'],
    ['of a list of coverage', facetAddress('year', '2018'), '/coverage/year/2018/'],
    ['of the events that bear on a principle', eventsAddress(8), '/timeline/principle/8/'],
    ['of all that was written about a principle', mentionsAddress(8), '/principles/8/coverage/'],
    ['of a passage', withFragment(CALL, 'p6'), '/call/#p6'],
    ['of the corrections', CORRECTIONS, '/corrections/'],
    ['of the page on how to cite', CITE, '/cite/'],
    ['of the page on the data', DATA, '/data/'],
    ['of the whole edition', EDITION, '/edition/'],
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
    ['is the record, named by what is no claim', '/coverage/one/#c7x', '/coverage/one/'],
    ['is the record, named by a passage that begins like a claim', '/coverage/one/#claims', '/coverage/one/'],
    ['is the record', '/coverage/one/', '/coverage/one/'],
    ['is the record, even where its fragment is named like a principle', '/coverage/one/#principle-8', '/coverage/one/'],
    ['is the passage of a page', '/about/#model', '/about/#model'],
    ['is the list of principles', '/principles/', '/principles/'],
    ['is the list of what was written about a principle', '/principles/8/coverage/', '/principles/8/coverage/'],
    ['is the question', '/questions/how-many/', '/questions/how-many/'],
    ['is the question, named by one of its passages', '/questions/how-many/#sources', '/questions/how-many/'],
    ['is the question, named by what is named like a principle', '/questions/how-many/#principle-8', '/questions/how-many/'],
    ['is the list of questions', '/questions/', '/questions/'],
    ['is the term', '/glossary/#botnet', '/glossary/#botnet'],
    ['is the term, even where it is named like a principle', '/glossary/#principle-8', '/glossary/#principle-8'],
    ['is the event', '/timeline/#launch', '/timeline/#launch'],
    ['is the event, even where it is named like a principle', '/timeline/#principle-8', '/timeline/#principle-8'],
    ['is the timeline', '/timeline/', '/timeline/'],
    ['is the list of events of a principle', '/timeline/principle/8/', '/timeline/principle/8/'],
    ['is the variant of a paragraph', '/variants/#p6', '/variants/#p6'],
    ['is the variant of a principle', '/variants/#principle-8', '/variants/#principle-8'],
    ['is the correction', '/corrections/#principle-8', '/corrections/#principle-8'],
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
