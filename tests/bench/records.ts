/**
 * Coverage records by the thousand, as like real ones as chance can make them: what does the site cost when it has grown?
 *
 * The same seed gives the same records, and a smaller number of them is the beginning of a larger. About 430 words each,
 * four to nine claims, three to six links, words as frequent as in the real content and names that hardly come twice.
 */
import { PRINCIPLES, SEGMENTS, CLAIM_TYPES, MENTION_KINDS } from '../../src/lib/ids.ts';
import { COVERAGE_KINDS, STANCES } from '../../src/lib/schemas.ts';
import type { Tree } from '../content.ts';
import { VOCABULARY } from './vocabulary.ts';

const FIRST_YEAR = 2018;
const LAST_YEAR = 2025;
/** Questions and terms of the real content that generated records link to. */
export const LINKED_QUESTIONS = ['binding', 'access-now', 'how-many-states', 'who-drafted', 'israel', 'australia', 'public-core', 'critics', 'follow-up', 'european-union-joined'] as const;
export const LINKED_TERMS = ['botnet', 'attribution', 'norm', 'ransomware', 'vulnerability', 'lifecycle', 'supply-chain', 'due-diligence', 'gge', 'oewg'] as const;
/** Most sources are in English; the others are as mixed as the real ones. */
const SOURCE_LANGUAGES = [...Array.from({ length: 14 }, () => 'en'), 'fr', 'fr', 'fr', 'de', 'de', 'es', 'it', 'nl', 'ja', 'pt'] as const;
/** Kinds in the proportions of the real content: reports in the press and comments lead. */
const KINDS = [...COVERAGE_KINDS, 'reporting', 'reporting', 'reporting', 'reporting', 'commentary', 'commentary', 'explainer', 'research', 'statement'].filter((kind) => kind !== 'repost');
const SYLLABLES = ['ba', 'bel', 'car', 'dan', 'do', 'el', 'fa', 'fen', 'gar', 'hal', 'ir', 'ka', 'kel', 'lo', 'mar', 'mi', 'nor', 'os', 'pe', 'quin', 'ra', 'ros', 'sa', 'sten', 'ta', 'tor', 'ul', 'va', 'vel', 'wes', 'yor', 'zan'] as const;
const HOUSES = ['Post', 'Review', 'Times', 'Institute', 'Observer', 'Brief', 'Foundation', 'Journal'] as const;

/** Numbers that a seed decides: `random()` from 0 up to 1, `below(n)` a whole number, `of(list)` one of a list. */
export interface Chance {
  random(): number;
  below(limit: number): number;
  of<T>(list: readonly T[]): T;
}

/** The generator mulberry32, with a stream of its own for each part of what is made. */
export function chance(seed: number, stream: number): Chance {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    random,
    below,
    of: <T>(list: readonly T[]): T => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('there is nothing to choose from');
      return found;
    },
  };
}

/** What other records must know of one to link to it. */
export interface Sketch {
  readonly slug: string;
  readonly year: number;
  readonly publisher: string;
  /** How many claims it makes; a copy makes none. */
  readonly claims: number;
  /** Which record it is a copy of. */
  readonly copyOf: number | undefined;
}

/** Record number `index`, in outline; the same whatever else is made. */
export function sketchOf(seed: number, index: number): Sketch {
  const { random, below } = chance(seed, index * 2);
  // Publishers become more as records do: about 40 for the first hundred, some 340 for ten thousand; a few write most.
  const houses = 40 + Math.floor(3 * Math.sqrt(index));
  const publisher = publisherOf(seed, Math.floor(houses * random() ** 2));
  const year = FIRST_YEAR + below(LAST_YEAR - FIRST_YEAR + 1);
  const claims = 4 + below(6);
  const isCopy = index > 0 && random() < 0.06;
  const original = isCopy ? originalAt(seed, below(index)) : undefined;
  return {
    slug: `${slugOf(publisher)}-${String(index + 1).padStart(5, '0')}`, year, publisher,
    claims: original === undefined ? claims : 0, copyOf: original,
  };
}

/** The record itself, or the nearest before it that is no copy. The first never is one. */
const originalAt = (seed: number, index: number): number => {
  let found = index;
  while (sketchOf(seed, found).copyOf !== undefined) found--;
  return found;
};

const publisherOf = (seed: number, number: number): string => {
  const { of } = chance(seed ^ 0x5f3759df, number);
  return `${name(of)}${number >= SYLLABLES.length ? ` ${name(of)}` : ''} ${of(HOUSES)} ${roman(number)}`.trim();
};

/** A number of its own keeps two houses of one name apart. */
const roman = (number: number): string => (number === 0 ? '' : String(number + 1));
const slugOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const name = (of: Chance['of']): string => capital(of(SYLLABLES) + of(SYLLABLES) + (of([true, false]) ? of(SYLLABLES) : ''));

/** `count` records in English, each in the folder of its year, for a tree that holds the real principles, terms and questions. */
export function grown(count: number, seed: number): Tree {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => {
    const { year, slug } = sketchOf(seed, index);
    return [`content/coverage/en/${year}/${slug}.md`, recordOf(seed, index)];
  }));
}

function recordOf(seed: number, index: number): string {
  const sketch = sketchOf(seed, index);
  const dice = chance(seed, index * 2 + 1);
  const { random, below, of } = dice;
  const person = () => `${name(of)} ${name(of)}`;
  const authors = Array.from({ length: below(3) }, person);
  const date = `${sketch.year}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const precise = random() < 0.85 ? date : random() < 0.7 ? date.slice(0, 7) : date.slice(0, 4);
  const original = sketch.copyOf === undefined ? undefined : sketchOf(seed, sketch.copyOf);
  const fields = [
    `title: ${titleOf(dice)}`,
    `summary: ${sentence(dice, 14)}`,
    ...(authors.length > 0 ? [`authors: [${authors.join(', ')}]`] : []),
    `publisher: ${sketch.publisher}`,
    `${random() < 0.93 ? 'published' : 'notBefore'}: ${precise}`,
    `language: ${of(SOURCE_LANGUAGES)}`,
    `kind: ${original === undefined ? of(KINDS) : 'repost'}`,
    `stance: ${of(STANCES)}`,
    `read: ${of(['full', 'full', 'full', 'extract'])}`,
    `url: https://www.example.org/${sketch.slug}`,
    ...(random() < 0.15 ? ['urlStatus: unconfirmed'] : []),
    ...(original === undefined ? [] : [`copyOf: ${original.slug}`, ...(original.claims > 1 && of([true, false]) ? [`cuts: [c${original.claims}]`] : [])]),
  ];
  const passage = (id: string, text: string) => `## ${id}\n\n${text}\n`;
  const body = [
    passage('summary', paragraph(dice, 3)),
    ...(sketch.claims === 0 ? [] : [passage('claims', claimsOf(seed, index, sketch, dice, authors, precise).join('\n\n'))]),
    passage('omits', paragraph(dice, 2)),
    passage('confirmed', paragraph(dice, 2)),
    passage('unconfirmed', paragraph(dice, sketch.claims === 0 ? 3 : 2)),
  ];
  return `---\n${fields.join('\n')}\n---\n\n${body.join('\n')}`;
}

function claimsOf(seed: number, index: number, sketch: Sketch, dice: Chance, authors: readonly string[], date: string): string[] {
  const { below, of } = dice;
  const count = 3 + below(4);
  // The first link is to a part of the Call, without which a record has no business here; it stands in the first claims.
  const links = Array.from({ length: count }, (_, number) => linkFrom(seed, index, sketch.year, dice, number === 0));
  const speakers = [...(authors.length > 0 ? authors : [sketch.publisher]), `${name(of)} ${name(of)}`];
  return Array.from({ length: sketch.claims }, (_, claim) => {
    const type = of(CLAIM_TYPES);
    const own = links.filter((_, number) => number % sketch.claims === claim);
    // Short claims where there are many, so that the records are about as long as each other.
    const words = sketch.claims > 6 ? 13 : 19;
    const sentences = [sentence(dice, words, own[0]), sentence(dice, words, own[1])];
    return `### c${claim + 1}\n\n${of(speakers)} · ${type}${type === 'figure' ? ` · as of ${date}` : ''}\n\n${sentences.join('\n')}`;
  });
}

/** A link in Markdown, its words drawn, its target real: a principle or paragraph, a term, a question, a claim of an earlier record. */
function linkFrom(seed: number, index: number, year: number, dice: Chance, toTheCall: boolean): string {
  const { random, below, of } = dice;
  const up = '../../..';
  const label = `${word(dice)} ${word(dice)}`;
  const kind = of(MENTION_KINDS);
  const linked = (target: string) => `[${label}](${target}${kind === 'reports' ? '' : ` "${kind}"`})`;
  const roll = random();
  if (toTheCall || roll < 0.4) {
    const segment = of(SEGMENTS);
    return linked(random() < 0.6 ? `${up}/principles/en/principle-${of(PRINCIPLES)}.md` : `${up}/text/en.md#${segment}`);
  }
  if (roll < 0.48) return linked(`${up}/glossary/en/${of(LINKED_TERMS)}.md`);
  if (roll < 0.56 || index === 0) return linked(`${up}/questions/en/${of(LINKED_QUESTIONS)}.md`);
  // Half of these go to what came just before, half to anything: early records gather links as they do in life.
  const target = sketchOf(seed, originalAt(seed, random() < 0.5 ? Math.max(0, index - 1 - below(100)) : below(index)));
  const folder = target.year === year ? '' : `../${target.year}/`;
  return linked(`${folder}${target.slug}.md#c${1 + below(target.claims)}`);
}

const two = (number: number): string => String(number).padStart(2, '0');
const titleOf = (dice: Chance): string => capital(Array.from({ length: 5 + dice.below(5) }, () => word(dice)).join(' '));

/** A word by its rank: the n-th comes about 1/(n + 2) as often as the first, as in running text. */
function word({ random }: Chance): string {
  const rank = Math.floor(2 * ((VOCABULARY.length / 2 + 1) ** random() - 1));
  return VOCABULARY[Math.min(rank, VOCABULARY.length - 1)] ?? 'the';
}

/** About `length` words, one in four times with a name that hardly any other record has; a link stands somewhere inside. */
function sentence(dice: Chance, length: number, link?: string): string {
  const { below, random, of } = dice;
  const words = Array.from({ length: length - 4 + below(8) }, () => word(dice));
  if (random() < 0.25) words.splice(1 + below(words.length), 0, name(of) + of(['', 'en', 'ic', 'ov', 'ski']));
  if (link !== undefined) words.splice(1 + below(words.length), 0, link);
  return `${capital(words.join(' '))}.`;
}

const paragraph = (dice: Chance, sentences: number): string => Array.from({ length: sentences }, () => sentence(dice, 17)).join('\n');
