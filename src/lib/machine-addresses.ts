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
/** Every page, for the page of what is missing, which looks for the nearest. */
export const ADDRESSES = address('/addresses.json');
/** What a release adds to the pages: the site to be read without a network, and the whole edition as it is printed. */
export const OFFLINE_COPY = address('/paris-call-annotated.zip');
export const PDF = address('/paris-call-annotated.pdf');

/**
 * All of them as the ledger keeps them: by name what stands once; with a star for the page or passage what each has in
 * the same form, so that the ledger need not name four files for every claim. The page may be the home page.
 */
export const MACHINE_ADDRESSES: readonly Address[] = [
  '/*/index.md', '/*/index.json', ...CITATION_FORMS.flatMap((form) => [`/*/cite.${form}`, `/*/cite/*.${form}`]), ...['bib', 'ris', 'json'].map((form) => `/*/cite/original.${form}`),
  '/*/card.png', '/feed.atom', '/feed.json', '/principles/*/feed.atom', '/principles/*/feed.json', '/corrections/feed.atom', '/corrections/feed.json', '/principles/*/embed.txt', '/principles/*/oembed.json',
  ...DATASETS.flatMap((name) => ['csv', 'json', 'schema.json'].map((form) => dataAddress(`${name}.${form}`))), ...['annotations.jsonld', 'datapackage.json', 'SHA256SUMS'].map(dataAddress),
  SITEMAP, ROBOTS, LLMS, OPENSEARCH, OFFLINE_COPY, PDF, ADDRESSES,
].map(address);

const FORMS = MACHINE_ADDRESSES.map((one) => new RegExp(`^${one.replaceAll('.', '\\.').replace('/*/', '/(?:.+/)?').replaceAll('*', '[^/]+')}$`));
/** Whether an address is one of those: with a star, of any page and passage. */
export const isMadeForPrograms = (of: string): boolean => FORMS.some((form) => form.test(of));

/** The files of a page, `index.json`, and of a passage, `cite/c7.bib`. */
const OF_PAGE = /^(.*\/)(?:(?:index|feed|cite|embed|oembed|card)\.\w+|cite\/([\w-]+)(\.\w+))$/;

/** What a file was called before its page or its passage moved: `/coverage/new/cite/c4.bib` → `/coverage/old/cite/c3.bib`. */
export function formerAddresses(of: Address, { formerPages, formerIds }: { readonly formerPages: (page: Address) => readonly Address[]; readonly formerIds: (of: Address) => readonly string[] }): Address[] {
  const [, page, id, ending] = OF_PAGE.exec(of) ?? [];
  if (page === undefined) return [];
  const names = id === undefined ? [of.slice(page.length)] : [id, ...formerIds(address(`${page}#${id}`))].map((one) => `cite/${one}${ending}`);
  return [page, ...formerPages(address(page))].flatMap((at) => names.map((name) => address(`${at}${name}`))).filter((one) => one !== of);
}
