/**
 * A principle to be set into another page: its aim with its source, complete in itself, without script or style.
 *
 * The same snippet is offered to programs as oEmbed (https://oembed.com/, “rich”).
 */
import { HOME } from './addresses.ts';
import type { Edition, Principle } from './record.ts';
import { titleOf } from './words.ts';
import type { View } from './view.ts';
import { xml } from './xml.ts';

/** The snippet: a quotation of the aim (the official wording where the edition has it), its name, its permalink. */
export function embedOf(edition: Edition, view: View, { entry, address }: Principle): string {
  const wording = edition.official ?? edition.text;
  const aim = wording.passages.find(({ id }) => id === entry.slug)?.text ?? '';
  const plain = edition.official === undefined ? ` (${view.words.call.plain.toLowerCase()})` : '';
  const at = xml(view.permalink(address));
  return `<blockquote cite="${at}" lang="${edition.lang}"><p>${xml(aim)}</p></blockquote>\n`
    + `<p><a href="${at}">${xml(titleOf(view.words, view.lang, entry))}</a>${xml(plain)}, <cite>${xml(view.words.site.name)}</cite></p>\n`;
}

export const oembedOf = (edition: Edition, view: View, principle: Principle) => ({
  version: '1.0', type: 'rich', title: titleOf(view.words, view.lang, principle.entry), provider_name: view.words.site.name, provider_url: view.permalink(HOME),
  html: embedOf(edition, view, principle), width: 600, height: null, cache_age: 86400,
});
