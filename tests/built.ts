/** A built site as a program meets it: its files by path, its pages read, and whether an address of it leads anywhere. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { inject } from 'vitest';
import { DEFAULT_LANG } from '../src/lib/ids.ts';
import { filesBelow } from './build.ts';
import { SITE_URL } from './site.ts';

export type Element = Tree.Element;
export interface BuiltPage {
  /** Below the site's folder: `call/index.html`. */
  readonly path: string;
  /** The address in full: `https://call.example/call/`. */
  readonly url: string;
  /** Its language, and the home page of that language. */
  readonly lang: string;
  readonly home: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
  /** It only leads on to another. */
  readonly isRedirect: boolean;
}

export const elementsOf = (node: Tree.Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
export const attribute = (element: Element | undefined, name: string): string | undefined => element?.attrs.find((one) => one.name === name)?.value;
export const hasClass = (element: Element, ...names: readonly string[]): boolean =>
  (attribute(element, 'class') ?? '').split(' ').some((name) => names.includes(name));
/** The words that a reader sees, white space folded. */
export const wordsIn = (node: Tree.Node): string => {
  const text = (one: Tree.Node): string => ('value' in one ? one.value : 'childNodes' in one ? one.childNodes.map(text).join('') : '');
  return text(node).replace(/\s+/g, ' ').trim();
};

const read = new Map<string, BuiltSite>();

/** One of the two sites of `site.ts`, read once for all files of tests that run in one process. */
export function builtSite(name: 'site' | 'siteUnderBase'): BuiltSite {
  const { folder, base } = inject(name);
  const site = read.get(folder) ?? new BuiltSite(folder, SITE_URL, base);
  read.set(folder, site);
  return site;
}

export class BuiltSite {
  /** The address of its home page: `https://call.example/ref/`. */
  readonly home: string;
  readonly origin: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Every file of HTML. */
  readonly all: readonly BuiltPage[];
  /** Every page but those that only lead on, and the one for what is not there. */
  readonly pages: readonly BuiltPage[];
  readonly #byPath: ReadonlyMap<string, BuiltPage>;
  readonly #ids = new Map<string, Set<string>>();

  constructor(folder: string, origin: string, base: string) {
    this.origin = origin;
    this.home = `${origin}${base}`;
    this.files = filesBelow(folder);
    this.all = this.paths(/\.html$/).map((path): BuiltPage => {
      const html = this.text(path);
      const elements = elementsOf(parse(html));
      const lang = attribute(elements.find(({ tagName }) => tagName === 'html'), 'lang') ?? '';
      const home = `${this.home}${lang === DEFAULT_LANG ? '' : `${lang}/`}`;
      return { path, url: this.home + path.replace(/(^|\/)index\.html$/, '$1'), lang, home, html, elements, ids: new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])), isRedirect: elements.some((element) => attribute(element, 'http-equiv') === 'refresh') };
    });
    this.#byPath = new Map(this.all.map((page) => [page.path, page]));
    this.pages = this.all.filter(({ path, isRedirect }) => path !== '404.html' && !isRedirect);
  }

  /** The paths that match, in order. */
  paths(pattern: RegExp): string[] {
    return [...this.files.keys()].filter((path) => pattern.test(path));
  }

  /** A file as text. Throws where it is not there. */
  text(path: string): string {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`the site has no ${path}`);
    return bytes.toString();
  }

  json<T>(path: string): T {
    return JSON.parse(this.text(path)) as T;
  }

  /** The page at an address within the site, `principles/8/`. Throws where it is not there. */
  page(at: string): BuiltPage {
    const found = this.#byPath.get(`${at}index.html`);
    if (found === undefined) throw new Error(`the site has no page ${at}`);
    return found;
  }

  /** Whether an address of the site leads to a file of it, and its fragment to an id there. A query is for scripts. */
  reaches(url: string): boolean {
    const { fragment, path } = this.#parts(url);
    if (path === undefined) return false;
    return this.files.has(path) && (fragment === '' || this.#idsIn(path).has(fragment));
  }

  /** The same without its fragment. */
  reachesPage = (url: string): boolean => this.reaches(url.split('#', 1)[0] ?? '');

  /** Every address of the site that stands in a text, up to what ends an address in any of the formats. */
  addressesIn(text: string): string[] {
    const found = text.match(new RegExp(`${RegExp.escape(this.origin)}[^\\s"'<>()\\[\\]{}|\\\\^\`]*`, 'g')) ?? [];
    return [...new Set(found.map((url) => url.replace(/[.,;:!?”’]+$/, '')))];
  }

  /** An address as a page writes it, `/ref/call/#p6`, `../` or `#p6`, in full. */
  whole = (href: string, page: BuiltPage): string => new URL(href, page.url).href;

  #parts(url: string): { path: string | undefined; fragment: string } {
    const [address = '', fragment = ''] = url.split('#');
    const [at = ''] = address.split('?');
    if (!at.startsWith(this.home)) return { path: undefined, fragment };
    const path = at.slice(this.home.length);
    return { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, fragment };
  }

  #idsIn(path: string): ReadonlySet<string> {
    const page = this.#byPath.get(path);
    if (page !== undefined) return page.ids;
    const known = this.#ids.get(path) ?? new Set([...this.text(path).matchAll(/"id": ?"[^"#]*#([^"]*)"/g)].map((match) => match[1] ?? ''));
    this.#ids.set(path, known);
    return known;
  }
}
