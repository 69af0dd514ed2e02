/**
 * What search engines read: the sitemap, `robots.txt` and the description of our search.
 *
 * https://www.sitemaps.org/protocol.html, RFC 9309, https://github.com/dewitt/opensearch
 */
import { SEARCH } from './addresses.ts';
import { documentOf, element, type XmlElement } from './xml.ts';
import type { View } from './view.ts';

/** A page in each language that has it: its address, its day, and where the same page stands in the others. */
export interface SitemapPage {
  readonly url: string;
  readonly updated: string;
  readonly others: readonly { readonly lang: string; readonly url: string }[];
}

/** No sitemap may name more than 50,000 pages. */
const MOST = 50_000;

/** The sitemap, and its parts where there is more than one; `at` gives the full address of the n-th part. */
export function sitemapsOf(pages: readonly SitemapPage[], at: (part: number) => string): string[] {
  const parts = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, part) => pages.slice(part * MOST, (part + 1) * MOST).map(pageElement));
  const whole = (content: readonly XmlElement[]) => documentOf(element('urlset', { xmlns: NAMESPACE, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, ...content));
  if (parts.length <= 1) return [whole(parts[0] ?? [])];
  const index = parts.map((_, part) => element('sitemap', {}, element('loc', {}, at(part + 1))));
  return [documentOf(element('sitemapindex', { xmlns: NAMESPACE }, ...index)), ...parts.map(whole)];
}
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const pageElement = ({ url, updated, others }: SitemapPage) => element('url', {},
  element('loc', {}, url), element('lastmod', {}, updated), ...others.map((other) => element('xhtml:link', { rel: 'alternate', hreflang: other.lang, href: other.url })));

/** Everything may be read; the sitemap is there. */
export const robotsOf = (sitemap: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;

/** A browser's search bar can ask our search page. */
export const openSearchOf = ({ words, lang, permalink, publication }: View): string =>
  documentOf(element('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, words.search.shortName), element('Description', {}, words.search.description), element('Language', {}, lang), element('InputEncoding', {}, 'UTF-8'),
    element('Image', { width: '32', height: '32', type: 'image/svg+xml' }, `${publication.site}${publication.base}icon.svg`),
    element('Url', { type: 'text/html', method: 'get', template: `${permalink(SEARCH)}?q={searchTerms}` })));
