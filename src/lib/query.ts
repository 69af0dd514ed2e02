/**
 * A reader's search: how it stands in the address, which part of the Call a number means, and whether a hit holds the
 * word that was asked for. Runs in the browser, so it imports little.
 */
import { isSegment, type SegmentId } from './ids.ts';

export const FILTERS = ['kind', 'principle', 'publisher', 'year'] as const;
export type FilterName = (typeof FILTERS)[number];

export interface Query {
  readonly words: string;
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
}

/** `?q=hack+back&principle=8` → words and filters; unknown parameters are passed over. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search);
  const filters = Object.fromEntries(FILTERS.flatMap((name) => {
    const value = tidy(params.get(name) ?? '');
    return value ? [[name, value]] : [];
  }));
  return { words: tidy(params.get('q') ?? ''), filters };
}

/** The other way; empty for an empty query, else with its question mark. */
export function writeQuery({ words, filters }: Query): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const name of FILTERS) if (filters[name]) params.set(name, filters[name]);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** White space folded, control characters out, 200 letters at most. */
export const tidy = (words: string): string => [...words.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()].slice(0, 200).join('').trim();

/** As the index writes them: straight apostrophes and quotation marks. */
export const forIndex = (words: string): string => tidy(words).replace(/[’‘]/g, "'").replace(/[“”«»]/g, '"');

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
 * A query without the words that carry no meaning, so that a question finds its answer: `who called it dead?` →
 * `called dead`. Phrases in quotation marks stay whole, and a query of such words alone stays as it is.
 */
export function withoutStopWords(words: string, stopWords: ReadonlySet<string>): string {
  const kept = (words.match(/"[^"]*"?|[^\s"]+/g) ?? []).filter((part) => part.startsWith('"') || !stopWords.has(part.toLowerCase().replace(/[^\p{L}\p{N}'-]/gu, '')));
  return kept.length === 0 ? words : kept.join(' ');
}

/** The single words of a query, phrases in quotation marks left out, at most six. */
export const singleWords = (words: string): string[] =>
  (forIndex(words).replace(/"[^"]*"?/g, ' ').match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).slice(0, 6);

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").toLowerCase();

/**
 * Whether a hit is the word asked for or another form of it (`vulnerability`, `vulnerabilities`). Pagefind answers a
 * word that it does not know with words that only begin like it.
 */
export function isSameWord(asked: string, hit: string): boolean {
  const [a, b] = [fold(asked), fold(hit)];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return a === b || (shared >= 3 && a.length - shared <= 3 && b.length - shared <= 3);
}
