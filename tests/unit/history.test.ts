import { describe, expect, test } from 'vitest';
import { datesOf, extendHistory, fingerprintOf, historyProblems, newest, readHistory, type Dates } from '../../src/lib/history.ts';

const TODAY = '2026-11-21';
const bytes = (text: string) => new TextEncoder().encode(text);
const filesOf = (texts: { readonly [file: string]: string }) => Object.entries(texts).map(([file, text]) => ({ file, bytes: bytes(text) }));
/** A line of the history for a file of these words. */
const line = (day: string, file: string, text: string) => `${day} ${fingerprintOf(bytes(text))} ${file}\n`;

describe('a history is read', () => {
  const one = { day: '2026-11-21', fingerprint: '9b1c4a07d2e85f36', file: 'content/text/en.md' };
  const two = { day: '2026-11-22', fingerprint: '0000000000000000', file: 'content/states/states.csv' };

  test.each<[name: string, source: string, expected: ReturnType<typeof readHistory>]>([
    [
      'line by line', '2026-11-21 9b1c4a07d2e85f36 content/text/en.md\n2026-11-22 0000000000000000 content/states/states.csv\n',
      [one, two],
    ],
    [
      'where lines end as on Windows',
      '2026-11-21 9b1c4a07d2e85f36 content/text/en.md\r\n2026-11-22 0000000000000000 content/states/states.csv\r\n', [one, two],
    ],
    ['though its last line is open', '2026-11-21 9b1c4a07d2e85f36 content/text/en.md', [one]],
    ['past empty lines', '\n  \n2026-11-21 9b1c4a07d2e85f36 content/text/en.md\n\n', [one]],
    ['past comments', '# Released\n# 2026-11-21 9b1c4a07d2e85f36 content/pages/en/about.mdx\n2026-11-21 9b1c4a07d2e85f36 content/text/en.md\n', [one]],
    ['with the name of a file of several words', '2026-11-21 9b1c4a07d2e85f36 content/a b.md\n', [{ ...one, file: 'content/a b.md' }]],
    [
      'past what is no line of it',
      ['2026-11 9b1c4a07d2e85f36 a.md', '2026-11-21 9b1c a.md', '2026-11-21 9B1C4A07D2E85F36 a.md', '2026-11-21 9b1c4a07d2e85f36', '<<<<<<< ours'].join('\n'), [],
    ],
    ['where it is empty', '', []],
  ])('%s', (_, source, expected) => {
    expect(readHistory(source)).toEqual(expected);
  });
});

describe('a line of the history', () => {
  const found = (row: string) => historyProblems(`# Released\n\n${row}\n`, TODAY).map(({ code, at: { line } }) => `${line} ${code}`);

  test.each([`${TODAY} 9b1c4a07d2e85f36 content/text/en.md`, '2024-02-29 0000000000000000 content/a b.md', '# a word'])('is %s', (row) => {
    expect(found(row)).toEqual([]);
  });

  test.each([
    '2019-02-29 9b1c4a07d2e85f36 a.md', '2026-11-22 9b1c4a07d2e85f36 a.md', '2026-11 9b1c4a07d2e85f36 a.md', `${TODAY} 9b1c a.md`, `${TODAY} 9b1c4a07d2e85f36`, '=======',
  ])('is not %s', (row) => {
    expect(found(row)).toEqual(['3 history-line']);
  });
});

test('a line of the history that is none is told as it stands, of another its day alone', () => {
  expect(historyProblems('=======\n2019-02-29 9b1c4a07d2e85f36 a.md', TODAY).map(({ found }) => found)).toEqual(['=======', '2019-02-29']);
});

describe('the fingerprint of a text', () => {
  test.each([
    // Sums that NIST gives as examples of SHA-256.
    ['abc', 'ba7816bf8f01cfea'],
    ['', 'e3b0c44298fc1c14'],
  ])('%j is the first 16 digits of its SHA-256', (text, expected) => {
    expect(fingerprintOf(bytes(text))).toBe(expected);
  });

  test('is the same however its lines end', () => {
    expect(fingerprintOf(bytes('Élysée\r\n\r\nb\r\n'))).toBe(fingerprintOf(bytes('Élysée\n\nb\n')));
  });

  test.each<[name: string, text: string]>([
    ['an accent', 'Elysée\n'],
    ['a line end more', 'Élysée\n\n'],
    ['no line end', 'Élysée'],
    ['a return by itself', 'Ély\rsée\n'],
  ])('is another with %s', (_, text) => {
    expect(fingerprintOf(bytes(text))).not.toBe(fingerprintOf(bytes('Élysée\n')));
  });

  test('is there for bytes that are no text, each its own', () => {
    const prints = [[0xff], [0xfe], [0xc3, 0x28], [0xef, 0xbf, 0xbd]].map((list) => fingerprintOf(Uint8Array.from(list)));
    expect(new Set(prints).size).toBe(4);
  });
});

describe('the dates of a file', () => {
  const now = { 'a.md': 'It is so.\n' };

  test.each<[name: string, history: string, expected: Dates]>([
    ['are today’s, without a line of its own', line('2026-03-01', 'b.md', 'It is so.\n'), { added: TODAY, updated: TODAY }],
    ['are those of its only line', line('2026-03-01', 'a.md', 'It is so.\n'), { added: '2026-03-01', updated: '2026-03-01' }],
    [
      'begin with its first line and end with its last',
      line('2026-03-01', 'a.md', 'It was.\n') + line('2026-04-01', 'a.md', 'It may be.\n') + line('2026-05-01', 'a.md', 'It is so.\n'),
      { added: '2026-03-01', updated: '2026-05-01' },
    ],
    [
      'are not those of another file between its lines',
      line('2026-03-01', 'a.md', 'It was.\n') + line('2026-05-01', 'a.md', 'It is so.\n') + line('2026-06-01', 'b.md', 'It is so.\n'),
      { added: '2026-03-01', updated: '2026-05-01' },
    ],
    ['end today, where it differs from its last line', line('2026-03-01', 'a.md', 'It was.\n'), { added: '2026-03-01', updated: TODAY }],
    [
      'end today, where it is again what it was before the last line',
      line('2026-03-01', 'a.md', 'It is so.\n') + line('2026-04-01', 'a.md', 'It may be.\n'),
      { added: '2026-03-01', updated: TODAY },
    ],
  ])('%s', (_, history, expected) => {
    expect(datesOf(readHistory(history), filesOf(now), TODAY)).toEqual(new Map([['a.md', expected]]));
  });

  test('that is gone are not told', () => {
    expect(datesOf(readHistory(line('2026-03-01', 'gone.md', 'Was.')), [], TODAY)).toEqual(new Map());
  });
});

describe('a history grows', () => {
  const released = line('2026-03-01', 'b.md', 'B.') + line('2026-03-01', 'a.md', 'A.');

  test.each<[name: string, source: string, texts: { readonly [file: string]: string }, expected: string]>([
    ['by the files it does not hold, in their order', '', { 'b.md': 'B.', 'a.md': 'A.' }, line(TODAY, 'b.md', 'B.') + line(TODAY, 'a.md', 'A.')],
    ['by those that have changed, below what it has', released, { 'a.md': 'A!', 'b.md': 'B.' }, released + line(TODAY, 'a.md', 'A!')],
    ['by none that is as it was', released, { 'a.md': 'A.', 'b.md': 'B.' }, released],
    [
      'by one that is again what it was before its last line', released + line('2026-04-01', 'a.md', 'A!'), { 'a.md': 'A.' },
      released + line('2026-04-01', 'a.md', 'A!') + line(TODAY, 'a.md', 'A.'),
    ],
    ['by none for other ends of lines', line('2026-03-01', 'a.md', 'A.\n'), { 'a.md': 'A.\r\n' }, line('2026-03-01', 'a.md', 'A.\n')],
    ['and keeps what is gone', released, {}, released],
    ['and keeps its comments', `# Released\n\n${released}`, { 'c.md': 'C.' }, `# Released\n\n${released}${line(TODAY, 'c.md', 'C.')}`],
    ['on a line of its own where the last one is open', released.trimEnd(), { 'c.md': 'C.' }, released + line(TODAY, 'c.md', 'C.')],
    ['and stays as it is where nothing is new', '# x', {}, '# x'],
  ])('%s', (_, source, texts, expected) => {
    expect(extendHistory(source, filesOf(texts), TODAY)).toBe(expected);
  });

  test('no further the second time', () => {
    const files = filesOf({ 'a.md': 'A!', 'c.md': 'C.' });
    const once = extendHistory(released, files, TODAY);
    expect(extendHistory(once, files, '2026-12-01')).toBe(once);
  });

  test('into one by which nothing is dated today', () => {
    const files = filesOf({ 'a.md': 'A!', 'b.md': 'B.', 'c.md': 'C.' });
    expect(datesOf(readHistory(extendHistory(released, files, TODAY)), files, '2026-12-01')).toEqual(new Map([
      ['a.md', { added: '2026-03-01', updated: TODAY }],
      ['b.md', { added: '2026-03-01', updated: '2026-03-01' }],
      ['c.md', { added: TODAY, updated: TODAY }],
    ]));
  });
});

describe('the newest of some days', () => {
  test.each<[days: string[], expected: string | undefined]>([
    [['2026-03-01', '2026-11-21', '2018-11-12'], '2026-11-21'],
    [['2026-03-01', ''], '2026-03-01'],
    [[], undefined],
  ])('of %j is %j', (days, expected) => {
    expect(newest(days)).toBe(expected);
    expect(newest(new Set(days).values())).toBe(expected);
  });

  test('leaves them in their order', () => {
    const days = ['2026-11-21', '2018-11-12'];
    newest(days);
    expect(days).toEqual(['2026-11-21', '2018-11-12']);
  });
});
