/**
 * The fingerprints of the official wording: enough to prove a text unaltered and to name the word that differs, without
 * the text itself standing in the repository.
 *
 * For each segment there is the number of its words, a SHA-256 of its normalised text, which decides, and a mark of
 * 16 bits for each word, which lets a message say where a text departs.
 */
import { createHash } from 'node:crypto';
import type { Lang, SegmentId } from './ids.ts';

export interface Fingerprint {
  readonly words: number;
  readonly sha256: string;
  /** Four hexadecimal digits a word. */
  readonly marks: string;
}
export type Fingerprints = { readonly [lang in Lang]?: { readonly [id in SegmentId]?: Fingerprint } };

const LIGATURES: { readonly [sign: string]: string } = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/**
 * What does not count as a difference: Unicode composition (NFC), the shape of apostrophes, quotation marks and
 * ligatures, white space of every kind, spaces before high punctuation, hyphens (the end of a line adds or hides them),
 * and punctuation at either end of the whole.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/[‘’‚ʼ′`´]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/(?<=\p{L})[-\u00AD\u2010\u2011][^\S\n]*\n\s*(?=\p{L})/gu, '')
    .replace(/[-\u00AD\u2010\u2011\u200B\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[;:!?])/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
}

/** The words of a normalised text. */
export const wordsIn = (normalised: string): string[] => normalised.split(' ').filter(Boolean);

/** 16 bits of a word, punctuation at its ends left out. */
export const markOf = (word: string): string => sha(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).slice(0, 4);

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

export function fingerprintOf(text: string): Fingerprint {
  const normalised = normalise(text);
  const words = wordsIn(normalised);
  return { words: words.length, sha256: sha(normalised), marks: words.map(markOf).join('') };
}

/** One short fingerprint for a whole edition: of its segments' texts, in their order. */
export const editionFingerprint = ({ passages }: { readonly passages: readonly { readonly text: string }[] }): string =>
  sha(passages.map(({ text }) => sha(normalise(text))).join('')).slice(0, 16);

export const marksOf = ({ marks }: Fingerprint): string[] => marks.match(/.{4}/g) ?? [];

/** Whether a text is the official wording, to the letter. */
export const isOfficial = (text: string, fingerprint: Fingerprint): boolean => sha(normalise(text)) === fingerprint.sha256;

/** Where a text first departs from the wording. */
export interface Departure {
  /** The number of the word in the official wording, from 1. */
  readonly at: number;
  /** The word that stands there instead; undefined where the text ends before it. */
  readonly found: string | undefined;
  /** Only punctuation differs: all words are the same. */
  readonly isPunctuation: boolean;
}

/** The first difference between a text and the wording; undefined where there is none. */
export function departureOf(text: string, fingerprint: Fingerprint): Departure | undefined {
  if (isOfficial(text, fingerprint)) return undefined;
  const words = wordsIn(normalise(text));
  const marks = marksOf(fingerprint);
  const length = Math.max(words.length, marks.length);
  for (let index = 0; index < length; index++) {
    const word = words[index];
    if (word === undefined || markOf(word) !== marks[index]) return { at: index + 1, found: word, isPunctuation: false };
  }
  return { at: 1, found: words[0], isPunctuation: true };
}
