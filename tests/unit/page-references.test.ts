import { describe, expect, test } from 'vitest';
import { CALL, coverageAddress, hrefOf, segmentAddress, type Address } from '../../src/lib/addresses.ts';
import { idInEdition, placeAt, placesOf, referenceTo, withReferences } from '../../src/lib/page-references.ts';
import { addressesOf, editionOf, readRecord } from '../../src/lib/record.ts';
import { wordsOf } from '../../src/strings.ts';
import { files, more, TODAY, tree } from '../content.ts';

const edition = editionOf(readRecord(files(tree(more)), TODAY), 'en');
const href = (of: Address) => hrefOf(of, 'en', { base: '/ref/' });
const places = placesOf(edition, { href, words: wordsOf('en') });
const within = (html: string) => withReferences(html, places, coverageAddress('one', 'c1'));

describe('an id in the whole edition', () => {
  test.each<[string, string, string]>([
    ['the Call', '/call/', 'call'],
    ['a paragraph', '/call/#p6', 'call_p6'],
    ['an aim', '/call/#principle-8', 'call_principle-8'],
    ['a principle', '/principles/8/', 'principles_8'],
    ['a passage of a principle', '/principles/8/#asks', 'principles_8_asks'],
    ['a record', '/coverage/wired-us-sits-out/', 'coverage_wired-us-sits-out'],
    ['a claim', '/coverage/wired-us-sits-out/#c7', 'coverage_wired-us-sits-out_c7'],
    ['a record whose slug ends like a claim', '/coverage/wired-us-sits-out-c7/', 'coverage_wired-us-sits-out-c7'],
  ])('of %s is its address without signs that an id may not hold', (_, address, id) => {
    expect(idInEdition(address as Address)).toBe(id);
  });

  test('is no other address’s', () => {
    const addresses = addressesOf(edition).filter((address) => address !== '/');
    expect(new Set(addresses.map(idInEdition)).size).toBe(addresses.length);
  });
});

describe('the places of the edition', () => {
  test.each<[string, string, { id: string; mark?: string }]>([
    ['the Call, by its words alone', '/ref/call/', { id: 'call' }],
    ['a paragraph, by its number', '/ref/call/#p6', { id: 'call_p6', mark: 'paragraph 6' }],
    ['an aim, by the principle’s number', '/ref/call/#principle-8', { id: 'call_principle-8', mark: 'principle 8' }],
    ['a principle', '/ref/principles/8/', { id: 'principles_8', mark: 'principle 8' }],
    ['a principle by its place in the list of nine', '/ref/principles/#principle-8', { id: 'principles_8', mark: 'principle 8' }],
    ['a passage of a principle', '/ref/principles/8/#objections', { id: 'principles_8_objections', mark: 'principle 8' }],
    ['a record, by its words alone', '/ref/coverage/one/', { id: 'coverage_one' }],
    ['a passage of a record, by its words alone', '/ref/coverage/one/#omits', { id: 'coverage_one_omits' }],
    ['a claim, by its mark', '/ref/coverage/one/#c3', { id: 'coverage_one_c3', mark: 'c3' }],
    ['a question', '/ref/questions/where/', { id: 'questions_where' }],
  ])('are %s', (_, address, place) => {
    expect(places.get(address)).toEqual(place);
  });

  test.each(['/ref/', '/ref/glossary/#botnet', '/ref/timeline/#launch', '/ref/questions/where/#answer', '/coverage/one/'])('are not %s', (address) => {
    expect(places.has(address)).toBe(false);
    expect(() => placeAt(places, address)).toThrow(`the whole edition has no place for ${address}`);
  });
});

describe('a link in a passage', () => {
  test('to a place of the edition leads there, with its reference behind it', () => {
    expect(within('<p>See <a href="/ref/coverage/one/#c3">The Paper</a>.</p>'))
      .toBe('<p>See <a href="#coverage_one_c3">The Paper</a><span class="page-ref" data-for="coverage_one_c3" data-mark="c3"></span>.</p>');
  });

  test.each(['/ref/glossary/#botnet', '/ref/questions/where/#answer', 'https://example.org/?a=1&amp;b', 'mailto:a@example.org'])('to %s leads where it did', (address) => {
    const link = `<a href="${address}" class="x">it</a>`;
    expect(within(link)).toBe(link);
  });

  test('keeps what else it says of itself, and the words in it', () => {
    expect(within('<a class="x" href="/ref/call/" hreflang="en"><em>the</em> Call</a> and <a href="/ref/coverage/one/">One</a>'))
      .toBe('<a class="x" href="#call" hreflang="en"><em>the</em> Call</a><span class="page-ref" data-for="call"></span> and <a href="#coverage_one">One</a><span class="page-ref" data-for="coverage_one"></span>');
  });

  test('to a note of the passage leads to that note, wherever the passage stands', () => {
    const html = '<sup><a href="#fn-1" id="fnref-1" aria-describedby="footnote-label">1</a></sup><section data-footnotes><h2 id="footnote-label">Notes</h2><p id="fn-1">Note.</p></section>';
    expect(within(html)).toBe('<sup><a href="#coverage_one_c1_fn-1" id="coverage_one_c1_fnref-1" aria-describedby="coverage_one_c1_footnote-label">1</a></sup>'
      + '<section data-footnotes><p id="coverage_one_c1_footnote-label">Notes</p><p id="coverage_one_c1_fn-1">Note.</p></section>');
  });
});

describe('a reference', () => {
  test.each<[string, string | undefined, string, boolean]>([
    ['names the claim', 'c7', 'WIRED', true],
    ['names the paragraph', 'paragraph 6', 'critical infrastructure', true],
    ['leaves to the link what the link says', 'paragraph 6', 'Paragraph 6', false],
    ['leaves to the link what it says in other words', 'principle 8', '<em>Aim</em> 8', false],
    ['leaves to a mark what is that mark', 'c7', 'c7', false],
    ['is not silenced by a longer number', 'c7', 'on 17 November', true],
    ['is not silenced by the number of an element', 'principle 8', '<span data-n="8">hack back</span>', true],
    ['names nothing where there is no mark', undefined, 'WIRED', false],
  ])('%s', (_, mark, words, isNamed) => {
    expect(referenceTo({ id: 'x', ...(mark !== undefined && { mark }) }, words)).toBe(`<span class="page-ref" data-for="x"${isNamed ? ` data-mark="${mark}"` : ''}></span>`);
  });
});

test('the Call and its segments have places of their own', () => {
  expect(placeAt(places, href(CALL)).id).not.toBe(placeAt(places, href(segmentAddress('p1'))).id);
});
