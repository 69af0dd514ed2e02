/**
 * Queries and addresses that try to bring in code, in a real browser and under the site's own policy: no script of theirs
 * runs, the policy has nothing to hold back, no element is made of their words, and the page says something sensible.
 * One page is opened for many of them, since a query is read from the address without loading anything anew.
 */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { tidy } from '../../src/lib/query.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const RUN = 'window.ran=1';
const QUERIES: { readonly [name: string]: string } = {
  'a script': `<script>${RUN}</script>`,
  'a script behind the end of the page': `"></title></script></main></body><script>${RUN}</script>`,
  'a picture that fails': `<img src=x onerror="${RUN}">`,
  'a drawing that loads': `<svg/onload=${RUN}>`,
  'a frame with a page in it': `<iframe srcdoc="<script>${RUN}</script>">`,
  'the end of an attribute': `" autofocus onfocus="${RUN}" x="`,
  'the end of an attribute in single marks': `' onmouseover='${RUN}`,
  'a mark of a hit': `<mark onclick="${RUN}">private</mark>`,
  'entities': '&lt;script&gt;&#x3C;img src=x onerror=window.ran=1&#x3E;',
  'a script for an address': `javascript:${RUN}`,
  'a page in data': `data:text/html,<script>${RUN}</script>`,
  'a template': `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %> {query} {n} {word}`,
  'signs of replacement': '$& $1 $` $\' $$ {query}',
  'a pattern': '(a+)+$ [[:alpha:]] .* ^ \\d{1,9999} (?<!x)',
  'names that every object has': '__proto__ constructor toString hasOwnProperty',
  'control characters': 'hack\u0000\u0001\u001b[2J\u007f\u0085back',
  'halves of pairs': 'hack \ud83d back \ude00',
  'writing turned around': 'hack \u202ekcab\u202c \u2067back\u2069 \u202e',
  'writing from right to left': 'נייר פריז نداء باريس',
  'letters without width': 'ha\u200bck\u2060 \ufeffback',
  'emoji': '👩‍💻🏳️‍🌈🇫🇷',
  'a phrase that never closes': '"private hack',
  'marks alone': '"""\'\'\'“”«»',
  'percent signs': '%3Cscript%3E %253Cscript%253E %00 %',
  'a path': '../../../../etc/passwd',
  'a command': '; cat /etc/passwd | $(id) `id`',
  'a query of a database': "' OR 1=1; DROP TABLE pages; --",
  'five thousand words': 'hack '.repeat(5000),
  'a word of 100,000 letters': 'x'.repeat(100_000),
  'accents upon accents': `a${'\u0301'.repeat(300)}`,
  'a part of the Call that there is not': 'principle 99999999999999999999',
};

/** Notes each violation of the policy from here on; `openPage` fails the test for those before, which stand on the console. */
const watch = (page: Page) => page.evaluate(() => {
  const seen = window as unknown as { violations: string[] };
  seen.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => seen.violations.push(`${violatedDirective} ${blockedURI}`));
});
const happened = (page: Page) => page.evaluate(() => {
  const { ran, violations } = window as unknown as { ran?: number; violations: string[] };
  // What only the words of a query could have made: the search makes none of these.
  const strange = [...document.querySelectorAll('site-search :is(script, img, svg, iframe, style, link, form form)')].map(({ outerHTML }) => outerHTML);
  const handlers = [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).map(({ outerHTML }) => outerHTML);
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(({ href }) => !/^(https?|mailto):/.test(href)).map(({ href }) => href);
  return { ran, violations, strange, handlers, addresses };
});
const NOTHING = { ran: undefined, violations: [], strange: [], handlers: [], addresses: [] };

const said = (page: Page) => page.locator('site-search .results [role=status]').textContent();
const SETTLED = { '': /Found|Nothing|No page|could not/, 'fr/': /Trouv|Rien|Aucune page|n’a pas/ } as const;

describe.each(['', 'fr/'] as const)('the search at /%ssearch/', (lang) => {
  test('takes hostile queries from the address as words', async () => {
    const page = await openPage(`${lang}search/`);
    await watch(page);
    for (const [name, query] of Object.entries(QUERIES)) {
      // As Back and Forward do: the page reads the address without being loaded.
      const shown = await page.evaluate(async ({ search, settled }) => {
        const status = document.querySelector('site-search .results [role=status]');
        if (status !== null) status.textContent = '';
        history.replaceState(null, '', location.pathname + search);
        dispatchEvent(new PopStateEvent('popstate'));
        const isSettled = new RegExp(settled);
        for (let turn = 0; turn < 200 && !isSettled.test(status?.textContent ?? ''); turn++) await new Promise((resolve) => setTimeout(resolve, 20));
        return { field: document.querySelector<HTMLInputElement>('site-search input')?.value ?? '', said: status?.textContent ?? '' };
      }, { search: `?q=${encodeURIComponent(query.toWellFormed())}`, settled: SETTLED[lang].source });
      expect([name, shown.said]).toEqual([name, expect.stringMatching(SETTLED[lang])]);
      expect([name, [...shown.field].length <= 200, /[\p{Cc}\p{Cs}]/u.test(shown.field)]).toEqual([name, true, false]);
      expect([name, await happened(page)]).toEqual([name, NOTHING]);
    }
  });
});

describe('the search', () => {
  test('takes hostile filters, languages, fragments and encodings for none of its own', async () => {
    const page = await openPage('search/');
    await watch(page);
    const script = encodeURIComponent(QUERIES['the end of an attribute'] ?? '');
    for (const search of [
      `?q=hack&kind=${script}`, `?q=hack&principle=${script}&publisher=__proto__&year=constructor`, `?q=hack&lang=${script}`, `?lang=../../evil&q=hack`, `?q=hack&lang=__proto__`,
      `?q=hack#${script}`, '?q=hack#:~:text=evil', `?q=${encodeURIComponent(script)}`, '?q=%', '?q=%ff%fe%00', '?q=a&q=<script>', '?q[]=x&q=hack', '?__proto__[x]=1&q=hack', `?${'q=hack&'.repeat(2000)}`,
    ]) {
      const status = await page.evaluate(async (address) => {
        const place = document.querySelector('site-search .results [role=status]');
        if (place !== null) place.textContent = '';
        history.replaceState(null, '', location.pathname + address);
        dispatchEvent(new PopStateEvent('popstate'));
        for (let turn = 0; turn < 200 && !/Found|Nothing|No page|could not/.test(place?.textContent ?? ''); turn++) await new Promise((resolve) => setTimeout(resolve, 20));
        return place?.textContent ?? '';
      }, search);
      expect([search.slice(0, 60), status]).toEqual([search.slice(0, 60), expect.stringMatching(/Found|Nothing|No page/)]);
      expect([search.slice(0, 60), await happened(page)]).toEqual([search.slice(0, 60), NOTHING]);
    }
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  });

  test('takes what is typed as words, and writes it into the address as words', async () => {
    const page = await openPage('search/');
    await watch(page);
    for (const query of [QUERIES['a picture that fails'], QUERIES['writing turned around'], QUERIES['signs of replacement']]) {
      await page.locator('site-search input').fill(query ?? '');
      await expect.poll(() => new URL(page.url()).searchParams.get('q'), { timeout: 20_000 }).toBe(tidy(query ?? ''));
      await expect.poll(() => said(page), { timeout: 20_000 }).toMatch(/Nothing|No page|Found/);
      expect(await happened(page)).toEqual(NOTHING);
    }
  });

  test('says the words as they were asked, signs of replacement and all, and they turn none of its own around', async () => {
    const query = 'zzqx<b>$&{n}\u202exqzz';
    const page = await openPage(`search/?q=${encodeURIComponent(query)}`);
    const status = page.locator('site-search .results [role=status]');
    await expect.poll(() => status.textContent(), { timeout: 20_000 }).toContain('zzqx');
    expect(await status.textContent()).toContain('xqzz');
    expect(await status.textContent()).toContain('<b>$&{n}');
    // A mark that turns writing around would reach past the words, and what stands after them would be drawn before them.
    expect(await status.textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('an address that is not there', () => {
  const PATHS = [
    `%3Cscript%3E${RUN}%3C/script%3E/`, `call%22onmouseover=%22${RUN}/`, 'cal/#"><img src=x onerror=window.ran=1>', 'principles/88/#javascript:window.ran=1', '__proto__/', '%E2%80%AEllac/', 'call/..%2f..%2fetc/', '%F0%9F%92%BB/', `${'a/'.repeat(500)}`, '%25%33%63script/', '%2f%2fevil.example/',
  ];

  test('is named by the nearest that is, in words, whatever stands in it', async () => {
    const { url } = inject('site');
    const page = await openPage('call/', { expected: /404|400/ });
    for (const path of PATHS) {
      await page.goto(url + path).catch(() => undefined);
      await watch(page);
      await page.waitForTimeout(100);
      expect([path.slice(0, 40), await page.locator('h1').count()]).toEqual([path.slice(0, 40), 1]);
      expect([path.slice(0, 40), new URL(page.url()).origin, await happened(page)]).toEqual([path.slice(0, 40), new URL(url).origin, NOTHING]);
    }
    // The fragment goes along, as a fragment.
    await page.goto(`${url}cal/#"><img src=x onerror=window.ran=1>`);
    const offer = page.locator('.nearest a');
    await expect.poll(() => offer.count(), { timeout: 20_000 }).toBe(1);
    expect(await offer.evaluate((link: HTMLAnchorElement) => [link.pathname, link.children.length, link.textContent])).toEqual(['/call/', 0, '/call/']);
  });
});

describe('a fragment that is not there', () => {
  test('leaves the page as it is, and shows no preview of it', async () => {
    const page = await openPage('call/');
    await watch(page);
    const before = await page.evaluate(() => document.querySelectorAll('*').length);
    for (const hash of ['"><img src=x onerror=window.ran=1>', 'javascript:window.ran=1', '%3Cscript%3E', ':~:text=evil', '__proto__', '\u202e', 'x'.repeat(50_000)]) {
      await page.evaluate((fragment) => { location.hash = fragment; }, hash);
      expect(await happened(page)).toEqual(NOTHING);
    }
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBe(before);
    // A link that was changed to ask for a file by a hostile fragment gets none, or one of this site.
    const link = page.locator('main a[href*="/principles/"]').first();
    await link.evaluate((a: HTMLAnchorElement) => { a.href = `${a.pathname.replace(/principles.*/, 'call/')}#../../../evil"><script>window.ran=1</script>`; });
    await link.focus();
    await page.waitForTimeout(100);
    expect(await happened(page)).toEqual({ ...NOTHING });
  });
});
