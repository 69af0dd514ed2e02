/**
 * The frozen names of the Call's parts: what may stand in an address, and in which order.
 *
 * The Call of 12 November 2018 has 13 opening paragraphs, a paragraph that leads to the aims, nine aims and two
 * closing paragraphs: 25 segments. The fragments `principle-1` … `principle-9` are those of the official site.
 */

export const LANGUAGES = ['en', 'fr'] as const;
export type Lang = (typeof LANGUAGES)[number];
export const DEFAULT_LANG: Lang = 'en';

export const PRINCIPLES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type PrincipleNumber = (typeof PRINCIPLES)[number];

export type PrincipleId = `principle-${PrincipleNumber}`;
export type ParagraphId = `p${number}`;
export type SegmentId = PrincipleId | ParagraphId;
export type ClaimId = `c${number}`;

const paragraphs = (from: number, to: number): ParagraphId[] =>
  Array.from({ length: to - from + 1 }, (_, index): ParagraphId => `p${from + index}`);

export const principleId = (number: PrincipleNumber): PrincipleId => `principle-${number}`;

/** The opening paragraphs, the paragraph that leads to the aims, the aims, and the close, each in the Call's order. */
export const PREAMBLE: readonly ParagraphId[] = paragraphs(1, 13);
export const AIMS: readonly SegmentId[] = ['p14', ...PRINCIPLES.map(principleId)];
export const CLOSE: readonly ParagraphId[] = paragraphs(15, 16);

/** All 25 segments of the Call, in its order. */
export const SEGMENTS: readonly SegmentId[] = [...PREAMBLE, ...AIMS, ...CLOSE];

/** `principle-8` → 8; anything else, `principle-10` too → undefined. */
export function principleNumber(id: string): PrincipleNumber | undefined {
  const digits = /^principle-([1-9])$/.exec(id)?.[1];
  return digits === undefined ? undefined : (Number(digits) as PrincipleNumber);
}

export const isSegment = (id: string): id is SegmentId => SEGMENTS.some((segment) => segment === id);
export const isClaim = (id: string): id is ClaimId => /^c[1-9]\d{0,3}$/.test(id);
export const isLang = (text: string | undefined): text is Lang => LANGUAGES.some((lang) => lang === text);

/**
 * The passages of each kind of entry, in the order in which a page shows them. Claims stand below `claims`; the
 * timeline's passages are its events and those of the corrections its changes, which name themselves; those of a page
 * stand as its author orders them.
 */
export const SECTIONS = {
  text: SEGMENTS,
  official: SEGMENTS,
  principles: ['asks', 'words', 'preamble', 'lineage', 'objections', 'practice'],
  coverage: ['summary', 'claims', 'omits', 'confirmed', 'unconfirmed', 'version', 'correction'],
  questions: ['answer', 'sources', 'note'],
  glossary: ['definition'],
  timeline: [],
  corrections: [],
  variants: SEGMENTS,
  pages: ['what', 'unofficial', 'sources', 'model', 'numbers', 'errors', 'list', 'growth', 'absent', 'limits', 'eight', 'other', 'how', 'call', 'forms', 'managers', 'permalinks', 'files', 'use', 'twins', 'feeds', 'licence'],
} as const satisfies Record<string, readonly string[]>;
export type Collection = keyof typeof SECTIONS;

/** Entries whose passages each begin with a date, and in which order of time they stand. */
export const DATED: { readonly [collection in Collection]?: 'oldest first' | 'newest first' } = { timeline: 'oldest first', corrections: 'newest first' };

/** The site's own pages that content writes. */
export const PAGES = ['about', 'numbering', 'states', 'cite', 'data'] as const;

/** What a passage does with the part of the Call it links to; written as the link's title. */
export const MENTION_KINDS = ['reports', 'supports', 'criticises', 'explains', 'compares'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];
export const isMentionKind = (text: string): text is MentionKind => MENTION_KINDS.some((kind) => kind === text);

export const CLAIM_TYPES = ['fact', 'figure', 'quotation', 'opinion', 'criticism', 'context', 'correction'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];
export const isClaimType = (text: string): text is ClaimType => CLAIM_TYPES.some((type) => type === text);
