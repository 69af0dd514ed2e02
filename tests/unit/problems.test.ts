import { describe, expect, test } from 'vitest';
import { CATALOGUE, formatProblem, formatProblems, sortProblems, type Place, type Problem } from '../../src/lib/problems.ts';

const FILE = 'content/coverage/en/2018/example.md';
const problem = (change: Partial<Problem> = {}): Problem => ({
  code: 'unknown-fragment',
  at: { file: FILE, line: 14, column: 7 },
  found: '../../../text/en.md#p31',
  expected: 'an id in content/text/en.md, p1 to p16',
  mend: 'did you mean #p13?',
  ...change,
});
const at = (file: string, line: number, column: number) => problem({ at: { file, line, column } });
const places = (problems: readonly Problem[]): Place[] => problems.map((one) => one.at);

describe('the catalogue', () => {
  test('heads each kind of problem with words of its own', () => {
    const heads = Object.values(CATALOGUE);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.filter((head) => head.trim() === '')).toEqual([]);
  });
});

describe('problems are sorted', () => {
  test.each<[name: string, first: Problem, second: Problem]>([
    ['by file', at('content/a.md', 9, 9), at('content/b.md', 1, 1)],
    ['within a file by line', at('content/a.md', 2, 9), at('content/a.md', 3, 1)],
    ['within a line by column', at('content/a.md', 2, 3), at('content/a.md', 2, 4)],
    ['by line as a number', at('content/a.md', 9, 1), at('content/a.md', 10, 1)],
    ['by column as a number', at('content/a.md', 1, 9), at('content/a.md', 1, 10)],
  ])('%s', (_, first, second) => {
    expect(places(sortProblems([second, first]))).toEqual(places([first, second]));
    expect(places(sortProblems([first, second]))).toEqual(places([first, second]));
  });

  test('into a new list, and those of one place keep their order', () => {
    const given = [at('content/b.md', 1, 1), problem({ found: 'one' }), problem({ found: 'two' })];
    const before = [...given];
    expect(sortProblems(given).map(({ found }) => found)).toEqual(['../../../text/en.md#p31', 'one', 'two']);
    expect(given).toEqual(before);
  });
});

describe('a problem is printed', () => {
  test('with its place, what is wrong, what stands there, what was expected and how to mend it', () => {
    expect(formatProblem(problem())).toBe(
      `content/coverage/en/2018/example.md:14:7  no such passage
    found     ../../../text/en.md#p31
    expected  an id in content/text/en.md, p1 to p16
    mend      did you mean #p13?`,
    );
  });

  test('without a line for what stands there, where nothing does', () => {
    expect(formatProblem(problem({ code: 'missing-passage', found: '', expected: '## omits', mend: 'add it' }))).toBe(
      `content/coverage/en/2018/example.md:14:7  missing passage
    expected  ## omits
    mend      add it`,
    );
  });

  test.each<[name: string, found: string, shown: string]>([
    ['on one line', 'first\n  second\r\n\tthird', 'first second third'],
    ['without space around it', '  words \n', 'words'],
    ['with control characters as a symbol', 'a\u0000b\u001b[31mc\u007f', 'a␣b␣[31mc␣'],
    ['whole up to 120 letters', 'x'.repeat(120), 'x'.repeat(120)],
    ['cut after 119 letters where it is longer', 'x'.repeat(121), `${'x'.repeat(119)}…`],
  ])('with what stands there %s', (_, found, shown) => {
    expect(formatProblem(problem({ found })).split('\n')[1]).toBe(`    found     ${shown}`);
  });
});

describe('problems are printed', () => {
  test('in reading order, apart from one another, and counted', () => {
    const place = { file: FILE, line: 20, column: 1 };
    const later = problem({ code: 'image', at: place, found: 'A map', expected: 'words', mend: 'take it out' });
    expect(formatProblems([later, problem()])).toBe(
      `content/coverage/en/2018/example.md:14:7  no such passage
    found     ../../../text/en.md#p31
    expected  an id in content/text/en.md, p1 to p16
    mend      did you mean #p13?

content/coverage/en/2018/example.md:20:1  a picture
    found     A map
    expected  words
    mend      take it out

2 problems; the last good build stays as it is`,
    );
  });

  test('alone, as one', () => {
    expect(formatProblems([problem()]).split('\n\n').at(-1)).toBe('1 problem; the last good build stays as it is');
  });
});
