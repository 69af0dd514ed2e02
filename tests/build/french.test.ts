/** The French site beside the English one: page for page, id for id, in French alone, and typeset as French is. */
import { gzipSync } from 'node:zlib';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/files.ts';
import { addressOfPassage } from '../../src/lib/addresses.ts';
import { DATASETS } from '../../src/lib/machine-addresses.ts';
import { editionOf } from '../../src/lib/record.ts';
import { fill, languageName } from '../../src/lib/words.ts';
import { wordsOf } from '../../src/strings.ts';
import { attribute, builtSite, elementsOf, hasClass, wordsIn, type BuiltPage, type BuiltSite, type Element } from '../built.ts';

const sites = (['site', 'siteUnderBase'] as const).map((name) => ({ name, of: builtSite(name) }));
const [{ of: site } = expect.fail('no site')] = sites;
const inFrench = (path: string) => `fr/${path}`;
const frenchOf = (of: BuiltSite) => of.pages.filter(({ path }) => path.startsWith('fr/'));
const englishOf = (of: BuiltSite) => of.pages.filter(({ path }) => !path.startsWith('fr/'));
const main = (page: BuiltPage): Element => page.elements.find(({ tagName }) => tagName === 'main') ?? expect.fail(`${page.path} has no main`);
const differences = <T>(a: readonly T[], b: readonly T[]): T[] => [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];

const record = readAll();
const [english, french] = [wordsOf('en'), wordsOf('fr')];
const shown = editionOf(record, 'fr');
const borrowed = shown.coverage.filter(({ lang }) => lang !== 'fr');

// ------------------------------------------------------------------------------------------------------------ the two sites

describe.each(sites)('$name', ({ of }) => {
  const pages = new Map(of.pages.map((page) => [page.path, page]));

  test('has every page in both languages, redirects among them', () => {
    const all = of.paths(/\.html$/).filter((path) => path !== '404.html');
    const [en, fr] = [all.filter((path) => !path.startsWith('fr/')), all.filter((path) => path.startsWith('fr/'))];
    expect(differences(en.map(inFrench), fr)).toEqual([]);
    expect(en.length).toBeGreaterThan(200);
  });

  test('has the same ids on both pages of an address', () => {
    // The letters that words begin with are a language's own.
    const ids = (page: BuiltPage) => elementsOf(main(page)).flatMap((element) => attribute(element, 'id') ?? []).filter((id) => !/^letter-\w$/.test(id));
    const faults = englishOf(of).flatMap((page) => {
      const differing = differences(ids(page), ids(pages.get(inFrench(page.path)) ?? page));
      return differing.length === 0 ? [] : [`${page.path}: ${differing.join(' ')}`];
    });
    expect(faults).toEqual([]);
  });

  test('says of every page which language it is in', () => {
    const faults = of.paths(/\.html$/).filter((path) => path !== '404.html').filter((path) => {
      const html = elementsOf(parse(of.text(path))).find(({ tagName }) => tagName === 'html');
      return attribute(html, 'lang') !== (path.startsWith('fr/') ? 'fr' : 'en');
    });
    expect(faults).toEqual([]);
  });

  test('names on every page the same page in each language, and English for the rest of the world', () => {
    const faults = of.pages.filter((page) => {
      const [en, fr] = [page, page].map(({ path }, index) => pages.get(index === 0 ? path.replace(/^fr\//, '') : inFrench(path.replace(/^fr\//, '')))?.url);
      const links = page.elements.flatMap((element) => (element.tagName === 'link' && attribute(element, 'hreflang') !== undefined ? [`${attribute(element, 'hreflang')} ${attribute(element, 'href')}`] : []));
      return String(links.sort()) !== String([`en ${en}`, `fr ${fr}`, `x-default ${en}`]);
    });
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  test('leads from the masthead of every page to the same page in the other language', () => {
    const faults = of.pages.filter((page) => {
      const [list] = page.elements.filter((element) => attribute(element, 'class') === 'languages');
      const [link, ...more] = list === undefined ? [] : elementsOf(list).filter(({ tagName }) => tagName === 'a');
      const [lang, path] = page.path.startsWith('fr/') ? ['en', page.path.slice(3)] as const : ['fr', inFrench(page.path)] as const;
      return link === undefined || more.length > 0 || attribute(link, 'lang') !== lang || attribute(link, 'hreflang') !== lang
        || wordsIn(link) !== wordsOf(lang).language.name || of.whole(attribute(link, 'href') ?? '', page) !== pages.get(path)?.url;
    });
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  test('pairs the languages in its sitemap', () => {
    const entries = of.text('sitemap.xml').match(/<url>[^]*?<\/url>/g) ?? [];
    const listed = entries.map((entry) => ({
      url: /<loc>([^<]*)<\/loc>/.exec(entry)?.[1] ?? '',
      others: [...entry.matchAll(/<xhtml:link\b[^>]*>/g)].map(([link]) => `${/hreflang="([^"]*)"/.exec(link)?.[1]} ${/href="([^"]*)"/.exec(link)?.[1]}`).sort(),
    }));
    const en = (url: string) => url.replace(`${of.home}fr/`, of.home);
    const fr = (url: string) => en(url).replace(of.home, `${of.home}fr/`);
    expect(listed.filter(({ url, others }) => String(others) !== String([`en ${en(url)}`, `fr ${fr(url)}`, `x-default ${en(url)}`])).map(({ url }) => url)).toEqual([]);
    // The page that is made for the press is no result of a search.
    expect(differences(listed.map(({ url }) => url), of.pages.map(({ url }) => url).filter((url) => !url.endsWith('/edition/')))).toEqual([]);
  });

  test('leads within French from French, and within English from English', () => {
    const paths = new Set(of.files.keys());
    const faults = of.pages.flatMap((page) => elementsOf(main(page)).flatMap((element) => ['href', 'src', 'action'].flatMap((name) => attribute(element, name) ?? [])).flatMap((href) => {
      const url = of.whole(href, page).split(/[?#]/, 1)[0] ?? '';
      if (!url.startsWith(of.home) || /\/_astro\//.test(url)) return [];
      const path = url.slice(of.home.length).replace(/(^|\/)$/, '$1index.html');
      const isFrench = path.startsWith('fr/');
      const other = isFrench ? path.slice(3) : inFrench(path);
      return isFrench !== page.path.startsWith('fr/') && paths.has(other) ? [`${page.path} -> ${href}`] : [];
    }));
    expect(faults).toEqual([]);
  });

  test('has in French each file that it has for programs in English', () => {
    // Whatever stands once for the whole site is at its root.
    const once = /^(\.|_astro\/|pagefind\/|_headers$|_redirects$|404\.html$|addresses\.json$|icon\.svg$|states\.svg$|robots\.txt$|sitemap(-\d+)?\.xml$|[^/]+\.zip$)/;
    const all = of.paths(/^/).filter((path) => !once.test(path));
    const [en, fr] = [all.filter((path) => !path.startsWith('fr/')), all.filter((path) => path.startsWith('fr/'))];
    expect(differences(en.map(inFrench), fr)).toEqual([]);
    for (const path of ['feed.atom', 'feed.json', 'llms.txt', 'opensearch.xml', 'card.png', 'principles/8/index.md', 'principles/8/index.json', 'principles/8/cite.bib', 'principles/8/card.png', 'call/cite/p6.txt', 'data/claims.csv'])
      expect(fr).toContain(inFrench(path));
  });

  test('searches each language by an index of its own', () => {
    for (const lang of ['en', 'fr']) {
      expect(Object.keys(of.json<{ languages: object }>(`pagefind/${lang}/pagefind-entry.json`).languages)).toEqual([lang]);
      expect(of.paths(new RegExp(`^pagefind/${lang}/index/`)).length).toBeGreaterThan(0);
    }
  });
});

// ---------------------------------------------------------------------------------------------------------- words in French

/** A text of a page, or an attribute that is read out, and the language it is said to be in. */
interface Said { readonly text: string; readonly lang: string; readonly isAttribute: boolean; readonly isMeta: boolean }
const READ_OUT = ['aria-label', 'title', 'alt', 'placeholder', 'label'];
const SILENT = new Set(['script', 'style', 'template']);
/** Addresses and code are written alike in all languages. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp']);
const BLOCKS = new Set('address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p section select summary table td th title tr ul'.split(' '));
/** Stands for what is left out of the French: something is there, of which nothing is known. */
const OTHER = '\uFFFC';
const folded = (text: string) => text.replace(/[ \t\n]+/g, ' ');

function saidOn(node: Tree.Node, lang = ''): Said[] {
  if ('value' in node) return node.value.trim() === '' ? [] : [{ text: folded(node.value).trim(), lang, isAttribute: false, isMeta: false }];
  if (!('tagName' in node)) return 'childNodes' in node ? node.childNodes.flatMap((child) => saidOn(child, lang)) : [];
  if (SILENT.has(node.tagName)) return [];
  const own = attribute(node, 'lang') ?? lang;
  const isDescription = node.tagName === 'meta' && /^(description|og:description|og:site_name|og:image:alt)$/.test(attribute(node, 'name') ?? attribute(node, 'property') ?? '');
  const read = [...READ_OUT.flatMap((name) => attribute(node, name) ?? []), ...(isDescription ? [attribute(node, 'content') ?? ''] : [])];
  return [...read.map((text) => ({ text: folded(text), lang: own, isAttribute: true, isMeta: isDescription })), ...node.childNodes.flatMap((child) => saidOn(child, own))];
}

/** The French of a page as it runs, a line a block; what is in another language or verbatim, or left out, is one sign. */
function runningFrench(node: Tree.Node, isLeftOut: (element: Element) => boolean = () => false): string {
  if ('value' in node) return folded(node.value);
  if (!('tagName' in node)) return 'childNodes' in node ? node.childNodes.map((child) => runningFrench(child, isLeftOut)).join('') : '';
  if (SILENT.has(node.tagName)) return '';
  if ((attribute(node, 'lang') ?? 'fr') !== 'fr' || VERBATIM.has(node.tagName) || isLeftOut(node)) return OTHER;
  const inside = node.childNodes.map((child) => runningFrench(child, isLeftOut)).join('');
  return BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside;
}

type Node = string | { readonly [key: string]: Node };
const stringsOf = (node: Node, path = ''): [path: string, text: string][] =>
  typeof node === 'string' ? [[path, node]] : Object.entries(node).flatMap(([key, below]) => stringsOf(below, `${path}.${key}`));

describe('a French page', () => {
  const pages = frenchOf(site);
  const said = new Map(pages.map((page) => [page, page.elements.filter(({ tagName }) => tagName === 'html').flatMap((html) => saidOn(html))]));
  const inTags = (page: BuiltPage, names: readonly string[], isLeftOut?: (element: Element) => boolean) =>
    page.elements.filter(({ tagName }) => names.includes(tagName)).flatMap((element) => runningFrench(element, isLeftOut).split('\n'));
  const lines = new Map(pages.map((page) => [page, [...inTags(page, ['title', 'body']), ...(said.get(page) ?? []).filter(({ lang, isAttribute }) => isAttribute && lang === 'fr').map(({ text }) => text)]]));
  /** Every place of a pattern, with the words around it. */
  const places = (pattern: RegExp) => [...new Set(pages.flatMap((page) => (lines.get(page) ?? []).flatMap((line) =>
    [...line.matchAll(pattern)].map((match) => `${page.path}: ${line.slice(Math.max(0, match.index - 30), match.index + 30).trim()}`))))];
  /** Works are cited by the titles they bear, in whatever language. */
  const isCitation = (element: Element) => hasClass(element, 'cite-tools') || element.tagName === 'em' || element.tagName === 'cite';

  test('holds no word of the English interface', () => {
    // Names are alike in both: of publishers, and of the tables that have addresses.
    const inFrenchToo = new Set([...stringsOf(french).map(([, text]) => text), ...shown.coverage.map(({ fields }) => fields.publisher), ...DATASETS]);
    const theirs = new Map(stringsOf(french));
    const templates = stringsOf(english).filter(([path, text]) => theirs.get(path) !== text && !inFrenchToo.has(text) && /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')));
    const whole = new Map(templates.filter(([, text]) => !text.includes('{')).map(([path, text]) => [text, path]));
    const filled = templates.filter(([, text]) => text.includes('{') && /[A-Za-z]{3}/.test(text.replace(/\{\w+\}/g, '')))
      .map(([path, text]) => [path, new RegExp(`^${text.split(/(\{\w+\})/).map((part, index) => (index % 2 === 0 ? RegExp.escape(part) : part === '{n}' ? '[\\d\\s.,]+' : '.+')).join('')}$`, 'u')] as const);
    const found = pages.flatMap((page) => (said.get(page) ?? []).filter(({ lang }) => lang === 'fr').flatMap(({ text }) =>
      [...(whole.get(text) ?? '').split('\n').filter(Boolean), ...filled.flatMap(([path, pattern]) => (pattern.test(text) ? [path] : []))].map((path) => `${page.path}: ${path} “${text}”`)));
    expect(found).toEqual([]);
    expect(whole.size + filled.length).toBeGreaterThan(250);
  });

  test('holds no English prose that is not said to be English', () => {
    const count = (words: readonly string[], list: string) => words.filter((word) => list.split(' ').includes(word)).length;
    const isEnglish = (text: string) => {
      const words = text.toLowerCase().match(/[\p{L}’]+/gu) ?? [];
      return words.length > 6 && count(words, 'le la les de des du et un une est sont que qui') === 0
        && count(words, 'the of and to in is are was were that which it its by from has have not with as for') / words.length > 0.2;
    };
    const names = shown.coverage.map(({ fields }) => fields.publisher).sort((a, b) => b.length - a.length);
    const nameless = (line: string) => names.reduce((text, name) => text.replaceAll(name, ''), line.replace(/https?:\/\/\S+/g, ''));
    const found = pages.flatMap((page) => inTags(page, ['body'], isCitation).flatMap((line) => nameless(line).split(/(?<=[.!?])\s/)).filter(isEnglish).map((sentence) => `${page.path}: ${sentence.trim()}`));
    expect(found).toEqual([]);
  });

  test('has no straight apostrophe and no straight quotation mark', () => {
    expect(places(/['"]/g)).toEqual([]);
  });

  test('has no ordinary space before a high mark or inside quotation marks', () => {
    expect(places(/ [;:!?»]|« /g)).toEqual([]);
  });

  test('has a space that does not break before a high mark and inside quotation marks', () => {
    // Titles in another language are set in the way of theirs.
    const titles = shown.coverage.flatMap(({ fields: { title, language } }) => (language === 'fr' ? [] : [title])).sort((a, b) => b.length - a.length);
    const found = pages.flatMap((page) => [...inTags(page, ['body'], ({ tagName }) => tagName === 'em'), ...(said.get(page) ?? []).filter(({ lang, isAttribute, isMeta }) => isAttribute && !isMeta && lang === 'fr').map(({ text }) => text)]
      .flatMap((line) => titles.reduce((text, title) => text.replaceAll(title, OTHER), line).match(/.{0,30}(?:[\p{L}\p{N})»\uFFFC][;:!?](?=\s|$)|«(?![\u00A0\u202F])|(?<![\u00A0\u202F])»).{0,20}/gu) ?? [])
      .map((place) => `${page.path}: ${place}`));
    expect([...new Set(found)]).toEqual([]);
  });

  test('quotes in the French way, and in the English way only within', () => {
    const found = pages.flatMap((page) => inTags(page, ['body'], isCitation).flatMap((line) => line.replace(/«[^»]*»/g, '').match(/.{0,30}“[^”]*”?/gu) ?? []).map((quotation) => `${page.path}: ${quotation}`));
    expect(found).toEqual([]);
  });

  test('weighs no more than it may', () => {
    expect(pages.filter(({ path, html }) => !path.endsWith('/edition/index.html') && gzipSync(html).length > 60 * 1024).map(({ path }) => path)).toEqual([]);
    expect(pages.filter(({ path, html }) => /principles\/\d\/index\.html$/.test(path) && gzipSync(html, { level: 9 }).length > 20 * 1024).map(({ path }) => path)).toEqual([]);
  });
});

// --------------------------------------------------------------------------------------------------------- records in English

describe('a record that is only in English', () => {
  const notice = fill(french.language.only, { language: languageName('fr', 'en') });
  const pageOf = (slug: string) => site.page(`fr/coverage/${slug}/`);
  const notices = (page: BuiltPage) => page.elements.filter((element) => element.tagName === 'p' && wordsIn(element) === notice).length;

  test('says so once on its French page; no other page does', () => {
    const slugs = new Set(borrowed.map(({ slug }) => slug));
    expect(borrowed.length).toBeGreaterThan(0);
    expect(borrowed.filter(({ slug }) => notices(pageOf(slug)) !== 1).map(({ slug }) => slug)).toEqual([]);
    expect(site.pages.filter((page) => notices(page) > 0 && !slugs.has(/^fr\/coverage\/([^/]+)\/index/.exec(page.path)?.[1] ?? '')).map(({ path }) => path)).toEqual([]);
  });

  test('has all its own words marked as English', () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const faults = borrowed.flatMap((entry) => {
      const inLang = Map.groupBy(saidOn(main(pageOf(entry.slug)), 'fr'), ({ lang }) => lang);
      const [fr, en] = ['fr', 'en'].map((lang) => plain((inLang.get(lang) ?? []).map(({ text }) => text).join(' ')));
      const sentences = entry.passages.flatMap(({ text }) => text.split(/\n|(?<=[.?!])\s+/)).map(plain).filter((sentence) => sentence.length > 20);
      return sentences.flatMap((sentence) => [...(fr?.includes(sentence) ? [`${addressOfPassage(entry, '')} in French: ${sentence}`] : []), ...(en === '' ? [`${entry.slug}: nothing in English`] : [])]);
    });
    expect(faults).toEqual([]);
  });

  test('leads on in French', () => {
    const links = borrowed.flatMap(({ slug }) => elementsOf(main(pageOf(slug))).filter(({ tagName }) => tagName === 'a').map((link) => site.whole(attribute(link, 'href') ?? '', pageOf(slug))));
    expect(links.filter((url) => url.startsWith(site.home) && !url.startsWith(`${site.home}fr/`))).toEqual([]);
    expect(links.filter((url) => url.startsWith(`${site.home}fr/principles/`)).length).toBeGreaterThan(0);
  });
});

// ------------------------------------------------------------------------------------------------------------- for programs

describe('what French hands to programs', () => {
  test('is written in French: citations have French quotation marks and months', () => {
    const texts = site.paths(/^fr\/.*cite(\/[^/]+)?\.txt$/).map((path) => ({ path, text: site.text(path) }));
    const cited = (text: string) => text.split('\n').filter((line) => /^(APA|Chicago)\b/.test(line));
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(({ text }) => !cited(text).some((line) => line.includes('«\u00A0') || line.includes('«\u202F'))).map(({ path }) => path)).toEqual([]);
    // The day of our own page: behind the year in the one style, where it has a day, and before the address in the other.
    const days = texts.map(({ path, text }) => ({ path, days: cited(text).slice(0, 2).flatMap((line) => [.../\(\d{4}, ([^)]*)\)|[,.] ([^,.]*) \d{4}\. https/u.exec(line)?.slice(1).filter(Boolean) ?? []]) }));
    const isFrench = (day: string) => /^(1er|[2-9]|[12]\d|3[01]) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/.test(day);
    expect(days.filter((one) => one.days.length === 0 || !one.days.every(isFrench))).toEqual([]);
    expect(days.filter((one) => one.days.length === 2).length).toBeGreaterThan(400);
  });

  test('says in each file that it is French', () => {
    const twins = site.paths(/^fr\/.*index\.json$/).map((path) => ({ path, lang: site.json<{ lang: string }>(path).lang }));
    expect(twins.filter(({ lang }) => lang !== 'fr')).toEqual([]);
    expect(twins).toHaveLength(frenchOf(site).length);
    expect(site.json<{ language: string }>('fr/feed.json').language).toBe('fr');
    expect(site.text('fr/feed.atom')).toContain('xml:lang="fr"');
    expect(site.text('fr/opensearch.xml')).toContain('<Language>fr</Language>');
    expect(site.json<{ lang: string }>('fr/data/text.json').lang).toBe('fr');
    expect(site.text('fr/principles/8/cite.bib')).toMatch(/langid\s*=\s*\{french\}/);
    expect(site.text('fr/principles/8/cite.ris')).toMatch(/^LA {2}- fr\b/m);
  });

  test('leads to French pages', () => {
    const tails = new Set(frenchOf(site).map(({ url }) => url));
    const english = site.paths(/^fr\/.*(\.md|feed\.atom|feed\.json|llms\.txt)$/).flatMap((path) =>
      site.addressesIn(site.text(path)).map((url) => url.split('#', 1)[0] ?? '').filter((url) => tails.has(url.replace(site.home, `${site.home}fr/`)) && !tails.has(url)).map((url) => `${path} -> ${url}`));
    expect([...new Set(english)]).toEqual([]);
  });
});
