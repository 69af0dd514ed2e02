/**
 * Exact words of others: where they stand and how many they are.
 *
 * The cap is the project's own rule (content/README.md, “Words”): facts carry over from a source, sentences do not.
 */

export const QUOTATION_CAP = 12;

export interface Quotation {
  readonly words: string;
  readonly count: number;
  /** Where the opening mark stands in the text. */
  readonly index: number;
}

const MARKED = /“([^“”]*)”|«([^«»]*)»|"([^"]*)"/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'-][\p{L}\p{N}\p{M}]+)*/gu;

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Every passage of `text` in quotation marks: “ ”, « » or " ". */
export const quotationsIn = (text: string): Quotation[] =>
  [...text.matchAll(MARKED)].map((match) => {
    const words = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    return { words, count: countWords(words), index: match.index };
  });

export const longQuotationsIn = (text: string): Quotation[] => quotationsIn(text).filter(({ count }) => count > QUOTATION_CAP);
