/** Which of some known words a mistyped one was meant to be. */

import { foreignLetter } from './source-text.ts';

/** The number of letters to insert, delete, replace or swap with their neighbour to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(rows[i - 2], j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows[a.length], b.length);
}

const at = (row: readonly number[] | undefined, index: number): number => row?.[index] ?? Number.POSITIVE_INFINITY;

/**
 * The candidate nearest to `word`, or undefined where none is near enough to suggest: more than a third of the
 * letters differ, or more than three. Ties go to the first candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let rank = limit + 1;
  // Full-width digits and ligatures are read as what they stand for (Unicode Normalization Form KC).
  const asked = word.normalize('NFKC').toLowerCase();
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (Math.abs(known.length - asked.length) > limit) continue;
    // The same letters in another order are the likelier slip: #p31 is #p13 rather than #p1 or #p11.
    const distance = editDistance(asked, known);
    if (distance > limit) continue;
    const found = distance - (sorted(asked) === sorted(known) ? 0.5 : 0);
    if (found < rank) [best, rank] = [candidate, found];
  }
  return best;
}

const sorted = (word: string): string => [...word].sort().join('');

/** `did you mean principle-8?`, or what `otherwise` says where nothing is near. */
export function suggestion(word: string, candidates: Iterable<string>, otherwise: string): string {
  const found = nearest(word, candidates);
  // A letter of another script may look like the right one, so it is named.
  const foreign = foreignLetter(word);
  if (found === undefined) return foreign === undefined ? otherwise : `${otherwise}; ${foreign}`;
  return foreign === undefined ? `did you mean ${found}?` : `did you mean ${found}? ${foreign}`;
}
