/**
 * A catalogue of hostile content: files that are broken, lie, or try to bring in code, each beside what its author is told.
 *
 * Every file ends in one problem, never in an exception, and never in silence. Faults that honest authors make are in
 * `entries.test.ts` and `rules.test.ts`.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { formatProblem } from '../../src/lib/problems.ts';
import { readRecord } from '../../src/lib/record.ts';
import { writeTree } from '../build.ts';
import { COPY, copy, files, more, ONE, one, STATES, states, TERM, term, TEXT, TIMELINE, timeline, TODAY, tree, type Tree } from '../content.ts';

const ABOUT = 'content/pages/en/about.mdx';
const LEDGER = 'content/ledger.txt';
const HISTORY = 'content/history.txt';
const whole = tree();
const text = String(whole[TEXT]);
const about = String(whole[ABOUT]);

/** The source with `words` put in place of `old`, which must stand there. */
function put(source: string, old: string, words: string): string {
  if (!source.includes(old)) throw new Error(`nothing to replace: ${old}`);
  return source.replace(old, () => words);
}
const encode = (source: string): Uint8Array => new TextEncoder().encode(source);
const bytes = (...parts: readonly (string | number)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...encode(part)])));
const utf16 = (source: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(source, 'utf16le')]);

/** The good tree with a changed article; with words in its summary; with a link in a claim; with a changed field. */
const article = (source: string | Uint8Array): Tree => tree({ [ONE]: source });
const says = (words: string): Tree => article(put(one, 'It reports the launch.', words));
const links = (target: string): Tree => article(put(one, '[not to hack back](../../../principles/en/principle-8.md)', `[not to hack back](${target})`));
const field = (old: string, words: string): Tree => article(put(one, old, words));
const page = (words: string): Tree => tree({ [ABOUT]: put(about, '<Counts />', words) });
const named = (name: string): Tree => tree({ [`content/coverage/en/2018/${name}`]: one });
const ledger = (...lines: readonly string[]): Tree => tree({ [LEDGER]: `${lines.join('\n')}\n` });
const history = (line: string): Tree => tree({ [HISTORY]: `${line}\n` });
const row = (old: string, cells: string): Tree => tree({ [STATES]: put(states, old, cells) });
const many = (count: number, words: string): string => words.repeat(count);
const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');

/** What changes in the good tree, and the problem as it is printed: its place and head, what is found, what was expected, how to mend it. */
type Case = readonly [content: Tree, head: string, found: string, expected: string, mend: string];
type Cases = { readonly [name: string]: Case };

const UTF_8 = ['text in UTF-8', 'save the file again in the encoding UTF-8'] as const;
const HIDDEN = ['text without letters that nobody sees', 'take it out'] as const;
const NO_FIELDS = ['a line --- and a second one below the fields', 'begin the file with its fields between two lines of three hyphens; see content/README.md, “Fields”'] as const;
const SLUG = ['lower-case letters, digits and single hyphens', 'rename the file'] as const;
const NO_PLACE = ['a place named in content/README.md, ending in .md or .mdx', 'move it; see content/README.md, “What goes where”'] as const;
const TITLE = ['title: the title as printed', 'correct title; see content/README.md, “Fields”'] as const;
const UNKNOWN_FIELD = ['a field of this kind of entry', 'take it out, or see content/README.md, “Fields”'] as const;
const WEB = ['url: an address that begins with https:// or http://', 'correct url; see content/README.md, “Fields”'] as const;
const DATE = ['published: a year, a month or a day that the calendar holds: 2018, 2018-11 or 2018-11-12', 'correct published; see content/README.md, “Fields”'] as const;
const UNKNOWN_ID = ['one of summary, claims, omits, confirmed, unconfirmed, version, correction, or c1, c2 …', 'see content/README.md, “Passages”'] as const;
const RAW_HTML = ['Markdown', 'write it in Markdown; to show a < write \\<'] as const;
const CLAIM_LINE = ['Speaker · type, or Speaker · figure · as of 2018-11-12', 'see content/README.md, “Claims”'] as const;
const EVENT_LINE = ['the date alone: 2018-11-12, 2018-11, 2018, 2017-06~ or 2019-11-25/2019-11-29', 'see content/README.md, “Events”'] as const;
const PICTURE = ['words, links and tables', 'take the picture out; the site draws its own from the data'] as const;
const DEEP = ['text that is not nested hundreds of levels deep', 'write it flatter'] as const;
const THIRTEEN_WORDS = ['at most 12 words; these are 13', 'keep 12 words at most and say the rest in your own; see content/README.md, “Words”'] as const;
const REFERENCE = ['a line that says what it refers to: [name]: path, or for a note [^name]: words', 'write the line below, or take the brackets out'] as const;
const CONFLICT = ['one of the two sides', 'choose between them, and take the lines of <, = and > out'] as const;
const LINK_FORM = ['a relative path to a content file, or an https address', 'see content/README.md, “Linking”'] as const;
const NO_FILE = ['an entry of content/', 'correct the path, or write the file first'] as const;
const OUTSIDE = ['a target inside content/', 'see content/README.md, “Linking”'] as const;
const NEARLY_THE_TEXT = ['an entry of content/', 'did you mean content/text/en.md?'] as const;
const UNKNOWN_FRAGMENT = ['an id in content/text/en.md, p1 to p16', 'see content/README.md, “Linking”'] as const;
const KIND = ['one of reports, supports, criticises, explains, compares', 'see content/README.md, “Kinds of mention”'] as const;
const CODE = ['components only, without import, export or { }', 'take it out; to show a brace write \\{'] as const;
const BARE = ['<Counts /> without attributes or content', 'take them out'] as const;
const RAW_ELEMENT = ['Markdown', 'write it in Markdown'] as const;
const UNKNOWN_COMPONENT = ['one of Counts, Matrix, Report, StatesMap, StatesTable, StatesGrowth, CiteForms, DataFiles', 'take it out'] as const;
const LEDGER_LINE = ['an address such as /call/#p6, or two with an arrow between: /old/ -> /new/', 'correct the line'] as const;
const FORMULA = ['no =, +, - or @ at the beginning: a table program takes it for a formula', 'put a word before it; behind a link, take it into the link'] as const;
const CELLS = ['7 cells, and quotation marks around one that holds a comma', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'] as const;

const ENCODING: Cases = {
  'in Latin-1': [article(bytes(one.slice(0, 30), 0xe9, one.slice(30))), `${ONE}:3:8  not UTF-8`, '', ...UTF_8],
  'in UTF-16 with a byte order mark': [article(utf16(one)), `${ONE}:1:1  not UTF-8`, '', ...UTF_8],
  'with half of a sequence at its end': [article(bytes(one, 0xe2, 0x82)), `${ONE}:49:1  not UTF-8`, '', ...UTF_8],
  'with an overlong slash, as a filter may miss it': [article(bytes(put(one, 'It reports the launch.', ''), 0xc0, 0xaf)), `${ONE}:49:1  not UTF-8`, '', ...UTF_8],
  'with a lone surrogate in UTF-8': [article(bytes(one, 0xed, 0xa0, 0x80)), `${ONE}:49:1  not UTF-8`, '', ...UTF_8],
  'with a NUL in its words': [says('It reports\0 the launch.'), `${ONE}:16:11  a letter that nobody sees`, 'U+0000', ...HIDDEN],
  'of NULs alone': [tree({ [COPY]: undefined, [ONE]: many(100, '\0') }), `${ONE}:1:1  a letter that nobody sees`, 'U+0000', ...HIDDEN],
  'with a terminal’s escape in its title': [field('title: One article', 'title: "\u001b[2J\u001b]0;owned\u0007"'), `${ONE}:2:9  a letter that nobody sees`, 'U+001B', ...HIDDEN],
  'with an escaped NUL in its title': [field('title: One article', 'title: "One\\0article"'), `${ONE}:2:8  wrong value`, 'One␣article', 'title: the title as printed, without letters that nobody sees', 'correct title; see content/README.md, “Fields”'],
  'with half of a surrogate pair in its title': [field('title: One article', 'title: "One\\uD800article"'), `${ONE}:2:8  wrong value`, 'One␣article', 'title: the title as printed, without letters that nobody sees', 'correct title; see content/README.md, “Fields”'],
  'with half of a surrogate pair in its address': [field('url: https://example.org/one', 'url: "https://example.org/\\uDC00"'), `${ONE}:11:6  wrong value`, 'https://example.org/␣', 'url: an address that begins with https:// or http://, with nothing before the host', 'correct url; see content/README.md, “Fields”'],
  'whose lines end in carriage returns alone': [tree({ [COPY]: undefined, [ONE]: one.replaceAll('\n', '\r') }), `${ONE}:1:4  a letter that nobody sees`, 'U+000D', ...HIDDEN],
  'with a second byte order mark': [article(`\uFEFF\uFEFF${one}`), `${ONE}:1:2  a letter that nobody sees`, 'U+FEFF', ...HIDDEN],
  'with a byte order mark in a heading': [article(put(one, '## omits', '## \uFEFFomits')), `${ONE}:38:4  a letter that nobody sees`, 'U+FEFF', ...HIDDEN],
  'with nothing in it': [tree({ [COPY]: undefined, [ONE]: '' }), `${ONE}:1:1  no front matter`, '', ...NO_FIELDS],
  'of white space alone': [tree({ [COPY]: undefined, [ONE]: ' \n\t\n\u00a0\n' }), `${ONE}:1:1  no front matter`, '', ...NO_FIELDS],
  'with marks of direction that turn its words around': [says('It reports \u202ethe launch.'), `${ONE}:16:12  a letter that nobody sees`, 'U+202E', ...HIDDEN],
  'with marks of direction in its title': [field('title: One article', 'title: One \u202eelcitra\u202c'), `${ONE}:2:12  a letter that nobody sees`, 'U+202E', ...HIDDEN],
};

const NAMES: Cases = {
  'with a space': [named('on e.md'), 'content/coverage/en/2018/on e.md:1:1  a slug that cannot be an address', 'on e', ...SLUG],
  'in capitals': [named('ONE-MORE.md'), 'content/coverage/en/2018/ONE-MORE.md:1:1  a slug that cannot be an address', 'ONE-MORE', ...SLUG],
  'with a dot': [named('one.two.md'), 'content/coverage/en/2018/one.two.md:1:1  a slug that cannot be an address', 'one.two', ...SLUG],
  'with an emoji': [named('one-🔥.md'), 'content/coverage/en/2018/one-🔥.md:1:1  a slug that cannot be an address', 'one-🔥', ...SLUG],
  'with a mark of direction': [named('one-\u202edm.exe.md'), 'content/coverage/en/2018/one-␣dm.exe.md:1:1  a slug that cannot be an address', 'one-␣dm.exe', ...SLUG],
  'with a letter that only looks like one': [named('оne.md'), 'content/coverage/en/2018/оne.md:1:1  a slug that cannot be an address', 'оne', 'lower-case letters, digits and single hyphens', 'rename the file; о is U+043E'],
  'of markup': [named('<img src=x onerror=alert(1)>.md'), 'content/coverage/en/2018/<img src=x onerror=alert(1)>.md:1:1  a slug that cannot be an address', '<img src=x onerror=alert(1)>', ...SLUG],
  'of two lines': [named('one\ntwo.md'), 'content/coverage/en/2018/one two.md:1:1  a file that has no place here', 'content/coverage/en/2018/one two.md', ...NO_PLACE],
  'of a list of coverage': [named('year.md'), 'content/coverage/en/2018/year.md:1:1  a slug that is taken', 'year', 'none of principle, year, publisher, kind, stance, language', 'rename the file'],
  'that every object has': [named('__proto__.md'), 'content/coverage/en/2018/__proto__.md:1:1  a slug that cannot be an address', '__proto__', ...SLUG],
  'of an index': [tree({ 'content/pages/en/index.mdx': about }), 'content/pages/en/index.mdx:1:1  a slug that cannot be an address', 'index', 'one of about, numbering, states, cite, data', 'rename the file'],
  'that climbs': [named('one..%2f..%2ftwo.md'), 'content/coverage/en/2018/one..%2f..%2ftwo.md:1:1  a slug that cannot be an address', 'one..%2f..%2ftwo', ...SLUG],
  'in capitals at its end': [named('two.MD'), 'content/coverage/en/2018/two.MD:1:1  a file that has no place here', 'content/coverage/en/2018/two.MD', ...NO_PLACE],
  'of a script beside the articles': [tree({ 'content/coverage/en/2018/one.js': 'alert(1)' }), 'content/coverage/en/2018/one.js:1:1  a file that has no place here', 'content/coverage/en/2018/one.js', ...NO_PLACE],
  'of a component beside the pages': [tree({ 'content/pages/en/evil.astro': '<script>alert(1)</script>' }), 'content/pages/en/evil.astro:1:1  a file that has no place here', 'content/pages/en/evil.astro', ...NO_PLACE],
  'of an article and a folder in one': [tree({ 'content/coverage/en/2018/two.md/three.md': one }), 'content/coverage/en/2018/two.md/three.md:1:1  a file that has no place here', 'content/coverage/en/2018/two.md/three.md', ...NO_PLACE],
  'in a year that is no year': [tree({ 'content/coverage/en/20180/two.md': one }), 'content/coverage/en/20180/two.md:1:1  a file that has no place here', 'content/coverage/en/20180/two.md', ...NO_PLACE],
  'in a language that is none': [tree({ 'content/coverage/xx/2018/two.md': one }), 'content/coverage/xx/2018/two.md:1:1  a file that has no place here', 'content/coverage/xx/2018/two.md', ...NO_PLACE],
  'in a language that every object has': [tree({ 'content/coverage/constructor/2018/two.md': one }), 'content/coverage/constructor/2018/two.md:1:1  a file that has no place here', 'content/coverage/constructor/2018/two.md', ...NO_PLACE],
  'of a second ledger': [tree({ 'content/text/ledger.txt': '/\n' }), 'content/text/ledger.txt:1:1  a file that has no place here', 'content/text/ledger.txt', ...NO_PLACE],
  'of 300 letters': [named(`${many(300, 'a')}.md`), 'content/coverage/en/2018/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md:1:1  a slug that cannot be an address', `${many(119, 'a')}…`, 'at most 100 letters', 'rename the file'],
};

const FIELDS: Cases = {
  'that never end': [tree({ [COPY]: undefined, [ONE]: put(one, 'url: https://example.org/one\n---\n', 'url: https://example.org/one\n') }), `${ONE}:1:1  no front matter`, '---', ...NO_FIELDS],
  'that end twice': [article(put(one, '---\n\n## summary', '---\n---\n\n## summary')), `${ONE}:13:1  text outside a passage`, '', 'a heading with an id before any text', 'put it below its heading, for instance ## summary; see content/README.md, “Passages”'],
  'that end in four hyphens': [tree({ [COPY]: undefined, [ONE]: put(one, '---\n\n## summary', '----\n\n## summary') }), `${ONE}:1:1  no front matter`, '---', ...NO_FIELDS],
  'in TOML': [tree({ [COPY]: undefined, [ONE]: '+++\ntitle = "One"\n+++\n\n## summary\n\nWords.\n' }), `${ONE}:1:1  no front matter`, '+++', ...NO_FIELDS],
  'indented by tabs': [field('kind: reporting', 'kind:\n\treporting'), `${ONE}:9:1  broken front matter`, 'reporting', 'YAML: Tabs are not allowed as indentation', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'that are a bomb of aliases': [field('authors: [A. Reporter]', ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from('bcdefghi').map((name, at) => `${name}: &${name} [${many(9, `*${'abcdefgh'[at]},`).slice(0, -1)}]`), 'authors: *i'].join('\n')), `${ONE}:2:1  broken front matter`, 'title: One article', 'YAML: Excessive alias count indicates a resource exhaustion attack', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'with an alias to a whole that holds it': [field('authors: [A. Reporter]', 'authors: &a [*a]'), `${ONE}:4:14  wrong value`, '*a', 'authors.0: a name', 'correct authors.0; see content/README.md, “Fields”'],
  'with a tag that makes a function': [field('title: One article', 'title: !!js/function "function () { return 1 }"'), `${ONE}:2:8  broken front matter`, 'title: !!js/function "function () { return 1 }"', 'YAML: Unresolved tag: tag:yaml.org,2002:js/function', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'with a tag that makes an object': [field('title: One article', 'title: !!python/object/apply:os.system ["id"]'), `${ONE}:2:8  broken front matter`, 'title: !!python/object/apply:os.system ["id"]', 'YAML: Unresolved tag: tag:yaml.org,2002:python/object/apply:os.system', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'with a tag of its own': [field('title: One article', 'title: !evil One article'), `${ONE}:2:8  broken front matter`, 'title: !evil One article', 'YAML: Unresolved tag: !evil', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'with bytes for a title': [field('title: One article', 'title: !!binary aGVsbG8='), `${ONE}:2:17  wrong value`, 'hello', ...TITLE],
  'given twice': [field('title: One article', 'title: One article\ntitle: Another'), `${ONE}:3:1  broken front matter`, 'title: Another', 'YAML: Map keys must be unique', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'merged from elsewhere': [field('title: One article', '<<: { section: News }\ntitle: One article'), `${ONE}:2:1  unknown field`, '<<', ...UNKNOWN_FIELD],
  'of two documents': [field('title: One article', 'title: One article\n...\n%YAML 1.2'), `${ONE}:5:1  broken front matter`, 'summary: What it says.', 'YAML: Source contains multiple documents; please use YAML.parseAllDocuments()', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'named __proto__': [field('title: One article', '__proto__: { polluted: true }\ntitle: One article'), `${ONE}:2:1  unknown field`, '__proto__', ...UNKNOWN_FIELD],
  'named constructor': [field('title: One article', 'constructor: { prototype: { polluted: true } }\ntitle: One article'), `${ONE}:2:1  unknown field`, 'constructor', ...UNKNOWN_FIELD],
  'named by a list': [field('title: One article', '? [a, b]\n: c\ntitle: One article'), `${ONE}:2:1  unknown field`, '[ a, b ]', ...UNKNOWN_FIELD],
  'named by nothing': [field('title: One article', '"": c\ntitle: One article'), `${ONE}:2:1  unknown field`, '', ...UNKNOWN_FIELD],
  'named in letters that only look right': [field('title: One article', 'tіtle: One article'), `${ONE}:2:1  unknown field`, 'tіtle', 'a field of this kind of entry', 'did you mean title? і is U+0456'],
  'of a name that ends in a letter without width': [field('title: One article', '"title\u200b": One article'), `${ONE}:2:7  a letter that nobody sees`, 'U+200B', ...HIDDEN],
  'nested a thousand deep': [field('authors: [A. Reporter]', `authors: ${many(1000, '[')}${many(1000, ']')}`), `${ONE}:4:10  broken front matter`, 'authors: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…', 'YAML: lists that are not nested fifty deep', 'quote a value that holds a colon or begins with a special character, and indent with spaces'],
  'with an enormous number': [field('title: One article', `title: ${many(400, '9')}`), `${ONE}:2:8  wrong value`, 'Infinity', ...TITLE],
  'with a number that is none': [field('title: One article', 'title: .nan'), `${ONE}:2:8  wrong value`, 'NaN', ...TITLE],
  'with a script in the address': [field('url: https://example.org/one', 'url: "JaVaScRiPt:alert(1)//https://example.org"'), `${ONE}:11:6  wrong value`, 'JaVaScRiPt:alert(1)//https://example.org', ...WEB],
  'with a script before an address': [field('url: https://example.org/one', 'url: "\\tjavascript:alert(1)"'), `${ONE}:11:6  wrong value`, 'javascript:alert(1)', ...WEB],
  'with a name and a word for passing in the address': [field('url: https://example.org/one', 'url: https://example.org@evil.example/'), `${ONE}:11:6  wrong value`, 'https://example.org@evil.example/', 'url: an address that begins with https:// or http://, with nothing before the host', 'correct url; see content/README.md, “Fields”'],
  'with an address in data': [field('url: https://example.org/one', 'archive: data:text/html,<script>alert(1)</script>\nurl: https://example.org/one'), `${ONE}:11:10  wrong value`, 'data:text/html,<script>alert(1)</script>', 'archive: an address that begins with https:// or http://', 'correct archive; see content/README.md, “Fields”'],
  'with an address of this computer': [field('url: https://example.org/one', 'url: file:///etc/passwd'), `${ONE}:11:6  wrong value`, 'file:///etc/passwd', ...WEB],
  'with a 29 February where there was none': [field('published: 2018-11-12', 'published: 2018-02-29'), `${ONE}:6:12  wrong value`, '2018-02-29', ...DATE],
  'with a month of zeros': [field('published: 2018-11-12', 'published: 2018-00-00'), `${ONE}:6:12  wrong value`, '2018-00-00', ...DATE],
  'with the year 0000': [tree({ [COPY]: undefined, [ONE]: undefined, 'content/coverage/en/0000/one.md': put(one, 'published: 2018-11-12', "published: '0000'") }), 'content/coverage/en/0000/one.md:6:12  wrong value', '0000', ...DATE],
  'with the year 9999': [tree({ [COPY]: undefined, [ONE]: undefined, 'content/coverage/en/9999/one.md': put(one, 'published: 2018-11-12', 'published: 9999-12-31') }), 'content/coverage/en/9999/one.md:6:12  a date in the future', '9999-12-31', 'a day up to 2026-11-21', 'correct the date'],
  'with a year of five digits': [field('published: 2018-11-12', 'published: +12018-11-12'), `${ONE}:6:12  wrong value`, '+12018-11-12', ...DATE],
  'with a date and the time of day': [field('published: 2018-11-12', 'published: 2018-11-12T00:00:00Z'), `${ONE}:6:12  wrong value`, '2018-11-12T00:00:00Z', ...DATE],
  'with a date in digits of another script': [field('published: 2018-11-12', 'published: "２０１８-11-12"'), `${ONE}:6:12  wrong value`, '２０１８-11-12', ...DATE],
  'with a language that is a path': [field('language: en', 'language: ../en'), `${ONE}:7:11  wrong value`, '../en', 'language: a language tag such as en or fr', 'correct language; see content/README.md, “Fields”'],
  'of a summary that is a page': [field('summary: What it says.', `summary: ${many(5000, 'word ')}`), `${ONE}:3:10  wrong value`, 'word word word word word word word word word word word word word word word word word word word word word word word word…', 'summary: at most 160 characters', 'correct summary; see content/README.md, “Fields”'],
  'of a title that is a formula': [field('title: One article', `title: "=HYPERLINK('https://evil.example','One')"`), `${ONE}:2:8  wrong value`, `=HYPERLINK('https://evil.example','One')`, 'title: the title as printed, with none of = + - @ at its beginning, which a table program takes for a formula', 'correct title; see content/README.md, “Fields”'],
  'of an author that is a formula': [field('authors: [A. Reporter]', 'authors: ["@SUM(1+1)"]'), `${ONE}:4:11  wrong value`, '@SUM(1+1)', 'authors.0: a name, with none of = + - @ at its beginning, which a table program takes for a formula', 'correct authors.0; see content/README.md, “Fields”'],
  'of a publisher without a letter': [field('publisher: The Paper', 'publisher: "!!!"'), `${ONE}:5:12  wrong value`, '!!!', 'publisher: the house, in its usual form, with a letter or a digit', 'correct publisher; see content/README.md, “Fields”'],
  'of two publishers with the same letters': [tree({ [COPY]: put(copy, 'A Blog', 'C++'), [ONE]: put(one, 'The Paper', 'C#') }), `${ONE}:5:12  two publishers with one address`, 'C#', `one publisher for /coverage/publisher/c/; in ${COPY} it is C++`, 'write both alike where they are one, or spell one of them out'],
  'of a copy of itself': [tree({ [COPY]: put(copy, 'copyOf: one\ncuts: [c3]', 'copyOf: copy') }), `${COPY}:10:9  copies in a circle`, 'copy', 'a chain of copies that ends in an original', 'take copyOf out of the record that is the original'],
  'of a copy of what every object has': [tree({ [COPY]: put(copy, 'copyOf: one\ncuts: [c3]', 'copyOf: constructor') }), `${COPY}:10:9  no such original`, 'constructor', 'the slug of a coverage record', 'write the original first'],
  'that cut a million claims': [tree({ [COPY]: put(copy, 'cuts: [c3]', 'cuts: [c1-c9999999]') }), `${COPY}:11:8  wrong value`, 'c1-c9999999', 'cuts.0: a claim or a run of claims: c3 or c28-c45', 'correct cuts.0; see content/README.md, “Fields”'],
  'that cut claims from the last to the first': [tree({ [COPY]: put(copy, 'cuts: [c3]', 'cuts: [c3-c1]') }), `${COPY}:11:8  wrong value`, 'c3-c1', 'cuts.0: a claim or a run of claims: c3 or c28-c45', 'correct cuts.0; see content/README.md, “Fields”'],
  'of a term that is a pattern': [tree({ ...more, [TERM]: put(term, 'term: botnet', 'term: "(a+)+$"') }), `${TERM}:2:7  wrong value`, '(a+)+$', 'term: the term as in running text, which begins with a letter', 'correct term; see content/README.md, “Fields”'],
  'of a term that is nothing but brackets': [tree({ ...more, [TERM]: put(term, 'term: botnet', 'term: " (a)"') }), `${TERM}:2:7  wrong value`, '(a)', 'term: the term as in running text, which begins with a letter', 'correct term; see content/README.md, “Fields”'],
};

const PASSAGES: Cases = {
  'under an id with a letter that only looks right': [article(put(one, '### c2', '### с2')), `${ONE}:26:1  unknown passage`, 'с2', 'one of summary, claims, omits, confirmed, unconfirmed, version, correction, or c1, c2 …', 'see content/README.md, “Passages”; с is U+0441'],
  'under an id with a letter without width': [article(put(one, '## omits', '## omi\u200bts')), `${ONE}:38:7  a letter that nobody sees`, 'U+200B', ...HIDDEN],
  'under an id in full-width digits': [tree({ [TEXT]: put(text, '## p7', '## p７') }), `${TEXT}:34:1  unknown passage`, 'p７', 'one of p1, p2 … p16', 'did you mean p7? ７ is U+FF17'],
  'under an id of another kind': [article(put(one, '## omits', '## definition\n\nWords.\n\n## omits')), `${ONE}:38:1  unknown passage`, 'definition', ...UNKNOWN_ID],
  'under an id that every object has': [article(put(one, '## omits', '## __proto__\n\nWords.\n\n## omits')), `${ONE}:38:1  unknown passage`, 'proto', ...UNKNOWN_ID],
  'under an id that is a script': [article(put(one, '## omits', '## "><script>alert(1)</script>\n\nWords.\n\n## omits')), `${ONE}:38:6  raw HTML`, '<script>', ...RAW_HTML],
  'under a title': [article(put(one, '## summary', '# One article\n\n## summary')), `${ONE}:14:1  unknown passage`, 'One article', ...UNKNOWN_ID],
  'under two titles': [article(put(one, '## omits', '# omits')), `${ONE}:38:1  unknown passage`, '# omits', '## omits', 'change the number of hashes'],
  'six levels down': [article(put(one, '### c2', '###### c2')), `${ONE}:26:1  unknown passage`, '###### c2', '### c2, below ## claims', 'change the number of hashes'],
  'under an underlined id': [article(put(one, '## omits', 'omits\n=====')), `${ONE}:38:1  unknown passage`, '# omits', '## omits', 'change the number of hashes'],
  'under an id with a number from nothing': [tree({ [COPY]: undefined, [ONE]: put(one, '### c3', '### c0') }), `${ONE}:32:1  unknown passage`, 'c0', ...UNKNOWN_ID],
  'under an id of 400 digits': [tree({ [COPY]: undefined, [ONE]: put(one, '### c3', `### c${many(400, '9')}`) }), `${ONE}:32:1  unknown passage`, 'c9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999…', ...UNKNOWN_ID],
  'of a claim that holds on a day that is none': [article(put(one, 'as of 2018-11-12', 'as of 2018-11-31')), `${ONE}:26:1  a claim without its first line`, 'A. Reporter · figure · as of 2018-11-31', ...CLAIM_LINE],
  'of a claim with a fourth part': [article(put(one, 'Some Critic · criticism', 'Some Critic · criticism · as of 2018 · evil')), `${ONE}:32:1  a claim without its first line`, 'Some Critic · criticism · as of 2018 · evil', ...CLAIM_LINE],
  'of an event before time': [tree({ ...more, [TIMELINE]: put(timeline, '2017-05\n', '0000-00~\n') }), `${TIMELINE}:6:1  an event without its date`, '0000-00~', ...EVENT_LINE],
  'of an event that ends before it begins': [tree({ ...more, [TIMELINE]: put(timeline, '2019-11-25/2019-11-29', '2019-11-29/2019-11-25') }), `${TIMELINE}:18:1  an event without its date`, '2019-11-29/2019-11-25', ...EVENT_LINE],
};

const WORDS: Cases = {
  'a script': [says('<script>alert(1)</script>'), `${ONE}:16:1  raw HTML`, '<script>alert(1)</script>', ...RAW_HTML],
  'a script that never ends': [says('<script>alert(1)'), `${ONE}:16:1  raw HTML`, '<script>alert(1) ## claims ### c1 A. Reporter · fact It asks firms [not to hack back](../../../principles/en/principle-…', ...RAW_HTML],
  'a picture that fails into a script': [says('It <img src=x onerror=alert(1)> reports.'), `${ONE}:16:4  raw HTML`, '<img src=x onerror=alert(1)>', ...RAW_HTML],
  'a drawing that loads into a script': [says('<svg onload=alert(1)>'), `${ONE}:16:1  raw HTML`, '<svg onload=alert(1)>', ...RAW_HTML],
  'a frame': [says('<iframe srcdoc="<script>alert(1)</script>"></iframe>'), `${ONE}:16:1  raw HTML`, '<iframe srcdoc="<script>alert(1)</script>"></iframe>', ...RAW_HTML],
  'a form that posts elsewhere': [says('<form action=https://evil.example><input name=q></form>'), `${ONE}:16:1  raw HTML`, '<form action=https://evil.example><input name=q></form>', ...RAW_HTML],
  'a comment that never ends': [says('<!-- It reports the launch.'), `${ONE}:16:1  raw HTML`, '<!-- It reports the launch. ## claims ### c1 A. Reporter · fact It asks firms [not to hack back](../../../principles/en…', ...RAW_HTML],
  'a declaration': [says('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), `${ONE}:16:1  raw HTML`, '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>', ...RAW_HTML],
  'a processing instruction': [says('<?php system("id") ?>'), `${ONE}:16:1  raw HTML`, '<?php system("id") ?>', ...RAW_HTML],
  'a section of data': [says('<![CDATA[<script>alert(1)</script>]]>'), `${ONE}:16:1  raw HTML`, '<![CDATA[<script>alert(1)</script>]]>', ...RAW_HTML],
  'the end of the page': [says('It reports.</main></body></html>'), `${ONE}:16:12  raw HTML`, '</main>', ...RAW_HTML],
  'a base for all links': [says('<base href="https://evil.example/">'), `${ONE}:16:1  raw HTML`, '<base href="https://evil.example/">', ...RAW_HTML],
  'a refresh': [says('<meta http-equiv=refresh content="0;url=https://evil.example">'), `${ONE}:16:1  raw HTML`, '<meta http-equiv=refresh content="0;url=https://evil.example">', ...RAW_HTML],
  'a picture from elsewhere': [says('It ![pixel](https://evil.example/pixel.gif) reports.'), `${ONE}:16:4  a picture`, 'pixel', ...PICTURE],
  'a picture in data': [says('It ![x](data:image/svg+xml;base64,PHN2Zz4=) reports.'), `${ONE}:16:4  a picture`, 'x', ...PICTURE],
  'a picture of this computer': [says('It ![x](file:///etc/passwd) reports.'), `${ONE}:16:4  a picture`, 'x', ...PICTURE],
  'a picture without words': [says('It ![](x.png) reports.'), `${ONE}:16:4  a picture`, '', ...PICTURE],
  'a block of quotation, ten thousand deep': [says(`${many(10_000, '>')} deep`), `${ONE}:16:1  broken MDX`, '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>', ...DEEP],
  'brackets, 300,000 of them': [says(many(300_000, '[')), `${ONE}:1:1  a file that is too long`, '294 KiB', 'at most 256 KiB', 'part it into several files'],
  'a line of 5 MB': [says(many(5 * 1024 * 1024, 'x')), `${ONE}:1:1  a file that is too long`, '5121 KiB', 'at most 256 KiB', 'part it into several files'],
  'a mark of direction by its number': [says('It reports &#8238;the launch.'), `${ONE}:16:1  a letter that nobody sees`, 'It reports ␣the launch.', 'text without letters that nobody sees', 'take out the sign that stands for one, such as &#8238;'],
  'lists in lists, ten thousand deep': [says(`${many(10_000, '- ')}deep`), `${ONE}:16:1  broken MDX`, '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -…', ...DEEP],
  'a quotation of 13 words in guillemets of another kind': [says(`It says ‹${words(13)}›.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words in German marks': [says(`It says „${words(13)}“.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words in Danish marks': [says(`It says »${words(13)}«.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words in Japanese marks': [says(`It says 「${words(13)}」.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words in single marks': [says(`It says ‘${words(13)}’.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words in full-width marks': [says(`It says ＂${words(13)}＂.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', ...THIRTEEN_WORDS],
  'a quotation of 13 words that holds another': [says(`It says “word0 ‘word1 word2’ ${words(13)}”.`), `${ONE}:16:10  a quotation over the cap`, 'word0 ‘word1 word2’ word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13', 'at most 12 words; these are 16', 'keep 12 words at most and say the rest in your own; see content/README.md, “Words”'],
  'a quotation of 13 words, cut by a quotation inside it': [says(`It says “${words(9)} “inner” ${words(9)}”.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 “inner” word1 word2 word3 word4 word5 word6 word7 word8 word9', 'at most 12 words; these are 19', 'keep 12 words at most and say the rest in your own; see content/README.md, “Words”'],
  'a quotation of 13 words joined by letters without width': [says(`It says “${words(13).replaceAll(' ', '\u200b ')}”.`), `${ONE}:16:15  a letter that nobody sees`, 'U+200B', ...HIDDEN],
  'a quotation of 13 words that never closes': [says(`It says “${words(13)}.`), `${ONE}:16:10  a quotation over the cap`, 'word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13.', ...THIRTEEN_WORDS],
  'a note that is nowhere': [says('It reports the launch.[^evil]'), `${ONE}:16:1  a reference without its other end`, '[^evil]', ...REFERENCE],
  'a note that nobody calls': [says('It reports.\n\n[^evil]: A note.'), `${ONE}:18:1  a reference without its other end`, '[^evil]', 'a place in the text that calls this note: [^evil]', 'write it there, or take the note out'],
  'a formula': [says('=cmd|\' /C calc\'!A0'), `${ONE}:14:1  words that are a formula`, '=cmd|’ /C calc’!A0', ...FORMULA],
  'a formula in letters by their numbers': [says('&#61;1&#43;1'), `${ONE}:14:1  words that are a formula`, '=1+1', ...FORMULA],
  'a formula for a speaker': [article(put(one, 'Some Critic · criticism', '@Critic · criticism')), `${ONE}:32:1  words that are a formula`, '@Critic', ...FORMULA],
  'a formula before a link': [says('It reports.\n\n+1 for [the Call](../../../text/en.md).'), `${ONE}:18:8  words that are a formula`, '+1 for', ...FORMULA],
  'a formula for a link’s words': [says('It reports [-1](../../../text/en.md).'), `${ONE}:16:12  words that are a formula`, '-1', ...FORMULA],
  'a formula behind a link': [says('It reports [the Call](../../../text/en.md)=1+1.'), `${ONE}:16:12  words that are a formula`, '=1+1.', ...FORMULA],
  'a line of another conflict': [says('<<<<<<< HEAD\nIt reports.\n=======\nIt says.\n>>>>>>> other'), `${ONE}:16:1  a conflict that is not settled`, '<<<<<<< HEAD', ...CONFLICT],
};

const LINKS: Cases = {
  'to a script': [links('javascript:alert(1)'), `${ONE}:24:15  a link that the site cannot follow`, 'javascript:alert(1)', ...LINK_FORM],
  'to a script in mixed letters': [links('JaVaScRiPt:alert(1)'), `${ONE}:24:15  a link that the site cannot follow`, 'JaVaScRiPt:alert(1)', ...LINK_FORM],
  'to a script with a tab in it': [links('<java\tscript:alert(1)>'), `${ONE}:24:15  no such file`, 'java script:alert(1)', ...NO_FILE],
  'to a script with a letter without width before it': [links('\u200bjavascript:alert(1)'), `${ONE}:24:34  a letter that nobody sees`, 'U+200B', ...HIDDEN],
  'to a script in entities': [links('&#106;avascript&colon;alert&lpar;1&rpar;'), `${ONE}:24:15  a link that the site cannot follow`, 'javascript:alert(1)', ...LINK_FORM],
  'to a script in percent signs': [links('javascript%3Aalert(1)'), `${ONE}:24:15  no such file`, 'javascript%3Aalert(1)', ...NO_FILE],
  'to a script behind a control character': [links('<\u0001javascript:alert(1)>'), `${ONE}:24:35  a letter that nobody sees`, 'U+0001', ...HIDDEN],
  'to a page in data': [links('data:text/html;base64,PHNjcmlwdD4='), `${ONE}:24:15  a link that the site cannot follow`, 'data:text/html;base64,PHNjcmlwdD4=', ...LINK_FORM],
  'to a script of another kind': [links('vbscript:msgbox(1)'), `${ONE}:24:15  a link that the site cannot follow`, 'vbscript:msgbox(1)', ...LINK_FORM],
  'to this computer': [links('file:///etc/passwd'), `${ONE}:24:15  a link that the site cannot follow`, 'file:///etc/passwd', ...LINK_FORM],
  'to a blob': [links('blob:https://evil.example/1'), `${ONE}:24:15  a link that the site cannot follow`, 'blob:https://evil.example/1', ...LINK_FORM],
  'to another host by its scheme': [links('//evil.example/'), `${ONE}:24:15  a link that the site cannot follow`, '//evil.example/', ...LINK_FORM],
  'to another host by backslashes': [links('\\\\\\\\evil.example/'), `${ONE}:24:15  a link that the site cannot follow`, '\\\\evil.example/', ...LINK_FORM],
  'to another host without slashes': [links('https:evil.example'), `${ONE}:24:15  a link that the site cannot follow`, 'https:evil.example', ...LINK_FORM],
  'to an address that is none': [links('https://exa%mple.org:99999/'), `${ONE}:24:15  a link that the site cannot follow`, 'https://exa%mple.org:99999/', ...LINK_FORM],
  'to a host with a name and a word for passing': [links('https://call.example@evil.example/'), `${ONE}:24:15  a link that the site cannot follow`, 'https://call.example@evil.example/', ...LINK_FORM],
  'to a path from the root': [links('/etc/passwd'), `${ONE}:24:15  a link that the site cannot follow`, '/etc/passwd', ...LINK_FORM],
  'above content': [links('../../../../../../../../etc/passwd'), `${ONE}:24:15  a link out of content`, '../../../../../../../../etc/passwd', ...OUTSIDE],
  'above content in percent signs': [links('..%2f..%2f..%2f..%2f..%2fetc%2fpasswd'), `${ONE}:24:15  a link out of content`, '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd', ...OUTSIDE],
  'above content and back': [links('../../../../content/text/en.md'), `${ONE}:24:15  a link out of content`, '../../../../content/text/en.md', ...OUTSIDE],
  'above content in percent signs twice': [links('..%252f..%252f..%252ftext/en.md'), `${ONE}:24:15  no such file`, '..%252f..%252f..%252ftext/en.md', ...NEARLY_THE_TEXT],
  'above content in overlong letters': [links('..%c0%af..%c0%aftext/en.md'), `${ONE}:24:15  no such file`, '..%c0%af..%c0%aftext/en.md', ...NEARLY_THE_TEXT],
  'with a NUL in percent signs': [links('../../../text/en.md%00.md'), `${ONE}:24:15  no such file`, '../../../text/en.md%00.md', ...NO_FILE],
  'with half a percent sign': [links('../../../text/en.md%'), `${ONE}:24:15  no such file`, '../../../text/en.md%', ...NEARLY_THE_TEXT],
  'with a backslash for a slash': [links('..\\\\..\\\\..\\\\text\\\\en.md'), `${ONE}:24:15  a link that the site cannot follow`, '..\\..\\..\\text\\en.md', ...LINK_FORM],
  'with a question': [links('../../../text/en.md?x=<script>'), `${ONE}:24:15  a link that the site cannot follow`, '../../../text/en.md?x=<script>', ...LINK_FORM],
  'with two fragments': [links('../../../text/en.md#p1#p2'), `${ONE}:24:15  a link that the site cannot follow`, '../../../text/en.md#p1#p2', ...LINK_FORM],
  'with a fragment that every object has': [links('../../../text/en.md#__proto__'), `${ONE}:24:15  no such passage`, '../../../text/en.md#__proto__', ...UNKNOWN_FRAGMENT],
  'with a fragment that is a script': [links('../../../text/en.md#%3Cscript%3E'), `${ONE}:24:15  no such passage`, '../../../text/en.md#%3Cscript%3E', ...UNKNOWN_FRAGMENT],
  'with a fragment that a browser reads as words': [links('../../../text/en.md#:~:text=evil'), `${ONE}:24:15  no such passage`, '../../../text/en.md#:~:text=evil', ...UNKNOWN_FRAGMENT],
  'to nothing': [links(''), `${ONE}:24:15  a link that the site cannot follow`, '', ...LINK_FORM],
  'to a fragment of nothing': [links('#'), `${ONE}:24:15  a link that the site cannot follow`, '#', ...LINK_FORM],
  'to a folder': [links('../../../text/'), `${ONE}:24:15  no such file`, '../../../text/', ...NO_FILE],
  'to the register of addresses': [links('../../../ledger.txt'), `${ONE}:24:15  no such file`, '../../../ledger.txt', ...NO_FILE],
  'by a reference that is nowhere': [article(put(one, '[not to hack back](../../../principles/en/principle-8.md)', '[not to hack back][nowhere]')), `${ONE}:24:1  a reference without its other end`, '[not to hack back][nowhere]', ...REFERENCE],
  'by a reference to a script': [article(`${put(one, '[not to hack back](../../../principles/en/principle-8.md)', '[not to hack back][evil]')}\n[evil]: javascript:alert(1)\n`), `${ONE}:24:15  a link that the site cannot follow`, 'javascript:alert(1)', ...LINK_FORM],
  'with a title that is a script': [links('../../../principles/en/principle-8.md "><script>alert(1)</script>"'), `${ONE}:24:15  unknown kind of mention`, '><script>alert(1)</script>', ...KIND],
  'with a title that every object has': [links('../../../principles/en/principle-8.md "constructor"'), `${ONE}:24:15  unknown kind of mention`, 'constructor', ...KIND],
  'to a script, written out': [says('It <javascript:alert(1)> reports.'), `${ONE}:16:4  a link that the site cannot follow`, 'javascript:alert(1)', ...LINK_FORM],
  'to a mailbox, written out': [says('It <evil@example.org> reports.'), `${ONE}:16:4  a link that the site cannot follow`, 'mailto:evil@example.org', ...LINK_FORM],
  'whose words are a letter without width': [article(put(one, '[not to hack back]', '[\u200b]')), `${ONE}:24:16  a letter that nobody sees`, 'U+200B', ...HIDDEN],
  'around a picture': [article(put(one, '[not to hack back]', '[![x](https://evil.example/x.png)]')), `${ONE}:24:16  a picture`, 'x', ...PICTURE],
  'in a link': [article(put(one, '[not to hack back](../../../principles/en/principle-8.md)', '[a [b](javascript:alert(1)) c](../../../text/en.md)')), `${ONE}:24:18  a link that the site cannot follow`, 'javascript:alert(1)', ...LINK_FORM],
};

const MDX: Cases = {
  'an import of the disk': [page("import { readFileSync } from 'node:fs'\n\n<Counts />"), `${ABOUT}:12:1  code in MDX`, `import { readFileSync } from 'node:fs'`, ...CODE],
  'an export that runs': [page('export const x = process.exit(0)\n\n<Counts />'), `${ABOUT}:12:1  code in MDX`, 'export const x = process.exit(0)', ...CODE],
  'code in braces': [page('{process.env.HOME}'), `${ABOUT}:12:1  code in MDX`, 'process.env.HOME', ...CODE],
  'code in braces that throws': [page('{(() => { throw new Error("x") })()}'), `${ABOUT}:12:1  code in MDX`, '(() => { throw new Error("x") })()', ...CODE],
  'code in a sentence': [page('It counts {globalThis.process.exit(1)}.'), `${ABOUT}:12:11  code in MDX`, 'globalThis.process.exit(1)', ...CODE],
  'code in an attribute': [page('<Counts n={process.exit(1)} />'), `${ABOUT}:12:1  code in MDX`, '<Counts>', ...BARE],
  'code spread into attributes': [page('<Counts {...process.env} />'), `${ABOUT}:12:1  code in MDX`, '<Counts>', ...BARE],
  'an attribute that is a script': [page('<Counts onload="alert(1)" />'), `${ABOUT}:12:1  code in MDX`, '<Counts>', ...BARE],
  'markup that sets itself': [page('<Counts set:html="<script>alert(1)</script>" />'), `${ABOUT}:12:1  code in MDX`, '<Counts>', ...BARE],
  'a script': [page('<script>{`alert(1)`}</script>'), `${ABOUT}:12:1  raw HTML`, '<script>', ...RAW_ELEMENT],
  'a style': [page('<style>{`*{display:none}`}</style>'), `${ABOUT}:12:1  raw HTML`, '<style>', ...RAW_ELEMENT],
  'a component of a component': [page('<Counts.evil />'), `${ABOUT}:12:1  unknown component`, '<Counts.evil>', ...UNKNOWN_COMPONENT],
  'a component with a name of two parts': [page('<svg:script />'), `${ABOUT}:12:1  raw HTML`, '<svg:script>', ...RAW_ELEMENT],
  'a component that every object has': [page('<Object />'), `${ABOUT}:12:1  unknown component`, '<Object>', ...UNKNOWN_COMPONENT],
  'an unknown component in a sentence': [page('It counts <Evil /> well.'), `${ABOUT}:12:11  unknown component`, '<Evil>', ...UNKNOWN_COMPONENT],
  'a fragment of components': [page('<><Counts /></>'), `${ABOUT}:12:1  raw HTML`, '<>', ...RAW_ELEMENT],
  'a brace that never closes': [page('It counts { and more.'), `${ABOUT}:12:11  broken MDX`, 'It counts { and more.', 'Unexpected end of file in expression, expected a corresponding closing brace for `{`', 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it'],
  'a component that never closes': [page('<Counts>'), `${ABOUT}:12:1  broken MDX`, '<Counts>', 'Expected a closing tag for `<Counts>` (12:1)', 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it'],
  'a comment': [page('{/* a comment */}'), `${ABOUT}:12:1  code in MDX`, '/* a comment */', ...CODE],
  'a comment of HTML': [page('<!-- a comment -->'), `${ABOUT}:12:1  broken MDX`, '<!-- a comment -->', 'Unexpected character `!` (U+0021) before name, expected a character that can start a name, such as a letter, `$`, or `_`', 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it'],
  'code that is none': [page('{=}'), `${ABOUT}:12:2  broken MDX`, '{=}', 'Could not parse expression with oxc: Unexpected token', 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it'],
  'braces, ten thousand deep': [page(many(10_000, '{')), `${ABOUT}:12:1  broken MDX`, `${many(119, '{')}…`, 'Unexpected end of file in expression, expected a corresponding closing brace for `{`', 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it'],
};

const REGISTERS: Cases = {
  'the ledger: another site’s address': [ledger('https://evil.example/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, 'https://evil.example/', ...LEDGER_LINE],
  'the ledger: another host': [ledger('//evil.example/ -> /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '//evil.example/ -> /call/', ...LEDGER_LINE],
  'the ledger: an address that climbs': [ledger('/../../etc/ -> /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/../../etc/ -> /call/', ...LEDGER_LINE],
  'the ledger: an address with a space': [ledger('/a b/ -> /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/a b/ -> /call/', ...LEDGER_LINE],
  'the ledger: an address that is a pattern of routes': [ledger('/[...path]/ -> /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/[...path]/ -> /call/', ...LEDGER_LINE],
  'the ledger: markup': [ledger('/<script>/ -> /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/<script>/ -> /call/', ...LEDGER_LINE],
  'the ledger: a redirect to another site': [ledger('/old/ -> https://evil.example/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/old/ -> https://evil.example/', ...LEDGER_LINE],
  'the ledger: a redirect to a script': [ledger('/old/ -> javascript:alert(1)'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/old/ -> javascript:alert(1)', ...LEDGER_LINE],
  'the ledger: a redirect to nothing': [ledger('/old/ -> '), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/old/ ->', ...LEDGER_LINE],
  'the ledger: two redirects in a line': [ledger('/old/ -> /call/ -> /'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/old/ -> /call/ -> /', ...LEDGER_LINE],
  'the ledger: an arrow of another kind': [ledger('/old/ => /call/'), `${LEDGER}:1:1  a line of the ledger that cannot be read`, '/old/ => /call/', ...LEDGER_LINE],
  'the ledger: a redirect to itself': [ledger('/old/ -> /old/'), `${LEDGER}:1:1  a released address would die`, '/old/ -> /old/', 'a redirect to a page that exists; these lead in a circle', 'write where /old/ leads now'],
  'the ledger: redirects in a circle': [ledger('/old/ -> /older/', '/older/ -> /old/'), `${LEDGER}:1:1  a released address would die`, '/older/ -> /old/ -> /older/', 'a redirect to a page that exists; these lead in a circle', 'write where /old/ leads now'],
  'the ledger: a redirect from a page that is there': [ledger('/call/ -> /'), `${LEDGER}:1:1  a redirect from a page that is there`, '/call/', 'a redirect from an address that is gone', 'take the redirect out, or rename the page or passage that is there'],
  'the ledger: a fragment that moves to another page': [ledger('/call/#p99 -> /principles/1/'), `${LEDGER}:1:1  a released address would die`, '/principles/1/', 'a passage of /call/, since a fragment can move only within its page', 'write /call/ -> /principles/1/ if the whole page moved'],
  'the ledger: one address twice': [ledger('/old/ -> /call/', '/old/ -> /principles/'), `${LEDGER}:2:1  a line of the ledger that cannot be read`, '/old/', 'each address once; it stands already in line 1', 'write there where it leads, and take this line out'],
  'the ledger: a conflict': [ledger('/', '<<<<<<< HEAD'), `${LEDGER}:2:1  a conflict that is not settled`, '<<<<<<< HEAD', ...CONFLICT],
  'the ledger: not closed': [tree({ [LEDGER]: bytes('/\n/call/\n') }), `${LEDGER}:3:1  the ledger is not closed`, '', 'the line # … addresses, sha256 … below all others', 'put it back from the last release; npm run ledger closes a ledger that never had one'],
  'the ledger: closed over another': [tree({ [LEDGER]: bytes('/\n# 2 addresses, sha256 0123456789abcdef\n') }), `${LEDGER}:2:1  the ledger has lost what it held`, '# 1 addresses, sha256 f465c3739385890c', '# 2 addresses, sha256 0123456789abcdef', 'put back the line that git diff shows as gone or changed; where two branches met, take the ledger of one and run npm run ledger'],
  'the ledger: emptied': [tree({ [LEDGER]: bytes(''), [HISTORY]: '2018-11-12 0000000000000000 content/text/en.md\n' }), `${LEDGER}:1:1  the ledger is empty`, '', 'the addresses of all releases, which the history knows of', 'put the ledger back from the last release'],
  'the ledger: another encoding': [tree({ [LEDGER]: bytes('/caf', 0xe9, '/\n') }), `${LEDGER}:1:5  not UTF-8`, '', ...UTF_8],
  'the history: a day that is none': [history('2019-02-30 0000000000000000 content/text/en.md'), `${HISTORY}:1:1  a line of the history that cannot be read`, '2019-02-30', 'a day of the calendar up to 2026-11-21', 'put back the line of the last release'],
  'the history: a day to come': [history('2999-01-01 0000000000000000 content/text/en.md'), `${HISTORY}:1:1  a line of the history that cannot be read`, '2999-01-01', 'a day of the calendar up to 2026-11-21', 'put back the line of the last release'],
  'the history: a conflict': [history('<<<<<<< HEAD'), `${HISTORY}:1:1  a conflict that is not settled`, '<<<<<<< HEAD', ...CONFLICT],
  'the history: a fingerprint that is none': [history('2018-11-12 zzz content/text/en.md'), `${HISTORY}:1:1  a line of the history that cannot be read`, '2018-11-12 zzz content/text/en.md', 'a day, a fingerprint of 16 digits and a file: 2026-11-21 9b1c4a07d2e85f36 content/text/en.md', 'put back the line of the last release'],
  'the history: another encoding': [tree({ [HISTORY]: bytes('2018-11-12 0000000000000000 content/caf', 0xe9, '.md\n') }), `${HISTORY}:1:40  not UTF-8`, '', ...UTF_8],
  'the States: a mark that never closes': [row('"small, but there"', '"small, but there'), `${STATES}:3:1  a row of the states that cannot be read`, 'MLT,470,Malta,Malte,2019-09-16,small, but there,https://example.org/mlt BEN,204,Benin,Bénin,2022-01-11,,https://example…', ...CELLS],
  'the States: a cell too many': [row('"small, but there"', 'small, but there'), `${STATES}:3:1  a row of the states that cannot be read`, 'MLT,470,Malta,Malte,2019-09-16,small, but there,https://example.org/mlt', ...CELLS],
  'the States: a cell too many at the end': [row('https://example.org/ben', 'https://example.org/ben,evil'), `${STATES}:4:1  a row of the states that cannot be read`, 'BEN,204,Benin,Bénin,2022-01-11,,https://example.org/ben,evil', ...CELLS],
  'the States: a cell too few': [row('2022-01-11,,', '2022-01-11,'), `${STATES}:4:1  a row of the states that cannot be read`, 'BEN,204,Benin,Bénin,2022-01-11,https://example.org/ben', ...CELLS],
  'the States: a formula': [row('"small, but there"', '"=cmd|\' /C calc\'!A0"'), `${STATES}:3:1  a row of the states that cannot be read`, `=cmd|' /C calc’!A0`, 'note: a note or nothing, and no formula', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: a formula for a name': [row('Malta,', '@SUM(1+1),'), `${STATES}:3:1  a row of the states that cannot be read`, '@SUM(1+1)', 'en: the English name', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: a script for a source': [row('https://example.org/ben', 'javascript:alert(1)'), `${STATES}:4:1  a row of the states that cannot be read`, 'javascript:alert(1)', 'source: an address', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: an address that is none': [row('https://example.org/ben', 'https://'), `${STATES}:4:1  a row of the states that cannot be read`, 'https://', 'source: an address', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: a column twice': [row('note,source', 'note,note'), `${STATES}:1:1  a row of the states that cannot be read`, 'iso3,numeric,en,fr,listed,note,note', 'a column source', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: a day that is none': [row('2022-01-11', '2022-02-30'), `${STATES}:4:1  a row of the states that cannot be read`, '2022-02-30', 'listed: a day of the calendar up to 2026-11-21', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: semicolons': [tree({ [STATES]: states.replaceAll(',', ';') }), `${STATES}:1:1  a row of the states that cannot be read`, 'iso3;numeric;en;fr;listed;note;source', 'a column iso3 and a column numeric and a column en and a column fr and a column listed and a column note and a column source', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
  'the States: a conflict': [row('BEN,', '<<<<<<< HEAD\nBEN,'), `${STATES}:4:1  a conflict that is not settled`, '<<<<<<< HEAD', ...CONFLICT],
  'the States: another encoding': [tree({ [STATES]: bytes(states, 0xe9) }), `${STATES}:5:1  not UTF-8`, '', ...UTF_8],
  'the States: nothing': [tree({ [STATES]: '' }), `${STATES}:1:1  a row of the states that cannot be read`, '', 'a column iso3 and a column numeric and a column en and a column fr and a column listed and a column note and a column source', 'the columns are iso3, numeric, en, fr, listed, note, note_fr, source'],
};

const GROUPS: { readonly [what: string]: Cases } = {
  'a file': ENCODING, 'a name': NAMES, 'fields': FIELDS, 'a passage': PASSAGES, 'words': WORDS, 'a link': LINKS, 'MDX': MDX, 'a register': REGISTERS,
};

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  test.each(Object.entries(cases).map(([name, [content, ...told]]) => [name, content, told] as const))('%s', (_name, content, [head, found, expected, mend]) => {
    const { problems } = readRecord(files(content), TODAY);
    expect(problems.map(formatProblem)).toEqual([[head, ...(found === '' ? [] : [`    found     ${found}`]), `    expected  ${expected}`, `    mend      ${mend}`].join('\n')]);
  });
});

test('the catalogue is of more than two hundred files', () => {
  expect(Object.values(GROUPS).flatMap(Object.keys).length).toBeGreaterThan(200);
});

describe('a link of the file system', () => {
  test('is told, and not followed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paris-call-links-'));
    const secret = join(folder, 'secret.md');
    writeFileSync(secret, one);
    const content = writeTree(folder, tree());
    symlinkSync(secret, join(content, 'coverage/en/2018/two.md'));
    symlinkSync(folder, join(content, 'coverage/en/2019'));
    symlinkSync(join(folder, 'nowhere'), join(content, 'glossary.md'));
    // As Emacs marks a file that it has open.
    symlinkSync('somebody@somewhere.1', join(content, 'coverage/en/2018/.#one.md'));
    vi.stubEnv('CONTENT_DIR', content);
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(TODAY) / 1000));
    vi.resetModules();
    const { contentFiles, readAll } = await import('../../src/files.ts');
    expect(contentFiles().map(({ file }) => file)).toEqual(Object.keys(tree()).sort());
    expect(readAll().problems.map(formatProblem)).toEqual(['coverage/en/2018/two.md', 'coverage/en/2019', 'glossary.md'].map((file) =>
      `content/${file}:1:1  a file that has no place here
    found     a link of the file system
    expected  the file itself, since a link may lead out of content/
    mend      copy the file to its place`));
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

describe('what the disk does not hand out', () => {
  test('is told, a problem for each, with nothing that follows from it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paris-call-unreadable-'));
    const content = writeTree(folder, tree());
    const latin = (name: string) => Buffer.concat([Buffer.from(`${content}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(latin('coverage/en/2018/caf\u00e9.md'), one);
    mkdirSync(latin('coverage/en/\u00e9t\u00e9'));
    const refused = (path: unknown) => ['/text/en.md', '/coverage/en/2019', '/states/states.csv'].some((name) => String(path) === content + name);
    mkdirSync(join(content, 'coverage/en/2019'));
    mkdirSync(join(content, 'states'));
    writeFileSync(join(content, 'states/states.csv'), states);
    vi.stubEnv('CONTENT_DIR', content);
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(TODAY) / 1000));
    vi.resetModules();
    // Whoever may read everything, as in a container, cannot take the right from himself.
    vi.doMock('node:fs', async (original) => {
      const fs = await original<typeof import('node:fs')>();
      const unless = <Of extends (path: never, ...rest: never[]) => unknown>(of: Of) => ((path: never, ...rest: never[]) => {
        if (refused(path)) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
        return of(path, ...rest);
      });
      return { ...fs, readFileSync: unless(fs.readFileSync as never), readdirSync: unless(fs.readdirSync as never) };
    });
    const { readAll } = await import('../../src/files.ts');
    const told = (file: string, code: string, expected: string, mend: string) => `content/${file}:1:1  a file that cannot be read\n    found     ${code}\n    expected  ${expected}\n    mend      ${mend}`;
    const [right, name] = [['EACCES', 'the right to read it', 'give it to yourself, as with chmod u+rX'], ['ENOENT', 'a name in UTF-8', 'rename it; what is shown as \uFFFD is no letter in UTF-8']] as const;
    expect(readAll().problems.map(formatProblem).sort()).toEqual([
      told('coverage/en/2018/caf\uFFFD.md', ...name), told('coverage/en/2019', ...right), told('coverage/en/\uFFFDt\uFFFD', ...name), told('states/states.csv', ...right), told('text/en.md', ...right),
    ]);
    vi.doUnmock('node:fs');
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(folder, { recursive: true });
  });
});
