/**
 * A page's twin for programs: the same content as JSON, made of the same rows as the tables under `/data/`.
 *
 * The twin of `/coverage/x/` is `/coverage/x/index.json`. What it holds depends on what the page shows; every twin says
 * its own address, language and licence, and the day on which anything in it last changed.
 */
import { addressOfPassage, CALL, principleAddress, segmentAddress, STATES, type Address } from './addresses.ts';
import { concordanceOf } from './concordance.ts';
import { recordsIn, type Voice } from './coverage.ts';
import { claimRows, coverageRows, eventRows, linkRow, principleRow, questionRow, segmentRow, stateRows, termRow } from './datasets.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { backlinksOf, type MentionGroup } from './graph.ts';
import { isClaim } from './ids.ts';
import { twinAddress } from './machine-addresses.ts';
import type { SitePage } from './pages.ts';
import { partAddress, type Part } from './parts.ts';
import { copyOf, countsOf, type Edition } from './record.ts';
import { usesOf } from './uses.ts';
import type { View } from './view.ts';
import { passageName } from './words.ts';

/** Under which the text and the data may be used. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

type Content = { readonly [name: string]: unknown };

/** What a page shows, as plain data. */
export function twinOf(edition: Edition, view: View, page: SitePage): Content {
  const head = { url: view.permalink(page.address), type: page.shown.kind, lang: edition.lang, title: page.title, description: page.description, updated: page.updated, licence: LICENCE };
  // The head comes first and holds last: a record has a day of its own, but its page also changes with what is said of it.
  return { ...head, ...contentOf(edition, view, page), ...head };
}

function contentOf(edition: Edition, view: View, { shown, address }: SitePage): Content {
  const { principles, questions, terms, timeline, text } = edition;
  /** All that is said of a part; where its list goes on, the first page of it, what it does not hold, and where it goes on. */
  const backlinks = (part: Address) => {
    const [first, ...further] = edition.mentionLists.get(part)?.parts ?? [];
    const all = backlinksOf(edition.graph, part);
    if (first === undefined || further.length === 0) return { backlinks: linksIn(view, all) };
    const listed = new Set([first, ...further].flatMap(({ items }) => items).map(({ from }) => from));
    return {
      backlinks: linksIn(view, [...first.items, ...all.filter(({ from }) => !listed.has(from))]),
      more: further.map((one) => view.permalink(twinAddress(one.address, 'json'))),
    };
  };
  switch (shown.kind) {
    case 'home': return { counts: countsOf(edition), principles: principles.map(({ number, address: at, entry }) => ({ number, url: view.permalink(at), name: entry.fields.names[edition.lang] })) };
    case 'call': return { official: view.official, segments: text.passages.map(({ id }) => segmentRow(edition, view, id)), ...backlinks(CALL) };
    case 'parallel': return { segments: text.passages.map(({ id }) => ({ ...segmentRow(edition, view, id), elsewhere: view.elsewhere(segmentAddress(id)).map(({ lang, permalink }) => ({ lang, url: permalink })) })) };
    case 'call-mentions': return { ...placeOf(view, shown.part), links: linksIn(view, shown.part.items) };
    case 'mentions': return { of: view.permalink(shown.of), ...placeOf(view, shown.part), links: linksIn(view, shown.part.items) };
    case 'principles': return { principles: principles.map(({ number }) => principleRow(edition, view, number)) };
    case 'principle': return { ...principleRow(edition, view, shown.principle.number), passages: passagesOf(view, shown.principle.entry), ...backlinks(address) };
    case 'principle-mentions': return { principle: shown.principle.number, ...placeOf(view, shown.part), links: linksIn(view, shown.part.items) };
    case 'coverage': return { ...listOf(edition, view, edition.voices, shown.part), facets: shown.part.number > 1 ? [] : edition.facets.map(({ name, label, address: at, records }) => ({ name, value: label, url: view.permalink(at), records })) };
    case 'facet': return { lists: edition.facets.filter(({ name }) => name === shown.name).map(({ label, address: at, records }) => ({ value: label, url: view.permalink(at), records })) };
    case 'list': return { facet: { name: shown.facet.name, value: shown.facet.label }, ...listOf(edition, view, shown.facet.voices, shown.part) };
    case 'record': return {
      ...coverageRows(edition, view, [shown.entry])[0], passages: passagesOf(view, shown.entry).filter(({ id }) => !isClaim(id)), claims: claimRows(edition, view, shown.entry),
      ...kinOf(edition, view, shown.entry), links: (edition.saidBy.get(shown.entry) ?? []).map((mention) => linkRow(view, mention)), ...backlinks(address),
    };
    case 'questions': return { questions: questions.map((entry) => questionRow(view, entry)) };
    case 'question': return {
      ...questionRow(view, shown.entry), passages: passagesOf(view, shown.entry), links: (edition.saidBy.get(shown.entry) ?? []).map((mention) => linkRow(view, mention)), ...backlinks(address),
    };
    case 'glossary': {
      const uses = usesOf(edition);
      return { terms: terms.map((term) => ({ ...termRow(view, term.entry), uses: (uses.get(term) ?? []).map(view.permalink) })) };
    }
    case 'timeline': return { events: eventRows(edition, view) };
    case 'events': {
      const bearing = new Set((edition.graph.byPart.get(principleAddress(shown.number)) ?? []).filter(({ from }) => from === timeline).map(({ passage }) => passage.id));
      return { principle: shown.number, events: eventRows(edition, view).filter(({ id }) => bearing.has(String(id))) };
    }
    case 'preamble': return {
      pairs: principles.flatMap(({ number, address: at, entry }) => (edition.saidBy.get(entry) ?? []).filter(({ passage }) => passage.id === 'preamble')
        .map(({ to }) => ({ principle: number, principleUrl: view.permalink(at), paragraphUrl: view.permalink(to) }))),
    };
    case 'page': return { passages: passagesOf(view, shown.entry), ...(address === STATES && { states: stateRows(edition) }) };
    case 'variants': case 'corrections': return { passages: passagesOf(view, shown.entry) };
    case 'search': return { concordance: concordanceOf(text, new Set()).flatMap(({ words }) => words.map(({ word, occurrences }) => ({ word, at: occurrences.map(({ address: at }) => view.permalink(at)) }))) };
    case 'edition': return { parts: partsOfEdition(view).map(({ address: at, title }) => ({ title, url: view.permalink(at), json: view.permalink(twinAddress(at, 'json')) })) };
  }
}

/** The pages that the whole edition is made of, in its order. */
export const partsOfEdition = (view: View): SitePage[] => view.pages.filter(({ shown }) => ['call', 'principle', 'record'].includes(shown.kind));

const linksIn = (view: View, groups: readonly MentionGroup[]) => groups.flatMap(({ mentions }) => mentions.map((mention) => linkRow(view, mention)));

/** How many records a list has, and how many voices they are, since a copy adds none; and the records of one part. */
const listOf = (edition: Edition, view: View, voices: readonly Voice[], part: Part<Voice>) => ({
  records: recordsIn(voices), sources: voices.length, ...placeOf(view, part), coverage: coverageRows(edition, view, part.items.flatMap(({ original, copies }) => [original, ...copies])),
});

/** Which part of a list this is and where the next one stands; nothing where it is the whole. */
const placeOf = (view: View, { first, number, of }: Part<unknown>): Content => (of === 1 ? {} : {
  page: number, pages: of, ...(number < of && { next: view.permalink(twinAddress(partAddress(first, number + 1), 'json')) }),
});

/** Of a copy the claims of its original that it carries and those that it cuts; of an original its copies. All by address. */
function kinOf(edition: Edition, view: View, entry: Entry<'coverage'>): Content {
  const copy = copyOf(edition, entry);
  if (copy === undefined) return { copies: (edition.voiceOf.get(entry)?.copies ?? []).map(({ address }) => view.permalink(address)) };
  const claims = (list: readonly { readonly id: string }[]) => list.map(({ id }) => view.permalink(copy.addressOf(id)));
  return { carries: claims(copy.carried), cuts: claims(copy.cut) };
}

const passagesOf = (view: View, entry: AnyEntry) => entry.passages.map(({ id, text, event }) => ({
  id, url: view.permalink(addressOfPassage(entry, id)), title: passageName(view.words, id, entry.collection), ...(event && { date: event.from }), text,
}));
