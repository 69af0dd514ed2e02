/** A host that takes no headers, as GitHub Pages: what the pages carry with them has to be enough. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './open.ts';

/** The types that such a host knows. */
const TYPES: { readonly [ending: string]: string } = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const { folder, base } = inject('siteUnderBase');
let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const found = join(folder, path.slice(base.length - 1), path.endsWith('/') ? 'index.html' : '');
    const isThere = path.startsWith(base) && existsSync(found) && statSync(found).isFile();
    const file = isThere ? found : join(folder, '404.html');
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
});
afterAll(() => server.close());

test('serves the search, under the policy of the page alone, and short addresses that lead on', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    await page.goto(`${url}search/?q=cyberspace`);
    await page.locator('main a[href*="#"]', { hasText: /\S/ }).first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/cyberspace/i);
    // The policy is at work: it refuses what no page of ours does.
    expect(await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/x.png' }));
    }))).toBe('img-src');
    expect(faults.filter((fault) => !fault.includes('elsewhere.example'))).toEqual([]);
    await page.goto(`${url}p8/`);
    await page.waitForURL(`${url}principles/8/`);
  } finally {
    await browser.close();
  }
});
