/**
 * A rendered entry, cut into its passages: id → HTML.
 *
 * Astro renders a file as one piece of HTML, in which each passage's heading is its id (`<h2 id="p6">p6</h2>`). Pages
 * show passages one by one, with notes and backlinks between them.
 */

const HEADING = /<h([23]) id="([a-z0-9-]+)">\2<\/h\1>/g;
const NOTES = /<section[^>]*data-footnotes/;

/** Cuts at the headings that are ids; the headings themselves are dropped, footnotes stay with the last passage. */
export function passageHtml(html: string): Map<string, string> {
  const heads = [...html.matchAll(HEADING)];
  const notes = NOTES.exec(html)?.index ?? html.length;
  return new Map(heads.map((head, index) => {
    const start = head.index + head[0].length;
    const end = heads[index + 1]?.index ?? notes;
    const tail = index === heads.length - 1 ? html.slice(notes) : '';
    return [head[2] ?? '', (html.slice(start, end) + tail).trim()];
  }));
}

/** Tables of running text in regions that scroll by themselves and are reached by keyboard; `label` names the n-th. */
export function scrollableTables(html: string, label: (n: number) => string): string {
  let n = 0;
  return html.replace(/<table>[\s\S]*?<\/table>/g, (table) => `<section class="scroll" aria-label="${label(++n)}" tabindex="0">${table}</section>`);
}

/**
 * The same with each link to this site written anew: `href` takes what stands in it and gives what shall, or undefined
 * to leave it. For words that are shown in a language other than their own.
 */
export const relinked = (html: string, href: (url: string) => string | undefined): string =>
  html.replace(/(<a [^>]*?href=")([^"]*)(")/g, (all, before: string, url: string, after: string) => {
    const other = href(url);
    return other === undefined ? all : before + other + after;
  });

/** HTML in a language other than the page's says so; in the page's own it stays as it is. */
export const inLanguage = (html: string, lang: string, of: string): string => (lang === of ? html : `<div lang="${lang}">${html}</div>`);

/** A claim without its first line, `speaker · type`, which the page shows in its own way. */
export const withoutClaimLine = (html: string): string => html.replace(/^<p>[\s\S]*?<\/p>\s*/, '');
