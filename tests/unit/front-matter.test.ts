import { describe, expect, test } from 'vitest';
import type { z } from 'astro/zod';
import { placeIn, readFrontMatter } from '../../src/lib/front-matter.ts';
import type { Problem } from '../../src/lib/problems.ts';
import { coverage, page, principle } from '../../src/lib/schemas.ts';

const FILE = 'content/pages/en/about.mdx';
const SEE = 'see content/README.md, “Fields”';
const QUOTE = 'quote a value that holds a colon or begins with a special character, and indent with spaces';
const MISSING = 'a line --- and a second one below the fields';
const BEGIN = `begin the file with its fields between two lines of three hyphens; ${SEE}`;

const read = (source: string, schema: z.ZodType = page) => readFrontMatter(FILE, source, schema);
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
const at = (line: number, column: number) => ({ file: FILE, line, column });
const top = at(1, 1);

describe('fields are read', () => {
  test.each<[name: string, source: string]>([
    ['between two lines of three hyphens', '---\ntitle: About\nsummary: What this is.\n---\n\nWords.\n'],
    ['where the file ends with them', '---\ntitle: About\nsummary: What this is.\n---'],
    ['where lines end as on Windows', '---\r\ntitle: About\r\nsummary: What this is.\r\n---\r\n\r\nWords.\r\n'],
    ['behind a byte order mark', '\uFEFF---\ntitle: About\nsummary: What this is.\n---\n'],
    ['where space follows the hyphens', '---  \ntitle: About\nsummary: What this is.\n---\t\nWords.\n'],
    ['with comments between them', '---\n# Ours\ntitle: About # the page\nsummary: What this is.\n---\n'],
    ['up to the first line of three hyphens', '---\ntitle: About\nsummary: What this is.\n---\n\n---\n\nkind: x\n\n---\n'],
    ['past hyphens inside a line', '---\ntitle: About\nsummary: >-\n  What this\n  is.\n---\n'],
  ])('%s', (_, source) => {
    expect(read(source)).toMatchObject({ fields: { title: 'About', summary: 'What this is.' }, problems: [] });
  });

  test('with three hyphens as part of a value', () => {
    expect(read('---\ntitle: A---B\nsummary: x---\n---\n').fields).toEqual({ title: 'A---B', summary: 'x---' });
  });

  test('with days left as written', () => {
    const source = `---
title: One
summary: What it says.
publisher: The Paper
published: 2018-11-12
corrected: 2018
language: en
kind: reporting
stance: neutral
read: full
---
`;
    expect(read(source, coverage).fields).toMatchObject({ published: '2018-11-12', corrected: '2018' });
  });
});

describe('a file without front matter', () => {
  test.each<[name: string, source: string, found: string]>([
    ['is empty', '', ''],
    ['begins with its words', '## what\n\nWords.\n', '## what'],
    ['begins with an empty line', '\n---\ntitle: About\n---\n', ''],
    ['leaves its fields open', '---\ntitle: About\nsummary: What this is.\n\n## what\n', '---'],
    ['begins with too many hyphens', '----\ntitle: About\n----\n', '----'],
    ['begins with too few', '--\ntitle: About\n--\n', '--'],
    ['begins with a rule of another kind', '***\ntitle: About\n***\n', '***'],
  ])('%s', (_, source, found) => {
    const { problems, fields } = read(source);
    expect(problems).toEqual([{ code: 'front-matter-missing', at: top, found, expected: MISSING, mend: BEGIN }]);
    expect(fields).toBeUndefined();
  });

  test('has every field at its top', () => {
    expect(placeIn(read('Words.').places, 'title')).toEqual(top);
  });
});

describe('broken YAML', () => {
  test.each<[name: string, source: string, line: number, column: number, found: string, expected: string]>([
    [
      'is a colon in a value', '---\nsummary: What.\ntitle: One: article\n---\n', 3, 8,
      'title: One: article', 'YAML: Nested mappings are not allowed in compact mappings',
    ],
    [
      'is a word behind a quoted one', '---\ntitle: "One" article\nsummary: What.\n---\n', 2, 14,
      'title: "One" article', 'YAML: Unexpected scalar at node end',
    ],
    [
      'is a field given twice', '---\ntitle: One\nsummary: What.\ntitle: Two\n---\n', 4, 1,
      'title: Two', 'YAML: Map keys must be unique',
    ],
    [
      'is a line that is no field', '---\ntitle: One\nsummary\n---\n', 3, 1,
      'summary', 'YAML: Implicit map keys need to be followed by map values',
    ],
  ])('%s', (_, source, line, column, found, expected) => {
    const { problems, fields } = read(source);
    expect(problems).toEqual([{ code: 'broken-yaml', at: at(line, column), found, expected, mend: QUOTE }]);
    expect(fields).toBeUndefined();
  });

  test('is found at the same place where lines end as on Windows', () => {
    const [problem] = read('---\r\nsummary: What.\r\ntitle: One: article\r\n---\r\n').problems;
    expect(problem?.at).toEqual(at(3, 8));
  });

  test('is an alias to nothing, not an exception', () => {
    expect(codes(read('---\ntitle: *Call*\nsummary: What.\n---\n').problems)).toEqual(['broken-yaml']);
  });

  test('is found at an alias to nothing', () => {
    const { problems } = read('---\nsummary: What *it* says.\ntitle: *Call*\n---\n');
    expect(problems).toEqual([
      {
        code: 'broken-yaml', at: at(3, 8), found: 'title: *Call*', mend: QUOTE,
        expected: 'YAML: Unresolved alias (the anchor must be set before the alias): Call*',
      },
    ]);
  });

  test('is more of aliases than anybody writes', () => {
    const twenty = (name: string) => `[${Array(20).fill(`*${name}`).join(', ')}]`;
    const lists = ['a: &a [x]', `b: &b ${twenty('a')}`, `c: &c ${twenty('b')}`, `d: &d ${twenty('c')}`];
    expect(codes(read(`---\n${lists.join('\n')}\n---\n`).problems)).toEqual(['broken-yaml']);
  });

  test('hides what else is wrong with the fields', () => {
    expect(codes(read('---\ntitle: One: article\nkind: x\n---\n').problems)).toEqual(['broken-yaml']);
  });
});

describe('a wrong field', () => {
  const fields = 'title: About\nsummary: What this is.\n';

  test.each<[name: string, source: string, problem: Problem, schema?: z.ZodType]>([
    [
      'is missing', '---\ntitle: About\n---\n',
      {
        code: 'missing-key', at: at(2, 1), found: '',
        expected: 'summary: one plain sentence for lists and search results, at most 160 characters',
        mend: `add a line summary: …; ${SEE}`,
      },
    ],
    [
      'is missing inside another', '---\nsummary: What.\nnames:\n  en: Name\n---\n',
      {
        code: 'missing-key', at: at(4, 3), found: '', expected: 'names.fr: the official short name',
        mend: `add a line names.fr: …; ${SEE}`,
      },
      principle,
    ],
    [
      'is unknown, and near a known one', `---\n${fields}sumary: What.\n---\n`,
      {
        code: 'unknown-key', at: at(4, 1), found: 'sumary', expected: 'a field of this kind of entry',
        mend: 'did you mean summary?',
      },
    ],
    [
      'is unknown, and near none', `---\nlayout: wide\n${fields}---\n`,
      {
        code: 'unknown-key', at: at(2, 1), found: 'layout', expected: 'a field of this kind of entry',
        mend: `take it out, or ${SEE}`,
      },
    ],
    [
      'is unknown inside another', '---\nsummary: What.\nnames:\n  en: Name\n  fr: Nom\n  de: Name\n---\n',
      {
        code: 'unknown-key', at: at(6, 3), found: 'de', expected: 'a field of this kind of entry', mend: `take it out, or ${SEE}`,
      },
      principle,
    ],
    [
      'has a wrong value', '---\ntitle:   ""\nsummary: What this is.\n---\n',
      { code: 'wrong-value', at: at(2, 10), found: '', expected: 'title: the title', mend: `correct title; ${SEE}` },
    ],
    [
      'has a wrong value inside another', '---\nsummary: What.\nnames:\n  en: 3\n  fr: Nom\n---\n',
      {
        code: 'wrong-value', at: at(4, 7), found: '3', expected: 'names.en: the official short name',
        mend: `correct names.en; ${SEE}`,
      },
      principle,
    ],
  ])('%s', (_, source, problem, schema) => {
    const { problems, fields: none } = read(source, schema);
    expect(problems).toEqual([problem]);
    expect(none).toBeUndefined();
  });

  test('does not hide another', () => {
    const { problems } = read('---\ntitle: ""\nlayout: wide\n---\n');
    expect(codes(problems).sort()).toEqual(['missing-key', 'unknown-key', 'wrong-value']);
  });

  test.each<[name: string, source: string]>([
    ['an empty line', '---\n\n---\n'],
    ['a comment', '---\n# none\n---\n'],
    ['nothing', '---\n---\n'],
  ])('is missing where %s stands between the hyphens', (_, source) => {
    expect(codes(read(source).problems)).toEqual(['missing-key', 'missing-key']);
  });
});

describe('the place of a field', () => {
  const { places } = read(`---
title: One
names:
  en: Name
  fr:   Nom
authors: [A. Reporter, B. Reporter]
cuts:
  - c3
  - c28-c45
---
`);

  test.each<[name: string, path: (string | number)[], line: number, column: number]>([
    ['is where its value begins', ['title'], 2, 8],
    ['is found inside another', ['names', 'fr'], 5, 9],
    ['is found in a list on one line', ['authors', 1], 6, 24],
    ['is found in a list of several', ['cuts', 1], 9, 5],
    ['is that of the nearest above it where it is missing', ['names', 'de'], 4, 3],
    ['is the first line of the fields where nothing of it is there', ['published'], 2, 1],
    ['is the first line of the fields for all of them', [], 2, 1],
  ])('%s', (_, path, line, column) => {
    expect(placeIn(places, ...path)).toEqual(at(line, column));
  });

  test('is known where the fields are right, too', () => {
    expect(placeIn(read('---\nsummary: What.\ntitle: About\n---\n').places, 'title')).toEqual(at(3, 8));
  });
});
