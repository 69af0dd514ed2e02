/** Opens the built site in the browser, with everything that may not happen watched for. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

let browser: Browser;
const open: { close: () => Promise<void> }[] = [];
let faults: string[] = [];

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // A page of a test lives for a second: a process of its own, and code made faster for later, take longer than they save.
  '--renderer-process-limit=1', '--js-flags=--single-threaded --no-opt',
];

/** A browser as all tests have it; whoever starts it closes it. */
export function launch(): Promise<Browser> {
  const { executable, environment } = inject('browser');
  return chromium.launch({ executablePath: executable, args: ARGS, env: { ...process.env, ...environment } as Record<string, string> });
}

/** Starts one browser for a test file. After each test, console errors and requests to other sites fail it. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });
  afterAll(() => browser.close());
}

interface Options extends BrowserContextOptions {
  /** Where another site than those of `site.ts` is served. */
  at?: string;
  /** Serve from under the base path. */
  underBase?: boolean;
  /** Messages on the console that the test expects. */
  expected?: RegExp;
  /** What is done to the page before it goes there. */
  before?: ((page: Page) => Promise<unknown>) | undefined;
}

/** The faces in which the browser has drawn an element. Only its own tools tell; they read the page a second time. */
export async function facesOf(page: Page, selector: string): Promise<{ familyName: string; isCustomFont: boolean }[]> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { root } = await tools.send('DOM.getDocument');
  const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }));
}

/** A new page at `path`, which is relative to the site's base. */
export async function openPage(path: string, { at, underBase = false, expected, before, ...options }: Options = {}): Promise<Page> {
  const url = at ?? inject(underBase ? 'siteUnderBase' : 'site').url;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  open.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected?.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:')) faults.push(`elsewhere: ${request.url()}`);
  });
  await before?.(page);
  await page.goto(url + path);
  return page;
}
