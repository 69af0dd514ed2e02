import { describe, expect, test } from 'vitest';
import { dateOf } from '../../src/lib/dates.ts';
import { placeIn } from '../../src/lib/front-matter.ts';
import { readEntry } from '../../src/lib/entries.ts';
import { COMPONENTS } from '../../src/lib/file-rules.ts';
import { CATALOGUE, type Problem, type ProblemCode } from '../../src/lib/problems.ts';
import {
  COPY, copy, corrections, CORRECTIONS_FILE, ONE, one, principleFile, QUESTION, question, TERM, term, TEXT, TIMELINE, timeline,
  TODAY, tree, VARIANTS, variants,
} from '../content.ts';

const ABOUT = 'content/pages/en/about.mdx';
const encode = (source: string) => new TextEncoder().encode(source);
const read = (file: string, source: string, today = TODAY) => readEntry({ file, bytes: encode(source) }, today);
const codes = (file: string, source: string): ProblemCode[] => read(file, source).problems.map(({ code }) => code);

/** The source of a file of the tree in which nothing is wrong. */
const sourceOf = (file: string): string => {
  const content = tree()[file];
  if (typeof content !== 'string') throw new Error(`${file} is no text of the tree`);
  return content;
};

/** The source with `words` put in place of `old`, which must stand there. */
const put = (source: string, old: string, words: string): string => {
  if (!source.includes(old)) throw new Error(`nothing to replace: ${old}`);
  return source.replace(old, () => words);
};

const text = sourceOf(TEXT);
const principle = sourceOf(principleFile(8));
const about = sourceOf(ABOUT);
const launch = 'It reports the launch.';
const body = one.slice(one.indexOf('## summary'));
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');

const FIELDS = 'see content/README.md, “Fields”';
const PASSAGES = 'see content/README.md, “Passages”';
const LINKING = 'see content/README.md, “Linking”';
const COVERAGE_IDS = 'summary, claims, omits, confirmed, unconfirmed, version, correction';
const CLAIM = 'Speaker · type, or Speaker · figure · as of 2018-11-12';
const QUOTE = 'keep 12 words at most and say the rest in your own; see content/README.md, “Words”';
const SHORT_QUOTE = 'at most 12 words in “quotation marks”, with the speaker named';
const YAML = 'quote a value that holds a colon or begins with a special character, and indent with spaces';
const BACKSLASH = 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it';
const LINK_FORM = 'a relative path to a content file, or an https address';
const LIVE = 'Counts, Matrix, Report, StatesMap, StatesTable, StatesGrowth, CiteForms, DataFiles';
const EVENT = 'the date alone: 2018-11-12, 2018-11, 2018, 2017-06~ or 2019-11-25/2019-11-29';
const EVENTS = 'see content/README.md, “Events”';
const KINDS = 'one of reports, supports, criticises, explains, compares';

/** A problem as the tables write it: line and column in the place of the whole place. */
type Expected = Omit<Problem, 'at'> & { readonly at: readonly [line: number, column: number] };
type Case = readonly [name: string, file: string, source: string, expected: Expected];

const inTheFile: Case[] = [
  [
    'an empty body', ONE, one.slice(0, one.indexOf('## summary')),
    {
      code: 'empty-body', at: [1, 1], found: '', expected: `passages: ${COVERAGE_IDS}`,
      mend: `write them below the fields; ${PASSAGES}`,
    },
  ],
  [
    'a path with no place', 'content/notes/en/one.md', one,
    {
      code: 'no-place', at: [1, 1], found: 'content/notes/en/one.md',
      expected: 'a place named in content/README.md, ending in .md or .mdx',
      mend: 'move it; see content/README.md, “What goes where”',
    },
  ],
  ...['principle', 'year', 'publisher', 'kind', 'stance', 'language'].map((slug): Case => [
    `the slug “${slug}”, which is a word of the site`, `content/coverage/en/2018/${slug}.md`, one,
    {
      code: 'reserved-slug', at: [1, 1], found: slug, expected: 'none of principle, year, publisher, kind, stance, language',
      mend: 'rename the file',
    },
  ]),
  ...['One', 'one_article', 'one-', '-one', 'one--article', 'one.article', 'öne', 'one article'].map((slug): Case => [
    `the slug “${slug}”`, `content/coverage/en/2018/${slug}.md`, one,
    {
      code: 'bad-slug', at: [1, 1], found: slug, expected: 'lower-case letters, digits and single hyphens',
      mend: slug === 'öne' ? 'rename the file; ö is U+00F6' : 'rename the file',
    },
  ]),
  [
    'a tenth principle', 'content/principles/en/principle-10.md', principle,
    { code: 'bad-slug', at: [1, 1], found: 'principle-10', expected: 'principle-1 to principle-9', mend: 'rename the file' },
  ],
  [
    'a page that the site does not have', 'content/pages/en/imprint.mdx', about,
    { code: 'bad-slug', at: [1, 1], found: 'imprint', expected: 'one of about, numbering, states, cite, data', mend: 'rename the file' },
  ],
];

const inTheFields: Case[] = [
  [
    'no front matter', ONE, body,
    {
      code: 'front-matter-missing', at: [1, 1], found: '## summary', expected: 'a line --- and a second one below the fields',
      mend: `begin the file with its fields between two lines of three hyphens; ${FIELDS}`,
    },
  ],
  [
    'broken YAML', ONE, put(one, 'title: One article', 'title: One: article'),
    {
      code: 'broken-yaml', at: [2, 8], found: 'title: One: article',
      expected: 'YAML: Nested mappings are not allowed in compact mappings', mend: YAML,
    },
  ],
  [
    'a field given twice', ONE, put(one, 'stance: neutral', 'stance: neutral\nlanguage: fr'),
    { code: 'broken-yaml', at: [10, 1], found: 'language: fr', expected: 'YAML: Map keys must be unique', mend: YAML },
  ],
  [
    'a missing field', ONE, put(one, 'publisher: The Paper\n', ''),
    {
      code: 'missing-key', at: [2, 1], found: '', expected: 'publisher: the house, in its usual form',
      mend: `add a line publisher: …; ${FIELDS}`,
    },
  ],
  [
    'an unknown field', ONE, put(one, 'stance: neutral', 'stance: neutral\ncorected: 2018-11-13'),
    {
      code: 'unknown-key', at: [10, 1], found: 'corected', expected: 'a field of this kind of entry',
      mend: 'did you mean corrected?',
    },
  ],
  [
    'an unknown field like no other', ONE, put(one, 'stance: neutral', 'stance: neutral\nyear: 2018'),
    {
      code: 'unknown-key', at: [10, 1], found: 'year', expected: 'a field of this kind of entry',
      mend: `take it out, or ${FIELDS}`,
    },
  ],
  [
    'a day that does not exist', ONE, put(one, '2018-11-12', '2018-02-30'),
    {
      code: 'wrong-value', at: [6, 12], found: '2018-02-30',
      expected: 'published: a year, a month or a day that the calendar holds: 2018, 2018-11 or 2018-11-12',
      mend: `correct published; ${FIELDS}`,
    },
  ],
  [
    'bodies that are no list', ONE, put(one, 'authors: [A. Reporter]', 'corporateAuthors: Reuters'),
    {
      code: 'wrong-value', at: [4, 19], found: 'Reuters', expected: 'corporateAuthors: a list of names: [Reuters]',
      mend: `correct corporateAuthors; ${FIELDS}`,
    },
  ],
  [
    'an unknown kind', ONE, put(one, 'kind: reporting', 'kind: reportage'),
    {
      code: 'wrong-value', at: [8, 7], found: 'reportage',
      expected: 'kind: one of reporting, commentary, explainer, research, report, official, statement, law, repost, list-post',
      mend: `correct kind; ${FIELDS}`,
    },
  ],
  [
    'a wrong address', ONE, put(one, 'url: https://example.org/one', 'url: javascript:alert(1)'),
    {
      code: 'wrong-value', at: [11, 6], found: 'javascript:alert(1)',
      expected: 'url: an address that begins with https:// or http://', mend: `correct url; ${FIELDS}`,
    },
  ],
  [
    'a day of publication in the future', 'content/coverage/en/2026/one.md', put(one, '2018-11-12', '2026-11-22'),
    { code: 'future-date', at: [6, 12], found: '2026-11-22', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'an earliest day in the future', 'content/coverage/en/2026/copy.md', put(copy, '2018-11-13', '2026-12'),
    { code: 'future-date', at: [5, 12], found: '2026-12', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'a correction in the future', ONE, put(one, 'language: en', 'corrected: 2027\nlanguage: en'),
    { code: 'future-date', at: [7, 12], found: '2027', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'a figure that holds in the future', ONE, put(one, 'as of 2018-11-12', 'as of 2026-11-22'),
    { code: 'future-date', at: [26, 1], found: '2026-11-22', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'a Call in the future', TEXT, put(text, '2018-11-12', '2026-11-22'),
    { code: 'future-date', at: [4, 7], found: '2026-11-22', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'the folder of another year', 'content/coverage/en/2019/one.md', one,
    {
      code: 'wrong-year', at: [6, 12], found: '2018-11-12', expected: 'a day in 2019, the year of the folder',
      mend: 'move the file to the folder 2018, or correct the date',
    },
  ],
  [
    'the folder of another year than the earliest day', 'content/coverage/en/2017/copy.md', copy,
    {
      code: 'wrong-year', at: [5, 12], found: '2018-11-13', expected: 'a day in 2017, the year of the folder',
      mend: 'move the file to the folder 2018, or correct the date',
    },
  ],
];

const inThePassages: Case[] = [
  [
    'words before the first heading', ONE, put(one, '## summary', 'Some *stray* words.\n\n## summary'),
    {
      code: 'stray-text', at: [14, 1], found: 'Some stray words.', expected: 'a heading with an id before any text',
      mend: `put it below its heading, for instance ## summary; ${PASSAGES}`,
    },
  ],
  [
    'an unknown passage near a known one', ONE, put(one, '## unconfirmed', '## versoin\n\nA copy.\n\n## unconfirmed'),
    {
      code: 'unknown-passage', at: [46, 1], found: 'versoin', expected: `one of ${COVERAGE_IDS}, or c1, c2 …`,
      mend: 'did you mean version?',
    },
  ],
  [
    'an unknown passage like no other', principleFile(8), put(principle, '## practice', '## footnotes\n\nWords.\n\n## practice'),
    {
      code: 'unknown-passage', at: [28, 1], found: 'footnotes',
      expected: 'one of asks, words, preamble, lineage, objections, practice', mend: PASSAGES,
    },
  ],
  [
    'principle-10 in the text', TEXT, put(text, '## p15', '## principle-10\n\nWords.\n\n## p15'),
    {
      code: 'unknown-passage', at: [102, 1], found: 'principle-10', expected: 'one of p1, p2 … p16',
      mend: 'did you mean principle-1?',
    },
  ],
  [
    'a claim on the level of a section', ONE, put(one, '### c2', '## c2'),
    {
      code: 'unknown-passage', at: [26, 1], found: '## c2', expected: '### c2, below ## claims',
      mend: 'change the number of hashes',
    },
  ],
  [
    'a section on the level of a claim', ONE, put(one, '## omits', '### omits'),
    { code: 'unknown-passage', at: [38, 1], found: '### omits', expected: '## omits', mend: 'change the number of hashes' },
  ],
  ...[
    ['in italics', '## *omits*'],
    ['as code', '## `omits`'],
    ['as a link', '## [omits](https://example.org/)'],
    ['as a link to a script', '## [omits](javascript:alert(1))'],
  ].map(([how, heading = '']): Case => [
    `an id ${how}`, ONE, put(one, '## omits', heading),
    {
      code: 'unknown-passage', at: [38, 1], found: 'omits', expected: '## omits, without a link, emphasis or code',
      mend: 'write the id alone',
    },
  ]),
  [
    'a heading inside a list', ONE, put(one, launch, `${launch}\n\n- ## omits`),
    {
      code: 'unknown-passage', at: [18, 3], found: 'omits', expected: 'headings that stand by themselves',
      mend: 'take it out of the list or quotation',
    },
  ],
  [
    'a missing passage', ONE, put(one, '## omits\n\nNothing.\n\n', ''),
    { code: 'missing-passage', at: [1, 1], found: '', expected: '## omits', mend: `add it; ${PASSAGES}` },
  ],
  [
    'a missing paragraph of the Call', TEXT, put(text, '## p7\n\nWords of p7.\n\n', ''),
    { code: 'missing-passage', at: [1, 1], found: '', expected: '## p7', mend: `add it; ${PASSAGES}` },
  ],
  [
    'a passage out of order', ONE,
    put(put(put(one, '## confirmed', '## x'), '## unconfirmed', '## confirmed'), '## x', '## unconfirmed'),
    {
      code: 'passage-order', at: [46, 1], found: 'confirmed', expected: `the order ${COVERAGE_IDS}, claims by number`,
      mend: 'move it to its place',
    },
  ],
  [
    'claims out of order', ONE, put(put(put(one, '### c1', '### x'), '### c2', '### c1'), '### x', '### c2'),
    {
      code: 'passage-order', at: [26, 1], found: 'c1', expected: `the order ${COVERAGE_IDS}, claims by number`,
      mend: 'move it to its place',
    },
  ],
  [
    'a claim below another section', ONE, put(one, '## confirmed', '### c4\n\nA. Reporter · fact\n\nWords.\n\n## confirmed'),
    {
      code: 'passage-order', at: [42, 1], found: 'c4', expected: `the order ${COVERAGE_IDS}, claims by number`,
      mend: 'move it to its place',
    },
  ],
  [
    'an id used twice', ONE, put(one, '### c3', '### c2'),
    {
      code: 'duplicate-id', at: [32, 1], found: 'c2', expected: 'each id once; it stands already in line 26',
      mend: 'give this passage an id of its own',
    },
  ],
  [
    'an empty passage', ONE, put(one, '## omits\n\nNothing.', '## omits'),
    {
      code: 'empty-passage', at: [38, 1], found: 'omits', expected: 'words below the heading',
      mend: 'write them, or take the heading out',
    },
  ],
  [
    'a claim that is its first line alone', ONE,
    put(one, 'It asks firms [not to hack back](../../../principles/en/principle-8.md).\n\n', ''),
    {
      code: 'empty-passage', at: [20, 1], found: 'c1', expected: 'words below the heading',
      mend: 'write them, or take the heading out',
    },
  ],
  [
    'a claim without its first line', ONE, put(one, 'A. Reporter · fact\n\n', ''),
    {
      code: 'claim-line', at: [20, 1], found: 'It asks firms not to hack back.', expected: CLAIM,
      mend: 'see content/README.md, “Claims”',
    },
  ],
  [
    'a claim of an unknown type', ONE, put(one, 'A. Reporter · fact', 'A. Reporter · rumour'),
    { code: 'claim-line', at: [20, 1], found: 'A. Reporter · rumour', expected: CLAIM, mend: 'see content/README.md, “Claims”' },
  ],
  [
    'a figure that does not say when it held', ONE, put(one, ' · as of 2018-11-12', ''),
    {
      code: 'claim-line', at: [26, 1], found: 'A. Reporter · figure', expected: 'a figure says when it held',
      mend: 'add the day: · as of 2018-11-12',
    },
  ],
];

const inTheWords: Case[] = [
  [
    'a quotation of 13 words', ONE, put(one, launch, `It says\nthat “${words(13)}” is so.`),
    { code: 'long-quotation', at: [17, 7], found: words(13), expected: 'at most 12 words; these are 13', mend: QUOTE },
  ],
  [
    'a quotation of 13 words over two lines, one of them in italics', ONE,
    put(one, launch, `It says “word1\n${words(12)} *and*”.`).replace('word11 ', ''),
    {
      code: 'long-quotation', at: [16, 10], found: `word1 ${words(12).replace('word11 ', '')} and`,
      expected: 'at most 12 words; these are 13', mend: QUOTE,
    },
  ],
  [
    'a quotation of 13 words in straight marks', ONE, put(one, launch, `It says "${words(13)}".`),
    { code: 'long-quotation', at: [16, 10], found: words(13), expected: 'at most 12 words; these are 13', mend: QUOTE },
  ],
  [
    'a quotation of 13 words in a table', ONE, put(one, launch, `| a |\n|---|\n| «${words(13)}» |`),
    { code: 'long-quotation', at: [18, 4], found: words(13), expected: 'at most 12 words; these are 13', mend: QUOTE },
  ],
  [
    'a quotation of 13 words in a note', ONE, put(one, launch, `It says.[^1]\n\n[^1]: “${words(13)}”`),
    { code: 'long-quotation', at: [18, 8], found: words(13), expected: 'at most 12 words; these are 13', mend: QUOTE },
  ],
  [
    'a quotation of 13 words in the summary', ONE, put(one, 'What it says.', `It says “${words(13)}”.`),
    {
      code: 'long-quotation', at: [3, 10], found: words(13), expected: 'at most 12 words; these are 13',
      mend: 'say it in your own words',
    },
  ],
  [
    'a block of quotation', ONE, put(one, launch, `${launch}\n\n> A few words.`),
    {
      code: 'long-quotation', at: [18, 1], found: 'A few words.', expected: SHORT_QUOTE,
      mend: 'quote the few words that are the fact, inside a sentence',
    },
  ],
  [
    'raw HTML with a script', ONE, put(one, launch, `${launch}\n\n<script>alert(1)</script>`),
    {
      code: 'raw-html', at: [18, 1], found: '<script>alert(1)</script>', expected: 'Markdown',
      mend: 'write it in Markdown; to show a < write \\<',
    },
  ],
  [
    'raw HTML inside a sentence', ONE, put(one, launch, 'It reports<br>the launch.'),
    { code: 'raw-html', at: [16, 11], found: '<br>', expected: 'Markdown', mend: 'write it in Markdown; to show a < write \\<' },
  ],
  [
    'an HTML comment', ONE, put(one, launch, `${launch}\n\n<!-- to do -->`),
    {
      code: 'raw-html', at: [18, 1], found: '<!-- to do -->', expected: 'Markdown',
      mend: 'write it in Markdown; to show a < write \\<',
    },
  ],
  [
    'a component in plain Markdown', ONE, put(one, launch, `${launch}\n\n<Counts />`),
    {
      code: 'raw-html', at: [18, 1], found: '<Counts />', expected: 'Markdown',
      mend: 'write it in Markdown; to show a < write \\<',
    },
  ],
];

const inMdx: Case[] = [
  [
    'broken MDX', ABOUT, put(about, '<Counts />', 'It is a { b.'),
    {
      code: 'broken-markdown', at: [12, 9], found: 'It is a { b.',
      expected: 'Unexpected end of file in expression, expected a corresponding closing brace for `{`', mend: BACKSLASH,
    },
  ],
  [
    'an import', ABOUT, put(about, '## numbers', "import a from 'b'\n\n## numbers"),
    {
      code: 'mdx-code', at: [10, 1], found: "import a from 'b'", expected: 'components only, without import, export or { }',
      mend: 'take it out; to show a brace write \\{',
    },
  ],
  [
    'an export', ABOUT, put(about, '## numbers', 'export const a = 1\n\n## numbers'),
    {
      code: 'mdx-code', at: [10, 1], found: 'export const a = 1', expected: 'components only, without import, export or { }',
      mend: 'take it out; to show a brace write \\{',
    },
  ],
  [
    'an expression in a sentence', ABOUT, put(about, '<Counts />', 'Sum: {1 + 1}.'),
    {
      code: 'mdx-code', at: [12, 6], found: '1 + 1', expected: 'components only, without import, export or { }',
      mend: 'take it out; to show a brace write \\{',
    },
  ],
  [
    'an expression on a line of its own', ABOUT, put(about, '<Counts />', '<Counts />\n\n{process.env}'),
    {
      code: 'mdx-code', at: [14, 1], found: 'process.env', expected: 'components only, without import, export or { }',
      mend: 'take it out; to show a brace write \\{',
    },
  ],
  [
    'an attribute of a component', ABOUT, put(about, '<Counts />', '<Counts of="x" />'),
    {
      code: 'mdx-code', at: [12, 1], found: '<Counts>', expected: '<Counts /> without attributes or content',
      mend: 'take them out',
    },
  ],
  [
    'content of a component', ABOUT, put(about, '<Counts />', '<Counts>Words.</Counts>'),
    {
      code: 'mdx-code', at: [12, 1], found: '<Counts>', expected: '<Counts /> without attributes or content',
      mend: 'take them out',
    },
  ],
  [
    'an unknown component near a known one', ABOUT, put(about, '<Counts />', '<Count />'),
    {
      code: 'unknown-component', at: [12, 1], found: '<Count>', expected: `one of ${LIVE}`,
      mend: 'did you mean Counts?',
    },
  ],
  [
    'an unknown component like no other', ABOUT, put(about, '<Counts />', '<Chart />'),
    { code: 'unknown-component', at: [12, 1], found: '<Chart>', expected: `one of ${LIVE}`, mend: 'take it out' },
  ],
  [
    'an HTML element in MDX', ABOUT, put(about, '<Counts />', '<script>alert(1)</script>'),
    { code: 'raw-html', at: [12, 1], found: '<script>', expected: 'Markdown', mend: 'write it in Markdown' },
  ],
  [
    'an element without a name', ABOUT, put(about, '<Counts />', '<>Words.</>'),
    { code: 'raw-html', at: [12, 1], found: '<>', expected: 'Markdown', mend: 'write it in Markdown' },
  ],
];

/** The article with its link to the Call, in line 30 from column 29, changed. */
const link = (markdown: string) => put(one, '[the Call](../../../text/en.md)', markdown);

const inTheLinks: Case[] = [
  [
    'a link out of content/', ONE, link('[the licence](../../../../LICENSE)'),
    { code: 'link-outside', at: [30, 29], found: '../../../../LICENSE', expected: 'a target inside content/', mend: LINKING },
  ],
  [
    'a link from the top of the site', ONE, link('[the Call](/call/)'),
    { code: 'link-form', at: [30, 29], found: '/call/', expected: LINK_FORM, mend: LINKING },
  ],
  [
    'a link to a script', ONE, link('[the Call](javascript:alert(1))'),
    { code: 'link-form', at: [30, 29], found: 'javascript:alert(1)', expected: LINK_FORM, mend: LINKING },
  ],
  [
    'a link to a script by reference', ONE, `${link('[the Call][c]')}\n[c]: javascript:alert(1)\n`,
    { code: 'link-form', at: [30, 29], found: 'javascript:alert(1)', expected: LINK_FORM, mend: LINKING },
  ],
  [
    'a mailbox written out', ONE, link('press@example.org'),
    { code: 'link-form', at: [30, 29], found: 'mailto:press@example.org', expected: LINK_FORM, mend: LINKING },
  ],
  ...['here', 'this', 'link', 'click here', 'read more', 'more', 'ici', 'lien'].map((label): Case => [
    `“${label}” as the text of a link`, ONE, link(`[${label}](../../../text/en.md)`),
    {
      code: 'link-label', at: [30, 29], found: label, expected: 'words that name the target',
      mend: 'link the words that say what is there',
    },
  ]),
  [
    '“Here” in capitals as the text of a link', ONE, link('[Here](../../../text/en.md)'),
    {
      code: 'link-label', at: [30, 29], found: 'Here', expected: 'words that name the target',
      mend: 'link the words that say what is there',
    },
  ],
  [
    'a link without text', ONE, link('[](../../../text/en.md)'),
    {
      code: 'link-label', at: [30, 29], found: '', expected: 'words that name the target',
      mend: 'link the words that say what is there',
    },
  ],
  [
    'an unknown kind of mention near a known one', ONE, put(one, '"criticises"', '"criticizes"'),
    { code: 'unknown-kind', at: [36, 15], found: 'criticizes', expected: KINDS, mend: 'did you mean criticises?' },
  ],
  [
    'an unknown kind of mention like no other', ONE, put(one, '"criticises"', '"hates"'),
    { code: 'unknown-kind', at: [36, 15], found: 'hates', expected: KINDS, mend: 'see content/README.md, “Kinds of mention”' },
  ],
  [
    'a kind of mention on a link to another site', ONE, link('[the site](https://example.org/ "reports")'),
    {
      code: 'unknown-kind', at: [30, 29], found: 'reports', expected: 'no title on a link to another site',
      mend: 'take the title out',
    },
  ],
];

const inAQuestion: Case[] = [
  [
    'no sources', QUESTION, put(question, question.slice(question.indexOf('## sources')), ''),
    { code: 'missing-passage', at: [1, 1], found: '', expected: '## sources', mend: `add it; ${PASSAGES}` },
  ],
  [
    'sources under a misspelt id', QUESTION, put(question, '## sources', '## source'),
    {
      code: 'unknown-passage', at: [12, 1], found: 'source', expected: 'one of answer, sources, note',
      mend: 'did you mean sources?',
    },
  ],
  [
    'a note before the sources', QUESTION, put(question, '## sources', '## note\n\nNobody knows.\n\n## sources'),
    {
      code: 'passage-order', at: [16, 1], found: 'sources', expected: 'the order answer, sources, note, claims by number',
      mend: 'move it to its place',
    },
  ],
  [
    'a claim of its own', QUESTION, put(question, '## sources', '### c1\n\nWIRED · fact\n\nIn Paris.\n\n## sources'),
    { code: 'unknown-passage', at: [12, 1], found: 'c1', expected: 'one of answer, sources, note', mend: PASSAGES },
  ],
  [
    'an unknown status', QUESTION, put(question, 'status: differ', 'status: disputed'),
    {
      code: 'wrong-value', at: [5, 9], found: 'disputed', expected: 'status: one of agreed, differ, corrected, open',
      mend: `correct status; ${FIELDS}`,
    },
  ],
  [
    'no question', QUESTION, put(question, 'question: Where was it launched?\n', ''),
    {
      code: 'missing-key', at: [2, 1], found: '', expected: 'question: the question, as a reader would ask it',
      mend: `add a line question: …; ${FIELDS}`,
    },
  ],
  [
    'an answer that holds in the future', QUESTION, put(question, 'asOf: 2018-11-12', 'asOf: 2026-12'),
    { code: 'future-date', at: [4, 7], found: '2026-12', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'a slug in capitals', 'content/questions/en/Where.md', question,
    {
      code: 'bad-slug', at: [1, 1], found: 'Where', expected: 'lower-case letters, digits and single hyphens',
      mend: 'rename the file',
    },
  ],
];

const inATerm: Case[] = [
  [
    'no equivalent', TERM, put(term, 'other: réseau de machines zombies\n', ''),
    {
      code: 'missing-key', at: [2, 1], found: '', expected: 'other: the equivalent in the other language',
      mend: `add a line other: …; ${FIELDS}`,
    },
  ],
  [
    'an alias that is no list', TERM, put(term, '[zombie network]', 'zombie network'),
    {
      code: 'wrong-value', at: [4, 10], found: 'zombie network', expected: 'aliases: a list of other forms',
      mend: `correct aliases; ${FIELDS}`,
    },
  ],
  [
    'nothing below its fields', TERM, term.slice(0, term.indexOf('## definition')),
    {
      code: 'empty-body', at: [1, 1], found: '', expected: 'passages: definition',
      mend: `write them below the fields; ${PASSAGES}`,
    },
  ],
  [
    'a passage besides its definition', TERM, `${term}\n## history\n\nLong.\n`,
    { code: 'unknown-passage', at: [11, 1], found: 'history', expected: 'one of definition', mend: PASSAGES },
  ],
  [
    'a slug with an underscore', 'content/glossary/en/bot_net.md', term,
    {
      code: 'bad-slug', at: [1, 1], found: 'bot_net', expected: 'lower-case letters, digits and single hyphens',
      mend: 'rename the file',
    },
  ],
];

const inTheTimeline: Case[] = [
  [
    'an event without its date', TIMELINE, put(timeline, '2018-11-12\n\n', ''),
    { code: 'event-line', at: [12, 1], found: 'France launched the Call.', expected: EVENT, mend: EVENTS },
  ],
  ...['2018-11-12: the launch', '2018-13', '2018-02-30', 'November 2018', '2018-11-12/2018-11-11', '2018?'].map((line): Case => [
    `the date “${line}”`, TIMELINE, put(timeline, '2018-11-12', line),
    { code: 'event-line', at: [12, 1], found: line, expected: EVENT, mend: EVENTS },
  ]),
  [
    'an event that stands after a later one', TIMELINE, put(timeline, '2018-11-12', '2016-11-12'),
    {
      code: 'passage-order', at: [12, 1], found: '2016-11-12', expected: 'a date from 2017-05 on',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a year that stands after a day of a later one', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2017'),
    {
      code: 'passage-order', at: [18, 1], found: '2017', expected: 'a date from 2018-11-12 on',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a day that stands after a later one, with its year between them', TIMELINE,
    put(put(put(timeline, '2018-11-12', '2018'), '2017-05', '2018-11-12'), '2019-11-25/2019-11-29', '2018-05-25'),
    {
      code: 'passage-order', at: [18, 1], found: '2018-05-25', expected: 'a date from 2018-11-12 on',
      mend: 'move it to its place in time',
    },
  ],
  [
    'an event that stands before many earlier ones, told once', TIMELINE,
    `${put(timeline, '2018-11-12', '2020')}\n## report\n\n2019-12\n\nOne reported.\n\n## end\n\n2019-12-31\n\nIt ended.\n`,
    {
      code: 'passage-order', at: [18, 1], found: '2019-11-25', expected: 'a date from 2020 on',
      mend: 'move it to its place in time',
    },
  ],
  [
    'an event in the future', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2026-11-22'),
    { code: 'future-date', at: [18, 1], found: '2026-11-22', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'an event that has not ended', TIMELINE, put(timeline, '2019-11-29', '2027'),
    { code: 'future-date', at: [18, 1], found: '2027', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'an id used twice', TIMELINE, put(timeline, '## forum', '## worm'),
    {
      code: 'duplicate-id', at: [18, 1], found: 'worm', expected: 'each id once; it stands already in line 6',
      mend: 'give this passage an id of its own',
    },
  ],
  ...['Launch', 'the launch', 'the_launch', 'launch-'].map((id): Case => [
    `the id “${id}”`, TIMELINE, put(timeline, '## launch', `## ${id}`),
    {
      code: 'unknown-passage', at: [12, 1], found: id, expected: 'lower-case letters, digits and single hyphens', mend: PASSAGES,
    },
  ]),
  [
    'an event below another', TIMELINE, put(timeline, '## launch', '### launch'),
    { code: 'unknown-passage', at: [12, 1], found: '### launch', expected: '## launch', mend: 'change the number of hashes' },
  ],
  [
    'an event that is its date alone', TIMELINE, put(timeline, 'A worm spread.\n\n', ''),
    {
      code: 'empty-passage', at: [6, 1], found: 'worm', expected: 'words below the heading',
      mend: 'write them, or take the heading out',
    },
  ],
];

/** Corrections of these days, one each, with headings in lines 6, 12, 18 … */
const correctionsOf = (...days: readonly string[]) => corrections.slice(0, corrections.indexOf('## '))
  + days.map((day, index) => `## change-${index + 1}\n\n${day}\n\nIt changed.\n`).join('\n');

const inTheCorrections: Case[] = [
  [
    'no corrections', CORRECTIONS_FILE, correctionsOf(),
    {
      code: 'empty-body', at: [1, 1], found: '', expected: 'passages: one a correction, each under an id of its own',
      mend: `write them below the fields; ${PASSAGES}`,
    },
  ],
  [
    'words before the first correction', CORRECTIONS_FILE, put(corrections, '## where-read-out', 'Stray.\n\n## where-read-out'),
    {
      code: 'stray-text', at: [6, 1], found: 'Stray.', expected: 'a heading with an id before any text',
      mend: `put it below its heading, for instance ## 2026-11-22-access-now-week; ${PASSAGES}`,
    },
  ],
  [
    'a correction that stands below an older one', CORRECTIONS_FILE, put(corrections, '2026-11-20', '2019-09-15'),
    {
      code: 'passage-order', at: [12, 1], found: '2019-09-16', expected: 'a date up to 2019-09-15',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a month that stands below a day of an earlier one', CORRECTIONS_FILE, correctionsOf('2026-11-20', '2026-09-01', '2026-10'),
    {
      code: 'passage-order', at: [18, 1], found: '2026-10', expected: 'a date up to 2026-09-01',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a day that stands below an earlier one, with its year between them', CORRECTIONS_FILE,
    correctionsOf('2026-09-01', '2026', '2026-10-01'),
    {
      code: 'passage-order', at: [18, 1], found: '2026-10-01', expected: 'a date up to 2026-09-01',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a correction that stands above many newer ones, told once', CORRECTIONS_FILE,
    correctionsOf('2018', '2020-02', '2020', '2019-12-31', '2018-01-01'),
    {
      code: 'passage-order', at: [12, 1], found: '2020-02', expected: 'a date up to 2018',
      mend: 'move it to its place in time',
    },
  ],
  [
    'a correction without its date', CORRECTIONS_FILE, put(corrections, '2019-09-16\n\n', ''),
    {
      code: 'event-line', at: [12, 1], found: 'The second claim had fifty States, where the article has more.', expected: EVENT,
      mend: EVENTS,
    },
  ],
  [
    'a correction in the future', CORRECTIONS_FILE, put(corrections, '2026-11-20', '2026-11-22'),
    { code: 'future-date', at: [6, 1], found: '2026-11-22', expected: 'a day up to 2026-11-21', mend: 'correct the date' },
  ],
  [
    'an id used twice', CORRECTIONS_FILE, put(corrections, '## count-of-states', '## where-read-out'),
    {
      code: 'duplicate-id', at: [12, 1], found: 'where-read-out', expected: 'each id once; it stands already in line 6',
      mend: 'give this passage an id of its own',
    },
  ],
  [
    'an id of two words', CORRECTIONS_FILE, put(corrections, '## count-of-states', '## Count of States'),
    {
      code: 'unknown-passage', at: [12, 1], found: 'Count of States', expected: 'lower-case letters, digits and single hyphens',
      mend: PASSAGES,
    },
  ],
  [
    'a correction below another', CORRECTIONS_FILE, put(corrections, '## count-of-states', '### count-of-states'),
    {
      code: 'unknown-passage', at: [12, 1], found: '### count-of-states', expected: '## count-of-states',
      mend: 'change the number of hashes',
    },
  ],
  [
    'a correction that is its date alone', CORRECTIONS_FILE, `${corrections}\n## last\n\n2019\n`,
    {
      code: 'empty-passage', at: [18, 1], found: 'last', expected: 'words below the heading',
      mend: 'write them, or take the heading out',
    },
  ],
];

const inTheVariants: Case[] = [
  [
    'an unknown segment', VARIANTS, put(variants, '## p6', '## p60'),
    { code: 'unknown-passage', at: [6, 1], found: 'p60', expected: 'one of p1, p2 … p16', mend: 'did you mean p6?' },
  ],
  [
    'a segment out of order', VARIANTS, put(variants, '## p6', '## p16'),
    {
      code: 'passage-order', at: [10, 1], found: 'principle-8', expected: 'the order p1, p2 … p16, claims by number',
      mend: 'move it to its place',
    },
  ],
  [
    'a segment twice', VARIANTS, put(variants, '## principle-8', '## p6'),
    {
      code: 'duplicate-id', at: [10, 1], found: 'p6', expected: 'each id once; it stands already in line 6',
      mend: 'give this passage an id of its own',
    },
  ],
];

const CASES = [
  ...inTheFile, ...inTheFields, ...inThePassages, ...inTheWords, ...inMdx, ...inTheLinks, ...inAQuestion, ...inATerm,
  ...inTheTimeline, ...inTheCorrections, ...inTheVariants,
];

describe('one thing wrong is one problem', () => {
  const check = (_: string, file: string, source: string, { at: [line, column], ...rest }: Expected) => {
    expect(read(file, source).problems).toEqual([{ ...rest, at: { file, line, column } }]);
  };

  describe('with the file', () => test.each(inTheFile)('%s', check));
  describe('in its fields', () => test.each(inTheFields)('%s', check));
  describe('in its passages', () => test.each(inThePassages)('%s', check));
  describe('in its words', () => test.each(inTheWords)('%s', check));
  describe('in MDX', () => test.each(inMdx)('%s', check));
  describe('in its links', () => test.each(inTheLinks)('%s', check));
  describe('in a question', () => test.each(inAQuestion)('%s', check));
  describe('in a term', () => test.each(inATerm)('%s', check));
  describe('in the timeline', () => test.each(inTheTimeline)('%s', check));
  describe('in the corrections', () => test.each(inTheCorrections)('%s', check));
  describe('in the variants', () => test.each(inTheVariants)('%s', check));

  test.each<[name: string, before: string, line: number, column: number]>([
    ['in the first line', '', 1, 1],
    ['behind letters of more than one byte', '---\ntitle: Élysée — ', 2, 17],
    ['in a later line', one.slice(0, one.indexOf('launch')), 16, 16],
  ])('in its encoding, %s', (_, before, line, column) => {
    const latin1 = Uint8Array.from([...encode(before), 0xe9, 0x20, 0xe8, ...encode(' the end\n')]);
    expect(readEntry({ file: ONE, bytes: latin1 }, TODAY).problems).toEqual([
      {
        code: 'not-utf-8', at: { file: ONE, line, column }, found: '', expected: 'text in UTF-8',
        mend: 'save the file again in the encoding UTF-8',
      },
    ]);
  });

  test.each<[name: string, source: string]>([
    ['a picture', put(one, launch, 'It reports ![a chart](chart.png) the launch.')],
    ['a picture by reference', put(one, launch, 'It reports ![a chart][c] the launch.\n\n[c]: chart.png')],
  ])('%s', (_, source) => {
    expect(read(ONE, source).problems).toEqual([
      {
        code: 'image', at: { file: ONE, line: 16, column: 12 }, found: expect.any(String), expected: 'words, links and tables',
        mend: 'take the picture out; the site draws its own from the data',
      },
    ]);
  });

  test('and a picture is shown by the words that stand for it', () => {
    const [problem] = read(ONE, put(one, launch, 'It reports ![a chart](chart.png) the launch.')).problems;
    expect(problem?.found).toContain('a chart');
  });

  test('for every kind that a file alone can show', () => {
    const needOtherFiles: ProblemCode[] = [
      'duplicate-slug', 'duplicate-publisher', 'unknown-target', 'unknown-fragment', 'no-segment', 'missing-principle', 'missing-text',
      'unknown-original', 'copy-circle', 'unknown-cut', 'lost-address', 'moved-alive', 'not-translated',
      'official-altered', 'ledger-line', 'ledger-open', 'ledger-lost', 'ledger-altered', 'history-line',
    ];
    // The tables are no entries: `states.test.ts`, `link-checks.test.ts`; what only asking shows: `link-run.test.ts`; what an official edition is held to is no file: `official.test.ts`;
    // what is wrong with a file as text is in `source-text.test.ts`, what is hostile in `catalogue.test.ts`.
    const shown = new Set([...CASES.map(([, , , { code }]) => code), 'unreadable', 'not-utf-8', 'too-long', 'merge-conflict', 'hidden-character', 'unknown-reference', 'image', 'formula', 'states-row', 'links-row', 'link-gone', 'link-failing', 'link-moved', ...needOtherFiles]);
    expect([...shown].sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  test.each<[name: string, source: string, code: ProblemCode]>([
    ['without events', timeline.slice(0, timeline.indexOf('## worm')), 'empty-body'],
    ['with words before its first event', put(timeline, '## worm', 'Stray.\n\n## worm'), 'stray-text'],
  ])('and is told in whole words of a timeline %s, whose ids nobody lists', (_, source, code) => {
    const [problem, ...others] = read(TIMELINE, source).problems;
    expect([problem?.code, ...others]).toEqual([code]);
    expect(problem?.expected).not.toMatch(/: $/);
    expect(problem?.mend).not.toContain('undefined');
  });
});

describe('several things wrong are several problems', () => {
  test('each where it stands, whether in the fields or below them', () => {
    const wrong = put(put(one, 'kind: reporting', 'kind: blog'), '[the Call]', '[here]');
    const source = put(wrong, '## omits\n\nNothing.', '## omits');
    expect(read(ONE, source).problems.map(({ code, at }) => `${at.line}:${at.column} ${code}`)).toEqual([
      '8:7 wrong-value', '38:1 empty-passage', '30:29 link-label',
    ]);
  });

  test('and the passages of broken MDX are not missed one by one', () => {
    expect(codes(principleFile(8).replace('.md', '.mdx'), `${principle}\n{\n`)).toEqual(['broken-markdown']);
  });
});

describe('nothing is wrong with', () => {
  test.each<[name: string, file: string, source: string]>([
    ['the text', TEXT, text],
    ['a principle', principleFile(8), principle],
    ['an article', ONE, one],
    ['a copy without claims', COPY, copy],
    ['a page', ABOUT, about],
    ['a page that holds some of its passages', ABOUT, put(about, '## numbers\n\n<Counts />\n', '')],
    ['a file whose lines end as on Windows', ONE, one.replaceAll('\n', '\r\n')],
    ['a file that begins with a byte order mark', ONE, `\uFEFF${one}`],
    ['words below the heading of the claims', ONE, put(one, '## claims', '## claims\n\nThree of them.')],
    ['the passages that a copy or a correction adds', ONE, `${one}\n## version\n\nA copy.\n\n## correction\n\nOne word.\n`],
    ['a claim whose number is left out', ONE, put(one, '### c3', '### c4').replace('(#c1 ', '(#c2 ')],
    ['a tenth claim below a ninth', ONE, put(put(one, '### c2', '### c9'), '### c3', '### c10')],
    ['a quotation of 12 words in the summary', ONE, put(one, 'What it says.', `It says “${words(12)}”.`)],
    ['a quotation of 12 words', ONE, put(one, launch, `It says “${words(12)}”.`)],
    ['two quotations of 12 words', ONE, put(one, launch, `It says “${words(12)}” and “${words(12)}”.`)],
    ['an escaped sign', ONE, put(one, launch, 'It is 1 \\< 2, and AT&T.')],
    ['HTML shown as code', ONE, put(one, launch, 'It writes `<script>`.\n\n    <b>\n')],
    ['a table, a list and a note', ONE, put(one, launch, '| a |\n|---|\n| b |\n\n- [ ] c[^1]\n\n[^1]: d')],
    ['an address on the web', ONE, link('[the site](https://example.org/a?b=c#d)')],
    ['an address on the web written out', ONE, link('https://example.org/')],
    ['a link to a file that may not exist', ONE, link('[another](no-such.md#c99)')],
    ['a link text that holds “here”', ONE, link('[what is said here](../../../text/en.md)')],
    ['a correction of today', ONE, put(one, 'language: en', `corrected: ${TODAY}\nlanguage: en`)],
    ['a correction of this month', ONE, put(one, 'language: en', 'corrected: 2026-11\nlanguage: en')],
    ['a year alone in its folder', ONE, put(one, '2018-11-12', '2018')],
    ['a slug of digits and hyphens', 'content/coverage/en/2018/9-norms-for-2018.md', one],
    ['a question', QUESTION, question],
    ['a question with a note', QUESTION, `${question}\n## note\n\nNobody asked.\n`],
    ['a question whose slug is a word of the lists of coverage', 'content/questions/en/year.md', question],
    ['a term', TERM, term],
    ['a term without other forms', TERM, put(term, 'aliases: [zombie network]\n', '')],
    ['the timeline', TIMELINE, timeline],
    ['a timeline in MDX', `${TIMELINE}x`, timeline],
    ['an event of today', TIMELINE, put(timeline, '2019-11-25/2019-11-29', TODAY)],
    ['an event of this month', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2026-11~')],
    ['two events of one day', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2018-11-12')],
    ['an event of the month after one of a day in it', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2018-11')],
    ['an event of a day in the month of the one before', TIMELINE, put(timeline, '2018-11-12', '2017-05-12')],
    ['an event of the year after one of a day in it', TIMELINE, put(timeline, '2019-11-25/2019-11-29', '2018~')],
    ['an event that begins before the one above has ended', TIMELINE, put(timeline, '2018-11-12', '2018-11-12/2020-01-01')],
    ['an event named like a passage', TIMELINE, put(timeline, '## launch', '## summary')],
    ['an event named by a year', TIMELINE, put(timeline, '## launch', '## 2018-launch')],
    ['the corrections', CORRECTIONS_FILE, corrections],
    ['corrections in MDX', `${CORRECTIONS_FILE}x`, corrections],
    ['two corrections of one day', CORRECTIONS_FILE, correctionsOf('2026-11-20', '2026-11-20')],
    ['a correction of today', CORRECTIONS_FILE, correctionsOf(TODAY, '2026-11-20')],
    ['a correction of the month before one of a day in it', CORRECTIONS_FILE, correctionsOf('2026-11', '2026-11-20', '2026')],
    ['corrections of one month, the newest first', CORRECTIONS_FILE, correctionsOf('2026-11-20', '2026-11-19', '2026-10')],
    ['a correction named by its day', CORRECTIONS_FILE, put(corrections, '## count-of-states', '## 2019-09-16-states')],
    ['the variants', VARIANTS, variants],
    ['the page on how to cite', 'content/pages/en/cite.mdx', put(put(about, '## what', '## how'), '## numbers', '## forms')],
    ['the page on the data', 'content/pages/en/data.mdx', put(put(about, '## what', '## files'), '## numbers', '## licence')],
    ['an article by bodies', ONE, put(one, 'authors: [A. Reporter]', 'corporateAuthors: [Reuters, AFP]')],
    ['an article by a person and a body', ONE, put(one, 'publisher: The Paper', 'corporateAuthors: [Reuters]\npublisher: The Paper')],
    ['the page on the States', 'content/pages/en/states.mdx', put(about, '## what', '## list')],
    ['the page on the numbering', 'content/pages/en/numbering.md', put(put(about, '## what', '## other'), '<Counts />', 'Nine.')],
    ['a slug that only begins like a word of the site', 'content/coverage/en/2018/year-one.md', one],
  ])('%s', (_, file, source) => {
    expect(read(file, source).problems).toEqual([]);
  });

  test.each(COMPONENTS)('the component %s', (name) => {
    expect(codes(ABOUT, put(about, '<Counts />', `<${name} />`))).toEqual([]);
  });

  test.each(['reports', 'supports', 'criticises', 'explains', 'compares'])('the mention that %s', (kind) => {
    expect(codes(ONE, put(one, '"criticises"', `"${kind}"`))).toEqual([]);
  });

  test('a date that was in the future yesterday', () => {
    const source = put(one, 'language: en', 'corrected: 2018-11-14\nlanguage: en');
    expect(read(ONE, source, '2018-11-13').problems.map(({ code }) => code)).toEqual(['future-date']);
    expect(read(ONE, source, '2018-11-14').problems).toEqual([]);
  });
});

describe('an entry', () => {
  test('is what its path and its file say', () => {
    const { entry } = read(ONE, one);
    expect(entry).toMatchObject({
      collection: 'coverage', lang: 'en', slug: 'one', year: '2018', file: ONE, address: '/coverage/one/',
      fields: {
        title: 'One article', titleFrom: 'page', summary: 'What it says.', authors: ['A. Reporter'], publisher: 'The Paper',
        published: '2018-11-12', language: 'en', kind: 'reporting', stance: 'neutral', read: 'full',
        url: 'https://example.org/one', urlStatus: 'confirmed', cuts: [], corporateAuthors: [],
      },
    });
    const ids = ['summary', 'claims', 'c1', 'c2', 'c3', 'omits', 'confirmed', 'unconfirmed'];
    expect(entry?.passages.map(({ id }) => id)).toEqual(ids);
    expect(placeIn(entry?.places ?? new Map(), 'kind')).toEqual({ file: ONE, line: 8, column: 7 });
  });

  test.each<[name: string, file: string, source: string, expected: object]>([
    ['the text', TEXT, text, { collection: 'text', slug: 'call', address: '/call/', fields: { edition: 'plain' } }],
    [
      'a principle', principleFile(8), principle,
      { collection: 'principles', address: '/principles/8/', fields: { names: { fr: 'Nom 8' } } },
    ],
    ['a page', ABOUT, about, { collection: 'pages', slug: 'about', address: '/about/', fields: { title: 'About' } }],
    [
      'a question', QUESTION, question,
      {
        collection: 'questions', slug: 'where', address: '/questions/where/',
        fields: { question: 'Where was it launched?', summary: 'In Paris.', asOf: '2018-11-12', status: 'differ' },
      },
    ],
    [
      'a term', TERM, term,
      {
        collection: 'glossary', slug: 'botnet', address: '/glossary/#botnet',
        fields: { term: 'botnet', other: 'réseau de machines zombies', aliases: ['zombie network'] },
      },
    ],
    [
      'the timeline', TIMELINE, timeline,
      {
        collection: 'timeline', slug: 'timeline', address: '/timeline/', fields: { title: 'Timeline' },
        passages: [
          { id: 'worm', event: { from: '2017-05' } },
          { id: 'launch', event: { from: '2018-11-12' } },
          { id: 'forum', event: { from: '2019-11-25', to: '2019-11-29' } },
        ],
      },
    ],
    [
      'the corrections', CORRECTIONS_FILE, corrections,
      {
        collection: 'corrections', slug: 'corrections', address: '/corrections/', fields: { title: 'Corrections' },
        passages: [
          { id: 'where-read-out', event: { from: '2026-11-20' } },
          { id: 'count-of-states', event: { from: '2019-09-16' } },
        ],
      },
    ],
    [
      'the variants', VARIANTS, variants,
      { collection: 'variants', slug: 'variants', address: '/variants/', passages: [{ id: 'p6' }, { id: 'principle-8' }] },
    ],
  ])('is read as %s by its path', (_, file, source, expected) => {
    expect(read(file, source).entry).toMatchObject(expected);
  });

  test('is the same whether lines end as on Windows or not', () => {
    const long = put(one, launch, `${launch}\n\nIt says\nmore.`);
    const [unix, windows] = [read(ONE, long).entry, read(ONE, long.replaceAll('\n', '\r\n')).entry];
    expect([windows?.fields, windows?.passages]).toEqual([unix?.fields, unix?.passages]);
  });

  test('is there though its words are wrong', () => {
    expect(read(ONE, put(one, '[the Call]', '[here]')).entry).toMatchObject({ slug: 'one' });
  });

  test('is not there where its fields are wrong', () => {
    expect(read(ONE, put(one, 'kind: reporting', 'kind: blog'))).not.toHaveProperty('entry');
  });
});

describe('what a file sketches', () => {
  test.each<[name: string, file: string, source: string, ids: string[] | undefined]>([
    [
      'is its place and passages', principleFile(8), principle,
      ['asks', 'words', 'preamble', 'lineage', 'objections', 'practice'],
    ],
    [
      'is the same though its fields are wrong', COPY, put(copy, 'kind: repost', 'kind: x'),
      ['summary', 'omits', 'confirmed', 'unconfirmed'],
    ],
    ['is its place alone where its words cannot be read', ABOUT, put(about, '<Counts />', '<Counts'), undefined],
  ])('%s', (_, file, source, ids) => {
    const { sketch } = read(file, source);
    expect(sketch?.file).toBe(file);
    expect(sketch?.passages?.map(({ id }) => id)).toEqual(ids);
  });

  test('is its place alone where it is no text', () => {
    const { sketch } = readEntry({ file: ONE, bytes: Uint8Array.of(0xff) }, TODAY);
    const place = { collection: 'coverage', lang: 'en', slug: 'one', year: '2018', file: ONE, address: '/coverage/one/' };
    expect(sketch).toEqual(place);
  });

  test('is nothing where its path has no place', () => {
    expect(read('content/notes/en/one.md', one)).not.toHaveProperty('sketch');
  });
});

describe('bad content is never an exception', () => {
  test.each<[name: string, file: string, source: string]>([
    ['an article', ONE, one],
    ['a page', ABOUT, about],
    ['a question', QUESTION, question],
    ['a term', TERM, term],
    ['the timeline', TIMELINE, timeline],
    ['the corrections', CORRECTIONS_FILE, corrections],
  ])('where %s is cut off, after any letter, and every place lies in it', (_, file, source) => {
    for (let length = 0; length < source.length; length++) {
      const part = source.slice(0, length);
      for (const { at } of read(file, part).problems) {
        expect(at.line).toBeGreaterThanOrEqual(1);
        expect(at.line).toBeLessThanOrEqual(part.split('\n').length);
        expect(at.column).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test.each<[name: string, source: string]>([
    ['an alias to nothing in its fields', put(one, 'title: One article', 'title: *One*')],
    ['a list for its fields', `---\n- one\n---\n\n${body}`],
    ['a word for its fields', `---\none\n---\n\n${body}`],
    ['a map for a title', put(one, 'title: One article', 'title: { a: 1 }')],
    ['nothing but zeros', '\u0000'.repeat(100)],
    ['a quotation in a quotation, a thousand deep', put(one, launch, `${'> '.repeat(1000)}deep`)],
  ])('where it is %s', (_, source) => {
    expect(codes(ONE, source)).not.toEqual([]);
  });

  test('where lists stand in lists, deeper than the reader of trees may reach', () => {
    const found = codes(ONE, put(one, launch, `${'- '.repeat(3000)}deep`));
    expect(found.filter((code) => code !== 'broken-markdown')).toEqual([]);
    // To unwind a stack that is full takes seconds where other work is going on.
  }, 20_000);
});

describe('the day by which a record is sorted', () => {
  test.each<[name: string, fields: Parameters<typeof dateOf>[0], expected: string | undefined]>([
    ['is that of publication', { published: '2018-11-12' }, '2018-11-12'],
    ['is else the earliest that can be worked out', { notBefore: '2018-11-13' }, '2018-11-13'],
    ['is none where neither is known', {}, undefined],
  ])('%s', (_, fields, expected) => {
    expect(dateOf(fields)).toBe(expected);
  });
});
