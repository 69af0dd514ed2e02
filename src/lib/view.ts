/**
 * What every component needs to know of the page it stands on: its language, its words, and how an address is written.
 */
import { HOME, hrefOf, pageOf, permalinkOf, type Address, type Publication } from './addresses.ts';
import { citablesOf, type Citable } from './citations.ts';
import { formatDate } from './dates.ts';
import type { AnyEntry } from './entries.ts';
import type { Lang } from './ids.ts';
import { targetOf } from './links.ts';
import { pagesOf, type SitePage } from './pages.ts';
import { addressesOf, type Edition } from './record.ts';
import { labelOf, nameOf, plural, type Plural, type Words } from './words.ts';

export interface View {
  readonly lang: Lang;
  readonly words: Words;
  readonly publication: Publication;
  /** Where the official text stands, by language. */
  readonly official: { readonly en: string; readonly fr: string };
  href(of: Address): string;
  permalink(of: Address): string;
  /** `2018-11-12` → `12 November 2018`. */
  day(date: string): string;
  count(forms: Plural, n: number, values?: { readonly [name: string]: string | number }): string;
  /** `/coverage/x/#c7` → `WIRED, claim 7`. */
  label(of: Address): string;
  name(entry: AnyEntry): string;
  /** Whether the edition has this page: a small one has no glossary, say. */
  exists(of: Address): boolean;
  /** Every page, in the order of the site. */
  readonly pages: readonly SitePage[];
  /** The page at an address. Throws where the edition has none there. */
  page(of: Address): SitePage;
  /** How a page or a passage is cited. Throws where nothing is cited by that address. */
  citable(of: Address): Citable;
  /** Everything that can be cited, in the order of the site. */
  readonly citables: readonly Citable[];
  /** The same page or passage in the other languages that have it. */
  elsewhere(of: Address): readonly { readonly lang: Lang; readonly name: string; readonly href: string; readonly permalink: string }[];
  /** A link of another language's page as this language has it, `/principles/8/` → `/fr/principles/8/`; undefined where it leads elsewhere. */
  fromLanguage(lang: Lang, url: string): string | undefined;
  /** Where a link written in the content file `file` leads, in full; undefined where it leads to no content. */
  permalinkFrom(file: string, url: string): string | undefined;
  /** Old ids of a passage, to which its page still answers. */
  formerIds(of: Address): readonly string[];
  /** The addresses at which a page stood before it moved. */
  formerPages(page: Address): readonly Address[];
}

/** `siblings` gives the views of all languages, this one among them, once they are made. */
export function viewOf(edition: Edition, words: Words, publication: Publication, siblings: () => readonly View[] = () => []): View {
  const { lang } = edition;
  const entries: AnyEntry[] = [...edition.coverage, ...edition.pages, ...edition.questions, ...edition.terms.map(({ entry }) => entry),
    ...[edition.timeline, edition.variants, edition.corrections].filter((entry) => entry !== undefined)];
  const pages = new Set<string>(addressesOf(edition));
  const shown = new Map(pagesOf(edition, words).map((page) => [page.address, page]));
  const citables = new Map(citablesOf(edition, words, publication).map((citable) => [citable.address, citable]));
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  return {
    lang, words, publication,
    official: edition.text.fields.official,
    href: (of) => hrefOf(of, lang, publication),
    permalink: (of) => permalinkOf(of, lang, publication),
    day: (date) => formatDate(date, lang),
    count: (forms, n, values) => plural(lang, forms, n, values),
    label: (of) => labelOf(words, of, byAddress),
    name: (entry) => nameOf(words, entry),
    pages: [...shown.values()],
    exists: (of) => pages.has(of),
    page: (of) => {
      const found = shown.get(of);
      if (found === undefined) throw new Error(`no page at ${of}`);
      return found;
    },
    citables: [...citables.values()],
    citable: (of) => {
      const found = citables.get(of);
      if (found === undefined) throw new Error(`nothing is cited as ${of}`);
      return found;
    },
    permalinkFrom: (file, url) => {
      const target = targetOf(file, url);
      if (target.to !== 'content') return undefined;
      return permalinkOf(target.address, pages.has(pageOf(target.address)) ? lang : target.lang, publication);
    },
    elsewhere: (of) => siblings().filter((other) => other.lang !== lang && other.exists(pageOf(of)))
      .map((other) => ({ lang: other.lang, name: other.words.language.name, href: other.href(of), permalink: other.permalink(of) })),
    fromLanguage: (from, url) => {
      const prefix = hrefOf(HOME, from, publication).replace(/\/$/, '');
      const address = url.slice(prefix.length) as Address;
      return url.startsWith(`${prefix}/`) && pages.has(pageOf(address)) ? hrefOf(address, lang, publication) : undefined;
    },
    formerIds: (of) => edition.moved.get(of) ?? [],
    formerPages: (page) => (edition.formerPages.get(page) ?? []) as readonly Address[],
  };
}
