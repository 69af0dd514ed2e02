import { describe, expect, test } from 'vitest';
import { CALL, COVERAGE_INDEX, pageOf, segmentAddress, type Address } from '../../src/lib/addresses.ts';
import { backlinksOf } from '../../src/lib/graph.ts';
import { machineFiles } from '../../src/lib/machine-files.ts';
import { IN_PLACE, mentionListAddress, partAddress, partsOf } from '../../src/lib/parts.ts';
import { addressesOf } from '../../src/lib/record.ts';
import { more, one } from '../content.ts';
import { siteOf } from '../edition.ts';

const LIST = '/coverage/' as Address;
const items = (weights: readonly number[]) => partsOf(LIST, weights, (weight) => weight, 10).map((part) => part.items);

describe('a list is cut', () => {
  test.each<[name: string, weights: number[], parts: number[][]]>([
    ['not at all where it fits a page', [4, 6], [[4, 6]]],
    ['where the next item would be too much', [4, 6, 1], [[4, 6], [1]]],
    ['before an item that fills the rest of a page', [1, 10, 1], [[1], [10], [1]]],
    ['around an item that is too much for any page', [1, 25, 1], [[1], [25], [1]]],
    ['with nothing before a first item that is too much', [25, 1], [[25], [1]]],
    ['into one part where it is empty', [], [[]]],
  ])('%s', (_, weights, parts) => {
    expect(items(weights)).toEqual(parts);
  });

  test('into parts that know their place; the first has the address of the whole', () => {
    expect(partsOf(LIST, [6, 6, 6], (weight) => weight, 10).map(({ items: _, ...place }) => place)).toEqual([
      { address: '/coverage/', number: 1, of: 3, first: LIST },
      { address: '/coverage/page/2/', number: 2, of: 3, first: LIST },
      { address: '/coverage/page/3/', number: 3, of: 3, first: LIST },
    ]);
    expect(partAddress('/coverage/kind/report/' as Address, 2)).toBe('/coverage/kind/report/page/2/');
  });

  test('so that what is added at its end leaves the parts before alone', () => {
    const [before, after] = [items([5, 5, 5, 5, 5]), items([5, 5, 5, 5, 5, 5, 5])];
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  });
});

test.each([
  ['/call/#p6', '/call/mentions/p6/'],
  ['/coverage/x/', '/coverage/x/mentions/'],
  ['/coverage/x/#c7', '/coverage/x/mentions/c7/'],
  ['/glossary/#botnet', '/glossary/mentions/botnet/'],
])('all that is said of %s stands at %s', (part, address) => {
  expect(mentionListAddress(part as Address)).toBe(address);
});

describe('a record of four hundred publications, which all speak of the same', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [
    `content/coverage/en/2018/many-${String(index).padStart(3, '0')}.md`,
    one.replace('One article', `Article ${index}`).replace('What it says', `What article ${index} says`).replace('https://example.org/one', `https://example.org/${index}`).replace('[the first claim](#c1', '[the first claim](one.md#c1'),
  ]));
  const { edition, view } = siteOf({ ...more, ...many });
  const pages = new Map(view.pages.map((page) => [page.address, page]));
  const shown = (address: string) => pages.get(address as Address)?.shown;

  test('has its list, and each facet’s, on pages of 150', () => {
    const sizes = (whole: string) => [whole, ...[2, 3, 4].map((n) => `${whole}page/${n}/`)].flatMap((address) => {
      const page = shown(address);
      return page !== undefined && 'part' in page ? [page.part.items.length] : [];
    });
    expect(sizes('/coverage/')).toEqual([150, 150, 101]);
    expect(sizes('/coverage/publisher/the-paper/')).toEqual([150, 150, 101]);
    expect(sizes('/coverage/publisher/a-blog/')).toEqual([1]);
  });

  test('has every publication on one page of the list and no other', () => {
    const listed = edition.lists.get(COVERAGE_INDEX)?.flatMap((part) => part.items.flatMap(({ original, copies }) => [original, ...copies])) ?? [];
    expect(listed.map(({ slug }) => slug).sort()).toEqual(edition.coverage.map(({ slug }) => slug).sort());
  });

  test('says of each page which it is, and leads up to the first', () => {
    expect(pages.get('/coverage/page/2/' as Address)).toMatchObject({ title: 'Coverage, page 2 of 3', crumbs: [{ address: '/coverage/' }] });
    const all = [...pages.values()];
    for (const names of [all.map(({ tab }) => tab), all.map(({ description }) => description)]) expect(new Set(names).size).toBe(names.length);
    expect(all.flatMap(({ crumbs }) => crumbs).filter(({ address }) => !pages.has(pageOf(address)))).toEqual([]);
  });

  test('has a page for all that is said of a claim or the Call, once that is too much to be shown in place', () => {
    expect(edition.graph.byPart.get('/coverage/one/#c1' as Address)?.length).toBeGreaterThan(IN_PLACE);
    expect(shown('/coverage/one/mentions/c1/')).toMatchObject({ kind: 'mentions', of: '/coverage/one/#c1', part: { number: 1, of: 3 } });
    expect(shown('/call/coverage/page/2/')).toMatchObject({ kind: 'call-mentions', part: { number: 2 } });
    expect(shown('/coverage/one/mentions/')).toBeUndefined();
    const mentions = [...edition.mentionLists].map(([part, { parts }]) => [part, parts.reduce((sum, { items }) => sum + items.reduce((count, group) => count + group.mentions.length, 0), 0)]);
    for (const part of ['/coverage/one/#c1' as Address, CALL]) expect(Object.fromEntries(mentions)[part]).toBe(edition.graph.byPart.get(part)?.length);
    expect(mentions.map(([part]) => part)).not.toContain(segmentAddress('p6'));
  });

  test('hands programs whatever else speaks of a principle, though its list of coverage goes on', () => {
    const files = new Map([...machineFiles({ edition, view })].map(({ address, text }) => [address as string, text]));
    const twin = JSON.parse(files.get('/principles/8/index.json') ?? '{}') as { backlinks: { fromKind: string }[]; more: string[] };
    expect(twin.more[0]).toBe('https://example.org/ref/principles/8/coverage/page/2/index.json');
    const elsewhere = backlinksOf(edition.graph, '/principles/8/' as Address).filter(({ from }) => from.collection !== 'coverage').flatMap(({ mentions }) => mentions);
    expect(elsewhere).not.toEqual([]);
    expect(twin.backlinks.filter(({ fromKind }) => fromKind !== 'coverage')).toHaveLength(elsewhere.length);
  });

  test('keeps the address of every one of these pages', () => {
    const kept = new Set(addressesOf(edition));
    expect([...pages.keys()].filter((address) => !kept.has(address))).toEqual([]);
  });

  test('hands programs the same parts, each with the address of the next', () => {
    const files = new Map([...machineFiles({ edition, view })].map(({ address, text }) => [address as string, text]));
    const twin = (address: string) => JSON.parse(files.get(`${address}index.json`) ?? '{}') as { records: number; coverage: unknown[]; page?: number; next?: string };
    const [first, last] = [twin('/coverage/'), twin('/coverage/page/3/')];
    expect([first.records, first.page, first.next]).toEqual([402, 1, 'https://example.org/ref/coverage/page/2/index.json']);
    expect([last.records, last.coverage.length, last.next]).toEqual([402, 102, undefined]);
    expect(files.get('/coverage/index.md')).toContain('(https://example.org/ref/coverage/page/2/)');
  });
});

test('a record whose lists all fit their pages has no others', () => {
  const { view } = siteOf(more);
  expect(view.pages.filter(({ address }) => /\/(page|mentions)\//.test(address))).toEqual([]);
});
