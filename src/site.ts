/**
 * The one module that reads collections: it loads the record once and hands out, for each language, the edition that
 * the pages show and the view through which they show it.
 */
import { getEntry, render } from 'astro:content';
import { checkedRecord } from './checked.ts';
import { readAll } from './files.ts';
import type { AnyEntry } from './lib/entries.ts';
import type { Lang } from './lib/ids.ts';
import { DEFAULT_LANG, isLang } from './lib/ids.ts';
import { formatProblems } from './lib/problems.ts';
import { editionOf, languagesOf, type Edition } from './lib/record.ts';
import { passageHtml } from './lib/passage-html.ts';
import { viewOf, type View } from './lib/view.ts';
import { settings } from './settings.ts';
import { wordsOf } from './strings.ts';

export interface Site {
  readonly edition: Edition;
  readonly view: View;
}

let loaded: readonly Site[] | undefined;

/** Every published language, the default one first. While writing, the files are read afresh for each page. */
export function sites(): readonly Site[] {
  if (loaded !== undefined && !import.meta.env.DEV) return loaded;
  const record = checkedRecord() ?? readAll();
  if (record.problems.length > 0) throw new Error(formatProblems(record.problems));
  const all: Site[] = [];
  for (const lang of languagesOf(record.entries)) {
    const edition = editionOf(record, lang);
    all.push({ edition, view: viewOf(edition, wordsOf(lang), settings, () => all.map(({ view }) => view)) });
  }
  return (loaded = all);
}

/** The site in one language, the default one where none is named. */
export function siteIn(lang: string | undefined): Site {
  const found = sites().find(({ edition }) => edition.lang === (lang ?? DEFAULT_LANG));
  if (found === undefined) throw new Error(`the site is not published in ${lang}`);
  return found;
}

/** The site in the language of a page's address, for components that no page hands its props. */
export function siteAt({ pathname }: URL): Site {
  const [first] = pathname.slice(settings.base.length).split('/');
  return siteIn(isLang(first) ? first : undefined);
}

type Params = { [name: string]: string | undefined };

/** The paths of a route in every language: `pick` names those of one. English has no prefix. */
export const pathsOf = <P>(pick: (site: Site) => readonly { params?: Params; props: P }[]) =>
  sites().flatMap((site) => pick(site).map(({ params, props }) => ({ params: { lang: prefixOf(site.edition.lang), ...params }, props: { ...site, ...props } })));

const prefixOf = (lang: Lang): string | undefined => (lang === DEFAULT_LANG ? undefined : lang);

/** The paths of a route that has one page in each language. */
export const onePath = () => pathsOf(() => [{ props: {} }]);

/** The passages of a plain Markdown entry as HTML, for a page that gathers many. Throws like `bodyOf`. */
export async function htmlOf(entry: AnyEntry): Promise<Map<string, string>> {
  const found = await getEntry(entry.collection, entry.file.replace(/^content\//, ''));
  if (!found?.rendered) throw new Error(`${entry.file}: did not render`);
  return passageHtml(found.rendered.html);
}

/** The rendered body of an entry. Throws where Astro could not render it: it would leave an empty page and say nothing. */
export async function bodyOf(entry: AnyEntry) {
  const found = await getEntry(entry.collection, entry.file.replace(/^content\//, ''));
  if (found === undefined || (!found.rendered && entry.file.endsWith('.md'))) throw new Error(`${entry.file}: did not render`);
  return (await render(found)).Content;
}
