/** What readers meet when something is refused, missing or lost: nothing breaks in silence, and every page leads on. */
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { PAGE_TYPES } from '../pages.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const NOISE = /Failed to load|Failed to fetch|ERR_|import|Decompressing|preload|Content Security Policy|WebAssembly|Pagefind|MIME/i;
const PATIENT = { timeout: 8000 };
const field = (page: Page) => page.getByRole('main').getByRole('searchbox');
const status = (page: Page) => page.locator('.results [role=status]');
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
const says = (page: Page, words: RegExp) => expect.poll(() => status(page).textContent(), PATIENT).toMatch(words);
const concordance = (page: Page) => page.getByRole('heading', { name: 'Concordance of the Call' });

/** What a host may send in place of a file. */
const faults: { [fault: string]: (route: Route) => Promise<void> } = {
  missing: (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>There is no page at this address</h1>' }),
  'cut in half': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, headers: { 'content-type': response.headers()['content-type'] ?? '' }, body: body.subarray(0, body.length / 2) });
  },
  'another page': (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Log in to this network</title>' }),
};

describe('search', () => {
  test.each([
    ['the engine', '**/pagefind.js*'],
    ['the WebAssembly', '**/wasm.en.pagefind'],
    ['the entry of the index', '**/pagefind-entry.json*'],
    ['the list of pages', '**/*.pf_meta'],
    ['the words', '**/*.pf_index'],
  ])('whose file of %s is missing, cut or replaced says so, leads on, and works once the file is there', async (_, file) => {
    const page = await openPage('search/', { expected: NOISE });
    for (const [index, fault] of Object.values(faults).entries()) {
      await page.route(file, fault);
      await (index === 0 ? field(page).fill('hygiene') : again(page).click());
      await says(page, /^Search could not answer/);
      await concordance(page).waitFor();
      expect(await page.locator('.hits > li').count()).toBe(0);
      await page.unroute(file);
    }
    await again(page).click();
    await says(page, /^Found on \d+ pages/);
    expect(await again(page).isVisible()).toBe(false);
    expect(await concordance(page).isVisible()).toBe(false);
  });

  test('shows the hits that come, and says that one did not', async () => {
    const page = await openPage('search/', { expected: NOISE });
    let isFirst = true;
    await page.route('**/*.pf_fragment', (route) => {
      const isBroken = isFirst;
      isFirst = false;
      return isBroken ? route.abort() : route.continue();
    });
    await field(page).fill('hygiene');
    await says(page, /^Found on \d+ pages\. Not all of them could be loaded\.$/);
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(3);
    const some = await page.locator('.hits > li').count();
    await again(page).click();
    await says(page, /^Found on \d+ pages\.$/);
    expect(await page.locator('.hits > li').count()).toBe(some + 1);
  });

  test('shows more as far as more comes, says that some did not, and asks again', async () => {
    const page = await openPage('search/', { expected: NOISE });
    await field(page).fill('states');
    await says(page, /^Found on \d+ pages\.$/);
    const some = await page.locator('.hits > li').count();
    await page.route('**/*.pf_fragment', (route) => route.abort());
    await page.getByRole('button', { name: 'More results' }).click();
    await says(page, /^Found on \d+ pages\. Not all of them could be loaded\.$/);
    expect(await page.locator('.hits > li').count()).toBe(some);
    expect(await again(page).evaluate((button) => button === document.activeElement)).toBe(true);
    // Said once, however often the reader asks for more.
    await page.getByRole('button', { name: 'More results' }).click();
    await page.waitForTimeout(500);
    await says(page, /^Found on \d+ pages\. Not all of them could be loaded\.$/);
    await page.unroute('**/*.pf_fragment');
    await again(page).click();
    await says(page, /^Found on \d+ pages\.$/);
  });

  test('keeps what it found where the other language, of which it asks besides, does not answer', async () => {
    const page = await openPage('search/', { expected: NOISE });
    await page.route('**/pagefind/fr/**', (route) => route.abort());
    await field(page).fill('hygiene zyzzyva');
    await says(page, /^No page contains the word “zyzzyva”\. Found on/);
    await page.waitForTimeout(500);
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(3);
    await says(page, /^No page contains the word “zyzzyva”\. Found on/);
  });

  test('answers at once where the network came back after the reader had turned to the form', async () => {
    const page = await openPage('search/', { expected: NOISE });
    await page.route('**/pagefind/**', (route) => route.abort());
    await field(page).focus();
    await page.waitForTimeout(500);
    await page.unroute('**/pagefind/**');
    await field(page).fill('hygiene');
    await says(page, /^Found on \d+ pages\.$/);
  });

  test('that loses the network while the reader types recovers with it, without a reload', async () => {
    const page = await openPage('search/', { expected: NOISE });
    await field(page).fill('hygiene');
    await says(page, /^Found on/);
    await page.context().setOffline(true);
    await field(page).fill('wassenaar');
    await says(page, /^There is no network/);
    await concordance(page).waitFor();
    await page.context().setOffline(false);
    await says(page, /^Found on/);
    expect(await field(page).inputValue()).toBe('wassenaar');
    await page.waitForURL('**/search/?q=wassenaar');
  });

  test('says so where the policy of a network or the browser refuses WebAssembly', async () => {
    const page = await openPage('search/', { expected: NOISE });
    await page.route('**/search/**', async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replace("'wasm-unsafe-eval'", '') });
    });
    await page.reload();
    await field(page).fill('hygiene');
    await says(page, /^Search could not answer/);
    await concordance(page).waitFor();
  });

  test('that is long in coming is said to be late, and is shown once it comes', async () => {
    const page = await openPage('search/', { before: (one) => one.clock.install() });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/wasm.en.pagefind', async (route) => {
      await held;
      await route.continue();
    });
    await field(page).fill('hygiene');
    await says(page, /^Searching/);
    await page.clock.fastForward(8000);
    await says(page, /^The search index is taking a long time to load/);
    await concordance(page).waitFor();
    expect(await again(page).isVisible()).toBe(true);
    release();
    await says(page, /^Found on/);
    expect([await again(page).isVisible(), await concordance(page).isVisible()]).toEqual([false, false]);
  });

  test('needs no storage', async () => {
    const page = await openPage('about/');
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('refused', 'SecurityError'); } });
    });
    await page.goto(page.url().replace('about/', 'search/?q=hygiene'));
    await says(page, /^Found on/);
  });

  test('prints its hits, without the form', async () => {
    const page = await openPage('search/?q=hygiene');
    await says(page, /^Found on/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.hits > li').first().isVisible()).toBe(true);
    expect(await field(page).isVisible()).toBe(false);
  });
});

describe('the first hit', () => {
  const asked = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/pagefind/')).map((name) => name.replace(/^.*\/pagefind\/|\?.*$/g, '')));

  test('is shown at the first key, and what is typed next takes its place', async () => {
    const page = await openPage('search/');
    await field(page).press('h');
    await page.locator('.hits > li').first().waitFor();
    await field(page).pressSequentially('ygiene');
    await page.waitForURL('**/search/?q=hygiene');
    await says(page, /^Found on/);
    expect(await page.locator('.hits mark').first().textContent()).toMatch(/hygiene/i);
  });

  test('finds all that it needs on its way when the reader turns to the form, and nothing else', async () => {
    const page = await openPage('search/');
    await field(page).hover();
    const files = async () => [...new Set(await asked(page))].map((name) => name.replace(/_[0-9a-f]+\./, '.')).sort();
    await expect.poll(files, PATIENT).toEqual(['en/pagefind-entry.json', 'en/pagefind.en.pf_meta', 'en/pagefind.js', 'en/wasm.en.pagefind']);
  });

  test('of a word that is there costs one part of the index or two, where it stands at the end of one, eight pages and 200 KiB at most', async () => {
    const page = await openPage('search/');
    await field(page).fill('hygiene');
    await says(page, /^Found on/);
    const names = await asked(page);
    expect([1, 2]).toContain(names.filter((name) => name.endsWith('.pf_index')).length);
    expect(names.filter((name) => name.endsWith('.pf_fragment')).length).toBeLessThanOrEqual(8);
    expect(names.filter((name) => !name.startsWith('en/'))).toEqual([]);
    const bytes = await page.evaluate(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.includes('/pagefind/')).reduce((sum, one) => sum + one.encodedBodySize, 0));
    expect(bytes).toBeLessThan(200 * 1024);
  });

  test('is on its way when the reader turns to the masthead’s field, of any page and under a base path', async () => {
    const page = await openPage('principles/8/', { underBase: true });
    expect(await asked(page)).toEqual([]);
    await page.getByRole('searchbox').focus();
    await expect.poll(() => asked(page), PATIENT).toEqual(expect.arrayContaining(['en/pagefind.js', 'en/wasm.en.pagefind']));
  });
});

test('where the clipboard refuses, a permalink leads to its passage and says that nothing was copied', async () => {
  const page = await openPage('call/');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('#p6 a.permalink').click();
  await page.getByText('is in the address bar').waitFor();
  expect(new URL(page.url()).hash).toBe('#p6');
});

test('an old address leads to the passage that was asked for on a host that knows no redirects', async () => {
  const page = await openPage('about/');
  const root = page.url().replace('about/', '');
  await page.route('**/p8/', (route) => route.fulfill({ path: join(inject('site').folder, 'p8', 'index.html'), contentType: 'text/html; charset=utf-8' }));
  for (const fragment of ['', '#words']) {
    await page.goto(`${root}p8/${fragment}`).catch(() => undefined);
    await page.waitForURL(`${root}principles/8/${fragment}`);
  }
});

describe('an old fragment that a passage still answers to', () => {
  test.each([true, false])('leads there and marks it, with script %s', async (javaScriptEnabled) => {
    const page = await openPage('about/', { javaScriptEnabled });
    // As `former` ids stand beside a permalink when the ledger has moved one.
    await page.route('**/call/', async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replace(/(<[^>]* id="p6"[^>]*>)/, '$1<span class="former" id="p99"></span>') });
    });
    await page.goto(page.url().replace('about/', 'call/#p99'));
    const paint = (id: string) => page.locator(`#${id} > .words`).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await paint('p6')).not.toBe(await paint('p7'));
    expect(await page.locator('#p6').evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  });
});

describe('at 400 % on a window of 1280 by 1024', () => {
  test('no page scrolls sideways, cuts its words off, or covers what has the focus', async () => {
    const page = await openPage('', { viewport: { width: 320, height: 256 }, expected: /404/ });
    const root = page.url();
    const found: string[] = [];
    for (const [type, path] of Object.entries(PAGE_TYPES)) {
      await page.goto(root + path);
      found.push(...(await page.evaluate(() => {
        const wrong = document.documentElement.scrollWidth > 320 ? ['scrolls sideways'] : [];
        for (const element of document.querySelectorAll<HTMLElement>('h1, h2, h3, main p, main li, main a, main button, main summary')) {
          if (!element.checkVisibility() || element.closest('.wide, .matrix, svg, [tabindex="0"], .former') !== null) continue;
          const { left, right, width } = element.getBoundingClientRect();
          if (width > 1 && (left < -1 || right > 321)) wrong.push(`outside: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
        }
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          if (['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.getBoundingClientRect().height > 64) wrong.push(`stands in the way: ${element.className}`);
        }
        return wrong;
      })).map((wrong) => `${type} ${wrong}`));
    }
    expect(found).toEqual([]);
  });
});

describe('in colours that the reader forces', () => {
  test('the focus, the marks and the passage that a link leads to are seen by their lines', async () => {
    const page = await openPage('call/#principle-8', { forcedColors: 'active' });
    expect(await page.locator('#principle-8 > .words').evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).not.toBe('none');
    await page.goto(page.url().replace('call/#principle-8', 'coverage/wired-us-sits-out/#c7'));
    const outlines = await page.locator('#c7, #c7 > *').evaluateAll((all) => all.map((element) => getComputedStyle(element).outlineStyle));
    expect(outlines).toContain('solid');
  });
});

test('where motion is to be reduced nothing moves by itself', async () => {
  const page = await openPage('', { reducedMotion: 'reduce' });
  const root = page.url();
  for (const path of ['', 'call/', 'timeline/', 'search/']) {
    await page.goto(root + path);
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return scrollBehavior === 'smooth' || animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0.01);
    }).map(({ tagName, className }) => `${tagName} ${String(className)}`));
    expect(moving).toEqual([]);
  }
});
