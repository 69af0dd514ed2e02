/** Every page type, wide and narrow, in light and dark, in each language: what axe finds, what scrolls sideways, what shifts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/files.ts';
import { DEFAULT_LANG } from '../../src/lib/ids.ts';
import { pagesOf } from '../../src/lib/pages.ts';
import { editionOf, languagesOf } from '../../src/lib/record.ts';
import { wordsOf } from '../../src/strings.ts';
import { PAGE_TYPES, PAGES_BY_KIND } from '../pages.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const record = readAll();
const editions = languagesOf(record.entries).map((lang) => editionOf(record, lang));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 320];
/** What differs between the languages are the words: in another than the first the narrow page, where they have least room, is looked at. */
const widthsIn = (lang: string) => (lang === DEFAULT_LANG ? WIDTHS : WIDTHS.slice(1));

/**
 * All rules of WCAG 2.2 A and AA, the one on the size of targets, which is off by itself, included; and what axe calls best
 * practice. Other colours change what the rules on colour find, and nothing else. No rule that is on needs the style sheets.
 */
const RULES = { light: { rules: { 'target-size': { enabled: true } } }, dark: { runOnly: { type: 'tag', values: ['cat.color'] } } };
const violationsIn = (page: Page, colours: keyof typeof RULES) => page.evaluate(async (options) => {
  interface Axe { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'], preload: false, selectors: false, ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}, RULES[colours]);

/** Search answers at once; a machine with much to do may keep it waiting. */
const settled = (page: Page) => expect.poll(() => page.locator('.results [role=status]').textContent(), { timeout: 20_000 }).toMatch(/\d/);

/** Whether the page is wider than the window, and how far anything in it has moved since it was opened. */
const movement = () => new Promise<{ scrolls: boolean; shift: number }>((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  // What is buffered is handed over in a task of its own, before the next frame but one.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done({ scrolls: document.documentElement.scrollWidth > innerWidth, shift }))));
});

/** An old address leads on at once; here it stays. */
const staying = (page: Page) => page.route('**/p8/', async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
});

describe('every page type', () => {
  test.each(editions)('of the list of pages has a page to look at, in $lang', (edition) => {
    const pages = pagesOf(edition, wordsOf(edition.lang));
    const kinds = new Map(pages.map(({ address, shown }) => [address.slice(1), shown.kind]));
    const looked = Object.entries(PAGES_BY_KIND).flatMap(([kind, paths]) => Object.values(paths).map((path) => [kind, path] as const));
    expect(looked.filter(([kind, path]) => kinds.get(path) !== kind)).toEqual([]);
    expect([...new Set(kinds.values())].filter((kind) => Object.keys(PAGES_BY_KIND[kind]).length === 0)).toEqual([]);
  });

  const others = { 'found in search': 'search/?q=internet', 'found in both languages': 'search/?q=internet&lang=all', 'old address': 'p8/' };
  const borrowed = editions.flatMap(({ lang, coverage }) => (lang === DEFAULT_LANG ? [] : coverage.filter((entry) => entry.lang !== lang).slice(0, 1)));
  const cases = editions.flatMap(({ lang }) => [
    ...Object.entries({ ...PAGE_TYPES, ...others }).map(([type, path]) => ({ lang, type, path })),
    ...borrowed.filter(() => lang !== DEFAULT_LANG).map(({ address }) => ({ lang, type: 'record in another language', path: address.slice(1) })),
    // One page for all languages; and one that is long, and the same but for its words.
  ]).filter(({ lang, type }) => !['not found', 'whole edition'].includes(type) || lang === DEFAULT_LANG)
    .map((one) => ({ ...one, path: `${one.lang === DEFAULT_LANG ? '' : `${one.lang}/`}${one.path}` }));

  test.each(cases)('the $type page, in $lang, has nothing that axe finds, does not scroll sideways and does not shift', async ({ type, path, lang }) => {
    // axe is handed to the page by the test, past the page's own policy.
    const page = await openPage(path, { bypassCSP: true, viewport: { width: widthsIn(lang)[0] ?? 1280, height: 900 }, expected: /404/, before: type === 'old address' ? staying : undefined });
    for (const width of widthsIn(lang)) {
      if (page.viewportSize()?.width !== width) {
        await page.setViewportSize({ width, height: 900 });
        await page.reload();
      }
      if (path.includes('?')) await settled(page);
      await page.evaluate(axe);
      const found: { [colours: string]: string[] } = {};
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found[colorScheme] = await violationsIn(page, colorScheme);
      }
      expect({ width, ...found, ...(await page.evaluate(movement)) }).toEqual({ width, light: [], dark: [], scrolls: false, shift: 0 });
    }
  });
});

describe('the first view of a principle page', () => {
  test('is light, and paints after one request', async () => {
    const page = await openPage('about/');
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    const sizes: { [type: string]: number } = {};
    const types = new Map<string, string>();
    const blocking: string[] = [];
    client.on('Network.responseReceived', ({ type, response }) => types.set(response.url, type));
    await page.goto(page.url().replace('about/', 'principles/8/'), { waitUntil: 'networkidle' });
    await page.reload({ waitUntil: 'networkidle' });
    // What is compressed are the files; the headers of an answer belong to the host.
    const bodies = await page.evaluate(() => ([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]).map(({ name, encodedBodySize }) => [name, encodedBodySize] as const));
    for (const [url, bytes] of bodies) sizes[types.get(url) ?? url] = bytes + (sizes[types.get(url) ?? url] ?? 0);
    blocking.push(...(await page.evaluate(() => (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[])
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name))));
    const kib = (type: string) => (sizes[type] ?? 0) / 1024;
    expect(blocking).toEqual([]);
    // Twelve for the words, eight for the style sheet that is part of the page.
    expect(kib('Document')).toBeLessThanOrEqual(20);
    expect(kib('Script')).toBeLessThanOrEqual(2);
    expect(kib('Font')).toBeLessThanOrEqual(45);
    expect(Object.keys(sizes).sort()).toEqual(['Document', 'Font', 'Script']);
  });
});

test('a permalink is reached by Tab, leads to its passage, is copied and said', async () => {
  const page = await openPage('call/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const link = page.getByRole('link', { name: 'p6: Permalink to paragraph 6' });
  for (let presses = 0; presses < 120 && !(await link.evaluate((element) => element === document.activeElement)); presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Link copied').waitFor();
  expect(new URL(page.url()).hash).toBe('#p6');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a passage that a link leads to is marked by style alone', async () => {
  const page = await openPage('coverage/wired-us-sits-out/#c7', { javaScriptEnabled: false });
  const paint = (id: string) => page.locator(`#${id} > .words`).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await paint('c7')).not.toBe(await paint('c8'));
});

test('the skip link comes first and leads past the masthead', async () => {
  const page = await openPage('principles/8/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('without script every mention can be unfolded and read', async () => {
  const page = await openPage('call/', { javaScriptEnabled: false });
  const note = page.locator('#p11 details.notes');
  await note.locator('summary').click();
  await note.getByText('Louise Matsakis').first().waitFor();
});

test('a short address leads to its principle, with script or without', async () => {
  const page = await openPage('p8', { javaScriptEnabled: false });
  await page.getByRole('heading', { level: 1, name: 'No private hack back' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/principles/8/');
});

test('an address that is nearly right is offered the right one', async () => {
  const page = await openPage('principels/8', { expected: /404/ });
  await page.getByRole('link', { name: '/principles/8/' }).waitFor();
});

test('printed, all notes are open and the furniture is gone', async () => {
  const page = await openPage('call/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('search').isVisible()).toBe(false);
  expect(await page.locator('#p11 details li').first().evaluate((item) => item.getBoundingClientRect().height)).toBeGreaterThan(0);
});

describe('under a base path', () => {
  test('links, styles and the short address work', async () => {
    const page = await openPage('', { underBase: true });
    await page.getByRole('link', { name: 'No private hack back' }).click();
    await page.getByRole('heading', { level: 1, name: 'No private hack back' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/ref/principles/8/');
    await page.goto(page.url().replace('principles/8/', 'p3'));
    await page.waitForURL('**/ref/principles/3/');
  });
});
