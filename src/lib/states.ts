/**
 * The States of the official list, read from `content/states/states.csv`: who, since when, and what the record knows
 * besides. One row a State; the first line names the columns.
 */
import { csvParseRows } from 'd3-dsv';
import { isFuture, isPartialDate } from './dates.ts';
import { isFormula } from './formulas.ts';
import { isWebAddress } from './links.ts';
import type { Problem } from './problems.ts';

export const STATES_FILE = 'content/states/states.csv';

export interface State {
  /** ISO 3166-1: three letters, three digits. */
  readonly iso3: string;
  readonly numeric: string;
  readonly en: string;
  readonly fr: string;
  /** The day from which the State stands on the list, as far as the list's own history tells. */
  readonly listed: string;
  /** In English, and in French where the table has a column for it. */
  readonly note: string;
  readonly note_fr?: string;
  readonly source: string;
  /** The line of its row. */
  readonly line: number;
}

const COLUMNS: { readonly [column in Exclude<keyof State, 'line'>]-?: readonly [rule: { test(cell: string): boolean }, expected: string] } = {
  iso3: [/^[A-Z]{3}$/, 'three capitals (ISO 3166-1)'],
  numeric: [/^\d{3}$/, 'three digits (ISO 3166-1)'],
  en: [{ test: (cell) => cell !== '' && !isFormula(cell) }, 'the English name'],
  fr: [{ test: (cell) => cell !== '' && !isFormula(cell) }, 'the French name'],
  listed: [/^\d{4}-\d{2}-\d{2}$/, 'a day, 2019-09-16'],
  note: [{ test: (cell) => !isFormula(cell) }, 'a note or nothing, and no formula'],
  note_fr: [{ test: (cell) => !isFormula(cell) }, 'the same note in French'],
  source: [{ test: isWebAddress }, 'an address'],
};
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** All rows, and a problem for each that cannot be used. `today` is the day that no date may lie after. */
export function readStates(source: string, today: string): { states: State[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (line: number, found: string, expected: string) =>
    problems.push({ code: 'states-row', at: { file: STATES_FILE, line, column: 1 }, found, expected, mend: `the columns are ${NAMES.join(', ')}` });
  const [head, ...rows] = numbered(csvParseRows(source.replace(/^\uFEFF/, '')));
  const columns = head?.cells.map((cell) => cell.trim()) ?? [];
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  const missing = NAMES.filter((name) => name !== 'note_fr' && !columns.includes(name));
  if (missing.length > 0) {
    add(1, columns.join(','), `a column ${missing.join(' and a column ')}`);
    return { states: [], problems };
  }
  if (twice !== undefined) {
    add(1, twice, 'each column once');
    return { states: [], problems };
  }
  const seen = new Set<string>();
  const present = NAMES.filter((name) => columns.includes(name));
  const states = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).flatMap(({ line, cells }): State[] => {
    if (cells.length !== columns.length) {
      add(line, cells.join(','), `${columns.length} cells, and quotation marks around one that holds a comma`);
      return [];
    }
    const state = { ...Object.fromEntries(present.map((name) => [name, (cells[columns.indexOf(name)]?.trim() ?? '').replace(/(?<=\p{L})'/gu, '’')])), line } as unknown as State;
    for (const name of present) {
      const [rule, expected] = COLUMNS[name];
      if (!rule.test(state[name] ?? '')) add(line, state[name] ?? '', `${name}: ${expected}`);
      else if (name === 'listed' && (!isPartialDate(state.listed) || isFuture(state.listed, today))) add(line, state.listed, `listed: a day of the calendar up to ${today}`);
    }
    if (state.note_fr !== undefined && (state.note === '') !== (state.note_fr === '')) add(line, state.note || state.note_fr, 'the note in both languages');
    if (seen.has(state.iso3)) add(line, state.iso3, 'each State once');
    seen.add(state.iso3);
    return [state];
  });
  return { states, problems };
}

/** Each row with the line on which it begins; a cell may run over several. */
export function numbered(rows: readonly (readonly string[])[]): { line: number; cells: readonly string[] }[] {
  let next = 1;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line, cells };
  });
}

/** The note in the language of the page. */
export const noteIn = (state: State, lang: string): string => (lang === 'fr' ? state.note_fr || state.note : state.note);

/** How many States stood on the list from each day on which it grew, in order of time. */
export function growthOf(states: readonly State[]): { day: string; count: number; joined: readonly State[] }[] {
  const days = [...new Set(states.map(({ listed }) => listed))].sort();
  return days.map((day) => ({
    day,
    count: states.filter(({ listed }) => listed <= day).length,
    joined: states.filter(({ listed }) => listed === day),
  }));
}
