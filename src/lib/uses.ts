/** Where each term of the glossary is used: passages of the text, the principles, the coverage and the questions. */
import { addressOfPassage, pageOf, partOf, type Address } from './addresses.ts';
import type { AnyEntry } from './entries.ts';
import type { Edition } from './record.ts';
import { termsIn, type Term } from './terms.ts';

/** Term → addresses, each once, in the order of the site: paragraphs by themselves, other entries as a whole. */
export function usesOf({ text, principles, coverage, questions, terms }: Edition): Map<Term, Address[]> {
  const uses = new Map<Term, Set<Address>>();
  const entries: AnyEntry[] = [text, ...principles.map(({ entry }) => entry), ...questions, ...coverage];
  for (const entry of entries) {
    for (const { id, text: words } of entry.passages) {
      const address = entry.collection === 'text' ? partOf(addressOfPassage(entry, id)) : pageOf(addressOfPassage(entry, id));
      for (const term of termsIn(words, terms)) uses.set(term, (uses.get(term) ?? new Set()).add(address));
    }
  }
  return new Map([...uses].map(([term, addresses]) => [term, [...addresses]]));
}
