/**
 * Where full stops and quotation marks go, in the American usage of the citation styles and in French.
 *
 * American usage sets the stop inside quotation marks and single marks within double ones; French sets the stop outside,
 * and curly marks within guillemets, which no-break spaces keep to their words.
 */
import type { Lang } from './ids.ts';

/** A closing mark by what must stand before it; without that, `’` is an apostrophe. */
const OPENING: { readonly [closing: string]: RegExp } = { '”': /“/, '’': /‘/, '"': /"/, "'": /(?:^|[\s(“‘"])'/ };

/** The text with a full stop, unless it ends in some stop already: `On “hack back”` → `On “hack back.”` */
export function stopped(text: string, lang: Lang): string {
  if (/[.?!…؟。？！][\s”’"'»]*$/u.test(text)) return text;
  let end = text.length;
  while (lang === 'en' && OPENING[text[end - 1] ?? '']?.test(text.slice(0, end - 1))) end -= 1;
  return `${text.slice(0, end)}.${text.slice(end)}`;
}

/** `On “hack back”` → `“On ‘hack back’”`, or in French `« On “hack back” »`. Nothing stays nothing. */
export function quoted(text: string, lang: Lang): string {
  if (text === '') return '';
  if (lang === 'fr') return `«\u00a0${text.replace(/«\s*([^«»]*?)\s*»|"([^"]*)"/g, (_, inner?: string, straight?: string) => `“${inner ?? straight}”`)}\u00a0»`;
  const inner = text.replace(/“([^“”]*)”|"([^"]*)"/g, (_, curly?: string, straight?: string) =>
    `‘${(curly ?? straight ?? '').replace(/‘([^‘]*?)’(?!\p{L})/gu, '“$1”')}’`);
  return `“${inner}”`;
}
