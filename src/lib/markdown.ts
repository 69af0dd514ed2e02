/**
 * Markdown as a tree: the one way in which this site parses its sources.
 *
 * The pages are rendered by Astro with the same engine, Sätteri, and the same `FEATURES`, so that what is said about
 * a source (its links, its words) is true of the page. The tree is mdast: https://github.com/syntax-tree/mdast
 */
import { markdownToMdast, mdxToMdast, type Features } from 'satteri';
import type { Image, Node, Nodes, Parent, Root } from 'mdast';
import type { Place, Problem } from './problems.ts';

export const FEATURES = {
  gfm: true,
  frontmatter: true,
  smartPunctuation: { quotes: true, dashes: false, ellipses: false },
} as const satisfies Features;

/** A node of an MDX file that plain mdast does not know. */
export interface MdxNode extends Node {
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly { readonly type: string; readonly name?: string }[];
}

export interface Parsed {
  readonly tree: Root;
  readonly problems: readonly Problem[];
}

/** Parses a whole file, front matter and all, so that line numbers are the file's own. MDX where `file` ends in `.mdx`. */
export function parseMarkdown(file: string, source: string): Parsed {
  const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
  try {
    // Sätteri's own node types and mdast's are the same by structure; only their names differ.
    return { tree: parse(source, { features: FEATURES }) as unknown as Root, problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', what = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
    const at: Place = { file, line: Number(line), column: Number(column) };
    const found = source.split('\n')[at.line - 1] ?? '';
    const expected = what.replace(/\s*\((note:|mdx-)[\s\S]*$/, '');
    const mend = 'in .mdx a component is <Name /> on a line of its own, and < or { in text needs a backslash before it';
    return { tree: { type: 'root', children: [] }, problems: [{ code: 'broken-markdown', at, found, expected, mend }] };
  }
}

export const placeOf = (file: string, node: Node): Place => ({
  file,
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

export const isParent = (node: Node): node is Parent => 'children' in node && Array.isArray(node.children);

/** Calls `visit` for each node below `root`, in reading order, with the nodes that hold it, outermost first. */
export function walk(root: Node, visit: (node: Nodes, above: readonly Parent[]) => void, above: readonly Parent[] = []): void {
  if (!isParent(root)) return;
  const inside = [...above, root];
  for (const child of root.children) {
    visit(child, inside);
    walk(child, visit, inside);
  }
}

/** The words of a node as a reader sees them, white space folded but for spaces that do not break. Notes and raw code are left out. */
export function plainText(node: Node): string {
  return rawText(node).replace(/[\t\n\f\r ]+/g, ' ').trim();
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote']);

function rawText(node: Node): string {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition' || node.type === 'html' || node.type === 'yaml') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return (node as Image).alt ?? '';
  if (node.type === 'tableRow' && isParent(node)) return `${node.children.map((cell) => rawText(cell).trim()).join(' · ')}\n`;
  if (isParent(node)) {
    const text = node.children.map(rawText).join('');
    return BLOCKS.has(node.type) ? `${text}\n` : text;
  }
  return 'value' in node && typeof node.value === 'string' && !node.type.startsWith('mdx') ? node.value : '';
}
