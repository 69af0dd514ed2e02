/**
 * Every link of the record as a W3C Web Annotation: a passage (the body) says something of a part of the Call or of
 * another passage (the target), and these are its words. https://www.w3.org/TR/annotation-model/
 */
import type { Mention } from './graph.ts';
import type { MentionKind } from './ids.ts';
import type { Edition } from './record.ts';
import type { View } from './view.ts';

const MOTIVATIONS: { readonly [kind in MentionKind]: string } = { reports: 'describing', explains: 'describing', supports: 'assessing', criticises: 'assessing', compares: 'linking' };

/** So many annotations stand in one file. */
const MOST = 10_000;

/**
 * All links as one collection, and the further pages of a large one; `at` gives the address of the n-th file. The n-th
 * link of a passage keeps its number as long as the passage stands.
 */
export function annotationsOf({ graph, lang, text }: Edition, view: View, at: (part: number) => string) {
  const whole = at(1);
  const seen = new Map<string, number>();
  const items = graph.mentions.map((mention) => {
    const n = (seen.get(mention.address) ?? 0) + 1;
    seen.set(mention.address, n);
    return annotation(view, mention, `${whole}#${mention.address.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-${n}`);
  });
  const context = { '@context': 'http://www.w3.org/ns/anno.jsonld' };
  const parts = Math.max(1, Math.ceil(items.length / MOST));
  const page = (n: number) => ({
    id: n === 1 ? `${whole}#page` : at(n), type: 'AnnotationPage', language: lang, startIndex: (n - 1) * MOST, items: items.slice((n - 1) * MOST, n * MOST), ...(n < parts && { next: at(n + 1) }),
  });
  const further = Array.from({ length: parts - 1 }, (_, index) => ({ ...context, ...page(index + 2), partOf: whole }));
  return [{ ...context, id: whole, type: 'AnnotationCollection', label: text.fields.title, total: items.length, first: page(1) }, ...further] as const;
}

const annotation = (view: View, { address, to, kind, before, words, after }: Mention, id: string) => ({
  id, type: 'Annotation', motivation: MOTIVATIONS[kind],
  body: [
    { type: 'SpecificResource', source: view.permalink(address), selector: { type: 'TextQuoteSelector', exact: words, ...(before !== '' && { prefix: before }), ...(after !== '' && { suffix: after }) } },
    { type: 'TextualBody', purpose: 'tagging', value: kind },
  ],
  target: view.permalink(to),
});
