/**
 * What can be cited, and how: for each segment, principle, record, claim, question and term one CSL-JSON record, and
 * for each outside publication another. Every other form is written from these.
 */
import { CALL, permalinkOf, segmentAddress, withFragment, type Address, type Publication } from './addresses.ts';
import { bibtexOf } from './bibtex.ts';
import { apaOf, chicagoOf } from './citation-styles.ts';
import { dateParts, personName, type CslName, type CslRecord, type CslType } from './csl.ts';
import type { AnyEntry, Entry } from './entries.ts';
import { isClaim, principleNumber } from './ids.ts';
import type { CitationForm } from './machine-addresses.ts';
import { updatedOf } from './pages.ts';
import type { Edition } from './record.ts';
import { risOf } from './ris.ts';
import type { CoverageFields } from './schemas.ts';
import { fill, passageName, titleOf, type Words } from './words.ts';

export interface Citable {
  /** The permalink's address. */
  readonly address: Address;
  readonly record: CslRecord;
  /** The outside publication that the page tells of. */
  readonly original?: CslRecord;
}

/** Everything in the edition that can be cited, in the order of the site. */
export function citablesOf(edition: Edition, words: Words, publication: Publication): Citable[] {
  const { lang, text, principles, coverage, questions, terms } = edition;
  const ours = (address: Address, from: AnyEntry, title: string, abstract: string, type: CslType = 'webpage'): CslRecord => ({
    id: idOf(address, lang), type, title, 'container-title': words.site.name,
    issued: dateParts(updatedOf(edition, from)), URL: permalinkOf(address, lang, publication), language: lang, abstract,
  });
  const wording = edition.official ?? text;
  const wordsOf = (id: string) => wording.passages.find((passage) => passage.id === id)?.text ?? '';
  const segmentTitle = (id: string) => {
    const principle = principles.find(({ number }) => number === principleNumber(id));
    return fill(words.cite.segment, { part: principle === undefined ? passageName(words, id).toLowerCase() : titleOf(words, lang, principle.entry).replace(/^./, (first) => first.toLowerCase()) });
  };
  return [
    { address: CALL, record: ours(CALL, text, words.call.title, text.passages.map(({ text: one }) => one).join('\n')), original: theCall(edition, words) },
    ...wording.passages.map(({ id }) => ({ address: segmentAddress(id), record: ours(segmentAddress(id), wording, segmentTitle(id), wordsOf(id)) })),
    ...principles.map(({ address, entry }) => ({ address, record: ours(address, entry, titleOf(words, lang, entry), wordsOf(entry.slug)) })),
    ...coverage.flatMap((entry): Citable[] => {
      const { title, publisher, summary } = entry.fields;
      return [
        { address: entry.address, record: ours(entry.address, entry, fill(words.cite.record, { title, publisher }), passage(entry, 'summary') || summary), original: publicationOf(entry, words) },
        ...entry.passages.filter(({ id }) => isClaim(id)).map(({ id, text: said }) => {
          const address = withFragment(entry.address, id);
          return { address, record: ours(address, entry, fill(words.cite.claim, { n: id.slice(1), title, publisher }), said) };
        }),
      ];
    }),
    ...questions.map((entry) => ({ address: entry.address, record: ours(entry.address, entry, entry.fields.question, passage(entry, 'answer')) })),
    ...terms.map(({ address, entry }) => ({ address, record: ours(address, entry, entry.fields.term, passage(entry, 'definition'), 'entry-dictionary') })),
  ];
}

const passage = ({ passages }: AnyEntry, id: string): string => passages.find((one) => one.id === id)?.text ?? '';

/** `/coverage/x/#c7` → `paris-call-coverage-x-c7`. */
const idOf = (address: Address, lang: string): string =>
  `paris-call${lang === 'en' ? '' : `-${lang}`}-${address.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;

/** The Call itself, at the official site. */
const theCall = ({ lang, text, official }: Edition, words: Words): CslRecord => ({
  id: `paris-call-of-2018${lang === 'en' ? '' : `-${lang}`}`, type: 'webpage', title: official?.fields.title ?? words.home.title,
  'container-title': new URL(text.fields.official[lang]).hostname, issued: dateParts(text.fields.date), URL: text.fields.official[lang], language: lang,
});

/** Bodies publish these in their own name. */
const BY_PUBLISHER = new Set<CoverageFields['kind']>(['official', 'statement', 'law', 'report']);
const TYPES: { readonly [kind in CoverageFields['kind']]: CslType } = {
  reporting: 'article-newspaper', commentary: 'webpage', explainer: 'webpage', research: 'report', report: 'report', official: 'webpage',
  statement: 'webpage', law: 'legislation', repost: 'webpage', 'list-post': 'post',
};

/** Authors as CSL names: persons as printed, then bodies; of a body's own publications the publisher. */
export function authorsOf({ authors, corporateAuthors, kind, publisher }: CoverageFields): CslName[] {
  const named = [...authors.map(personName), ...corporateAuthors.map((literal) => ({ literal }))];
  return named.length === 0 && BY_PUBLISHER.has(kind) ? [{ literal: publisher }] : named;
}

/** A title that the publication does not bear itself stands in square brackets, as citation styles have it. */
function publicationOf({ slug, fields }: Entry<'coverage'>, words: Words): CslRecord {
  const author = authorsOf(fields);
  const notes = [
    fields.published === undefined && fields.notBefore !== undefined ? fill(words.coverage.notBefore, { date: fields.notBefore }) : '',
    fields.url !== undefined && fields.urlStatus === 'unconfirmed' ? words.coverage.unconfirmed : '',
    fields.archive === undefined ? '' : `${words.coverage.archive}: ${fields.archive}`,
  ].filter(Boolean);
  return {
    id: slug, type: TYPES[fields.kind], title: fields.titleFrom === 'us' ? `[${fields.title}]` : fields.title,
    ...(TYPES[fields.kind] === 'report' ? { publisher: fields.publisher } : { 'container-title': fields.publisher }),
    ...(author.length > 0 && { author }), ...(fields.published !== undefined && { issued: dateParts(fields.published) }),
    ...(fields.url !== undefined && { URL: fields.url }), language: fields.language, ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** One record or several in one of the forms that reference managers read. */
export function citationFile(form: Exclude<CitationForm, 'txt'>, records: readonly CslRecord[]): string {
  if (form === 'json') return `${JSON.stringify(records, undefined, 1)}\n`;
  return records.map(form === 'bib' ? bibtexOf : risOf).join(form === 'bib' ? '\n' : '');
}

/** The words, the permalink and both citations, as they are copied. */
export function citationText({ record, original }: Citable, words: Words, lang: Edition['lang']): string {
  const styles = (one: CslRecord) => `APA: ${apaOf(one, lang)}\nChicago: ${chicagoOf(one, lang)}`;
  const theirs = original === undefined ? [] : [`${words.cite.original}\n${styles(original)}`];
  return [record.abstract ?? '', styles(record), ...theirs].filter(Boolean).join('\n\n') + '\n';
}
