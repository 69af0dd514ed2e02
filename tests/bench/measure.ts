/** What a reader waits for: each number taken in the browser, the median of several loads of a fresh one. */
import type { AddressInfo, Server } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { siteServer } from '../../src/serve/server.ts';
import { SLOW, slowServer } from './line.ts';
import type { Search } from './peers/peer.ts';
import { median } from './report.ts';

const TYPES = ['html', 'css', 'js', 'font', 'other'] as const;
export type ByType = { readonly [type in (typeof TYPES)[number]]: number };
export interface Loaded {
  readonly requests: number;
  readonly bytes: ByType;
  readonly total: number;
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  readonly tbt: number;
}
export interface Found {
  readonly requests: number;
  readonly bytes: number;
  /** From the first key to the first hit shown, in milliseconds. */
  readonly ms: number;
}

interface Sent { readonly path: string; readonly type: string; readonly bytes: number }

/** A folder served twice, on a fast line and on a slow one, with every answer written down. */
export interface Served {
  readonly fast: string;
  readonly slow: string;
  readonly sent: Sent[];
  readonly close: () => Promise<void>;
}

const listening = (server: Server): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** Serves a built folder; whoever calls it closes it. */
export async function serve(folder: string): Promise<Served> {
  const server = siteServer(folder, '/');
  const sent: Sent[] = [];
  server.on('request', (request, response) => response.on('finish', () => {
    const type = String(response.getHeader('content-type') ?? '');
    sent.push({ path: request.url ?? '/', type, bytes: Number(response.getHeader('content-length') ?? 0) });
  }));
  const port = await listening(server);
  const proxy = slowServer(port, SLOW);
  const slowPort = await listening(proxy);
  return {
    fast: `http://127.0.0.1:${port}/`, slow: `http://127.0.0.1:${slowPort}/`, sent,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([new Promise((done) => server.close(done)), new Promise((done) => proxy.close(done))]);
    },
  };
}

const kindOf = ({ path, type }: Sent): (typeof TYPES)[number] =>
  type.startsWith('text/html') ? 'html' : type.startsWith('text/css') ? 'css' : /javascript/.test(type) ? 'js' : /font/.test(type) || /\.woff2?$/.test(path) ? 'font' : 'other';

const CPU_SLOWDOWN = 4;

async function fresh(browser: Browser, isSlow: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  if (isSlow) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return { context, page };
}

/** What the page tells of itself; runs in the browser, before the page's own scripts. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, long: [] as [start: number, length: number][] };
  const observe = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  observe('layout-shift', ({ value = 0, hadRecentInput }) => (seen.cls += hadRecentInput === true ? 0 : value));
  observe('longtask', ({ startTime, duration }) => seen.long.push([startTime, duration]));
  Object.assign(window, { seen });
}

/** One page on the slow line, `times` times, after a visit that fills the server's own cache. */
export async function load(browser: Browser, served: Served, path: string, times: number): Promise<Loaded> {
  const all: Loaded[] = [];
  for (let time = 0; time <= times; time++) {
    const { context, page } = await fresh(browser, time > 0);
    await page.addInitScript(watch);
    served.sent.length = 0;
    await page.goto((time > 0 ? served.slow : served.fast) + path, { waitUntil: 'networkidle' });
    // A heavy page paints only after the network has fallen silent.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await page.waitForTimeout(time > 0 ? 500 : 0);
    const { fcp, lcp, cls, tbt } = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: { lcp: number; cls: number; long: [number, number][] } };
      const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      return { fcp, lcp: seen.lcp, cls: seen.cls, tbt: seen.long.filter(([start]) => start >= fcp).reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0) };
    });
    const sent = served.sent.filter((one) => !one.path.endsWith('/favicon.ico'));
    await context.close();
    if (time === 0) continue;
    const bytes = Object.fromEntries(TYPES.map((type) => [type, sent.filter((one) => kindOf(one) === type).reduce((sum, one) => sum + one.bytes, 0)])) as ByType;
    all.push({ requests: sent.length, bytes, total: sent.reduce((sum, one) => sum + one.bytes, 0), fcp, lcp, cls, tbt });
  }
  const of = (value: (one: Loaded) => number) => median(all.map(value));
  return {
    requests: of(({ requests }) => requests), bytes: Object.fromEntries(TYPES.map((type) => [type, of(({ bytes }) => bytes[type])])) as ByType,
    total: of(({ total }) => total), fcp: of(({ fcp }) => fcp), lcp: of(({ lcp }) => lcp), cls: of(({ cls }) => cls), tbt: of(({ tbt }) => tbt),
  };
}

/** From the first key to the first hit: `wait` milliseconds after the reader has turned to the search. */
export async function search(browser: Browser, served: Served, { page: path, turn, hit }: Search, line: 'fast' | 'slow', wait: number, times: number, word = 'hygiene'): Promise<Found> {
  const all: Found[] = [];
  for (let time = 0; time <= times; time++) {
    const { context, page } = await fresh(browser, time > 0 && line === 'slow');
    await page.goto((time > 0 ? served[line] : served.fast) + path, { waitUntil: 'networkidle' });
    served.sent.length = 0;
    await turn(page);
    await page.waitForTimeout(wait);
    // The clock starts in the page, at the key itself, and is read at the first frame that shows a hit.
    await page.evaluate((selector) => {
      const times = { key: 0, hit: 0 };
      Object.assign(window, { times });
      document.addEventListener('keydown', () => (times.key ||= performance.now()), { capture: true });
      const look = () => {
        const shown = document.querySelector(selector)?.getClientRects().length;
        if (shown !== undefined && shown > 0) times.hit = performance.now();
        else requestAnimationFrame(look);
      };
      look();
    }, hit);
    await page.keyboard.type(word);
    await page.waitForFunction(() => (window as unknown as { times: { hit: number } }).times.hit > 0, undefined, { timeout: 120_000 });
    const ms = await page.evaluate(() => {
      const { times } = window as unknown as { times: { key: number; hit: number } };
      return times.hit - times.key;
    });
    await page.waitForLoadState('networkidle');
    if (time > 0) all.push({ requests: served.sent.length, bytes: served.sent.reduce((sum, one) => sum + one.bytes, 0), ms });
    await context.close();
  }
  return { requests: median(all.map(({ requests }) => requests)), bytes: median(all.map(({ bytes }) => bytes)), ms: median(all.map(({ ms }) => ms)) };
}
