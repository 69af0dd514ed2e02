/**
 * Where things live: the address of every entry and passage, and how an address becomes an `href`.
 *
 * An address is the part that all languages and hosts share, `/coverage/wired-us-sits-out/#c7`. The base path and the
 * language come in front of it when a page is written. Addresses are made from paths alone, so that a link can be
 * followed without reading its target.
 */
import { DEFAULT_LANG, isLang, principleNumber, type Collection, type Lang } from './ids.ts';

declare const brand: unique symbol;
/** `/principles/8/` or `/call/#p6`: begins with a slash, has neither base path nor language. */
export type Address = string & { readonly [brand]: 'address' };

const address = (text: string): Address => text as Address;

/** Addresses of the site's own pages, which no content file makes. */
export const HOME = address('/');
export const CALL = address('/call/');
export const PRINCIPLES_INDEX = address('/principles/');
export const COVERAGE_INDEX = address('/coverage/');
/** What has been written about the Call as a whole. */
export const CALL_MENTIONS = address('/call/coverage/');
/** The Call in two languages, segment by segment. */
export const CALL_PARALLEL = address('/call/parallel/');
export const QUESTIONS_INDEX = address('/questions/');
export const GLOSSARY = address('/glossary/');
export const TIMELINE = address('/timeline/');
export const VARIANTS = address('/variants/');
export const PREAMBLE_INDEX = address('/preamble/');
export const STATES = address('/states/');
export const NUMBERING = address('/numbering/');
export const SEARCH = address('/search/');
export const ABOUT = address('/about/');
/** What changed in the record, when and why. */
export const CORRECTIONS = address('/corrections/');
export const CITE = address('/cite/');
export const DATA = address('/data/');
/** The whole edition on one page, to be printed. */
export const EDITION = address('/edition/');

/** Words that may not be the slug of a coverage record, because a list of records has that address. */
export const FACETS = ['principle', 'year', 'publisher', 'kind', 'stance', 'language'] as const;
export type FacetName = (typeof FACETS)[number];

/** Where a content file belongs, read from its path. */
export interface Location {
  readonly collection: Collection;
  readonly lang: Lang;
  readonly slug: string;
  /** The folder of a coverage record. */
  readonly year?: string;
}

/** `content/coverage/en/2018/x.md` → coverage, en, x; undefined for a path that is no entry's. */
export function locationOf(file: string): Location | undefined {
  const [, path, extension] = /^content\/(.+)\.(md|mdx)$/.exec(file) ?? [];
  const parts = path?.split('/') ?? [];
  const official = /^text\/official-(\w+)$/.exec(path ?? '')?.[1];
  if (isLang(official) && extension === 'md') return { collection: 'official', lang: official, slug: 'call' };
  const [collection, lang, ...rest] = parts;
  if (extension === undefined || !isLang(lang)) return undefined;
  const [first, second] = rest;
  if (collection === 'text' && rest.length === 0 && extension === 'md') return { collection, lang, slug: 'call' };
  if ((collection === 'timeline' || collection === 'variants' || collection === 'corrections') && rest.length === 0) return { collection, lang, slug: collection };
  if (isFlat(collection) && rest.length === 1 && first) return { collection, lang, slug: first };
  if (collection === 'coverage' && rest.length === 2 && first && second && /^\d{4}$/.test(first))
    return { collection, lang, slug: second, year: first };
  return undefined;
}

/** Collections whose entries lie side by side in the folder of their language. */
const isFlat = (collection: string | undefined): collection is 'principles' | 'questions' | 'glossary' | 'pages' =>
  collection === 'principles' || collection === 'questions' || collection === 'glossary' || collection === 'pages';

/** The address of an entry; a term's is its place in the glossary. */
export function addressOfEntry({ collection, slug }: Pick<Location, 'collection' | 'slug'>): Address {
  const number = principleNumber(slug);
  if (collection === 'text' || collection === 'official') return CALL;
  if (collection === 'principles' && number !== undefined) return address(`/principles/${number}/`);
  if (collection === 'coverage' || collection === 'questions') return address(`/${collection}/${slug}/`);
  if (collection === 'glossary') return withFragment(GLOSSARY, slug);
  return address(`/${slug}/`);
}

/** The address of a passage. A term is one passage, and has one address. */
export const addressOfPassage = (entry: Pick<Location, 'collection' | 'slug'>, id: string): Address =>
  entry.collection === 'glossary' ? addressOfEntry(entry) : withFragment(addressOfEntry(entry), id);

/** `/call/` and `p6` → `/call/#p6`; an empty id leaves the page's address. */
export const withFragment = (page: Address, id: string | undefined): Address => (id ? address(`${page}#${id}`) : page);

export const pageOf = (of: Address): Address => address(of.split('#', 1)[0] ?? of);
export const fragmentOf = (of: Address): string => of.split('#')[1] ?? '';

export const principleAddress = (number: number): Address => address(`/principles/${number}/`);
/** `/p8/`, which leads to principle 8. */
export const shortAddress = (number: number): Address => address(`/p${number}/`);
export const segmentAddress = (id: string): Address => withFragment(CALL, id);
export const coverageAddress = (slug: string, claim?: string): Address => withFragment(address(`/coverage/${slug}/`), claim);
export const eventsAddress = (principle: number): Address => address(`/timeline/principle/${principle}/`);
export const mentionsAddress = (principle: number): Address => address(`/principles/${principle}/coverage/`);
/** The page that names every list of a facet: `/coverage/publisher/`. */
export const facetIndexAddress = (facet: FacetName): Address => address(`/coverage/${facet}/`);
export const facetAddress = (facet: FacetName, value: string): Address => address(`/coverage/${facet}/${value}/`);

/**
 * The part of the Call that an address speaks of, as one address: principle 8 is `/principles/8/` whether it is named
 * by its page, by a passage of its page or by its place in the text.
 */
export function partOf(of: Address): Address {
  const number = principleNumber(fragmentOf(of));
  if (number !== undefined && (pageOf(of) === CALL || pageOf(of) === PRINCIPLES_INDEX)) return principleAddress(number);
  if (/^\/principles\/\d\/#/.test(of)) return pageOf(of);
  if (/^\/(coverage|questions)\/[^/]+\/#/.test(of) && !/#c\d+$/.test(of)) return pageOf(of);
  return of;
}

export interface Publication {
  /** The path under which the site is served, with a slash at both ends: `/` or `/ref/`. */
  readonly base: string;
  /** The origin and nothing more: `https://example.org`. */
  readonly site: string;
  /** Whether this is a release, which offers the offline copy and the PDF. */
  readonly release?: boolean;
}

/** An address as a page of the given language links to it: `/ref/fr/call/#p6`. */
export function hrefOf(of: Address, lang: Lang, { base }: Pick<Publication, 'base'>): string {
  const prefix = lang === DEFAULT_LANG ? '' : `/${lang}`;
  return `${base.replace(/\/$/, '')}${prefix}${of}`;
}

/** The same with the origin in front: the address that a reader cites. */
export const permalinkOf = (of: Address, lang: Lang, publication: Publication): string =>
  `${publication.site.replace(/\/$/, '')}${hrefOf(of, lang, publication)}`;
