/** The whole edition: on one page, and as a PDF whose page numbers are checked against its own text. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { writePdf } from '../../src/build/pdf.ts';
import { hrefOf } from '../../src/lib/addresses.ts';
import { SEGMENTS } from '../../src/lib/ids.ts';
import { PDF } from '../../src/lib/machine-addresses.ts';
import { wordsOf } from '../../src/strings.ts';
import { filesBelow, scratch, writeTree } from '../build.ts';

type Element = Tree.Element;
const elementsOf = (node: Tree.Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const attribute = (element: Element | undefined, name: string) => element?.attrs.find((attr) => attr.name === name)?.value;
const has = (element: Element, name: string) => (attribute(element, 'class') ?? '').split(' ').includes(name);
const textOf = (node: Tree.Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Text as a PDF may give it back: lines may have been broken at a hyphen or within an address. */
const dense = (text: string) => text.replace(/\s+/g, '');

interface Whole {
  readonly html: string;
  readonly elements: readonly Element[];
  readonly byId: ReadonlyMap<string, Element>;
  /** The lines of the contents: what they say, where they lead, and the heading there. */
  readonly lines: readonly { readonly label: string; readonly id: string; readonly heading: string }[];
}

function editionIn(folder: string): Whole {
  const html = readFileSync(join(folder, 'edition', 'index.html'), 'utf8');
  const elements = elementsOf(parse(html));
  const byId = new Map(elements.flatMap((element) => (attribute(element, 'id') === undefined ? [] : [[attribute(element, 'id') ?? '', element] as const])));
  const contents = elements.filter((element) => has(element, 'toc')).flatMap(elementsOf).filter(({ tagName }) => tagName === 'a');
  const lines = contents.map((link) => {
    const id = attribute(link, 'href')?.slice(1) ?? '';
    const heading = elementsOf(byId.get(id) as Tree.Node).find(({ tagName }) => /^h[2-6]$/.test(tagName));
    return { label: folded(textOf(link)), id, heading: heading === undefined ? '' : folded(textOf(heading)) };
  });
  return { html, elements, byId, lines };
}

interface Read {
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  readonly outline: readonly { readonly title: string }[];
  readonly isTagged: boolean;
}

async function readPdf(file: string): Promise<Read> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const { text } = await extractText(pdf);
  const info = new Map<string, unknown>(Object.entries((await pdf.getMetadata()).info));
  const read = { pages: text, title: info.get('Title'), language: info.get('Language'), outline: (await pdf.getOutline()) ?? [], isTagged: (await pdf.getMarkInfo())?.Marked === true };
  await pdf.loadingTask.destroy();
  return read;
}

/** Each line of the contents with the page it names and the pages on which the heading stands, by the words of the PDF. */
function contentsOf({ pages }: Read, { lines }: Whole) {
  const first = pages.findIndex((text) => text.includes(wordsOf('en').edition.contents));
  const last = pages.findIndex((text, index) => index > first && lines[0] !== undefined && !/p\. \d+\s*$/m.test(text.trim().split('\n').at(-1) ?? ''));
  const contents = pages.slice(first, last).join('\n');
  let from = 0;
  return lines.map(({ label, heading }) => {
    const line = new RegExp(`${[...dense(label)].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('\\s*')}\\s*p\\.\\s*(\\d+)`, 'gu');
    line.lastIndex = from;
    const number = line.exec(contents)?.[1];
    from = line.lastIndex;
    // The pages before the text bear the names too.
    const stands = pages.flatMap((text, index) => (index >= last && dense(text).includes(dense(heading)) ? [index + 1] : []));
    return { label, says: Number(number), stands };
  });
}

describe('the whole edition on one page', () => {
  const whole = editionIn(inject('site').folder);
  const coverage = filesBelow('content/coverage/en');

  test('holds every paragraph, principle, record, claim and question once', () => {
    const count = (name: string) => whole.elements.filter((element) => has(element, name)).length;
    const claims = [...coverage.values()].reduce((sum, bytes) => sum + (bytes.toString().match(/^### c\d+$/gm)?.length ?? 0), 0);
    expect({ items: count('item'), chapters: count('chapter'), records: count('record'), questions: count('question') }).toEqual({
      items: SEGMENTS.length + claims, chapters: 9, records: [...coverage.keys()].filter((file) => file.endsWith('.md')).length, questions: readdirSync('content/questions/en').length,
    });
    const ids = whole.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claims).toBeGreaterThan(500);
  });

  test('keeps its links within, where their target stands in it, and names the place in an empty element', () => {
    const links = whole.elements.filter(({ tagName }) => tagName === 'article').flatMap(elementsOf).filter(({ tagName }) => tagName === 'a');
    const within = links.filter((link) => attribute(link, 'href')?.startsWith('#'));
    const strays = links.flatMap((link) => {
      const href = attribute(link, 'href') ?? '';
      return /^\/(call|principles|coverage)\//.test(href) && !has(link, 'permalink') && !has(link, 'spelled') ? [href] : [];
    });
    const references = whole.elements.filter((element) => has(element, 'page-ref'));
    expect(strays).toEqual([]);
    expect(references.filter((reference) => !whole.byId.has(attribute(reference, 'data-for') ?? '') || textOf(reference) !== '')).toEqual([]);
    expect(references).toHaveLength(within.length);
    expect(references.length).toBeGreaterThan(1500);
  });

  test('spells out the permalink of each principle and record, and the address of each publication', () => {
    const spelled = new Set(whole.elements.filter((element) => has(element, 'spelled')).map((link) => textOf(link)));
    const published = [...coverage.values()].flatMap((bytes) => /^url: (\S+)$/m.exec(bytes.toString())?.[1] ?? []);
    expect(published.filter((url) => !spelled.has(url))).toEqual([]);
    const addresses = [...whole.byId.keys()].filter((id) => /^(principles|coverage|questions)_[^_]+$/.test(id)).map((id) => `https://call.example/${id.replace('_', '/')}/`);
    expect(addresses.filter((url) => !spelled.has(url))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(100);
  });

  test('links no terms and is kept from search engines', () => {
    expect(whole.elements.filter((element) => has(element, 'term'))).toEqual([]);
    expect(whole.html).toMatch(/<meta name="robots" content="noindex"/);
  });
});

describe('the PDF of the whole edition', () => {
  const { folder } = inject('site');
  const file = join(folder, hrefOf(PDF, 'en', { base: '/' }));
  let pdf: Read;
  beforeAll(async () => {
    pdf = await readPdf(file);
  });

  test('says in its contents on which page each part, principle, year and record begins', () => {
    const contents = contentsOf(pdf, editionIn(folder));
    expect(contents.filter(({ says, stands }) => !stands.includes(says))).toEqual([]);
    expect(contents.length).toBeGreaterThan(80);
    // Words such as “Coverage” stand on many pages; those that stand on one alone leave no doubt.
    expect(contents.filter(({ stands }) => stands.length === 1).length).toBeGreaterThan(40);
  });

  test('says so in its text as well', () => {
    const chapter = pdf.pages.findIndex((text) => text.includes('Principle 8, No private hack back') && text.includes('Pas de cyber-riposte'));
    const claim = pdf.pages.findIndex((text) => dense(text).includes(dense('Another goal is to stop private companies from “hacking back”')));
    expect(dense(pdf.pages[chapter] ?? '')).toContain(dense(`WIRED (c7, p. ${claim + 1})`));
    expect(dense(pdf.pages[claim] ?? '')).toContain(dense(`“hacking back” (principle 8, p. ${chapter + 1})`));
  });

  test('bears its name, its language, its structure, its bookmarks, and no address of the machine that printed it', () => {
    expect({ title: pdf.title, language: pdf.language, isTagged: pdf.isTagged }).toEqual({ title: 'The Paris Call, annotated', language: 'en', isTagged: true });
    expect(JSON.stringify(pdf.outline)).toContain('Principle 8, No private hack back');
    expect(readFileSync(file).includes('127.0.0.1')).toBe(false);
    expect(readFileSync(file).includes('/URI (https://call.example/coverage/wired-us-sits-out/#c7)')).toBe(true);
    expect(pdf.pages[6]).toMatch(/The Paris Call, annotated[\s\S]*7 \/ \d+/);
  });
});

describe('a page with references', () => {
  const folder = scratch('edition');
  const file = join(folder, 'edition.pdf');
  /** Chapters that are `length` paragraphs long, the contents first, as the printer meets them. */
  const site = (lengths: readonly number[], more = '') => writeTree(folder, {
    '404.html': 'nothing here',
    'edition/index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Whole</title><link rel="canonical" href="https://call.example/ref/edition/"></head><body>
      <article class="edition" data-page="page {n}" data-day="2018-11-12"><h1>A Name</h1>
      <ol>${lengths.map((_, index) => `<li><a href="#ch${index}">To ${index}</a> <span class="page-ref" data-for="ch${index}"></span></li>`).join('')}</ol>
      ${lengths.map((length, index) => `<section id="ch${index}" data-running="Part ${index >> 1}"><h2 style="break-after: avoid">Chapter ${index}</h2>${'<p style="margin: 1em 0">Words, <a href="/ref/call/#p6">words</a>.</p>'.repeat(length)}</section>`).join('')}
      ${more}</article></body></html>`,
  });
  const lengths = Array.from({ length: 14 }, (_, index) => 3 + ((index * 17) % 29));
  afterEach(() => vi.unstubAllEnvs());

  test('is printed until they say where their targets stand', async () => {
    site(lengths);
    const deep = join(folder, 'deep', 'edition.pdf');
    const written = await writePdf(folder, '/ref/', deep, '2026-11-21');
    const read = await readPdf(deep);
    const stands = lengths.map((_, index) => read.pages.findIndex((text) => new RegExp(`Chapter ${index}$`, 'm').test(text)) + 1);
    const says = lengths.map((_, index) => Number(new RegExp(`To ${index} page (\\d+)`).exec(folded(read.pages[0] ?? ''))?.[1]));
    expect(says).toEqual(stands);
    expect(new Set(stands).size).toBeGreaterThan(6);
    expect(written).toEqual({ pages: read.pages.length, bytes: readFileSync(deep).length });
    // The head of a page is that of the part it belongs to.
    expect(read.pages[(stands[5] ?? 0) - 1]).toContain('Part 2');
    expect(read.title).toBe('A Name');
  });

  test('gives the same bytes each time, on the day that it names or that is asked for', async () => {
    site(lengths);
    await writePdf(folder, '/ref/', file);
    const first = readFileSync(file);
    await writePdf(folder, '/ref/', file);
    expect(readFileSync(file).equals(first)).toBe(true);
    expect(first.includes("/CreationDate (D:20181112000000+00'00')")).toBe(true);
    expect(first.includes('/URI (https://call.example/ref/call/#p6)')).toBe(true);
    vi.stubEnv('SOURCE_DATE_EPOCH', '1574899200');
    await writePdf(folder, '/ref/', file);
    expect(readFileSync(file).includes("/ModDate (D:20191128000000+00'00')")).toBe(true);
  });

  test('is refused where a reference leads nowhere, and the last print stays', async () => {
    site([1], '<a href="#gone">gone</a> <span class="page-ref" data-for="gone"></span>');
    writeFileSync(file, 'the last one');
    await expect(writePdf(folder, '/ref/', file)).rejects.toThrow('the print has no place for gone');
    expect(readFileSync(file, 'utf8')).toBe('the last one');
    expect(readdirSync(folder).filter((name) => name.includes('.next'))).toEqual([]);
  });

  test('is not begun without a browser', async () => {
    site([1]);
    writeFileSync(file, 'the last one');
    vi.stubEnv('CHROME_PATH', '/no/such/browser');
    await expect(writePdf(folder, '/ref/', file)).rejects.toThrow('No browser at /no/such/browser: set CHROME_PATH to the program of a Chrome or Chromium.');
    expect(readFileSync(file, 'utf8')).toBe('the last one');
  });

  test('must be there', async () => {
    site([1]);
    rmSync(join(folder, 'edition'), { recursive: true });
    await expect(writePdf(folder, '/ref/', file)).rejects.toThrow('the built site has no page at /ref/edition/: build it afresh with npm run build');
  });
});
