/**
 * Every file of an edition that is made for programs, by its address: twins, citations, tables, feeds, embeds, and what
 * search engines read. The build writes them; while authors write, the development server hands them out.
 */
import { createHash } from 'node:crypto';
import { annotationsOf } from './annotations.ts';
import { COVERAGE_INDEX, DATA, fragmentOf, HOME, pageOf, type Address } from './addresses.ts';
import { citationFile, citationText, type Citable } from './citations.ts';
import { csvOf, datasetsOf, jsonSchemaOf, tableSchemaOf } from './datasets.ts';
import { embedOf, oembedOf } from './embeds.ts';
import { feedsOf } from './edition-feeds.ts';
import { atomOf, jsonFeedOf } from './feeds.ts';
import { llmsOf } from './llms.ts';
import { CITATION_FORMS, citationAddress, dataAddress, dataFile, DATASETS, embedAddress, feedAddress, formerAddresses, LLMS, oembedAddress, OPENSEARCH, ROBOTS, SITEMAP, twinAddress } from './machine-addresses.ts';
import { markdownTwin } from './markdown-twins.ts';
import type { Edition } from './record.ts';
import { openSearchOf, robotsOf, sitemapsOf } from './sitemap.ts';
import { LICENCE, twinOf } from './twins.ts';
import type { View } from './view.ts';

export interface MachineFile {
  readonly address: Address;
  readonly text: string;
}
interface Site { readonly edition: Edition; readonly view: View }

const file = (address: string, text: string): MachineFile => ({ address: address as Address, text });
const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/**
 * The files of one language, one at a time, so that a large record need not be held twice. Where a page or a passage has
 * moved, its files stand under the old addresses too: not every host leads a program on.
 */
export function* machineFiles(site: Site): Generator<MachineFile> {
  const { moved, formerPages } = site.edition;
  if (moved.size === 0 && formerPages.size === 0) return yield* filesOf(site);
  for (const one of filesOf(site)) {
    yield one;
    for (const address of formerAddresses(one.address, site.view)) yield { ...one, address };
  }
}

function* filesOf({ edition, view }: Site): Generator<MachineFile> {
  for (const page of view.pages) {
    yield file(twinAddress(page.address, 'md'), markdownTwin(edition, view, page));
    yield file(twinAddress(page.address, 'json'), json(twinOf(edition, view, page)));
  }
  yield* citationFiles(edition, view);
  for (const [page, feed] of feedsOf(edition, view)) {
    yield file(feedAddress(page, 'atom'), atomOf(feed));
    yield file(feedAddress(page, 'json'), jsonFeedOf(feed));
  }
  for (const principle of edition.principles) {
    yield file(embedAddress(principle.number), embedOf(edition, view, principle));
    yield file(oembedAddress(principle.number), json(oembedOf(edition, view, principle)));
  }
  yield* dataFiles(edition, view);
  yield file(OPENSEARCH, openSearchOf(view));
  yield file(LLMS, llmsOf(view));
}

function* citationFiles(edition: Edition, view: View): Generator<MachineFile> {
  const originals = new Map<string, NonNullable<Citable['original']>>();
  for (const citable of view.citables) {
    const { address, record, original } = citable;
    for (const form of CITATION_FORMS) {
      yield file(citationAddress(address, form), form === 'txt' ? citationText(citable, view.words, edition.lang) : citationFile(form, [record]));
      if (original !== undefined && form !== 'txt') yield file(citationAddress(address, form, 'original'), citationFile(form, [original]));
    }
    if (original !== undefined && fragmentOf(address) === '') originals.set(pageOf(address), original);
  }
  const lists = [...edition.facets.map(({ address, voices }) => ({ address, voices })), { address: COVERAGE_INDEX, voices: edition.voices }];
  for (const { address, voices } of lists) {
    const records = voices.flatMap(({ original, copies }) => [original, ...copies]).flatMap((entry) => originals.get(entry.address) ?? []);
    for (const form of ['bib', 'ris', 'json'] as const) yield file(citationAddress(address, form), citationFile(form, records));
  }
}

/** So many rows of a table stand in one file: some hosts take no file over 25 MiB, and a reader of JSON holds it whole. */
const ROWS = 10_000;

/** The rows of a table, file by file; a table without rows has one file too. */
const cut = <Item>(rows: readonly Item[]): Item[][] => Array.from({ length: Math.max(1, Math.ceil(rows.length / ROWS)) }, (_, index) => rows.slice(index * ROWS, (index + 1) * ROWS));

/** The tables, their schemas and sums, and the Data Package that describes them: https://datapackage.org/standard/data-package/ */
function* dataFiles(edition: Edition, view: View): Generator<MachineFile> {
  const at = dataAddress;
  const { updated } = view.page(HOME);
  const tables = datasetsOf(edition, view);
  const files = DATASETS.flatMap((name) => {
    const table = tables[name];
    const parts = cut(table.rows);
    return [
      ...parts.flatMap((rows, index) => {
        const [own, next] = [dataFile(name, index + 1, 'json'), index + 1 < parts.length ? { total: table.rows.length, next: view.permalink(at(dataFile(name, index + 2, 'json'))) } : {}];
        return [
          file(at(own), json({ url: view.permalink(at(own)), lang: edition.lang, licence: LICENCE, updated, count: rows.length, ...next, rows })),
          file(at(dataFile(name, index + 1, 'csv')), csvOf({ ...table, rows })),
        ];
      }),
      file(at(`${name}.schema.json`), json(jsonSchemaOf(table, view.permalink(at(`${name}.schema.json`))))),
    ];
  });
  const annotations = annotationsOf(edition, view, (n) => view.permalink(at(dataFile('annotations', n, 'jsonld')))).map((part, index) => ({ path: dataFile('annotations', index + 1, 'jsonld'), part }));
  files.push(...annotations.map(({ path, part }) => file(at(path), json(part))));
  const sums = files.map(({ address, text }) => ({ path: address.slice(DATA.length), hash: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) }));
  const sumOf = (path: string) => sums.find((one) => one.path === path) ?? { hash: '', bytes: 0 };
  const resource = (path: string, name: string, mediatype: string, description: string, more: object = {}) =>
    ({ name, path, title: name, description, format: path.split('.').at(-1), mediatype, encoding: 'utf-8', bytes: sumOf(path).bytes, hash: `sha256:${sumOf(path).hash}`, ...more });
  yield* files;
  yield file(at('SHA256SUMS'), sums.map(({ hash, path }) => `${hash}  ${path}\n`).join(''));
  yield file(at('datapackage.json'), json({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: 'paris-call-annotated', id: view.permalink(DATA), title: view.words.data.title, description: view.words.data.description,
    homepage: view.permalink(DATA), version: updated, licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    resources: [
      ...DATASETS.flatMap((name) => cut(tables[name].rows).flatMap((_, index) => {
        const [csv, data] = [dataFile(name, index + 1, 'csv'), dataFile(name, index + 1, 'json')];
        return [
          resource(csv, csv.replace('.', '-'), 'text/csv', view.words.data[name], { profile: 'tabular-data-resource', dialect: { delimiter: ',', lineTerminator: '\n', header: true }, schema: tableSchemaOf(tables[name]) }),
          resource(data, data.replace('.', '-'), 'application/json', view.words.data[name], { jsonSchema: `${name}.schema.json` }),
        ];
      })),
      ...annotations.map(({ path }) => resource(path, path.replace('.jsonld', ''), 'application/ld+json', view.words.data.links)),
    ],
  }));
}

/** The files that stand once for all languages: the sitemap with its pairs, and `robots.txt`. */
export function* sharedFiles(sites: readonly Site[]): Generator<MachineFile> {
  const [main] = sites;
  if (main === undefined) return;
  const languages = new Map<Address, { lang: string; url: string }[]>();
  for (const { view } of sites) for (const { address } of view.pages) languages.set(address, [...(languages.get(address) ?? []), { lang: view.lang, url: view.permalink(address) }]);
  const pages = sites.flatMap(({ view }) => view.pages.filter(({ shown }) => shown.kind !== 'edition').map(({ address, updated }) => {
    const others = languages.get(address) ?? [];
    return { url: view.permalink(address), updated, others: others.length < 2 ? [] : [...others, { lang: 'x-default', url: others[0]?.url ?? '' }] };
  }));
  const part = (n: number) => `/sitemap-${n}.xml` as Address;
  const sitemaps = sitemapsOf(pages, (n) => main.view.permalink(part(n)));
  for (const [n, text] of sitemaps.entries()) yield file(n === 0 ? SITEMAP : part(n), text);
  yield file(ROBOTS, robotsOf(main.view.permalink(SITEMAP)));
}
