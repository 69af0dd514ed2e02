import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { fingerprintOf } from '../../src/lib/history.ts';
import { LICENCE, twinOf } from '../../src/lib/twins.ts';
import { COPY, more, ONE, TODAY, tree } from '../content.ts';
import { french, nasty, NASTY, official, officialWords, siteOf, whole, type TestSite } from '../edition.ts';

const AT = 'https://example.org/ref';
type Twin = { readonly [name: string]: unknown };
type List = readonly Twin[];
const twin = ({ edition, view }: TestSite, address: string): Twin => twinOf(edition, view, view.page(address as Address));
const site = siteOf({ ...whole, 'content/pages/en/states.mdx': '---\ntitle: States\nsummary: Which States.\n---\n\n## list\n\nThey are these.\n\n<StatesTable />\n' });
const list = (of: Twin, name: string): List => of[name] as List;

describe('every twin', () => {
  test('begins with what it is the twin of', () => {
    for (const { address, title, description, updated, shown } of site.view.pages) {
      const { url, type, lang, title: name, description: about, updated: day, licence } = twin(site, address);
      expect({ url, type, lang, name, about, day, licence }).toEqual({ url: `${AT}${address}`, type: shown.kind, lang: 'en', name: title, about: description, day: updated, licence: LICENCE });
      expect(Object.keys(twin(site, address)).slice(0, 7)).toEqual(['url', 'type', 'lang', 'title', 'description', 'updated', 'licence']);
    }
  });

  test('is JSON from which all comes back', () => {
    const hostile = siteOf(nasty);
    for (const { address } of hostile.view.pages) {
      const made = twin(hostile, address);
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    }
    expect(twin(hostile, '/coverage/one/')).toMatchObject({ title: NASTY });
  });

  test('of another language stands under its address', () => {
    const made = JSON.stringify(twin(siteOf({ ...whole, ...french(tree(whole)) }, 'fr'), '/coverage/one/'));
    expect(made).toContain(`"url":"${AT}/fr/coverage/one/","type":"record","lang":"fr"`);
    expect(made.match(/https:\/\/example\.org\/ref\/(?!fr\/)/g)).toBeNull();
  });
});

describe('the twin', () => {
  test('of the home page counts what there is and names the principles', () => {
    expect(twin(site, '/')).toMatchObject({ counts: { segments: 25, principles: 9, coverage: 2, voices: 1, copies: 1, claims: 3, questions: 1, terms: 1, events: 3, states: 3 } });
    expect(list(twin(site, '/'), 'principles')[7]).toEqual({ number: 8, url: `${AT}/principles/8/`, name: 'Name 8' });
  });

  test('of the Call holds its segments, with the official wording where the edition has it', () => {
    const call = twin(siteOf({ ...whole, ...official() }), '/call/');
    expect(list(call, 'segments')).toHaveLength(25);
    expect(list(call, 'segments')[5]).toMatchObject({ id: 'p6', text: 'Words of p6.', official: officialWords('p6') });
    expect(call).toMatchObject({ official: { en: 'https://example.org/en', fr: 'https://example.org/fr' } });
    expect(list(twin(site, '/call/'), 'segments')[5]).toMatchObject({ official: null });
    expect(list(call, 'backlinks').map(({ from, words }) => [from, words])).toContainEqual([`${AT}/coverage/one/#c2`, 'the Call']);
  });

  test('of what speaks of the Call holds all of it, as the Call itself does', () => {
    const links = list(twin(site, '/call/coverage/'), 'links');
    expect(links).toEqual(list(twin(site, '/call/'), 'backlinks'));
    expect(new Set(links.map(({ fromKind }) => fromKind)).size).toBeGreaterThan(1);
  });

  test('of a principle holds its sections, its counts and every passage that speaks of it', () => {
    const principle = twin(site, '/principles/8/');
    expect(principle).toMatchObject({ number: 8, name_en: 'Name 8', sources: 1, title: 'Principle 8, Name 8' });
    expect(list(principle, 'passages').map(({ id, title, url }) => [id, title, url])[0]).toEqual(['asks', 'What it asks', `${AT}/principles/8/#asks`]);
    expect(list(principle, 'backlinks').map(({ from, kind }) => [from, kind])).toEqual([
      [`${AT}/coverage/one/#c1`, 'reports'], [`${AT}/timeline/#forum`, 'reports'], [`${AT}/corrections/#2026-11-20-bystanders`, 'reports'],
    ]);
    expect(list(twin(site, '/principles/8/coverage/'), 'links').map(({ from }) => from)).toEqual([`${AT}/coverage/one/#c1`]);
  });

  test('of a principle of which more is said than a page holds begins what is said, and says where it goes on', () => {
    const claims = Array.from({ length: 150 }, (_, index) => `### c${index + 4}\n\nA. Reporter · fact\n\nIt asks firms [not to hack back](../../../principles/en/principle-8.md).\n\n`).join('');
    const { backlinks, more: further } = twin(siteOf({ ...whole, [ONE]: String(tree()[ONE]).replace('## omits', `${claims}## omits`) }), '/principles/8/') as { backlinks: List; more: string[] };
    expect(backlinks.slice(0, 150).filter(({ from }) => String(from).startsWith(`${AT}/coverage/one/#c`))).toHaveLength(150);
    expect(backlinks.slice(150).map(({ from }) => from)).toEqual([`${AT}/timeline/#forum`, `${AT}/corrections/#2026-11-20-bystanders`]);
    expect(further).toEqual([`${AT}/principles/8/coverage/page/2/index.json`]);
  });

  test('of a record holds its fields, its passages, its claims, its links and its copies', () => {
    const record = twin(site, '/coverage/one/');
    expect(record).toMatchObject({ slug: 'one', publisher: 'The Paper', authors: ['A. Reporter'], published: '2018-11-12', original: 'https://example.org/one', copies: [`${AT}/coverage/copy/`] });
    expect(list(record, 'passages').map(({ id }) => id)).toEqual(['summary', 'claims', 'omits', 'confirmed', 'unconfirmed']);
    expect(list(record, 'claims').map(({ id, carriedBy }) => [id, carriedBy])).toEqual([['one#c1', ['copy']], ['one#c2', ['copy']], ['one#c3', []]]);
    expect(list(record, 'links').map(({ to }) => to)).toEqual([`${AT}/principles/8/`, `${AT}/call/`, `${AT}/call/#principle-4`, `${AT}/coverage/one/#c1`]);
  });

  test('of a copy says what it carries and what it cuts', () => {
    const copy = twin(site, '/coverage/copy/');
    expect([copy['carries'], copy['cuts'], copy['copies']]).toEqual([[1, 2].map((n) => `${AT}/coverage/one/#c${n}`), [`${AT}/coverage/one/#c3`], undefined]);
    expect(list(copy, 'claims')).toEqual([]);
  });

  test('of a record that changed less lately than what is said of it bears the day of the latter', () => {
    const known = fingerprintOf(new TextEncoder().encode(String(tree()[ONE])));
    const dated = siteOf({ ...more, 'content/history.txt': `2026-01-02 ${known} ${ONE}\n` });
    expect(twin(dated, '/coverage/one/')).toMatchObject({ updated: TODAY, added: '2026-01-02' });
    expect(dated.view.page('/coverage/one/' as Address).updated).toBe(TODAY);
  });

  test('of a list holds its records, copies counted apart, and the list of all its facets', () => {
    expect(twin(site, '/coverage/principle/8/')).toMatchObject({ facet: { name: 'principle', value: '8' }, records: 2, sources: 1 });
    expect(list(twin(site, '/coverage/kind/repost/'), 'coverage').map(({ slug }) => slug)).toEqual(['copy']);
    expect(list(twin(site, '/coverage/'), 'facets')).toContainEqual({ name: 'publisher', value: 'The Paper', url: `${AT}/coverage/publisher/the-paper/`, records: 1 });
  });

  test('of a question holds its answer, and of the glossary where its terms are used', () => {
    expect(twin(site, '/questions/where/')).toMatchObject({ question: 'Where was it launched?', status: 'differ', answer: 'In Paris, where the Call was read out.' });
    expect(list(twin(site, '/questions/where/'), 'backlinks').map(({ from }) => from)).toEqual([`${AT}/corrections/#2026-11-19-launch`]);
    expect(list(twin(site, '/questions/'), 'questions')).toHaveLength(1);
    const used = siteOf({ ...whole, [ONE]: String(tree()[ONE]).replace('It reports the launch.', 'It reports a botnet.') });
    expect(list(twin(used, '/glossary/'), 'terms')).toEqual([expect.objectContaining({ slug: 'botnet', uses: [`${AT}/coverage/one/`] })]);
    expect(list(twin(site, '/glossary/'), 'terms')[0]).toMatchObject({ uses: [] });
  });

  test('of the timeline holds all events, of a principle those that bear on it', () => {
    expect(list(twin(site, '/timeline/'), 'events').map(({ id }) => id)).toEqual(['worm', 'launch', 'forum']);
    expect(list(twin(site, '/timeline/principle/8/'), 'events').map(({ id }) => id)).toEqual(['forum']);
    expect(list(twin(site, '/timeline/principle/1/'), 'events')).toEqual([]);
  });

  test('of the opening paragraphs pairs each with the principles that it bears on', () => {
    expect(list(twin(site, '/preamble/'), 'pairs')[7]).toEqual({ principle: 8, principleUrl: `${AT}/principles/8/`, paragraphUrl: `${AT}/call/#p8` });
  });

  test('of corrections dates them; of variants and pages holds their passages; of the States the table', () => {
    expect(list(twin(site, '/corrections/'), 'passages').map(({ id, date }) => [id, date])).toEqual([['2026-11-20-bystanders', '2026-11-20'], ['2026-11-19-launch', '2026-11-19']]);
    expect(list(twin(site, '/variants/'), 'passages').map(({ title }) => title)).toEqual(['Paragraph 6', 'Principle 8']);
    expect(list(twin(site, '/about/'), 'passages').map(({ id, text }) => [id, text])).toEqual([['what', 'About the Call.'], ['numbers', '']]);
    expect(list(twin(site, '/states/'), 'states').map(({ iso3 }) => iso3)).toEqual(['FRA', 'MLT', 'BEN']);
    expect(twin(site, '/about/')['states']).toBeUndefined();
  });

  test('of the search holds the concordance, with each place of each word', () => {
    const { concordance } = twin(site, '/search/') as unknown as { concordance: { word: string; at: string[] }[] };
    expect(concordance.find(({ word }) => word === 'p7')?.at).toEqual([site.view.permalink('/call/#p7' as Address)]);
  });

  test('of the edition in print names its parts: the Call, nine principles, every record', () => {
    const { parts } = twin(site, '/edition/') as unknown as { parts: { url: string; json: string }[] };
    expect(parts).toHaveLength(1 + 9 + site.edition.coverage.length);
    expect(parts[0]?.json).toBe(`${site.view.permalink('/call/' as Address)}index.json`);
  });
});

test('a copy of a copy carries what its original’s original says', () => {
  const second = String(tree()[COPY]).replace('title: The same again', 'title: Once more').replace('copyOf: one', 'copyOf: copy').replace('cuts: [c3]', 'cuts: [c1, c3]');
  const chain = siteOf({ ...whole, 'content/coverage/en/2018/second.md': second });
  expect(twin(chain, '/coverage/second/')).toMatchObject({ carries: [`${AT}/coverage/one/#c2`] });
  expect(twin(chain, '/coverage/one/')).toMatchObject({ copies: [`${AT}/coverage/copy/`, `${AT}/coverage/second/`] });
});
