import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { openSearchOf, robotsOf, sitemapsOf, type SitemapPage } from '../../src/lib/sitemap.ts';
import { tree } from '../content.ts';
import { french, siteOf, whole } from '../edition.ts';

const NAMES = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', x: 'http://www.w3.org/1999/xhtml', o: 'http://a9.com/-/spec/opensearch/1.1/' };
const schema = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync('tests/sitemap.xsd', 'utf8')));
const read = (text: string) => XmlDocument.fromString(text);
const found = (text: string, path: string) => read(text).find(path, NAMES).map(({ content }) => content);
const isKept = (text: string): boolean => {
  try { schema.validate(read(text)); } catch { return false; }
  return true;
};
const at = (part: number) => `https://example.org/sitemap-${part}.xml`;
const page = (name: string, more: Partial<SitemapPage> = {}): SitemapPage => ({ url: `https://example.org/${name}/`, updated: '2026-11-21', others: [], ...more });
const pages = (count: number) => Array.from({ length: count }, (_, index) => page(`p${index}`));

describe('a sitemap', () => {
  test('names each page with its day, and keeps to the schema', () => {
    const [text = '', ...more] = sitemapsOf([page('call'), page('coverage', { updated: '2026-01-02' })], at);
    expect([isKept(text), more]).toEqual([true, []]);
    expect([found(text, '//s:url/s:loc'), found(text, '//s:url/s:lastmod')]).toEqual([['https://example.org/call/', 'https://example.org/coverage/'], ['2026-11-21', '2026-01-02']]);
  });

  test('says where the same page stands in other languages', () => {
    const others = [{ lang: 'en', url: 'https://example.org/call/' }, { lang: 'fr', url: 'https://example.org/fr/call/' }, { lang: 'x-default', url: 'https://example.org/call/' }];
    const [text = ''] = sitemapsOf([page('call', { others })], at);
    expect(isKept(text)).toBe(true);
    expect(found(text, '//s:url/x:link[@rel="alternate"]/@hreflang')).toEqual(['en', 'fr', 'x-default']);
    expect(found(text, '//s:url/x:link/@href')).toEqual(others.map(({ url }) => url));
  });

  test.each([[1, 0], [50_000, 0], [50_001, 2], [100_001, 3]])('of %i pages has %i parts, none of more than 50,000', (count, parts) => {
    const [first = '', ...rest] = sitemapsOf(pages(count), at);
    expect(rest).toHaveLength(parts);
    if (parts === 0) return expect(found(first, '//s:url/s:loc')).toHaveLength(count);
    expect([isKept(first), rest.every(isKept)]).toEqual([true, true]);
    expect(found(first, '/s:sitemapindex/s:sitemap/s:loc')).toEqual(rest.map((_, index) => at(index + 1)));
    const all = rest.flatMap((text) => found(text, '//s:url/s:loc'));
    expect([all.length, new Set(all).size, all[0], all.at(-1)]).toEqual([count, count, 'https://example.org/p0/', `https://example.org/p${count - 1}/`]);
  });

  test('of no page is well formed', () => {
    expect(sitemapsOf([], at).map((text) => found(text, '/s:urlset/*'))).toEqual([[]]);
  });

  test('keeps an address with signs of XML whole', () => {
    const [text = ''] = sitemapsOf([page('x', { url: 'https://example.org/?a=1&b=<c>"d\'' })], at);
    expect(found(text, '//s:loc')).toEqual(['https://example.org/?a=1&b=<c>"d\'']);
  });

  test.each<[what: string, change: (text: string) => string]>([
    ['a page without an address', (text) => text.replace(/<loc>.*<\/loc>/, '')],
    ['a page twice', (text) => text.replace(/(<url>[\s\S]*<\/url>)/, '$1$1')],
    ['an address without a host', (text) => text.replace('https://example.org/call/', '/call/')],
    ['an address with a space', (text) => text.replace('/call/', '/ca ll/')],
    ['a day that the calendar lacks', (text) => text.replace('2026-11-21', '2026-11-31')],
    ['an element of its own', (text) => text.replace('</url>', '<note>x</note></url>')],
    ['a frequency that there is not', (text) => text.replace('</url>', '<changefreq>often</changefreq></url>')],
    ['another namespace', (text) => text.replace('sitemap/0.9', 'sitemap/1.0')],
  ])('schema refuses %s', (_, change) => {
    const [text = ''] = sitemapsOf([page('call')], at);
    expect([isKept(text), isKept(change(text))]).toEqual([true, false]);
  });
});

test('robots.txt lets everything be read and names the sitemap', () => {
  expect(robotsOf('https://example.org/ref/sitemap.xml')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/ref/sitemap.xml\n');
});

describe('the description of the search', () => {
  const text = openSearchOf(siteOf(whole).view);

  test('leads to the search page with the words that are asked for', () => {
    expect(found(text, '/o:OpenSearchDescription/o:Url/@template')).toEqual(['https://example.org/ref/search/?q={searchTerms}']);
    expect(found(text, '/o:OpenSearchDescription/o:Url/@type')).toEqual(['text/html']);
    expect([found(text, '//o:InputEncoding'), found(text, '//o:Language'), found(text, '//o:Image')]).toEqual([['UTF-8'], ['en'], ['https://example.org/ref/icon.svg']]);
  });

  // OpenSearch 1.1: a short name of 16 letters at most, a description of 1024, neither with markup.
  test('has a name and a description no longer than they may be', () => {
    const [[name = ''], [description = '']] = [found(text, '//o:ShortName'), found(text, '//o:Description')];
    expect([name.length, description.length].map((length, index) => length > 0 && length <= (index === 0 ? 16 : 1024))).toEqual([true, true]);
    expect(`${name}${description}`).not.toMatch(/[<>]/);
  });

  test('is that of its language', () => {
    const other = openSearchOf(siteOf({ ...whole, ...french(tree(whole)) }, 'fr').view);
    expect([found(other, '//o:Language'), found(other, '//o:Url/@template')]).toEqual([['fr'], ['https://example.org/ref/fr/search/?q={searchTerms}']]);
  });
});
