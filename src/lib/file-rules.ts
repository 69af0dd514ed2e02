/**
 * What one file shows to be wrong by itself: its name, what its Markdown may not hold, its passages, its links by their
 * form, its quotations and dates.
 *
 * `entries.ts` reads the file and calls these; what needs the other files is in `rules.ts`.
 */
import type { Node } from 'mdast';
import { FACETS, type Location } from './addresses.ts';
import { dateOf, isFuture, yearOf } from './dates.ts';
import type { AnyEntry } from './entries.ts';
import { isFormula } from './formulas.ts';
import { placeIn } from './front-matter.ts';
import { DATED, isClaim, isMentionKind, MENTION_KINDS, PAGES, principleNumber, SECTIONS } from './ids.ts';
import { targetOf } from './links.ts';
import { isParent, placeOf, plainText, walk, type MdxNode, type Parsed } from './markdown.ts';
import { nearest, suggestion } from './nearest.ts';
import type { Passage, Passages } from './passages.ts';
import type { Place, Problem, ProblemCode } from './problems.ts';
import { longQuotationsIn, QUOTATION_CAP } from './quotations.ts';
import { foreignLetter, hasHidden } from './source-text.ts';

/** What an `.mdx` file may show; each is a component under `src/components/live`. */
export const COMPONENTS = ['Counts', 'Matrix', 'Report', 'StatesMap', 'StatesTable', 'StatesGrowth', 'CiteForms', 'DataFiles'] as const;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 100;

export function slugProblems({ collection, slug }: Location, at: Place): Problem[] {
  const rename = (code: ProblemCode, expected: string): Problem[] => [{ code, at, found: slug, expected, mend: ['rename the file', foreignLetter(slug)].filter(Boolean).join('; ') }];
  if (collection === 'principles' && principleNumber(slug) === undefined) return rename('bad-slug', 'principle-1 to principle-9');
  if (collection === 'pages' && !PAGES.some((page) => page === slug)) return rename('bad-slug', `one of ${PAGES.join(', ')}`);
  if (collection === 'principles' || collection === 'pages' || collection === 'official') return [];
  if (slug.length > LONGEST_SLUG) return rename('bad-slug', `at most ${LONGEST_SLUG} letters`);
  if (!SLUG.test(slug)) return rename('bad-slug', 'lower-case letters, digits and single hyphens');
  return collection === 'coverage' && FACETS.some((facet) => facet === slug) ? rename('reserved-slug', `none of ${FACETS.join(', ')}`) : [];
}

/**
 * Nodes that no entry may hold: raw HTML, pictures, code in MDX, components that the site does not know, letters that
 * nobody sees, references to nothing. What stands inside such a node, and the tag that closes it, is told with it.
 */
export function nodeProblems(file: string, { tree }: Parsed): Problem[] {
  const problems: Problem[] = [];
  const told = new Set<Node>();
  const notes = notesIn(tree);
  walk(tree, (node, above) => {
    const [parent] = above.slice(-1);
    if (above.some((one) => told.has(one) && one.type !== 'root' && (one.type.startsWith('mdx') || node.type === 'html'))) return;
    const add = (code: ProblemCode, found: string, expected: string, mend: string) => {
      problems.push({ code, at: placeOf(file, node), found, expected, mend });
      told.add(type === 'html' && parent !== undefined ? parent : node);
    };
    const { type, name, value = '', attributes = [] } = node as Node as MdxNode;
    const inside = above.length > 1;
    if (type === 'html') add('raw-html', value, 'Markdown', 'write it in Markdown; to show a < write \\<');
    else if (node.type === 'image' || node.type === 'imageReference') add('image', node.alt ?? '', 'words, links and tables', 'take the picture out; the site draws its own from the data');
    else if (node.type === 'text' && hasHidden(node.value)) add('hidden-character', node.value, 'text without letters that nobody sees', 'take out the sign that stands for one, such as &#8238;');
    else if (node.type === 'text' && REFERENCE.test(node.value)) add('unknown-reference', REFERENCE.exec(node.value)?.[0] ?? '', 'a line that says what it refers to: [name]: path, or for a note [^name]: words', 'write the line below, or take the brackets out');
    else if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) add('unknown-reference', `[^${node.identifier}]`, `a place in the text that calls this note: [^${node.identifier}]`, 'write it there, or take the note out');
    else if (type === 'heading' && inside) add('unknown-passage', plainText(node), 'headings that stand by themselves', 'take it out of the list or quotation');
    else if (type === 'mdxjsEsm' || type.endsWith('Expression')) add('mdx-code', value, 'components only, without import, export or { }', 'take it out; to show a brace write \\{');
    else if (type.startsWith('mdxJsx')) {
      const shown = `<${name ?? ''}>`;
      if (name === null || name === undefined || /^[a-z]/.test(name)) add('raw-html', shown, 'Markdown', 'write it in Markdown');
      else if (!COMPONENTS.some((known) => known === name)) add('unknown-component', shown, `one of ${COMPONENTS.join(', ')}`, suggestion(name, COMPONENTS, 'take it out'));
      else if (attributes.length > 0 || (isParent(node) && node.children.length > 0)) add('mdx-code', shown, `<${name} /> without attributes or content`, 'take them out');
    }
  });
  return problems;
}

/** What stays of a reference, or of a call of a note, that is defined nowhere. */
const REFERENCE = /\[\^[^\][\s]+\]|\[[^\][]+\]\[[^\][]+\]/;

/** The notes that the text calls. */
function notesIn(tree: Node): Set<string> {
  const notes = new Set<string>();
  walk(tree, (node) => node.type === 'footnoteReference' && notes.add(node.identifier));
  return notes;
}

/** Whether raw HTML runs on over headings: a comment or a script that is never closed. */
export function swallowsPassages({ tree }: Parsed): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === 'html' && /^#{1,6} /m.test(node.value)) found = true;
  });
  return found;
}

const QUOTED_BLOCKS = new Set(['paragraph', 'tableCell', 'heading']);
/** How many quotations of one block are told: each is sought in it anew, and whoever has mended so many is told the rest. */
const MOST_TOLD = 20;

export function quotationProblems(file: string, { tree }: Parsed): Problem[] {
  const problems: Problem[] = [];
  const mend = `keep ${QUOTATION_CAP} words at most and say the rest in your own; see content/README.md, “Words”`;
  walk(tree, (node) => {
    if (node.type === 'blockquote') {
      const expected = `at most ${QUOTATION_CAP} words in “quotation marks”, with the speaker named`;
      problems.push({ code: 'long-quotation', at: placeOf(file, node), found: plainText(node), expected, mend: 'quote the few words that are the fact, inside a sentence' });
    }
    if (!QUOTED_BLOCKS.has(node.type)) return;
    for (const { words, count } of longQuotationsIn(plainText(node)).slice(0, MOST_TOLD))
      problems.push({ code: 'long-quotation', at: placeOfWords(file, node, words), found: words, expected: `at most ${QUOTATION_CAP} words; these are ${count}`, mend });
  });
  return problems;
}

/** Where a quotation begins: the text node of the block that holds its first words. */
function placeOfWords(file: string, block: Node, words: string): Place {
  const start = words.slice(0, 20);
  let place = placeOf(file, block);
  let found = false;
  walk(block, (node) => {
    if (found || node.type !== 'text') return;
    const index = node.value.replace(/\s/g, ' ').indexOf(start);
    if (index < 0) return;
    found = true;
    const lines = node.value.slice(0, index).split('\n');
    const from = placeOf(file, node);
    place = { file, line: from.line + lines.length - 1, column: lines.length === 1 ? from.column + index : (lines.at(-1)?.length ?? 0) + 1 };
  });
  return place;
}

const NEEDED = {
  text: SECTIONS.text,
  official: SECTIONS.official,
  principles: SECTIONS.principles,
  coverage: ['summary', 'omits', 'confirmed', 'unconfirmed'],
  questions: ['answer', 'sources'],
  glossary: ['definition'],
  timeline: [],
  corrections: [],
  variants: [],
  pages: [],
} as const satisfies Record<string, readonly string[]>;

export function passageProblems(file: string, { collection }: Location, { passages, stray }: Passages): Problem[] {
  const problems: Problem[] = [];
  const add = (code: ProblemCode, at: Place, found: string, expected: string, mend: string) => problems.push({ code, at, found, expected, mend });
  const top: Place = { file, line: 1, column: 1 };
  const known: readonly string[] = SECTIONS[collection];
  const shape = 'see content/README.md, “Passages”';
  const order = DATED[collection];

  if (passages.length === 0 && stray === undefined) {
    add('empty-body', top, '', `passages: ${known.length === 0 ? `one ${collection === 'timeline' ? 'an event' : 'a correction'}, each under an id of its own` : listed(known)}`, `write them below the fields; ${shape}`);
    return problems;
  }
  if (stray !== undefined) add('stray-text', placeOf(file, stray), plainText(stray), 'a heading with an id before any text', `put it below its heading, for instance ## ${known[0] ?? (collection === 'timeline' ? 'launch' : '2026-11-22-access-now-week')}; ${shape}`);

  const seen = new Map<string, Passage>();
  let last = -1;
  let lastDay = '';
  for (const passage of passages) {
    const { id, depth, at, text, claim, event, isEmpty, isPlain } = passage;
    const first = seen.get(id);
    const isClaimHere = collection === 'coverage' && isClaim(id);
    const isMisplaced = event !== undefined && lastDay !== '' && isOutOfOrder(lastDay, event.from, order);
    if (first !== undefined) add('duplicate-id', at, id, `each id once; it stands already in line ${first.at.line}`, 'give this passage an id of its own');
    const place = isClaimHere ? Number(id.slice(1)) / 1e6 + known.indexOf('claims') : known.indexOf(id);
    const isKnown = order !== undefined ? SLUG.test(id) : place >= 0;
    if (!isKnown) add('unknown-passage', at, id, order !== undefined ? 'lower-case letters, digits and single hyphens' : `one of ${listed(known)}${collection === 'coverage' ? ', or c1, c2 …' : ''}`, suggestion(id, known, shape));
    else if (!isPlain) add('unknown-passage', at, id, `${'#'.repeat(depth)} ${id}, without a link, emphasis or code`, 'write the id alone');
    else if (depth !== (isClaimHere ? 3 : 2)) add('unknown-passage', at, `${'#'.repeat(depth)} ${id}`, isClaimHere ? `### ${id}, below ## claims` : `## ${id}`, 'change the number of hashes');
    else if (order !== undefined && event === undefined) add('event-line', at, text.split('\n', 1)[0] ?? '', 'the date alone: 2018-11-12, 2018-11, 2018, 2017-06~ or 2019-11-25/2019-11-29', 'see content/README.md, “Events”');
    else if (event !== undefined && isMisplaced) add('passage-order', at, event.from, order === 'newest first' ? `a date up to ${lastDay}` : `a date from ${lastDay} on`, 'move it to its place in time');
    else if (place < last && first === undefined && collection !== 'pages') add('passage-order', at, id, `the order ${listed(known)}, claims by number`, 'move it to its place');
    if (isKnown) last = Math.max(last, place);
    // A date out of order is told once: those after it are measured by it. A year after a day in it is no new measure.
    if (event !== undefined && !lastDay.startsWith(event.from)) lastDay = event.from;
    if (isClaimHere && claim === undefined) add('claim-line', at, text.split('\n', 1)[0] ?? '', 'Speaker · type, or Speaker · figure · as of 2018-11-12', 'see content/README.md, “Claims”');
    if (claim?.type === 'figure' && claim.asOf === undefined) add('claim-line', at, `${claim.speaker} · figure`, 'a figure says when it held', 'add the day: · as of 2018-11-12');
    const formula = cellsOf(file, passage).find(({ words }) => isFormula(words));
    if (formula !== undefined) add('formula', formula.at, formula.words.split('\n', 1)[0] ?? '', 'no =, +, - or @ at the beginning: a table program takes it for a formula', 'put a word before it; behind a link, take it into the link');
    if (isEmpty && isKnown && id !== 'claims') add('empty-passage', at, id, 'words below the heading', 'write them, or take the heading out');
    seen.set(id, first ?? passage);
  }
  const claims = passages.some(({ id }) => isClaim(id)) && collection === 'coverage' ? ['claims'] : [];
  const missing = [...NEEDED[collection], ...claims].filter((id) => !seen.has(id));
  // A passage that is there under a misspelt id is told once, at its heading.
  const misspelt = new Set(missing.length === 0 ? [] : passages.filter(({ id }) => !known.includes(id)).map(({ id }) => nearest(id, known)));
  for (const id of missing) if (!misspelt.has(id)) add('missing-passage', top, '', `## ${id}`, `add it; ${shape}`);
  return problems;
}

/** What a passage gives to the tables of the record (`datasets.ts`), each with its place: who speaks, its text, the words about each mention. */
const cellsOf = (file: string, { at, claim, text, links }: Passage): { words: string; at: Place }[] => [
  { words: claim?.speaker ?? '', at }, { words: text, at },
  ...links.filter(({ url }) => targetOf(file, url).to === 'content').flatMap(({ before, words, after, at: place }) => [before, words, after].map((part) => ({ words: part, at: place }))),
];

/** Whether a date stands before one that it ought to follow; a year and a day in it are in order either way. */
function isOutOfOrder(last: string, date: string, order: (typeof DATED)['timeline']): boolean {
  const [a, b] = [last.slice(0, date.length), date.slice(0, last.length)];
  return order === 'newest first' ? b > a : b < a;
}

const listed = (ids: readonly string[]): string => (ids.length > 8 ? `${ids.slice(0, 2).join(', ')} … ${ids.at(-1)}` : ids.join(', '));

const EMPTY_LABELS = new Set(['', 'here', 'this', 'link', 'click here', 'read more', 'more', 'ici', 'lien']);

export function linkProblems(file: string, { url, title, words, at }: Passage['links'][number]): Problem[] {
  const problems: Problem[] = [];
  const see = 'see content/README.md, “Linking”';
  const target = targetOf(file, url);
  const add = (code: ProblemCode, found: string, expected: string, mend: string) => problems.push({ code, at, found, expected, mend });
  if (target.to === 'malformed') add('link-form', url, 'a relative path to a content file, or an https address', see);
  if (target.to === 'outside') add('link-outside', url, 'a target inside content/', see);
  if (EMPTY_LABELS.has(words.toLowerCase().trim())) add('link-label', words, 'words that name the target', 'link the words that say what is there');
  if (title !== '' && target.to === 'content' && !isMentionKind(title)) add('unknown-kind', title, `one of ${MENTION_KINDS.join(', ')}`, suggestion(title, MENTION_KINDS, 'see content/README.md, “Kinds of mention”'));
  if (title !== '' && target.to === 'web') add('unknown-kind', title, 'no title on a link to another site', 'take the title out');
  return problems;
}

export function dateProblems(entry: AnyEntry, today: string): Problem[] {
  const problems: Problem[] = [];
  const future = (at: Place, date: string | undefined) => {
    if (date !== undefined && isFuture(date, today))
      problems.push({ code: 'future-date', at, found: date, expected: `a day up to ${today}`, mend: 'correct the date' });
  };
  if (entry.collection === 'official') future(placeIn(entry.places, 'retrieved'), entry.fields.retrieved);
  if (entry.collection === 'text' || entry.collection === 'official') future(placeIn(entry.places, 'date'), entry.fields.date);
  if (entry.collection === 'questions' || entry.collection === 'pages') future(placeIn(entry.places, 'asOf'), entry.fields.asOf);
  for (const { event, at } of entry.passages) future(at, event?.to ?? event?.from);
  if (entry.collection !== 'coverage') return problems;
  for (const field of ['published', 'notBefore', 'corrected'] as const) future(placeIn(entry.places, field), entry.fields[field]);
  for (const { claim, at } of entry.passages) future(at, claim?.asOf);
  const date = dateOf(entry.fields);
  if (date !== undefined && entry.year !== undefined && entry.year !== yearOf(date))
    problems.push({ code: 'wrong-year', at: placeIn(entry.places, entry.fields.published === undefined ? 'notBefore' : 'published'), found: date, expected: `a day in ${entry.year}, the year of the folder`, mend: `move the file to the folder ${yearOf(date)}, or correct the date` });
  return problems;
}

/** Quotations count in the summary too, which the lists show. */
export function summaryProblems(entry: AnyEntry): Problem[] {
  if (!('summary' in entry.fields)) return [];
  return longQuotationsIn(entry.fields.summary).map(({ words, count }): Problem => ({
    code: 'long-quotation', at: placeIn(entry.places, 'summary'), found: words, expected: `at most ${QUOTATION_CAP} words; these are ${count}`, mend: 'say it in your own words',
  }));
}
