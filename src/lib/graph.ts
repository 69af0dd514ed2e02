/**
 * The link graph: which passage speaks of which part of the Call, seen from both ends.
 *
 * An author links once; the mention and the backlink are the same record. It is made in one pass over all passages and
 * kept by target, never searched page by page. A copy's passages speak with its original's voice: the mention says
 * which copies carry it, and counts once.
 */
import { addressOfPassage, fragmentOf, pageOf, partOf, type Address } from './addresses.ts';
import { carriedClaims, originalOf } from './copies.ts';
import { dateOf } from './dates.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { isClaim, isMentionKind, type MentionKind } from './ids.ts';
import { targetOf } from './links.ts';
import type { Passage } from './passages.ts';

export interface Mention {
  readonly from: AnyEntry;
  readonly passage: Passage;
  /** The permalink of the passage that speaks. */
  readonly address: Address;
  readonly line: number;
  /** What it speaks of, to the letter, and the part that this belongs to. */
  readonly to: Address;
  readonly part: Address;
  readonly kind: MentionKind;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Copies that carry the passage too. */
  readonly carriedBy: readonly Entry<'coverage'>[];
}

/** All that one entry says of one part, in the entry's order. */
export interface MentionGroup {
  readonly from: AnyEntry;
  readonly mentions: readonly Mention[];
  readonly kinds: readonly MentionKind[];
  readonly copies: readonly Entry<'coverage'>[];
}

export interface Graph {
  readonly mentions: readonly Mention[];
  /** Mentions by the part they speak of. */
  readonly byPart: ReadonlyMap<Address, readonly Mention[]>;
  /** The parts that are spoken of, by their page: those that are a fragment of it. */
  readonly partsOfPage: ReadonlyMap<Address, readonly Address[]>;
}

/** The graph of all entries of one language. Links to other sites, and of a part to itself, are no mentions. */
export function graphOf(entries: readonly AnyEntry[]): Graph {
  const carriers = carriersOf(entries.filter((entry) => entry.collection === 'coverage'));
  const mentions = entries.flatMap((from) => from.passages.flatMap((passage) => mentionsIn(from, passage, carriers)));
  const byPart = new Map<Address, Mention[]>();
  for (const mention of mentions) {
    const known = byPart.get(mention.part);
    if (known === undefined) byPart.set(mention.part, [mention]);
    else known.push(mention);
  }
  const partsOfPage = new Map<Address, Address[]>();
  for (const part of byPart.keys()) {
    if (fragmentOf(part) === '') continue;
    const known = partsOfPage.get(pageOf(part));
    if (known === undefined) partsOfPage.set(pageOf(part), [part]);
    else known.push(part);
  }
  return { mentions, byPart, partsOfPage };
}

/**
 * A passage that links to several places of one part, to a question and to its table of sources, speaks of it once; the
 * first of its links stands for them. What it says in two ways, to criticise and to compare, it says twice; that it also
 * reports goes without saying.
 */
export function oncePerPassage(mentions: readonly Mention[]): Mention[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = `${mention.address} ${mention.kind}`;
    if (!first.has(key)) first.set(key, mention);
  }
  const kept = [...first.values()];
  const outspoken = new Set(kept.filter(({ kind }) => kind !== 'reports').map(({ address }) => address));
  return kept.filter(({ address, kind }) => kind !== 'reports' || !outspoken.has(address));
}

type Carriers = ReadonlyMap<string, readonly Entry<'coverage'>[]>;

/** Original's slug and claim → the copies that carry it. */
function carriersOf(coverage: readonly Entry<'coverage'>[]): Carriers {
  const bySlug = new Map(coverage.map((entry) => [entry.slug, entry]));
  const carriers = new Map<string, Entry<'coverage'>[]>();
  for (const copy of coverage) {
    const original = originalOf(copy, bySlug);
    if (original === undefined || original === copy) continue;
    for (const { id } of carriedClaims(copy, original)) {
      const key = `${original.slug}#${id}`;
      carriers.set(key, [...(carriers.get(key) ?? []), copy]);
    }
  }
  return carriers;
}

/** What a link without a title says, where it is not a report. */
const UNTITLED: { readonly [collection in AnyEntry['collection']]?: MentionKind } = { questions: 'compares', glossary: 'explains', variants: 'explains' };

function mentionsIn(from: AnyEntry, passage: Passage, carriers: Carriers): Mention[] {
  const address = addressOfPassage(from, passage.id);
  return passage.links.flatMap(({ url, title, at, before, words, after }) => {
    const target = targetOf(from.file, url);
    if (target.to !== 'content') return [];
    const part = partOf(target.address);
    if (part === partOf(address) || part === from.address) return [];
    const kind: MentionKind = isMentionKind(title) ? title : (UNTITLED[from.collection] ?? 'reports');
    const carriedBy = from.collection === 'coverage' && isClaim(passage.id) ? (carriers.get(`${from.slug}#${passage.id}`) ?? []) : [];
    return [{ from, passage, address, line: at.line, to: target.address, part, kind, before, words, after, carriedBy }];
  });
}

/** What is said of a part, entry by entry and each passage once: coverage by date, then principles, text and pages. Never throws. */
export function backlinksOf(graph: Graph, part: Address): MentionGroup[] {
  const groups = new Map<AnyEntry, Mention[]>();
  for (const mention of oncePerPassage(graph.byPart.get(part) ?? [])) {
    const known = groups.get(mention.from);
    if (known === undefined) groups.set(mention.from, [mention]);
    else known.push(mention);
  }
  return [...groups].map(([from, mentions]) => ({
    from,
    mentions,
    kinds: unique(mentions.map(({ kind }) => kind)),
    copies: unique(mentions.flatMap(({ carriedBy }) => carriedBy)),
  })).sort((a, b) => compareEntries(a.from, b.from));
}

/**
 * The groups that tell most, up to `most`, in their own order: those read in full before extracts, then by the number
 * of their mentions.
 */
export function bestFirst(groups: readonly MentionGroup[], most: number): MentionGroup[] {
  const worth = ({ from, mentions }: MentionGroup) => (from.collection === 'coverage' && from.fields.read === 'full' ? 1000 : 0) + mentions.length;
  const best = new Set([...groups].sort((a, b) => worth(b) - worth(a)).slice(0, most));
  return groups.filter((group) => best.has(group));
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const RANK = { coverage: 0, principles: 1, questions: 2, timeline: 3, variants: 4, glossary: 5, text: 6, official: 7, pages: 8, corrections: 9 } as const;

/** Coverage first and by date, the rest by kind and address. */
export function compareEntries(a: AnyEntry, b: AnyEntry): number {
  const dates = a.collection === 'coverage' && b.collection === 'coverage' ? compareText(dateOf(a.fields) ?? '', dateOf(b.fields) ?? '') : 0;
  return RANK[a.collection] - RANK[b.collection] || dates || compareText(a.address, b.address);
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The mentions of a page's own fragments: claim id → groups. */
export const backlinksByFragment = (graph: Graph, page: Address): Map<string, MentionGroup[]> =>
  new Map((graph.partsOfPage.get(page) ?? []).map((part) => [fragmentOf(part), backlinksOf(graph, part)]));
