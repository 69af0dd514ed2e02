/**
 * A page's twin as Markdown: for reading in an editor, for a repository, for a language model.
 *
 * What an author wrote stands as written, its links in full; what the site derives (lists, backlinks, tables) is written
 * here. GitHub's Markdown, with front matter in YAML: https://github.github.com/gfm/
 */
import { stringify } from 'yaml';
import { addressOfPassage, CALL, CORRECTIONS, COVERAGE_INDEX, DATA, GLOSSARY, principleAddress, QUESTIONS_INDEX, segmentAddress, withFragment, type Address } from './addresses.ts';
import { apaOf, chicagoOf } from './citation-styles.ts';
import { citationFile } from './citations.ts';
import { carriedClaims, claimsOf } from './copies.ts';
import { matrixRowsOf, type Facet, type Voice } from './coverage.ts';
import { personName, printedName } from './csl.ts';
import { datasetsOf } from './datasets.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { facetTitle } from './facet-label.ts';
import { backlinksOf, type MentionGroup } from './graph.ts';
import { AIMS, CLOSE, isClaim, PREAMBLE, SEGMENTS, type SegmentId } from './ids.ts';
import { CITATION_FORMS, dataAddress, DATASETS } from './machine-addresses.ts';
import { plainUrl } from './one-line.ts';
import type { SitePage } from './pages.ts';
import { partAddress, type Part } from './parts.ts';
import type { Passage } from './passages.ts';
import { copyOf, countsOf, type Edition } from './record.ts';
import { growthOf, noteIn } from './states.ts';
import { LICENCE, partsOfEdition } from './twins.ts';
import type { View } from './view.ts';
import { chaptersOf } from './whole-edition.ts';
import { fill, list, passageName, publishedOn, sectionTitle } from './words.ts';

/** The whole file; ends with a newline. */
export function markdownTwin(edition: Edition, view: View, page: SitePage): string {
  const head = stringify({ title: page.title, url: view.permalink(page.address), lang: edition.lang, updated: page.updated, licence: LICENCE }, { lineWidth: 0 });
  const parts = [`---\n${head}---`, `# ${escaped(page.title)}`, escaped(page.description), ...bodyOf(edition, view, page)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function bodyOf(edition: Edition, view: View, { shown, address }: SitePage): string[] {
  const { words } = view;
  const said = (part: Address) => {
    const [first, second] = edition.mentionLists.get(part)?.parts ?? [];
    return second === undefined ? mentionsIn(view, backlinksOf(edition.graph, part)) : [...mentionsIn(view, first?.items ?? []), goesOn(view, second)];
  };
  /** What is said of a part on the first page of its list, and where the list goes on. */
  const ofCoverage = (part: Address) => {
    const [first, second] = edition.mentionLists.get(part)?.parts ?? [];
    return [...mentionsIn(view, first?.items ?? [], 2), ...(second === undefined ? [] : [goesOn(view, second)])];
  };
  const under = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`## ${escaped(title)}`, ...lines]);
  switch (shown.kind) {
    case 'home': return [...under(words.home.principles, [principleList(edition, view)]), ...under(words.home.questions, [questionList(edition, view)]),
      ...under(words.home.record, [bullets([CALL, COVERAGE_INDEX, QUESTIONS_INDEX, GLOSSARY, CORRECTIONS, DATA].filter(view.exists).map((of) => link(view.page(of).title, view.permalink(of))))])];
    case 'call': return [
      fill(words.call.edition, { en: link(words.site.officialEn, view.official.en), fr: link(words.site.officialFr, view.official.fr) }),
      ...([[words.call.preamble, PREAMBLE], [words.call.aims, AIMS], [words.call.close, CLOSE]] as const).flatMap(([title, ids]) => [`## ${title}`, ...ids.flatMap((id) => segment(edition, view, id))]),
      ...under(words.call.whole, said(CALL)),
    ];
    case 'parallel': return SEGMENTS.flatMap((id) => [...segment(edition, view, id).map((part) => part.replace(/^### /, '## ')), ...view.elsewhere(segmentAddress(id)).map(({ name, permalink }) => `${name}: <${permalink}>`)]);
    case 'call-mentions': case 'mentions': case 'principle-mentions': return inPart(view, shown.part, mentionsIn(view, shown.part.items, 2));
    case 'principles': return [principleList(edition, view)];
    case 'principle': {
      const { entry, number } = shown.principle;
      return [`## ${words.principles.aim}`, ...segment(edition, view, entry.slug as SegmentId).slice(1), ...passages(view, entry), ...under(words.principles.coverage, ofCoverage(principleAddress(number)).map(deeper)),
        ...under(words.principles.elsewhere, mentionsIn(view, backlinksOf(edition.graph, address).filter(({ from }) => from.collection !== 'coverage')))];
    }
    case 'coverage': return [words.coverage.lead, ...inPart(view, shown.part, [records(view, shown.part.items)]), ...under(words.coverage.filters, [facetList(view, shown.part.number === 1 ? edition.facets : [])])];
    case 'facet': return [facetList(view, edition.facets.filter(({ name }) => name === shown.name))];
    case 'list': return [view.count(words.coverage.count, shown.facet.records), ...inPart(view, shown.part, [records(view, shown.part.items)])];
    case 'record': return [bibliography(view, shown.entry), ...passages(view, shown.entry), ...kin(edition, view, shown.entry), ...under(words.coverage.mentionedBy, said(address))];
    case 'questions': return [questionList(edition, view)];
    case 'question': return [...passages(view, shown.entry), ...under(words.principles.elsewhere, said(address))];
    case 'glossary': return [...edition.terms].sort((a, b) => a.entry.fields.term.localeCompare(b.entry.fields.term, view.lang)).flatMap(({ entry }) =>
      [`## ${escaped(entry.fields.term)}`, `*${escaped(entry.fields.other)}*. ${written(view, entry, entry.passages[0])}`, view.permalink(entry.address)]);
    case 'timeline': case 'corrections': return passages(view, shown.entry);
    case 'events': return passages(view, shown.entry, new Set((edition.graph.byPart.get(principleAddress(shown.number)) ?? []).filter(({ from }) => from === shown.entry).map(({ passage }) => passage.id)));
    case 'preamble': return edition.principles.flatMap(({ entry, number, address: at }) => [`## ${link(fill(words.part.principleNamed, { n: number, name: entry.fields.names[view.lang] }), view.permalink(at))}`,
      written(view, entry, entry.passages.find(({ id }) => id === 'preamble'))]);
    case 'variants': case 'page': return passages(view, shown.entry).map((part) => withTables(edition, view, part));
    case 'search': return [words.search.hint];
    case 'edition': {
      const chapters = new Set<AnyEntry>(chaptersOf(edition.coverage));
      const inFull = ({ shown: of }: SitePage) => of.kind !== 'record' || chapters.has(of.entry);
      return partsOfEdition(view).flatMap((part) => [`# ${link(part.title, view.permalink(part.address))}`, ...(inFull(part) ? bodyOf(edition, view, part) : [escaped(part.description)])]);
    }
  }
}

/**
 * Letters that Markdown would read as marks, and line breaks, taken from text that stands in a line of ours. An address
 * stays text too: a reader would take the backslashes in it for its own.
 */
export const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>|~#])/g, '\\$1')
  .replace(/^\s?(?:(?=[-+=](?:[\s=-]|$))|\d+(?=[.)](?:\s|$)))/, '$&\\').replace(/&(?=#?\w+;)/g, '\\&')
  .replace(/(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)|(?<=\S)(?=@\S)/gi, '$&\\');
/** Words set strong within others. A letter beside a mark that stands beside a sign would undo the mark. */
function strong(before: string, words: string, after: string): string {
  const within = escaped(words);
  const coded = (letter: string) => `&#${letter.codePointAt(0)};`;
  const [start, end] = [/^[^\p{L}\p{N}]/u.test(within), /[^\p{L}\p{N}]$/u.test(within)];
  if (within === '') return escaped(`${before}${after}`);
  return `${start ? escaped(before).replace(/[\p{L}\p{N}]$/u, coded) : escaped(before)}**${within}**${end ? escaped(after).replace(/^[\p{L}\p{N}]/u, coded) : escaped(after)}`;
}
/** An address as Markdown takes it between parentheses. */
const target = (url: string): string => plainUrl(url).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')).replace(/&(?=#?\w+;)/g, '&amp;');
const link = (words: string, url: string): string => `[${escaped(words)}](${target(url)})`;
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const deeper = (part: string): string => part.replace(/^## /, '### ');

/** A passage as its author wrote it, its links in full. */
const written = (view: View, entry: AnyEntry, passage: Passage | undefined): string =>
  (passage?.markdown ?? []).map((piece) => (typeof piece === 'string' ? piece : target(view.permalinkFrom(entry.file, piece.url) ?? piece.url))).join('').trim();

function segment(edition: Edition, view: View, id: SegmentId): string[] {
  const of = (entry: AnyEntry | undefined) => (entry === undefined ? '' : written(view, entry, entry.passages.find((passage) => passage.id === id)));
  const official = of(edition.official);
  return [`### ${passageName(view.words, id)}`, ...(official === '' ? [of(edition.text)] : [official, `*${view.words.call.plain}:* ${of(edition.text)}`])];
}

/** Every passage below its title, with its permalink where it is cited by number. */
function passages(view: View, entry: AnyEntry, only?: ReadonlySet<string>): string[] {
  return entry.passages.filter(({ id }) => only === undefined || only.has(id)).flatMap((passage) => {
    const { id, event, claim } = passage;
    const title = event === undefined ? (isClaim(id) ? passageName(view.words, id) : sectionTitle(view.words, id, entry.collection)) : view.day(event.from);
    const by = claim === undefined ? '' : `*${[escaped(claim.speaker), view.words.claim[claim.type], ...(claim.asOf ? [fill(view.words.coverage.asOf, { date: view.day(claim.asOf) })] : [])].join(', ')}*`;
    return [`${isClaim(id) ? '###' : '##'} ${link(title, view.permalink(addressOfPassage(entry, id)))}`, by, written(view, entry, passage)];
  });
}

/** The words that speak of a part, source by source. */
function mentionsIn(view: View, groups: readonly MentionGroup[], level: 2 | 3 = 3): string[] {
  return groups.flatMap(({ from, mentions }) => [`${'#'.repeat(level)} ${link(view.name(from), view.permalink(from.address))}`,
    bullets(mentions.map(({ address, kind, before, words, after }) => `${link(view.label(address), view.permalink(address))} (${view.words.mention[kind]}): ${strong(before, words, after)}`))]);
}

/** A part of a list, with the way to the next. */
const inPart = (view: View, { first, number, of }: Part<unknown>, lines: readonly string[]): string[] =>
  [...lines, ...(number < of ? [goesOn(view, { first, number: number + 1, of, address: partAddress(first, number + 1) })] : [])];
const goesOn = (view: View, { address, number, of }: Omit<Part<unknown>, 'items'>): string => `${view.words.site.next}: ${link(fill(view.words.parts.place, { n: number, of }), view.permalink(address))}`;

const facetList = (view: View, facets: readonly Facet[]): string => bullets(facets.map((facet) =>
  `${link(facetTitle(view, facet), view.permalink(facet.address))}: ${view.count(view.words.coverage.count, facet.records)}`));

const principleList = ({ principles }: Edition, view: View): string => principles.map(({ number, address, entry: { fields } }) =>
  `${number}. ${link(fields.names[view.lang], view.permalink(address))}: ${escaped(fields.summary)}`).join('\n');

const questionList = ({ questions }: Edition, view: View): string => bullets(questions.map(({ address, fields }) => `${link(fields.question, view.permalink(address))} ${escaped(fields.summary)}`));

const records = (view: View, voices: readonly Voice[]): string => bullets(voices.flatMap(({ original, copies }) => [original, ...copies].map(({ address, fields }, index) =>
  `${link(fields.title, view.permalink(address))}, ${escaped(fields.publisher)}, ${publishedOn(view, fields)}${index > 0 ? ` (${view.words.matrix.copy})` : ''}: ${escaped(fields.summary)}`)));

function bibliography(view: View, { fields }: AnyEntry & { readonly collection: 'coverage' }): string {
  const { coverage, kind, stance } = view.words;
  const authors = [...fields.authors.map((name) => printedName(personName(name))), ...fields.corporateAuthors];
  return bullets([
    `${coverage.author}: ${authors.length === 0 ? coverage.noAuthor : escaped(list(view.lang, authors))}`,
    `${coverage.publisher}: ${escaped(fields.publisher)}`,
    `${coverage.published}: ${publishedOn(view, fields)}`,
    `${coverage.kind}: ${kind[fields.kind]}`,
    `${coverage.stance}: ${stance[fields.stance]} (${coverage.stanceNote})`,
    `${coverage.original}: ${fields.url === undefined ? coverage.noAddress : `<${plainUrl(fields.url)}>`}${fields.urlStatus === 'unconfirmed' && fields.url ? ` (${coverage.unconfirmed})` : ''}`,
  ]);
}

/** Of a copy what it carries of its original and what it cuts; of an original its copies. */
function kin(edition: Edition, view: View, entry: Entry<'coverage'>): string[] {
  const { coverage } = view.words;
  const copy = copyOf(edition, entry);
  const heading = (title: string, id: string) => `## ${link(title, view.permalink(withFragment(entry.address, id)))}`;
  if (copy !== undefined) {
    const { original, carried, cut } = copy;
    const claim = (id: string) => link(id, view.permalink(copy.addressOf(id)));
    return [
      heading(coverage.carried, 'carried'), fill(coverage.carriedNote, { carried: carried.length, all: carried.length + cut.length, original: escaped(original.fields.publisher) }),
      carried.map(({ id }) => claim(id)).join(', '), `### ${coverage.cuts}`, cut.length === 0 ? coverage.cutsNone : bullets(cut.map(({ id, text }) => `${claim(id)} ${escaped(text)}`)),
    ];
  }
  const { copies = [] } = edition.voiceOf.get(entry) ?? {};
  const all = claimsOf(entry).length;
  const cuts = (one: Entry<'coverage'>) => all - carriedClaims(one, entry).length;
  return copies.length === 0 ? [] : [heading(coverage.copiesOf, 'copies'), coverage.copiesNote, bullets(copies.map((one) =>
    `${link(one.fields.title, view.permalink(one.address))}, ${escaped(one.fields.publisher)}: ${cuts(one) === 0 ? coverage.copyCutsNone : fill(coverage.copyCuts, { n: cuts(one), all })}`))];
}

/** What stands for the components of an `.mdx` entry. */
function withTables(edition: Edition, view: View, part: string): string {
  const { words } = view;
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head.map(escaped), head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const first = edition.states.map(({ listed }) => listed).sort()[0];
  const file = (name: string, title = name) => link(title, view.permalink(dataAddress(name)));
  const shown: { readonly [component: string]: () => string } = {
    Counts: () => bullets(Object.entries(countsOf(edition)).flatMap(([name, count]) => (name in words.counts ? [`${words.counts[name as keyof typeof words.counts]}: ${count}`] : []))),
    Matrix: () => table([words.matrix.publication, ...edition.principles.map(({ number }) => String(number))],
      matrixRowsOf(edition.matrix, edition.lists.get(COVERAGE_INDEX)?.[0]?.items ?? []).map(({ entry, cells }) => [link(entry.fields.publisher, view.permalink(entry.address)), ...cells.map(({ mentions }) => String(mentions.length))])),
    // Of what the first list holds we know only that it stood there by then.
    StatesTable: () => table([words.states.state, words.states.other, words.states.listed, words.states.note], edition.states.map((state) =>
      [link(state[view.lang], state.source), escaped(state[view.lang === 'en' ? 'fr' : 'en']), `${state.listed === first ? `${words.states.atLatest} ` : ''}${view.day(state.listed)}`, escaped(noteIn(state, view.lang))])),
    StatesGrowth: () => table([words.states.from, words.states.total], growthOf(edition.states).map(({ day, count }) => [view.day(day), String(count)])),
    StatesMap: () => link(fill(words.states.mapAlt, { n: edition.states.length }), `${view.publication.site}${view.publication.base}states.svg`),
    DataFiles: () => {
      const tables = datasetsOf(edition, view);
      const rows = DATASETS.map((name) => [name, escaped(words.data[name]), String(tables[name].rows.length), [file(`${name}.csv`, 'CSV'), file(`${name}.json`, 'JSON'), file(`${name}.schema.json`, words.data.schema)].join(', ')]);
      return `${table([words.data.table, words.data.holds, words.data.rows, words.data.files], rows)}\n\n${['annotations.jsonld', 'datapackage.json', 'SHA256SUMS'].map((name) => file(name)).join(', ')}`;
    },
    CiteForms: () => {
      const { record } = view.citable(principleAddress(8));
      const lines = [`APA 7: ${escaped(apaOf(record, view.lang))}`, `Chicago: ${escaped(chicagoOf(record, view.lang))}`];
      const code = CITATION_FORMS.flatMap((form) => (form === 'txt' ? [] : [`\`\`\`${form}\n${citationFile(form, [record]).replaceAll('\r', '')}\`\`\``]));
      return [bullets(lines), ...code].join('\n\n');
    },
    Report: () => link(words.section.errors, `${view.permalink('/about/' as Address)}#errors`),
  };
  return part.replace(/^[ \t]*<(\w+)\s*\/>[ \t]*$/gm, (all, name: string) => shown[name]?.() ?? all);
}
