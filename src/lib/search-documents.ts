/**
 * What search finds: for each page of the record a small document, a passage at a time.
 *
 * Search engines of this kind read HTML, so the documents are HTML, but they are not the site's pages: only a page's
 * own words are in them, each passage under the id and title at which a hit opens. `query.ts` says how words are held.
 * Attributes: https://pagefind.app/docs/indexing/
 */
import { GLOSSARY, hrefOf, principleAddress, type Publication } from './addresses.ts';
import { facetValues, mentionsBy } from './coverage.ts';
import { formatDate } from './dates.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { compareText, type Mention } from './graph.ts';
import { PRINCIPLES, principleNumber } from './ids.ts';
import type { Passage } from './passages.ts';
import { apart } from './query.ts';
import type { Edition } from './record.ts';
import { passageName, titleOf, type Words } from './words.ts';

export interface SearchDocument {
  /** The page's address with base path and language, `/ref/call/`. */
  readonly url: string;
  readonly html: string;
}

/** How many publications the part of the index holds that is asked first. More would make every search slower and heavier. */
const NEWEST = 300;

/** The publications that are searched only where the newest hold too little, or when a reader asks for them. */
export function olderCoverage({ coverage, lang }: Edition, newest = NEWEST): Entry<'coverage'>[] {
  const day = ({ fields }: Entry<'coverage'>) => fields.published ?? '';
  return coverage.filter((entry) => entry.lang === lang).sort((a, b) => compareText(day(b), day(a))).slice(newest);
}

/** The documents of one edition as its index holds them: the Call, what is ours and the newest publications; then the older ones, where there are any. */
export function searchParts(edition: Edition, words: Words, publication: Pick<Publication, 'base'>, newest = NEWEST): { first: SearchDocument[]; older: SearchDocument[] } {
  const older = new Set(olderCoverage(edition, newest).map(({ address }) => hrefOf(address, edition.lang, publication)));
  const documents = searchDocuments(edition, words, publication);
  return { first: documents.filter(({ url }) => !older.has(url)), older: documents.filter(({ url }) => older.has(url)) };
}

/** The documents of one edition: the text, the principles, the coverage and the site's own pages. */
export function searchDocuments(edition: Edition, words: Words, publication: Pick<Publication, 'base'>): SearchDocument[] {
  const by = mentionsBy(edition.graph);
  const single = [edition.official, edition.timeline, edition.variants, edition.corrections].filter((entry) => entry !== undefined);
  const entries: AnyEntry[] = [edition.text, ...edition.principles.map(({ entry }) => entry), ...edition.questions, ...edition.coverage.filter((entry) => entry.lang === edition.lang), ...single, ...edition.pages];
  const documents = entries.map((entry) => ({
    url: hrefOf(entry.address, edition.lang, publication),
    html: documentOf(edition, words, entry, by.get(entry) ?? []),
  }));
  return edition.terms.length === 0 ? documents : [...documents, { url: hrefOf(GLOSSARY, edition.lang, publication), html: glossaryOf(edition, words) }];
}

/** The glossary is one page whose passages are the terms. */
function glossaryOf({ lang, terms }: Edition, words: Words): string {
  const passages = terms.flatMap(({ entry: { slug, fields, passages: [definition] } }) => definition === undefined ? []
    : [`<section id="${slug}" data-pagefind-weight="${WEIGHTS.glossary}" data-pagefind-title="${escape(fields.term)}"><p>${escape([fields.term, ...fields.aliases, fields.other].join(', '))}.</p><p>${escape(definition.text)}</p></section>`]);
  return page(lang, escape(words.glossary.title), passages, { kind: ['term'] });
}

/** The values of filters stand as the form has them: they are compared whole. */
function page(lang: string, title: string, passages: readonly string[], filters: { [filter: string]: readonly string[] }): string {
  const marks = Object.entries(filters).flatMap(([name, values]) => values.map((value) => `<i data-pagefind-filter="${name}">${markup(value)}</i>`));
  return `<!doctype html><html lang="${lang}"><head><title>${title}</title></head>`
    + `<body><main data-pagefind-body><h1>${title}</h1>${passages.join('')}</main><aside>${marks.join('')}</aside></body></html>`;
}

/** The Call itself comes before what is said of it. */
const WEIGHTS = { text: 3, official: 3, principles: 1.5, questions: 2, coverage: 1, glossary: 1.5, timeline: 1, variants: 1, pages: 0.5, corrections: 0.5 } as const;

function documentOf(edition: Edition, words: Words, entry: AnyEntry, mentions: readonly Mention[]): string {
  const title = escape(titleOf(words, edition.lang, entry));
  const passages = entry.passages.filter(({ text }) => text !== '').map((passage) =>
    `<section id="${passage.id}" data-pagefind-weight="${WEIGHTS[entry.collection]}" data-pagefind-title="${escape(passageTitle(edition, words, entry, passage))}">${searchable(entry, passage)}</section>`);
  return page(edition.lang, title, passages, filtersOf(entry, mentions));
}

/** A claim is found by its speaker and its publisher too, and a passage by its own words. */
const searchable = (entry: AnyEntry, { claim, text }: Passage): string => {
  const publisher = entry.collection === 'coverage' ? entry.fields.publisher : '';
  const by = claim === undefined ? '' : `<p>${escape(isNamedIn(claim.speaker, publisher) ? claim.speaker : `${claim.speaker}, ${publisher}`)}.</p>`;
  return by + text.split('\n').filter(Boolean).map((block) => `<p>${escape(block)}</p>`).join('');
};

/** Whether a publisher is named once its speaker is, word for word: `The Register`, `Megan Stifel, Public Knowledge`. */
function isNamedIn(speaker: string, publisher: string): boolean {
  const plain = (name: string): string => [...name.toLowerCase().matchAll(/[^\s.,;:()]+/g)].join(' ');
  return publisher === '' || ` ${plain(speaker)} `.includes(` ${plain(publisher)} `);
}

/** How a hit is headed: `Claim 7 · Louise Matsakis`, `Principle 8 · No private hack back`, `Objections`. */
function passageTitle(edition: Edition, words: Words, { collection }: AnyEntry, { id, claim, event }: Passage): string {
  if (event !== undefined) return formatDate(event.from, edition.lang);
  const number = principleNumber(id);
  const more = claim?.speaker ?? edition.principles.find((one) => one.number === number)?.entry.fields.names[edition.lang];
  return [passageName(words, id, collection), more].filter(Boolean).join(' · ');
}

/** What the results can be narrowed by. Principles stand as numbers, publishers as they are named. */
export function filtersOf(entry: AnyEntry, mentions: readonly Mention[]): { [filter: string]: readonly string[] } {
  if (entry.collection === 'coverage') {
    const { principle, year, publisher, kind } = facetValues(entry, mentions);
    return { principle, year, publisher, kind };
  }
  if (entry.collection === 'principles') return { principle: [String(principleNumber(entry.slug))], kind: ['principle'] };
  if (entry.collection === 'text') return { principle: PRINCIPLES.map(String), kind: ['text'] };
  if (entry.collection === 'questions' || entry.collection === 'timeline') {
    const { principle } = principlesIn(mentions);
    return { kind: [entry.collection === 'questions' ? 'question' : 'event'], principle };
  }
  return { kind: [entry.collection === 'official' ? 'official-text' : 'page'] };
}

const principlesIn = (mentions: readonly Mention[]) => ({
  principle: PRINCIPLES.filter((number) => mentions.some(({ part }) => part === principleAddress(number))).map(String),
});

/** Words as the index holds them. */
const escape = (text: string): string => markup(apart(text));

const markup = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
