/**
 * The coverage as a whole: originals with their copies, the lists that filter it, and the matrix of coverage and
 * principles. All of it follows from the entries and the graph.
 */
import { facetAddress, FACETS, principleAddress, type Address, type FacetName } from './addresses.ts';
import { originalOf } from './copies.ts';
import { dateOf } from './dates.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { compareEntries, compareText, oncePerPassage, type Graph, type Mention } from './graph.ts';
import { PRINCIPLES, type PrincipleNumber } from './ids.ts';

type Coverage = Entry<'coverage'>;

/** One voice: an original and the copies of it. */
export interface Voice {
  readonly original: Coverage;
  readonly copies: readonly Coverage[];
}

/** Every record under its original, by date. */
export function voicesOf(coverage: readonly Coverage[]): Voice[] {
  const bySlug = new Map(coverage.map((entry) => [entry.slug, entry]));
  const copies = new Map<Coverage, Coverage[]>();
  for (const entry of [...coverage].sort(compareEntries)) {
    const original = originalOf(entry, bySlug) ?? entry;
    const known = copies.get(original) ?? [];
    copies.set(original, original === entry ? known : [...known, entry]);
  }
  return [...copies].map(([original, list]) => ({ original, copies: list })).sort((a, b) => compareEntries(a.original, b.original));
}

/** What a record says of each part, its own mentions and those its original lends it. */
export function mentionsBy(graph: Graph): Map<AnyEntry, Mention[]> {
  const by = new Map<AnyEntry, Mention[]>();
  const add = (entry: AnyEntry, mention: Mention) => {
    const known = by.get(entry);
    if (known === undefined) by.set(entry, [mention]);
    else known.push(mention);
  };
  for (const mention of graph.mentions) {
    add(mention.from, mention);
    for (const copy of mention.carriedBy) add(copy, mention);
  }
  return by;
}

export interface MatrixCell {
  readonly principle: PrincipleNumber;
  readonly mentions: readonly Mention[];
}
export interface MatrixRow {
  readonly entry: Coverage;
  readonly isCopy: boolean;
  readonly cells: readonly MatrixCell[];
}
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** For each principle how many voices speak of it; a copy adds none. */
  readonly voices: readonly { readonly principle: PrincipleNumber; readonly count: number }[];
}

/** Coverage down, principles across; a copy's row stands below its original's. */
export function matrixOf(voices: readonly Voice[], graph: Graph): Matrix {
  const by = mentionsBy(graph);
  const rows = voices.flatMap(({ original, copies }) => [original, ...copies].map((entry, index): MatrixRow => ({
    entry,
    isCopy: index > 0,
    cells: PRINCIPLES.map((principle) => ({
      principle,
      mentions: oncePerPassage((by.get(entry) ?? []).filter(({ part }) => part === principleAddress(principle))),
    })),
  })));
  const counts = PRINCIPLES.map((principle, index) => ({
    principle,
    count: rows.filter(({ isCopy, cells }) => !isCopy && (cells[index]?.mentions.length ?? 0) > 0).length,
  }));
  return { rows, voices: counts };
}

/** The rows of some records alone, in the order of the matrix: what a page shows that lists only a part. */
export function matrixRowsOf({ rows }: Matrix, voices: readonly Voice[]): MatrixRow[] {
  const shown = new Set<Coverage>(voices.flatMap(({ original, copies }) => [original, ...copies]));
  return rows.filter(({ entry }) => shown.has(entry));
}

/** One list of coverage: `kind` and `explainer`, with the records that fit. */
export interface Facet {
  readonly name: FacetName;
  /** As it stands in the address. */
  readonly value: string;
  /** As the content writes it: a publisher's name, a principle's number. */
  readonly label: string;
  readonly address: Address;
  readonly voices: readonly Voice[];
  /** How many records the list holds, copies among them. */
  readonly records: number;
}

/** What a record is filed under. Records without a day of publication are filed under the year `undated`. */
export function facetValues(entry: Coverage, mentions: readonly Mention[]): Record<FacetName, readonly string[]> {
  const { fields } = entry;
  const principles = PRINCIPLES.filter((number) => mentions.some(({ part }) => part === principleAddress(number)));
  return {
    principle: principles.map(String),
    year: [fields.published?.slice(0, 4) ?? 'undated'],
    publisher: [fields.publisher],
    kind: [fields.kind],
    stance: [fields.stance],
    language: [fields.language],
  };
}

/** Every list of coverage, in the order of its facet and value. Each is a page. */
export function facetsOf(voices: readonly Voice[], graph: Graph): Facet[] {
  const by = mentionsBy(graph);
  const lists = new Map(FACETS.map((name) => [name, new Map<string, { label: string; voices: Voice[] }>()]));
  for (const { original, copies } of voices) {
    for (const entry of [original, ...copies]) {
      const values = facetValues(entry, by.get(entry) ?? []);
      for (const [name, list] of lists) {
        for (const label of values[name]) {
          const value = slugOf(label);
          const known = list.get(value) ?? { label, voices: [] };
          file(known.voices, entry, original);
          list.set(value, known);
        }
      }
    }
  }
  return [...lists].flatMap(([name, list]) => [...list].sort(([a], [b]) => compareText(a, b)).map(([value, found]): Facet =>
    ({ name, value, label: found.label, address: facetAddress(name, value), voices: found.voices, records: recordsIn(found.voices) })));
}

/** A copy is filed under its original, which comes before it; a copy that fits without its original stands alone. */
function file(list: Voice[], entry: Coverage, original: Coverage): void {
  const last = list.at(-1);
  if (entry !== original && last?.original === original) list[list.length - 1] = { original, copies: [...last.copies, entry] };
  else list.push({ original: entry, copies: [] });
}

/** The lists with most records, `most` at the most, in their own order. */
export function fullest(facets: readonly Facet[], most: number): Facet[] {
  const kept = new Set([...facets].sort((a, b) => b.records - a.records).slice(0, most));
  return facets.filter((facet) => kept.has(facet));
}

/** How many records some voices are, copies among them. */
export const recordsIn = (voices: readonly Voice[]): number => voices.reduce((sum, { copies }) => sum + 1 + copies.length, 0);

/** Letters that do not come apart into a letter and an accent. */
const LATIN: { readonly [letter: string]: string } = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** `IELR Blog` → `ielr-blog`, accents off; in other scripts the numbers of the letters, `人` → `u4eba`. */
export const slugOf = (text: string): string =>
  [...text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => LATIN[letter] ?? (/[^\p{ASCII}]/u.test(letter) && /[\p{L}\p{N}]/u.test(letter) ? `-u${letter.codePointAt(0)?.toString(16)}-` : letter)).join('')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** From first to last day, as far as known. */
export const spanOf = (coverage: readonly Coverage[]): readonly string[] => {
  const dates = coverage.flatMap(({ fields }) => dateOf(fields) ?? []).sort(compareText);
  return [dates[0], dates.at(-1)].filter((date) => date !== undefined);
};
