import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { feedId, feedsOf } from '../../src/lib/edition-feeds.ts';
import { atomOf, jsonFeedOf, type Feed } from '../../src/lib/feeds.ts';
import { COPY, ONE, TODAY, tree } from '../content.ts';
import { CORRECTIONS, french, nasty, NASTY, recordWith, siteOf, whole } from '../edition.ts';
import { brokenInAtom, brokenInJson } from '../feeds.ts';

const AT = 'https://example.org/ref';
const feeds = (changes: Parameters<typeof siteOf>[0] = whole, lang: 'en' | 'fr' = 'en', publication = { base: '/ref/', site: 'https://example.org' }) => {
  const { edition, view } = siteOf(changes, lang, publication);
  return feedsOf(edition, view);
};
const feed = (of: ReturnType<typeof feeds>, page: string): Feed => of.get(page as Address) ?? expect.fail(`no feed of ${page}`);
const all = feeds();

describe('the feeds', () => {
  test('are of all records, of each principle and of the corrections', () => {
    expect([...all.keys()]).toEqual(['/', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/`), '/corrections/']);
    expect([...feeds({}).keys()]).not.toContain('/corrections/');
  });

  test('are what validators ask, whatever the words', () => {
    for (const made of [all, feeds({}), feeds(nasty), feeds({ ...whole, ...french(tree(whole)) }, 'fr')]) {
      for (const [page, one] of made) {
        expect([page, brokenInAtom(XmlDocument.fromString(atomOf(one)), one.atom)]).toEqual([page, []]);
        expect([page, brokenInJson(JSON.parse(jsonFeedOf(one)), one.json)]).toEqual([page, []]);
      }
    }
    expect(feed(feeds(nasty), '/').items.map(({ title }) => title)).toContainEqual(expect.stringContaining(NASTY));
  });

  test('say where they lie, whom they are of and what they follow', () => {
    const { id, items, ...more } = feed(all, '/principles/8/');
    expect([id, items.length]).toEqual([feedId('/principles/8/feed.atom' as Address, 'en'), 2]);
    expect(more).toEqual({
      title: 'Paris Call, Principle 8, Name 8: what has been written', subtitle: 'New and changed records of what has been written about principle 8 of the Paris Call.', lang: 'en', home: `${AT}/principles/8/coverage/`,
      atom: `${AT}/principles/8/feed.atom`, json: `${AT}/principles/8/feed.json`, updated: TODAY, author: 'The Paris Call, annotated', rights: 'https://creativecommons.org/licenses/by/4.0/', icon: `${AT}/icon.svg`,
    });
    expect([feed(all, '/').home, feed(all, '/corrections/').home]).toEqual([`${AT}/coverage/`, `${AT}/corrections/`]);
  });

  test('of a principle hold the records that speak of it, copies too, and none else', () => {
    expect([4, 8, 1].map((number) => feed(all, `/principles/${number}/`).items.map(({ url }) => url))).toEqual([[`${AT}/coverage/one/`], [`${AT}/coverage/one/`, `${AT}/coverage/copy/`].sort(), []].map((urls, index) =>
      (index === 1 ? feed(all, '/').items.map(({ url }) => url) : urls)));
    expect(feed(all, '/').items.map(({ url }) => url).sort()).toEqual([`${AT}/coverage/copy/`, `${AT}/coverage/one/`]);
  });

  test('without an item bear the day of the Call, not that of the build', () => {
    expect(feed(all, '/principles/1/')).toMatchObject({ items: [], updated: '2018-11-12' });
  });

  test('hold a hundred items at most, the newest', () => {
    const many = Object.fromEntries(Array.from({ length: 105 }, (_, index) => [`content/coverage/en/2018/r${index}.md`, recordWith({ published: `2018-${String(1 + (index % 12)).padStart(2, '0')}`, title: `R${index}` })]));
    const { items } = feed(feeds({ ...whole, ...many }), '/');
    expect(items).toHaveLength(100);
    expect(items.map(({ published = '' }) => published)).toEqual(items.map(({ published = '' }) => published).sort().reverse());
    expect(items.some(({ published }) => published === '2018-01')).toBe(true);
    expect(items.filter(({ published }) => published === '2018-12')).toHaveLength(8);
  });
});

describe('an item', () => {
  const item = (fields: Parameters<typeof recordWith>[0] = {}) => feed(feeds({ [ONE]: recordWith(fields) }), '/').items.find(({ url }) => url === `${AT}/coverage/one/`) ?? expect.fail('no item');

  test('is our record, with the original beside it and the principles that it speaks of', () => {
    expect(item()).toEqual({
      id: feedId('/coverage/one/' as Address, 'en'), url: `${AT}/coverage/one/`, title: 'One article, The Paper', lang: 'en', updated: TODAY, summary: 'What it says.', summaryLang: 'en', authors: [], published: '2018-11-12', external: 'https://example.org/one',
      categories: [{ term: 'principle-4', label: 'Principle 4, Name 4' }, { term: 'principle-8', label: 'Principle 8, Name 8' }],
    });
  });

  test('has no day, no original and no principle where none is known', () => {
    const bare = item({ published: undefined, notBefore: '2018', url: undefined });
    expect([bare.published, bare.external, 'published' in bare, 'external' in bare]).toEqual([undefined, undefined, false, false]);
    const copy = feed(feeds({ [COPY]: String(tree()[COPY]).replace('cuts: [c3]', 'cuts: [c1-c3]') }), '/').items.find(({ url }) => url.endsWith('/copy/'));
    expect(copy?.categories).toEqual([]);
  });

  test('names the language of its title', () => {
    expect(item({ language: 'de' }).lang).toBe('de');
  });

  test('leads to an address in the characters that addresses have', () => {
    expect(item({ url: '"https://example.org/é <a>"' }).external).toBe('https://example.org/%C3%A9%20%3Ca%3E');
  });

  test('of a correction is titled by its first words, and dated', () => {
    expect(feed(all, '/corrections/').items).toEqual([
      { id: feedId('/corrections/#2026-11-20-bystanders' as Address, 'en'), url: `${AT}/corrections/#2026-11-20-bystanders`, title: 'The first claim now speaks of hack back', lang: 'en', published: '2026-11-20', updated: '2026-11-20', summary: 'The first claim now speaks of hack back. It had spoken of theft.', authors: [], categories: [] },
      expect.objectContaining({ title: 'The answer had named another city', updated: '2026-11-19' }),
    ]);
    expect(feed(all, '/corrections/').updated).toBe('2026-11-20');
    expect(String(whole[CORRECTIONS])).toContain('2026-11-19');
  });
});

describe('an id', () => {
  const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test('is a UUID of version 5', () => {
    expect([...all.values()].flatMap(({ id, items }) => [id, ...items.map((one) => one.id)]).filter((id) => !uuid.test(id))).toEqual([]);
  });

  test('never changes: it is made of the address alone, wherever the site is served', () => {
    expect(feedId('/coverage/wired-us-sits-out/' as Address, 'en')).toBe('urn:uuid:2c1b25ee-7888-5b4c-be7c-86bf9c9f9c42');
    const moved = feeds(whole, 'en', { base: '/', site: 'https://other.example' });
    expect([...moved.values()].map(({ id, items }) => [id, ...items.map((one) => one.id)])).toEqual([...all.values()].map(({ id, items }) => [id, ...items.map((one) => one.id)]));
  });

  test('is another for each address and each language', () => {
    const other = feeds({ ...whole, ...french(tree(whole)) }, 'fr');
    const ids = [all, other].flatMap((made) => [...made].flatMap(([page, { id, items }]) => [id, ...(page === '/' || page === '/corrections/' ? items.map((one) => one.id) : [])]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(feedId('/call/' as Address, 'fr')).toBe(feedId('/fr/call/' as Address, 'en'));
  });
});
