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

/** Opening marks with those that close them, as languages set them: “a”, „a“, «a», »a«, ‹a›, ‘a’, 「a」. */
const CLOSING: { readonly [opening: string]: string } = {
  '“': '”', '„': '“”', '«': '»', '»': '«', '‹': '›', '›': '‹', '‘': '’', '‚': '‘’', '「': '」', '『': '』', '"': '"', '＂': '＂',
};
const MARK = /[“”„«»‹›‘’‚「」『』"＂]/gu;
/** Marks that open and nothing else: left open, they quote all that follows. */
const OPENS = '“„«「『';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'-][\p{L}\p{N}\p{M}]+)*/gu;

export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Every passage of `text` in quotation marks; one inside another is part of it, an apostrophe is no mark. */
export function quotationsIn(text: string): Quotation[] {
  const found: { index: number; end: number }[] = [];
  const open: { mark: string; index: number }[] = [];
  /** How many of the open marks a mark would close; one that closes none need not be held against each of them. */
  const closable = new Map<string, number>();
  const count = (opening: string, more: 1 | -1) => {
    for (const closing of CLOSING[opening] ?? '') closable.set(closing, (closable.get(closing) ?? 0) + more);
  };
  const last = () => {
    const one = open.pop();
    if (one !== undefined) count(one.mark, -1);
    return one;
  };
  const close = (index: number, end: number) => {
    while ((found.at(-1)?.index ?? -1) > index) found.pop();
    found.push({ index, end });
  };
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '’' && /^\p{L}/u.test(text.slice(index + 1, index + 3))) continue;
    if (closable.get(mark)) {
      let one = last();
      while (one !== undefined && CLOSING[one.mark]?.includes(mark) !== true) one = last();
      if (one !== undefined) close(one.index, index);
    } else if (mark in CLOSING) {
      open.push({ mark, index });
      count(mark, 1);
    }
  }
  const left = open.find(({ mark }) => OPENS.includes(mark));
  if (left !== undefined) close(left.index, text.length);
  return found.map(({ index, end }) => {
    const words = text.slice(index + 1, end).trim();
    return { words, count: countWords(words), index };
  });
}

export const longQuotationsIn = (text: string): Quotation[] => quotationsIn(text).filter(({ count }) => count > QUOTATION_CAP);
