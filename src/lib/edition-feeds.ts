/** Which feeds an edition has, and what stands in each: all records, those of a principle, the corrections. */
import { createHash } from 'node:crypto';
import { addressOfPassage, CORRECTIONS, COVERAGE_INDEX, HOME, hrefOf, mentionsAddress, principleAddress, type Address } from './addresses.ts';
import type { Entry } from './entries.ts';
import { newestFirst, type Feed, type FeedItem } from './feeds.ts';
import type { Lang } from './ids.ts';
import { newest } from './history.ts';
import { feedAddress } from './machine-addresses.ts';
import { plainUrl } from './one-line.ts';
import { updatedOf } from './pages.ts';
import type { Edition, Principle } from './record.ts';
import { LICENCE } from './twins.ts';
import type { View } from './view.ts';
import { fill, firstClause, titleOf } from './words.ts';

/** Every feed by the page that it follows. The newest hundred items stand in each; all of them under `/data/`. */
export function feedsOf(edition: Edition, view: View): Map<Address, Feed> {
  const { words } = view;
  const items = new Map(edition.coverage.map((entry) => [entry, itemOf(edition, view, entry)]));
  const ofPrinciple = ({ address }: Principle) => edition.coverage.filter((entry) => (edition.saidBy.get(entry) ?? []).some(({ part }) => part === address));
  const feed = (page: Address, home: Address, title: string, subtitle: string, all: readonly FeedItem[]): [Address, Feed] => [page, {
    id: feedId(feedAddress(page, 'atom'), edition.lang), title, subtitle, lang: edition.lang, home: view.permalink(home), atom: view.permalink(feedAddress(page, 'atom')), json: view.permalink(feedAddress(page, 'json')),
    updated: newest(all.map(({ updated }) => updated)) ?? edition.text.fields.date, author: words.site.name, rights: LICENCE, icon: `${view.publication.site}${view.publication.base}icon.svg`, items: latest(all),
  }];
  return new Map([
    feed(HOME, COVERAGE_INDEX, words.feed.all, words.feed.subtitle, [...items.values()]),
    ...edition.principles.map((principle) => feed(principle.address, mentionsAddress(principle.number), fill(words.feed.principle, { name: titleOf(words, view.lang, principle.entry) }),
      fill(words.feed.principleSubtitle, { n: principle.number }), ofPrinciple(principle).flatMap((entry) => items.get(entry) ?? []))),
    ...(edition.corrections === undefined ? [] : [feed(CORRECTIONS, CORRECTIONS, words.feed.corrections, edition.corrections.fields.summary, correctionItems(edition, view, edition.corrections))]),
  ]);
}

const MOST = 100;
const latest = (items: readonly FeedItem[]): FeedItem[] => [...items].sort(newestFirst).slice(0, MOST);

/** Readers know an item by its id, which must outlive a move to another host: a UUID made of the address alone (RFC 9562, version 5). */
export function feedId(address: Address, lang: Lang): string {
  const digest = createHash('sha1').update(`paris-call-annotated${hrefOf(address, lang, { base: '/' })}`).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

function itemOf(edition: Edition, view: View, entry: Entry<'coverage'>): FeedItem {
  const { fields, address } = entry;
  const numbers = edition.principles.filter((one) => (edition.saidBy.get(entry) ?? []).some(({ part }) => part === principleAddress(one.number)));
  return {
    id: feedId(address, edition.lang), url: view.permalink(address), title: `${fields.title}, ${fields.publisher}`, lang: fields.language, updated: updatedOf(edition, entry), summary: fields.summary, summaryLang: entry.lang,
    // The summary is ours: its author is the feed's.
    authors: [],
    categories: numbers.map((one) => ({ term: `principle-${one.number}`, label: titleOf(view.words, view.lang, one.entry) })),
    ...(fields.published && { published: fields.published }), ...(fields.url && { external: plainUrl(fields.url) }),
  };
}

const correctionItems = (edition: Edition, view: View, entry: Entry<'corrections'>): FeedItem[] => entry.passages.map(({ id, text, event }) => {
  const address = addressOfPassage(entry, id);
  const day = event?.from ?? updatedOf(edition, entry);
  return { id: feedId(address, edition.lang), url: view.permalink(address), title: firstClause(text), lang: edition.lang, published: day, updated: day, summary: text, authors: [], categories: [] };
});
