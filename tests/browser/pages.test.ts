import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { PAGE_TYPES } from '../pages.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = { wide: 1280, narrow: 320 } as const;
const cases = Object.entries(PAGE_TYPES).flatMap(([type, path]) => Object.entries(WIDTHS).map(([width, pixels]) => ({ type, path, width, pixels })));

describe.each(cases)('the $type page, $width', ({ path, pixels }) => {
  test.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    // axe is handed to the page by the test, past the page's own policy.
    const page = await openPage(path, { viewport: { width: pixels, height: 900 }, colorScheme, bypassCSP: true });
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const results = await (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(violations).toEqual([]);
  });

  test('does not scroll sideways and does not shift', async () => {
    const page = await openPage(path, { viewport: { width: pixels, height: 900 } });
    await page.waitForLoadState('networkidle');
    const [scroll, shift] = await page.evaluate(() => new Promise<[number, number]>((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done([document.documentElement.scrollWidth, sum]), 300);
    }));
    expect(scroll).toBeLessThanOrEqual(pixels);
    expect(shift).toBe(0);
  });
});

describe('the first view of a principle page', () => {
  test('is light, and paints after two requests', async () => {
    const page = await openPage('about/');
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    const sizes: { [type: string]: number } = {};
    const types = new Map<string, string>();
    const blocking: string[] = [];
    client.on('Network.responseReceived', ({ requestId, type, response }) => types.set(requestId, `${type} ${response.url}`));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const [type = ''] = (types.get(requestId) ?? '').split(' ');
      sizes[type] = (sizes[type] ?? 0) + encodedDataLength;
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.goto(page.url().replace('about/', 'principles/8/'), { waitUntil: 'networkidle' });
    for (const type of Object.keys(sizes)) delete sizes[type];
    await page.reload({ waitUntil: 'networkidle' });
    blocking.push(...(await page.evaluate(() => (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[])
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name))));
    const kib = (type: string) => (sizes[type] ?? 0) / 1024;
    expect(blocking).toHaveLength(1);
    expect(kib('Document')).toBeLessThanOrEqual(12);
    expect(kib('Stylesheet')).toBeLessThanOrEqual(8);
    expect(kib('Script')).toBeLessThanOrEqual(2);
    expect(kib('Font')).toBeLessThanOrEqual(45);
    expect(Object.keys(sizes).sort()).toEqual(['Document', 'Font', 'Script', 'Stylesheet']);
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
