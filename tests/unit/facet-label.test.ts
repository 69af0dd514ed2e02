import { describe, expect, test } from 'vitest';
import type { Facet } from '../../src/lib/coverage.ts';
import { facetLabel, facetTitle } from '../../src/lib/facet-label.ts';
import { wordsOf } from '../../src/strings.ts';

const english = wordsOf('en');
const words = {
  ...english,
  part: { ...english.part, principle: 'Principle {n}' },
  facet: {
    principle: 'Principle', year: 'Year', publisher: 'Publisher', kind: 'Kind', stance: 'Stance, in our judgement',
    language: 'Language', undated: 'no date',
  },
  kind: { ...english.kind, reporting: 'news report' },
  stance: { ...english.stance, mixed: 'mixed feelings' },
};

describe('a list of coverage', () => {
  test.each<[Facet['name'], string, string, string]>([
    ['principle', '8', '8', 'principle 8'],
    ['year', '2018', '2018', 'year: 2018'],
    ['year', 'undated', 'no date', 'year: no date'],
    ['publisher', 'WIRED', 'WIRED', 'publisher: WIRED'],
    ['publisher', 'undated', 'undated', 'publisher: undated'],
    ['publisher', 'reporting', 'reporting', 'publisher: reporting'],
    ['kind', 'reporting', 'news report', 'kind: news report'],
    ['kind', 'toString', 'toString', 'kind: toString'],
    ['stance', 'mixed', 'mixed feelings', 'stance, in our judgement: mixed feelings'],
    ['language', 'en', 'English', 'language: English'],
    ['language', 'de', 'German', 'language: German'],
    ['language', 'pt-BR', 'Brazilian Portuguese', 'language: Brazilian Portuguese'],
  ])('by %s of %s is labelled %s and titled %s', (name, label, value, title) => {
    expect(facetLabel({ words, lang: 'en' }, { name, label })).toBe(value);
    expect(facetTitle({ words, lang: 'en' }, { name, label })).toBe(title);
  });

  test('names languages in the language of the page', () => {
    expect(facetLabel({ words, lang: 'fr' }, { name: 'language', label: 'en' })).toBe('anglais');
    expect(facetLabel({ words, lang: 'fr' }, { name: 'language', label: 'pt-BR' })).toBe('portugais brésilien');
  });

  test.each<[Facet['name'], string, string]>([
    ['principle', '8', 'principe 8'],
    ['year', '2018', 'année\u00A0: 2018'],
    ['year', 'undated', 'année\u00A0: sans date'],
    ['publisher', 'WIRED', 'éditeur\u00A0: WIRED'],
    ['kind', 'reporting', 'genre\u00A0: article de presse'],
    ['language', 'en', 'langue\u00A0: anglais'],
  ])('by %s of %s is titled %s in French, with the colon of French', (name, label, title) => {
    expect(facetTitle({ words: wordsOf('fr'), lang: 'fr' }, { name, label })).toBe(title);
  });
});
