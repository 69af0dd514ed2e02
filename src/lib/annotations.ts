/**
 * Every link of the record as a W3C Web Annotation: a passage (the body) says something of a part of the Call or of
 * another passage (the target), and these are its words. https://www.w3.org/TR/annotation-model/
 */
import type { Mention } from './graph.ts';
import type { MentionKind } from './ids.ts';
import type { Edition } from './record.ts';
import type { View } from './view.ts';

const MOTIVATIONS: { readonly [kind in MentionKind]: string } = { reports: 'describing', explains: 'describing', supports: 'assessing', criticises: 'assessing', compares: 'linking' };

/** All links as one collection; `at` is its own address. The n-th link of a passage keeps its number as long as the passage stands. */
export function annotationsOf({ graph, lang, text }: Edition, view: View, at: string) {
  const seen = new Map<string, number>();
  const items = graph.mentions.map((mention) => {
    const n = (seen.get(mention.address) ?? 0) + 1;
    seen.set(mention.address, n);
    return annotation(view, mention, `${at}#${mention.address.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-${n}`);
  });
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: at, type: 'AnnotationCollection', label: text.fields.title, total: items.length,
    first: { id: `${at}#page`, type: 'AnnotationPage', language: lang, startIndex: 0, items },
  };
}

const annotation = (view: View, { address, to, kind, before, words, after }: Mention, id: string) => ({
  id, type: 'Annotation', motivation: MOTIVATIONS[kind],
  body: [
    { type: 'SpecificResource', source: view.permalink(address), selector: { type: 'TextQuoteSelector', exact: words, ...(before !== '' && { prefix: before }), ...(after !== '' && { suffix: after }) } },
    { type: 'TextualBody', purpose: 'tagging', value: kind },
  ],
  target: view.permalink(to),
});
