/**
 * A page, and a style sheet, as they are read from the disk: what leads where in a copy of the site without a server.
 *
 * A link to what is in the copy becomes relative and names a file (`../call/index.html#p6`), since a folder opened from
 * the disk shows the names of its files. Whatever else leads to the site becomes its published address: what the copy
 * leaves out, and a page asked with a query, which only a script can answer.
 *
 * Browsers give each file an origin of its own (https://url.spec.whatwg.org/#concept-url-origin). Hence:
 * - modules, which are fetched with CORS, do not load: the copy has no script, and shows what `<noscript>` holds;
 * - preloaded faces fail in the same way, and `font-display: optional` then leaves it to chance which face is seen: `swap`;
 * - `'self'` matches no file, says the policy's specification, though Chromium lets it; `file:` does;
 * - a form has nobody to ask: a link to the page that it asks joins the masthead's list, or stands where the form stood;
 *   on that page itself, it is a link to the published one.
 * The canonical link, `<meta>` and JSON-LD are read by other programs, and go on saying where the page is published.
 *
 * parse5 reads and writes the HTML, in 2 ms a page: entities, quotes, comments and `href` in running text need no care.
 */
import { createHash } from 'node:crypto';
import { defaultTreeAdapter as tree, html as standard, parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Publication } from './addresses.ts';

type Element = Tree.Element;
type Link = (link: string) => string;
type Exists = (path: string) => boolean;

const LINKS = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data']);
/** Both make a browser fetch with CORS, and a hash no longer fits what is rewritten. */
const DROPPED = new Set(['crossorigin', 'integrity']);
const DROPPED_RELATIONS = /\b(preload|modulepreload|prefetch|preconnect|dns-prefetch|prerender|manifest)\b/i;
/** One address of a `srcset`, past the widths and densities. */
const CANDIDATE = /(?<=(?:^|\s)(?:\d+(?:\.\d+)?[wxh])?,*)(?!\d+(?:\.\d+)?[wxh](?:,|\s|$))[^\s,]\S*?(?=,*(?:\s|$))/g;
/** The address of a refresh, its quotes left out: `0; url='/x/'`. */
const REFRESHED = /(?<=^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?(["']?))(?!url\s*=|["'\s]).+?(?=\1\s*$)/i;
/** What may hold an address in CSS; comments and strings only look as if they did. */
const CSS = /\/\*[\s\S]*?\*\/|\burl\(\s*(["']?)(?<url>.*?)\1\s*\)|(?<=@import\s+)(["'])(?<sheet>.*?)\3|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?<=\bfont-display:\s*)optional/gi;

/** One page rewritten to be read from the disk. `path`, and what `exists` is asked, begin at the site's root: `call/index.html`. */
export function offlinePage(html: string, path: string, publication: Publication, exists: Exists): string {
  const document = parse(html, { scriptingEnabled: false });
  const [elements, link] = [elementsBelow(document), linksFrom(path, publication, exists)];
  const starts = [publication.base, addressOf('', publication).href];
  const hashes = elements.filter(({ tagName }) => tagName === 'style').map((style) => {
    const css = relinked(textOf(style), link);
    style.childNodes = [];
    tree.insertText(style, css);
    return ` 'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  });
  const policy = `default-src 'none'; img-src file:; font-src file:; style-src file:${hashes.join('')}; base-uri 'none'; form-action 'none'`;
  for (const element of elements) {
    const [relation, equivalent] = [element.tagName === 'link' ? valueOf(element, 'rel') : '', valueOf(element, 'http-equiv').toLowerCase()];
    if (/\bcanonical\b/i.test(relation)) continue;
    if (DROPPED_RELATIONS.test(relation) || (element.tagName === 'script' && valueOf(element, 'type') !== 'application/ld+json')) replace(element);
    if (element.tagName === 'noscript') replace(element, ...element.childNodes);
    if (element.tagName === 'form') replaceForm(element, addressOf(path, publication), link);
    element.attrs = element.attrs.filter(({ name }) => !DROPPED.has(name));
    for (const one of element.attrs) {
      const isData = one.name.startsWith('data-') && /^\S+$/.test(one.value) && starts.some((start) => one.value.startsWith(start));
      if (LINKS.has(one.name) || isData) one.value = link(one.value);
      else if (/^(image)?srcset$/.test(one.name)) one.value = one.value.replace(CANDIDATE, link);
      else if (one.name === 'content' && equivalent === 'refresh') one.value = one.value.replace(REFRESHED, link);
      else if (one.name === 'content' && equivalent === 'content-security-policy') one.value = policy;
    }
  }
  return serialize(document, { scriptingEnabled: false });
}

/** The same for a style sheet: `url(/_astro/x.woff2)` in `_astro/page.css` → `url("../_astro/x.woff2")`. */
export const offlineStyle = (css: string, path: string, publication: Publication, exists: Exists): string =>
  relinked(css, linksFrom(path, publication, exists));

const relinked = (css: string, link: Link): string => css.replace(CSS, (all: string, ...found: unknown[]) => {
  const { url, sheet } = found.at(-1) as { url?: string; sheet?: string };
  if (url !== undefined) return link(url) === url ? all : `url("${link(url)}")`;
  return sheet === undefined ? all.replace(/^optional$/i, 'swap') : `"${link(sheet)}"`;
});

/** How a link of the file at `path` reads in the copy. What leads elsewhere, or by `#` to the page itself, stays as it is. */
function linksFrom(path: string, publication: Publication, exists: Exists): Link {
  const page = addressOf(path, publication);
  const toRoot = '../'.repeat(path.split('/').length - 1);
  return (link) => {
    if (/^\s*(#|$)/.test(link) || !URL.canParse(link, page)) return link;
    const url = new URL(link, page);
    // Left alone, `//example.org/` would be a folder on the disk.
    if (url.origin !== page.origin) return /^\s*[/\\]/.test(link) ? url.href : link;
    const file = `${url.pathname}/`.startsWith(publication.base) ? fileAt(decoded(url.pathname.slice(publication.base.length)), exists) : undefined;
    return file === undefined || (url.search !== '' && file.endsWith('.html')) ? url.href : toRoot + encoded(file) + url.hash;
  };
}

/** `call/` and `call` are answered by `call/index.html`, as by a host. */
const fileAt = (path: string, exists: Exists) => [path, path.replace(/\/?$/, '/index.html').replace(/^\//, '')].find(exists);
const addressOf = (path: string, { base, site }: Publication): URL => new URL(base + encoded(path.replace(/(^|\/)index\.html$/, '$1')), site);
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
/** Bytes that are no UTF-8 become a sign that no path has; `decodeURIComponent` would throw. */
const decoded = (path: string): string => path.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());

/** A form as a link, named by its button; on the page that it asks, to that page where it is published. */
function replaceForm(form: Element, page: URL, link: Link): void {
  const action = valueOf(form, 'action');
  const asked = URL.canParse(action, page) ? new URL(action, page) : page;
  const isOwn = asked.pathname === page.pathname;
  const made = tree.createElement('a', standard.NS.HTML, [{ name: 'href', value: isOwn ? asked.href : link(action) }]);
  const name = elementsBelow(form).filter(({ tagName }) => tagName === 'button').map(textOf).join(' ').trim();
  tree.insertText(made, isOwn || name === '' ? asked.href : name);
  const list = form.parentNode?.nodeName === 'header' ? elementsBelow(form.parentNode).find(({ tagName }) => tagName === 'ul') : undefined;
  const around = tree.createElement(list ? 'li' : 'p', standard.NS.HTML, []);
  tree.appendChild(around, made);
  if (list) tree.appendChild(list, around);
  replace(form, ...(list ? [] : [around]));
}

function replace(element: Element, ...by: Tree.ChildNode[]): void {
  for (const node of by) if (element.parentNode) tree.insertBefore(element.parentNode, node, element);
  tree.detachNode(element);
}
const valueOf = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';
const textOf = (node: Tree.ParentNode): string => node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : '')).join('');
const elementsBelow = (node: Tree.ParentNode): Element[] => node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsBelow(child)] : []));
