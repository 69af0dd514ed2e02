/** What a reader does with a citation, a feed's address and a preview. */
import { describe, expect, test } from 'vitest';
import { FACETS } from '../../src/lib/addresses.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a citation', () => {
  test('of a principle is copied in one action: its words, both styles, its permalink', async () => {
    const page = await openPage('principles/8/', clipboard);
    await page.getByRole('link', { name: 'Copy the words with citation' }).click();
    await page.getByText('Copied: words with citation').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/hacking back.*\n\nAPA: Principle 8, No private hack back\. .*\nChicago: “Principle 8, No private hack back\.” .*https:\/\/call\.example\/principles\/8\/\.\n$/s);
    expect(new URL(page.url()).pathname).toBe('/principles/8/');
  });

  test('of a claim is copied as BibTeX', async () => {
    const page = await openPage('coverage/wired-us-sits-out/#c7', clipboard);
    await page.locator('#c7 .cite-tools summary').click();
    await page.locator('#c7').getByRole('link', { name: 'BibTeX' }).click();
    await page.getByText('Copied: BibTeX').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@online\{paris-call-coverage-wired-us-sits-out-c7,/);
  });

  test('is a file where there is no script', async () => {
    const page = await openPage('coverage/wired-us-sits-out/', { javaScriptEnabled: false });
    await page.locator('#c7 .cite-tools').getByRole('link', { name: 'Copy' }).click();
    await page.waitForURL('**/coverage/wired-us-sits-out/cite/c7.txt');
    expect(await page.locator('body').innerText()).toContain('APA: Claim 7');
  });

  test('is opened to be copied by hand where the clipboard is refused', async () => {
    const page = await openPage('questions/how-many-states/', { permissions: [] });
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new Error('no')), writeText: () => Promise.reject(new Error('no')) } }));
    await page.getByRole('link', { name: 'Copy the words with citation' }).click();
    await page.waitForURL('**/questions/how-many-states/cite.txt');
  });

  test('of the original is offered beside that of our record', async () => {
    const page = await openPage('coverage/wired-us-sits-out/');
    await page.locator('article > .cite-tools summary').click();
    await page.getByText('Matsakis, L. (2018, November 12). The US Sits Out an International Cybersecurity Agreement. WIRED.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('article > .cite-tools').getByRole('link', { name: 'Save RIS' }).last().click()]);
    expect(download.url()).toMatch(/\/coverage\/wired-us-sits-out\/cite\/original\.ris$/);
  });
});

describe('a preview', () => {
  test('shows on hover what a claim says, can be pointed at, and goes with Escape', async () => {
    const page = await openPage('principles/8/');
    const link = page.locator('main .mentions a[href*="#c"]').first();
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    const preview = page.locator('#preview');
    await preview.waitFor();
    expect(await preview.innerText()).toMatch(/^Claim \d+ of “/);
    expect(await link.getAttribute('aria-describedby')).toBe('preview');
    await preview.hover();
    await page.waitForTimeout(400);
    expect(await preview.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await preview.isVisible()).toBe(false);
  });

  test('stays while the pointer goes to it and back, and goes when the pointer brushes another link on its way', async () => {
    const page = await openPage('principles/8/');
    const links = page.locator('main .mentions a[href*="#c"]');
    const preview = page.locator('#preview');
    await links.first().scrollIntoViewIfNeeded();
    await links.first().hover();
    await preview.waitFor();
    await preview.hover();
    await links.first().hover();
    await page.waitForTimeout(500);
    expect(await preview.isVisible()).toBe(true);
    await page.locator('#preamble a[href*="/call/#p"]').first().dispatchEvent('pointerover');
    await page.mouse.move(0, 0);
    await page.locator('#preamble a[href*="/call/#p"]').first().dispatchEvent('pointerleave');
    await preview.waitFor({ state: 'hidden' });
  });

  test('is not asked for of the lists, which have no words of their own', async () => {
    const page = await openPage('coverage/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const facet of FACETS) {
      const link = page.locator(`main a[href$="/coverage/${facet}/"]`).first();
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      await page.waitForTimeout(400);
    }
    expect(asked).toEqual([]);
  });

  test.each([
    ['a paragraph', 'principles/8/', '#preamble a[href*="/call/#p"]', /^The Paris Call, paragraph \d+/],
    ['a term', 'call/', '#p6 a.term', /^[a-z]/],
    ['a principle', 'coverage/wired-us-sits-out/', '#c7 .words a[href$="/principles/8/"]', /^Principle 8, No private hack back/],
  ])('shows %s by keyboard, and goes when the link is left', async (_, path, selector, title) => {
    const page = await openPage(path);
    await page.locator(selector).first().focus();
    await page.locator('#preview').waitFor();
    expect(await page.locator('#preview').innerText()).toMatch(title);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(50);
    expect(await page.locator(selector).first().getAttribute('aria-describedby')).toBeNull();
  });

  test('is asked for once, and only when the reader rests on a link', async () => {
    const page = await openPage('principles/8/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const link = page.locator('#preamble a[href*="/call/#p"]').first();
    await link.scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);
    await link.hover();
    await page.locator('#preview').waitFor();
    await page.mouse.move(0, 0);
    await page.locator('#preview').waitFor({ state: 'hidden' });
    await link.hover();
    await page.locator('#preview').waitFor();
    expect(asked).toHaveLength(1);
  });

  test('stays away from links to other sites and from pages that are not cited', async () => {
    const page = await openPage('about/');
    for (const link of await page.locator('main a[href]').all()) {
      const href = await link.getAttribute('href');
      if (href?.startsWith('http') || href === '/call/' || href?.startsWith('#')) await link.focus();
    }
    expect(await page.locator('#preview').isVisible()).toBe(false);
  });

  test('lies within the window at 320 pixels', async () => {
    const page = await openPage('call/', { viewport: { width: 320, height: 600 } });
    await page.locator('#p6 a.term').last().focus();
    await page.locator('#preview').waitFor();
    const [box, width] = [await page.locator('#preview').boundingBox(), await page.evaluate(() => document.documentElement.scrollWidth)];
    expect(width).toBe(320);
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
  });
});
