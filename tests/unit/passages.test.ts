import { describe, expect, test } from 'vitest';
import type { EventDate } from '../../src/lib/dates.ts';
import { parseMarkdown } from '../../src/lib/markdown.ts';
import { passagesOf, readClaimLine, type ClaimLine, type Passage } from '../../src/lib/passages.ts';

const FILE = 'content/coverage/en/2018/one.md';
const cut = (source: string, file = FILE) => passagesOf(file, parseMarkdown(file, source).tree, source);
const place = (line: number, column: number) => ({ file: FILE, line, column });
/** The links of a passage that holds nothing but `source`; its first line is line 3. */
const links = (source: string) => cut(`## summary\n\n${source}\n`).passages.flatMap((passage) => passage.links);
/** The Markdown of the same passage. */
const markdown = (source: string, file = FILE) => cut(`## summary\n\n${source}\n`, file).passages[0]?.markdown;
/** Its pieces put together, each target written as the function says. */
const whole = (pieces: Passage['markdown'] = [], written = (url: string) => url) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : written(piece.url))).join('');
/** A link's words within those around it. */
const around = (source: string) => links(source).map(({ before, words, after }) => `${before}[${words}]${after}`);

describe('a file is cut at its headings', () => {
  test('into passages with their id, depth, place and words', () => {
    expect(cut('---\ntitle: One\n---\n\n## summary\n\nOne.\n\nTwo *words*.\n\n## claims\n\n### c1\n\nThree.\n')).toEqual({
      passages: [
        {
          id: 'summary', depth: 2, at: place(5, 1), text: 'One.\nTwo words.', isPlain: true, isEmpty: false, links: [],
          markdown: ['One.\n\nTwo *words*.'],
        },
        { id: 'claims', depth: 2, at: place(11, 1), text: '', isPlain: true, isEmpty: true, links: [], markdown: [''] },
        { id: 'c1', depth: 3, at: place(13, 1), text: 'Three.', isPlain: true, isEmpty: false, links: [], markdown: ['Three.'] },
      ],
      stray: undefined,
    });
  });

  test('and has none where it has no headings', () => {
    expect(cut('---\ntitle: One\n---\n')).toEqual({ passages: [], stray: undefined });
  });

  test('but not at headings inside another block', () => {
    expect(cut('## summary\n\nOne.\n\n- ## claims\n').passages.map(({ id }) => id)).toEqual(['summary']);
  });

  test.each<[name: string, source: string, expected: string | undefined]>([
    ['before the first heading is stray', '---\ntitle: One\n---\n\nStray.\n\n## summary\n\nWords.\n', 'paragraph 5'],
    ['is stray where there is no heading', '- one\n- two\n', 'list 1'],
    ['below a heading is not', '---\ntitle: One\n---\n\n## summary\n\nWords.\n', undefined],
  ])('what stands %s', (_, source, expected) => {
    const { stray } = cut(source);
    expect(stray && `${stray.type} ${stray.position?.start.line}`).toBe(expected);
  });

  test.each<[name: string, source: string, file: string, expected: { text: string; isEmpty: boolean }]>([
    ['that nothing stands below is empty', '## summary\n\n## omits\n\nNothing.\n', FILE, { text: '', isEmpty: true }],
    ['that is a claim’s first line is empty', '### c1\n\nWIRED · fact\n', FILE, { text: '', isEmpty: true }],
    ['that is one word is not', '## summary\n\nWords.\n', FILE, { text: 'Words.', isEmpty: false }],
    ['of one component has no words and is not', '## numbers\n\n<Counts />\n', 'x.mdx', { text: '', isEmpty: false }],
  ])('and a passage %s', (_, source, file, expected) => {
    expect(cut(source, file).passages[0]).toMatchObject(expected);
  });
});

describe('the heading of a passage', () => {
  test.each<[name: string, heading: string, isPlain: boolean]>([
    ['is plain where it is its id alone', '## omits', true],
    ['is not where it is in italics', '## *omits*', false],
    ['is not where part of it is', '## om**its**', false],
    ['is not where it is code', '## `omits`', false],
    ['is not where it is a link', '## [omits](x.md)', false],
  ])('%s', (_, heading, isPlain) => {
    expect(cut(`${heading}\n\nWords.\n`).passages).toMatchObject([{ id: 'omits', isPlain }]);
  });

  test('does not count among the words of its passage, nor does a definition', () => {
    expect(cut('## omits\n\n[r]: x.md\n\nWords.\n\n[s]: y.md\n').passages).toMatchObject([{ id: 'omits', text: 'Words.' }]);
  });
});

describe('the first line of a claim', () => {
  const block = (source: string) => parseMarkdown(FILE, source).tree.children[0];

  test.each<[name: string, source: string, expected: ClaimLine | undefined]>([
    ['says who speaks and what kind of claim it is', 'Louise Matsakis · fact', { speaker: 'Louise Matsakis', type: 'fact' }],
    ['may say when it held', 'WIRED · figure · as of 2018-11-12', { speaker: 'WIRED', type: 'figure', asOf: '2018-11-12' }],
    ['may say so to the month', 'WIRED · figure · as of 2018-11', { speaker: 'WIRED', type: 'figure', asOf: '2018-11' }],
    ['may say so for what is no figure', 'WIRED · context · as of 2018', { speaker: 'WIRED', type: 'context', asOf: '2018' }],
    ['may be set in italics', '*WIRED* · opinion', { speaker: 'WIRED', type: 'opinion' }],
    ['has the apostrophes of the page', "A. O'Neil · fact", { speaker: 'A. O’Neil', type: 'fact' }],
    ['needs a known type', 'WIRED · rumour', undefined],
    ['needs the type in small letters', 'WIRED · Fact', undefined],
    ['needs a type', 'WIRED', undefined],
    ['needs a speaker', ' · fact', undefined],
    ['needs a middle dot', 'WIRED - fact', undefined],
    ['needs space around the dot', 'WIRED·fact', undefined],
    ['needs a day that the calendar holds', 'WIRED · figure · as of 2018-02-30', undefined],
    ['needs “as of” before the day', 'WIRED · figure · 2018-11-12', undefined],
    ['has nothing before “as of”', 'WIRED · figure · not as of 2018', undefined],
    ['has nothing behind the day', 'WIRED · figure · as of 2018 or so', undefined],
    ['has one day', 'WIRED · figure · as of 2018-11-12 · as of 2018-11-13', undefined],
    ['has nothing behind it', 'WIRED · fact\nIt is so.', undefined],
    ['is a paragraph', '- WIRED · fact', undefined],
  ])('%s', (_, source, expected) => {
    expect(readClaimLine(block(source))).toEqual(expected);
  });

  test('is not there where nothing is', () => {
    expect(readClaimLine(undefined)).toBeUndefined();
  });

  test('is no part of the claim’s words', () => {
    expect(cut('### c1\n\nWIRED · fact\n\nIt is so.\n').passages).toEqual([
      {
        id: 'c1', depth: 3, at: place(1, 1), text: 'It is so.', isPlain: true, isEmpty: false, links: [],
        markdown: ['It is so.'], claim: { speaker: 'WIRED', type: 'fact' },
      },
    ]);
  });

  test('that is none stays among them', () => {
    const [passage] = cut('### c1\n\nWIRED · rumour\n\nIt is so.\n').passages;
    expect(passage).toEqual({
      id: 'c1', depth: 3, at: place(1, 1), text: 'WIRED · rumour\nIt is so.', isPlain: true, isEmpty: false, links: [],
      markdown: ['WIRED · rumour\n\nIt is so.'],
    });
  });
});

describe('the first line of an event', () => {
  const TIMELINE = 'content/timeline/en.md';
  const event = (line: string, file = TIMELINE) => cut(`## launch\n\n${line}\n\nIt was launched.\n`, file).passages[0];

  test.each<[name: string, line: string, expected: EventDate | undefined]>([
    ['is its day', '2018-11-12', { from: '2018-11-12', isUnconfirmed: false }],
    ['may say that the day is not confirmed', '2017-06~', { from: '2017-06', isUnconfirmed: true }],
    ['may be a span', '2019-11-25/2019-11-29', { from: '2019-11-25', to: '2019-11-29', isUnconfirmed: false }],
    ['has nothing behind the day', '2018-11-12: the launch', undefined],
    ['has nothing below the day', '2018-11-12\nIt was launched.', undefined],
    ['needs a day that the calendar holds', '2018-02-30', undefined],
    ['is a paragraph', '- 2018-11-12', undefined],
  ])('%s', (_, line, expected) => {
    expect(event(line)?.event).toEqual(expected);
  });

  test('is the day of a correction too', () => {
    expect(event('2018-11-12', 'content/corrections/en.md')).toMatchObject({
      event: { from: '2018-11-12', isUnconfirmed: false }, text: 'It was launched.',
    });
  });

  test('is no part of its words', () => {
    expect([event('2018-11-12')?.text, event('in 2018')?.text]).toEqual(['It was launched.', 'in 2018\nIt was launched.']);
    expect([event('2018-11-12')?.markdown, event('in 2018')?.markdown]).toEqual([['It was launched.'], ['in 2018\n\nIt was launched.']]);
  });

  test.each([FILE, 'content/questions/en/launch.md', 'content/timeline/en/launch.md'])('is words like others in %s', (file) => {
    expect(event('2018-11-12', file)).toMatchObject({ text: '2018-11-12\nIt was launched.' });
    expect(event('2018-11-12', file)).not.toHaveProperty('event');
  });

  test('alone leaves the event empty', () => {
    expect(cut('## launch\n\n2018-11-12\n', TIMELINE).passages).toMatchObject([{ isEmpty: true, text: '' }]);
  });
});

describe('the links of a passage', () => {
  test('have their target, kind of mention, place and the words around them', () => {
    expect(links('It asks firms\n[not to *hack* back](../p.md "criticises"), and so on.')).toEqual([
      {
        url: '../p.md', title: 'criticises', at: place(4, 1),
        before: 'It asks firms ', words: 'not to hack back', after: ', and so on.',
      },
    ]);
  });

  test('belong to the passage in which they stand, in reading order', () => {
    const { passages } = cut('## summary\n\n[a](a.md) and [b](b.md)\n\n## omits\n\n- [c](c.md)\n');
    expect(passages.map((passage) => passage.links.map(({ url }) => url))).toEqual([['a.md', 'b.md'], ['c.md']]);
  });

  test.each<[name: string, source: string, expected: string[]]>([
    ['in a list', '- one [two](x.md) three\n- four', ['x.md']],
    ['in a table', '| a |\n|---|\n| [b](x.md) |', ['x.md']],
    ['inside emphasis', '**[b](x.md)**', ['x.md']],
    ['by reference', '[b][r], [r]\n\n[r]: x.md', ['x.md', 'x.md']],
    ['by the first of two references of one name', '[b][r]\n\n[r]: x.md\n[R]: y.md', ['x.md']],
    ['in a note', 'Words.[^1]\n\n[^1]: See [b](x.md).', ['x.md']],
    [
      'written as bare addresses', 'See https://example.org/a and <https://example.org/b>.',
      ['https://example.org/a', 'https://example.org/b'],
    ],
    ['but not those without a definition', '[b][r] and [c]', []],
    ['nor those in code', '`[b](x.md)`\n\n    [b](x.md)', []],
    ['nor pictures', '![b](x.png)', []],
  ])('are found %s', (_, source, expected) => {
    expect(links(source).map(({ url }) => url)).toEqual(expected);
  });

  test('have the kind of mention that their definition gives', () => {
    expect(links('[b][r]\n\n[r]: x.md "supports"')).toMatchObject([{ url: 'x.md', title: 'supports', words: 'b' }]);
  });
});

describe('the words around a link', () => {
  const sentence = 'This is a sentence of a good many words, put here to make the paragraph longer than an excerpt may be. ';

  test.each<[name: string, source: string, expected: string[]]>([
    ['are those of a short paragraph', 'One. Two [three](x.md) four. Five.', ['One. Two [three] four. Five.']],
    ['are its sentence in a long one', `${sentence.repeat(3)}See [it](x.md) there. ${sentence}`, ['See [it] there.']],
    [
      'are its sentence where it begins with the link', `${sentence.repeat(3)}[It](x.md) is there. ${sentence}`,
      ['[It] is there.'],
    ],
    ['are its sentence where it ends with the link', `${sentence.repeat(3)}It is [there.](x.md) ${sentence}`, ['It is [there.]']],
    [
      'are all the sentences that the link reaches into', `${sentence.repeat(3)}See [it. Or](x.md) not. ${sentence}`,
      ['See [it. Or] not.'],
    ],
    ['are those of its item in a list', '- one [two](x.md) three\n- four', ['one [two] three']],
    ['are those of its row in a table', '| a | b |\n|---|---|\n| c [d](x.md) e | f |', ['c [d] e · f']],
    ['are those of its row from a later cell', '| a | b | c |\n|---|---|---|\n| d | [e](x.md) | f |', ['d · [e] · f']],
    ['are those of the head of a table', '| a | [b](x.md) |\n|---|---|\n| c | d |', ['a · [b]']],
    ['are the row’s for each of its links', '| a | b |\n|---|---|\n| [c](x.md) | d [e](y.md) |', ['[c] · d e', 'c · d [e]']],
    ['are those of its note', 'Words.[^1]\n\n[^1]: See [b](x.md).', ['See [b].']],
    ['hold the words of other links', '[a](a.md), [b](b.md)', ['[a], b', 'a, [b]']],
    ['hold words inside emphasis and code', 'A *very **[b](x.md)** good* `c`', ['A very [b] good c']],
    ['leave out HTML and notes', 'A <b>very</b>[^1] [b](x.md).\n\n[^1]: N.', ['A very [b].']],
    ['end where a note stands between them and the end', '[^1] See [b](x.md) [^1]\n\n[^1]: N.', ['See [b]']],
    ['stand on one line', 'One\ntwo [b](x.md)\nthree', ['One two [b] three']],
    ['are apart at a hard break', 'One\\\ntwo [b](x.md)  \nthree', ['One two [b] three']],
  ])('%s', (_, source, expected) => {
    expect(around(source)).toEqual(expected);
  });

  test.each<[name: string, letters: number, cutDown: boolean]>([
    ['stay whole up to 260 letters', 260, false],
    ['are cut down above', 261, true],
  ])('%s', (_, letters, cutDown) => {
    const end = ' See it.';
    const before = `One. ${'x'.repeat(letters - 'One. .'.length - end.length)}.`;
    expect(`${before}${end}`).toHaveLength(letters);
    expect(around(`${before} See [it](x.md).`)).toEqual([cutDown ? 'See [it].' : `${before} See [it].`]);
  });

  test('are a thousand letters of a sentence that never ends, up to a space', () => {
    const [found, ...others] = links(`${'𝒶b c '.repeat(1000)}[it](x.md)${' d 𝒶b'.repeat(1000)}`);
    expect(others).toEqual([]);
    expect(found?.before).toBe(`… c ${'𝒶b c '.repeat(166)}`);
    expect(found?.after).toBe(`${' d 𝒶b'.repeat(166)} d …`);
  });

  test.each<[name: string, source: string, first: string, last: string]>([
    ['links in sentences', 'See [it](x.md) there. ', 'See [it] there.', 'See [it] there.'],
    ['links by reference', 'See [it][x] there. ', 'See [it] there.', 'See [it] there.'],
    ['addresses in no sentence', '<https://example.org/a> ', `[https://example.org/a]${' https://example.org/a'.repeat(45)} …`, `…${' https://example.org/a'.repeat(45)} [https://example.org/a]`],
  ])('are those of each among thousands of %s', (_, source, first, last) => {
    const found = around(`${source.repeat(4000)}\n\n[x]: x.md`);
    expect([found.length, found[0], found.at(-1)]).toEqual([4000, first, last]);
  });
});

describe('the Markdown of a passage', () => {
  test.each<[name: string, source: string, expected: Passage['markdown']]>([
    ['stands as written', 'One *two*,\nthree.\n\n- four\n- `five`', ['One *two*,\nthree.\n\n- four\n- `five`']],
    [
      'names the target of a link apart, and leaves out its kind of mention', 'It asks [not to](../p.md#c1 "criticises"), and so on.',
      ['It asks [not to](', { url: '../p.md#c1' }, ')', ', and so on.'],
    ],
    ['does so without a title', '[a](a.md)', ['[a](', { url: 'a.md' }, ')', '']],
    [
      'does so in reading order', '[a](a.md) and [b](b.md).',
      ['[a](', { url: 'a.md' }, ')', ' and [b](', { url: 'b.md' }, ')', '.'],
    ],
    [
      'does so behind letters of more than one byte', 'Élysée, 🙂 and “x”: [é](a.md) è.',
      ['Élysée, 🙂 and “x”: [é](', { url: 'a.md' }, ')', ' è.'],
    ],
    ['does so on the web', '[a](https://example.org/)', ['[a](', { url: 'https://example.org/' }, ')', '']],
    ['does so between angle brackets', '[a](<a.md>) b', ['[a](', { url: 'a.md' }, ')', ' b']],
    ['does so by reference', '[a][r] b\n\n[r]: a.md "supports"', ['[a](', { url: 'a.md' }, ')', ' b']],
    [
      'does so by a reference of the same words', '[a] and [a][]\n\n[a]: a.md',
      ['[a](', { url: 'a.md' }, ')', ' and [a](', { url: 'a.md' }, ')', ''],
    ],
    ['does so by the first of two references of one name', '[a][r]\n\n[r]: a.md\n[R]: b.md', ['[a](', { url: 'a.md' }, ')', '']],
    ['does so inside emphasis', '**[a](a.md)** b', ['**[a](', { url: 'a.md' }, ')', '** b']],
    [
      'keeps emphasis and code inside a link', '[*a* **b**](a.md) [`c`](c.md)',
      ['[*a* **b**](', { url: 'a.md' }, ')', ' [`c`](', { url: 'c.md' }, ')', ''],
    ],
    ['keeps brackets inside a link', '[a [b] \\]](a.md) c', ['[a [b] \\]](', { url: 'a.md' }, ')', ' c']],
    ['keeps straight marks, which only the page turns', '"It\'s [so](a.md)"', ['"It\'s [so](', { url: 'a.md' }, ')', '"']],
    [
      'does so in a table', '| a | b |\n|---|---|\n| c [d](d.md "compares") e | [f](f.md) |',
      ['| a | b |\n|---|---|\n| c [d](', { url: 'd.md' }, ')', ' e | [f](', { url: 'f.md' }, ')', ' |'],
    ],
    [
      'does so in a list', '- one [a](a.md)\n  - two [b](b.md)',
      ['- one [a](', { url: 'a.md' }, ')', '\n  - two [b](', { url: 'b.md' }, ')', ''],
    ],
    [
      'does so in a note', 'Words.[^1]\n\n[^1]: See [a](a.md).',
      ['Words.[^1]\n\n[^1]: See [a](', { url: 'a.md' }, ')', '.'],
    ],
    [
      'leaves addresses as they are that are their own words', 'See https://example.org/a and <https://example.org/b>.',
      ['See https://example.org/a and <https://example.org/b>.'],
    ],
    ['leaves mailboxes so', 'a@example.org, <b@example.org>', ['a@example.org, <b@example.org>']],
    ['leaves what only looks like a link', '[a][r], `[b](b.md)`\n\n    [c](c.md)', ['[a][r], `[b](b.md)`\n\n    [c](c.md)']],
    ['leaves pictures', '![a](a.png) b', ['![a](a.png) b']],
    ['leaves out a definition before its words', '[r]: a.md\n\n[a][r]', ['[a](', { url: 'a.md' }, ')', '']],
    [
      'leaves out definitions between them', '[a][r]\n\n[r]: a.md\n[s]: b.md\n\nMore.',
      ['[a](', { url: 'a.md' }, ')', '\n\n', '\n', '\n\nMore.'],
    ],
    [
      'leaves out definitions inside a list', '- [a][r]\n\n  [r]: a.md\n\n- b',
      ['- [a](', { url: 'a.md' }, ')', '\n\n  ', '\n\n- b'],
    ],
    // Without the first indent the second item would stand below the first.
    ['keeps the indent of its first line', '   - a\n   - b', ['   - a\n   - b']],
    ['ends its lines in one way', 'One [a](a.md).\r\n\r\nTwo.\r\n', ['One [a](', { url: 'a.md' }, ')', '.\n\nTwo.']],
  ])('%s', (_, source, expected) => {
    expect(markdown(source)).toEqual(expected);
  });

  test('is its own, whatever stands before and behind it', () => {
    const before = '---\ntitle: É\n---\n\n## summary\n\n[a](a.md) b\n\n## claims\n\n';
    const { passages } = cut(`${before}### c1\n\nWIRED · fact\n\n[c](c.md)[^1]\n\n[^1]: d\n\n## omits\n\nE.\n`);
    expect(passages.map(({ id, markdown: pieces }) => `${id}: ${whole(pieces)}`)).toEqual([
      'summary: [a](a.md) b', 'claims: ', 'c1: [c](c.md)[^1]\n\n[^1]: d', 'omits: E.',
    ]);
  });

  test('follows a reference to its definition in another passage', () => {
    const { passages } = cut('## summary\n\n[a][r]\n\n## omits\n\nB.\n\n[r]: a.md\n');
    expect(passages.map(({ markdown: pieces }) => whole(pieces))).toEqual(['[a](a.md)', 'B.']);
  });

  test('is as long as the passage and no longer in MDX', () => {
    expect(markdown('One [a](a.md).\n\n<Counts />\n\nTwo.', 'content/pages/en/about.mdx')).toEqual([
      'One [a](', { url: 'a.md' }, ')', '.\n\n<Counts />\n\nTwo.',
    ]);
  });

  test.each<[name: string, source: string]>([
    ['with links of every form', 'A [b *c*](x.md "reports") [d][r] [r] <https://example.org/> https://example.org/e.\n\n[r]: y.md'],
    ['with a table', '| a | b |\n|---|---|\n| c [d](x.md) | [e][r] |\n\n[r]: y.md\n\n"End."'],
    ['with lists and a note', '   1. a [b](x.md)[^1]\n   2. c\n      - d [e][r]\n\n[^1]: See [f](z.md).\n\n[r]: y.md\n\nEnd.'],
  ])('put together again reads the same, %s', (_, source) => {
    const seen = (of: string) => cut(`## summary\n\n${of}\n`).passages.map(({ text, links: found }) => ({
      text: text.replace(/\s+/g, ' '), links: found.map(({ url, before, words, after }) => ({ url, before, words, after })),
    }));
    expect(seen(whole(markdown(source)))).toEqual(seen(source));
    const elsewhere = seen(whole(markdown(source), (url) => `https://example.org/${url}`))[0]?.links.map(({ url }) => url);
    expect(elsewhere).toEqual(links(source).map(({ url }) => (url.startsWith('https:') ? url : `https://example.org/${url}`)));
  });
});
