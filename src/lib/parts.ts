/**
 * Lists that outgrow a page: how they are cut into parts, and where each part stands.
 *
 * The first part keeps the address of the whole, so that it never changes; the others follow, `/coverage/page/2/`.
 * Lists are in the order of their dates and are filled from the front: what is added later leaves the early parts alone.
 */
import { CALL, fragmentOf, pageOf, type Address } from './addresses.ts';
import type { Voice } from './coverage.ts';
import { backlinksOf, oncePerPassage, type Graph, type MentionGroup } from './graph.ts';

/** One part of a list and its place among the others; a list that fits a page has one. */
export interface Part<Item> {
  readonly address: Address;
  /** From 1 on. */
  readonly number: number;
  /** How many parts there are. */
  readonly of: number;
  /** The address of the whole, which is that of the first part. */
  readonly first: Address;
  readonly items: readonly Item[];
}

/** As many records, or passages about a part of the Call, as a page of 60 KiB holds with ease. */
const RECORDS = 150;
const PASSAGES = 150;
/** A part of the record shows as many passages about it in place; where there are more, they have a list of their own. */
export const IN_PLACE = 25;

/** `/coverage/`, 2 → `/coverage/page/2/`; the first part is the whole's own address. */
export const partAddress = (whole: Address, number: number): Address => (number === 1 ? whole : (`${whole}page/${number}/` as Address));

/** A list in parts whose weights come to `most` at the most; an item that weighs more stands alone. Never empty. */
export function partsOf<Item>(whole: Address, items: readonly Item[], weight: (item: Item) => number, most: number): Part<Item>[] {
  const parts: Item[][] = [[]];
  let sum = 0;
  for (const item of items) {
    const own = weight(item);
    if (sum > 0 && sum + own > most) {
      parts.push([]);
      sum = 0;
    }
    parts.at(-1)?.push(item);
    sum += own;
  }
  return parts.map((part, index) => ({ address: partAddress(whole, index + 1), number: index + 1, of: parts.length, first: whole, items: part }));
}

/** A list of coverage in parts; a copy weighs as much as its original. */
export const voiceParts = (whole: Address, voices: readonly Voice[]): Part<Voice>[] => partsOf(whole, voices, ({ copies }) => 1 + copies.length, RECORDS);

/** What is said of one part of the record, in parts. */
export interface MentionList {
  /** What the passages speak of. */
  readonly part: Address;
  readonly parts: readonly Part<MentionGroup>[];
}

/** `/call/#p6` → `/call/mentions/p6/`, `/coverage/x/` → `/coverage/x/mentions/`. */
export const mentionListAddress = (part: Address): Address => `${pageOf(part)}mentions/${fragmentOf(part) === '' ? '' : `${fragmentOf(part)}/`}` as Address;

/**
 * The lists of passages that speak of a part, by the part: `always` names the parts that have one in any case, with its
 * address; any other has one where more passages speak of it than can be shown in place. A principle's list holds the
 * coverage alone, since its page names the rest in sections of its own; every other list holds all. An entry that says
 * more of a part than a page holds goes on in the next one.
 */
export function mentionListsOf(graph: Graph, always: ReadonlyMap<Address, Address>): Map<Address, MentionList> {
  const lists = new Map<Address, MentionList>();
  const add = (part: Address, whole: Address, groups: readonly MentionGroup[]) =>
    lists.set(part, { part, parts: partsOf(whole, groups.flatMap(pieces), ({ mentions }) => mentions.length, PASSAGES) });
  for (const [part, whole] of always) add(part, whole, backlinksOf(graph, part).filter(({ from }) => part === CALL || from.collection === 'coverage'));
  for (const [part, mentions] of graph.byPart) {
    if (!lists.has(part) && oncePerPassage(mentions).length > IN_PLACE) add(part, mentionListAddress(part), backlinksOf(graph, part));
  }
  return lists;
}

function pieces(group: MentionGroup): MentionGroup[] {
  if (group.mentions.length <= PASSAGES) return [group];
  return Array.from({ length: Math.ceil(group.mentions.length / PASSAGES) }, (_, index) => ({ ...group, mentions: group.mentions.slice(index * PASSAGES, (index + 1) * PASSAGES) }));
}
