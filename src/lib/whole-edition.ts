/** The order of the whole edition where it differs from the site's: every record in its year, copies among the rest. */
import { dateOf, yearOf } from './dates.ts';
import type { Entry } from './entries.ts';
import { compareEntries } from './graph.ts';

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
