/** The least that a page with the same words can be: one request, neither style nor script nor face. */
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const DROPPED = new Set(['link', 'script', 'style', 'meta']);
const KEPT = new Set(['href', 'id', 'lang', 'charset']);

/** A page's HTML without what makes it more than words: styles, scripts, faces, and the attributes that only they need. */
export function bareOf(html: string): string {
  const document = parse(html);
  strip(document);
  return serialize(document).replace('<head>', '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">');
}

function strip(node: Tree.Node): void {
  if ('attrs' in node) node.attrs = node.attrs.filter(({ name }) => KEPT.has(name));
  if (!('childNodes' in node)) return;
  node.childNodes = node.childNodes.filter((child) => !DROPPED.has(child.nodeName));
  node.childNodes.forEach(strip);
}
