/**
 * What the built site hands to programs, read as programs read it: each format by a reader of its own that has nothing of
 * ours, and every figure counted again from the tables.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import type { Heading, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { DEFAULT_LANG, LANGUAGES, type Lang } from '../../src/lib/ids.ts';
import { readLedger } from '../../src/lib/ledger.ts';
import { DATASETS, MACHINE_ADDRESSES, type DatasetName } from '../../src/lib/machine-addresses.ts';
import { isParent, walk } from '../../src/lib/markdown.ts';
import { fill, plural } from '../../src/lib/words.ts';
import { today } from '../../src/settings.ts';
import { wordsOf } from '../../src/strings.ts';
import { attribute, builtSite, elementsOf, hasClass, wordsIn, type BuiltPage, type BuiltSite, type Element } from '../built.ts';
import { all, brokenInAtom, brokenInJson, texts } from '../feeds.ts';
import { danglingIn, expanded, faultsOf, nodesIn, type Node } from '../json-ld.ts';

const sites = (['site', 'siteUnderBase'] as const).map((name) => ({ name, of: builtSite(name) }));

/** A site in one of its languages, which has tables, feeds and citations of its own. */
interface Section { readonly name: string; readonly of: BuiltSite; readonly lang: Lang; readonly root: string; readonly home: string; readonly pages: readonly BuiltPage[] }
const sections = sites.flatMap(({ name, of }) => LANGUAGES.map((lang): Section => {
  const root = lang === DEFAULT_LANG ? '' : `${lang}/`;
  return { name: `${name} in ${lang}`, of, lang, root, home: of.home + root, pages: of.pages.filter((page) => page.lang === lang) };
})).filter(({ pages }) => pages.length > 0);
/** Each language once: under a base path nothing but the addresses is another. */
const languages = sections.filter(({ of }) => of === sites[0]?.of);

type Cell = string | number | boolean | null | readonly string[];
type Row = { readonly [column: string]: Cell };
interface TableFile { readonly url: string; readonly lang: string; readonly licence: string; readonly updated: string; readonly count: number; readonly rows: readonly Row[] }
interface Field { readonly name: string; readonly type: string; readonly delimiter?: string }
interface Resource { readonly name: string; readonly path: string; readonly bytes: number; readonly hash: string; readonly mediatype: string; readonly schema?: { readonly fields: readonly Field[] }; readonly jsonSchema?: string }
interface DataPackage { readonly name: string; readonly resources: readonly Resource[]; readonly licenses: readonly { readonly path: string }[]; readonly version: string }
type Twin = { readonly [key: string]: unknown } & { readonly url: string; readonly type: string; readonly title: string; readonly description: string; readonly updated: string; readonly lang: string; readonly licence: string };

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const packageOf = ({ of, root }: Section) => of.json<DataPackage>(`${root}data/datapackage.json`);
const fieldsOf = (section: Section, name: DatasetName): readonly Field[] => packageOf(section).resources.find(({ path }) => path === `${name}.csv`)?.schema?.fields ?? [];
/** A cell of a CSV file as its Table Schema reads it. */
function cellOf(text: string, { type, delimiter = ',' }: Field): Cell {
  if (type === 'list') return text === '' ? [] : text.split(delimiter);
  if (text === '') return null;
  return type === 'integer' ? Number(text) : type === 'boolean' ? text === 'true' : text;
}
function csvRows(section: Section, name: DatasetName): Row[] {
  const rows = parseCsv(section.of.text(`${section.root}data/${name}.csv`), { columns: true }) as { [column: string]: string }[];
  const fields = fieldsOf(section, name);
  return rows.map((row) => Object.fromEntries(fields.map((field) => [field.name, cellOf(row[field.name] ?? 'no such column', field)])));
}
const tableOf = ({ of, root }: Section, name: DatasetName) => of.json<TableFile>(`${root}data/${name}.json`);
const twinOf = (of: BuiltSite, page: Pick<BuiltPage, 'path'>) => of.json<Twin>(page.path.replace(/html$/, 'json'));
const named = (name: string) => (element: Element) => element.tagName === name;
const ofKind = ({ of, pages }: Section, ...kinds: readonly string[]) => pages.filter((page) => kinds.includes(twinOf(of, page).type));
const list = (cell: Cell | undefined): readonly string[] => (Array.isArray(cell) ? cell : []);

// --------------------------------------------------------------------------------------------------------------- counts

describe.each(languages.flatMap((section) => [
  { ...section, reader: 'JSON', read: (name: DatasetName) => tableOf(section, name).rows },
  { ...section, reader: 'CSV', read: (name: DatasetName) => csvRows(section, name) },
]))('what the pages of $name say is what the tables hold, read as $reader', ({ read, ...section }) => {
  const { of, lang, root, home } = section;
  const tables = Object.fromEntries(DATASETS.map((name) => [name, read(name)])) as { readonly [name in DatasetName]: readonly Row[] };
  const { coverage, claims, questions, terms, events, states, links, principles, corrections } = tables;
  const copies = coverage.filter(({ copyOf }) => copyOf !== null);
  const words = wordsOf(lang);
  const folded = (text: string) => text.replace(/\s+/g, ' ');
  const many = (n: number, forms: { readonly one: string; readonly other: string }) => folded(plural(lang, forms, n));
  const said = (path: string) => folded(of.page(root + path).html.replace(/^[\s\S]*<main|<[^>]+>/g, ' '));
  const shown = (path: string, ...classes: string[]) => of.page(root + path).elements.filter((element) => hasClass(element, ...classes));

  test('on the home page', () => {
    expect(said('')).toContain(folded(fill(words.home.recordNote, {
      records: many(coverage.length, words.coverage.count), copies: copies.length, claims: claims.length, questions: questions.length, terms: terms.length, events: events.length, states: states.length,
    })));
  });

  test('in the lists of coverage, questions, terms, events, States and corrections', () => {
    for (const count of [many(coverage.length, words.coverage.count), many(coverage.length - copies.length, words.coverage.voices), many(copies.length, words.coverage.copies)])
      expect(said('coverage/')).toContain(count);
    expect(said('questions/')).toContain(many(questions.length, words.questions.count));
    expect(said('timeline/')).toContain(many(events.length, words.timeline.count));
    expect(said('states/')).toContain(many(states.length, words.states.count));
    expect(shown('glossary/', 'term').filter(named('section'))).toHaveLength(terms.length);
    expect(corrections.filter(({ id }) => !of.page(`${root}corrections/`).ids.has(String(id)))).toEqual([]);
  });

  test('on about, counted over all', () => {
    const counts = { segments: tables.text.length, principles: principles.length, coverage: coverage.length, voices: coverage.length - copies.length, claims: claims.length, mentions: links.length };
    for (const [name, count] of Object.entries(counts))
      expect(said('about/')).toMatch(new RegExp(`${RegExp.escape(folded(words.counts[name as keyof typeof counts]))}\\s+${RegExp.escape(many(count, { one: '{n}', other: '{n}' }))}\\s`));
  });

  test('of each principle: its passages, its sources, its events', () => {
    for (const { number, url, passages, sources } of principles) {
      const from = links.filter(({ part, fromKind }) => part === url && fromKind === 'coverage').map((link) => String(link['from']).split('#')[0]);
      const voices = new Set(from).size;
      expect([number, passages, sources]).toEqual([number, from.length, voices]);
      const note = fill(words.principles.coverageNote, { passages: many(from.length, words.coverage.passages), voices: many(voices, words.coverage.voices) });
      expect(said(`principles/${number}/`)).toContain(folded(voices === 0 ? words.principles.coverageNone : note));
      expect(shown(`principles/${number}/coverage/`, 'voice')).toHaveLength(voices);
      expect(shown(`timeline/principle/${number}/`, 'event')).toHaveLength(events.filter((event) => list(event['principles']).includes(String(number))).length);
    }
  });

  test('of each segment: the links to it', () => {
    for (const { id, number, mentions } of tables.text) {
      const parts = [`${home}call/#${id}`, `${home}principles/${number}/`];
      expect([id, mentions]).toEqual([id, links.filter(({ part }) => parts.includes(String(part))).length]);
    }
  });

  test('in each list of records, none of which is missing', () => {
    const { facets } = twinOf(of, of.page(`${root}coverage/`)) as unknown as { facets: { name: string; value: string; url: string; records: number }[] };
    const valuesOf: { readonly [facet: string]: (row: Row) => readonly string[] } = {
      principle: (row) => list(row['principles']), year: ({ published }) => [published === null ? 'undated' : String(published).slice(0, 4)],
      publisher: ({ publisher }) => [String(publisher)], kind: ({ kind }) => [String(kind)], stance: ({ stance }) => [String(stance)], language: ({ language }) => [String(language)],
    };
    const expected = Object.entries(valuesOf).flatMap(([name, values]) =>
      [...Map.groupBy(coverage.flatMap((row) => values(row).map((value) => ({ value, row }))), ({ value }) => value)].map(([value, rows]) => `${name} ${value}: ${rows.length}`));
    expect(facets.map(({ name, value, records }) => `${name} ${value}: ${records}`).sort()).toEqual(expected.sort());
    for (const { name, value, url, records } of facets) {
      const page = of.page(url.slice(of.home.length));
      const fitting = coverage.filter((row) => (valuesOf[name]?.(row) ?? []).includes(value)).map((row) => row['url']);
      const twin = twinOf(of, page) as unknown as { coverage: { url: string }[] };
      const linked = elementsOf(page.elements.find(named('main')) ?? expect.fail(url)).filter(named('a')).map((link) => of.whole(attribute(link, 'href') ?? '', page));
      expect(said(url.slice(home.length))).toContain(many(records, words.coverage.count));
      expect([url, twin.coverage.map((row) => row.url).sort()]).toEqual([url, fitting.sort()]);
      expect(fitting.filter((one) => !linked.includes(String(one)))).toEqual([]);
    }
  });

  test('of each record: its claims, or those that it carries', () => {
    const carried = (slug: Cell | undefined) => claims.filter(({ carriedBy }) => list(carriedBy).includes(String(slug))).length;
    const made = (slug: Cell | undefined) => claims.filter((claim) => claim['coverage'] === slug).length;
    for (const { slug, claims: count, copyOf } of coverage) expect([slug, count]).toEqual([slug, copyOf === null ? made(slug) : carried(slug)]);
    // A claim that a copy makes of its own is carried by none.
    const slugs = new Set(copies.map(({ slug }) => slug));
    expect(claims.filter((claim) => slugs.has(claim['coverage'] ?? '') && list(claim['carriedBy']).length > 0)).toEqual([]);
  });
});

// --------------------------------------------------------------------------------------------------------------- tables

describe.each(sections)('under /data/ of $name', (section) => {
  const { of, lang, root, home } = section;
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const { resources, licenses, version } = packageOf(section);

  test.each(DATASETS)('the table %s keeps to its JSON Schema, which refuses every fault', (name) => {
    const schema = of.json<{ $id: string }>(`${root}data/${name}.schema.json`);
    const table = tableOf(section, name);
    const validate = ajv.compile(schema);
    expect([validate(table), validate.errors]).toEqual([true, null]);
    expect(schema.$id).toBe(`${home}data/${name}.schema.json`);
    expect({ ...table, rows: [] }).toEqual({ url: `${home}data/${name}.json`, lang, licence: LICENCE, updated: version, count: table.rows.length, rows: [] });
    expect(table.count).toBeGreaterThan(0);

    const [first = {}] = table.rows;
    const isKept = (change: Row) => validate({ ...table, rows: [{ ...first, ...change }] });
    expect(isKept({})).toBe(true);
    expect(isKept({ unknown: 'x' })).toBe(false);
    for (const { name: column, type } of fieldsOf(section, name)) {
      const { [column]: _, ...others } = first;
      const wrong = { string: 1, integer: 1.5, boolean: 'true', list: 'a | b' }[type] ?? expect.fail(type);
      expect([column, validate({ ...table, rows: [others] }), isKept({ [column]: wrong })]).toEqual([column, false, false]);
    }
    for (const missing of ['url', 'lang', 'licence', 'updated', 'count', 'rows'] as const) {
      const { [missing]: _, ...rest } = table;
      expect([missing, validate(rest)]).toEqual([missing, false]);
    }
    expect([validate({ ...table, more: 1 }), validate({ ...table, updated: 'yesterday' })]).toEqual([false, false]);
  });

  test('a schema refuses addresses that are none and days that the calendar does not write', () => {
    const validate = ajv.getSchema(`${home}data/coverage.schema.json`) ?? expect.fail('no schema');
    const table = tableOf(section, 'coverage');
    const isKept = (change: Row) => validate({ ...table, rows: [{ ...table.rows[0], ...change }] });
    expect([isKept({ url: '/coverage/x/' }), isKept({ published: '12 November 2018' }), isKept({ published: '2018-11' })]).toEqual([false, false, true]);
  });

  test.each(DATASETS)('the table %s holds the same rows in CSV, its columns in the order of its Table Schema', (name) => {
    const csv = of.text(`${root}data/${name}.csv`);
    const { rows } = tableOf(section, name);
    const [head = []] = parseCsv(csv, { to_line: 1 }) as string[][];
    expect(head).toEqual(fieldsOf(section, name).map((field) => field.name));
    expect(head).toEqual(Object.keys(rows[0] ?? {}));
    // An empty text is an empty cell, as is one that is not known.
    expect(csvRows(section, name)).toEqual(rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : cell]))));
    // RFC 4180: every row is as long as the head, or a strict reader refuses the file.
    expect(parseCsv(csv, { relax_column_count: false })).toHaveLength(rows.length + 1);
  });

  test('the Data Package describes every file as it is, byte for byte', () => {
    const sums = new Map(of.text(`${root}data/SHA256SUMS`).trimEnd().split('\n').map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)?.slice(1).toReversed() as [string, string]));
    const files = of.paths(new RegExp(`^${root}data/(?!index\\.|card\\.)`)).map((path) => path.slice(`${root}data/`.length)).filter((path) => path !== 'SHA256SUMS' && path !== 'datapackage.json');
    const hash = (path: string) => createHash('sha256').update(of.files.get(`${root}data/${path}`) ?? '').digest('hex');
    expect([...sums.keys()].sort()).toEqual(files.sort());
    expect(files.filter((path) => sums.get(path) !== hash(path))).toEqual([]);
    expect([...resources.map(({ path }) => path), ...resources.flatMap(({ jsonSchema }) => jsonSchema ?? [])].sort()).toEqual(files.sort());
    expect(resources.map(({ path, bytes, hash: said }) => [path, bytes, said])).toEqual(resources.map(({ path }) => [path, of.files.get(`${root}data/${path}`)?.length, `sha256:${hash(path)}`]));
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    expect(resources.filter(({ name }) => !/^[a-z0-9._-]+$/.test(name))).toEqual([]);
    expect(licenses.map(({ path }) => path)).toEqual([LICENCE]);
  });
});

// ---------------------------------------------------------------------------------------------------------------- twins

interface Markdown { readonly front: { readonly [key: string]: unknown }; readonly tree: Root; readonly nodes: readonly Nodes[] }
const reader = unified().use(remarkParse).use(remarkGfm);
const read = new Map<BuiltPage, Markdown>();
function markdownOf(of: BuiltSite, page: BuiltPage): Markdown {
  const known = read.get(page);
  if (known !== undefined) return known;
  const source = of.text(page.path.replace(/html$/, 'md'));
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(source) ?? expect.fail(`${page.path}: no front matter`);
  const nodes: Nodes[] = [];
  const tree = reader.parse(body);
  walk(tree, (node) => nodes.push(node));
  const markdown = { front: parseYaml(front) as Markdown['front'], tree, nodes };
  read.set(page, markdown);
  return markdown;
}
const linksIn = (node: Nodes): string[] => {
  const found: string[] = [];
  walk(node, (one) => { if (one.type === 'link' || one.type === 'definition' || one.type === 'image') found.push(one.url); });
  return found;
};
/** The words of a node; the cells of a table are parted as the record parts them. */
const plain = (node: Nodes): string => ('value' in node ? node.value : isParent(node) ? node.children.map(plain).join(node.type === 'tableRow' ? '·' : '') : '');
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Markdown as written has straight apostrophes and quotation marks and breaks its lines; the rest is the same to the letter. */
const level = (text: unknown) => String(text).replace(/['‘’]/g, '’').replace(/["“”]/g, '"').replace(/\s+/g, '');
/** The sections of a twin: the address that the heading links to, and what stands below it. */
const sectionsOf = ({ tree }: Markdown) => {
  const starts = tree.children.flatMap((node, index) => (node.type === 'heading' ? [index] : []));
  return starts.map((start, index) => ({ url: linksIn(tree.children[start] as Heading)[0] ?? '', blocks: tree.children.slice(start + 1, starts[index + 1]) }));
};

describe.each(sections)('the twins of each page of $name', ({ of, lang, home, pages }) => {
  const twins = pages.map((page) => ({ page, twin: twinOf(of, page), markdown: markdownOf(of, page) }));

  test('are there, name their page and agree on what it is', () => {
    for (const { page, twin, markdown } of twins) {
      const { title, url, updated } = twin;
      expect([page.path, url, twin.lang, twin.licence]).toEqual([page.path, page.url, lang, LICENCE]);
      expect(markdown.front).toEqual({ title, url, lang, updated, licence: LICENCE });
      expect(updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const meta = (name: string) => attribute(page.elements.find((element) => attribute(element, 'name') === name), 'content');
      expect([meta('DC.title'), meta('description'), meta('DC.date')]).toEqual([title, twin.description, updated]);
    }
  });

  test('in Markdown are one article: its title, headings that do not jump, and no markup', () => {
    for (const { page, twin, markdown: { tree, nodes } } of twins) {
      const headings = nodes.filter((node): node is Heading => node.type === 'heading');
      expect([page.path, tree.children[0]?.type, plain(tree.children[0] ?? tree)]).toEqual([page.path, 'heading', folded(twin.title)]);
      // The whole edition is many articles in one file, and names the first of them after itself.
      const titles = headings.filter(({ depth }) => depth === 1).map(plain);
      expect([page.path, titles[0], titles.length]).toEqual([page.path, folded(twin.title), page.path.endsWith('edition/index.html') ? 1 + (twin as unknown as { readonly parts: readonly unknown[] }).parts.length : 1]);
      expect([page.path, headings.filter(({ depth }, index) => depth > (headings[index - 1]?.depth ?? 0) + 1).map(plain)]).toEqual([page.path, []]);
      expect([page.path, nodes.flatMap((node) => (node.type === 'html' ? node.value : []))]).toEqual([page.path, []]);
      // No template that was left unfilled, no value that is none, no mark that lost its meaning.
      const said = nodes.flatMap((node) => (node.type === 'text' ? node.value : [])).join('\n');
      expect([page.path, said.match(/\{\w+\}|\[object |\b(NaN|Infinity)\b|\*\*|\]\(/g)]).toEqual([page.path, null]);
    }
  });

  test('in Markdown link to nothing but whole addresses', () => {
    expect(twins.flatMap(({ page, markdown: { tree } }) => linksIn(tree).filter((url) => !/^(https?:\/\/|mailto:)/.test(url)).map((url) => `${page.path}: ${url}`))).toEqual([]);
  });

  test('say the same words, passage by passage', () => {
    let count = 0;
    for (const { page, twin, markdown } of twins) {
      const lists = twin as unknown as { [name: string]: { url: string; text?: string; definition?: string }[] | undefined };
      const below = new Map(sectionsOf(markdown).map(({ url, blocks }) => [url, level(blocks.map(plain).join('\n'))]));
      const passages = [...(lists['passages'] ?? []), ...(twin.type === 'record' ? lists['claims'] ?? [] : []), ...(twin.type === 'timeline' ? lists['events'] ?? [] : [])];
      for (const { url, text = '' } of passages) {
        const said = below.get(url) ?? expect.fail(`${page.path}: no section ${url}`);
        // What a component shows stands among the words of a page.
        expect([url, twin.type === 'page' ? text.split('\n').every((line) => said.includes(level(line))) : said.endsWith(level(text))]).toEqual([url, true]);
      }
      if (twin.type === 'glossary') for (const { definition } of lists['terms'] ?? []) expect(level(plain(markdown.tree))).toContain(level(definition));
      count += passages.length;
    }
    expect(count).toBeGreaterThan(pages.length);
  });

  test('link from a record to what its page links to, and to nothing else', () => {
    for (const { page, markdown } of twins.filter(({ twin }) => twin.type === 'record')) {
      // What the page adds to its words: permalinks, terms, citations, and who speaks of a claim.
      const within = (element: Element): Element[] => (hasClass(element, 'cite-tools', 'notes', 'permalink', 'term') ? []
        : [element, ...element.childNodes.flatMap((node) => ('tagName' in node ? within(node) : []))]);
      const main = within(page.elements.find(named('main')) ?? expect.fail(page.path));
      const html = main.filter((element) => hasClass(element, 'passage')).flatMap(within).filter(named('a')).map((link) => of.whole(attribute(link, 'href') ?? '', page));
      const markup = sectionsOf(markdown).slice(1).flatMap(({ url, blocks }) => [...(url.startsWith(page.url) ? [] : [url]), ...blocks.flatMap(linksIn)]);
      const inside = (urls: readonly string[]) => [...new Set(urls.filter((url) => url.startsWith(of.home)))].sort();
      expect([page.path, inside(markup)]).toEqual([page.path, inside(html)]);
    }
  });

  test('of a principle mark the words of every passage that speaks of it', () => {
    let count = 0;
    for (const { page, twin, markdown } of twins.filter(({ twin: { type } }) => type === 'principle')) {
      const marked = new Map<string, string[]>();
      for (const item of sectionsOf(markdown).flatMap(({ blocks }) => blocks).flatMap((block) => (block.type === 'list' ? block.children : []))) {
        const from = linksIn(item)[0] ?? '';
        walk(item, (node) => { if (node.type === 'strong') marked.set(from, [...(marked.get(from) ?? []), level(plain(node))]); });
      }
      const { backlinks } = twin as unknown as { backlinks: { from: string; words: string }[] };
      expect([page.path, backlinks.filter(({ from, words }) => !marked.get(from)?.includes(level(words)))]).toEqual([page.path, []]);
      count += backlinks.length;
    }
    expect(count).toBeGreaterThan(0);
  });

  test('lead from no language to another but where the two stand side by side', () => {
    const others = sections.filter((section) => section.of === of && section.lang !== lang).map((section) => section.home).filter((other) => other !== of.home);
    const strays = twins.filter(({ twin }) => twin.type !== 'parallel').flatMap(({ page, markdown: { tree } }) =>
      linksIn(tree).filter((url) => (lang === DEFAULT_LANG ? others.some((other) => url.startsWith(other)) : url.startsWith(of.home) && !url.startsWith(home) && !url.endsWith('states.svg'))).map((url) => `${page.path}: ${url}`));
    expect(strays).toEqual([]);
  });
});

// ---------------------------------------------------------------------------------------------------------------- links

describe.each(sites)('no address of $name is dead', ({ of }) => {
  const dead = (urls: readonly string[]) => urls.filter((url) => !of.reaches(url));

  test.each(['json', 'md', 'jsonld', 'csv', 'txt', 'bib', 'ris', 'xml', 'atom'])('in any .%s file', (ending) => {
    // In CSV an address may end where a comma parts it from the next cell.
    const textIn = (path: string) => (ending === 'csv' ? (parseCsv(of.text(path)) as string[][]).flat().join('\n') : of.text(path));
    // security.txt stands at the root of the host, wherever the site does.
    const found = of.paths(new RegExp(`^(?!\\.well-known/).*\\.${ending}$`)).map((path) => ({ path, urls: of.addressesIn(textIn(path)) }));
    expect(found.flatMap(({ path, urls }) => dead(urls).map((url) => `${path}: ${url}`))).toEqual([]);
    expect(found.reduce((sum, { urls }) => sum + urls.length, 0)).toBeGreaterThan(0);
  });

  test('in the head of any page', () => {
    const faults = of.pages.flatMap((page) => {
      const head = elementsOf(page.elements.find(named('head')) ?? expect.fail(page.path));
      const urls = head.flatMap((element) => [attribute(element, 'href'), attribute(element, 'src'), attribute(element, 'content')].filter((url) => url !== undefined))
        .filter((url) => /^(\/|\.|https?:)/.test(url)).map((url) => of.whole(url, page)).filter((url) => url.startsWith(of.origin));
      return dead(urls).map((url) => `${page.path}: ${url}`);
    });
    expect(faults).toEqual([]);
  });

  test('in the structured data of any page, whose ids name their page', () => {
    const faults = of.pages.flatMap((page) => [...nodesIn(graphOf(page))].flatMap((node) => Object.entries(node).flatMap(([property, value]) =>
      of.addressesIn(typeof value === 'string' ? value : '').filter((url) => (property === '@id' ? !of.reachesPage(url) : !of.reaches(url))).map((url) => `${page.path}: ${url}`))));
    expect(faults).toEqual([]);
  });
});

// ------------------------------------------------------------------------------------------------------------ citations

interface Csl { readonly [field: string]: unknown; readonly id: string; readonly title: string; readonly URL?: string; readonly language: string; readonly abstract?: string }
/** `https://…/coverage/x/#c7`, `bib` → `coverage/x/cite/c7.bib`. */
const citationPath = ({ of }: Section, url: string, form: string) => {
  const [page = '', id] = url.slice(of.home.length).split('#');
  return `${page}cite${id === undefined ? '' : `/${id}`}.${form}`;
};
const urlsIn = (section: Section, ...names: readonly DatasetName[]) => names.flatMap((name) => tableOf(section, name).rows.map(({ url }) => String(url)));
const citablesIn = (section: Section) => [`${section.home}call/`, ...urlsIn(section, 'text', 'principles', 'coverage', 'claims', 'questions', 'terms')];
const oursIn = (section: Section) => citablesIn(section).map((url) => citationPath(section, url, 'json'));
const worksIn = (section: Section) => [`${section.home}call/`, ...urlsIn(section, 'coverage')].map((url) => citationPath(section, url, 'json').replace('cite.json', 'cite/original.json'));

describe.each(languages)('a citation of $name', (section) => {
  const { of, root } = section;
  const cslIn = (path: string) => of.json<readonly Csl[]>(path);
  const [citables, ours, works] = [citablesIn(section), oursIn(section), worksIn(section)];
  const lists = ofKind(section, 'list', 'coverage').map(({ path }) => path.replace('index.html', 'cite.json'));

  test('stands in four files for whatever can be cited, and in three for each publication and each list', () => {
    const expected = [...ours.flatMap((path) => ['bib', 'ris', 'json', 'txt'].map((form) => path.replace(/json$/, form))),
      ...[...works, ...lists].flatMap((path) => ['bib', 'ris', 'json'].map((form) => path.replace(/json$/, form)))];
    const others = LANGUAGES.map((lang) => `${lang}/`).filter((other) => other !== root);
    expect(of.paths(/(^|\/)cite(\/(?!index)[^/]+)?\.(bib|ris|json|txt)$/).filter((path) => path.startsWith(root) && !others.some((other) => path.startsWith(other))).sort()).toEqual(expected.sort());
    expect(ours.length).toBeGreaterThan(0);
  });

  test('is one record, with the address that it cites and the words that stand there', () => {
    const claims = new Map(tableOf(section, 'claims').rows.map(({ url, text }) => [url, text]));
    for (const [index, path] of ours.entries()) {
      const [record, ...more] = cslIn(path);
      const url = citables[index] ?? '';
      expect([path, record?.URL, record?.language, more]).toEqual([path, url, section.lang, []]);
      expect([path, (record?.title ?? '') !== '', (record?.abstract ?? '') !== '']).toEqual([path, true, true]);
      expect([path, claims.get(url) ?? record?.abstract]).toEqual([path, record?.abstract]);
      const text = of.text(path.replace(/json$/, 'txt'));
      expect([path, text.startsWith(`${record?.abstract}\n\nAPA: `), text.includes('\nChicago: '), of.addressesIn(text).includes(url)]).toEqual([path, true, true, true]);
    }
  });

  test('of a list is one of each of its publications, copies too', () => {
    for (const path of lists) {
      const { coverage } = of.json<{ coverage: { slug: string }[] }>(path.replace('cite.json', 'index.json'));
      expect([path, cslIn(path)]).toEqual([path, coverage.flatMap(({ slug }) => cslIn(`${root}coverage/${slug}/cite/original.json`))]);
      expect([path, cslIn(path).length]).toEqual([path, coverage.length]);
    }
  });

  /** A title and an address as any reader of a format may give them back: marks of its own left out, all spaces one. */
  const told = (records: readonly { readonly [field: string]: unknown }[]) => records.map(({ title, URL }) => [folded(String(title).replace(/<[^>]+>/g, '')), URL]);
  const paths = [...ours, ...works, ...lists];
  const records = paths.flatMap(cslIn);

  test.each([['bib', '@biblatex/text'], ['bib', '@bibtex/text'], ['ris', '@ris/file']] as const)('in .%s is read by citation-js as %s: its title, its address', (form, forceType) => {
    expect(told(new Cite(paths.map((path) => of.text(path.replace(/json$/, form))).join('\n'), { forceType }).data)).toEqual(told(records));
  });

  test('in .json is CSL-JSON, which citation-js takes as it is', () => {
    expect(told(new Cite(structuredClone(records)).data)).toEqual(told(records));
  });
});

test('a citation has a key that no other has, in whatever language', () => {
  const ours = languages.flatMap((section) => oursIn(section).flatMap((path) => section.of.json<readonly Csl[]>(path).map(({ id }) => id)));
  const works = languages.map((section) => worksIn(section).flatMap((path) => section.of.json<readonly Csl[]>(path).map(({ id }) => id)));
  // A publication is one work, whichever of our languages tells of it.
  const keys = [...ours, ...new Set(works.flat())];
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(works.filter((ids) => new Set(ids).size !== ids.length)).toEqual([]);
  expect(keys.filter((key) => !/^[a-z0-9-]+$/.test(key))).toEqual([]);
});

// ------------------------------------------------------------------------------------------------------ structured data

function graphOf(page: BuiltPage): readonly Node[] {
  const blocks = page.elements.filter((element) => element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json');
  expect([page.path, blocks.length]).toEqual([page.path, 1]);
  const [text] = blocks[0]?.childNodes ?? [];
  const document = JSON.parse(text !== undefined && 'value' in text ? text.value : '') as { '@context': string; '@graph': readonly Node[] };
  expect(Object.keys(document)).toEqual(['@context', '@graph']);
  expect(document['@context']).toBe('https://schema.org');
  return document['@graph'];
}

describe.each(sections)('the structured data of $name', (section) => {
  const { of, lang, root, home, pages } = section;
  const graphs = pages.map((page) => ({ page, graph: graphOf(page) }));
  const ofType = (path: string, ...types: readonly string[]) => graphOf(of.page(root + path)).filter((node) => types.includes(node['@type'] ?? ''));
  const call = `${home}call/#the-call`;

  test('expand, node for node', async () => {
    for (const { page, graph } of graphs) {
      const nodes = await expanded({ '@context': 'https://schema.org', '@graph': graph });
      expect([page.path, nodes.length, nodes.every((node) => Array.isArray(node['@type']))]).toEqual([page.path, graph.length, true]);
    }
  });

  test('define every id that they name, once', () => {
    expect(graphs.flatMap(({ page, graph }) => danglingIn(graph).map((fault) => `${page.path}: ${fault}`))).toEqual([]);
  });

  test('give each type the properties that it must have, and no others', () => {
    expect(graphs.flatMap(({ page, graph }) => faultsOf(graph).map((fault) => `${page.path}: ${fault}`))).toEqual([]);
  });

  test('describe the page itself, and the way to it on all but the home page', () => {
    for (const { page, graph } of graphs) {
      const self = graph.find((node) => node['@id'] === page.url);
      const { title, description, updated } = twinOf(of, page);
      expect([page.path, self?.['name'], self?.['description'], self?.['dateModified'], self?.['url']]).toEqual([page.path, title, description, updated, page.url]);
      const crumbs = graph.filter((node) => node['@type'] === 'BreadcrumbList');
      expect([page.path, crumbs.length]).toEqual([page.path, page.url === home ? 0 : 1]);
      if (page.url === home) continue;
      const items = crumbs[0]?.['itemListElement'] as { name: string; item: string }[];
      expect([items[0]?.item, items.at(-1)?.item, items.at(-1)?.name]).toEqual([home, page.url, title]);
      // The same steps as a reader sees, where there are any between the home page and this one.
      const shown = page.elements.filter((element) => element.tagName === 'nav' && attribute(element, 'aria-label') === wordsOf(lang).site.crumbs).flatMap(elementsOf).filter(named('a'));
      if (items.length > 2) expect(shown.map((link) => of.whole(attribute(link, 'href') ?? '', page)).slice(-(items.length - 2))).toEqual(items.slice(1, -1).map(({ item }) => item));
    }
  });

  test('say of the Call that it is a declaration with nine parts', () => {
    const [whole, ...parts] = ofType('call/', 'Legislation');
    expect([whole?.['@id'], whole?.['legislationDate'], parts.length]).toEqual([call, '2018-11-12', 9]);
    expect(whole?.['hasPart']).toEqual(parts.map((part) => ({ '@id': part['@id'] })));
  });

  test('say of each principle that it is a part of the Call', () => {
    for (const { number, url } of tableOf(section, 'principles').rows) {
      const [principle, whole] = ofType(`principles/${number}/`, 'Legislation');
      expect([principle?.['@id'], principle?.['legislationIdentifier'], principle?.['isPartOf'], whole?.['@id']]).toEqual([`${url}#principle`, String(number), { '@id': call }, call]);
    }
  });

  test('name of each record the publication, with those who wrote it', () => {
    for (const { slug, original, title, authors, corporateAuthors, published } of tableOf(section, 'coverage').rows) {
      const [work] = ofType(`coverage/${slug}/`, 'NewsArticle', 'Article', 'Report');
      expect([slug, work?.['headline'], work?.['url'] ?? null, work?.['datePublished'] ?? null]).toEqual([slug, title, original, published]);
      const named = list(authors).length + list(corporateAuthors).length;
      if (named > 0) expect([slug, (work?.['author'] as unknown[]).length]).toEqual([slug, named]);
    }
  });

  test('hold of a question its answer, of the glossary its terms, of the data a data set, of the home page the search', () => {
    for (const { slug, question, answer } of tableOf(section, 'questions').rows) {
      const [asked] = ofType(`questions/${slug}/`, 'Question');
      expect([asked?.['name'], (asked?.['acceptedAnswer'] as { text: string }).text]).toEqual([question, answer]);
    }
    expect(ofType('glossary/', 'DefinedTerm').map((term) => term['name']).sort()).toEqual(tableOf(section, 'terms').rows.map(({ term }) => term).sort());
    expect(ofType('data/', 'Dataset')).toHaveLength(1);
    expect(ofType('', 'WebSite')[0]?.['potentialAction']).toEqual({ '@type': 'SearchAction', target: `${home}search/?q={query}`, 'query-input': 'required name=query' });
  });

  test('say of a page of which kind it is', () => {
    const types = Object.fromEntries(graphs.map(({ page, graph }) => [twinOf(of, page).type, graph.find((node) => node['@id'] === page.url)?.['@type']]));
    expect(types).toEqual({
      home: 'WebPage', call: 'WebPage', 'call-mentions': 'WebPage', mentions: 'WebPage', principles: 'CollectionPage', principle: 'WebPage', 'principle-mentions': 'WebPage', coverage: 'CollectionPage',
      record: 'WebPage', facet: 'CollectionPage', list: 'CollectionPage', preamble: 'WebPage', questions: 'CollectionPage', question: 'QAPage', glossary: 'WebPage', timeline: 'WebPage', events: 'WebPage',
      variants: 'WebPage', corrections: 'WebPage', page: 'WebPage', search: 'SearchResultsPage', edition: 'WebPage', ...(languages.length > 1 && { parallel: 'WebPage' }),
    });
  });
});

// ----------------------------------------------------------------------------------------------------------------- head

describe.each(sections)('the head of each page of $name', (section) => {
  const { of, lang, home, pages } = section;
  const heads = pages.map((page) => {
    const elements = elementsOf(page.elements.find(named('head')) ?? expect.fail(page.path));
    const meta = (name: string) => elements.filter((element) => attribute(element, 'name') === name || attribute(element, 'property') === name).map((element) => attribute(element, 'content') ?? '');
    const links = (rel: string, type?: string) => elements.filter((element) => element.tagName === 'link' && attribute(element, 'rel') === rel && (type === undefined || attribute(element, 'type') === type))
      .map((element) => of.whole(attribute(element, 'href') ?? '', page));
    return { page, meta, links, title: wordsIn(elements.find(named('title')) ?? expect.fail(page.path)), twin: twinOf(of, page) };
  });

  test('has a title of at most 60 letters and a description of at most 160, like no other', () => {
    expect(heads.filter(({ title }) => title === '' || title.length > 60).map(({ title }) => title)).toEqual([]);
    expect(heads.filter(({ meta }) => meta('description').length !== 1 || meta('description').some((text) => text === '' || text.length > 160)).map(({ page }) => page.path)).toEqual([]);
    for (const values of [heads.map(({ title }) => title), heads.map(({ meta }) => meta('description').join())])
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  });

  test('says where it is, once, and where its twins and feeds are', () => {
    for (const { page, links, meta, twin } of heads) {
      expect([links('canonical'), meta('og:url'), meta('DC.identifier')]).toEqual([[page.url], [page.url], [page.url]]);
      expect(links('alternate', 'text/markdown')).toEqual([`${page.url}index.md`]);
      expect(links('alternate', 'application/json')).toEqual([`${page.url}index.json`]);
      const followed = [home, ...(twin.type === 'principle' || twin.type === 'corrections' ? [page.url] : [])];
      expect([page.path, links('alternate', 'application/atom+xml')]).toEqual([page.path, followed.map((url) => `${url}feed.atom`)]);
      expect(links('alternate', 'application/feed+json')).toEqual(followed.map((url) => `${url}feed.json`));
      expect(links('alternate', 'application/json+oembed')).toEqual(twin.type === 'principle' ? [`${page.url}oembed.json`] : []);
      expect([links('license'), links('search')]).toEqual([[LICENCE], [`${home}opensearch.xml`]]);
    }
  });

  test('names itself in Dublin Core, a record with its source', () => {
    const originals = new Map(tableOf(section, 'coverage').rows.map(({ slug, original }) => [slug, original]));
    for (const { page, meta, twin, links } of heads) {
      const names = ['title', 'identifier', 'publisher', 'date', 'language', 'type', 'rights'].map((name) => meta(`DC.${name}`));
      expect(names).toEqual([[twin.title], [page.url], [wordsOf(lang).site.name], [twin.updated], [lang], ['Text'], [LICENCE]]);
      const source = twin.type === 'record' ? originals.get(String(twin['slug'])) : undefined;
      expect([page.path, meta('DC.source')]).toEqual([page.path, typeof source === 'string' ? [source] : []]);
      expect(links('schema.DC')).toEqual(['http://purl.org/dc/terms/']);
    }
  });

  test('shows a picture of the size that it says', () => {
    for (const { page, meta } of heads) {
      const [image = ''] = meta('og:image');
      expect([page.path, of.reaches(image), meta('og:image:width'), meta('og:image:height'), meta('og:image:alt').length]).toEqual([page.path, true, ['1200'], ['630'], 1]);
      const bytes = of.files.get(image.slice(of.home.length)) ?? Buffer.alloc(0);
      // A PNG begins with eight bytes of its own; the first chunk, IHDR, with the width and the height.
      expect([page.path, bytes.toString('latin1', 1, 4), bytes.toString('latin1', 12, 16), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([page.path, 'PNG', 'IHDR', 1200, 630]);
    }
  });

  test('keeps the page for printing, and no other, from search engines', () => {
    expect(heads.filter(({ meta }) => meta('robots').length > 0).map(({ page, meta }) => [page.url, ...meta('robots')])).toEqual([[`${home}edition/`, 'noindex']]);
  });
});

test.each(sites)('nowhere does $name pass a page off as a paper', ({ of }) => {
  expect(of.paths(/\.html$/).filter((path) => /citation_(title|author|journal)/.test(of.text(path)))).toEqual([]);
});

// ------------------------------------------------------------------------------------------------- what search engines read

const NAMES = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', x: 'http://www.w3.org/1999/xhtml', o: 'http://a9.com/-/spec/opensearch/1.1/' };
const found = (document: XmlDocument, path: string) => document.find(path, NAMES).map(({ content }) => content);

describe.each(sites)('for search engines $name has', ({ of }) => {
  const schema = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync('tests/sitemap.xsd', 'utf8')));

  test('a sitemap of every page but those for printing, each with its day', () => {
    const document = XmlDocument.fromString(of.text('sitemap.xml'));
    expect(() => schema.validate(document)).not.toThrow();
    const days = found(document, '//s:url/s:lastmod');
    const expected = of.pages.filter((page) => page.url !== `${page.home}edition/`).map((page) => `${page.url} ${twinOf(of, page).updated}`);
    expect(found(document, '//s:url/s:loc').map((url, index) => `${url} ${days[index]}`).sort()).toEqual(expected.sort());
  });

  test('in it for each page the same in other languages, and that page names it in turn', () => {
    const pairs = XmlDocument.fromString(of.text('sitemap.xml')).find('//s:url', NAMES).map((node) => [node.get('s:loc', NAMES)?.content ?? '', node.find('x:link[@hreflang!="x-default"]/@href', NAMES).map(({ content }) => content)] as const);
    const others = new Map(pairs);
    const tailOf = (url: string) => url.slice((of.pages.find((page) => page.url === url)?.home ?? '').length);
    for (const [url, alternates] of pairs) {
      const expected = of.pages.filter((page) => tailOf(page.url) === tailOf(url)).map((page) => page.url);
      expect([url, [...alternates].sort()]).toEqual([url, expected.length < 2 ? [] : expected.sort()]);
      expect(alternates.filter((other) => !others.get(other)?.includes(url))).toEqual([]);
    }
  });

  test('a robots.txt that lets everything be read and names the sitemap', () => {
    // RFC 9309: groups of a user agent and its rules, one a line.
    expect(of.text('robots.txt').split('\n')).toEqual(['User-agent: *', 'Allow: /', '', `Sitemap: ${of.home}sitemap.xml`, '']);
  });
});

describe.each(sections)('in $name', ({ of, lang, root, home, pages }) => {
  test('a browser finds a description of the search', () => {
    const document = XmlDocument.fromString(of.text(`${root}opensearch.xml`));
    const [[name = ''], [description = '']] = [found(document, '/o:OpenSearchDescription/o:ShortName'), found(document, '/o:OpenSearchDescription/o:Description')];
    expect([name.length > 0 && name.length <= 16, description.length > 0 && description.length <= 1024]).toEqual([true, true]);
    expect(found(document, '/o:OpenSearchDescription/o:Url[@type="text/html"]/@template')).toEqual([`${home}search/?q={searchTerms}`]);
    expect([found(document, '//o:InputEncoding'), found(document, '//o:Language'), found(document, '//o:Image')]).toEqual([['UTF-8'], [lang], [`${of.home}icon.svg`]]);
    const page = of.page(`${root}search/`);
    const form = page.elements.find((element) => element.tagName === 'form' && elementsOf(element).some((input) => attribute(input, 'name') === 'q'));
    expect(of.whole(attribute(form, 'action') ?? '', page)).toBe(`${home}search/`);
  });

  test('a language model finds a title, a summary and lists of links to the twins in Markdown', () => {
    const { children } = reader.parse(of.text(`${root}llms.txt`));
    expect(children.map((node) => (node.type === 'heading' ? `h${node.depth}` : node.type))).toEqual(['h1', 'blockquote', 'paragraph', 'h2', 'list', 'h2', 'list', 'h2', 'list', 'h2', 'list']);
    const items = children.flatMap((node) => (node.type === 'list' ? node.children : []));
    const twins = new Map(pages.map((page) => [`${page.url}index.md`, twinOf(of, page)]));
    for (const item of items) {
      const [url = '', ...more] = linksIn(item);
      const { title, description } = twins.get(url) ?? expect.fail(url);
      expect([more, folded(plain(item))]).toEqual([[], folded(`${title}: ${description}`)]);
    }
    const kinds = new Set(['call', 'principles', 'principle', 'coverage', 'record', 'questions', 'question', 'glossary', 'timeline', 'preamble', 'variants', 'corrections', 'page']);
    const listed = items.map((item) => linksIn(item)[0] ?? '').filter((url) => twins.get(url)?.type !== 'parallel');
    expect(listed.sort()).toEqual([...twins].filter(([, { type }]) => kinds.has(type)).map(([url]) => url).sort());
  });
});

// ---------------------------------------------------------------------------------------------------------------- feeds

interface JsonFeed { readonly items: readonly { readonly id: string; readonly url: string; readonly title: string }[] }
const feedPaths = ({ root, ...section }: Section) => ['', 'corrections/', ...tableOf({ root, ...section }, 'principles').rows.map(({ number }) => `principles/${number}/`)].map((path) => `${root}${path}feed`);

describe.each(sections)('a feed of $name', (section) => {
  const { of, root, home } = section;
  const feeds = feedPaths(section).map((path) => ({ path, document: XmlDocument.fromString(of.text(`${path}.atom`)), json: of.json<JsonFeed>(`${path}.json`) }));

  test('is what validators ask', () => {
    for (const { path, document, json } of feeds) {
      expect([path, brokenInAtom(document, `${of.home}${path}.atom`, today())]).toEqual([path, []]);
      expect([path, brokenInJson(json, `${of.home}${path}.json`, today())]).toEqual([path, []]);
    }
  });

  test('has an id of its own, and a record the same in each', () => {
    const ids = feeds.map(({ document }) => texts(document, '/a:feed/a:id')[0] ?? '');
    expect(new Set(ids).size).toBe(feeds.length);
    const byUrl = new Map<string, Set<string>>();
    for (const { json } of feeds) for (const { id, url } of json.items) byUrl.set(url, (byUrl.get(url) ?? new Set()).add(id));
    const items = [...byUrl.values()].flatMap((known) => [...known]);
    expect([...byUrl].filter(([, known]) => known.size !== 1)).toEqual([]);
    expect([new Set(items).size, items.filter((id) => ids.includes(id))]).toEqual([byUrl.size, []]);
  });

  test('holds what the tables hold, a hundred items at most, alike in both forms', () => {
    for (const { path, document, json } of feeds) {
      const number = /principles\/(\d)\//.exec(path)?.[1];
      const expected = path === `${root}corrections/feed` ? urlsIn(section, 'corrections')
        : tableOf(section, 'coverage').rows.filter((row) => number === undefined || list(row['principles']).includes(number)).map(({ url }) => String(url));
      const items = json.items.map(({ url }) => url);
      expect([path, items.length, items.filter((url) => !expected.includes(url))]).toEqual([path, Math.min(100, expected.length), []]);
      expect(all(document, '//a:entry/a:link[@rel="alternate"]/@href').map(({ content }) => content)).toEqual(items);
      expect(texts(document, '//a:entry/a:title')).toEqual(json.items.map(({ title }) => title));
    }
  });

  test('names in its page where it is to be read', () => {
    const homes = feeds.map(({ document }) => texts(document, '/a:feed/a:link[@rel="alternate" and @type="text/html"]/@href')[0] ?? '');
    expect(homes.filter((url) => !url.startsWith(home) || !of.reaches(url))).toEqual([]);
  });
});

describe('the feeds', () => {
  test('are those and no others', () => {
    for (const { of } of sites) {
      const expected = sections.filter((section) => section.of === of).flatMap(feedPaths).flatMap((path) => [`${path}.atom`, `${path}.json`]);
      expect(of.paths(/(^|\/)feed\.(atom|json)$/).sort()).toEqual(expected.sort());
    }
  });

  test('have the same ids wherever the site is served, and no two languages the same', () => {
    const ids = sites.map(({ of }) => sections.filter((section) => section.of === of).flatMap(({ root }) => of.json<JsonFeed>(`${root}feed.json`).items.map(({ id }) => id)));
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
  });
});

// ---------------------------------------------------------------------------------------------------------- annotations

interface Annotation { id: string; type: string; motivation: string; body: [{ type: string; source: string; selector: { type: string; exact: string } }, { type: string; purpose: string; value: string }]; target: string }
interface Collection { '@context': string; id: string; type: string; label: string; total: number; first: { id: string; type: string; startIndex: number; items: Annotation[] } }

describe.each(sections)('the annotations of $name', (section) => {
  const { of, lang, root, home } = section;
  const collection = of.json<Collection>(`${root}data/annotations.jsonld`);
  const { first: { items } } = collection;

  test('are a collection of the W3C’s model, as long as the table of links', () => {
    const at = `${home}data/annotations.jsonld`;
    expect({ ...collection, label: '', first: { ...collection.first, items: [] } }).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld', id: at, type: 'AnnotationCollection', label: '', total: items.length, first: { id: `${at}#page`, type: 'AnnotationPage', language: lang, startIndex: 0, items: [] },
    });
    const { count, rows } = tableOf(section, 'links');
    expect(items.length).toBe(count);
    expect(items.map(({ body: [{ source, selector }, { value }], target }) => [source, selector.exact, value, target].join(' '))).toEqual(rows.map(({ from, words, kind, to }) => [from, words, kind, to].join(' ')));
  });

  test('have each an id, a target and a body that names its source and its words', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats(ajv);
    const address = { type: 'string', format: 'uri' };
    const words = { type: 'string', minLength: 1 };
    const object = (properties: object, optional: object = {}) => ({ type: 'object', required: Object.keys(properties), properties: { ...properties, ...optional }, additionalProperties: false });
    // https://www.w3.org/TR/annotation-model/: an id and a type, one or more targets, bodies; the quotation of 4.2.4.
    const validate = ajv.compile(object({
      id: address, type: { const: 'Annotation' }, motivation: { enum: ['describing', 'assessing', 'linking'] }, target: address,
      body: { type: 'array', minItems: 2, maxItems: 2, items: false, prefixItems: [
        object({ type: { const: 'SpecificResource' }, source: address, selector: object({ type: { const: 'TextQuoteSelector' }, exact: words }, { prefix: words, suffix: words }) }),
        object({ type: { const: 'TextualBody' }, purpose: { const: 'tagging' }, value: words }),
      ] },
    }));
    expect(items.filter((item) => !validate(item)).map(({ id }) => id)).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.flatMap(({ target, body: [{ source }] }) => [target, source]).filter((url) => !of.reaches(url))).toEqual([]);
  });

  test('expand without losing a word', async () => {
    const [whole] = await expanded(collection);
    const page = (whole?.['http://www.w3.org/ns/activitystreams#first'] as { [key: string]: { '@list': unknown[] }[] }[])[0];
    expect(page?.['http://www.w3.org/ns/activitystreams#items']?.[0]?.['@list']).toHaveLength(items.length);
    await expect(expanded({ ...collection, note: 'no term of the model' })).rejects.toThrow();
  });
});

// --------------------------------------------------------------------------------------------------------------- ledger

describe('of the ledger', () => {
  const [section = expect.fail('no site')] = languages;
  const { of, pages } = section;
  const released = new Set([...readLedger(readFileSync('content/ledger.txt', 'utf8')).map(({ address }) => address), ...MACHINE_ADDRESSES]);
  // The site at the root is built as a release, which has them all.
  const files = [...released].filter((address) => /\/[^/#]+$/.test(address) && !address.includes('*'));
  const isThere = (address: string) => of.files.has(address.slice(1));

  const all = pages.map(({ path }) => `/${path.replace('index.html', '')}`);
  const rows = (...names: readonly DatasetName[]) => urlsIn(section, ...names).map((url) => `/${url.slice(of.home.length)}`);
  const principles = rows('principles');
  const wholes = ['/call/', ...rows('principles', 'coverage', 'questions')];
  const lists = ofKind(section, 'list', 'coverage').map(({ path }) => `/${path.replace('index.html', '')}`);
  const shared = new Set(ofKind(section, 'list', 'facet', 'events', 'call-mentions', 'principle-mentions', 'mentions').map(({ path }) => `/${path.replace('index.html', '')}`));
  const below = (of: readonly string[], name: string) => of.map((page) => `${page}${name}`);
  const within = (form: string) => rows('text', 'claims', 'terms').map((url) => `${url.replace('#', 'cite/')}.${form}`);
  /** Starred form → what it stands for. */
  const FORMS: { readonly [form: string]: readonly string[] } = {
    '/*/index.md': below(all, 'index.md'), '/*/index.json': below(all, 'index.json'), '/*/card.png': below(all.filter((page) => !shared.has(page)), 'card.png'),
    '/*/cite.txt': below(wholes, 'cite.txt'), '/*/cite/*.txt': within('txt'),
    ...Object.fromEntries(['bib', 'ris', 'json'].flatMap((form) => [
      [`/*/cite.${form}`, below([...wholes, ...lists], `cite.${form}`)], [`/*/cite/*.${form}`, within(form)], [`/*/cite/original.${form}`, below(['/call/', ...rows('coverage')], `cite/original.${form}`)],
    ])),
    ...Object.fromEntries(['feed.atom', 'feed.json', 'embed.txt', 'oembed.json'].map((name) => [`/principles/*/${name}`, below(principles, name)])),
  };

  test('every file is there', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((address) => !isThere(address))).toEqual([]);
  });

  test.each([...released].filter((address) => address.includes('*')))('%s stands for what is there', (form) => {
    const expected = FORMS[form] ?? expect.fail(`${form}: say here what it stands for`);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter((address) => !isThere(address))).toEqual([]);
  });

  test('every form covers all that is built, in whatever language', () => {
    const covered = new Set([...files, ...Object.values(FORMS).flat()]);
    // Whatever begins with a sign is for hosts: _headers, .well-known/security.txt.
    const others = /\.html$|^[_.]|^pagefind\/|^addresses\.json$|\.svg$/;
    const forms = [...released].filter((address) => address.includes('*')).map((form) => new RegExp(`^${form.split('*').map((part) => RegExp.escape(part)).join('.*')}$`.replace('^\\/.*\\/', '^\\/(.*\\/)?')));
    expect(of.paths(/./).filter((path) => !others.test(path) && !path.startsWith('fr/') && !covered.has(`/${path}`))).toEqual([]);
    expect(of.paths(/^fr\//).map((path) => path.slice(2)).filter((path) => !others.test(path) && !files.includes(path) && !forms.some((form) => form.test(path)))).toEqual([]);
  });
});

test.each(sections)('an embed of $name is HTML that says whence it is, and oEmbed holds the same', (section) => {
  const { of, lang, root } = section;
  for (const { number, url, aim } of tableOf(section, 'principles').rows) {
    const html = of.text(`${root}principles/${number}/embed.txt`);
    const oembed = of.json<object>(`${root}principles/${number}/oembed.json`);
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich', html, title: twinOf(of, of.page(`${root}principles/${number}/`)).title });
    expect(html).toContain(`<blockquote cite="${url}" lang="${lang}"><p>${String(aim).replace(/'/g, '&#39;')}</p></blockquote>`);
    expect(html).toContain(`<a href="${url}">`);
  }
});
