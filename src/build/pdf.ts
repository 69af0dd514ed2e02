/**
 * The whole edition as a PDF: the page `/edition/`, printed by a browser, with the page numbers that only print knows.
 *
 * The page is printed, every target looked up in the print, its page number written into the references to it, and the
 * page printed again, until the numbers in it are those at which the targets stand. Where they stand is read from the
 * PDF's named destinations, which the browser writes for every target of an internal link (ISO 32000-1, 12.3.2.3).
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { EDITION, hrefOf } from '../lib/addresses.ts';
import { DEFAULT_LANG, type Lang } from '../lib/ids.ts';
import { withDay } from '../lib/pdf-dates.ts';
import { siteServer } from '../serve/server.ts';
import { findBrowser, startBrowser } from './chromium.ts';

export interface Written {
  readonly pages: number;
  readonly bytes: number;
}

/** As often as the page is printed: numbers change where lines break, which can change numbers, but hardly a third time. */
const PRINTS = 4;
/** Stands in the references at first, as wide as most numbers will be. */
const UNKNOWN = 100;

/**
 * Prints the edition of one language of the built site in `folder`, which is served under `base`, into `file`. `day` is the day that the
 * PDF bears; if left out, that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the day of the record.
 */
export async function writePdf(folder: string, base: string, file: string, day = dayOfSource(), lang: Lang = DEFAULT_LANG): Promise<Written> {
  const browser = await startBrowser(await findBrowser());
  const server = siteServer(folder, base);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // Nothing that the site's own scripts add is for paper.
    const page = await browser.newPage({ javaScriptEnabled: false, serviceWorkers: 'block' });
    const url = `http://127.0.0.1:${port}${hrefOf(EDITION, lang, { base })}`;
    const { record } = await openEdition(page, url);
    const { pdf, pages } = await printed(page);
    const bytes = withDay(pdf, day ?? record);
    put(file, bytes);
    return { pages, bytes: bytes.length };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function dayOfSource(): string | undefined {
  const { SOURCE_DATE_EPOCH } = process.env;
  return SOURCE_DATE_EPOCH === undefined ? undefined : new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString().slice(0, 10);
}

/** A print that dies leaves the last file as it was. */
function put(file: string, bytes: Uint8Array): void {
  const next = `${file}.${process.pid}.next`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(next, bytes);
    renameSync(next, file);
  } finally {
    rmSync(next, { force: true });
  }
}

/** Opens the page and makes it ready: its faces loaded, its links those of the published site, its parts named at the head. */
async function openEdition(page: Page, url: string): Promise<{ record: string }> {
  const open = async () => {
    const response = await page.goto(url);
    if (response?.status() !== 200) throw new Error(`the built site has no page at ${new URL(url).pathname}: build it afresh with npm run build`);
    // One of them is the system's own, in the measures of ours, and not every system has it.
    await page.evaluate(() => Promise.allSettled([...document.fonts].map((face) => face.load())));
  };
  // The faces are optional to a page: one that comes late is left out. The second time they are at hand.
  await open();
  await open();
  return page.evaluate(() => {
    const edition = document.querySelector<HTMLElement>('article.edition');
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
    if (edition === null || canonical === null) throw new Error('the page is not the whole edition');
    const { origin } = new URL(canonical.href);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const to = new URL(link.href);
      if (to.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) continue;
      link.href = `${origin}${to.pathname}${to.search}${to.hash}`;
      // Where the edition spells one of the site's own addresses out, it does so in the words of a link.
      link.classList.add('spelled');
    }
    document.title = document.querySelector('h1')?.textContent.trim() ?? document.title;
    // A page of its own name for each text that stands at the head: CSS can change the head in no other way that browsers know.
    const heads = new Map<string, number>();
    for (const part of document.querySelectorAll<HTMLElement>('[data-running]')) {
      const text = part.dataset['running'] ?? '';
      heads.set(text, heads.get(text) ?? heads.size);
      part.dataset['head'] = String(heads.get(text));
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([...heads].map(([text, index]) =>
      `[data-head="${index}"] { page: head-${index}; } @page head-${index} { @top-right { content: ${JSON.stringify(text)}; } }`).join('\n'));
    document.adoptedStyleSheets.push(sheet);
    return { record: edition.dataset['day'] ?? '' };
  });
}

/** Prints until every number in the references is that of the page on which its target stands. */
async function printed(page: Page): Promise<{ pdf: Uint8Array; pages: number }> {
  let numbers: Readonly<Record<string, number>> = {};
  for (let print = 1; print <= PRINTS; print += 1) {
    const missing = await fillReferences(page, numbers);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
    const { pages, fallen } = await whereTargetsFell(pdf);
    const lost = missing.filter((id) => fallen[id] === undefined);
    if (lost.length > 0) throw new Error(`the print has no place for ${lost.join(', ')}`);
    if (missing.length === 0 && Object.entries(numbers).every(([id, number]) => fallen[id] === number)) return { pdf, pages };
    numbers = fallen;
  }
  throw new Error(`the page numbers have not settled in ${PRINTS} prints: a reference near the end of a line changes it back and forth; reword the passage`);
}

/** Writes the numbers into the references and returns the targets whose number is not known. */
const fillReferences = (page: Page, numbers: Readonly<Record<string, number>>): Promise<string[]> =>
  page.evaluate(([known, unknown]) => {
    const form = document.querySelector<HTMLElement>('article.edition')?.dataset['page'] ?? '{n}';
    const missing = new Set<string>();
    for (const reference of document.querySelectorAll<HTMLElement>('.page-ref')) {
      const id = reference.dataset['for'] ?? '';
      const number = known[id];
      if (number === undefined) missing.add(id);
      reference.textContent = form.replace('{n}', String(number ?? unknown));
    }
    return [...missing];
  }, [numbers, UNKNOWN] as const);

/** The page of each target, counted from 1. */
async function whereTargetsFell(bytes: Uint8Array): Promise<{ pages: number; fallen: Record<string, number> }> {
  // The reader takes its bytes away from whoever hands them over.
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const destinations = Object.entries(await pdf.getDestinations());
  const fallen = await Promise.all(destinations.map(async ([id, destination]) => {
    const [target] = destination as Parameters<typeof pdf.getPageIndex>;
    return [id, (await pdf.getPageIndex(target)) + 1] as const;
  }));
  const pages = pdf.numPages;
  await pdf.loadingTask.destroy();
  return { pages, fallen: Object.fromEntries(fallen) };
}
