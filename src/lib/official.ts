/**
 * The official wording found in whatever surrounds it: a PDF's pages, a web page, a mail, a memo in two languages.
 *
 * A document is read as a run of words. Each segment is looked for by the marks of its words; the hash of the whole
 * decides. What is nearly there is reported with the first word that differs.
 */
import { markOf, marksOf, normalise, sha, type Fingerprint, type Fingerprints } from './fingerprints.ts';
import { LANGUAGES, SEGMENTS, type Lang, type SegmentId } from './ids.ts';

export interface Found {
  readonly id: SegmentId;
  readonly lang: Lang;
  /** The words as the document has them. */
  readonly text: string;
  /** Where it begins in the document. */
  readonly at: number;
}
export interface Near {
  readonly id: SegmentId;
  readonly lang: Lang;
  /** How much of the wording is there, from 0 to 1. */
  readonly share: number;
  readonly passage: string;
  /** The word of the document where it first departs, and its number in the official wording. */
  readonly word: string | undefined;
  readonly wordNumber: number;
}
export interface Search {
  readonly found: readonly Found[];
  readonly near: readonly Near[];
  readonly missing: readonly { readonly id: SegmentId; readonly lang: Lang }[];
}

interface Word {
  readonly raw: string;
  readonly mark: string;
  /** Where it begins in the document, whatever lines were passed over before it. */
  readonly at: number;
}

/** Below this share a passage is not called near; a short one, such as the date, must be nearer. */
const nearEnough = (words: number): number => (words < 10 ? 0.85 : 0.6);

/** Stands between a word and its French punctuation while the document is cut into words. */
const BOUND = '\uE000';

/** The words of a document; `>` and `|` at the head of a quoted line are passed over. */
function readWords(document: string, withoutNoise: boolean): Word[] {
  const lines = document.normalize('NFC').split(/\r?\n/).map((line) => line.replace(/^[\s>|]+/, '').trim());
  // A running head may hold the number of its page.
  const shape = (line: string) => line.replace(/\d+/g, '#');
  const seen = new Map<string, number>();
  for (const line of lines) seen.set(shape(line), (seen.get(shape(line)) ?? 0) + 1);
  // Lines that are passed over leave as many spaces as they have letters, so that places stay comparable.
  const kept = lines.map((line) => (withoutNoise && isNoise(line, seen.get(shape(line)) ?? 0) ? ' '.repeat(line.length) : line));
  const text = kept.join('\n').replace(/(?<=\p{L})[-\u00AD\u2010]\s*\n\s*(?=\p{Ll})/gu, (cut) => `-${BOUND.repeat(cut.length - 1)}`).replace(/\s(?=[;:!?»])/g, BOUND);
  return [...text.matchAll(/\S+/g)].filter(([word]) => /[\p{L}\p{N}]/u.test(word)).map(({ 0: word, index }) => {
    const raw = word.replace(/-\uE000+/g, '-').replace(/\uE000/g, '\u00A0');
    return { raw, mark: markOf(normalise(raw)), at: index };
  });
}

/** Page numbers, running heads and addresses, which may stand in the middle of a paragraph. */
const isNoise = (line: string, times: number): boolean =>
  /^[\W\d_]*$/u.test(line) || /^(page|seite|p\.)\s*\d+/i.test(line) || /^https?:\/\/\S+$/.test(line) || (times > 1 && line.length < 120);

/** Looks for every segment of every language in a document of any length. Never throws. */
export function searchOfficial(document: string, fingerprints: Fingerprints): Search {
  const readings = [readWords(document, false), readWords(document, true)];
  const indexes = readings.map(positionsOf);
  const [found, near, missing]: [Found[], Near[], { id: SegmentId; lang: Lang }[]] = [[], [], []];
  for (const lang of LANGUAGES) {
    let last = 0;
    for (const id of SEGMENTS) {
      const fingerprint = fingerprints[lang]?.[id];
      if (fingerprint === undefined) continue;
      const all = readings.flatMap((words, index) => exactIn(words, indexes[index] ?? new Map(), fingerprint).map((from) => ({ words: words.slice(from, from + fingerprint.words), at: words[from]?.at ?? 0 })));
      // A document may quote a segment before the whole: the one that follows the segment before it is meant.
      const exact = all.find(({ at }) => at >= last) ?? all[0];
      if (exact !== undefined) {
        last = exact.at;
        found.push({ id, lang, text: rawText(exact.words), at: exact.at });
        continue;
      }
      const nearest = nearestIn(readings[1] ?? [], fingerprint);
      if (nearest === undefined) missing.push({ id, lang });
      else near.push({ id, lang, ...nearest });
    }
  }
  return { found, near, missing };
}

const positionsOf = (words: readonly Word[]): Map<string, number[]> => {
  const positions = new Map<string, number[]>();
  words.forEach(({ mark }, index) => {
    const known = positions.get(mark);
    if (known === undefined) positions.set(mark, [index]);
    else known.push(index);
  });
  return positions;
};

const rawText = (words: readonly Word[]): string =>
  words.map(({ raw }) => raw).join(' ').replace(/^[^\p{L}\p{N}]+/u, '').trim();

/** Where all marks stand in a row and the hash agrees. */
function exactIn(words: readonly Word[], positions: ReadonlyMap<string, readonly number[]>, fingerprint: Fingerprint): number[] {
  const marks = marksOf(fingerprint);
  return (positions.get(marks[0] ?? '') ?? []).filter((at) =>
    marks.every((mark, index) => words[at + index]?.mark === mark) && sha(normalise(rawText(words.slice(at, at + marks.length)))) === fingerprint.sha256);
}

/** The stretch that shares most words with the wording, and where it first departs; undefined where none is near. */
function nearestIn(words: readonly Word[], fingerprint: Fingerprint): Pick<Near, 'share' | 'passage' | 'word' | 'wordNumber'> | undefined {
  const marks = marksOf(fingerprint);
  const wanted = new Set(marks);
  let [score, best, bestAt] = [0, 0, 0];
  words.forEach(({ mark }, index) => {
    if (wanted.has(mark)) score++;
    const leaving = words[index - marks.length];
    if (leaving !== undefined && wanted.has(leaving.mark)) score--;
    if (score > best) [best, bestAt] = [score, index - marks.length + 1];
  });
  const start = Math.max(0, bestAt - 4);
  const stretch = words.slice(start, bestAt + marks.length + 4);
  const pairs = aligned(stretch.map(({ mark }) => mark), marks);
  const share = pairs.length / marks.length;
  if (share < nearEnough(marks.length)) return undefined;
  const begin = pairs[0]?.[0] ?? 0;
  const end = (pairs.at(-1)?.[0] ?? stretch.length) + 1;
  const departure = marks.findIndex((_, index) => !pairs.some(([, there]) => there === index));
  const before = pairs.findLast(([, there]) => there < departure)?.[0];
  const [firstHere, firstThere] = pairs[0] ?? [0, 0];
  const word = departure < 0 ? undefined : stretch[before === undefined ? firstHere - firstThere + departure : before + 1]?.raw;
  return { share, passage: stretch.slice(begin, end).map(({ raw }) => raw).join(' '), word, wordNumber: departure < 0 ? firstExtra(pairs) : departure + 1 };
}

/** Where all words are there but others stand between them: the first official word that comes too late. */
function firstExtra(pairs: readonly (readonly [number, number])[]): number {
  const index = pairs.findIndex(([here, there], at) => at > 0 && here - (pairs[at - 1]?.[0] ?? 0) > there - (pairs[at - 1]?.[1] ?? 0));
  return index < 0 ? 1 : (pairs[index]?.[1] ?? 0) + 1;
}

/** Pairs of equal marks in order, as many as possible: the longest common subsequence. */
function aligned(here: readonly string[], there: readonly string[]): [number, number][] {
  const table = Array.from({ length: here.length + 1 }, () => new Uint16Array(there.length + 1));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = here.length - 1; row >= 0; row--) {
    for (let column = there.length - 1; column >= 0; column--) {
      const value = here[row] === there[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      const cells = table[row];
      if (cells !== undefined) cells[column] = value;
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < here.length && column < there.length;) {
    if (here[row] === there[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Whether the segments of a language stand in the Call's order; the first that does not. */
export function outOfOrder(found: readonly Found[]): SegmentId | undefined {
  const ordered = [...found].sort((a, b) => SEGMENTS.indexOf(a.id) - SEGMENTS.indexOf(b.id));
  return ordered.find(({ at }, index) => index > 0 && at < (ordered[index - 1]?.at ?? 0))?.id;
}

/** The official edition as a content file: its fields, then each segment under its id. */
export function officialEdition(lang: Lang, found: readonly Found[], source: string, retrieved: string, official: { en: string; fr: string }): string {
  const title = { en: 'Paris Call for Trust and Security in Cyberspace', fr: 'Appel de Paris pour la confiance et la sécurité dans le cyberespace' }[lang];
  const passages = SEGMENTS.flatMap((id) => found.filter((one) => one.id === id && one.lang === lang).slice(0, 1)).map(({ id, text }) => `## ${id}\n\n${escaped(text)}\n`);
  return `---
title: ${title}
edition: official
date: 2018-11-12
official:
  en: ${official.en}
  fr: ${official.fr}
source: ${JSON.stringify(source)}
retrieved: ${retrieved}
---

${passages.join('\n')}`;
}

/** Signs that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

