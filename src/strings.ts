/** The words of the interface, one file a language, keyed by place and purpose. */
import en from './strings/en.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };
import type { Lang } from './lib/ids.ts';
import type { Words } from './lib/words.ts';

const ALL: Partial<{ [lang in Lang]: Words }> = { en, fr };

/** Throws for a language whose words are not written yet. */
export function wordsOf(lang: Lang): Words {
  const words = ALL[lang];
  if (words === undefined) throw new Error(`src/strings/${lang}.json is missing: the interface has no words in this language`);
  return words;
}
