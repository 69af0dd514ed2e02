import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { movement } from './inspect.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search the site' });
const status = (page: Page) => page.locator('.results [role=status]');
const settled = async (page: Page) => {
  await expect.poll(() => status(page).textContent()).toMatch(/Found|Nothing|No page|could not/);
  return status(page).textContent();
};
const search = async (query: string, options = {}) => {
  const page = await openPage(`search/${query}`, options);
  const said = await settled(page);
  return { page, said };
};

describe('search', () => {
  test('loads nothing before the reader turns to it', async () => {
    const page = await openPage('search/');
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pagefind/')).length);
    expect(await loaded()).toBe(0);
    await field(page).focus();
    await expect.poll(loaded).toBeGreaterThan(0);
  });

  test('starts from the masthead of any page', async () => {
    const page = await openPage('principles/8/');
    await page.keyboard.press('/');
    await page.keyboard.type('Israel');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=Israel');
    expect(await settled(page)).toMatch(/Found on \d+ pages/);
  });

  test('opens a hit at its passage, marked', async () => {
    const { page } = await search('?q=undermine+electoral');
    await page.getByRole('link', { name: 'Principle 3 · Defend electoral processes' }).click();
    await page.waitForURL('**/call/#principle-3');
    await page.locator('#principle-3:target').waitFor();
  });

  test('keeps words and filters in the address, through reload and Back', async () => {
    const { page, said } = await search('?q=signed');
    await page.getByLabel('Kind').selectOption('commentary');
    await page.waitForURL('**/search/?q=signed&kind=commentary');
    await expect.poll(() => status(page).textContent()).not.toBe(said);
    const narrowed = await settled(page);
    await page.reload();
    expect(await settled(page)).toBe(narrowed);
    expect(await field(page).inputValue()).toBe('signed');
    expect(await page.getByLabel('Kind').inputValue()).toBe('commentary');
    await page.goBack();
    await page.waitForURL('**/search/?q=signed');
    await expect.poll(() => status(page).textContent()).toBe(said);
  });

  test.each([
    ['kind', 'explainer', 'Five Things You Need to Know About France’s New Cyber Norm Proposal'],
    ['publisher', 'WIRED', 'The US Sits Out an International Cybersecurity Agreement'],
    ['year', 'undated', 'Blog repost of the WIRED article'],
    ['principle', '6', 'Principle 6, Lifecycle security'],
  ])('narrows by %s alone, without words', async (name, value, title) => {
    const { page } = await search(`?${name}=${value}`);
    await page.getByRole('link', { name: title }).waitFor();
  });

  test.each([
    ['8', ['Principle 8, No private hack back', 'Paragraph 8']],
    ['P8', ['Principle 8, No private hack back', 'Paragraph 8']],
    ['principle 8', ['Principle 8, No private hack back']],
    ['p7', ['Paragraph 7', 'Principle 7, Cyber hygiene']],
    ['12', ['Paragraph 12']],
  ])('offers the part of the Call that “%s” names', async (words, names) => {
    const page = await openPage(`search/?q=${encodeURIComponent(words)}`);
    await expect.poll(() => page.locator('.jumps a').allTextContents()).toEqual(names);
  });

  test('finds a phrase in quotation marks, straight or curly', async () => {
    const straight = await search('?q=%22public+core%22');
    const curly = await search(`?q=${encodeURIComponent('“public core”')}`);
    expect(straight.said).toMatch(/Found/);
    expect(curly.said).toBe(straight.said);
    expect((await search('?q=%22teeth+lacks%22')).said).toMatch(/Nothing/);
  });

  test('marks the word, and not the punctuation around it', async () => {
    const { page } = await search('?q=vulnerabilities');
    const shown = await page.locator('.hits').evaluate((hits) => hits.innerHTML);
    expect(shown).toMatch(/<mark>vulnerabilities<\/mark>[.,;]/);
    expect((await page.locator('.hits mark').allTextContents()).filter((mark) => /^[^\p{L}\p{N}]|[^\p{L}\p{N}]$/u.test(mark))).toEqual([]);
  });

  test('takes either apostrophe', async () => {
    const straight = await search(`?q=${encodeURIComponent("France's")}`);
    const curly = await search(`?q=${encodeURIComponent('France’s')}`);
    expect(straight.said).toMatch(/Found/);
    expect(curly.said).toBe(straight.said);
  });

  test.each([
    ['p7', 'Go to Paragraph 7. Go to Principle 7, Cyber hygiene.'],
    ['P16', 'Go to Paragraph 16.'],
    ['P16&kind=reporting', 'Go to Paragraph 16.'],
  ])('says where “%s” leads, and not that nothing is found', async (query, words) => {
    const page = await openPage(`search/?q=${query}`);
    await expect.poll(() => status(page).textContent()).toBe(words);
    // It is heard; seen are the links below it, and its line stays.
    expect(await status(page).evaluate((line) => [getComputedStyle(line).clipPath, line.getBoundingClientRect().height > 10])).toEqual(['inset(50%)', true]);
    await field(page).fill('zyzzyva');
    await expect.poll(() => status(page).textContent()).toBe('Nothing found for “zyzzyva”.');
    expect(await status(page).evaluate((line) => getComputedStyle(line).clipPath)).toBe('none');
  });

  const count = (said: string | null) => Number(/Found on (\d+) page/.exec(said ?? '')?.[1] ?? 0);
  const addresses = (page: Page) => page.locator('.hits > li > h2 a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));

  test.each([
    ['hack-back', 'hack back', '/principles/8/'],
    ['hacking-back', 'hack back', '/questions/hack-back-for-a-state/'],
    ['Supply-Chain', 'supply chain', '/principles/6/'],
    ['public-core', 'public core', '/principles/2/'],
  ])('finds “%s” wherever a page has “%s”, as one word or as a phrase', async (joined, apart, address) => {
    const { page, said } = await search(`?q=${joined}`);
    const phrase = await search(`?q=%22${apart}%22`);
    const words = await search(`?q=${apart}`);
    expect(said).toMatch(/^Found on \d+ pages\.$/);
    expect(count(said)).toBeGreaterThanOrEqual(count(phrase.said));
    expect(count(said)).toBeLessThanOrEqual(count(words.said));
    expect(await addresses(page)).toContain(address);
    // Marked is the phrase, not each of its words wherever it stands.
    const marks = await page.locator('.hits mark').allTextContents();
    expect(marks.length).toBeLessThan(await words.page.locator('.hits mark').count());
  });

  test('finds a word that a hyphen joins beside others and under filters, and counts what is found without them', async () => {
    const hits = await search('?q=hack-back+law');
    expect(hits.said).toMatch(/^Found on \d+ pages\.$/);
    expect(await addresses(hits.page)).toContain('/principles/8/');
    const [all, narrowed] = [await search('?q=supply-chain'), await search('?q=supply-chain&principle=6')];
    expect(count(narrowed.said)).toBeGreaterThan(0);
    expect(count(narrowed.said)).toBeLessThan(count(all.said));
    expect((await search('?q=supply-chain&kind=list-post')).said).toBe(`Nothing found for “supply-chain” with these filters. Pages found without them: ${count(all.said)}.`);
  });

  test('keeps to the spelling within quotation marks, and to words that are mostly joined', async () => {
    const [loose, exact] = [await search('?q=hack-back'), await search('?q=%22hack-back%22')];
    expect(exact.said).toMatch(/^Found/);
    expect(count(exact.said)).toBeLessThan(count(loose.said));
    const { page, said } = await search('?q=non-state');
    expect((await page.locator('.hits mark').allTextContents()).filter((mark) => !/non-state/i.test(mark))).toEqual([]);
    expect((await search('?q=non%E2%80%91state')).said).toBe(said);
    expect((await search('?q=multi-stakeholder')).said).toBe((await search('?q=multistakeholder')).said);
  });

  test('says which word is absent, though others are found', async () => {
    expect((await search('?q=supply-chain+zyzzyva')).said).toMatch(/^No page contains the word “zyzzyva”\. Found on/);
    expect((await search('?q=multi-stake')).said).toMatch(/^No page contains the word “multi-stake”/);
    expect((await search('?q=public+blockchain')).said).toMatch(/^No page contains the word “blockchain”\. Found on/);
    expect((await search('?q=internationalisation')).said).toMatch(/^No page contains the word “internationalisation”/);
    expect((await search('?q=zyzzyva')).said).toBe('Nothing found for “zyzzyva”.');
  });

  test('says how many pages there are without the filters', async () => {
    expect((await search('?q=theft&kind=list-post')).said).toMatch(/with these filters\. Pages found without them: \d+\./);
  });

  test('is worked by keyboard alone', async () => {
    const page = await openPage('search/');
    await field(page).focus();
    await page.keyboard.type('mercenaries');
    await settled(page);
    for (let presses = 0; presses < 12 && !(await page.evaluate(() => document.activeElement?.closest('.hits') !== null)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
  });

  test('works under a base path', async () => {
    const { page } = await search('?q=hygiene', { underBase: true });
    const links = await page.locator('.hits a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !href.startsWith('/ref/'))).toEqual([]);
  });

  test.each(['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '\u202Ejavascript:alert(1)', 'a'.repeat(5000), '\u0000\u0007', '((((', '{query}$&'])('takes %j as words and nothing else', async (words) => {
    const page = await openPage(`search/?q=${encodeURIComponent(words)}`);
    await expect.poll(async () => (await status(page).textContent()) || (await page.locator('.results').isHidden())).toBeTruthy();
    expect(await page.locator('.results img, .results script').count()).toBe(0);
  });

  test('says so when the index cannot be loaded, and leaves the concordance', async () => {
    const page = await openPage('search/', { expected: /Failed to load|ERR_FAILED|import/ });
    await page.route('**/pagefind/**', (route) => route.abort());
    await field(page).fill('hygiene');
    expect(await settled(page)).toMatch(/^Search could not answer/);
    await page.getByRole('heading', { name: 'Concordance of the Call' }).waitFor();
  });
});

describe('the search page that comes in two pieces, cut within a list of the form', () => {
  test.each([1280, 360, 320])('moves nothing when the second comes, at a width of %i', async (width) => {
    const { url } = inject('site');
    const html = await (await fetch(`${url}search/`)).text();
    const cut = html.indexOf('</option>', html.indexOf('<select name="publisher"')) + '</option>'.length;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const server = createServer(async ({ url: asked = '' }, answer) => {
      if (asked !== '/search/') {
        const response = await fetch(new URL(asked, url));
        answer.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? '' }).end(Buffer.from(await response.arrayBuffer()));
        return;
      }
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(html.slice(0, cut));
      await held;
      answer.end(html.slice(cut));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const page = await openPage('about/', { at, viewport: { width, height: 900 } });
      await page.goto(`${at}search/`, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      release();
      await page.waitForLoadState();
      expect(await page.evaluate(movement)).toEqual({ scrolls: false, shift: 0 });
    } finally {
      release();
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('without script', () => {
  test('the search page offers the concordance', async () => {
    const page = await openPage('search/?q=vulnerabilities', { javaScriptEnabled: false });
    // The driver switches scripts off too late for <noscript> to be shown; what it holds is what such a reader sees.
    expect(await page.locator('noscript').textContent()).toContain('with JavaScript');
    const entry = page.locator('.concordance div', { has: page.locator('dt', { hasText: /^vulnerabilities$/ }) });
    await entry.getByRole('link', { name: 'p11' }).click();
    await page.waitForURL('**/call/#p11');
  });

  test('the masthead’s search leads there', async () => {
    const page = await openPage('', { javaScriptEnabled: false });
    await field(page).fill('hygiene');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=hygiene');
  });
});
