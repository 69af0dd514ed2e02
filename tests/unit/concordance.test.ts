import { describe, expect, test } from 'vitest';
import { concordanceOf } from '../../src/lib/concordance.ts';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { files, TEXT, TODAY, tree } from '../content.ts';

/** The concordance of a text that has these passages; every other passage is of stop words. */
function concordance(passages: { [id: string]: string }, stopWords: readonly string[] = []) {
  const source = String(tree()[TEXT]).replace(/^Words of (\S+)\.$/gm, (_, id: string) => passages[id] ?? 'And.');
  const { text } = editionOf(readRecord(files(tree({ [TEXT]: source })), TODAY), 'en');
  return concordanceOf(text, new Set(['and', ...stopWords]));
}
const headwords = (letters: ReturnType<typeof concordance>) =>
  letters.map(({ letter, words }) => `${letter}: ${words.map(({ word }) => word).join(' ')}`);
const occurrences = (letters: ReturnType<typeof concordance>) =>
  letters.flatMap(({ words }) => words.flatMap((headword) =>
    headword.occurrences.map(({ before, word, after }) => `${before}|${word}|${after}`)));

describe('the concordance', () => {
  test('lists words by letter, without regard to capitals and accents', () => {
    expect(headwords(concordance({ p1: 'Zeal, état; Etna apple éclat Äpfel zebra.' })))
      .toEqual(['A: äpfel apple', 'E: éclat état etna', 'Z: zeal zebra']);
  });

  test('lists words that differ by an accent alone in one order, whichever stands first', () => {
    expect(headwords(concordance({ p1: 'côté, Côte, cote' }))).toEqual(headwords(concordance({ p1: 'cote, Côte, côté' })));
    expect(headwords(concordance({ p1: 'côté, Côte, cote' }))).toEqual(['C: cote côte côté']);
  });

  test('leaves out stop words, however they are written', () => {
    expect(headwords(concordance({ p1: 'The peace OF the State' }, ['the', 'of']))).toEqual(['P: peace', 'S: state']);
  });

  test('gathers the places of a word in the order of the text', () => {
    const [letter] = concordance({ 'principle-3': 'Peace!', p2: 'peace, peace', p15: 'PEACE' });
    expect(letter?.words).toHaveLength(1);
    expect(letter?.words[0]?.occurrences.map(({ id, address, word }) => `${id} ${address} ${word}`)).toEqual([
      'p2 /call/#p2 peace', 'p2 /call/#p2 peace', 'principle-3 /call/#principle-3 Peace', 'p15 /call/#p15 PEACE',
    ]);
  });

  test('shows up to four words on either side, as they stand', () => {
    const passage = 'One, two three – four five “peace” (six), seven eight; nine ten.';
    expect(occurrences(concordance({ p1: passage }, 'one two three four five six seven eight nine ten'.split(' '))))
      .toEqual(['two three – four five “|peace|” (six), seven eight; nine']);
  });

  test('counts stop words among those four', () => {
    expect(occurrences(concordance({ p1: 'a of the in peace' }, ['a', 'of', 'the', 'in']))).toEqual(['a of the in |peace|']);
  });

  test.each([
    ['begins', 'Peace of the', '|Peace| of the'],
    ['ends', 'of the peace.', 'of the |peace|'],
    ['is alone', '“Peace.”', '|Peace|'],
  ])('shows less where a passage %s', (_, passage, shown) => {
    expect(occurrences(concordance({ p1: passage }, ['of', 'the']))).toEqual([shown]);
  });

  test('never reaches into the next passage', () => {
    expect(occurrences(concordance({ p1: 'One', p2: 'two' }))).toEqual(['|One|', '|two|']);
  });

  test('reads on over the paragraphs of a passage', () => {
    expect(occurrences(concordance({ p1: 'of\n\npeace\n\nthe' }, ['of', 'the']))).toEqual(['of |peace| the']);
  });

  test('keeps the spaces that do not break', () => {
    expect(occurrences(concordance({ p1: 'de la\u00A0: «\u202Fpaix\u202F»\u00A0; et' }, ['de', 'la', 'et']))).toEqual(['de la\u00A0: «\u202F|paix|\u202F»\u00A0; et']);
  });

  test.each([
    ['a hyphen', 'Non-State actors', ['A: actors', 'N: non-state']],
    ['an apostrophe', "today's peace", ['P: peace', 'T: today’s']],
    ['figures', '12 November 2018', ['1: 12', '2: 2018', 'N: november']],
  ])('takes a word with %s as one', (_, passage, words) => {
    expect(headwords(concordance({ p1: passage }))).toEqual(words);
  });

  test('lists a word that something is elided before under itself, and shows both', () => {
    const letters = concordance({ p1: 'L’internet, d’Internet et jusqu’à l’internet qu’ils' }, ['et', 'à', 'ils']);
    expect(headwords(letters)).toEqual(['I: internet']);
    expect(occurrences(letters)).toEqual([
      'L’|internet|, d’Internet et jusqu’à l’internet',
      'L’internet, d’|Internet| et jusqu’à l’internet qu’ils',
      'L’internet, d’Internet et jusqu’à l’|internet| qu’ils',
    ]);
  });

  test('leaves a word that is written with an apostrophe whole', () => {
    expect(headwords(concordance({ p1: 'Aujourd’hui, presqu’île' }))).toEqual(['A: aujourd’hui', 'P: presqu’île']);
  });

  test('sorts ligatures as two letters', () => {
    expect(headwords(concordance({ p1: 'œuvre ouvre code cœur cas' }))).toEqual(['C: cas code cœur', 'O: œuvre ouvre']);
  });

  test('of nothing but stop words is empty', () => {
    expect(concordance({})).toEqual([]);
  });
});
