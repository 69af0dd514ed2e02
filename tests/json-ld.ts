/**
 * JSON-LD as a processor reads it, without a network: the two contexts that the site names, in as far as it uses them.
 *
 * That of Web Annotation is transcribed term by term (https://www.w3.org/ns/anno.jsonld), so that a key which the model
 * lacks is refused. schema.org's would take any key; what each of its types must and may have is said in `NODES`.
 */
import jsonld from 'jsonld';

const oa = (name: string, type?: '@id' | '@vocab') => ({ '@id': `http://www.w3.org/ns/oa#${name}`, ...(type && { '@type': type }) });
const as = (name: string, more: object = {}) => ({ '@id': `http://www.w3.org/ns/activitystreams#${name}`, ...more });
const OF_TYPE = '@id';
const integer = { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' };

const CONTEXTS: { readonly [url: string]: object } = {
  'https://schema.org': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' },
  'http://www.w3.org/ns/anno.jsonld': {
    id: '@id', type: '@type',
    Annotation: oa('Annotation'), SpecificResource: oa('SpecificResource'), TextQuoteSelector: oa('TextQuoteSelector'), TextualBody: oa('TextualBody'),
    AnnotationCollection: as('OrderedCollection'), AnnotationPage: as('OrderedCollectionPage'),
    body: oa('hasBody', OF_TYPE), target: oa('hasTarget', OF_TYPE), source: oa('hasSource', OF_TYPE), selector: oa('hasSelector', OF_TYPE),
    motivation: oa('motivatedBy', '@vocab'), purpose: oa('hasPurpose', '@vocab'), exact: oa('exact'), prefix: oa('prefix'), suffix: oa('suffix'),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', label: 'http://www.w3.org/2000/01/rdf-schema#label', language: 'http://purl.org/dc/elements/1.1/language',
    first: as('first', { '@type': '@id' }), items: as('items', { '@type': '@id', '@container': '@list' }), total: as('totalItems', integer), startIndex: as('startIndex', integer),
    ...Object.fromEntries(['assessing', 'classifying', 'commenting', 'describing', 'linking', 'tagging'].map((name) => [name, `http://www.w3.org/ns/oa#${name}`])),
  },
};

/** The document expanded. Throws where its context is none of the two, or where something would be lost. */
export const expanded = (document: object) => jsonld.expand(document, {
  safe: true,
  documentLoader: (url) => {
    const context = CONTEXTS[url];
    if (context === undefined) return Promise.reject(new Error(`no context at ${url}`));
    return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': context } });
  },
});

export type Node = { readonly '@id'?: string; readonly '@type'?: string; readonly [property: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value and all that is within it. */
export function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  if (!isNode(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* nodesIn(inner);
}

/** Nodes that only name another: `{ "@id": … }`. */
export const isReference = (node: Node): boolean => Object.keys(node).join() === '@id';

interface Shape {
  readonly must: readonly string[];
  readonly may?: readonly string[];
}
const PAGE: Shape = { must: ['url', 'name', 'description', 'inLanguage', 'dateModified', 'isPartOf', 'license'], may: ['mainEntity', 'breadcrumb'] };
const ARTICLE: Shape = { must: ['headline', 'inLanguage', 'publisher', 'about'], may: ['author', 'datePublished', 'dateModified', 'url'] };

/**
 * The types that the site uses, with the properties that schema.org (and, where it shows such a thing, Google's search)
 * asks of each: https://developers.google.com/search/docs/appearance/structured-data
 */
const NODES: { readonly [type: string]: Shape } = {
  WebSite: { must: ['url', 'name', 'inLanguage', 'license'], may: ['potentialAction'] },
  SearchAction: { must: ['target', 'query-input'] },
  WebPage: PAGE, CollectionPage: PAGE, SearchResultsPage: PAGE, QAPage: { ...PAGE, must: [...PAGE.must, 'mainEntity'] },
  BreadcrumbList: { must: ['itemListElement'] },
  ListItem: { must: ['position', 'name', 'item'] },
  Legislation: { must: ['name', 'url'], may: ['datePublished', 'legislationDate', 'legislationType', 'legislationIdentifier', 'inLanguage', 'hasPart', 'isPartOf', 'sameAs'] },
  NewsArticle: ARTICLE, Article: ARTICLE, Report: ARTICLE,
  Question: { must: ['name', 'answerCount', 'acceptedAnswer'] },
  Answer: { must: ['text', 'url'] },
  DefinedTermSet: { must: ['name', 'hasDefinedTerm'] },
  DefinedTerm: { must: ['name', 'url', 'inDefinedTermSet'] },
  Dataset: { must: ['name', 'description', 'license', 'url', 'creator', 'distribution'], may: ['inLanguage', 'isAccessibleForFree'] },
  DataDownload: { must: ['encodingFormat', 'contentUrl'] },
  ItemList: { must: ['numberOfItems', 'itemListOrder'] },
  Person: { must: ['name'] },
  Organization: { must: ['name'], may: ['url'] },
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is wrong with a graph of schema.org: an unknown type, a property that is missing, empty or none of its type's. */
export function faultsOf(graph: readonly Node[]): string[] {
  return [...nodesIn(graph)].filter((node) => !isReference(node)).flatMap((node) => {
    const type = node['@type'] ?? '';
    const shape = NODES[type];
    if (shape === undefined) return [`a node of the type “${type}”`];
    const [must, may] = [shape.must, new Set([...shape.must, ...(shape.may ?? [])])];
    return [
      ...must.filter((name) => isEmpty(node[name])).map((name) => `${type} without ${name}`),
      ...Object.entries(node).filter(([name]) => !name.startsWith('@') && !may.has(name)).map(([name]) => `${type} with ${name}`),
      ...Object.entries(node).filter(([, value]) => isEmpty(value)).map(([name]) => `${type} with an empty ${name}`),
      ...(type === 'BreadcrumbList' ? crumbFaults(node['itemListElement']) : []),
      // https://developers.google.com/search/docs/appearance/structured-data/dataset: 50 to 5000 characters.
      ...(type === 'Dataset' && !/^.{50,5000}$/su.test(String(node['description'])) ? ['Dataset with too short or long a description'] : []),
      ...(type === 'Question' && node['answerCount'] !== 1 ? ['Question with one answer that counts another number'] : []),
    ];
  });
}

/** Two steps at least, numbered from one on. */
function crumbFaults(list: unknown): string[] {
  const items = Array.isArray(list) ? list.filter(isNode) : [];
  return [
    ...(items.length < 2 ? ['BreadcrumbList of fewer than two'] : []),
    ...(items.every((item, index) => item['@type'] === 'ListItem' && item['position'] === index + 1) ? [] : ['BreadcrumbList out of order']),
  ];
}

/** References to what the graph does not define, and ids that it defines twice. */
export function danglingIn(graph: readonly Node[]): string[] {
  const all = [...nodesIn(graph)].filter((node) => node['@id'] !== undefined);
  const defined = all.filter((node) => !isReference(node)).map((node) => node['@id'] ?? '');
  const known = new Set(defined);
  return [
    ...all.filter(isReference).flatMap((node) => node['@id'] ?? []).filter((id) => !known.has(id)).map((id) => `${id} is not defined`),
    ...defined.filter((id, index) => defined.indexOf(id) !== index).map((id) => `${id} is defined twice`),
  ];
}
