/**
 * A file's passages: what stands below each heading that is an id, and the links in it with the words around them.
 *
 * Takes a parsed file and gives its passages in order; whether they are the right ones is for `rules.ts` to say.
 */
import type { Heading, Link, LinkReference, Nodes, Parent, Root, RootContent } from 'mdast';
import { locationOf } from './addresses.ts';
import { DATED, isClaim, isClaimType, type ClaimType } from './ids.ts';
import { isPartialDate, readEventDate, type EventDate } from './dates.ts';
import { isParent, placeOf, plainText, walk } from './markdown.ts';
import type { Place } from './problems.ts';

export interface PassageLink {
  readonly url: string;
  /** The kind of mention, as written in the link's title; empty where none is written. */
  readonly title: string;
  readonly at: Place;
  /** The link's own words, and those before and after it in its sentence. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** The first line of a claim: `Louise Matsakis · figure · as of 2018-11-12`. */
export interface ClaimLine {
  readonly speaker: string;
  readonly type: ClaimType;
  readonly asOf?: string;
}

export interface Passage {
  readonly id: string;
  readonly depth: number;
  readonly at: Place;
  readonly text: string;
  /** Its heading is its id and nothing more: no link, no emphasis. */
  readonly isPlain: boolean;
  /** Nothing stands below its heading, or below the claim's first line. */
  readonly isEmpty: boolean;
  readonly links: readonly PassageLink[];
  /** Its Markdown as written, in pieces: between the texts stand the targets of its links, references resolved, titles left out. */
  readonly markdown: readonly (string | { readonly url: string })[];
  readonly claim?: ClaimLine;
  readonly event?: EventDate;
}

export interface Passages {
  readonly passages: readonly Passage[];
  /** What stands before the first heading, front matter left out. */
  readonly stray: RootContent | undefined;
}

/** Cuts a tree at its headings. `file` names the places; `source` is what the tree was made from. */
export function passagesOf(file: string, tree: Root, source: string): Passages {
  const body = tree.children.filter(({ type }) => type !== 'yaml');
  const starts = body.flatMap((node, index) => (node.type === 'heading' ? [index] : []));
  const definitions = definitionsIn(tree);
  const collection = locationOf(file)?.collection;
  const isDated = collection !== undefined && DATED[collection] !== undefined;
  const passages = starts.map((start, index) => {
    const heading = body[start] as Heading;
    const blocks = body.slice(start + 1, starts[index + 1]);
    const id = plainText(heading);
    const claim = isClaim(id) ? readClaimLine(blocks[0]) : undefined;
    const event = isDated && blocks[0]?.type === 'paragraph' ? readEventDate(plainText(blocks[0])) : undefined;
    const content = claim === undefined && event === undefined ? blocks : blocks.slice(1);
    return {
      id,
      depth: heading.depth,
      at: placeOf(file, heading),
      text: content.map(plainText).join('\n').trim(),
      isPlain: heading.children.every(({ type }) => type === 'text'),
      isEmpty: content.length === 0,
      links: linksIn(file, content, definitions),
      markdown: markdownIn(source, content, definitions),
      ...(claim && { claim }),
      ...(event && { event }),
    };
  });
  return { passages, stray: starts[0] === 0 ? undefined : body[0] };
}

/** Reads `speaker · type · as of day` from the first block of a claim; undefined where it is no such line. */
export function readClaimLine(block: RootContent | undefined): ClaimLine | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const [speaker, type, asOf, ...rest] = plainText(block).split(' · ');
  if (!speaker || type === undefined || !isClaimType(type) || rest.length > 0) return undefined;
  if (asOf === undefined) return { speaker, type };
  const day = /^as of (\S+)$/.exec(asOf)?.[1];
  return day !== undefined && isPartialDate(day) ? { speaker, type, asOf: day } : undefined;
}

const definitionsIn = (tree: Root): Map<string, { url: string; title: string }> => {
  const found = new Map<string, { url: string; title: string }>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, { url: node.url, title: node.title ?? '' });
  });
  return found;
};

/** What a link's excerpt is taken from; in a table the whole row says what the cell is about. */
const BLOCKS = new Set(['paragraph', 'tableRow', 'heading']);

function linksIn(file: string, blocks: readonly RootContent[], definitions: ReturnType<typeof definitionsIn>): PassageLink[] {
  const links: PassageLink[] = [];
  const texts = new Map<Parent, BlockText>();
  walk({ type: 'root', children: [...blocks] } as Root, (node, above) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const target = node.type === 'link' ? node : definitions.get(node.identifier);
    if (target === undefined) return;
    const block = above.findLast(({ type }) => BLOCKS.has(type)) ?? node;
    const text = texts.get(block) ?? textOfBlock(block);
    texts.set(block, text);
    links.push({ url: target.url, title: target.title ?? '', at: placeOf(file, node), ...sentenceAround(node, text) });
  });
  return links;
}

/** The source of blocks, cut where a link names its target, so that the target can be written anew. */
function markdownIn(source: string, blocks: readonly RootContent[], definitions: ReturnType<typeof definitionsIn>): Passage['markdown'] {
  const shown = blocks.filter(({ type }) => type !== 'definition');
  const [first, to] = [shown[0]?.position?.start.offset ?? 0, shown.at(-1)?.position?.end.offset ?? 0];
  // A checkout may end its lines as on Windows; the words are the same.
  const cut = (from: number, until: number) => source.slice(from, until).replaceAll('\r\n', '\n');
  const pieces: (string | { url: string })[] = [];
  // From the beginning of the line: a list that stands further in says by its indents what is below what.
  let at = source.lastIndexOf('\n', first - 1) + 1;
  walk({ type: 'root', children: [...blocks] } as Root, (node) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    // The link that goes by a definition brings its target along.
    if (node.type === 'definition' && start >= at && end <= to) {
      pieces.push(cut(at, start));
      at = end;
    }
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const target = node.type === 'link' ? node : definitions.get(node.identifier);
    const words = node.children.at(-1)?.position?.end.offset;
    // An address that is its own words, <https://…>, stays as it is.
    if (target === undefined || words === undefined || !source.slice(words, end).startsWith(']')) return;
    pieces.push(`${cut(at, words)}](`, { url: target.url }, ')');
    at = end;
  });
  return [...pieces, cut(at, to)];
}

/** The text of a block with its links as places in it: a paragraph may hold thousands, and is read once for all of them. */
interface BlockText {
  readonly text: string;
  readonly places: ReadonlyMap<Nodes, readonly [start: number, end: number]>;
  /** Where its sentences end, if it is long. */
  readonly ends: readonly number[];
}

/** Excerpts longer than this are cut down to the sentence that holds the link. */
const EXCERPT = 260;
/** Of a sentence that never ends, no more than this stands before a link, and no more behind it. */
const HALF = 1000;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The words of a link and of the sentence around it within its block. */
function sentenceAround(link: Link | LinkReference, { text, places, ends }: BlockText): Pick<PassageLink, 'before' | 'words' | 'after'> {
  const words = plainText(link);
  const [start, end] = places.get(link) ?? [0, text.length];
  const isShort = start + words.length + text.length - end <= EXCERPT;
  const before = text.slice(isShort ? 0 : ends.findLast((place) => place <= start) ?? 0, start);
  const after = text.slice(end, isShort ? text.length : ends.find((place) => place >= end) ?? text.length);
  return {
    before: fold(before.length > HALF ? before.slice(-HALF).replace(/^\S*/, '…') : before).trimStart(),
    words,
    after: fold(after.length > HALF ? after.slice(0, HALF).replace(/\S*$/, '…') : after).trimEnd(),
  };
}

/** Spaces that do not break stay: French sets them before its high marks. */
const fold = (text: string): string => text.replace(/[\t\n\f\r ]+/g, ' ');

function textOfBlock(block: Parent): BlockText {
  const places = new Map<Nodes, [start: number, end: number]>();
  let text = '';
  const read = (parent: Parent) => {
    for (const node of parent.children) {
      const start = text.length;
      if (node.type === 'tableCell' && block.children[0] !== node) text += ' · ';
      else if ('value' in node && node.type !== 'html') text += node.value;
      else if (node.type === 'break') text += ' ';
      if (isParent(node)) read(node);
      if (node.type === 'link' || node.type === 'linkReference') places.set(node, [start, text.length]);
    }
  };
  read(block);
  const ends = text.length <= EXCERPT ? [] : Array.from(sentences.segment(text), ({ index, segment }) => index + segment.length);
  return { text, places, ends };
}
