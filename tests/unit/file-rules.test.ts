import { describe, expect, test } from 'vitest';
import { locationOf } from '../../src/lib/addresses.ts';
import { linkProblems, nodeProblems, passageProblems, quotationProblems, slugProblems } from '../../src/lib/file-rules.ts';
import { parseMarkdown } from '../../src/lib/markdown.ts';
import { passagesOf } from '../../src/lib/passages.ts';
import { ONE } from '../content.ts';

/** What `readEntry` makes of whole files stands in entries.test.ts; here each rule is asked by itself. */
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a rule for one file', () => {
  test.each([
    ['content/coverage/en/2018/year.md', ['reserved-slug']],
    ['content/coverage/en/2018/Two_Words.md', ['bad-slug']],
    ['content/questions/en/year.md', []],
    ['content/principles/en/principle-0.md', ['bad-slug']],
    ['content/pages/en/imprint.md', ['bad-slug']],
    ['content/text/official-fr.md', []],
  ])('knows whether %s can be an address', (file, expected) => {
    const location = locationOf(file);
    expect(location && codes(slugProblems(location, { file, line: 1, column: 1 }))).toEqual(expected);
  });

  test('tells each passage that stands after one that it ought to precede', () => {
    const file = 'content/questions/en/where.md';
    const source = ['note', 'answer', 'sources'].map((id) => `## ${id}\n\nWords.\n`).join('\n');
    const location = locationOf(file);
    const problems = location && passageProblems(file, location, passagesOf(file, parseMarkdown(file, source).tree, source));
    expect(problems?.map(({ code, found }) => `${code} ${found}`)).toEqual(['passage-order answer', 'passage-order sources']);
  });

  test('says each thing that Markdown may not bring, where it stands', () => {
    const problems = nodeProblems(ONE, parseMarkdown(ONE, 'a <b>c</b>\n\n![d](e.png)\n\n- # f\n'));
    expect(problems.map(({ code, at }) => `${at.line}:${at.column} ${code}`)).toEqual(['1:3 raw-html', '3:1 image', '5:3 unknown-passage']);
  });

  test('counts the words of a quotation, not those around it', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    expect(codes(quotationProblems(ONE, parseMarkdown(ONE, `${words(30)} “${words(12)}” ${words(30)}`)))).toEqual([]);
    expect(codes(quotationProblems(ONE, parseMarkdown(ONE, `one “${words(13)}”`)))).toEqual(['long-quotation']);
  });

  test('tells twenty quotations of a block, and those of another besides', () => {
    const long = `“${'word '.repeat(13)}” `;
    expect(quotationProblems(ONE, parseMarkdown(ONE, `${long.repeat(3000)}\n\n${long}`)).map(({ at }) => at.line)).toEqual([...Array<number>(20).fill(1), 3]);
  });

  test('sees a reference to nothing among ten thousand brackets', () => {
    const found = (source: string) => nodeProblems(ONE, parseMarkdown(ONE, source)).map((problem) => problem.found);
    expect(found('[^'.repeat(50_000))).toEqual([]);
    expect(found(`${'[^'.repeat(50_000)}a]`)).toEqual(['[^a]']);
  });

  test('judges a link by its form alone', () => {
    const link = { at: { file: ONE, line: 1, column: 1 }, words: 'the Call', title: '', before: '', after: '' };
    expect(codes(linkProblems(ONE, { ...link, url: '../../../text/no-such-file.md' }))).toEqual([]);
    expect(codes(linkProblems(ONE, { ...link, url: '/call/', words: 'here' }))).toEqual(['link-form', 'link-label']);
    expect(codes(linkProblems(ONE, { ...link, url: 'https://example.org/', title: 'reports' }))).toEqual(['unknown-kind']);
  });
});
