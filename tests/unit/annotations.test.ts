import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/lib/annotations.ts';
import { MENTION_KINDS } from '../../src/lib/ids.ts';
import { ONE, tree } from '../content.ts';
import { french, nasty, siteOf, whole } from '../edition.ts';
import { expanded } from '../json-ld.ts';

const AT = 'https://example.org/ref/data/annotations.jsonld';
const P8 = '(../../../principles/en/principle-8.md';
const annotations = (changes: Parameters<typeof siteOf>[0] = whole, lang: 'en' | 'fr' = 'en') => {
  const { edition, view } = siteOf(changes, lang);
  return { ...annotationsOf(edition, view, (n) => (n === 1 ? AT : `${AT}-${n}`))[0], mentions: edition.graph.mentions };
};
const ofClaim = (claim: string) => annotations({ [ONE]: String(tree()[ONE]).replace(`It asks firms [not to hack back]${P8}).`, claim) }).first.items.filter(({ id }) => id.includes('one-c1'));

describe('the collection', () => {
  test('says what it is, how long it is, and holds all links on one page', () => {
    const { '@context': context, id, type, label, total, first, mentions } = annotations();
    expect({ context, id, type, label, total }).toEqual({ context: 'http://www.w3.org/ns/anno.jsonld', id: AT, type: 'AnnotationCollection', label: 'The Call', total: mentions.length });
    expect({ ...first, items: first.items.length }).toEqual({ id: `${AT}#page`, type: 'AnnotationPage', language: 'en', startIndex: 0, items: mentions.length });
  });

  test('expands as Web Annotation without losing anything, whatever the words', async () => {
    const { mentions, ...collection } = annotations(nasty);
    const text = JSON.stringify(await expanded(JSON.parse(JSON.stringify(collection)) as object));
    expect(text.match(/oa#hasTarget/g)).toHaveLength(mentions.length);
    expect(text).toContain('“not” to | hack_back');
    await expect(expanded({ ...collection, words: 'no term of the model' })).rejects.toThrow();
  });

  test('of another language is said in it and leads to its own pages', () => {
    const { first } = annotations({ ...whole, ...french(tree(whole)) }, 'fr');
    expect(first.language).toBe('fr');
    expect(first.items.filter(({ target, body: [{ source = '' } = {}] }) => ![target, source].every((url) => url.startsWith('https://example.org/ref/fr/')))).toEqual([]);
  });

  test('is whole where nothing is linked but what must be', () => {
    const { total, first } = annotations({});
    expect([total, first.items.length > 0]).toEqual([first.items.length, true]);
  });
});

test('more links than one file holds go on in further ones, each of which says where it begins and which comes next', () => {
  const { edition, view } = siteOf(whole);
  const mentions = Array.from({ length: 20_001 }, (_, n) => edition.graph.mentions[n % edition.graph.mentions.length] ?? expect.fail('no mention'));
  const [{ total, first }, ...further] = annotationsOf({ ...edition, graph: { ...edition.graph, mentions } }, view, (n) => (n === 1 ? AT : `${AT}-${n}`));
  expect(total).toBe(20_001);
  expect([first, ...further].map(({ id, startIndex, items, ...rest }) => [id, startIndex, items.length, 'next' in rest ? rest.next : undefined])).toEqual([
    [`${AT}#page`, 0, 10_000, `${AT}-2`], [`${AT}-2`, 10_000, 10_000, `${AT}-3`], [`${AT}-3`, 20_000, 1, undefined],
  ]);
  expect(further.map(({ partOf }) => partOf)).toEqual([AT, AT]);
});

describe('an annotation', () => {
  test('names the passage and its words as body, the part that they speak of as target', () => {
    expect(ofClaim(`It asks firms [not to hack back]${P8}).`)).toEqual([{
      id: `${AT}#coverage-one-c1-1`, type: 'Annotation', motivation: 'describing', target: 'https://example.org/ref/principles/8/',
      body: [
        { type: 'SpecificResource', source: 'https://example.org/ref/coverage/one/#c1', selector: { type: 'TextQuoteSelector', exact: 'not to hack back', prefix: 'It asks firms ', suffix: '.' } },
        { type: 'TextualBody', purpose: 'tagging', value: 'reports' },
      ],
    }]);
  });

  test('has no prefix or suffix where there is none', () => {
    const [annotation] = ofClaim(`[Not to hack back]${P8})`);
    expect(annotation?.body[0]?.selector).toEqual({ type: 'TextQuoteSelector', exact: 'Not to hack back' });
  });

  test('keeps its number among those of its passage, whatever stands before the passage', () => {
    const two = `[Hack]${P8}) and [hack]${P8} "criticises").`;
    expect(ofClaim(two).map(({ id }) => id)).toEqual([`${AT}#coverage-one-c1-1`, `${AT}#coverage-one-c1-2`]);
    const all = annotations({ ...whole, [ONE]: String(tree()[ONE]).replace('It reports the launch.', `It reports [the launch]${P8}).`) }).first.items.map(({ id }) => id);
    expect(all).toContain(`${AT}#coverage-one-c1-1`);
    expect(new Set(all).size).toBe(all.length);
  });

  test('has a motivation of the model for each kind of link', () => {
    const told = MENTION_KINDS.map((kind) => ofClaim(`[Hack]${P8} "${kind}").`).map(({ motivation, body }) => `${kind}: ${motivation}, ${JSON.stringify(body[1])}`).join());
    expect(told).toEqual([['reports', 'describing'], ['supports', 'assessing'], ['criticises', 'assessing'], ['explains', 'describing'], ['compares', 'linking']]
      .map(([kind, motivation]) => `${kind}: ${motivation}, {"type":"TextualBody","purpose":"tagging","value":"${kind}"}`));
  });
});
