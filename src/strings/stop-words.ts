import type { Lang } from '../lib/ids.ts';

/** Words that carry no meaning of their own; the concordance leaves them out, and so does a search for more than them. */
const WORDS: { readonly [lang in Lang]: string } = {
  en: 'a about all along also an and any are as at be been both but by can did do does each every for from has have how i in including into is it its itself made make makes many more most much not of on or our out own so some such than that the their them themselves then there these they this those to too up very was we were what when where whether which who whom whose will with would you your',
  fr: 'à au aucun aussi autre aux avec ce ces cet cette chacun ces dans de des donc dont du elle elles en est et eux il ils la le les leur leurs lui mais même ne nos notre nous on ou où par pas plus pour qu que qui sa sans se ses si son sont sur tant tous tout toute toutes un une vos votre vous y',
};

export const stopWordsOf = (lang: Lang): ReadonlySet<string> => new Set(WORDS[lang].split(' '));
