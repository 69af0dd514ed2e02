/**
 * A reader's search: how it stands in the address, which part of the Call a number means, what answers words that a
 * hyphen joins, and whether a hit holds the word that was asked for. Runs in the browser, so it imports little.
 */
import { isLang, isSegment, type Lang, type SegmentId } from './ids.ts';

export const FILTERS = ['kind', 'principle', 'publisher', 'year'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface Query {
  readonly words: string;
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  /** In which language to search, or in all; left out, in that of the page. */
  readonly lang?: Lang | 'all';
}

/** `?q=hack+back&principle=8&lang=all` → words, filters and language; unknown parameters and languages are passed over. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  const filters = Object.fromEntries(FILTERS.flatMap((name) => {
    const value = tidy(params.get(name) ?? '');
    return value ? [[name, value]] : [];
  }));
  const lang = params.get('lang') ?? '';
  return { words: tidy(params.get('q') ?? ''), filters, ...((isLang(lang) || lang === 'all') && { lang }) };
}

/** The other way; empty for an empty query, else with its question mark. */
export function writeQuery({ words, filters, lang }: Query): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const name of FILTERS) if (filters[name]) params.set(name, filters[name]);
  if (lang !== undefined) params.set('lang', lang);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** White space folded, control characters and marks that turn the writing around them out, 200 letters at most. */
export const tidy = (words: string): string => [...words.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()].slice(0, 200).join('').trim();

/** What French elides before a vowel, `l’`, `qu’`, is a word of its own; `aujourd’hui` is one word. */
const HEAD = '(?<![\\p{L}\\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)';
const ELIDED = new RegExp(`${HEAD}['’](?=[\\p{L}\\p{N}])`, 'giu');
const APART = new RegExp(`(${HEAD}'(?:</mark>)?) `, 'giu');
const ELIDED_ALONE = new RegExp(`^${HEAD}'$`, 'iu');

/**
 * As the index holds words: apostrophes straight, since Pagefind cuts words at the typographic one, and what is elided
 * apart, `l' internet`, so that `internet` is found in it as in `Internet`, and as often.
 */
export const apart = (text: string): string => text.replace(/[’‘]/g, "'").replace(ELIDED, '$& ');

/** The other way, for what the index gives back, marks of hits included: `l' <mark>internet</mark>` → `l’<mark>internet</mark>`. */
export const asShown = (text: string): string => text.replace(APART, '$1').replace(/(?<=\p{L})'/gu, '’');

/** `l’internet` → `internet`. */
export const withoutElision = (word: string): string => word.replace(ELIDED, (head, at: number) => (at === 0 ? '' : head));

/** A query as the index holds words; quotation marks straight. Whoever cannot type `cœur` in French writes `coeur`. */
export function forIndex(words: string, lang: Lang): string {
  const asked = apart(tidy(words)).replace(/[“”«»]/g, '"').replace(/"\s*([^"]*?)\s*"/g, '"$1"');
  return lang === 'fr' ? asked.replace(/oe(?=[ui])/g, 'œ').replace(/Oe(?=[ui])/g, 'Œ') : asked;
}

const NAMES = { principle: /^(?:principle|principe)$/, paragraph: /^(?:paragraph|paragraphe|para|par|¶)$/ };

/**
 * The parts of the Call that a number names, the likelier first: `8` and `P8` → principle 8, paragraph 8; `p7` →
 * paragraph 7, principle 7, since that is how the margin writes it; `principle 8` → principle 8 alone.
 */
export function jumpsFor(words: string): SegmentId[] {
  const [, word = '', digits] = /^(?:(\p{L}+|¶)[\s.-]*)?(\d{1,2})$/u.exec(words.trim()) ?? [];
  if (digits === undefined) return [];
  const number = Number(digits);
  const [principle, paragraph] = [`principle-${number}`, `p${number}`];
  const name = word.toLowerCase();
  const wanted =
    NAMES.principle.test(name) ? [principle]
    : NAMES.paragraph.test(name) ? [paragraph]
    : word === 'p' ? [paragraph, principle]
    : word === '' || word === 'P' ? [principle, paragraph]
    : [];
  return wanted.filter(isSegment);
}

/**
 * A query, as `forIndex` gives it, without the words that carry no meaning, so that a question finds its answer:
 * `who called it dead?` → `called dead`, `qu' est-ce que le cœur public ?` → `cœur public`. Phrases in quotation marks
 * stay whole, and a query of such words alone stays as it is.
 */
export function withoutStopWords(words: string, stopWords: ReadonlySet<string>): string {
  const isEmpty = (part: string): boolean => {
    const word = part.toLowerCase().replace(/[^\p{L}\p{N}'-]/gu, '');
    const pieces = word.split('-');
    // Joined by hyphens, French has stop words of stop words, with a letter between: est-ce, a-t-il.
    return word === '' || ELIDED_ALONE.test(word) || stopWords.has(word)
      || (pieces.length > 1 && pieces.every((piece) => stopWords.has(piece) || /^\p{L}$/u.test(piece)));
  };
  const kept = (words.match(/"[^"]*"?|[^\s"]+/g) ?? []).filter((part) => part.startsWith('"') || !isEmpty(part));
  return kept.length === 0 ? words : kept.join(' ');
}

/** A query without its phrases in quotation marks. */
const outsideQuotes = (words: string): string => words.replace(/"[^"]*"?/g, ' ');

/** The single words of a query, as `forIndex` gives it, phrases in quotation marks left out, at most six. */
export const singleWords = (words: string): string[] =>
  (outsideQuotes(words).match(/[\p{L}\p{N}]+(?:['\p{Pd}][\p{L}\p{N}]+)*/gu) ?? []).slice(0, 6);

/** Those of them that a hyphen joins, at most three: each costs two questions more. */
export const compoundsOf = (words: string): string[] => singleWords(words).filter((word) => /\p{Pd}/u.test(word)).slice(0, 3);

/** `hack-back law` → `hack back law`; phrases in quotation marks stay as they are. */
export const inPieces = (words: string): string =>
  words.replace(/"[^"]*"?|(?<=[\p{L}\p{N}])\p{Pd}(?=[\p{L}\p{N}])/gu, (part) => (part.startsWith('"') ? part : ' '));

/** Which pages hold a compound: joined, as one word, or apart, as a phrase. */
export interface Compound { readonly joined: ReadonlySet<string>; readonly apart: ReadonlySet<string> }

/**
 * What answers a query with compounds, the best first. To Pagefind `hack-back` is one word, `hackback`, so `joined`, its
 * answer, lacks the pages that write `hack back`. Of `apart`, its answer to the query in pieces, those are added that
 * hold every compound, and one of them as a phrase; a page in both counts as in the better. A compound that no page
 * joins Pagefind has answered with words that only begin like it, and they go, unless no page has it apart either.
 */
export function withCompounds<T extends { readonly id: string; readonly score: number }>(joined: readonly T[], apart: readonly T[], compounds: readonly Compound[]): T[] {
  const known = compounds.filter((one) => one.joined.size > 0 || one.apart.size > 0);
  const added = apart.filter(({ id }) => known.every((one) => one.joined.has(id) || one.apart.has(id)) && known.some((one) => one.apart.has(id)));
  const all = [...(known.every((one) => one.joined.size > 0) ? joined : []), ...added].sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return all.filter(({ id }) => seen.size < seen.add(id).size);
}

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');

/**
 * Whether a hit is the word asked for or another form of it (`vulnerability`, `vulnerabilities`). Pagefind answers a
 * word that it does not know with words that only begin like it, or that it begins with (`theft`, `the`).
 */
export function isSameWord(asked: string, hit: string): boolean {
  const [a, b] = [fold(asked), fold(hit)];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return a === b || (shared >= 3 && a.length - shared <= (shared < 4 ? 1 : 3) && b.length - shared <= 3);
}

/** Whether a marked hit, `d'outils` or `cyber-riposte.`, holds the word asked for: as a whole, which `cyberriposte` is too, or a part of it. */
export function holds(hit: string, asked: string): boolean {
  const forms = (text: string): string[] => [text.replace(/[^\p{L}\p{N}]+/gu, ''), ...text.split(/[^\p{L}\p{N}]+/u)].filter(Boolean);
  return forms(asked).some((word) => forms(hit).some((piece) => isSameWord(word, piece)));
}

/** Whether the marked hits of a page hold the word asked for: a compound as one word, or each of its pieces. */
export const isHeld = (hits: readonly string[], asked: string): boolean =>
  hits.some((hit) => holds(hit, asked.replace(/\p{Pd}/gu, ''))) || asked.split(/\p{Pd}/u).every((piece) => hits.some((hit) => holds(hit, piece)));

/** A marked hit between what is set before it and after it, which is no part of the word: `“(hack).` → `“(`, `hack`, `).`. */
export function trimmed(hit: string): [before: string, word: string, after: string] {
  const [, before = '', word = '', after = ''] = /^([«“‘"'([]*)(.*?)([.,;:!?…»”’"')\]]*)$/su.exec(hit) ?? [];
  return [before, word, after];
}
