/**
 * What a page says of itself to search engines: JSON-LD in the vocabulary of schema.org, one graph a page.
 *
 * Every `@id` that is named is defined in the same graph. The Call and its principles are `Legislation`, the nearest
 * class there is, though the Call binds nobody: https://schema.org/Legislation
 */
import { addressOfPassage, CALL, COVERAGE_INDEX, DATA, GLOSSARY, HOME, principleAddress, SEARCH, type Address } from './addresses.ts';
import { authorsOf } from './citations.ts';
import { printedName, type CslName } from './csl.ts';
import { plainUrl } from './one-line.ts';
import type { SitePage } from './pages.ts';
import type { Edition } from './record.ts';
import { LICENCE } from './twins.ts';
import type { View } from './view.ts';

type Node = { readonly [property: string]: unknown };

/** The graph of a page, ready for a `<script type="application/ld+json">`. */
export function jsonLdOf(edition: Edition, view: View, page: SitePage): string {
  const at = (of: Address) => view.permalink(of);
  const site = { '@id': `${at(HOME)}#site`, '@type': 'WebSite', url: at(HOME), name: view.words.site.name, inLanguage: edition.lang, license: LICENCE };
  const crumbs = [{ label: view.words.site.home, address: HOME }, ...page.crumbs, { label: page.title, address: page.address }];
  const main = mainOf(edition, view, page);
  const self = {
    '@id': at(page.address), '@type': PAGE_TYPES[page.shown.kind] ?? 'WebPage', url: at(page.address), name: page.title, description: page.description, inLanguage: edition.lang,
    dateModified: page.updated, isPartOf: { '@id': site['@id'] }, license: LICENCE, ...(main.length > 0 && { mainEntity: { '@id': main[0]?.['@id'] } }),
    ...(page.address !== HOME && { breadcrumb: { '@id': `${at(page.address)}#breadcrumb` } }),
  };
  const breadcrumb = page.address === HOME ? [] : [{
    '@id': `${at(page.address)}#breadcrumb`, '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, address }, index) => ({ '@type': 'ListItem', position: index + 1, name: label, item: at(address) })),
  }];
  const graph = [page.shown.kind === 'home' ? { ...site, potentialAction: { '@type': 'SearchAction', target: `${at(SEARCH)}?q={query}`, 'query-input': 'required name=query' } } : site, self, ...main, ...breadcrumb];
  // A "</script>" in a title would end the element that holds this.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}

const PAGE_TYPES: { readonly [kind in SitePage['shown']['kind']]?: string } = {
  coverage: 'CollectionPage', facet: 'CollectionPage', list: 'CollectionPage', questions: 'CollectionPage', principles: 'CollectionPage', search: 'SearchResultsPage', question: 'QAPage',
};

/** What the page is about, the thing itself first, then whatever it names. */
function mainOf(edition: Edition, view: View, { shown, address, description }: SitePage): Node[] {
  const { lang } = edition;
  const at = (of: Address) => view.permalink(of);
  const id = (of: Address, name: string) => `${at(of)}#${name}`;
  const call = (parts: boolean): Node => ({
    '@id': id(CALL, 'the-call'), '@type': 'Legislation', name: view.words.home.title, url: view.official[lang], datePublished: edition.text.fields.date, legislationDate: edition.text.fields.date,
    legislationType: view.words.call.type, inLanguage: ['en', 'fr'], ...(parts && { hasPart: edition.principles.map(({ number }) => ({ '@id': id(principleAddress(number), 'principle') })) }),
  });
  const principle = (number: number, whole: boolean): Node => ({
    '@id': id(principleAddress(number), 'principle'), '@type': 'Legislation', name: view.page(principleAddress(number)).title, url: at(principleAddress(number)),
    ...(whole && { legislationIdentifier: String(number), isPartOf: { '@id': id(CALL, 'the-call') }, sameAs: `${view.official[lang]}#principle-${number}` }),
  });
  switch (shown.kind) {
    case 'call': return [call(true), ...edition.principles.map(({ number }) => principle(number, false))];
    case 'home': return [call(false)];
    case 'principles': return [call(true), ...edition.principles.map(({ number }) => principle(number, false))];
    case 'principle': return [principle(shown.principle.number, true), call(false)];
    case 'record': {
      const { fields } = shown.entry;
      const authors = authorsOf(fields);
      const url = fields.url && plainUrl(fields.url);
      return [{
        '@id': url ?? id(address, 'publication'), '@type': fields.kind === 'reporting' ? 'NewsArticle' : fields.kind === 'report' || fields.kind === 'research' ? 'Report' : 'Article', headline: fields.title,
        inLanguage: fields.language, publisher: { '@type': 'Organization', name: fields.publisher }, ...(authors.length > 0 && { author: authors.map(agent) }),
        ...(fields.published && { datePublished: fields.published }), ...(fields.corrected && { dateModified: fields.corrected }), ...(url && { url }), about: { '@id': id(CALL, 'the-call') },
      }, call(false)];
    }
    case 'question': return [{
      '@id': id(address, 'question'), '@type': 'Question', name: shown.entry.fields.question, answerCount: 1,
      acceptedAnswer: { '@type': 'Answer', text: shown.entry.passages.find(({ id: name }) => name === 'answer')?.text ?? description, url: at(addressOfPassage(shown.entry, 'answer')) },
    }];
    case 'glossary': return [
      { '@id': id(GLOSSARY, 'terms'), '@type': 'DefinedTermSet', name: view.page(GLOSSARY).title, hasDefinedTerm: edition.terms.map(({ address: of }) => ({ '@id': at(of) })) },
      ...edition.terms.map(({ entry, address: of }) => ({ '@id': at(of), '@type': 'DefinedTerm', name: entry.fields.term, url: at(of), inDefinedTermSet: { '@id': id(GLOSSARY, 'terms') } })),
    ];
    case 'page': return address !== DATA ? [] : [{
      '@id': id(DATA, 'dataset'), '@type': 'Dataset', name: view.words.data.title, description: view.words.data.description, license: LICENCE, url: at(DATA), inLanguage: lang, isAccessibleForFree: true,
      creator: { '@type': 'Organization', name: view.words.site.name, url: at(HOME) },
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: at(`${DATA}datapackage.json` as Address) }],
    }];
    case 'coverage': return [{ '@id': id(COVERAGE_INDEX, 'list'), '@type': 'ItemList', numberOfItems: edition.coverage.length, itemListOrder: 'https://schema.org/ItemListOrderAscending' }];
    default: return [];
  }
}

const agent = (name: CslName): Node => ({ '@type': 'literal' in name ? 'Organization' : 'Person', name: printedName(name) });
