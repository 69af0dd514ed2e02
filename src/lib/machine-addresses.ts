/**
 * The addresses of everything that is made for programs: twins, citations, tables, feeds, embeds and what search engines
 * read. They are kept for ever like those of the pages.
 */
import { DATA, fragmentOf, pageOf, principleAddress, type Address } from './addresses.ts';

const address = (text: string): Address => text as Address;

/** A page as data or as Markdown: `/call/`, `json` → `/call/index.json`. */
export const twinAddress = (page: Address, form: 'json' | 'md'): Address => address(`${page}index.${form}`);

/** The forms of a citation, by their ending. `txt` holds the words, both styles and the permalink. */
export const CITATION_FORMS = ['txt', 'bib', 'ris', 'json'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** `/coverage/x/#c7`, `bib` → `/coverage/x/cite/c7.bib`; of the publication that `/coverage/x/` tells of → `/coverage/x/cite/original.bib`. */
export function citationAddress(of: Address, form: CitationForm, which: 'ours' | 'original' = 'ours'): Address {
  const id = which === 'original' ? 'original' : fragmentOf(of);
  return address(`${pageOf(of)}cite${id === '' ? '' : `/${id}`}.${form}`);
}

/** The feed of what a page lists: `/`, `atom` → `/feed.atom`. */
export const feedAddress = (page: Address, form: 'atom' | 'json'): Address => address(`${page}feed.${form}`);

export const embedAddress = (number: number): Address => address(`${principleAddress(number)}embed.txt`);
export const oembedAddress = (number: number): Address => address(`${principleAddress(number)}oembed.json`);

/** The tables under `/data/`. */
export const DATASETS = ['text', 'principles', 'coverage', 'claims', 'links', 'questions', 'terms', 'events', 'states', 'corrections', 'external-links'] as const;
export type DatasetName = (typeof DATASETS)[number];

export const dataAddress = (file: string): Address => address(`${DATA}${file}`);
/** `claims`, 1, `csv` → `claims.csv`; the second part of a long table → `claims-2.csv`. */
export const dataFile = (name: string, part: number, form: string): string => `${name}${part === 1 ? '' : `-${part}`}.${form}`;

export const SITEMAP = address('/sitemap.xml');
export const ROBOTS = address('/robots.txt');
export const LLMS = address('/llms.txt');
export const OPENSEARCH = address('/opensearch.xml');
/** What a release adds to the pages: the site to be read without a network, and the whole edition as it is printed. */
export const OFFLINE_COPY = address('/paris-call-annotated.zip');
export const PDF = address('/paris-call-annotated.pdf');

/**
 * All of them as the ledger keeps them: by name what stands once; with a star for the page or passage what each has in
 * the same form, so that the ledger need not name four files for every claim.
 */
export const MACHINE_ADDRESSES: readonly Address[] = [
  '/*/index.md', '/*/index.json', ...CITATION_FORMS.flatMap((form) => [`/*/cite.${form}`, `/*/cite/*.${form}`]), ...['bib', 'ris', 'json'].map((form) => `/*/cite/original.${form}`),
  '/*/card.png', '/feed.atom', '/feed.json', '/principles/*/feed.atom', '/principles/*/feed.json', '/corrections/feed.atom', '/corrections/feed.json', '/principles/*/embed.txt', '/principles/*/oembed.json',
  ...DATASETS.flatMap((name) => ['csv', 'json', 'schema.json'].map((form) => dataAddress(`${name}.${form}`))), ...['annotations.jsonld', 'datapackage.json', 'SHA256SUMS'].map(dataAddress),
  SITEMAP, ROBOTS, LLMS, OPENSEARCH, OFFLINE_COPY, PDF,
].map(address);
