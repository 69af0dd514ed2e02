/**
 * How a citation is written for BibTeX: one entry, in UTF-8.
 *
 * It must serve BibTeX (Patashnik, BibTeXing, 1988), BibLaTeX (its manual, §2) and reference managers alike, so each
 * type is chosen for what the strictest of them makes of it:
 * - `@online` for what is published on the web. BibLaTeX, Zotero and JabRef read a web page; BibTeX itself has no such
 *   type and falls back on `@misc` with a warning. `@misc` would be read as a book or a document. Of the name of the site,
 *   BibTeX prints `howpublished` and BibLaTeX `organization`, neither both.
 * - `@techreport` with `type`, which all of them know; `@report` would lose its institution in BibTeX.
 * - `@incollection` for an entry of a dictionary, `@article` for one in a newspaper, `@misc` for a law.
 */
import type { CslName, CslRecord } from './csl.ts';
import { oneLine, plainUrl } from './one-line.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Languages as Babel names them, by their tag. */
const LANGUAGES = new Map([['en', 'english'], ['fr', 'french']]);

/** BibTeX counts braces even behind a backslash, so that `\{` would unbalance a field. */
const COMMANDS: { readonly [character: string]: string } = {
  '\\': 'textbackslash', '{': 'textbraceleft', '}': 'textbraceright', '~': 'textasciitilde', '^': 'textasciicircum',
  '<': 'textless', '>': 'textgreater', '|': 'textbar',
};

/**
 * `50% {off}` → `50\% {\textbraceleft}off{\textbraceright}`. What TeX would join to another sign, as `--` to a dash, is
 * kept apart. An `@` or `"` means nothing between braces, and no line of a value begins with it.
 */
const escape = (text: string): string => oneLine(text)
  .replace(/[\\{}~^<>|%#$&_]/g, (character) => (COMMANDS[character] ? `{\\${COMMANDS[character]}}` : `\\${character}`))
  .replace(/([-'`,])(?=\1)|[?!](?=`)/g, '{$&}');

const braced = (text: string | undefined = ''): string => (oneLine(text) === '' ? '' : `{${escape(text)}}`);
/** In braces twice: a title keeps its capitals, a body is not taken apart at an `and` or a comma. */
const whole = (text: string | undefined): string => braced(text) && `{${braced(text)}}`;

/** A part of a name as it is, if it is made of words and hyphens and no `and`; else in braces, which keep it together. */
const namePart = (text: string): string =>
  /^[\p{L}\p{M}.'’]+(?:[- \u00a0][\p{L}\p{M}.'’]+)*$/u.test(text) && !/''|\band\b/i.test(text) ? text : braced(text);

/** `de la Cruz, Ana`; `{Kaspersky}`. A person known by one name is written like a body. */
function nameOf(name: CslName): string {
  if ('literal' in name) return braced(name.literal);
  const [family, given] = [oneLine(name.family), oneLine(name.given ?? '')];
  return family && given ? `${namePart(family)}, ${namePart(given)}` : braced(family || given);
}

type Field = readonly [name: string, value: string];

/** The entry's type, with the fields that say where the work appeared. */
function placeOf({ type, publisher, 'container-title': container }: CslRecord): readonly [type: string, ...Field[]] {
  const site = container || publisher;
  const house = publisher === container ? undefined : container && publisher;
  if (type.startsWith('article-') && site) return ['article', ['journal', braced(site)], ['publisher', whole(house)]];
  if (type === 'report')
    return ['techreport', ['type', '{Report}'], ['institution', whole(publisher || container)], ['series', braced(house && container)]];
  if (type === 'entry-dictionary' && container)
    return ['incollection', ['booktitle', braced(container)], ['publisher', whole(publisher)]];
  if (type === 'legislation') return ['misc', ['howpublished', braced(site)], ['organization', whole(house)]];
  return ['online', ['organization', whole(site)], ['howpublished', braced(site)], ['publisher', whole(house)]];
}

export function bibtexOf(record: CslRecord): string {
  const [type, ...place] = placeOf(record);
  const [year, month = 0, day] = record.issued?.['date-parts'][0] ?? [];
  const language = LANGUAGES.get(record.language.split('-')[0] ?? '');
  const fields: readonly Field[] = [
    ['author', braceList((record.author ?? []).map(nameOf).filter((name) => name !== ''))],
    ['title', whole(record.title)],
    ...place,
    ['year', year === undefined ? '' : `{${year}}`],
    ['month', MONTHS[month - 1] ?? ''],
    ['day', day === undefined ? '' : `{${day}}`],
    // Verbatim, but for the `$`: some readers look for mathematics even here.
    ['url', record.URL ? `{${plainUrl(record.URL).replaceAll('$', '%24')}}` : ''],
    ['language', braced(language ?? record.language)],
    ['langid', braced(language)],
    ['abstract', braced(record.abstract)],
    ['note', braced(record.note)],
  ];
  const key = record.id.replace(/[^A-Za-z0-9-]+/g, '-') || 'citation';
  return `@${type}{${key},\n${fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

const braceList = (names: readonly string[]): string => (names.length === 0 ? '' : `{${names.join(' and ')}}`);
