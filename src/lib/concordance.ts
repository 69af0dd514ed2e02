/**
 * Every significant word of the text in its context, for readers without search: a keyword-in-context index as printed
 * concordances have it.
 */
import { withFragment, type Address } from './addresses.ts';
import type { Entry } from './entries.ts';
import { compareText } from './graph.ts';

export interface Occurrence {
  readonly id: string;
  readonly address: Address;
  readonly before: string;
  readonly word: string;
  readonly after: string;
}
export interface Headword {
  readonly word: string;
  readonly occurrences: readonly Occurrence[];
}
export interface Letter {
  readonly letter: string;
  readonly words: readonly Headword[];
}

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;
const AROUND = 4;

/** All words of `text` but the stop words, by letter, each with up to four words on either side. */
export function concordanceOf(text: Entry<'text'>, stopWords: ReadonlySet<string>): Letter[] {
  const words = new Map<string, Occurrence[]>();
  for (const { id, text: passage } of text.passages) {
    const found = [...passage.matchAll(WORD)];
    found.forEach((match, index) => {
      const key = match[0].toLowerCase();
      if (stopWords.has(key)) return;
      const from = found[Math.max(0, index - AROUND)]?.index ?? 0;
      const last = found[Math.min(found.length - 1, index + AROUND)];
      const to = last === undefined ? passage.length : last.index + last[0].length;
      const occurrence: Occurrence = {
        id,
        address: withFragment(text.address, id),
        before: passage.slice(from, match.index).replace(/\s+/g, ' '),
        word: match[0],
        after: passage.slice(match.index + match[0].length, to).replace(/\s+/g, ' '),
      };
      const known = words.get(key);
      if (known === undefined) words.set(key, [occurrence]);
      else known.push(occurrence);
    });
  }
  const letters = new Map<string, Headword[]>();
  for (const [word, occurrences] of [...words].sort(([a], [b]) => compareText(plain(a), plain(b)) || compareText(a, b))) {
    const letter = plain(word).charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), { word, occurrences }]);
  }
  return [...letters].map(([letter, list]) => ({ letter, words: list }));
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
