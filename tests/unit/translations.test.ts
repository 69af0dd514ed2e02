import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../src/lib/problems.ts';
import { readRecord } from '../../src/lib/record.ts';
import { stringProblems, translationProblems } from '../../src/lib/translations.ts';
import { CORRECTIONS_FILE, files, more, ONE, principleFile, QUESTION, question, TERM, TEXT, TIMELINE, TODAY, tree, VARIANTS } from '../content.ts';
import { french, official, recordWith } from '../edition.ts';

type Changes = Parameters<typeof tree>[0];

/** Every kind of entry in both languages; nothing is missing. */
const both: Changes = { ...more, ...french() };
const inFrench = (file: string) => file.replace(/\/en(?=[./])/, '/fr');
const read = (changes: Changes) => readRecord(files(tree(changes)), TODAY);
const problemsOf = (changes: Changes) => translationProblems(read({ ...both, ...changes }).entries);
const shown = ({ code, at: { file, line, column }, found, expected }: Problem) => `${code} ${file}:${line}:${column} ${found} -> ${expected}`;

const WHOLE: readonly [kind: string, file: string, slug: string][] = [
  ['a question', QUESTION, 'where'],
  ['a term', TERM, 'botnet'],
  ['the timeline', TIMELINE, 'timeline'],
  ['the variants', VARIANTS, 'variants'],
  ['the corrections', CORRECTIONS_FILE, 'corrections'],
  ['a page', 'content/pages/en/about.mdx', 'about'],
];

describe('entries in two languages', () => {
  test('that tell the same have no problem', () => {
    expect(read(both).problems).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });

  test.each(WHOLE)('are told of %s that French lacks, at the head of the English file', (_, file, slug) => {
    expect(problemsOf({ [inFrench(file)]: undefined }).map(shown)).toEqual([`not-translated ${file}:1:1 ${slug} -> ${inFrench(file)}`]);
  });

  test.each(WHOLE)('are told of %s that English lacks, at the head of the French file', (_, file, slug) => {
    expect(problemsOf({ [file]: undefined }).map(shown)).toEqual([`not-translated ${inFrench(file)}:1:1 ${slug} -> ${file}`]);
  });

  test('are told all at once, the build among those who are', () => {
    const { problems } = read({ ...both, [inFrench(TERM)]: undefined, [inFrench(TIMELINE)]: undefined, [inFrench(principleFile(2))]: tree()[principleFile(2)] });
    expect(problems.filter(({ code }) => code === 'not-translated').map(({ at }) => at.file).sort()).toEqual([TERM, TIMELINE]);
  });

  test('are told where to write what is missing, and how an entry may stand alone', () => {
    expect(problemsOf({ [inFrench(QUESTION)]: undefined }).map(formatProblem)).toEqual([[
      'content/questions/en/where.md:1:1  missing in another language',
      '    found     where',
      '    expected  content/questions/fr/where.md',
      '    mend      write it there; an entry that is to stand alone says translated: false',
    ].join('\n')]);
  });

  test.each([
    ['a question', QUESTION, { question: 'Where was it launched?', translated: 'false' }],
    ['a term', TERM, { translated: 'false' }],
    ['a page', 'content/pages/en/about.mdx', { translated: 'false' }],
    ['the variants', VARIANTS, { translated: 'false' }],
  ])('may leave %s to one of them where it says so', (_, file, fields) => {
    const alone = recordWith(fields, String({ ...tree(), ...more }[file]));
    expect(problemsOf({ [file]: alone, [inFrench(file)]: undefined })).toEqual([]);
    expect(problemsOf({ [inFrench(file)]: alone, [file]: undefined })).toEqual([]);
    expect(problemsOf({ [file]: alone.replace('translated: false', 'translated: true'), [inFrench(file)]: undefined })).toHaveLength(1);
  });

  test('may leave a record of coverage to one of them', () => {
    expect(problemsOf({ [inFrench(ONE)]: undefined })).toEqual([]);
    expect(problemsOf({ [ONE]: undefined })).toEqual([]);
    expect(problemsOf({ [inFrench(ONE)]: undefined, [inFrench('content/coverage/en/2018/copy.md')]: undefined })).toEqual([]);
  });

  test('hold the same passages: one that is missing is named at its place in the other file', () => {
    const cut = String(french()[inFrench(TIMELINE)]).replace(/## worm[^]*?(?=## launch)/, '');
    expect(problemsOf({ [inFrench(TIMELINE)]: cut }).map(shown)).toEqual([`not-translated ${TIMELINE}:6:1 worm -> ${inFrench(TIMELINE)}, ## worm`]);
    const english = String(more[TIMELINE]).replace(/## worm[^]*?(?=## launch)/, '');
    expect(problemsOf({ [TIMELINE]: english }).map(shown)).toEqual([`not-translated ${inFrench(TIMELINE)}:6:1 worm -> ${TIMELINE}, ## worm`]);
  });

  test('are not told of the passages of a file that could not be cut into any', () => {
    expect(problemsOf({ [inFrench(QUESTION)]: String(french()[inFrench(QUESTION)]).replace('## answer', '<!--\n## answer') })).toEqual([]);
  });

  test('hold the same segments of the text, beside which the official edition stands at the same address', () => {
    const cut = String(french()[inFrench(TEXT)]).replace(/## p6[^]*?(?=## p7)/, '');
    expect(problemsOf({ ...official(), [inFrench(TEXT)]: cut }).map(({ at, found }) => `${at.file} ${found}`)).toEqual([`${TEXT} p6`]);
  });

  test('hold the same claims, where both have the record', () => {
    const cut = String(french()[inFrench(ONE)]).replace(/### c2[^]*?(?=### c3)/, '');
    expect(problemsOf({ [inFrench(ONE)]: cut }).map(shown)).toEqual([`not-translated ${ONE}:26:1 c2 -> ${inFrench(ONE)}, ## c2`]);
  });

  test('hold the same sections of a principle and the same parts of the register', () => {
    const principle = String(french()[inFrench(principleFile(8))]);
    expect(problemsOf({ [inFrench(principleFile(8))]: principle.replace(/## lineage[^]*?(?=## )/, '') }).map(({ found }) => found)).toEqual(['lineage']);
    const variants = String(french()[inFrench(VARIANTS)]);
    expect(problemsOf({ [inFrench(VARIANTS)]: variants.replace(/## principle-8[^]*$/, '') }).map(({ found }) => found)).toEqual(['principle-8']);
  });

  test('may each name their passages in an order of their own', () => {
    const turned = question.replace(/(## answer[^]*?)(## sources[^]*)/, '$2\n$1').replaceAll('/en/', '/fr/').replaceAll('text/en.md', 'text/fr.md');
    expect(problemsOf({ [inFrench(QUESTION)]: turned })).toEqual([]);
  });

  test('of which one has no text are no editions, and miss nothing', () => {
    expect(translationProblems(read(more).entries)).toEqual([]);
    expect(problemsOf({ [inFrench(TEXT)]: undefined, [inFrench(QUESTION)]: undefined })).toEqual([]);
    expect(problemsOf({ [inFrench(TEXT)]: undefined, [QUESTION]: undefined })).toEqual([]);
    expect(translationProblems([])).toEqual([]);
  });
});

describe('the words of the interface in two languages', () => {
  const json = (words: object) => JSON.stringify(words, null, 2);
  const english = { site: { name: 'The Call', table: 'Table {n}, {title}' }, found: { one: 'on {n} page', other: 'on {n} pages' } };
  const of = (en: object, fr: object) => stringProblems([{ file: 'src/strings/en.json', source: json(en) }, { file: 'src/strings/fr.json', source: json(fr) }]);
  const changed = (site: object, found: object = english.found) => ({ site, found });

  test('that have the same keys and the same values to fill in have no problem', () => {
    expect(of(english, changed({ name: 'L’Appel', table: 'Tableau {n}, {title}' }, { one: 'sur {n} page', other: 'sur {n} pages' }))).toEqual([]);
  });

  test('may stand in another order, and name a value elsewhere or twice', () => {
    expect(of(english, { found: english.found, site: { table: '{title}, tableau {n} ({n})', name: 'L’Appel' } })).toEqual([]);
  });

  test('lack a key: the place is that of the other language, with line and column', () => {
    expect(of(english, changed({ name: 'L’Appel' })).map(formatProblem)).toEqual([[
      'src/strings/en.json:4:5  missing in another language',
      '    found     site.table',
      '    expected  src/strings/fr.json, site.table',
      '    mend      write it there, or take it out here',
    ].join('\n')]);
  });

  test('have a key too many: the place is its own', () => {
    expect(of(english, changed({ ...english.site, extra: 'de trop' })).map(shown)).toEqual(['not-translated src/strings/fr.json:5:5 site.extra -> src/strings/en.json, site.extra']);
  });

  test('lack a form of a plural', () => {
    expect(of(english, changed(english.site, { other: 'sur {n} pages' })).map(shown)).toEqual(['not-translated src/strings/en.json:7:5 found.one -> src/strings/fr.json, found.one']);
  });

  test('lack a whole group, word by word', () => {
    expect(of(english, { site: english.site }).map(({ found }) => found)).toEqual(['found.one', 'found.other']);
  });

  test('have one word where the other language has a group', () => {
    expect(of(english, { site: english.site, found: 'sur {n} pages' }).map(shown)).toEqual([
      'not-translated src/strings/en.json:7:5 found.one -> src/strings/fr.json, found.one',
      'not-translated src/strings/en.json:8:5 found.other -> src/strings/fr.json, found.other',
      'not-translated src/strings/fr.json:6:3 found -> src/strings/en.json, found',
    ]);
  });

  test('leave a value out: the place is that of the word that lacks it', () => {
    expect(of(english, changed({ ...english.site, table: 'Tableau {n}' })).map(formatProblem)).toEqual([[
      'src/strings/fr.json:4:5  missing in another language',
      '    found     Tableau {n}',
      '    expected  {n}, {title} in site.table',
      '    mend      it says “Table {n}, {title}” in the other language',
    ].join('\n')]);
  });

  test('ask for a value that the other language does not', () => {
    expect(of(english, changed({ ...english.site, name: 'L’Appel de {year}' })).map(shown)).toEqual(['not-translated src/strings/en.json:3:5 The Call -> {year} in site.name']);
  });

  test('write a value by another name, which is wrong on both sides', () => {
    expect(of(english, changed(english.site, { one: 'sur {m} page', other: 'sur {n} pages' })).map(shown)).toEqual([
      'not-translated src/strings/fr.json:7:5 sur {m} page -> {n} in found.one',
      'not-translated src/strings/en.json:7:5 on {n} page -> {m} in found.one',
    ]);
  });

  test('are compared with every other language, of however many', () => {
    const file = (lang: string, words: object) => ({ file: `${lang}.json`, source: json(words) });
    expect(stringProblems([file('en', { a: 'x', b: 'y' }), file('fr', { a: 'x' }), file('de', { a: 'x' })]).map(({ expected }) => expected)).toEqual(['fr.json, b', 'de.json, b']);
    expect(stringProblems([file('en', english)])).toEqual([]);
    expect(stringProblems([])).toEqual([]);
  });
});
