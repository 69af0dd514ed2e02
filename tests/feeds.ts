/**
 * What is asked of both feeds, as others read them: Atom by libxml2 against the grammar of RFC 4287, JSON Feed by Ajv against
 * a schema of its specification, their HTML by html-validate. What no grammar says stands here as rules on the parsed
 * documents: the Schematron of RFC 4287, Appendix B, and what the W3C's validator asks (https://validator.w3.org/feed/docs/).
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { RelaxNGValidator, XmlDocument, XmlElement, XmlValidateError } from 'libxml2-wasm';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { TODAY } from './content.ts';

// ---------------------------------------------------------------------------------------------- rules of both formats

const isWhole = (address: string): boolean => URL.canParse(address) && /^https?:/.test(address) && !/\s/.test(address);
/** Ids are compared letter by letter, so each stands in its one canonical form: an address, a UUID (RFC 9562), a `tag:` (RFC 4151). */
const isId = (id: string): boolean => (isWhole(id) ? new URL(id).href === id
  : /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || /^tag:([a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w;/?:@&=+$.\-!~*'()%,]*(#[\w;/?:@&=+$.\-!~*'()%,]*)?$/.test(id));
/** RFC 3339 asks for a zone, XML Schema does not; a validator also asks for dates that have come. */
const isPast = (date: string, today: string): boolean => /(Z|[+-]\d\d:\d\d)$/.test(date) && Date.parse(date) <= Date.parse(`${today}T23:59:59Z`);
const areUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const markup = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
const elementsOf = (node: Tree.Node): Tree.Element[] =>
  [...('tagName' in node ? [node] : []), ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
const isWellFormed = (html: string): boolean => markup.validateStringSync(html).valid;
const pointsToWholeAddresses = (html: string): boolean => elementsOf(parseFragment(html)).every(({ attrs }) =>
  attrs.every(({ name, value }) => !['href', 'src', 'cite', 'poster', 'action', 'srcset'].includes(name) || isWhole(value) || value.startsWith('mailto:')));
const runsNothing = (html: string): boolean => elementsOf(parseFragment(html)).every(({ tagName, attrs }) =>
  !['script', 'style', 'iframe', 'object', 'embed', 'form', 'link', 'meta', 'base'].includes(tagName) && attrs.every(({ name }) => !/^on|^style$/.test(name)));

// ----------------------------------------------------------------------------------------------------------------- Atom

export const NAMES = { a: 'http://www.w3.org/2005/Atom' };
const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromString(readFileSync('tests/atom.rng', 'utf8')));

export const all = (document: XmlDocument, path: string) => document.find(path, NAMES);
export const texts = (document: XmlDocument, path: string): string[] => all(document, path).map(({ content }) => content);
const holds = (document: XmlDocument, test: string): boolean => document.eval(`boolean(${test})`, NAMES) === true;

/** What the grammar has against the document, in the validator's words. */
export function grammarRefuses(document: XmlDocument): string | undefined {
  try { grammar.validate(document); } catch (error) {
    if (error instanceof XmlValidateError) return error.message;
    throw error;
  }
  return undefined;
}

const RELATIONS = ['alternate', 'self', 'related', 'via', 'enclosure', 'first', 'next', 'previous', 'last'];
const ATOM_RULES: { readonly [rule: string]: (document: XmlDocument, at: string, today: string) => boolean } = {
  'an author for the feed or for each entry': (document) => holds(document, '/a:feed/a:author or not(/a:feed/a:entry[not(a:author)])'),
  'content or an alternate in each entry': (document) =>
    holds(document, "not(//a:entry[not(a:link[@rel='alternate'] or a:link[not(@rel)] or a:content)])"),
  'text in each entry': (document) => holds(document, 'not(//a:entry[not(a:summary or a:content)])'),
  'one alternate of a type and language': (document) => all(document, '/a:feed | //a:entry').every((parent) =>
    areUnique(parent.find("a:link[@rel='alternate']", NAMES).map((link) => link instanceof XmlElement ? `${link.attr('type')?.value} ${link.attr('hreflang')?.value}` : ''))),
  'one link to itself, as Atom, where it lies': (document, at) => texts(document, "/a:feed/a:link[@rel='self' and @type='application/atom+xml']/@href").join() === at
    && all(document, "//a:link[@rel='self']").length === 1,
  'other pages that are not this one': (document, at) => !texts(document, "//a:link[@rel='next']/@href").includes(at),
  'registered relations': (document) => texts(document, '//a:link/@rel').every((rel) => RELATIONS.includes(rel)),
  'a different id for each': (document) => areUnique(texts(document, '//a:id')),
  'ids that are whole and canonical': (document) => texts(document, '//a:id').every(isId),
  'addresses that are whole': (document) => texts(document, '//a:link/@href | //a:icon | //a:logo | //a:uri').every(isWhole),
  'dates with a zone that have come': (document, _, today) => texts(document, '//a:updated | //a:published').every((date) => isPast(date, today)),
  'words in titles, summaries and names': (document) => texts(document, '//a:title | //a:subtitle | //a:summary | //a:name | //a:rights').every((text) => text.trim() !== ''),
  'a language for all text': (document) => holds(document, '/a:feed/@xml:lang'),
  'HTML that is well formed': (document) => texts(document, "//a:content[@type='html']").every(isWellFormed),
  'HTML that points to whole addresses': (document) => texts(document, "//a:content[@type='html']").every(pointsToWholeAddresses),
  'HTML that runs nothing': (document) => texts(document, "//a:content[@type='html']").every(runsNothing),
};
/** The rules that an Atom document, published at an address, breaks; `grammar` is one of them. */
export const brokenInAtom = (document: XmlDocument, at: string, today = TODAY): string[] => [
  ...(grammarRefuses(document) === undefined ? [] : ['grammar']),
  ...Object.entries(ATOM_RULES).filter(([, isKept]) => !isKept(document, at, today)).map(([rule]) => rule),
];

// ------------------------------------------------------------------------------------------------------------ JSON Feed

/** https://www.jsonfeed.org/version/1.1/, field by field. A language tag as RFC 5646 builds it. */
const LANGUAGE = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' };
const ADDRESS = { type: 'string', format: 'uri' };
const EXTENSIONS = { patternProperties: { '^_[A-Za-z][^.]*$': { type: 'object' } }, additionalProperties: false };
const JSON_FEED = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: {
    author: {
      type: 'object', minProperties: 1, ...EXTENSIONS,
      properties: { name: { type: 'string' }, url: ADDRESS, avatar: ADDRESS },
    },
    authors: { type: 'array', items: { $ref: '#/$defs/author' } },
    attachment: {
      type: 'object', required: ['url', 'mime_type'], ...EXTENSIONS,
      properties: {
        url: ADDRESS, mime_type: { type: 'string' }, title: { type: 'string' },
        size_in_bytes: { type: 'number' }, duration_in_seconds: { type: 'number' },
      },
    },
    item: {
      type: 'object', required: ['id'], anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }], ...EXTENSIONS,
      properties: {
        id: { type: 'string' }, url: ADDRESS, external_url: ADDRESS, title: { type: 'string' },
        content_html: { type: 'string' }, content_text: { type: 'string' }, summary: { type: 'string' },
        image: ADDRESS, banner_image: ADDRESS,
        date_published: { type: 'string', format: 'date-time' }, date_modified: { type: 'string', format: 'date-time' },
        author: { $ref: '#/$defs/author' }, authors: { $ref: '#/$defs/authors' },
        tags: { type: 'array', items: { type: 'string' } }, language: LANGUAGE,
        attachments: { type: 'array', items: { $ref: '#/$defs/attachment' } },
      },
    },
  },
  type: 'object', required: ['version', 'title', 'items'], ...EXTENSIONS,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' }, title: { type: 'string' },
    home_page_url: ADDRESS, feed_url: ADDRESS, description: { type: 'string' }, user_comment: { type: 'string' },
    next_url: ADDRESS, icon: ADDRESS, favicon: ADDRESS,
    author: { $ref: '#/$defs/author' }, authors: { $ref: '#/$defs/authors' }, language: LANGUAGE,
    expired: { type: 'boolean' },
    hubs: { type: 'array', items: { type: 'object', required: ['type', 'url'], properties: { type: { type: 'string' }, url: ADDRESS } } },
    items: { type: 'array', items: { $ref: '#/$defs/item' } },
  },
} as const;

export interface JsonItem {
  id: string; url?: string; external_url?: string; title?: string; content_html?: string; content_text?: string; summary?: string;
  date_published?: string; date_modified?: string; authors?: { name: string }[]; tags?: string[]; language?: string;
}
export interface JsonFeed {
  version: string; title: string; home_page_url: string; feed_url: string; next_url?: string; description?: string; icon?: string;
  authors: { name: string }[]; language: string; items: JsonItem[];
}
const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
export const schema = ajv.compile<JsonFeed>(JSON_FEED);

const htmlOf = (items: readonly JsonItem[]): string[] => items.flatMap(({ content_html }) => content_html ?? []);
const JSON_RULES: { readonly [rule: string]: (feed: JsonFeed, at: string, today: string) => boolean } = {
  'its own address': ({ feed_url }, at) => feed_url === at,
  'a page that it lists': ({ home_page_url }) => isWhole(home_page_url),
  'another page that is not this one': ({ next_url, feed_url }) => next_url !== feed_url,
  'a different id for each': ({ items }) => areUnique(items.map(({ id }) => id)),
  'ids that are whole and canonical': ({ items }) => items.every(({ id }) => isId(id)),
  'addresses that are whole': ({ icon, next_url, items }) => [icon, next_url, ...items.flatMap(({ url, external_url }) => [url ?? '', external_url])]
    .every((address) => address === undefined || isWhole(address)),
  'dates that have come': ({ items }, _, today) => items.every(({ date_published, date_modified }) => [date_published, date_modified].every((date) => date === undefined || isPast(date, today))),
  'HTML that is well formed': ({ items }) => htmlOf(items).every(isWellFormed),
  'HTML that points to whole addresses': ({ items }) => htmlOf(items).every(pointsToWholeAddresses),
  'HTML that runs nothing': ({ items }) => htmlOf(items).every(runsNothing),
};
export const brokenInJson = (feed: unknown, at: string, today = TODAY): string[] => (schema(feed)
  ? Object.entries(JSON_RULES).filter(([, isKept]) => !isKept(feed, at, today)).map(([rule]) => rule)
  : (schema.errors ?? []).map(({ instancePath, message }) => `schema: ${instancePath} ${message}`));
