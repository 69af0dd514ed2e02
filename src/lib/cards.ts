/** Which social cards an edition has, and what stands on each. Lists share the card of the page above them. */
import { COVERAGE_INDEX, hrefOf, pageOf, TIMELINE, type Address } from './addresses.ts';
import type { Card } from './card.ts';
import { formerAddresses } from './machine-addresses.ts';
import type { SitePage } from './pages.ts';
import type { View } from './view.ts';
import { fill, publishedOn } from './words.ts';

/** The address of a page's picture: `/principles/8/card.png`. */
export function cardAddress({ shown, address }: Pick<SitePage, 'shown' | 'address'>): Address {
  const page = shown.kind === 'list' || shown.kind === 'facet' || shown.kind === 'coverage' ? COVERAGE_INDEX : shown.kind === 'events' ? TIMELINE
    : shown.kind === 'call-mentions' || shown.kind === 'principle-mentions' || shown.kind === 'mentions' ? pageOf(shown.of) : address;
  return `${page}card.png` as Address;
}

/** Every card by its path below the site's folder: `principles/8/card.png`. */
export const cardsOf = (view: View): Map<string, Card> =>
  new Map(view.pages.filter((page) => cardAddress(page).startsWith(`${page.address}card`)).flatMap((page) => {
    const card = cardOf(view, page);
    return [cardAddress(page), ...formerAddresses(cardAddress(page), view)].map((at) => [hrefOf(at, view.lang, { base: '/' }).slice(1), card] as const);
  }));

function cardOf(view: View, { shown, title, description }: SitePage): Card {
  const { words, lang } = view;
  const plain = { title, text: description, foot: words.site.name, lang };
  if (shown.kind === 'principle') {
    const { number, entry } = shown.principle;
    return { ...plain, numeral: String(number), title: entry.fields.names[lang], text: entry.fields.summary, kicker: fill(words.principles.ofCall, { n: number }) };
  }
  if (shown.kind === 'record') {
    const { publisher, language } = shown.entry.fields;
    return { ...plain, kicker: `${publisher}, ${publishedOn(view, shown.entry.fields)}`, lang: language };
  }
  if (shown.kind === 'home') return { ...plain, title: words.home.title };
  return shown.kind === 'question' ? { ...plain, kicker: words.questions.single } : plain;
}
