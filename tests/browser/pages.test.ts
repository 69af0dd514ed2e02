/** What every page is and does: how light it is, its keys, its links, without script, in print, under a base path. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { facesOf, openPage, useBrowser } from './open.ts';

useBrowser();

/** The host has answered at once, however busy this machine is. */
const onFastLine = (page: Page) => page.addInitScript(() => Object.defineProperty(PerformanceTiming.prototype, 'responseStart', { get(this: PerformanceTiming) { return this.requestStart; } }));
const onSlowLine = (page: Page) => page.addInitScript(() => Object.defineProperty(PerformanceTiming.prototype, 'responseStart', { get(this: PerformanceTiming) { return this.requestStart + 101; } }));

describe('the first view of a principle page', () => {
  test('is light, and paints after one request', async () => {
    const page = await openPage('about/', { before: onFastLine });
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

  const facesAsked = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).length);

  test('is set in our face where the host has answered fast', async () => {
    const page = await openPage('principles/8/', { before: onFastLine });
    await page.waitForLoadState('networkidle');
    expect(await facesAsked(page)).toBe(2);
    await page.reload();
    expect(await facesOf(page, 'main p')).toContainEqual({ familyName: 'Alegreya', isCustomFont: true });
  });

  test('asks for no face where the host has answered slowly, nor when it is printed', async () => {
    const page = await openPage('principles/8/', { before: onSlowLine });
    await page.waitForLoadState('networkidle');
    await page.emulateMedia({ media: 'print' });
    expect(await facesAsked(page)).toBe(0);
    expect((await facesOf(page, 'main p')).map(({ isCustomFont }) => isCustomFont)).toEqual([false]);
  });

  test('may be set in our face without script', async () => {
    const page = await openPage('principles/8/', { javaScriptEnabled: false });
    await page.waitForLoadState('networkidle');
    expect(await facesAsked(page)).toBe(2);
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
