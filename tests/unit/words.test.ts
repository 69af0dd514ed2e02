import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { readRecord } from '../../src/lib/record.ts';
import { fill, firstClause, labelOf, languageName, list, nameOf, passageName, permalinkLabel, plural, publishedOn, sectionTitle, titleOf } from '../../src/lib/words.ts';
import { wordsOf } from '../../src/strings.ts';
import { files, more, TODAY, tree } from '../content.ts';

const english = wordsOf('en');
const words = {
  ...english,
  permalink: { paragraph: 'To paragraph {n}', principle: 'To principle {n}', claim: 'To claim {n}', section: 'To “{title}”' },
  part: {
    ...english.part, call: 'The Call', paragraph: 'Paragraph {n}', principle: 'Principle {n}',
    principleNamed: 'Principle {n}, {name}',
    claim: 'Claim {n}', claimOf: '{publisher}, claim {n}',
  },
  section: { ...english.section, asks: 'What it asks', omits: 'What it leaves out' },
};

const { entries } = readRecord(files(tree(more)), TODAY);
const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
const entryAt = (address: string) => {
  const entry = entries.find((one) => one.address === address);
  if (entry === undefined) throw new Error(`no entry at ${address}`);
  return entry;
};

describe('a template', () => {
  test.each<[string, string, { [name: string]: string | number }, string]>([
    ['its values', '{n} of {all}', { n: 2, all: 45 }, '2 of 45'],
    ['a value as often as it stands', '{n} and {n}', { n: 1 }, '1 and 1'],
    ['zero', '{n} left', { n: 0 }, '0 left'],
    ['an empty value', '({word})', { word: '' }, '()'],
    ['nothing for a value that is not given', '{n} of {all}', { n: 2 }, '2 of {all}'],
    ['no braces that a value brings', '{a} {b}', { a: '{b}', b: 'x' }, '{b} x'],
    ['dollars as they are', 'for {price}', { price: '$& $1' }, 'for $& $1'],
  ])('is filled with %s', (_, template, values, filled) => {
    expect(fill(template, values)).toBe(filled);
  });
});

describe('a count', () => {
  const forms = { one: '{n} copy of {title}', other: '{n} copies of {title}' };

  test.each([
    ['en', 0, '0 copies of x'],
    ['en', 1, '1 copy of x'],
    ['en', 2, '2 copies of x'],
    ['en', 21, '21 copies of x'],
    ['en', 12345, '12,345 copies of x'],
    ['fr', 0, '0 copy of x'],
    ['fr', 1, '1 copy of x'],
    ['fr', 2, '2 copies of x'],
    ['fr', 1_000_000, '1\u202F000\u202F000 copies of x'],
  ] as const)('in %s of %d is %s', (lang, n, counted) => {
    expect(plural(lang, forms, n, { title: 'x' })).toBe(counted);
  });
});

describe('a list', () => {
  test.each([
    ['en', ['a'], 'a'],
    ['en', ['a', 'b'], 'a and b'],
    ['en', ['a', 'b', 'c'], 'a, b and c'],
    ['fr', ['a', 'b', 'c'], 'a, b et c'],
    ['en', [], ''],
  ] as const)('in %s of %j is %s', (lang, items, written) => {
    expect(list(lang, items)).toBe(written);
  });
});

describe('a language', () => {
  test.each([
    ['en', 'en', 'English'],
    ['en', 'fr', 'French'],
    ['fr', 'en', 'anglais'],
    ['fr', 'fr', 'français'],
    ['fr', 'pt-BR', 'portugais brésilien'],
    ['fr', 'de', 'allemand'],
  ] as const)('is named in %s: %s is %s', (lang, of, name) => {
    expect(languageName(lang, of)).toBe(name);
  });
});

describe('the day of a publication', () => {
  const french = { words: wordsOf('fr'), day: (date: string) => `[${date}]` };

  test('is its own, or the earliest that it can be, in the words of the language', () => {
    expect(publishedOn(french, { published: '2018-11-12' })).toBe('[2018-11-12]');
    expect(publishedOn(french, { notBefore: '2018-11-13' })).toBe('[2018-11-13] au plus tôt');
    expect(publishedOn({ ...french, words: english }, { notBefore: '2018-11-13' })).toBe('not before [2018-11-13]');
  });
});

describe('an entry', () => {
  test.each([
    ['/call/', 'The Call', 'The Call'],
    ['/principles/8/', 'Principle 8', 'Principle 8, Name 8'],
    ['/coverage/one/', 'The Paper', 'One article'],
    ['/about/', 'About', 'About'],
    ['/questions/where/', 'Where was it launched?', 'Where was it launched?'],
    ['/glossary/#botnet', 'botnet', 'botnet'],
    ['/timeline/', 'Timeline', 'Timeline'],
    ['/variants/', 'Variants', 'Variants'],
    ['/corrections/', 'Corrections', 'Corrections'],
  ])('at %s is named %s and titled %s', (address, name, title) => {
    expect(nameOf(words, entryAt(address))).toBe(name);
    expect(titleOf(words, 'en', entryAt(address))).toBe(title);
  });

  test('is titled in the language of the page', () => {
    expect(titleOf(words, 'fr', entryAt('/principles/8/'))).toBe('Principle 8, Nom 8');
  });
});

describe('a passage', () => {
  test.each([
    ['principle-8', 'Principle 8', 'To principle 8'],
    ['p6', 'Paragraph 6', 'To paragraph 6'],
    ['p16', 'Paragraph 16', 'To paragraph 16'],
    ['c7', 'Claim 7', 'To claim 7'],
    ['c45', 'Claim 45', 'To claim 45'],
    ['asks', 'What it asks', 'To “What it asks”'],
    ['omits', 'What it leaves out', 'To “What it leaves out”'],
    ['principle-10', 'principle-10', 'To “principle-10”'],
    ['toString', 'toString', 'To “toString”'],
  ])('%s is named %s, and its permalink %s', (id, name, label) => {
    expect(passageName(words, id)).toBe(name);
    expect(permalinkLabel(words, id)).toBe(label);
  });

  test('without a name of its own is headed by its id', () => {
    expect([sectionTitle(words, 'asks'), sectionTitle(words, 'c7')]).toEqual(['What it asks', 'c7']);
  });

  test('may be headed otherwise in a question than in a page', () => {
    const { whoSaid } = words.questions;
    expect([sectionTitle(words, 'sources', 'questions'), passageName(words, 'sources', 'questions')]).toEqual([whoSaid, whoSaid]);
    expect(sectionTitle(words, 'sources', 'pages')).toBe(words.section.sources);
    expect(sectionTitle(words, 'sources')).toBe(words.section.sources);
  });
});

describe('an address', () => {
  test.each([
    ['/call/', 'The Call'],
    ['/call/#p6', 'Paragraph 6'],
    ['/call/#principle-8', 'Principle 8'],
    ['/principles/8/', 'Principle 8'],
    ['/principles/8/#asks', 'Principle 8'],
    ['/coverage/one/', 'The Paper'],
    ['/coverage/one/#c3', 'The Paper, claim 3'],
    ['/coverage/one/#omits', 'The Paper'],
    ['/questions/where/', 'Where was it launched?'],
    ['/questions/where/#sources', 'Where was it launched?'],
    ['/questions/where/#c3', 'Where was it launched?'],
    ['/glossary/#botnet', 'botnet'],
    ['/glossary/#gone', '/glossary/'],
    ['/timeline/', 'Timeline'],
    ['/timeline/#launch', 'Timeline'],
    ['/variants/#p6', 'Variants'],
    ['/corrections/#where-read-out', 'Corrections'],
    ['/about/#what', 'About'],
    ['/coverage/gone/#c3', '/coverage/gone/'],
    ['/coverage/kind/repost/', '/coverage/kind/repost/'],
    ['/search/', '/search/'],
  ])('%s is labelled %s', (address, label) => {
    expect(labelOf(words, address as Address, byAddress)).toBe(label);
  });
});

test.each([
  ['The Call was launched; the forum closed.', 'The Call was launched'],
  ['Two things changed: a day and a name.', 'Two things changed'],
  ['The Call was launched. It binds nobody.', 'The Call was launched'],
  ['The Call was launched.', 'The Call was launched'],
  ['L’Appel est lancé\u202f; le forum finit.', 'L’Appel est lancé'],
  ['At 10:30 it began', 'At 10:30 it began'],
])('“%s” is called “%s”', (text, name) => {
  expect(firstClause(text)).toBe(name);
});
