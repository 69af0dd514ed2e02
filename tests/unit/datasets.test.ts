import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvOf, datasetsOf, jsonSchemaOf, tableSchemaOf, type Dataset } from '../../src/lib/datasets.ts';
import { isFormula } from '../../src/lib/formulas.ts';
import { DATASETS } from '../../src/lib/machine-addresses.ts';
import { COPY, ONE, STATES, states, TODAY, tree } from '../content.ts';
import { french, nasty, NASTY, NASTY_LINES, official, officialWords, recordWith, siteOf, whole } from '../edition.ts';

const AT = 'https://example.org/ref';
const tablesOf = (changes: Parameters<typeof siteOf>[0] = whole, lang: 'en' | 'fr' = 'en') => {
  const { edition, view } = siteOf(changes, lang);
  return datasetsOf(edition, view);
};
const tables = tablesOf();
const LINE = String(tree()[ONE]).split('\n').findIndex((line) => line.includes('[theft]')) + 1;
const rowOf = ({ rows }: Dataset, key: string) => rows.find((row) => Object.values(row)[0] === key) ?? expect.fail(`no row ${key}`);

describe('the tables', () => {
  test('are the eleven that are released, each with the columns of its rows in their order', () => {
    expect(Object.keys(tables)).toEqual(DATASETS);
    for (const { name, columns, rows } of Object.values(tables)) {
      expect([name, rows.length > 0]).toEqual([name, true]);
      for (const row of rows) expect([name, Object.keys(row)]).toEqual([name, Object.keys(columns)]);
    }
  });

  test('are there without a row where nobody wrote what they hold', () => {
    const none = tablesOf({});
    expect(Object.keys(none)).toEqual(DATASETS);
    expect(['questions', 'terms', 'events', 'states', 'corrections'].map((name) => none[name as 'terms'].rows)).toEqual([[], [], [], [], []]);
  });

  test('hold the text segment by segment, with the links to each', () => {
    expect(tables.text.rows).toHaveLength(25);
    expect(rowOf(tables.text, 'p6')).toEqual({ id: 'p6', number: null, url: `${AT}/call/#p6`, text: 'Words of p6.', official: null, mentions: 2 });
    expect(rowOf(tables.text, 'principle-4')).toEqual({ id: 'principle-4', number: 4, url: `${AT}/call/#principle-4`, text: 'Words of principle-4.', official: null, mentions: 1 });
    expect(rowOf(tablesOf({ ...whole, ...official() }).text, 'p6')).toMatchObject({ text: 'Words of p6.', official: officialWords('p6') });
  });

  test('count for a principle the sources and passages of the coverage, copies left out', () => {
    expect(tables.principles.rows.find(({ number }) => number === 8)).toEqual({
      number: 8, url: `${AT}/principles/8/`, name_en: 'Name 8', name_fr: 'Nom 8', aim: 'Words of principle-8.', summary: 'What aim 8 asks.', asks: 'The asks of it.', words: 'The words of it.',
      preamble: 'Paragraph 8 bears on it.', lineage: 'The lineage of it.', objections: 'The objections of it.', practice: 'The practice of it.', sources: 1, passages: 1,
    });
    expect(tables.principles.rows.map(({ sources, passages }) => `${sources}:${passages}`).join(' ')).toBe('0:0 0:0 0:0 1:1 0:0 0:0 0:0 1:1 0:0');
  });

  test('hold each record with what is known of it, and null for the rest', () => {
    expect(rowOf(tables.coverage, 'one')).toEqual({
      slug: 'one', url: `${AT}/coverage/one/`, title: 'One article', titleFrom: 'page', authors: ['A. Reporter'], corporateAuthors: [], publisher: 'The Paper', section: null,
      published: '2018-11-12', notBefore: null, corrected: null, language: 'en', kind: 'reporting', stance: 'neutral', read: 'full', original: 'https://example.org/one', originalStatus: 'confirmed', archive: null,
      copyOf: null, claims: 3, principles: ['4', '8'], summary: 'What it says.', added: TODAY, updated: TODAY,
    });
    expect(rowOf(tables.coverage, 'copy')).toMatchObject({ published: null, notBefore: '2018-11-13', original: null, originalStatus: null, copyOf: 'one', claims: 2, principles: ['8'] });
  });

  test('follow each original with its copies', () => {
    expect(tables.coverage.rows.map(({ slug }) => slug)).toEqual(['one', 'copy']);
  });

  test('hold each claim with its speaker, its day, what it speaks of and the copies that carry it', () => {
    expect(tables.claims.rows).toEqual([
      { id: 'one#c1', url: `${AT}/coverage/one/#c1`, coverage: 'one', number: 1, speaker: 'A. Reporter', type: 'fact', asOf: null, text: 'It asks firms not to hack back.', speaksOf: [`${AT}/principles/8/`], carriedBy: ['copy'] },
      { id: 'one#c2', url: `${AT}/coverage/one/#c2`, coverage: 'one', number: 2, speaker: 'A. Reporter', type: 'figure', asOf: '2018-11-12', text: 'More than fifty states back the Call.', speaksOf: [`${AT}/call/`], carriedBy: ['copy'] },
      { id: 'one#c3', url: `${AT}/coverage/one/#c3`, coverage: 'one', number: 3, speaker: 'Some Critic', type: 'criticism', asOf: null, text: 'The clause on theft goes too far, unlike the first claim.', speaksOf: [`${AT}/call/#principle-4`, `${AT}/coverage/one/#c1`], carriedBy: [] },
    ]);
  });

  test('leave a claim that a copy makes of its own with that copy', () => {
    const claim = '## claims\n\n### c1\n\nThe poster · opinion\n\nIt is right about [hack back](../../../principles/en/principle-8.md).\n\n## omits';
    const own = tablesOf({ ...whole, [COPY]: String(tree()[COPY]).replace('## omits', claim) });
    expect(own.claims.rows.map(({ id, carriedBy }) => [id, carriedBy])).toEqual([['one#c1', ['copy']], ['one#c2', ['copy']], ['one#c3', []], ['copy#c1', []]].sort());
  });

  test('hold each link from end to end, once', () => {
    expect(tables.links.rows.find(({ from }) => from === `${AT}/coverage/one/#c3`)).toEqual({
      from: `${AT}/coverage/one/#c3`, fromKind: 'coverage', file: ONE, line: LINE, to: `${AT}/call/#principle-4`, part: `${AT}/principles/4/`, kind: 'criticises',
      before: 'The clause on ', words: 'theft', after: ' goes too far, unlike the first claim.', carriedBy: [],
    });
    expect(tables.links.rows.filter(({ carriedBy }) => String(carriedBy) === 'copy')).toHaveLength(2);
  });

  test('hold questions, terms, events, States and corrections', () => {
    expect(tables.questions.rows).toEqual([{ slug: 'where', url: `${AT}/questions/where/`, question: 'Where was it launched?', summary: 'In Paris.', status: 'differ', asOf: '2018-11-12', answer: 'In Paris, where the Call was read out.' }]);
    expect(tables.terms.rows).toEqual([{ slug: 'botnet', url: `${AT}/glossary/#botnet`, term: 'botnet', equivalent: 'réseau de machines zombies', aliases: ['zombie network'], definition: 'Machines that obey a stranger, which the fifth aim would keep from spreading.' }]);
    expect(tables.events.rows).toEqual([
      { id: 'worm', url: `${AT}/timeline/#worm`, from: '2017-05', to: null, unconfirmed: false, text: 'A worm spread.', principles: [] },
      { id: 'launch', url: `${AT}/timeline/#launch`, from: '2018-11-12', to: null, unconfirmed: false, text: 'France launched the Call.', principles: [] },
      { id: 'forum', url: `${AT}/timeline/#forum`, from: '2019-11-25', to: '2019-11-29', unconfirmed: false, text: 'A forum spoke of hack back.', principles: ['8'] },
    ]);
    expect(tables.states.rows.map(({ iso3, numeric, note }) => [iso3, numeric, note])).toEqual([['FRA', '250', null], ['MLT', '470', 'small, but there'], ['BEN', '204', null]]);
    expect(tables.corrections.rows[0]).toEqual({
      id: '2026-11-20-bystanders', url: `${AT}/corrections/#2026-11-20-bystanders`, day: '2026-11-20', text: 'The first claim now speaks of hack back. It had spoken of theft.', about: [`${AT}/coverage/one/#c1`, `${AT}/principles/8/`],
    });
  });

  test('say where a date is not confirmed', () => {
    const doubtful = String(whole['content/timeline/en.md']).replace('2017-05', '2017-05~');
    expect(tablesOf({ ...whole, 'content/timeline/en.md': doubtful }).events.rows.map(({ unconfirmed }) => unconfirmed)).toEqual([true, false, false]);
  });

  test('of another language hold its own addresses', () => {
    const { claims, states: same } = tablesOf({ ...whole, ...french(tree(whole)) }, 'fr');
    expect(claims.rows.map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `${AT}/fr/coverage/one/#c${n}`));
    expect(claims.rows[0]?.['speaksOf']).toEqual([`${AT}/fr/principles/8/`]);
    expect(same.rows).toEqual(tables.states.rows);
  });
});

describe('the table of links elsewhere', () => {
  const CHECKS = 'url,checked,status,httpStatus,fault,type,lastAlive,failingSince,failures,movedTo\n'
    + 'https://example.org/fr,2026-11-20,moved,200,,text/html,2026-11-20,,0,https://example.com/fr\n'
    + 'https://example.org/one,2026-11-20,gone,,no-such-host,text/html,2026-09-01,2026-10-01,4,\n'
    + 'https://example.org/uncited,2026-11-20,alive,200,,,2026-11-20,,0,\n';
  const checked = tablesOf({ ...whole, [ONE]: recordWith({ archive: 'https://archive.example/one' }), 'content/links.csv': CHECKS })['external-links'];

  test('holds each address that is cited, by whom, and what is known of it', () => {
    expect(rowOf(checked, 'https://example.org/one')).toEqual({
      url: 'https://example.org/one', citedBy: [`${AT}/coverage/one/`], archive: 'https://archive.example/one', status: 'gone', checked: '2026-11-20', httpStatus: null, fault: 'no-such-host',
      lastAlive: '2026-09-01', failingSince: '2026-10-01', movedTo: null,
    });
    expect(rowOf(checked, 'https://example.org/fr')).toMatchObject({ citedBy: [`${AT}/call/`], status: 'moved', httpStatus: 200, fault: null, movedTo: 'https://example.com/fr' });
    expect(checked.rows.map(({ url }) => url)).not.toContain('https://example.org/uncited');
  });

  test('leads to no page that the edition lacks', () => {
    expect(rowOf(tables['external-links'], 'https://example.org/mlt')['citedBy']).toEqual([]);
  });

  test('holds each that was never checked, with nothing known of it', () => {
    expect(rowOf(tables['external-links'], 'https://example.org/one')).toEqual({
      url: 'https://example.org/one', citedBy: [`${AT}/coverage/one/`], archive: null, status: null, checked: null, httpStatus: null, fault: null, lastAlive: null, failingSince: null, movedTo: null,
    });
  });
});

describe('as CSV', () => {
  const all = Object.values(tablesOf(nasty));

  test.each(DATASETS)('the rows of %s come back as they went, whatever they hold', (name) => {
    const table = all.find((one) => one.name === name) ?? expect.fail(name);
    const [head, ...rows] = parseCsv(csvOf(table)) as string[][];
    expect(head).toEqual(Object.keys(table.columns));
    expect(rows).toEqual(table.rows.map((row) => Object.values(row).map((cell) => (cell === null ? '' : Array.isArray(cell) ? cell.join(' | ') : String(cell)))));
  });

  test.each(all)('no cell of $name is a formula', (table) => {
    expect((parseCsv(csvOf(table)) as string[][]).flat().filter(isFormula)).toEqual([]);
  });

  test('quotes, commas and line ends do not part a cell', () => {
    const coverage = all.find(({ name }) => name === 'coverage') ?? expect.fail('coverage');
    expect([coverage.rows.some(({ title }) => title === NASTY), coverage.rows.some(({ title }) => title === NASTY_LINES)]).toEqual([true, true]);
    expect(csvOf(coverage)).toContain(NASTY_LINES.replaceAll('"', '""'));
  });

  test('an empty table is its head', () => {
    expect(csvOf(tablesOf({}).states)).toBe('iso3,numeric,en,fr,listed,note,source\n');
    expect(csvOf(tables.states)).toBe(states);
    expect(STATES).toMatch(/\.csv$/);
  });
});

describe('the schema', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const fileOf = (table: Dataset, rows: readonly object[] = table.rows) => ({ url: `${AT}/data/x.json`, lang: 'en', licence: `${AT}/licence`, updated: TODAY, count: rows.length, rows });
  const validators = new Map(Object.values(tables).map((table) => [table.name, ajv.compile(jsonSchemaOf(table, `${AT}/data/${table.name}.schema.json`))]));

  test.each(Object.values(tablesOf(nasty)))('of $name takes its rows, whatever they hold', (table) => {
    const validate = validators.get(table.name) ?? expect.fail(table.name);
    expect([validate(fileOf(table)), validate.errors]).toEqual([true, null]);
    expect(validate(fileOf(table, []))).toBe(true);
  });

  test.each(Object.values(tables))('of $name refuses a row with a column too few, too many, or of another type', (table) => {
    const validate = validators.get(table.name) ?? expect.fail(table.name);
    const [row = {}] = table.rows;
    for (const [column, [type]] of Object.entries(table.columns)) {
      const { [column]: _, ...others } = row;
      const wrong = { text: 1, integer: '1', boolean: 'true', date: '12 November', address: 'nowhere', list: 'a', addresses: ['nowhere'] }[type];
      expect([column, validate(fileOf(table, [others])), validate(fileOf(table, [{ ...row, [column]: wrong }]))]).toEqual([column, false, false]);
    }
    expect(validate(fileOf(table, [{ ...row, more: '' }]))).toBe(false);
  });

  test('says in the words of the table what each column holds, in JSON and in CSV alike', () => {
    for (const table of Object.values(tables)) {
      const { properties } = jsonSchemaOf(table, `${AT}/x`).properties.rows.items;
      const { fields, missingValues } = tableSchemaOf(table);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(table.columns));
      expect(fields.map(({ description }) => description)).toEqual(Object.values(properties).map(({ description }) => description));
      expect(missingValues).toEqual(['']);
    }
  });

  test('tells a list of texts from one of addresses, and both from a text', () => {
    const { fields } = tableSchemaOf(tables.claims);
    const types = Object.fromEntries(fields.map(({ name, description: _, ...type }) => [name, type]));
    expect([types['carriedBy'], types['speaksOf'], types['text'], types['number'], types['url']]).toEqual([
      { type: 'list', delimiter: ' | ' }, { type: 'list', delimiter: ' | ' }, { type: 'string' }, { type: 'integer' }, { type: 'string', format: 'uri' },
    ]);
  });
});

test('an address that an author writes in other characters is the same address in those that addresses have', () => {
  const { coverage: { rows } } = tablesOf({ [ONE]: recordWith({ url: '"https://example.org/é <a>"', archive: 'https://example.org/a%20b' }) });
  expect(rows.map(({ original, archive }) => [original, archive])).toEqual([['https://example.org/%C3%A9%20%3Ca%3E', 'https://example.org/a%20b'], [null, null]]);
});

test('a record without day, address or author has nothing in their place', () => {
  const bare = recordWith({ authors: undefined, url: undefined, published: undefined, notBefore: '2018' });
  expect(rowOf(tablesOf({ [ONE]: bare }).coverage, 'one')).toMatchObject({ authors: [], original: null, originalStatus: null, published: null, notBefore: '2018' });
});
