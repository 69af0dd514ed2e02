/**
 * What every component needs to know of the page it stands on: its language, its words, and how an address is written.
 */
import { hrefOf, permalinkOf, type Address, type Publication } from './addresses.ts';
import { formatDate } from './dates.ts';
import type { AnyEntry } from './entries.ts';
import type { Lang } from './ids.ts';
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
  /** Old ids of a passage, to which its page still answers. */
  formerIds(of: Address): readonly string[];
}

export function viewOf(edition: Edition, words: Words, publication: Publication): View {
  const { lang } = edition;
  const entries: AnyEntry[] = [...edition.coverage, ...edition.pages, ...edition.questions, ...edition.terms.map(({ entry }) => entry),
    ...[edition.timeline, edition.variants].filter((entry) => entry !== undefined)];
  const pages = new Set<string>(addressesOf(edition));
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
    exists: (of) => pages.has(of),
    formerIds: (of) => edition.moved.get(of) ?? [],
  };
}
