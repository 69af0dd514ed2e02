/**
 * The whole record: every content file read and checked, and what the pages of one language show of it.
 *
 * `readRecord` is what the build, the tests and the commands call; `editionOf` is what the pages call.
 */
import {
  ABOUT, addressOfEntry, addressOfPassage, CALL, CALL_MENTIONS, CALL_PARALLEL, coverageAddress, COVERAGE_INDEX, EDITION, eventsAddress, facetIndexAddress, FACETS, GLOSSARY, HOME, hrefOf, mentionsAddress,
  PREAMBLE_INDEX, principleAddress, PRINCIPLES_INDEX, QUESTIONS_INDEX, SEARCH, segmentAddress, shortAddress, STATES, withFragment, type Address,
} from './addresses.ts';
import type { Fingerprints } from './fingerprints.ts';
import { carriedClaims, originalOf } from './copies.ts';
import { facetsOf, matrixOf, mentionsBy, voicesOf, type Facet, type Matrix, type Voice } from './coverage.ts';
import { readEntry, textOf, type AnyEntry, type Entry, type SourceFile } from './entries.ts';
import { compareText, graphOf, type Graph, type Mention } from './graph.ts';
import { DEFAULT_LANG, isClaim, LANGUAGES, PRINCIPLES, principleId, principleNumber, SEGMENTS, type Lang, type PrincipleNumber } from './ids.ts';
import { datesOf, HISTORY_FILE, historyProblems, readHistory, type Dates } from './history.ts';
import { LINKS_FILE, readLinkChecks, type LinkCheck } from './link-checks.ts';
import { formerPages, LEDGER_FILE, ledgerLineProblems, lostLedger, movedFragments, movedPages, readLedger, sealProblems, type LedgerLine } from './ledger.ts';
import { ADDRESSES, MACHINE_ADDRESSES, OFFLINE_COPY, ROBOTS, SITEMAP } from './machine-addresses.ts';
import { mentionListsOf, voiceParts, type MentionList, type Part } from './parts.ts';
import type { Problem } from './problems.ts';
import { readStates, STATES_FILE, type State } from './states.ts';
import { termsOf, type Term } from './terms.ts';
import { translationProblems } from './translations.ts';
import { coverageProblems, ledgerProblems, linkProblems, missingParts, officialProblems, publisherProblems, slugProblems } from './rules.ts';

export interface Record {
  readonly entries: readonly AnyEntry[];
  readonly ledger: readonly LedgerLine[];
  readonly states: readonly State[];
  /** What `npm run links` found at the addresses that the content cites; none before its first run. */
  readonly linkChecks: readonly LinkCheck[];
  /** When each content file came in and when it last changed. */
  readonly dates: ReadonlyMap<string, Dates>;
  readonly problems: readonly Problem[];
}

/**
 * Reads all files below `content/`, in any order: entries, the States, the checked links and the ledger. `today` is a day such as
 * `2026-11-21`; `fingerprints` are those that an official edition is held to.
 * Addresses can be judged only when nothing else is wrong, so the ledger is checked last and only then.
 */
export function readRecord(files: readonly SourceFile[], today: string, fingerprints: Fingerprints = {}): Record {
  const sources = files.filter(({ file }) => !IGNORED.test(file) && file !== LEDGER_FILE && file !== STATES_FILE && file !== LINKS_FILE && file !== HISTORY_FILE);
  const read = [...sources].sort((a, b) => compareText(a.file, b.file)).map((source) => readEntry(source, today));
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const sketches = read.flatMap(({ sketch }) => sketch ?? []);
  const register = (name: string) => {
    const found = files.find(({ file }) => file === name);
    return found === undefined ? { source: undefined, problem: undefined } : textOf(found, Number.POSITIVE_INFINITY);
  };
  const [addresses, days, table, answers] = [register(LEDGER_FILE), register(HISTORY_FILE), register(STATES_FILE), register(LINKS_FILE)];
  const ledger = readLedger(addresses.source ?? '');
  const dates = datesOf(readHistory(days.source ?? ''), dated(files), today);
  const { states, problems: stateProblems } = table.source === undefined ? { states: [], problems: [] } : readStates(table.source, today);
  const { checks: linkChecks, problems: checkProblems } = answers.source === undefined ? { checks: [], problems: [] } : readLinkChecks(answers.source, today);
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...slugProblems(sketches),
    ...publisherProblems(entries),
    ...missingParts(sketches),
    ...linkProblems(sketches),
    ...coverageProblems(entries, sketches),
    ...stateProblems,
    ...historyProblems(days.source ?? '', today),
    ...[addresses, days, table, answers].flatMap(({ problem }) => problem ?? []),
    ...sealProblems(LEDGER_FILE, addresses.source ?? ''),
    ...lostLedger(LEDGER_FILE, ledger, readHistory(days.source ?? '').length),
    ...ledgerLineProblems(LEDGER_FILE, ledger),
    ...checkProblems,
    ...officialProblems(entries, fingerprints),
    ...translationProblems(entries),
  ];
  const record = { entries, ledger, states, linkChecks, dates, problems };
  if (problems.length > 0) return record;
  return { ...record, problems: ledgerProblems(LEDGER_FILE, ledger, new Set(releasedIn(record))) };
}

/**
 * The files whose changes are dated: all content, but neither the documents for authors, nor the record's own registers,
 * nor the official wording, which says itself when it was read in.
 */
export const dated = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter(({ file }) => !IGNORED.test(file) && file !== LEDGER_FILE && file !== HISTORY_FILE && file !== LINKS_FILE && !/^content\/text\/official-\w+\.md$/.test(file));

/** Documents for authors, and hidden files and folders. */
export const IGNORED = /(^|\/)(README\.md$|\.)/;

export interface Principle {
  readonly number: PrincipleNumber;
  readonly address: Address;
  readonly entry: Entry<'principles'>;
}

/** Everything that the pages of one language show. */
export interface Edition {
  readonly lang: Lang;
  /** Every language that the site is published in. */
  readonly languages: readonly Lang[];
  /** Everything that is shown, records of the default language among them where this one has none. */
  readonly entries: readonly AnyEntry[];
  readonly text: Entry<'text'>;
  /** The official wording, where whoever publishes the site has brought it in. */
  readonly official: Entry<'official'> | undefined;
  readonly principles: readonly Principle[];
  readonly coverage: readonly Entry<'coverage'>[];
  readonly voices: readonly Voice[];
  /** The voice that a record belongs to, as original or copy. */
  readonly voiceOf: ReadonlyMap<AnyEntry, Voice>;
  /** The records in the order of their voices, and the place of each in it. */
  readonly order: readonly Entry<'coverage'>[];
  readonly placeOf: ReadonlyMap<AnyEntry, number>;
  readonly bySlug: ReadonlyMap<string, Entry<'coverage'>>;
  readonly pages: readonly Entry<'pages'>[];
  readonly questions: readonly Entry<'questions'>[];
  readonly terms: readonly Term[];
  readonly timeline: Entry<'timeline'> | undefined;
  readonly corrections: Entry<'corrections'> | undefined;
  readonly variants: Entry<'variants'> | undefined;
  readonly states: readonly State[];
  /** By the address that was asked: without its fragment. */
  readonly linkChecks: ReadonlyMap<string, LinkCheck>;
  readonly dates: ReadonlyMap<string, Dates>;
  readonly graph: Graph;
  /** What each entry says of others, a copy by its original's mouth. */
  readonly saidBy: ReadonlyMap<AnyEntry, readonly Mention[]>;
  readonly matrix: Matrix;
  readonly facets: readonly Facet[];
  /** The lists of coverage by their address, all of it and each facet's, in as many parts as they need. */
  readonly lists: ReadonlyMap<Address, readonly Part<Voice>[]>;
  /** What is said of a part, by the part, where that has a page of its own. */
  readonly mentionLists: ReadonlyMap<Address, MentionList>;
  readonly redirects: readonly { readonly from: Address; readonly to: Address }[];
  /** Fragments that a page must still answer to, by the address they lead to now. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
  /** Where pages stood before they moved, by the address at which they stand now. */
  readonly formerPages: ReadonlyMap<string, readonly string[]>;
}

/** The languages that hold the whole Call and so have an edition. */
export const languagesOf = (entries: readonly AnyEntry[]): Lang[] =>
  LANGUAGES.filter((lang) => entries.some((entry) => entry.collection === 'text' && entry.lang === lang));

/**
 * The edition of one language. A record that nobody has written in it is shown in the default language: publications are
 * many, and one of them is no reason to hide the rest. Throws where the language has no text: check `languagesOf` first.
 */
export function editionOf({ entries, ledger, states, linkChecks = [], dates }: Pick<Record, 'entries' | 'ledger' | 'states' | 'dates'> & Partial<Record>, lang: Lang): Edition {
  const written = entries.filter((entry) => entry.lang === lang);
  const slugs = new Set(written.filter(({ collection }) => collection === 'coverage').map(({ slug }) => slug));
  const borrowed = lang === DEFAULT_LANG ? [] : entries.filter((entry) => entry.lang === DEFAULT_LANG && entry.collection === 'coverage' && !slugs.has(entry.slug));
  const own = [...written, ...borrowed];
  const text = own.find((entry) => entry.collection === 'text');
  if (text === undefined) throw new Error(`no text in the language ${lang}`);
  const graph = graphOf(own);
  const coverage = own.filter((entry) => entry.collection === 'coverage');
  const voices = voicesOf(coverage);
  const order = voices.flatMap(({ original, copies }) => [original, ...copies]);
  const facets = facetsOf(voices, graph);
  const principles = own.filter((entry) => entry.collection === 'principles').flatMap((entry): Principle[] => {
    const number = principleNumber(entry.slug);
    return number === undefined ? [] : [{ number, address: addressOfEntry(entry), entry }];
  }).sort((a, b) => a.number - b.number);
  return {
    lang, languages: languagesOf(entries), entries: own, text, official: own.find((entry) => entry.collection === 'official'), principles, coverage, voices, graph,
    voiceOf: new Map(voices.flatMap((voice) => [voice.original, ...voice.copies].map((entry) => [entry, voice] as const))),
    order,
    placeOf: new Map(order.map((entry, index) => [entry, index])),
    bySlug: new Map(coverage.map((entry) => [entry.slug, entry])),
    saidBy: mentionsBy(graph),
    pages: own.filter((entry) => entry.collection === 'pages'),
    questions: own.filter((entry) => entry.collection === 'questions').sort((a, b) => compareText(a.fields.question, b.fields.question)),
    terms: termsOf(own.filter((entry) => entry.collection === 'glossary')),
    timeline: own.find((entry) => entry.collection === 'timeline'),
    corrections: own.find((entry) => entry.collection === 'corrections'),
    variants: own.find((entry) => entry.collection === 'variants'),
    states,
    linkChecks: new Map(linkChecks.map((check) => [check.url, check])),
    dates,
    matrix: matrixOf(voices, graph),
    facets,
    lists: new Map([[COVERAGE_INDEX, voiceParts(COVERAGE_INDEX, voices)], ...facets.map(({ address, voices: fitting }) => [address, voiceParts(address, fitting)] as const)]),
    mentionLists: mentionListsOf(graph, new Map([[CALL, CALL_MENTIONS], ...PRINCIPLES.map((number) => [principleAddress(number), mentionsAddress(number)] as const)])),
    redirects: [
      ...PRINCIPLES.map((number) => ({ from: shortAddress(number), to: principleAddress(number) })),
      ...[...movedPages(ledger, lang)].map(([from, to]) => ({ from: from as Address, to: to as Address })),
    ],
    moved: movedFragments(ledger, lang),
    formerPages: formerPages(ledger, lang),
  };
}

/** Every address of an edition, pages and fragments, in the order of the site. */
export function addressesOf(edition: Edition): Address[] {
  const passages = (entry: AnyEntry) => [...new Set([entry.address, ...entry.passages.map(({ id }) => addressOfPassage(entry, id))])];
  const maybe = (entry: AnyEntry | undefined) => (entry === undefined ? [] : passages(entry));
  return [
    HOME,
    CALL, ...SEGMENTS.map(segmentAddress), CALL_MENTIONS,
    ...(edition.languages.length > 1 ? [CALL_PARALLEL, ...SEGMENTS.map((id) => withFragment(CALL_PARALLEL, id))] : []),
    PRINCIPLES_INDEX, ...PRINCIPLES.map((number) => withFragment(PRINCIPLES_INDEX, principleId(number))),
    ...edition.principles.flatMap(({ entry }) => passages(entry)),
    COVERAGE_INDEX, ...edition.order.flatMap(passages),
    ...FACETS.map(facetIndexAddress), ...edition.facets.map(({ address }) => address),
    ...PRINCIPLES.map(mentionsAddress), PREAMBLE_INDEX,
    ...(edition.questions.length > 0 ? [QUESTIONS_INDEX] : []), ...edition.questions.flatMap(passages),
    ...(edition.terms.length > 0 ? [GLOSSARY] : []), ...edition.terms.flatMap(({ entry }) => passages(entry)).sort(compareText),
    ...maybe(edition.timeline), ...(edition.timeline === undefined ? [] : PRINCIPLES.map(eventsAddress)),
    ...maybe(edition.variants), ...maybe(edition.corrections),
    SEARCH,
    ...(edition.pages.some(({ address }) => address === ABOUT) ? [] : [ABOUT]), ...edition.pages.flatMap(passages),
    EDITION, ...PRINCIPLES.map(shortAddress),
    ...furtherParts(edition),
  ];
}

/** The pages that a large record has besides: what follows the first part of a list, and lists of what is said of a part. */
function furtherParts({ lists, mentionLists }: Edition): Address[] {
  const all = [...lists.values(), ...[...mentionLists.values()].map(({ parts }) => parts)].flatMap((parts) => parts.map(({ address }) => address));
  const known = new Set<Address>([...lists.keys(), CALL_MENTIONS, ...PRINCIPLES.map(mentionsAddress)]);
  return all.filter((address) => !known.has(address));
}

/**
 * Everything that is released and kept for ever, in every language: pages, fragments, and what is made for programs, of
 * which a form with a star stands for all languages.
 */
export const releasedIn = (record: Parameters<typeof editionOf>[0]): Address[] => [
  ...addressesOf(editionOf(record, DEFAULT_LANG)), ...MACHINE_ADDRESSES,
  ...languagesOf(record.entries).filter((lang) => lang !== DEFAULT_LANG).flatMap((lang) =>
    [...addressesOf(editionOf(record, lang)), ...MACHINE_ADDRESSES.filter((one) => !one.includes('*') && !ONCE.has(one))].map((one) => hrefOf(one, lang, { base: '/' }) as Address)),
];

/** What is made for all languages together. */
const ONCE: ReadonlySet<Address> = new Set([SITEMAP, ROBOTS, OFFLINE_COPY, ADDRESSES]);

/** The day on which the list of states was last read, as the page of the states says it. */
export const statesAsOf = ({ pages }: Pick<Edition, 'pages'>): string | undefined => pages.find(({ address }) => address === STATES)?.fields.asOf;

/** What an edition holds, counted: the figures on the home and about pages. */
export function countsOf({ coverage, voices, graph, principles, text, questions, terms, timeline, states }: Edition) {
  return {
    segments: text.passages.length,
    principles: principles.length,
    coverage: coverage.length,
    voices: voices.length,
    copies: coverage.length - voices.length,
    claims: coverage.reduce((sum, entry) => sum + entry.passages.filter(({ id }) => isClaim(id)).length, 0),
    mentions: graph.mentions.length,
    questions: questions.length,
    terms: terms.length,
    events: timeline?.passages.length ?? 0,
    states: states.length,
  };
}
export type Counts = ReturnType<typeof countsOf>;

/** For a copy: its original, the claims it carries and those it cuts; undefined for an original. */
export function copyOf(edition: Edition, entry: Entry<'coverage'>) {
  const original = originalOf(entry, edition.bySlug);
  if (original === undefined || original === entry) return undefined;
  const carried = carriedClaims(entry, original);
  const cut = original.passages.filter((passage) => isClaim(passage.id) && !carried.includes(passage));
  return { original, carried, cut, addressOf: (id: string) => coverageAddress(original.slug, id) };
}
