/**
 * The glossary in running text: where its terms stand, and the first place in each passage as a link.
 *
 * Authors write the words; nobody links them by hand. A passage links each term once and three terms at most, so that
 * no text becomes a wall of links.
 */
import type { Address } from './addresses.ts';
import type { Entry } from './entries.ts';

export interface Term {
  readonly entry: Entry<'glossary'>;
  readonly address: Address;
  /** Matches the term and its other forms as whole words. Names and abbreviations keep their capitals. */
  readonly pattern: RegExp;
}

const MOST = 3;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+');

/** As a form may begin a sentence: `norm` is found in “Norms bind nobody”; `ICANN` is not found in “can”. */
const inSentence = (form: string): string => {
  const first = form.charAt(0);
  return first === first.toUpperCase() ? escaped(form) : `[${first}${first.toUpperCase()}]${escaped(form.slice(1))}`;
};

/** The terms with their patterns, the longest first, so that “cyber hygiene” comes before a shorter one inside it. */
export function termsOf(glossary: readonly Entry<'glossary'>[]): Term[] {
  const form = (entry: Entry<'glossary'>) => [entry.fields.term, ...entry.fields.aliases].map((text) => text.replace(/\s*\([^)]*\)$/, ''));
  return glossary.map((entry): Term => {
    const forms = form(entry).sort((a, b) => b.length - a.length);
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}&-])(?:${forms.map(inSentence).join('|')})s?(?![\\p{L}\\p{N}]|-[\\p{L}])`, 'u');
    return { entry, address: entry.address, pattern };
  }).sort((a, b) => b.entry.fields.term.length - a.entry.fields.term.length);
}

/** The terms that stand in a text. */
export const termsIn = (text: string, terms: readonly Term[]): Term[] => terms.filter(({ pattern }) => pattern.test(text));

/** Rendered HTML with the first places of up to three terms as links; text that is a link already stays as it is. */
export function linkTerms(html: string, terms: readonly Term[], href: (of: Address) => string): string {
  const linked = new Set<Term>();
  let depth = 0;
  return html.split(/(<[^>]+>)/).map((part) => {
    if (part.startsWith('<')) {
      if (/^<(a|h[1-6]|code|samp)\b/.test(part)) depth++;
      else if (/^<\/(a|h[1-6]|code|samp)>/.test(part)) depth--;
      return part;
    }
    return depth > 0 ? part : linkIn(part, terms, linked, href);
  }).join('');
}

/** One run of text: the earliest term is linked, then what follows it. */
function linkIn(text: string, terms: readonly Term[], linked: Set<Term>, href: (of: Address) => string): string {
  if (linked.size >= MOST) return text;
  const hits = terms.filter((term) => !linked.has(term)).flatMap((term) => {
    const match = term.pattern.exec(text);
    return match === null ? [] : [{ term, index: match.index, words: match[0] }];
  });
  const first = hits.sort((a, b) => a.index - b.index || b.words.length - a.words.length)[0];
  if (first === undefined) return text;
  linked.add(first.term);
  const end = first.index + first.words.length;
  return `${text.slice(0, first.index)}<a class="term" href="${href(first.term.address)}">${first.words}</a>${linkIn(text.slice(end), terms, linked, href)}`;
}
