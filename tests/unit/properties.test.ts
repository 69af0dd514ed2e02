/**
 * What holds for any words and any address, tried on some thousands made at random: the same at every run, since the seed
 * is fixed. Formats are read back by independent readers. Examples of each stand in the test beside each module.
 */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { fragmentOf, hrefOf, locationOf, pageOf, permalinkOf, withFragment, type Address } from '../../src/lib/addresses.ts';
import { bibtexOf } from '../../src/lib/bibtex.ts';
import { apaOf, chicagoOf } from '../../src/lib/citation-styles.ts';
import { CSL_TYPES, personName, printedName, type CslRecord } from '../../src/lib/csl.ts';
import { csvOf } from '../../src/lib/datasets.ts';
import { isPartialDate } from '../../src/lib/dates.ts';
import { readEntry } from '../../src/lib/entries.ts';
import { departureOf, fingerprintOf, normalise } from '../../src/lib/fingerprints.ts';
import { readFrontMatter } from '../../src/lib/front-matter.ts';
import { headersFor, readHeaders } from '../../src/lib/headers.ts';
import { isLang, LANGUAGES } from '../../src/lib/ids.ts';
import { extendLedger, ledgerLineProblems, readLedger, sealProblems } from '../../src/lib/ledger.ts';
import { settable, tidy as tidyLetters } from '../../src/lib/letters.ts';
import { resolvePath, targetOf } from '../../src/lib/links.ts';
import { parseMarkdown } from '../../src/lib/markdown.ts';
import { editDistance, nearest } from '../../src/lib/nearest.ts';
import { oneLine, plainUrl } from '../../src/lib/one-line.ts';
import { passagesOf } from '../../src/lib/passages.ts';
import { formatProblem } from '../../src/lib/problems.ts';
import { apart, asShown, FILTERS, forIndex, jumpsFor, readQuery, singleWords, tidy, withoutStopWords, writeQuery } from '../../src/lib/query.ts';
import { quotationsIn } from '../../src/lib/quotations.ts';
import { risOf } from '../../src/lib/ris.ts';
import { term } from '../../src/lib/schemas.ts';
import { attribute, documentOf, element, holdable, xml } from '../../src/lib/xml.ts';
import { ONE, one, TODAY } from '../content.ts';
import { HOSTILE, seen } from '../hostile.ts';

fc.configureGlobal({ seed: 20181112, numRuns: 300 });

/** Words that some format takes for its own, between letters of every kind, halves of pairs among them. */
const PIECES = [
  ...Object.values(HOSTILE).filter((text) => text.length < 100), '<', '>', '&', '"', "'", '’', '`', '*', '_', '[', ']', '(', ')', '](', '](../../../text/en.md#p1 "explains")', '{', '}', '#', '## ', '### c1\n\n', '\n\n', '\n', ' ', '|', '\\', '%2f', '%',
  '../', '//', 'javascript:', 'l’', "l' ", 'qu’', '<mark>', '</mark>', 'é', 'e\u0301', 'ﬁ', '\u00a0', '\u200b', '\u202e', '=', '+', '?', ' and ', '--', '¶', 'p8', '---\n', ': ', '- ', '> ', '[^1]', '<b>', 'https://example.org/', '.md', '__proto__',
];
const text = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 4 }), fc.string({ maxLength: 6 })), { maxLength: 12 }).map((parts) => parts.join(''));
/** The same without halves of pairs, which no file of UTF-8 can hold. A line that ends in a carriage return alone is refused with its file. */
const whole = text.map((words) => words.toWellFormed());
const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1, maxLength: 8 });
const slug = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'));
const lang = fc.constantFrom(...LANGUAGES);
const page = fc.array(slug, { maxLength: 3 }).map((parts) => (parts.length === 0 ? '/' : `/${parts.join('/')}/`) as Address);
const base = fc.array(slug, { maxLength: 2 }).map((parts) => (parts.length === 0 ? '/' : `/${parts.join('/')}/`));
const publication = fc.record({ base, site: fc.constantFrom('https://call.example', 'http://localhost:4321') });

const holds = <Values extends [unknown, ...unknown[]]>(name: string, ...property: [...{ [at in keyof Values]: fc.Arbitrary<Values[at]> }, (...values: Values) => void]) =>
  test(name, () => {
    const [check, ...made] = property.toReversed() as unknown as [(...values: Values) => void, ...fc.Arbitrary<unknown>[]];
    fc.assert(fc.property(fc.tuple(...made.toReversed()), (values) => check(...(values as Values))));
  });

describe('a link', () => {
  holds<[string]>('of any form leads into content/, to the web, or nowhere, and is never an exception', text, (url) => {
    const target = targetOf(ONE, url);
    if (target.to === 'content') {
      expect(target.file).toMatch(/^content\/(?!.*(?:^|\/)\.\.?(?:\/|$))/);
      expect(locationOf(target.file)).toBeDefined();
      expect(target.address).toMatch(/^\/(?!\/)/);
    }
    if (target.to === 'web') expect(new URL(target.url).protocol).toMatch(/^https?:$/);
  });

  holds<[string, string]>('from any file climbs no higher than content/', slug, text, (from, path) => {
    const file = resolvePath(`content/${from}/${from}.md`, path);
    expect(file === undefined || file === 'content' || file.startsWith('content/')).toBe(true);
    expect(file?.split('/').includes('..') ?? false).toBe(false);
  });

  holds<[string, string, string]>('written for a file leads to that file and to its passage', slug, word, fc.constantFrom('2018', '2019'), (name, id, year) => {
    const file = `content/coverage/en/${year}/${name}.md`;
    expect(targetOf('content/questions/fr/x.md', `../../coverage/en/${year}/${name}.md#${id}`)).toEqual({ to: 'content', file, id, address: `/coverage/${name}/#${id}`, lang: 'en' });
  });

  holds<[string]>('that the site would follow is one that a browser follows to the same place', text, (url) => {
    const target = targetOf(ONE, url);
    if (target.to !== 'content') return;
    const followed = new URL(hrefOf(pageOf(target.address), target.lang, { base: '/ref/' }), 'https://call.example/');
    expect([followed.origin, followed.search, followed.hash, followed.pathname.startsWith('/ref/')]).toEqual(['https://call.example', '', '', true]);
  });
});

describe('Markdown', () => {
  const within = (source: string, { line, column }: { line: number; column: number }) => {
    const row = source.split('\n')[line - 1];
    return row !== undefined && column >= 1 && column <= row.length + 1;
  };

  holds<[string]>('of any words is cut into passages, each at its heading, and each link begins with its bracket or is written out', whole, (words) => {
    const source = `${one.slice(0, one.indexOf('## summary'))}## summary\n\n${words.replace(/\r(?!\n)/g, ' ')}\n`;
    const parsed = parseMarkdown(ONE, source);
    expect(parsed.problems).toEqual([]);
    for (const { at, links, text: said } of passagesOf(ONE, parsed.tree, source).passages) {
      expect(within(source, at)).toBe(true);
      for (const link of links) {
        expect(within(source, link.at)).toBe(true);
        expect(said.replace(/\s/g, '').includes(link.words.replace(/\s/g, ''))).toBe(true);
      }
    }
  });

  holds<[string]>('of any words is a problem or none, never an exception, and each problem lies in the file and is printed in four lines at most', whole, (words) => {
    for (const file of [ONE, 'content/pages/en/about.mdx']) {
      const source = one.replace('It reports the launch.', () => words);
      for (const problem of readEntry({ file, bytes: new TextEncoder().encode(source) }, TODAY).problems) {
        expect(within(source, problem.at)).toBe(true);
        expect(formatProblem(problem).split('\n').length).toBeLessThanOrEqual(4);
        expect(formatProblem(problem).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }
    }
  });

  holds<[string]>('with any fields is read or refused', whole, (words) => {
    const { fields, problems } = readFrontMatter(ONE, `---\nterm: ${words}\nother: x\n---\n`, term);
    expect((fields === undefined) === (problems.length > 0)).toBe(true);
  });

  holds<[string]>('that reaches a page without a problem holds no markup of its own', whole, (words) => {
    const source = one.replace('It reports the launch.', () => words);
    if (readEntry({ file: ONE, bytes: new TextEncoder().encode(source) }, TODAY).problems.length > 0) return;
    const nodes: string[] = [];
    const collect = (node: { type: string; children?: readonly unknown[] }) => {
      nodes.push(node.type);
      for (const child of node.children ?? []) collect(child as typeof node);
    };
    collect(parseMarkdown(ONE, source).tree);
    expect(nodes.filter((type) => /^(html|image|imageReference|blockquote|mdx.*)$/.test(type))).toEqual([]);
  });
});

describe('quotations', () => {
  holds<[string]>('of any words stand where they say, one after the other', text, (words) => {
    let end = -1;
    for (const { index, words: said } of quotationsIn(words).sort((a, b) => a.index - b.index)) {
      expect(index).toBeGreaterThan(end);
      expect(words.slice(index + 1).trimStart().startsWith(said)).toBe(true);
      end = index;
    }
  });
});

describe('normal forms', () => {
  const FORMS: Readonly<Record<string, (words: string) => string>> = {
    'of a fingerprint': normalise, 'of a line': oneLine, 'of a query': tidy, 'of letters to be drawn': tidyLetters, 'of an address': plainUrl, 'of XML': holdable,
    'of words for the index': apart, 'of words from the index': asShown, 'of a query for the index in French': (words) => forIndex(words, 'fr'),
  };

  describe.each(Object.entries(FORMS))('%s', (name, form) => {
    holds<[string]>('are the same when made twice', text, (words) => {
      expect(form(form(words))).toBe(form(words));
    });

    if (!/index|address|fingerprint|drawn/.test(name)) holds<[string]>('are no longer than what they are made of', text, (words) => {
      expect(form(words).length).toBeLessThanOrEqual(words.length);
    });
  });

  holds<[string]>('of a line and of a query hold no control character and no half of a pair', text, (words) => {
    for (const form of [oneLine, tidy]) expect(form(words)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });

  holds<[string]>('of a fingerprint are one for composed and decomposed letters, for all white space and for all apostrophes', whole, (words) => {
    expect(normalise(words.normalize('NFD'))).toBe(normalise(words.normalize('NFC')));
    expect(normalise(words.replace(/ /g, '\u00a0'))).toBe(normalise(words));
    expect(normalise(words.replace(/'/g, '’'))).toBe(normalise(words));
  });

  holds<[string]>('of a fingerprint prove the same words, and name the first that differs', whole, (words) => {
    expect(departureOf(words, fingerprintOf(words))).toBeUndefined();
    const changed = departureOf(`Another ${words}`, fingerprintOf(words));
    expect(changed?.at).toBe(1);
  });

  holds<[string]>('of an address are letters that addresses have, and the same address', text, (words) => {
    const url = plainUrl(`https://example.org/${words}`);
    expect(url).toMatch(/^[!-~]+$/);
    expect(url).not.toMatch(/["<>\\^`{|}]/);
    expect(new URL(url).origin).toBe('https://example.org');
  });

  holds<[string]>('of letters to be drawn are letters of the face', text, (words) => {
    const has = (character: string) => /[ -~]/.test(character);
    expect(settable(words, has)).toMatch(/^[ -~]*$/);
  });
});

describe('a query', () => {
  const filters = fc.dictionary(fc.constantFrom(...FILTERS), text.map(tidy).filter(Boolean));

  holds<[string, { [name: string]: string }, 'en' | 'fr' | 'all' | undefined]>('comes back from the address as it went in', text.map(tidy), filters, fc.constantFrom('en', 'fr', 'all', undefined), (words, narrowed, of) => {
    const query = { words, filters: narrowed, ...(of && { lang: of }) };
    expect(readQuery(writeQuery(query))).toEqual(query);
    expect(writeQuery(query)).toMatch(/^(\?[\w*.%+=&-]+)?$/);
  });

  holds<[string]>('of any form is read as known fields alone, none of them longer than 200 letters', text, (search) => {
    const { words, filters: read, lang: of } = readQuery(`?q=${search}&kind=${search}&__proto__=x&lang=${search}`);
    expect([words, ...Object.values(read)].every((value) => [...value].length <= 200 && value === tidy(value))).toBe(true);
    expect(Object.keys(read).every((name) => FILTERS.some((known) => known === name))).toBe(true);
    expect(of === undefined || of === 'all' || isLang(of)).toBe(true);
  });

  holds<[string, 'en' | 'fr']>('is asked in words of the query, and of many words six are looked for', text, lang, (words, of) => {
    const asked = withoutStopWords(forIndex(words, of), new Set(['the', 'le']));
    expect(asked === '' || forIndex(words, of).includes(asked.split(' ')[0] ?? '')).toBe(true);
    expect(singleWords(asked).length).toBeLessThanOrEqual(6);
    expect(jumpsFor(words).length).toBeLessThanOrEqual(2);
  });
});

describe('an address', () => {
  const fragment = fc.option(word, { nil: undefined });

  holds<[Address, string | undefined]>('is a page and a fragment, and nothing else', page, fragment, (of, id) => {
    const address = withFragment(of, id);
    expect([pageOf(address), fragmentOf(address)]).toEqual([of, id ?? '']);
    expect(withFragment(pageOf(address), fragmentOf(address))).toBe(address);
  });

  holds<[Address, string | undefined, 'en' | 'fr', { base: string; site: string }]>('stands under any base, in any language, where a browser finds it', page, fragment, lang, publication, (of, id, on, published) => {
    const address = withFragment(of, id);
    const found = new URL(permalinkOf(address, on, published));
    expect(found.origin).toBe(published.site);
    expect(found.pathname + found.hash).toBe(hrefOf(address, on, published));
    expect(found.href).toBe(permalinkOf(address, on, published));
    expect(hrefOf(address, on, published)).toBe(`${published.base}${on === 'en' ? '' : `${on}/`}${address.slice(1)}`);
  });

  holds<[string, string]>('that was meant is the nearest one, and no two are nearer to each other than to themselves', word, word, (a, b) => {
    expect([editDistance(a, a), editDistance(a, b)]).toEqual([0, editDistance(b, a)]);
    expect(nearest(a, [b, a])).toBe(a);
  });
});

describe('the ledger', () => {
  const addresses = fc.array(fc.tuple(page, fc.option(word, { nil: undefined })).map(([of, id]) => withFragment(of, id)), { maxLength: 8 });

  holds<[Address[], Address[]]>('holds all that it held, in its order, and what was added, once', addresses, addresses, (first, second) => {
    const before = extendLedger('', first);
    const after = extendLedger(before, second);
    const held = readLedger(before).map(({ address }) => address);
    expect(readLedger(after).map(({ address }) => address).slice(0, held.length)).toEqual(held);
    expect(new Set(readLedger(after).map(({ address }) => address))).toEqual(new Set([...first, ...second]));
    expect(extendLedger(after, [...second, ...first])).toBe(after);
    expect([...sealProblems('l', after), ...ledgerLineProblems('l', readLedger(after))]).toEqual([]);
  });

  holds<[Address[], number]>('without any one of its lines is told', addresses.filter(({ length }) => length > 0), fc.nat(), (held, at) => {
    const rows = extendLedger('', held).split(/(?<=\n)/);
    expect(sealProblems('l', rows.toSpliced(at % rows.length, 1).join(''))).toHaveLength(rows.length === 2 && at % rows.length === 0 ? sealProblems('l', rows[1] ?? '').length : 1);
  });

  holds<[string]>('of any words is read, line by line', text, (words) => {
    for (const { line } of readLedger(words)) expect(line).toBeLessThanOrEqual(words.split('\n').length);
    expect(readLedger(extendLedger(words, ['/a/'])).some(({ address }) => address === '/a/')).toBe(true);
  });
});

describe('a citation', () => {
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const name = fc.oneof(fc.record({ literal: text }), fc.record({ family: text, given: text }));
  const record = fc.record({
    id: slug.map((id) => `paris-call-${id}`), type: fc.constantFrom(...CSL_TYPES), title: text.map((words) => `A ${words}`), language: lang, 'container-title': maybe(text), publisher: maybe(text),
    author: maybe(fc.array(name, { maxLength: 3 })), URL: maybe(text.map((words) => `https://example.org/${words}`)), abstract: maybe(text), note: maybe(text),
  }).map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as CslRecord);

  test.each<[format: string, write: (record: CslRecord) => string, as: string]>([
    ['BibTeX', bibtexOf, '@biblatex/text'], ['RIS', risOf, '@ris/file'],
  ])('in %s is read as one, with the same title, words and note', (_, write, as) => {
    fc.assert(fc.property(record, (cited) => {
      const [read, ...others] = new Cite(write(cited), { forceType: as }).data as { readonly [field: string]: unknown }[];
      expect(others).toEqual([]);
      expect([read?.['title'], read?.['abstract'], read?.['note']].map(seen)).toEqual([cited.title, cited.abstract, cited.note].map(seen));
    }), { numRuns: 150 });
  });

  holds<[CslRecord, CslRecord]>('beside another stays two, whatever either holds', record, record, (a, b) => {
    expect((new Cite(risOf(a) + risOf(b), { forceType: '@ris/file' }).data as unknown[]).length).toBe(2);
  });

  holds<[CslRecord, 'en' | 'fr']>('in words is one line', record, lang, (cited, of) => {
    for (const style of [apaOf, chicagoOf]) expect(style(cited, of)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
  });

  holds<[string]>('names whom it was given', fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')), (given) => {
    expect(printedName(personName(given))).toBe(given);
  });
});

describe('a file for programs', () => {
  holds<[string, string, string]>('in CSV gives back each cell as it was', whole, whole, whole, (a, b, c) => {
    const columns = { a: ['text', ''], b: ['text', ''] } as const;
    const written = csvOf({ name: 'x', columns, rows: [{ a, b }, { a: b, b: c }] });
    expect(parseCsv(written)).toEqual([['a', 'b'], [a, b], [b, c]]);
  });

  holds<[string, string]>('in XML gives back text and attribute as they were, but for what XML cannot hold', whole, whole, (inside, beside) => {
    const written = documentOf(element('a', { b: beside }, element('c', {}, inside)));
    const document = XmlDocument.fromString(written);
    expect([document.root.attr('b')?.value, document.get('c')?.content]).toEqual([holdable(beside), holdable(inside)]);
    document.dispose();
  });

  holds<[string]>('in HTML holds words as words: no element is made of them', whole, (words) => {
    const [only, ...others] = parseFragment(`<p title="${attribute(words)}">${xml(words)}</p>`).childNodes;
    expect(others).toEqual([]);
    const paragraph = only as { readonly attrs?: readonly { readonly name: string }[]; readonly childNodes?: readonly { readonly nodeName: string }[] };
    expect(paragraph.attrs?.map(({ name }) => name)).toEqual(['title']);
    expect(paragraph.childNodes?.every(({ nodeName }) => nodeName === '#text')).toBe(true);
  });

  holds<[string, string]>('has the headers of its path, and no other path has', slug, whole, (path, other) => {
    const rules = readHeaders(`/${path}/*\n  X-Of: ${path}\n`);
    expect(headersFor(rules, `/${path}/${other}`).get('X-Of') ?? path).toBe(path);
    expect(headersFor(rules, `/x${path}/`).size).toBe(0);
  });
});

describe('a date', () => {
  holds<[Date]>('of the calendar is one, and so are its month and its year', fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    expect([day, day.slice(0, 7), day.slice(0, 4)].map(isPartialDate)).toEqual([true, true, true]);
  });

  holds<[string]>('of any words is one that the calendar holds, or none', text, (words) => {
    if (isPartialDate(words)) expect(new Date(words).toISOString().slice(0, words.length)).toBe(words);
  });
});
