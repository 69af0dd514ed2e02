/**
 * Every significant word of the text in its context, for readers without search: a keyword-in-context index as printed
 * concordances have it.
 */
import { withFragment, type Address } from './addresses.ts';
import type { Entry } from './entries.ts';
import { compareText } from './graph.ts';
import { withoutElision } from './query.ts';

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
      // What is elided before a word stands before it: l’internet is to be found under internet.
      const word = withoutElision(match[0]);
      const start = match.index + match[0].length - word.length;
      const key = word.toLowerCase();
      if (stopWords.has(key)) return;
      const from = found[Math.max(0, index - AROUND)]?.index ?? 0;
      const last = found[Math.min(found.length - 1, index + AROUND)];
      const to = last === undefined ? passage.length : last.index + last[0].length;
      const occurrence: Occurrence = {
        id,
        address: withFragment(text.address, id),
        before: onOneLine(passage.slice(from, start)),
        word,
        after: onOneLine(passage.slice(match.index + match[0].length, to)),
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

/** As dictionaries sort it: `œuvre` stands among the words in oe. */
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');

/** White space folded, but for the spaces that do not break: French has them before high marks. */
const onOneLine = (text: string): string => text.replace(/[^\S\u00A0\u202F]+/g, ' ');
