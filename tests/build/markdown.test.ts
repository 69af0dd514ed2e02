/** Sätteri, which renders the pages, is young; remark-gfm is the reference that it is held to, on all of our content. */
import type { Node, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { contentFiles } from '../../src/files.ts';
import { isParent } from '../../src/lib/markdown.ts';

/** A tree as type, value, address and children: what a reader gets, without positions and other engine's marks. */
function shape(node: Node): unknown {
  const { type, value, url, title, depth, ordered, start, checked, align, identifier } = node as Node & Record<string, unknown>;
  const own = { type, ...definedOnly({ value, url, title, depth, ordered, start, checked, align, identifier }) };
  return isParent(node) ? { ...own, children: node.children.map(shape) } : own;
}
const definedOnly = (all: Record<string, unknown>) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null));

/** Both readers know neither front matter nor components here: the first is cut off, the second are HTML to both. */
const body = (source: string) => source.replace(/^---\n[\s\S]*?\n---\n/, '');
const reference = (source: string): Root => unified().use(remarkParse).use(remarkGfm).parse(source);
const ours = (source: string) => markdownToMdast(source, { features: { gfm: true, smartPunctuation: false } }) as unknown as Node;

const files = contentFiles().filter(({ file }) => /\.mdx?$/.test(file)).map(({ file, bytes }) => ({ file, source: new TextDecoder().decode(bytes) }));

describe('the engine of the pages reads as remark-gfm does', () => {
  test.each(files)('$file', ({ source }) => {
    expect(shape(ours(body(source)))).toEqual(shape(reference(body(source))));
  });

  test('tables, footnotes, task lists, strikethrough and bare addresses', () => {
    const source = '| a | b |\n|:--|--:|\n| [x](y.md#p1 "explains") | ~~z~~ |\n\n- [x] done\n- [ ] open\n\nA note[^1] at https://example.org/a.\n\n[^1]: With **words** and `code`.\n';
    expect(shape(ours(source))).toEqual(shape(reference(source)));
    expect(JSON.stringify(shape(ours(source)))).toMatch(/footnoteDefinition/);
  });
});
