/**
 * What is new, for feed readers: one list of items as Atom and as JSON Feed.
 *
 * Specifications: RFC 4287 (Atom), RFC 5005 section 3 (pages of older items), https://www.jsonfeed.org/version/1.1/.
 * Addresses come in whole, since a reader has no page against which to complete them, and so do those within `html`.
 * Nothing here asks the clock: the same items are the same bytes.
 */
import { documentOf, element, holdable, type XmlElement } from './xml.ts';

export interface FeedItem {
  /** A `urn:uuid:`, a `tag:` or a permalink. Never changes, even when the page moves: readers tell by it what they have seen. */
  readonly id: string;
  /** Our page. */
  readonly url: string;
  readonly title: string;
  /** The language of the title. */
  readonly lang: string;
  /** That of the summary; the feed's, where it is left out. */
  readonly summaryLang?: string;
  /** The source's date, as precise as known: `2018`, `2018-11` or `2018-11-12`. */
  readonly published?: string;
  /** The day on which we last changed the item. */
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  readonly html?: string;
  /** Whose item it is; where nobody is named, the feed's author. */
  readonly authors: readonly string[];
  /** The original publication, elsewhere. */
  readonly external?: string;
  readonly categories: readonly { readonly term: string; readonly label: string }[];
}

/** The address of one feed in each of its forms. */
interface Forms {
  readonly atom: string;
  readonly json: string;
}

export interface Feed extends Forms {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lang: string;
  /** The page that shows the same list. */
  readonly home: string;
  /** The day of the last change to any item. */
  readonly updated: string;
  /** The name of the site. */
  readonly author: string;
  readonly rights: string;
  /** A square picture. */
  readonly icon?: string;
  readonly items: readonly FeedItem[];
  /** The page with older items, and, on such a page, the one with the newest. */
  readonly next?: Forms;
  readonly first?: Forms;
}

/**
 * `2018-11-12` → `2018-11-12T00:00:00Z`. Both formats ask for an instant (RFC 3339), so a year or a month that is all we
 * know of becomes its first day: `2018` → `2018-01-01T00:00:00Z`. The page itself shows no more than is known.
 */
const instant = (date: string): string => `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;

/** The order of a feed, and the one in which to cut it into pages: by our day, then the source's, both newest first, then by id. */
export function newestFirst(a: FeedItem, b: FeedItem): number {
  const descending = (x = '', y = ''): number => (x < y ? 1 : x > y ? -1 : 0);
  const day = ({ published }: FeedItem) => published && instant(published);
  return descending(a.updated, b.updated) || descending(day(a), day(b)) || descending(b.id, a.id);
}

const ATOM = 'application/atom+xml';
const JSON_FEED = 'application/feed+json';
const link = (rel: string, href: string, type?: string, hreflang?: string): XmlElement => element('link', { rel, type, hreflang, href });
const author = (name: string): XmlElement => element('author', {}, element('name', {}, name));

/** RFC 4287. What all its items share comes before them, as the grammar wants. */
export function atomOf(feed: Feed): string {
  return documentOf(element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang },
    element('id', {}, feed.id), element('title', {}, feed.title), element('subtitle', {}, feed.subtitle),
    link('self', feed.atom, ATOM), link('alternate', feed.home, 'text/html', feed.lang), link('alternate', feed.json, JSON_FEED),
    feed.first && link('first', feed.first.atom, ATOM), feed.next && link('next', feed.next.atom, ATOM),
    element('updated', {}, instant(feed.updated)), author(feed.author), element('rights', {}, feed.rights),
    feed.icon === undefined ? undefined : element('icon', {}, feed.icon),
    ...feed.items.toSorted(newestFirst).map((item) => entry(item, feed.lang))));
}

const entry = (item: FeedItem, lang: string): XmlElement => element('entry', {},
  element('id', {}, item.id), element('title', { 'xml:lang': item.lang === lang ? undefined : item.lang }, item.title),
  link('alternate', item.url, 'text/html', lang), item.external === undefined ? undefined : link('related', item.external),
  element('updated', {}, instant(item.updated)), item.published === undefined ? undefined : element('published', {}, instant(item.published)),
  ...item.authors.map(author), ...item.categories.map(({ term, label }) => element('category', { term, label })),
  element('summary', { 'xml:lang': item.summaryLang === lang ? undefined : item.summaryLang }, item.summary), item.html === undefined ? undefined : element('content', { type: 'html' }, item.html));

/**
 * JSON Feed 1.1. An item takes the feed's language, or that of its summary, since all of it but the title is ours. What XML cannot hold is left out
 * here as well: half of a pair is legal in JSON, but parsers disagree about it (RFC 8259, 8.2).
 */
export const jsonFeedOf = (feed: Feed): string => `${JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1', title: feed.title, home_page_url: feed.home, feed_url: feed.json,
  description: feed.subtitle, next_url: feed.next?.json, icon: feed.icon, authors: [{ name: feed.author }], language: feed.lang,
  items: feed.items.toSorted(newestFirst).map((item) => ({
    id: item.id, url: item.url, external_url: item.external, title: item.title,
    ...(item.html === undefined ? { content_text: item.summary } : { content_html: item.html }), summary: item.summary,
    language: item.summaryLang === feed.lang ? undefined : item.summaryLang,
    date_published: item.published && instant(item.published), date_modified: instant(item.updated),
    authors: item.authors.length === 0 ? undefined : item.authors.map((name) => ({ name })),
    tags: item.categories.length === 0 ? undefined : item.categories.map(({ label }) => label),
  })),
}, (_, value: unknown) => (typeof value === 'string' ? holdable(value) : value), 2)}\n`;
