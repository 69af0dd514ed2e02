/** The order of the whole edition where it differs from the site's: every record in its year, copies among the rest. */
import { dateOf, yearOf } from './dates.ts';
import type { Entry } from './entries.ts';
import { compareEntries } from './graph.ts';

/** A record of more publications than this is printed as a list: nobody binds ten thousand records, and each has its page. */
const CHAPTERS = 300;

/** The records that the whole edition holds in full; of a large record none, and then each stands in a list by its line. */
export const chaptersOf = (coverage: readonly Entry<'coverage'>[]): readonly Entry<'coverage'>[] => (coverage.length > CHAPTERS ? [] : coverage);

export interface Year {
  readonly year: string;
  readonly records: readonly Entry<'coverage'>[];
}

/** The records by the year of publication, or of the earliest day that can be worked out; within it by date. */
export function yearsOf(coverage: readonly Entry<'coverage'>[]): Year[] {
  const years = new Map<string, Entry<'coverage'>[]>();
  for (const entry of [...coverage].sort(compareEntries)) {
    const year = yearOf(dateOf(entry.fields) ?? '');
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, records]) => ({ year, records }));
}
