/**
 * How the interface speaks: templates filled, counts in the right grammatical number, parts of the record by name.
 *
 * The words themselves arrive as an argument; they live in `src/strings`, one file a language.
 */
import type strings from '../strings/en.json';
import { fragmentOf, pageOf, type Address } from './addresses.ts';
import type { AnyEntry } from './entries.ts';
import { isClaim, principleNumber, type Collection, type Lang } from './ids.ts';
import { remembered } from './remembered.ts';

export type Words = typeof strings;
export type Plural = { readonly one: string; readonly other: string };

/** `fill('{n} of {all}', { n: 2, all: 45 })` → `2 of 45`. A value that is not given stays as its name in braces. */
export const fill = (template: string, values: { readonly [name: string]: string | number }): string =>
  template.replace(/\{(\w+)\}/g, (all, name: string) => String(Object.hasOwn(values, name) ? values[name] : all));

const pluralRules = remembered((lang: string) => new Intl.PluralRules(lang));
const numbers = remembered((lang: string) => new Intl.NumberFormat(lang));
const lists = remembered((lang: string) => new Intl.ListFormat(lang));
const languages = remembered((lang: string) => new Intl.DisplayNames(lang, { type: 'language' }));

/** The form of a count in its language (CLDR plural rules), filled with `n` and the other values. */
export function plural(lang: Lang, forms: Plural, n: number, values: { readonly [name: string]: string | number } = {}): string {
  const form = pluralRules(lang).select(n) === 'one' ? forms.one : forms.other;
  return fill(form, { n: numbers(lang).format(n), ...values });
}

/** `['a', 'b', 'c']` → `a, b and c`. */
export const list = (lang: Lang, items: readonly string[]): string => lists(lang === 'en' ? 'en-GB' : lang).format(items);

/** `12 November 2018`, or `not before 13 November 2018` where only the earliest day can be worked out. */
export const publishedOn = ({ words, day }: { readonly words: Words; readonly day: (date: string) => string }, { published, notBefore }: { readonly published?: string | undefined; readonly notBefore?: string | undefined }): string =>
  (published === undefined ? fill(words.coverage.notBefore, { date: day(notBefore ?? '') }) : day(published));

/** `en` in French → `anglais`. */
export const languageName = remembered((lang: Lang, of: string): string => languages(lang).of(of) ?? of);

/** The short name of an entry: `Principle 8`, `WIRED`, `The Call`. */
export function nameOf(words: Words, entry: AnyEntry): string {
  if (entry.collection === 'text') return words.part.call;
  if (entry.collection === 'principles') return fill(words.part.principle, { n: principleNumber(entry.slug) ?? '' });
  if (entry.collection === 'questions') return entry.fields.question;
  if (entry.collection === 'glossary') return entry.fields.term;
  return entry.collection === 'coverage' ? entry.fields.publisher : entry.fields.title;
}

/** The title of an entry as it stands alone, in a browser's tab or among search results. */
export function titleOf(words: Words, lang: Lang, entry: AnyEntry): string {
  if (entry.collection !== 'principles') return nameOrTitle(words, entry);
  return fill(words.part.principleNamed, { n: principleNumber(entry.slug) ?? '', name: entry.fields.names[lang] });
}

const nameOrTitle = (words: Words, entry: AnyEntry): string => ('title' in entry.fields ? entry.fields.title : nameOf(words, entry));

/** A passage by its name within its entry: `Paragraph 6`, `Principle 8`, `Claim 7`, `Objections`. */
export function passageName(words: Words, id: string, collection?: Collection): string {
  const number = principleNumber(id);
  if (number !== undefined) return fill(words.part.principle, { n: number });
  if (isClaim(id)) return fill(words.part.claim, { n: id.slice(1) });
  if (/^p\d+$/.test(id)) return fill(words.part.paragraph, { n: id.slice(1) });
  return sectionTitle(words, id, collection);
}

/** A section's title; the table of a question has one of its own. */
export function sectionTitle(words: Words, id: string, collection?: Collection): string {
  if (collection === 'questions' && id === 'sources') return words.questions.whoSaid;
  return isSection(words, id) ? words.section[id] : id;
}
const isSection = (words: Words, id: string): id is keyof Words['section'] => Object.hasOwn(words.section, id);

/** What an event or a correction is called where it has to be told from others: its words up to the first pause or stop, without the mark of it. */
export const firstClause = (text: string): string => text.split(/\s*[.;:](?:\s|$)/, 1)[0] ?? text;

/** The hidden text of a permalink, which names its target. */
export function permalinkLabel(words: Words, id: string): string {
  const number = principleNumber(id);
  if (number !== undefined) return fill(words.permalink.principle, { n: number });
  if (isClaim(id)) return fill(words.permalink.claim, { n: id.slice(1) });
  if (/^p\d+$/.test(id)) return fill(words.permalink.paragraph, { n: id.slice(1) });
  return fill(words.permalink.section, { title: sectionTitle(words, id) });
}

/** Any address of the record by name: `Principle 8`, `Paragraph 6`, `WIRED, claim 7`. `byAddress` knows the entries. */
export function labelOf(words: Words, of: Address, byAddress: ReadonlyMap<Address, AnyEntry>): string {
  const number = /^\/principles\/(\d)\//.exec(of)?.[1];
  const id = fragmentOf(of);
  if (number !== undefined) return fill(words.part.principle, { n: number });
  if (of.startsWith('/call/')) return id === '' ? words.part.call : passageName(words, id);
  const entry = byAddress.get(of) ?? byAddress.get(pageOf(of));
  if (entry === undefined) return pageOf(of);
  const name = nameOf(words, entry);
  return entry.collection === 'coverage' && isClaim(id) ? fill(words.part.claimOf, { publisher: name, n: id.slice(1) }) : name;
}

