/**
 * Republications: which records are copies of which original, and what each of them cuts.
 *
 * A copy adds no voice. It is grouped under its original and its original's claims count once; what it carries follows
 * from what it cuts, so that no claim is written twice.
 */
import type { Entry } from './entries.ts';
import { isClaim, type ClaimId } from './ids.ts';

type Coverage = Entry<'coverage'>;

/** `['c3', 'c28-c30']` → c3, c28, c29, c30. */
export function expandCuts(cuts: readonly string[]): ClaimId[] {
  return cuts.flatMap((cut) => {
    const [from = 0, to = from] = cut.split('-').map((claim) => Number(claim.slice(1)));
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index): ClaimId => `c${from + index}`);
  });
}

export const claimsOf = (entry: Coverage) => entry.passages.filter(({ id }) => isClaim(id));

/** The original behind a record: itself, or the end of its chain of copies; undefined where the chain is broken or a circle. */
export function originalOf(entry: Coverage, bySlug: ReadonlyMap<string, Coverage>): Coverage | undefined {
  const seen = new Set<string>();
  let current: Coverage | undefined = entry;
  while (current?.fields.copyOf !== undefined) {
    if (seen.has(current.slug)) return undefined;
    seen.add(current.slug);
    current = bySlug.get(current.fields.copyOf);
  }
  return current;
}

/** The claims of its original that a copy still carries, in the original's order. */
export function carriedClaims(copy: Coverage, original: Coverage) {
  const cut = new Set<string>(expandCuts(copy.fields.cuts));
  return claimsOf(original).filter(({ id }) => !cut.has(id));
}
