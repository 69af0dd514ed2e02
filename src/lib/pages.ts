/**
 * The pages of an edition: what each is called, what it says of itself, what stands above it and when it last changed.
 *
 * The routes, the twins, the sitemap, the cards and the structured data all take a page from here, so that they agree.
 */
import {
  CALL, CALL_PARALLEL, COVERAGE_INDEX, EDITION, eventsAddress, FACETS, facetIndexAddress, GLOSSARY, HOME, pageOf,
  PREAMBLE_INDEX, PRINCIPLES_INDEX, QUESTIONS_INDEX, SEARCH, STATES, TIMELINE, type Address, type FacetName,
} from './addresses.ts';
import type { Facet, Voice } from './coverage.ts';
import type { AnyEntry } from './entries.ts';
import { facetTitle } from './facet-label.ts';
import type { MentionGroup } from './graph.ts';
import { newest } from './history.ts';
import { PRINCIPLES, type PrincipleNumber } from './ids.ts';
import type { Part } from './parts.ts';
import type { Edition, Principle } from './record.ts';
import { STATES_FILE } from './states.ts';
import { fill, labelOf, titleOf, type Words } from './words.ts';

/** What a page shows; the machine forms and the structured data depend on it. */
export type Shown =
  | { readonly kind: 'home' | 'call' | 'parallel' | 'principles' | 'questions' | 'glossary' | 'preamble' | 'search' | 'edition' }
  | { readonly kind: 'principle'; readonly principle: Principle }
  | { readonly kind: 'call-mentions' | 'mentions'; readonly of: Address; readonly part: Part<MentionGroup> }
  | { readonly kind: 'principle-mentions'; readonly of: Address; readonly principle: Principle; readonly part: Part<MentionGroup> }
  | { readonly kind: 'coverage'; readonly part: Part<Voice> }
  | { readonly kind: 'facet'; readonly name: FacetName }
  | { readonly kind: 'record'; readonly entry: AnyEntry & { readonly collection: 'coverage' } }
  | { readonly kind: 'list'; readonly facet: Facet; readonly part: Part<Voice> }
  | { readonly kind: 'question'; readonly entry: AnyEntry & { readonly collection: 'questions' } }
  | { readonly kind: 'timeline' | 'variants' | 'corrections' | 'page'; readonly entry: AnyEntry }
  | { readonly kind: 'events'; readonly entry: AnyEntry; readonly number: PrincipleNumber };

export interface SitePage {
  readonly address: Address;
  readonly shown: Shown;
  /** The name of the page, as its heading and its breadcrumb say it. */
  readonly title: string;
  /** What a browser's tab and a list of results show: at most 60 characters, no two alike. */
  readonly tab: string;
  /** At most 160 characters, no two alike. */
  readonly description: string;
  /** The pages above this one, the home page left out. */
  readonly crumbs: readonly { readonly label: string; readonly address: Address }[];
  /** The day on which anything that the page shows last changed. */
  readonly updated: string;
}

const TAB = 60;
const DESCRIPTION = 160;
/** What a title keeps beside a publisher of the longest name. */
const LEAST = 10;

/** Every page of the edition, in the order of the site; short forms and moved pages are none. */
export function pagesOf(edition: Edition, words: Words): SitePage[] {
  const { lang, coverage, graph, principles, questions, terms, timeline, variants, corrections, text } = edition;
  const day = (entries: readonly AnyEntry[], more: readonly string[] = []) => newest([...entries.map((entry) => updatedOf(edition, entry)), ...more]) ?? text.fields.date;
  const said = new Map<Address, string>();
  for (const { part, from } of graph.mentions) {
    const at = pageOf(part);
    said.set(at, day([from], [said.get(at) ?? '']));
  }
  const wording = edition.official === undefined ? [text] : [text, edition.official];
  const all = day(edition.entries, [edition.dates.get(STATES_FILE)?.updated ?? '']);
  // A copy shows the claims of its original, an original the names of its copies.
  const kin = (entry: Edition['coverage'][number]) => {
    const voice = edition.voiceOf.get(entry);
    return voice === undefined || voice.original === entry ? voice?.copies ?? [] : [voice.original];
  };
  const page = (address: Address, shown: Shown, title: string, description: string, updated: string, crumbs: SitePage['crumbs'] = [], tab = tabOf(title, words.site.name)): SitePage =>
    ({ address, shown, title, tab, description: shortened(description, DESCRIPTION), crumbs, updated });
  const above = { call: { label: words.site.call, address: CALL }, principles: { label: words.site.principles, address: PRINCIPLES_INDEX }, coverage: { label: words.site.coverage, address: COVERAGE_INDEX } };
  const single = (kind: 'timeline' | 'variants' | 'corrections' | 'page', entry: AnyEntry & { readonly fields: { readonly title: string; readonly summary: string } }, crumbs: SitePage['crumbs'] = [], more: readonly string[] = []) =>
    page(entry.address, { kind, entry }, entry.fields.title, entry.fields.summary, day([entry], more), crumbs);
  /** A list in its parts, each a page; those after the first say which they are, and stand below the first. */
  const inParts = <Item>(parts: readonly Part<Item>[], show: (part: Part<Item>) => Shown, title: string, description: string, updated: (items: readonly Item[]) => string, crumbs: SitePage['crumbs'] = []) =>
    parts.map((part) => {
      const { address, number, of, first, items } = part;
      if (number === 1) return page(address, show(part), title, description, updated(items), crumbs);
      const place = { n: number, of };
      const name = fill(words.parts.title, { title, ...place });
      const which = fill(words.parts.place, place);
      return page(address, show(part), name, `${which}: ${description}`, updated(items), [...crumbs, { label: title, address: first }], `${which} · ${shortened(title, TAB - which.length - 3)}`);
    });
  const ofVoices = (list: readonly Voice[]) => day(list.flatMap(({ original, copies }) => [original, ...copies]));
  const mentions = (of: Address) => edition.mentionLists.get(of)?.parts ?? [];
  const byAddress = new Map(edition.entries.map((entry) => [entry.address, entry]));
  const always = new Set<Address>([CALL, ...principles.map(({ address }) => address)]);
  const label = (of: Address) => labelOf(words, of, byAddress);

  return [
    page(HOME, { kind: 'home' }, words.site.name, words.site.description, all),
    page(CALL, { kind: 'call' }, words.call.title, words.call.description, all),
    ...inParts(mentions(CALL), (part) => ({ kind: 'call-mentions', of: CALL, part }), words.call.allMentions, words.call.allMentionsDescription, () => said.get(CALL) ?? day([text]), [above.call]),
    ...(edition.languages.length > 1 ? [page(CALL_PARALLEL, { kind: 'parallel' }, words.parallel.title, words.parallel.description, day([text]), [above.call])] : []),
    page(PRINCIPLES_INDEX, { kind: 'principles' }, words.principles.title, words.principles.description, day(principles.map(({ entry }) => entry))),
    ...principles.flatMap((principle) => {
      const { entry, address, number } = principle;
      const name = titleOf(words, lang, entry);
      const more = [said.get(address) ?? ''];
      return [
        page(address, { kind: 'principle', principle }, name, fill(words.principles.description1, { n: number, name: entry.fields.names[lang] }), day([entry, ...wording], more), [above.principles]),
        ...inParts(mentions(address), (part) => ({ kind: 'principle-mentions', of: address, principle, part }), fill(words.principles.allMentions, { n: number }), fill(words.principles.allMentionsDescription, { name }),
          () => day([entry], more), [above.principles, { label: name, address }]),
      ];
    }),
    ...inParts(edition.lists.get(COVERAGE_INDEX) ?? [], (part) => ({ kind: 'coverage', part }), words.coverage.title, words.coverage.description, ofVoices),
    ...coverage.map((entry) => page(entry.address, { kind: 'record', entry }, entry.fields.title, entry.fields.summary, day([entry, ...kin(entry)], [said.get(entry.address) ?? '']), [above.coverage],
      shortened(`${shortened(entry.fields.title, Math.max(LEAST, TAB - entry.fields.publisher.length - 2))}, ${entry.fields.publisher}`, TAB))),
    ...FACETS.map((name) => page(facetIndexAddress(name), { kind: 'facet', name }, words.coverage.by[name], words.coverage.byDescription[name], day(coverage), [above.coverage])),
    ...edition.facets.flatMap((facet) => {
      const name = facetTitle({ words, lang }, facet);
      return inParts(edition.lists.get(facet.address) ?? [], (part) => ({ kind: 'list', facet, part }), fill(words.coverage.filtered, { facet: name }), fill(words.coverage.filteredDescription, { facet: name }), ofVoices,
        [above.coverage, { label: words.coverage.by[facet.name], address: facetIndexAddress(facet.name) }]);
    }),
    page(PREAMBLE_INDEX, { kind: 'preamble' }, words.preamble.title, words.preamble.description, day([text, ...principles.map(({ entry }) => entry)]), [above.call]),
    ...(questions.length > 0 ? [page(QUESTIONS_INDEX, { kind: 'questions' }, words.questions.title, words.questions.description, day(questions))] : []),
    ...questions.map((entry) => page(entry.address, { kind: 'question', entry }, entry.fields.question, entry.fields.summary, day([entry], [said.get(entry.address) ?? '']), [{ label: words.questions.title, address: QUESTIONS_INDEX }])),
    ...(terms.length > 0 ? [page(GLOSSARY, { kind: 'glossary' }, words.glossary.title, words.glossary.description, day(terms.map(({ entry }) => entry)))] : []),
    ...(timeline ? [single('timeline', timeline), ...PRINCIPLES.map((number) =>
      page(eventsAddress(number), { kind: 'events', entry: timeline, number }, fill(words.timeline.ofPrinciple, { n: number }), fill(words.timeline.ofPrincipleDescription, { n: number }), day([timeline]),
        [{ label: timeline.fields.title, address: TIMELINE }]))] : []),
    ...(variants ? [single('variants', variants, [above.call])] : []),
    ...(corrections ? [single('corrections', corrections)] : []),
    ...edition.pages.map((entry) => single('page', entry, [], entry.address === STATES ? [edition.dates.get(STATES_FILE)?.updated ?? ''] : [])),
    page(SEARCH, { kind: 'search' }, words.search.title, words.search.description, day([text])),
    page(EDITION, { kind: 'edition' }, words.edition.title, words.edition.description, all),
    ...[...edition.mentionLists.values()].filter(({ part }) => !always.has(part)).flatMap(({ part: of, parts }) => inParts(parts, (part) => ({ kind: 'mentions', of, part }),
      fill(words.parts.mentions, { part: label(of) }), fill(words.parts.mentionsDescription, { part: label(of) }), () => said.get(pageOf(of)) ?? all, [{ label: label(of), address: of }])),
  ];
}

/** When an entry last changed: our own day, not that of what it tells of. */
export const updatedOf = ({ dates }: Pick<Edition, 'dates'>, entry: AnyEntry): string =>
  entry.collection === 'official' ? entry.fields.retrieved : (dates.get(entry.file)?.updated ?? '');

/** `Coverage` → `Coverage · The Paris Call, annotated`, as far as there is room. */
export function tabOf(title: string, site: string): string {
  const full = title === site ? title : `${title} · ${site}`;
  return full.length <= TAB ? full : shortened(title, TAB);
}

/** A text of at most `most` characters: whole words and an ellipsis where it is longer. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const words = text.slice(0, most).split(' ').slice(0, -1).join(' ').replace(/[\s,;:.–—-]+$/, '');
  return `${words === '' ? text.slice(0, most - 1) : words}…`;
}
