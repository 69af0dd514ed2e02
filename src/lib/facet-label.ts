/** How a list of coverage is called where it is linked and at its head. */
import type { Facet } from './coverage.ts';
import type { View } from './view.ts';
import { fill, languageName } from './words.ts';

/** `8`, `news report`, `WIRED`, `English`: the value alone. */
export function facetLabel({ words, lang }: Pick<View, 'words' | 'lang'>, { name, label }: Pick<Facet, 'name' | 'label'>): string {
  if (name === 'kind' && isKey(words.kind, label)) return words.kind[label];
  if (name === 'stance' && isKey(words.stance, label)) return words.stance[label];
  if (name === 'year' && label === 'undated') return words.facet.undated;
  if (name === 'language') return languageName(lang, label);
  return label;
}

/** `principle 8`, `kind: news report`: the value with what it is a value of. */
export function facetTitle(view: Pick<View, 'words' | 'lang'>, facet: Pick<Facet, 'name' | 'label'>): string {
  const value = facetLabel(view, facet);
  if (facet.name === 'principle') return fill(view.words.part.principle, { n: value }).toLowerCase();
  return `${view.words.facet[facet.name].toLowerCase()}${view.words.language.colon}${value}`;
}

const isKey = <T extends object>(words: T, key: PropertyKey): key is keyof T => Object.hasOwn(words, key);
