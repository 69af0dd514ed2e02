import { describe, expect, test } from 'vitest';
import type { Node } from 'mdast';
import { isParent, parseMarkdown, placeOf, plainText, walk } from '../../src/lib/markdown.ts';

const MD = 'content/text/en.md';
const MDX = 'content/pages/en/about.mdx';
const BACKSLASH = 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it';

const parse = (source: string, file = MD) => parseMarkdown(file, source);
const types = (source: string, file = MD) => parse(source, file).tree.children.map(({ type }) => type);
const text = (source: string, file = MD) => plainText(parse(source, file).tree);

/** Each node below the root with where it begins, in the order of the walk. */
function placed(source: string, file = MD): string[] {
  const found: string[] = [];
  walk(parse(source, file).tree, (node) => {
    const { line, column } = placeOf(file, node);
    found.push(`${node.type} ${line}:${column}`);
  });
  return found;
}

describe('a Markdown file', () => {
  test('is parsed with its front matter, so that lines are the file’s own', () => {
    expect(placed('---\ntitle: One\n---\n\n## p1\n\nÉtats, 😀 and [words](x.md).\n')).toEqual([
      'yaml 1:1', 'heading 5:1', 'text 5:4', 'paragraph 7:1', 'text 7:1', 'link 7:15', 'text 7:16', 'text 7:28',
    ]);
  });

  test('has tables, struck words, task lists, footnotes and bare addresses as on GitHub', () => {
    const source = '| a |\n|---|\n| b |\n\n~~c~~ d[^1] https://example.org/\n\n- [ ] e\n\n[^1]: f\n';
    const found = placed(source).map((node) => node.split(' ')[0]);
    const known = ['table', 'tableCell', 'delete', 'footnoteReference', 'link', 'listItem', 'footnoteDefinition'];
    expect(found).toEqual(expect.arrayContaining(known));
  });

  test('has raw HTML as such, and braces as text', () => {
    expect(types('<Counts />\n\n{1 + 1}\n\nimport a from "b"\n')).toEqual(['html', 'paragraph', 'paragraph']);
  });

  test('is never broken', () => {
    expect(parse('<Counts\n\n{ [x]( ``` | \u0000').problems).toEqual([]);
  });

  test('may be empty', () => {
    expect(parse('')).toMatchObject({ tree: { type: 'root', children: [] }, problems: [] });
  });
});

describe('an MDX file', () => {
  test('is known by its name', () => {
    const found = types('<Counts />\n\n{1 + 1}\n\nimport a from "b"\n', MDX);
    expect(found).toEqual(['mdxJsxFlowElement', 'mdxFlowExpression', 'mdxjsEsm']);
  });

  test('has front matter and lines of its own, too', () => {
    expect(placed('---\ntitle: One\n---\n\n<Counts />\n\nSum {1}.\n', MDX)).toEqual([
      'yaml 1:1', 'mdxJsxFlowElement 5:1', 'paragraph 7:1', 'text 7:1', 'mdxTextExpression 7:5', 'text 7:8',
    ]);
  });

  test.each<[name: string, source: string, line: number, column: number, found: string, expected: string]>([
    [
      'a component that is left open', '---\ntitle: One\n---\n\n## what\n\n<Counts\n', 7, 1, '<Counts',
      'Unexpected character after `<`, expected a valid JSX tag',
    ],
    [
      'a brace that is left open', '---\ntitle: One\n---\n\nIt is a { b.\n', 5, 9, 'It is a { b.',
      'Unexpected end of file in expression, expected a corresponding closing brace for `{`',
    ],
  ])('is broken by %s', (_, source, line, column, found, expected) => {
    expect(parse(source, MDX)).toEqual({
      tree: { type: 'root', children: [] },
      problems: [{ code: 'broken-markdown', at: { file: MDX, line, column }, found, expected, mend: BACKSLASH }],
    });
  });
});

describe('the words of a node', () => {
  test.each<[name: string, source: string, expected: string]>([
    ['are those a reader sees', 'A *very* **good** [link](x.md "reports") and `code`.', 'A very good link and code.'],
    ['stand on one line', 'One\ntwo   three\u00A0four', 'One two three\u00A0four'],
    ['are apart at a hard break', 'One\\\ntwo  \nthree', 'One two three'],
    ['are apart between blocks', '## p1\n\nOne.\n\nTwo.', 'p1 One. Two.'],
    ['are apart between the items of a list', '- one\n- two', 'one two'],
    ['are apart between the cells of a table', '| a | b |\n|---|---|\n| c | d |', 'a · b c · d'],
    ['have the marks of quotation that the page has', 'It\'s "so".', 'It’s “so”.'],
    ['keep hyphens and points as written', 'a -- b --- c ...', 'a -- b --- c ...'],
    ['leave out the front matter', '---\ntitle: One\n---\n\nWords.', 'Words.'],
    ['leave out notes', 'Words.[^1]\n\n[^1]: A note.', 'Words.'],
    ['leave out HTML', 'A <b>bold</b> word.\n\n<p>x</p>', 'A bold word.'],
    ['are none in an empty file', '', ''],
  ])('%s', (_, source, expected) => {
    expect(text(source)).toBe(expected);
  });

  test('leave out code in MDX', () => {
    expect(text('import a from "b"\n\nSum {1 + 1}.\n\n{2}\n', MDX)).toBe('Sum .');
  });
});

describe('a walk', () => {
  test('visits each node below the root in reading order, with those that hold it, outermost first', () => {
    const seen: string[] = [];
    walk(parse('A *b*\n\n- c').tree, (node, above) => seen.push([...above, node].map(({ type }) => type).join(' > ')));
    expect(seen).toEqual([
      'root > paragraph',
      'root > paragraph > text',
      'root > paragraph > emphasis',
      'root > paragraph > emphasis > text',
      'root > list',
      'root > list > listItem',
      'root > list > listItem > paragraph',
      'root > list > listItem > paragraph > text',
    ]);
  });

  test('of a node that holds none visits none', () => {
    const leaf: Node = { type: 'text' };
    walk(leaf, () => expect.unreachable());
    expect(isParent(leaf)).toBe(false);
  });
});

describe('the place of a node', () => {
  test('is the top of the file where the parser gives none', () => {
    expect(placeOf(MD, { type: 'text' })).toEqual({ file: MD, line: 1, column: 1 });
  });
});
