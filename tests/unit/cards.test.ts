import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { cardAddress, cardsOf } from '../../src/lib/cards.ts';
import { ONE, tree } from '../content.ts';
import { french, nasty, NASTY, recordWith, siteOf, whole } from '../edition.ts';

const site = siteOf(whole);
const cards = cardsOf(site.view);
const of = (address: string) => cardAddress(site.view.page(address as Address));
const recordCard = (fields: Parameters<typeof recordWith>[0]) => cardsOf(siteOf({ [ONE]: recordWith(fields) }).view).get('coverage/one/card.png');

describe('each page', () => {
  test.each([
    ['/', '/card.png'], ['/call/', '/call/card.png'], ['/principles/8/', '/principles/8/card.png'], ['/coverage/one/', '/coverage/one/card.png'], ['/questions/where/', '/questions/where/card.png'], ['/edition/', '/edition/card.png'],
    ['/coverage/principle/8/', '/coverage/card.png'], ['/coverage/year/undated/', '/coverage/card.png'], ['/timeline/principle/8/', '/timeline/card.png'], ['/principles/8/coverage/', '/principles/8/card.png'], ['/call/coverage/', '/call/card.png'],
  ])('%s has the card %s', (page, card) => {
    expect(of(page)).toBe(card);
  });

  test('has a card that there is, and each card is a page’s', () => {
    const used = new Set(site.view.pages.map((page) => cardAddress(page).slice(1)));
    expect([...used].filter((path) => !cards.has(path))).toEqual([]);
    expect([...cards.keys()].filter((path) => !used.has(path))).toEqual([]);
  });

  test('of another language has its own, in its folder', () => {
    const both = { ...whole, ...french(tree(whole)) };
    const [one, other] = (['en', 'fr'] as const).map((lang) => cardsOf(siteOf(both, lang).view));
    expect([...(other?.keys() ?? [])].sort()).toEqual([...(one?.keys() ?? [])].map((path) => `fr/${path}`).sort());
    expect(other?.get('fr/principles/8/card.png')).toMatchObject({ title: 'Nom 8', lang: 'fr' });
  });
});

describe('on a card stands', () => {
  test('of a principle its number, its name, what it asks and whose it is', () => {
    expect(cards.get('principles/8/card.png')).toEqual({ numeral: '8', title: 'Name 8', text: 'What aim 8 asks.', kicker: 'Principle 8 of the Paris Call', foot: 'The Paris Call, annotated', lang: 'en' });
  });

  test('of a record who published it and when, above its title in its language', () => {
    expect(cards.get('coverage/one/card.png')).toEqual({ title: 'One article', text: 'What it says.', kicker: 'The Paper, 12 November 2018', foot: 'The Paris Call, annotated', lang: 'en' });
    expect(recordCard({ language: 'fr', title: 'Un article' })).toMatchObject({ title: 'Un article', lang: 'fr' });
    expect(recordCard({ published: '2018-11' })?.kicker).toBe('The Paper, November 2018');
  });

  test('of a record whose day is not known no more than is', () => {
    expect(cards.get('coverage/copy/card.png')?.kicker).toBe('A Blog, not before 13 November 2018');
    expect(recordCard({ published: undefined, notBefore: '2018' })?.kicker).toBe('The Paper, not before 2018');
  });

  test('of a question that it is one, and of any other page its title and description', () => {
    expect(cards.get('questions/where/card.png')).toEqual({ title: 'Where was it launched?', text: 'In Paris.', kicker: 'Question', foot: 'The Paris Call, annotated', lang: 'en' });
    expect(cards.get('about/card.png')).toEqual({ title: 'About', text: 'What this is.', foot: 'The Paris Call, annotated', lang: 'en' });
  });

  test('the words as they are: whoever draws them takes care of the signs', () => {
    expect(cardsOf(siteOf(nasty).view).get('coverage/one/card.png')?.title).toBe(NASTY);
  });
});
