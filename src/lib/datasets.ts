/**
 * The record as tables, for programs: what each file under `/data/` holds, column by column.
 *
 * A table's columns are said once; its JSON, its CSV, its JSON Schema (2020-12) and its description as a Data Package
 * (https://datapackage.org/standard/table-schema/) follow from them. Addresses are written in full.
 */
import { csvFormatRows } from 'd3-dsv';
import { fragmentOf, pageOf, principleAddress, segmentAddress, type Address } from './addresses.ts';
import { carriedClaims, claimsOf } from './copies.ts';
import type { Entry } from './entries.ts';
import { externalLinks } from './external-links.ts';
import { backlinksOf, type Mention } from './graph.ts';
import { PRINCIPLES, principleNumber } from './ids.ts';
import { DATASETS, type DatasetName } from './machine-addresses.ts';
import { plainUrl } from './one-line.ts';
import { updatedOf } from './pages.ts';
import type { Edition } from './record.ts';
import { noteIn } from './states.ts';
import type { View } from './view.ts';

/** A list is an array in JSON, and in CSV one cell with ` | ` between its items. A value that is not known is null. */
type CellType = 'text' | 'integer' | 'boolean' | 'date' | 'address' | 'list' | 'addresses';
type Cell = string | number | boolean | null | readonly string[];
export type Row = { readonly [column: string]: Cell };

export interface Dataset {
  readonly name: string;
  readonly columns: { readonly [column: string]: readonly [type: CellType, about: string] };
  readonly rows: readonly Row[];
}

const date = 'a year, a month or a day: 2018, 2018-11 or 2018-11-12';

const COLUMNS = {
  text: {
    id: ['text', 'the fragment of the segment, the same in every language'], number: ['integer', 'the number of the principle, for an aim'], url: ['address', 'its permalink'],
    text: ['text', 'our restatement in plain words'], official: ['text', 'the official wording, where this copy of the site has it'], mentions: ['integer', 'links to it from other passages'],
  },
  principles: {
    number: ['integer', 'its place among the nine aims'], url: ['address', 'its permalink'], name_en: ['text', 'the official short name in English'], name_fr: ['text', 'the official short name in French'],
    aim: ['text', 'the aim in our plain words'], summary: ['text', 'one sentence'], asks: ['text', 'what it asks'], words: ['text', 'the words that carry weight'],
    preamble: ['text', 'the opening paragraphs that bear on it'], lineage: ['text', 'where it comes from'], objections: ['text', 'objections to it'], practice: ['text', 'what came of it'],
    sources: ['integer', 'publications that speak of it, copies left out'], passages: ['integer', 'passages of these publications that do'],
  },
  coverage: {
    slug: ['text', 'its name in its address'], url: ['address', 'the permalink of our record'], title: ['text', 'the title as printed'], titleFrom: ['text', 'where the title is from: page, address or us'],
    authors: ['list', 'persons named as authors'], corporateAuthors: ['list', 'bodies named as authors'], publisher: ['text', 'the house'], section: ['text', 'its part'],
    published: ['date', date], notBefore: ['date', 'the earliest day that can be worked out, where the day is not known'], corrected: ['date', 'when the publisher corrected it'],
    language: ['text', 'a language tag'], kind: ['text', 'what sort of publication it is'], stance: ['text', 'towards the Call, in our judgement'], read: ['text', 'what we have read of it'],
    original: ['address', 'where it was published'], originalStatus: ['text', 'whether that address is confirmed'], archive: ['address', 'an archive copy'],
    copyOf: ['text', 'the slug of the original, where it is a copy'], claims: ['integer', 'the claims that it makes or, as a copy, carries'], principles: ['list', 'the numbers of the principles that it speaks of'],
    summary: ['text', 'one sentence'], added: ['date', 'when our record was first released'], updated: ['date', 'when our record last changed'],
  },
  claims: {
    id: ['text', 'the slug of the record and the number of the claim'], url: ['address', 'its permalink'], coverage: ['text', 'the slug of the record'], number: ['integer', 'its place in the publication'],
    speaker: ['text', 'who says it'], type: ['text', 'what sort of claim it is'], asOf: ['date', 'for a figure, the day on which it held'], text: ['text', 'the claim in our words'],
    speaksOf: ['addresses', 'the parts of the Call and the other passages that it links to'], carriedBy: ['list', 'the slugs of the copies that carry it'],
  },
  links: {
    from: ['address', 'the passage that speaks'], fromKind: ['text', 'what sort of entry it is in'], file: ['text', 'the source file'], line: ['integer', 'its line there'],
    to: ['address', 'what the link leads to'], part: ['address', 'the part of the Call, or the page, that this belongs to'], kind: ['text', 'reports, supports, criticises, explains or compares'],
    before: ['text', 'the words before the link'], words: ['text', 'the words of the link'], after: ['text', 'the words after the link'], carriedBy: ['list', 'the slugs of the copies that carry it'],
  },
  questions: {
    slug: ['text', 'its name in its address'], url: ['address', 'its permalink'], question: ['text', 'the question'], summary: ['text', 'the short answer'], status: ['text', 'whether the sources agree'],
    asOf: ['date', 'the day for which the answer holds'], answer: ['text', 'the answer'],
  },
  terms: {
    slug: ['text', 'its fragment in the glossary'], url: ['address', 'its permalink'], term: ['text', 'the term'], equivalent: ['text', 'its equivalent in the other language'], aliases: ['list', 'other forms'], definition: ['text', 'what it means'],
  },
  events: {
    id: ['text', 'its fragment in the timeline'], url: ['address', 'its permalink'], from: ['date', date], to: ['date', 'the last day, where it spans several'], unconfirmed: ['boolean', 'whether the date is not confirmed'],
    text: ['text', 'what happened'], principles: ['list', 'the numbers of the principles that it bears on'],
  },
  states: {
    iso3: ['text', 'ISO 3166-1 alpha-3'], numeric: ['text', 'ISO 3166-1 numeric, three digits'], en: ['text', 'its name in English'], fr: ['text', 'its name in French'],
    listed: ['date', 'the first day on which it is known to stand on the official list'], note: ['text', 'what else the sources say'], source: ['address', 'where the list was read'],
  },
  corrections: { id: ['text', 'its fragment'], url: ['address', 'its permalink'], day: ['date', 'when the record was changed'], text: ['text', 'what changed, and why'], about: ['addresses', 'the passages that changed'] },
  'external-links': {
    url: ['address', 'an address elsewhere that the record cites, without its fragment'], citedBy: ['addresses', 'the pages and passages that cite it'], archive: ['address', 'the archive copy that the record names'],
    status: ['text', 'alive, moved (for good), refused (to programs), failing or gone, when last asked'], checked: ['date', 'when it was last asked'], httpStatus: ['integer', 'what the server answered'],
    fault: ['text', 'what was wrong, where it was not that number'], lastAlive: ['date', 'when it was last seen alive'], failingSince: ['date', 'the first failure since then'], movedTo: ['address', 'where it is now'],
  },
} as const satisfies { readonly [name in DatasetName]: Dataset['columns'] };


/** Every table of an edition; one that is empty is there too. */
export function datasetsOf(edition: Edition, view: View): { readonly [name in DatasetName]: Dataset } {
  const rows: { readonly [name in DatasetName]: readonly Row[] } = {
    text: edition.text.passages.map(({ id }) => segmentRow(edition, view, id)),
    principles: edition.principles.map(({ number }) => principleRow(edition, view, number)),
    coverage: coverageRows(edition, view),
    claims: edition.coverage.flatMap((entry) => claimRows(edition, view, entry)),
    links: edition.graph.mentions.map((mention) => linkRow(view, mention)),
    questions: edition.questions.map((entry) => questionRow(view, entry)),
    terms: edition.terms.map(({ entry }) => termRow(view, entry)),
    events: eventRows(edition, view),
    states: stateRows(edition),
    corrections: (edition.corrections?.passages ?? []).map(({ id, text, event, links }) => ({
      id, url: view.permalink(`/corrections/#${id}` as Address), day: event?.from ?? null, text,
      about: unique(links.flatMap(({ url }) => view.permalinkFrom(edition.corrections?.file ?? '', url) ?? [])),
    })),
    'external-links': externalLinkRows(edition, view),
  };
  const tables = DATASETS.map((name): [DatasetName, Dataset] => [name, { name, columns: COLUMNS[name], rows: rows[name] }]);
  return Object.fromEntries(tables) as { [name in DatasetName]: Dataset };
}

/** An address elsewhere, in the characters that addresses have: authors may write others. */
const web = (url: string | undefined): string | null => (url === undefined ? null : plainUrl(url));
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const textOf = (entry: Pick<Entry, 'passages'> | undefined, id: string): string => entry?.passages.find((passage) => passage.id === id)?.text ?? '';

export function segmentRow(edition: Edition, view: View, id: string): Row {
  const number = principleNumber(id) ?? null;
  const part = number === null ? segmentAddress(id) : principleAddress(number);
  return {
    id, number, url: view.permalink(segmentAddress(id)), text: textOf(edition.text, id), official: textOf(edition.official, id) || null,
    mentions: edition.graph.byPart.get(part)?.length ?? 0,
  };
}

export function principleRow(edition: Edition, view: View, number: number): Row {
  const found = edition.principles.find((one) => one.number === number);
  if (found === undefined) throw new Error(`no principle ${number}`);
  const { entry, address } = found;
  const sources = backlinksOf(edition.graph, address).filter(({ from }) => from.collection === 'coverage');
  const said = (id: string) => textOf(entry, id);
  return {
    number, url: view.permalink(address), name_en: entry.fields.names.en, name_fr: entry.fields.names.fr, aim: textOf(edition.text, entry.slug), summary: entry.fields.summary,
    asks: said('asks'), words: said('words'), preamble: said('preamble'), lineage: said('lineage'), objections: said('objections'), practice: said('practice'),
    sources: sources.length, passages: sources.reduce((sum, { mentions }) => sum + mentions.length, 0),
  };
}

const NUMBERS = new Map<Address, string>(PRINCIPLES.map((number) => [principleAddress(number), String(number)]));
const principlesIn = (mentions: readonly Mention[]): string[] => unique(mentions.flatMap(({ part }) => NUMBERS.get(part) ?? [])).sort();

/** All records, or the given ones, in the order of their voices. */
export function coverageRows(edition: Edition, view: View, only: readonly Entry<'coverage'>[] = edition.voices.flatMap(({ original, copies }) => [original, ...copies])): Row[] {
  return only.map((entry) => {
    const { fields, slug, file } = entry;
    const source = edition.voiceOf.get(entry)?.original ?? entry;
    return {
      slug, url: view.permalink(entry.address), title: fields.title, titleFrom: fields.titleFrom, authors: fields.authors, corporateAuthors: fields.corporateAuthors, publisher: fields.publisher,
      section: fields.section ?? null, published: fields.published ?? null, notBefore: fields.notBefore ?? null, corrected: fields.corrected ?? null, language: fields.language, kind: fields.kind,
      stance: fields.stance, read: fields.read, original: web(fields.url), originalStatus: fields.url === undefined ? null : fields.urlStatus, archive: web(fields.archive),
      copyOf: fields.copyOf ?? null, claims: source === entry ? claimsOf(entry).length : carriedClaims(entry, source).length, principles: principlesIn(edition.saidBy.get(entry) ?? []),
      summary: fields.summary, added: edition.dates.get(file)?.added ?? null, updated: updatedOf(edition, entry),
    };
  });
}

export function claimRows(edition: Edition, view: View, entry: Entry<'coverage'>): Row[] {
  const voice = edition.voiceOf.get(entry);
  // A copy may make a claim of its own, which no other copy of the same article carries.
  const copies = voice?.original === entry ? voice.copies : [];
  const carried = copies.map((copy) => ({ slug: copy.slug, ids: new Set(carriedClaims(copy, entry).map(({ id }) => id)) }));
  return claimsOf(entry).map(({ id, claim, text, links }) => ({
    id: `${entry.slug}#${id}`, url: view.permalink(`${entry.address}#${id}` as Address), coverage: entry.slug, number: Number(id.slice(1)), speaker: claim?.speaker ?? null, type: claim?.type ?? null,
    asOf: claim?.asOf ?? null, text, speaksOf: unique(links.flatMap(({ url }) => view.permalinkFrom(entry.file, url) ?? [])), carriedBy: carried.filter(({ ids }) => ids.has(id)).map(({ slug }) => slug),
  }));
}

export const linkRow = (view: View, { from, address, line, to, part, kind, before, words, after, carriedBy }: Mention): Row => ({
  from: view.permalink(address), fromKind: from.collection, file: from.file, line, to: view.permalink(to), part: view.permalink(part), kind, before, words, after, carriedBy: carriedBy.map(({ slug }) => slug),
});

export const questionRow = (view: View, { slug, address, fields, passages }: Entry<'questions'>): Row => ({
  slug, url: view.permalink(address), question: fields.question, summary: fields.summary, status: fields.status, asOf: fields.asOf, answer: textOf({ passages }, 'answer'),
});

export const termRow = (view: View, { slug, address, fields, passages }: Entry<'glossary'>): Row => ({
  slug, url: view.permalink(address), term: fields.term, equivalent: fields.other, aliases: fields.aliases, definition: textOf({ passages }, 'definition'),
});

export function eventRows({ timeline, saidBy }: Edition, view: View): Row[] {
  if (timeline === undefined) return [];
  const by = new Map<string, Mention[]>();
  for (const mention of saidBy.get(timeline) ?? []) by.set(fragmentOf(mention.address), [...(by.get(fragmentOf(mention.address)) ?? []), mention]);
  return timeline.passages.map(({ id, event, text }) => ({
    id, url: view.permalink(`/timeline/#${id}` as Address), from: event?.from ?? null, to: event?.to ?? null, unconfirmed: event?.isUnconfirmed ?? false, text, principles: principlesIn(by.get(id) ?? []),
  }));
}

export const stateRows = ({ states, lang }: Edition): Row[] =>
  states.map((state) => ({ ...state, note: noteIn(state, lang) || null })).map(({ iso3, numeric, en, fr, listed, note, source }) => ({ iso3, numeric, en, fr, listed, note, source: web(source) }));

/** Every address elsewhere that an edition cites, with what is known of it. */
const externalLinkRows = ({ entries, states, linkChecks }: Edition, view: View): Row[] => externalLinks(entries, states).map(({ url, citedBy, archive }) => {
  const check = linkChecks.get(url);
  return {
    url: web(url), citedBy: unique(citedBy.filter(({ address }) => view.exists(pageOf(address))).map(({ address }) => view.permalink(address))), archive: web(archive), status: check?.status ?? null, checked: check?.checked ?? null,
    httpStatus: check?.httpStatus ? Number(check.httpStatus) : null, fault: check?.fault || null, lastAlive: check?.lastAlive || null, failingSince: check?.failingSince || null, movedTo: web(check?.movedTo || undefined),
  };
});

/** RFC 4180, with a head. */
export const csvOf = ({ columns, rows }: Dataset): string =>
  `${csvFormatRows([Object.keys(columns), ...rows.map((row) => Object.keys(columns).map((column) => cellText(row[column] ?? null)))])}\n`;

const cellText = (cell: Cell): string => (cell === null ? '' : Array.isArray(cell) ? cell.join(' | ') : String(cell));

const JSON_TYPES = {
  text: { type: ['string', 'null'] }, integer: { type: ['integer', 'null'] }, boolean: { type: 'boolean' }, date: { type: ['string', 'null'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  address: { type: ['string', 'null'], format: 'uri' }, list: { type: 'array', items: { type: 'string' } }, addresses: { type: 'array', items: { type: 'string', format: 'uri' } },
} as const;

/** The JSON Schema of a table's JSON file; `id` is the schema's own address. */
export const jsonSchemaOf = ({ name, columns }: Dataset, id: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema', $id: id, title: name, type: 'object', required: ['url', 'lang', 'licence', 'updated', 'count', 'rows'], additionalProperties: false,
  properties: {
    url: { type: 'string', format: 'uri' }, lang: { type: 'string' }, licence: { type: 'string', format: 'uri' }, updated: { type: 'string', format: 'date' }, count: { type: 'integer', minimum: 0 },
    total: { type: 'integer', description: 'the rows of all files of the table, where it goes on in another' }, next: { type: 'string', format: 'uri', description: 'the file in which it goes on' },
    rows: {
      type: 'array',
      items: {
        type: 'object', required: Object.keys(columns), additionalProperties: false,
        properties: Object.fromEntries(Object.entries(columns).map(([column, [type, about]]) => [column, { ...JSON_TYPES[type], description: about }])),
      },
    },
  },
});

const TABLE_TYPES = { text: { type: 'string' }, integer: { type: 'integer' }, boolean: { type: 'boolean' }, date: { type: 'string' }, address: { type: 'string', format: 'uri' }, list: { type: 'list', delimiter: ' | ' }, addresses: { type: 'list', delimiter: ' | ' } } as const;

/** The same as a Table Schema, for the CSV file. */
export const tableSchemaOf = ({ columns }: Dataset) => ({
  fields: Object.entries(columns).map(([name, [type, description]]) => ({ name, ...TABLE_TYPES[type], description })), missingValues: [''],
});
