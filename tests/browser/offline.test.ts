/** The offline copy as its readers have it: unpacked into a folder, opened from the disk, with no network to ask. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeOfflineCopy } from '../../src/build/offline.ts';
import { OFFLINE_COPY } from '../../src/lib/machine-addresses.ts';
import { scratch } from '../build.ts';
import { SITE_URL } from '../site.ts';
import { facesOf, launch } from './open.ts';

const folder = scratch('offline-read');
let browser: Browser;
let faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
  for (const name of ['site', 'siteUnderBase'] as const) {
    const { folder: built, base } = inject(name);
    // A release brings its copy with it.
    const zip = name === 'site' ? join(built, OFFLINE_COPY) : join(folder, `${name}.zip`);
    if (name !== 'site') await writeOfflineCopy(built, zip, { base, site: SITE_URL }, 'Open index.html.');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      // A name with signs that an address writes in another way, as a reader's folder may have.
      const file = join(folder, `${name} #1 ü`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
});
afterEach(() => {
  const found = faults;
  faults = [];
  expect(found).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (name: string, path: string) => pathToFileURL(join(folder, `${name} #1 ü`, path)).href;

/** A page of the copy, without a network; whatever it asks for that is no file, and whatever the console says, is a fault. */
async function open(path: string, name = 'site', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ offline: true, colorScheme });
  const page = await context.newPage();
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => request.url().startsWith(addressOf(name, '')) || faults.push(`elsewhere: ${request.url()}`));
  page.on('requestfailed', (request) => faults.push(`not there: ${request.url()} ${request.failure()?.errorText}`));
  await page.goto(addressOf(name, path));
  return page;
}

const paint = (page: Page, selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);

describe.each(['site', 'siteUnderBase'])('the unpacked copy of %s', (name) => {
  test('is read from the home page to a principle, to a source by a backlink, and back to a paragraph of the Call', async () => {
    const page = await open('index.html', name);
    await page.getByRole('link', { name: 'No private hack back' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'No private hack back' }).waitFor();

    await page.locator('main a[href*="coverage/wired-us-sits-out/"][href*="#c"]').first().click();
    await page.getByRole('heading', { level: 1, name: /The US Sits Out/ }).waitFor();
    const claim = new URL(page.url()).hash;
    expect(claim).toMatch(/^#c\d+$/);
    expect(await paint(page, `${claim} > .words`)).not.toBe(await paint(page, `.claims > :not(${claim}) > .words >> nth=0`));

    await page.locator('main a[href*="call/index.html#p"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'The Paris Call in plain words' }).waitFor();
    const paragraph = new URL(page.url()).hash;
    expect(paragraph).toMatch(/^#p/);
    expect(await page.locator(`${paragraph}:target`).count()).toBe(1);
    expect(await paint(page, `${paragraph} > .words`)).not.toBe(await paint(page, '#p1 > .words'));
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /The US Sits Out/ }).waitFor();
  });

  test('has the concordance where search would be, and says where search is', async () => {
    const page = await open('principles/8/index.html', name);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 2, name: 'Concordance of the Call' }).waitFor();
    const published = `${SITE_URL}${inject(name as 'site').base}search/`;
    expect(await page.getByRole('link', { name: published }).getAttribute('href')).toBe(published);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    await page.locator('.concordance div', { has: page.getByText('vulnerabilities', { exact: true }) }).getByRole('link').first().click();
    await page.locator(':target').waitFor({ state: 'attached' });
  });

  test('leads on from a short address', async () => {
    const page = await open('p8/index.html', name);
    await page.getByRole('heading', { level: 1, name: 'No private hack back' }).waitFor();
  });
});

test.each(['index.html', 'call/index.html', 'coverage/wired-us-sits-out/index.html', 'states/index.html'])('%s is dressed as on the site', async (path) => {
  const { url } = inject('site');
  const shown = async (page: Page) => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return page.evaluate(() => ['body', 'h1', '.masthead', 'main', 'main a'].map((selector) => {
      const { color, backgroundColor, fontFamily, fontSize, display, gridTemplateColumns } = getComputedStyle(document.querySelector(selector) as Element);
      return { selector, color, backgroundColor, fontFamily, fontSize, display, gridTemplateColumns };
    }));
  };
  const page = await open(path, 'site', 'dark');
  const copy = await shown(page);
  const context = await browser.newContext({ colorScheme: 'dark' });
  const original = await context.newPage();
  await original.goto(url + path.replace(/index\.html$/, ''));
  expect(copy).toEqual(await shown(original));
  expect(await page.locator('img').evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth === 0).length)).toBe(0);
  await context.close();
});

test('the text is set in its own face', async () => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(addressOf('site', 'call/index.html'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Not by `open`: the tools read the page again, past the faults that it looks for.
  expect(await facesOf(page, '#p6 > .words')).toContainEqual({ familyName: 'Alegreya', isCustomFont: true });
});
