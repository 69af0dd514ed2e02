/**
 * One citation as data: the CSL-JSON record from which every other form of it is written.
 *
 * Fields and types: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables and
 * https://github.com/citation-style-language/schema (csl-data.json).
 */

/** A person by family and given name, or a body by its name as one. */
export type CslName = { readonly family: string; readonly given?: string } | { readonly literal: string };

export const CSL_TYPES = [
  'webpage', 'article-newspaper', 'article-magazine', 'post-weblog', 'post', 'report', 'legislation', 'entry-dictionary',
] as const;
export type CslType = (typeof CSL_TYPES)[number];

export interface CslRecord {
  /** Letters, digits and hyphens; unique on the site: `paris-call-wired-us-sits-out-c7`. */
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly author?: readonly CslName[];
  /** Year, month, day, as many as are known. */
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] };
  readonly URL?: string;
  /** A language tag: `en`, `fr`. */
  readonly language: string;
  /** The words themselves: what a passage says, in plain text. May hold several lines. */
  readonly abstract?: string;
  readonly note?: string;
}

/** `Louise Matsakis` → family Matsakis; `de la Cruz, Ana` → as written before the comma. A body is one name. */
export function personName(name: string): CslName {
  const [, family, given] = /^([^,]+),\s*(\S.*)$/.exec(name.trim()) ?? [];
  if (family !== undefined && given !== undefined) return { family, given };
  const [, first, last] = /^(.+?)\s+(\S+)$/.exec(name.trim()) ?? [];
  return first === undefined || last === undefined ? { literal: name.trim() } : { family: last, given: first };
}

/** A name as it is printed in running text: `Louise Matsakis`. */
export const printedName = (name: CslName): string => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '));

/** `2018-11-12` → `[[2018, 11, 12]]`. */
export const dateParts = (date: string): NonNullable<CslRecord['issued']> => ({ 'date-parts': [date.split('-').map(Number)] });
