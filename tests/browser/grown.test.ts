/** The site with four hundred generated records besides its own: cut into parts where a page or a search would else grow with it. */
import { readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { siteServer } from '../../src/serve/server.ts';
import { grow } from '../bench/grow.ts';
import { build, filesBelow, scratch } from '../build.ts';
import { SITE } from '../site.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const folder = scratch('grown');
const out = join(folder, 'dist');
let server: Server;
let at: string;
let rows: { slug: string; title: string; publisher: string; published: string | null }[];

beforeAll(async () => {
  const { status, printed } = await build({ ...SITE, CONTENT_DIR: grow(folder, 400), OUT_DIR: out });
  if (status !== 0) throw new Error(printed);
  server = siteServer(out, '/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  ({ rows } = JSON.parse(readFileSync(join(out, 'data', 'coverage.json'), 'utf8')));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every record that a page lists, in its order. */
const listed = (page: Page) => page.locator('.records > li').locator('h2 a, h3 a, .copies a').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));

describe('a page', () => {
  test('of whatever kind weighs no more than 60 KiB, compressed, but for the edition that is made for the press', () => {
    const pages = [...filesBelow(out)].filter(([path]) => path.endsWith('.html') && path !== 'edition/index.html');
    expect(pages.length).toBeGreaterThan(rows.length);
    expect(pages.flatMap(([path, bytes]) => (gzipSync(bytes).length > 60 * 1024 ? [path] : []))).toEqual([]);
  });

  test('of a list that is too long for it leads to the rest, and the parts name each record once', async () => {
    const page = await openPage('coverage/', { at });
    const found: string[] = [];
    for (let part = 1; ; part++) {
      const own = await listed(page);
      expect(own.length).toBeGreaterThan(0);
      found.push(...own);
      const next = page.locator('.parts [rel=next]').first();
      if ((await next.count()) === 0) {
        expect(part).toBeGreaterThan(2);
        break;
      }
      await next.click();
      await page.waitForURL(`**/coverage/page/${part + 1}/`);
    }
    expect([...found].sort()).toEqual(rows.map(({ slug }) => slug).sort());
  });

  test('of a principle shows some of what is said of it, and leads to all of it', async () => {
    const page = await openPage('principles/8/', { at });
    const some = await page.locator('#coverage .mentions > li').count();
    expect(some).toBeGreaterThan(0);
    await page.locator('#coverage').getByRole('link', { name: /more sources$/ }).click();
    await page.waitForURL('**/principles/8/coverage/');
    expect(await page.locator('.mentions > li').count()).toBeGreaterThan(some);
  });
});

describe('search', () => {
  const field = (page: Page) => page.getByRole('main').getByRole('searchbox');
  const status = (page: Page) => page.locator('.results [role=status]');
  const older = (page: Page) => page.getByRole('button', { name: 'Search them too' });
  const found = async (page: Page) => {
    await expect.poll(() => status(page).textContent()).toMatch(/^Found on \d+ pages\.$/);
    return Number(/\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
  };

  test('costs at most twice as many bytes as in a small record', async () => {
    const weights = [];
    for (const site of [at, inject('site').url]) {
      const page = await openPage('search/', { at: site });
      await field(page).fill('hygiene');
      await found(page);
      weights.push(await page.evaluate(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.includes('/pagefind/')).reduce((sum, one) => sum + one.encodedBodySize, 0)));
    }
    const [grown = 0, small = 0] = weights;
    expect(small).toBeGreaterThan(50 * 1024);
    expect(grown).toBeLessThan(2 * small);
  });

  test('of the newest says that the older publications have not been searched, and searches them when asked', async () => {
    const page = await openPage('search/', { at });
    await field(page).fill('cyberspace');
    const some = await found(page);
    await page.getByText('The older publications have not been searched.').waitFor();
    await older(page).click();
    await older(page).waitFor({ state: 'hidden' });
    expect(await found(page)).toBeGreaterThan(some);
  });

  test('goes on to the older publications by itself where the newest hold too little', async () => {
    const oldest = [...rows].filter(({ publisher, published }) => /\d$/.test(publisher) && published !== null).sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))[0];
    const page = await openPage('search/', { at });
    await field(page).fill(`"${oldest?.publisher ?? ''}"`);
    await page.locator('.hits').getByRole('link', { name: oldest?.title ?? '', exact: true }).first().waitFor();
    expect(await older(page).isVisible()).toBe(false);
  });

  test('whose older part does not come says so, and works once it is there', async () => {
    const page = await openPage('search/', { at, expected: /Failed to load|ERR_|Pagefind|fetch/i });
    await page.route('**/pagefind/en/older/**', (route) => route.abort());
    await field(page).fill('cyberspace');
    const some = await found(page);
    await older(page).click();
    await expect.poll(() => status(page).textContent()).toMatch(/^Search could not answer/);
    await page.unroute('**/pagefind/en/older/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await found(page)).toBe(some);
    await older(page).click();
    await older(page).waitFor({ state: 'hidden' });
    expect(await found(page)).toBeGreaterThan(some);
  });
});
