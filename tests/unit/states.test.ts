import { describe, expect, test } from 'vitest';
import { growthOf, readStates, STATES_FILE, noteIn } from '../../src/lib/states.ts';
import { STATES, states, TODAY } from '../content.ts';

const read = (source: string) => readStates(source, TODAY);
const put = (old: string, words: string): string => {
  if (!states.includes(old)) throw new Error(`nothing to replace: ${old}`);
  return states.replace(old, () => words);
};
const COLUMNS = 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source';
const HEAD = 'iso3,numeric,en,fr,listed,note,source';
const [, FRANCE = '', MALTA = '', BENIN = ''] = states.split('\n');

describe('the table of States', () => {
  test('is the file of that name', () => {
    expect(STATES).toBe(STATES_FILE);
  });

  test('is read row by row, in its order', () => {
    const [france, malta, benin] = ['fra', 'mlt', 'ben'].map((state) => `https://example.org/${state}`);
    expect(read(states)).toEqual({
      problems: [],
      states: [
        { iso3: 'FRA', numeric: '250', en: 'France', fr: 'France', listed: '2019-09-16', note: '', source: france, line: 2 },
        { iso3: 'MLT', numeric: '470', en: 'Malta', fr: 'Malte', listed: '2019-09-16', note: 'small, but there', source: malta, line: 3 },
        { iso3: 'BEN', numeric: '204', en: 'Benin', fr: 'Bénin', listed: '2022-01-11', note: '', source: benin, line: 4 },
      ],
    });
  });

  test.each<[name: string, source: string]>([
    ['whose lines end as on Windows', states.replaceAll('\n', '\r\n')],
    ['that begins with a byte order mark', `\uFEFF${states}`],
    ['without an end to its last line', states.trimEnd()],
    ['whose columns stand in another order', [
      'source,note,listed,fr,en,numeric,iso3', 'https://example.org/fra,,2019-09-16,France,France,250,FRA',
      'https://example.org/mlt,"small, but there",2019-09-16,Malte,Malta,470,MLT',
      'https://example.org/ben,,2022-01-11,Bénin,Benin,204,BEN', '',
    ].join('\n')],
    ['that holds another column besides', states.replace(/(?<=.)$/gm, ',x')],
    ['with space around its values', put('FRA,250,France,', ' FRA , 250 , France , ')],
    ['with quotation marks around a value', put('Benin', '"Benin"')],
  ])('%s says the same', (_, source) => {
    expect(read(source)).toEqual(read(states));
  });

  test('may hold quotation marks in a value', () => {
    expect(read(put('small, but there', 'so ""small""')).states[1]?.note).toBe('so "small"');
  });

  test('that is its first line alone has no States', () => {
    expect(read(`${HEAD}\n`)).toEqual({ states: [], problems: [] });
  });

  test('may list a State today', () => {
    expect(read(put('2022-01-11', TODAY)).problems).toEqual([]);
  });
});

describe('a row that cannot be read is one problem', () => {
  const FUTURE = `listed: a day of the calendar up to ${TODAY}`;

  test.each<[name: string, source: string, line: number, found: string, expected: string]>([
    ['for a code of two letters', put('MLT', 'MT'), 3, 'MT', 'iso3: three capitals (ISO 3166-1)'],
    ['for a code in small letters', put('MLT', 'mlt'), 3, 'mlt', 'iso3: three capitals (ISO 3166-1)'],
    ['for a missing code', put('MLT', ''), 3, '', 'iso3: three capitals (ISO 3166-1)'],
    ['for a number of two digits', put('470', '47'), 3, '47', 'numeric: three digits (ISO 3166-1)'],
    ['for a number in letters', put('470', 'MLT'), 3, 'MLT', 'numeric: three digits (ISO 3166-1)'],
    ['for a missing English name', put('Malta', ' '), 3, '', 'en: the English name'],
    ['for a missing French name', put('Bénin', ''), 4, '', 'fr: the French name'],
    ['for a missing day', put('2022-01-11', ''), 4, '', 'listed: a day, 2019-09-16'],
    ['for a day in words', put('2022-01-11', 'in January 2022'), 4, 'in January 2022', 'listed: a day, 2019-09-16'],
    ['for a month', put('2022-01-11', '2022-01'), 4, '2022-01', 'listed: a day, 2019-09-16'],
    ['for a day before its month', put('2022-01-11', '11.01.2022'), 4, '11.01.2022', 'listed: a day, 2019-09-16'],
    ['for a month that does not exist', put('2022-01-11', '2022-13'), 4, '2022-13', 'listed: a day, 2019-09-16'],
    ['for a day that does not exist', put('2022-01-11', '2022-02-30'), 4, '2022-02-30', FUTURE],
    ['for a day in the future', put('2022-01-11', '2026-11-22'), 4, '2026-11-22', FUTURE],
    ['for a source that is no address', put('https://example.org/ben', 'the list'), 4, 'the list', 'source: an address'],
    ['for a source that is a mailbox', put('https://example.org/ben', 'mailto:a@b.c'), 4, 'mailto:a@b.c', 'source: an address'],
    ['for a missing source', put('https://example.org/ben', ''), 4, '', 'source: an address'],
    ['for a State listed twice', `${states}${FRANCE}\n`, 5, 'FRA', 'each State once'],
  ])('%s', (_, source, line, found, expected) => {
    expect(read(source).problems).toEqual([
      { code: 'states-row', at: { file: STATES, line, column: 1 }, found, expected, mend: COLUMNS },
    ]);
  });

  test('for each fault of its own', () => {
    const { problems } = read(put('470,Malta', '47,').replace('BEN', 'Ben'));
    expect(problems.map(({ at, found, expected }) => `${at.line} ${found}: ${expected}`)).toEqual([
      '3 47: numeric: three digits (ISO 3166-1)', '3 : en: the English name', '4 Ben: iso3: three capitals (ISO 3166-1)',
    ]);
  });

  test.each([
    ['at the end', `${states}\n`],
    ['between two States', put(`${BENIN}\n`, `\n${BENIN}\n`)],
  ])('but an empty line %s is none', (_, source) => {
    const withoutLines = (of: string) => ({ ...read(of), states: read(of).states.map((state) => ({ ...state, line: 0 })) });
    expect(withoutLines(source)).toEqual(withoutLines(states));
  });

  test('in its own line, though a note above runs over two', () => {
    const source = put('small, but there', 'small,\nbut there').replace('BEN', 'Ben');
    expect(read(source).problems.map(({ at: { line } }) => line)).toEqual([5]);
  });
});

describe('a column that is missing is one problem', () => {
  test.each<[name: string, source: string, found: string, missing: string]>([
    ['for one', states.replace(',note,', ',notes,'), 'iso3,numeric,en,fr,listed,notes,source', 'a column note'],
    ['for two', states.replace('en,fr', 'a,b'), 'iso3,numeric,a,b,listed,note,source', 'a column en and a column fr'],
    [
      'for all, where the first line is missing', [FRANCE, MALTA].join('\n'), FRANCE,
      HEAD.split(',').map((column) => `a column ${column}`).join(' and '),
    ],
  ])('%s, and no row is read', (_, source, found, missing) => {
    expect(read(source)).toEqual({
      states: [],
      problems: [{ code: 'states-row', at: { file: STATES, line: 1, column: 1 }, found, expected: missing, mend: COLUMNS }],
    });
  });

  test('for a file without a word', () => {
    expect(read('').problems).toMatchObject([{ at: { line: 1 }, found: '' }]);
  });
});

describe('the growth of the list', () => {
  const growth = (source: string) =>
    growthOf(read(source).states).map(({ day, count, joined }) => `${day} ${count} ${joined.map(({ iso3 }) => iso3).join(' ')}`);

  test('has a step for each day on which States joined', () => {
    expect(growth(states)).toEqual(['2019-09-16 2 FRA MLT', '2022-01-11 3 BEN']);
  });

  test('goes by time, in whatever order the rows stand', () => {
    expect(growth([HEAD, BENIN, FRANCE, MALTA].join('\n'))).toEqual(['2019-09-16 2 FRA MLT', '2022-01-11 3 BEN']);
  });

  test('ends at all States', () => {
    const steps = growthOf(read(put('2022-01-11', '2020-11-20')).states);
    expect(steps.at(-1)?.count).toBe(3);
    expect(steps.reduce((sum, { joined }) => sum + joined.length, 0)).toBe(3);
  });

  test('of no States has no steps', () => {
    expect(growthOf([])).toEqual([]);
  });
});

describe('the note in French', () => {
  const french = (rows: string) => readStates(`iso3,numeric,en,fr,listed,note,note_fr,source\n${rows}`, '2026-11-21');
  const row = (note: string, noteFr: string) => `FRA,250,France,France,2019-09-16,${note},${noteFr},https://example.org/fra\n`;

  test('stands beside the English one, and is the one that a French page shows', () => {
    const { states, problems } = french(row('Host.', 'Hôte.'));
    expect(problems).toEqual([]);
    expect(states.flatMap((state) => [noteIn(state, 'en'), noteIn(state, 'fr')])).toEqual(['Host.', 'Hôte.']);
  });

  test.each([['English', row('Host.', '')], ['French', row('', 'Hôte.')]])('is missed where there is one in %s alone', (_, rows) => {
    expect(french(rows).problems.map(({ at, expected }) => [at.line, expected])).toEqual([[2, 'the note in both languages']]);
  });
});
