/**
 * A citation as a line to paste, in plain text: an entry of a reference list after the Publication Manual of the American
 * Psychological Association, 7th edition, or of a bibliography after the Chicago Manual of Style, 18th edition (notes and
 * bibliography; more than six authors are three and others).
 *
 * `lang` is the language of the citation, hence of its months, its punctuation and its quotation marks. Titles and names
 * stay as printed, their capitals above all. What stands in square brackets describes a work that has no title.
 *
 * Our own code: citeproc, by way of @citation-js/plugin-csl, takes two or three milliseconds for an entry in one style,
 * makes "The Paris Call, Annotated" of the site's name and knows no French dates. The test holds APA to it all the same.
 */
import type { CslName, CslRecord } from './csl.ts';
import type { Lang } from './ids.ts';
import { oneLine, plainUrl } from './one-line.ts';
import { quoted, stopped } from './punctuation.ts';

const WORDS = {
  en: { and: 'and', in: 'In', undated: 'n.d.', post: 'Online post' },
  fr: { and: 'et', in: 'Dans', undated: 's.\u00a0d.', post: 'Message en ligne' },
} as const;
const monthsOf = (lang: Lang): string[] => {
  const { format } = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2018, month)));
};
const MONTHS = { en: monthsOf('en'), fr: monthsOf('fr') } as const;

/** `November 12, 2018`, `12 novembre 2018`, or as much as is known; `year` puts the year first, as APA does. */
function dateOf({ issued }: CslRecord, lang: Lang, year: 'first' | 'last'): string {
  const [number, month = 0, day] = issued?.['date-parts'][0] ?? [];
  if (number === undefined) return WORDS[lang].undated;
  const name = MONTHS[lang][month - 1];
  if (name === undefined) return String(number);
  const ofDay = lang === 'fr' && day === 1 ? '1er' : day;
  const within = day === undefined ? name : lang === 'fr' ? `${ofDay} ${name}` : `${name} ${day}`;
  return year === 'first' ? `${number}, ${within}` : `${within}${lang === 'en' && day !== undefined ? ',' : ''} ${number}`;
}

/** `Jean-Luc P.B. van` → `J.-L. P. B. van`. */
function initialsOf(given: string): string {
  const initial = (part: string) => (part.endsWith('.') ? part : `${/^.\p{M}*/u.exec(part)?.[0] ?? ''}.`);
  const isLow = (part: string, at: number) => at > 0 && /^\p{Ll}/u.test(part);
  const ofWord = (word: string) => word.split('-').filter((part, at) => part !== '' && !isLow(part, at))
    .map((part) => part.split(/(?<=\.)(?=.)/u).map(initial).join(' ')).join('-');
  return given.split(/\s+/).map((word, at) => (isLow(word, at) ? word : ofWord(word))).filter(Boolean).join(' ');
}

type Form = 'initials' | 'inverted' | 'straight';
function nameOf(name: CslName, form: Form): string {
  const family = oneLine('literal' in name ? name.literal : name.family);
  const given = oneLine('literal' in name ? '' : name.given ?? '');
  if (form === 'straight') return [given, family].filter(Boolean).join(' ');
  return [family, form === 'initials' && given ? initialsOf(given) : given].filter(Boolean).join(', ');
}

/** `A, B, & C` or `A, B et C`. */
const listed = (names: readonly string[], and: string): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(`${and} `);

/** What both styles are made of. The name of a body, a site or a house is not said twice. */
function partsOf(record: CslRecord) {
  const authors = (record.author ?? []).filter((name) => nameOf(name, 'straight') !== '');
  const [author] = authors.length === 1 ? authors : [];
  const said = author && 'literal' in author ? oneLine(author.literal) : '';
  const isSaid = (name: string, ...before: readonly string[]) => before.some((one) => one.toLowerCase() === name.toLowerCase());
  const [container, publisher] = [oneLine(record['container-title'] ?? ''), oneLine(record.publisher ?? '')];
  return {
    authors, title: oneLine(record.title), url: plainUrl(record.URL ?? ''), year: record.issued?.['date-parts'][0][0],
    container: isSaid(container, said) ? '' : container, publisher: isSaid(publisher, said, container) ? '' : publisher,
  };
}

const isDescription = (title: string): boolean => /^\[.*\]$/.test(title);

const joined = (parts: readonly string[], lang: Lang): string =>
  parts.filter(Boolean).map((part) => stopped(part, lang)).join(' ');

/** `Matsakis, L. (2018, November 12). The US Sits Out. WIRED. https://example.org/` */
export function apaOf(record: CslRecord, lang: Lang): string {
  const { authors, title, container, publisher, url, year } = partsOf(record);
  const { type } = record;
  if (type === 'legislation') {
    // A law has a title, a place and a year, and neither author nor publisher.
    const law = [title.replace(/(?<!\b\p{Lu})\.$/u, ''), container].filter(Boolean).join(', ');
    return [joined([[law, year === undefined ? '' : `(${year})`].filter(Boolean).join(' ')], lang), url].filter(Boolean).join(' ');
  }
  const isPart = type === 'report' || type === 'entry-dictionary';
  const names = authors.map((name) => nameOf(name, 'initials'));
  const areTwoBodies = names.length === 2 && authors.every((name) => 'literal' in name);
  const list = names.length > 20 ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}` : listed(names, areTwoBodies ? ' &' : ', &');
  const date = `(${isPart && year !== undefined ? year : dateOf(record, lang, 'first')})`;
  const work = type === 'post' && title && !isDescription(title) ? `${title} [${WORDS[lang].post}]` : title;
  const source = isPart ? [container && `${WORDS[lang].in} ${container}`, publisher] : [container || publisher];
  return [joined([...(list ? [list, date, work] : [work, date]), ...source], lang), url].filter(Boolean).join(' ');
}

/** `Matsakis, Louise. “The US Sits Out.” WIRED, November 12, 2018. https://example.org/.` */
export function chicagoOf(record: CslRecord, lang: Lang): string {
  const { authors, title, container, publisher, url } = partsOf(record);
  const { type } = record;
  const names = authors.map((name, at) => nameOf(name, at === 0 ? 'inverted' : 'straight'));
  const isInverted = names.length > 2 || names[0]?.includes(',') === true;
  const comma = lang === 'en' && isInverted ? ',' : '';
  const list = names.length > 6 ? `${names.slice(0, 3).join(', ')}${comma} et al.` : listed(names, `${comma} ${WORDS[lang].and}`);
  const work = type === 'report' || type === 'legislation' || isDescription(title) ? title : quoted(title, lang);
  const book = type === 'entry-dictionary' && container ? `${WORDS[lang].in} ${container}` : '';
  const site = type === 'post-weblog' && container && !/blog/i.test(container) ? `${container} (blog)` : container;
  const house = type.startsWith('article-') && container ? '' : publisher;
  const facts = [book ? '' : site, house].filter(Boolean);
  const date = dateOf(record, lang, 'last');
  const begun = facts.length === 0 ? date.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : date;
  return joined([list, work, book, [...facts, begun].join(', '), url], lang);
}
