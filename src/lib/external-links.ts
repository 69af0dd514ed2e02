/**
 * The addresses elsewhere on the web that the content cites: each once, with the places that cite it.
 *
 * Takes entries and States as they were read. Whether an address answers is for `link-checks.ts` to say.
 */
import { addressOfPassage, CALL, STATES, type Address } from './addresses.ts';
import type { AnyEntry } from './entries.ts';
import { placeIn } from './front-matter.ts';
import { compareText } from './graph.ts';
import { targetOf } from './links.ts';
import type { Place } from './problems.ts';
import { STATES_FILE, type State } from './states.ts';

export interface Citing {
  /** Where the address is written. */
  readonly at: Place;
  /** The page or passage that shows it. */
  readonly address: Address;
}

export interface ExternalLink {
  readonly url: string;
  readonly citedBy: readonly Citing[];
  /** The archive copy that a record names beside the address. */
  readonly archive: string | undefined;
}

/**
 * The address that a server is asked for: `https://example.org#top` → `https://example.org/`. Fragments are never sent,
 * so links to two parts of one page are one address. Undefined for what is no address of the web.
 */
export function askedAddress(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

/** Every address that these entries and States cite, in the order of its letters. */
export function externalLinks(entries: readonly AnyEntry[], states: readonly State[]): ExternalLink[] {
  const found = new Map<string, { citedBy: Citing[]; archive: string | undefined }>();
  const cite = (url: string | undefined, at: Place, address: Address, archive?: string) => {
    const asked = url === undefined ? undefined : askedAddress(url);
    if (asked === undefined) return;
    const link = found.get(asked) ?? { citedBy: [], archive: undefined };
    link.citedBy.push({ at, address });
    link.archive ??= archive;
    found.set(asked, link);
  };
  for (const entry of entries) {
    if (entry.collection === 'coverage') {
      const { url, archive } = entry.fields;
      cite(url, placeIn(entry.places, 'url'), entry.address, archive);
      cite(archive, placeIn(entry.places, 'archive'), entry.address);
    }
    if (entry.collection === 'text' || entry.collection === 'official') {
      for (const lang of ['en', 'fr'] as const) cite(entry.fields.official[lang], placeIn(entry.places, 'official', lang), CALL);
    }
    for (const { id, links } of entry.passages) {
      for (const { url, at } of links) if (targetOf(entry.file, url).to === 'web') cite(url, at, addressOfPassage(entry, id));
    }
  }
  for (const { source, line } of states) cite(source, { file: STATES_FILE, line, column: 1 }, STATES);
  return [...found].map(([url, link]) => ({ url, ...link })).sort((a, b) => compareText(a.url, b.url));
}

/**
 * Where the Wayback Machine looks for a copy: the one nearest to a day, or the list of all where no day is given.
 * Nobody has confirmed that there is one.
 */
export const archiveLookUp = (url: string, day: string): string => `https://web.archive.org/web/${day === '' ? '*' : day.replaceAll('-', '')}/${url}`;
