/**
 * References within the whole edition, which is one page: where the target of a link stands there, and what is printed
 * beside the link so that a reader of paper can follow it.
 *
 * CSS knows page references, `target-counter()` (CSS Generated Content Module Level 3), and no browser has them; one in
 * which `attr()` may stand anywhere says even so that it supports `target-counter(attr(href), page)`. Each reference
 * therefore leaves an empty element that names its target, and `build/pdf.ts`, which prints the page and sees where
 * the targets fall, writes the numbers in. On a screen, and on the paper of a reader, the element stays empty.
 */
import { addressOfPassage, CALL, PRINCIPLES_INDEX, segmentAddress, withFragment, type Address } from './addresses.ts';
import { isClaim, principleNumber, SEGMENTS } from './ids.ts';
import type { Edition } from './record.ts';
import type { View } from './view.ts';
import { fill } from './words.ts';

/** A place in the whole edition to which links may lead. */
export interface Place {
  /** Its id there. */
  readonly id: string;
  /** How the print names it beside a link: `c7`, `principle 8`. A record or a question is named by the link's words. */
  readonly mark?: string;
}

/** Places by the address as pages link to it: `/ref/coverage/x/#c7`. */
export type Places = ReadonlyMap<string, Place>;

/**
 * `/coverage/wired-us-sits-out/#c7` → `coverage_wired-us-sits-out_c7`. No slug and no id holds a low line, so that two
 * addresses never meet in one id.
 */
export const idInEdition = (of: Address): string => of.split(/[/#]/).filter(Boolean).join('_');

/** Every place of the whole edition: the Call and its segments, the principles and records with their passages, the questions. */
export function placesOf(edition: Pick<Edition, 'principles' | 'coverage' | 'questions'>, view: Pick<View, 'href' | 'words'>): Places {
  const { words } = view;
  const named = (of: Address, mark?: string): [string, Place] => [view.href(of), { id: idInEdition(of), ...(mark !== undefined && { mark }) }];
  const principle = (n: number) => fill(words.edition.markPrinciple, { n });
  const segments = SEGMENTS.map((id) => {
    const number = principleNumber(id);
    return named(segmentAddress(id), number === undefined ? fill(words.edition.markParagraph, { n: id.slice(1) }) : principle(number));
  });
  const principles = edition.principles.flatMap(({ number, address, entry }): [string, Place][] => [
    named(address, principle(number)),
    [view.href(withFragment(PRINCIPLES_INDEX, entry.slug)), { id: idInEdition(address), mark: principle(number) }],
    ...entry.passages.map(({ id }) => named(addressOfPassage(entry, id), principle(number))),
  ]);
  const records = edition.coverage.flatMap((entry) =>
    [named(entry.address), ...entry.passages.map(({ id }) => named(addressOfPassage(entry, id), isClaim(id) ? id : undefined))]);
  return new Map([named(CALL), ...segments, ...principles, ...records, ...edition.questions.map(({ address }) => named(address))]);
}

const LINK = /<a ([^>]*\b)?href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g;

/**
 * The rendered words of a passage as they stand in the whole edition: a link to a place of the edition leads there and
 * is followed by its reference; every other link leads where it did. `own` keeps the ids of notes apart; the heading
 * of the notes is none here, where it would break the order of levels.
 */
export function withReferences(html: string, places: Places, own: Address): string {
  const prefix = idInEdition(own);
  return html
    .replace(/<(\/?)h2\b/g, '<$1p')
    .replace(/ (id|aria-describedby)="([^"]+)"/g, ` $1="${prefix}_$2"`)
    .replace(LINK, (link: string, before: string | undefined, href: string, after: string, words: string) => {
      if (href.startsWith('#')) return link.replace(`href="#`, `href="#${prefix}_`);
      const place = places.get(href);
      return place === undefined ? link : `<a ${before ?? ''}href="#${place.id}"${after}>${words}</a>${referenceTo(place, words)}`;
    });
}

/**
 * The element that stands after a link to `place`. The mark is left out where the link's own `words` say its number,
 * as in “Paragraph 6” or “c7”.
 */
export function referenceTo({ id, mark }: Place, words = ''): string {
  const number = /\d+/.exec(mark ?? '')?.[0];
  const isSaid = number !== undefined && new RegExp(`(?<!\\d)${number}(?!\\d)`).test(words.replace(/<[^>]*>/g, ''));
  return `<span class="page-ref" data-for="${id}"${mark === undefined || isSaid ? '' : ` data-mark="${mark}"`}></span>`;
}

/** The place of an address in the edition. Throws where it has none: the page that asks has forgotten to set it. */
export function placeAt(places: Places, href: string): Place {
  const place = places.get(href);
  if (place === undefined) throw new Error(`the whole edition has no place for ${href}`);
  return place;
}
