import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { llmsOf } from '../../src/lib/llms.ts';
import { tree } from '../content.ts';
import { french, nasty, recordWith, siteOf, whole } from '../edition.ts';

const reader = unified().use(remarkParse).use(remarkGfm);
const AT = 'https://example.org/ref';
const blocks = (changes: Parameters<typeof siteOf>[0]) => reader.parse(llmsOf(siteOf(changes).view)).children.map(({ type }) => type);

test('llms.txt is a title, a summary and lists of pages as Markdown, each with what it holds', () => {
  expect(llmsOf(siteOf(whole).view).replace(/(?<=## The nine principles\n\n)(- .*\n)+/, '- nine lines\n')).toBe(`# The Paris Call, annotated

> The Paris Call for Trust and Security in Cyberspace, its nine principles and what has been written about them.

An unofficial edition. The wording here is our own restatement; only the official text has authority. The Paris Call, annotated: the record as data: ${AT}/data/

## Home

- [The Paris Call in plain words](${AT}/call/index.md): All 25 segments of the Paris Call restated in plain words, each with a permalink and with what has been written about it.
- [The nine principles](${AT}/principles/index.md): The nine principles of the Paris Call: what each asks, under its official short name, with all that the record says of it.
- [Coverage](${AT}/coverage/index.md): Publications about the Paris Call, each retold claim by claim, with the principles and paragraphs it speaks of.
- [The opening paragraphs and the principles](${AT}/preamble/index.md): Which opening paragraph of the Paris Call bears on which principle, and why, in our judgement.
- [Questions](${AT}/questions/index.md): Questions on which the sources agree, differ, were corrected or settle nothing: the short answer, and who said what.
- [Glossary](${AT}/glossary/index.md): The terms of the Call and of those who write about it, defined in plain words, with their French equivalents and the places where they occur.
- [Timeline](${AT}/timeline/index.md): What led to it and what followed.
- [Variants](${AT}/variants/index.md): Where the official versions differ.
- [Corrections](${AT}/corrections/index.md): What changed in the record.
- [About](${AT}/about/index.md): What this is.

## The nine principles

- nine lines

## Questions

- [Where was it launched?](${AT}/questions/where/index.md): In Paris.

## Coverage

- [The same again](${AT}/coverage/copy/index.md): A copy.
- [One article](${AT}/coverage/one/index.md): What it says.
`);
});

describe('llms.txt names', () => {
  /** So many publications, the copy and the article among them. */
  const withRecords = (count: number) => llmsOf(siteOf({
    ...whole, ...Object.fromEntries(Array.from({ length: count - 2 }, (_, n) => [`content/coverage/en/2018/n${n}.md`, recordWith({ title: `Article ${n}`, url: `https://example.org/n${n}` }).replace('](#c1', '](one.md#c1')])),
  }).view);
  const pagesIn = (text: string) => [...text.matchAll(/\(https:\/\/example\.org\/ref(\/coverage\/\S*)index\.md\)/g)].map(([, page]) => page);

  test('the list of the coverage once, however many pages it has, and each of five hundred publications', () => {
    const [first, ...records] = pagesIn(withRecords(500));
    expect(first).toBe('/coverage/');
    expect(records).toHaveLength(500);
    expect(records.filter((page) => page?.includes('/page/'))).toEqual([]);
  });

  test('of more publications than a model reads through the lists of each year', () => {
    expect(pagesIn(withRecords(501))).toEqual(['/coverage/', ...['', 'page/2/', 'page/3/', 'page/4/'].map((part) => `/coverage/year/2018/${part}`), '/coverage/year/undated/']);
  });
});

describe('llms.txt has its form', () => {
  const LISTS = ['heading', 'blockquote', 'paragraph', ...['heading', 'list', 'heading', 'list', 'heading', 'list', 'heading', 'list']];

  test('with every kind of page', () => {
    expect(blocks(whole)).toEqual(LISTS);
  });

  test('whatever the titles hold', () => {
    expect(blocks(nasty)).toEqual(LISTS);
    const { view } = siteOf(nasty);
    const lines = llmsOf(view).split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(view.pages.filter(({ shown }) => !['home', 'search', 'edition', 'list', 'facet', 'events', 'call-mentions', 'principle-mentions'].includes(shown.kind)).length);
    expect(lines.filter((line) => !/^- \[.*\]\(https:\/\/example\.org\/ref\/[a-z0-9/-]+\/index\.md\): \S.*$/.test(line))).toEqual([]);
  });

  test('in another language, where it leads to its pages', () => {
    const { view } = siteOf({ ...whole, ...french(tree(whole)) }, 'fr');
    expect(llmsOf(view).match(/https:\/\/example\.org\/ref\/(?!fr\/)/g)).toBeNull();
  });
});
