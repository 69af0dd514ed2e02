/** What is looked for on a page of every type, at the widths and in the colours that a test asks for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage } from './open.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * All rules of WCAG 2.2 A and AA, the one on the size of targets, which is off by itself, included; and what axe calls best
 * practice. Other colours change what the rules on colour find, and nothing else. No rule that is on needs the style sheets.
 */
const RULES = { light: { rules: { 'target-size': { enabled: true } } }, dark: { runOnly: { type: 'tag', values: ['cat.color'] } } };
type Colours = keyof typeof RULES;
const violationsIn = (page: Page, colours: Colours) => page.evaluate(async (options) => {
  interface Axe { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'], preload: false, selectors: false, ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}, RULES[colours]);

/** Search answers at once; a machine with much to do may keep it waiting. */
const settled = (page: Page) => expect.poll(() => page.locator('.results [role=status]').textContent()).toMatch(/\d/);

/** Whether the page is wider than the window, and how far anything in it has moved since it was opened. */
export const movement = () => new Promise<{ scrolls: boolean; shift: number }>((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  // What is buffered is handed over in a task of its own, before the next frame but one.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done({ scrolls: document.documentElement.scrollWidth > innerWidth, shift }))));
});

/** An old address leads on at once; here it stays. */
const staying = (page: Page) => page.route('**/p8/', async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
});

/** A page at `path` that axe can be handed to, past the page's own policy. */
const opened = (path: string, width: number) =>
  openPage(path, { bypassCSP: true, viewport: { width, height: 900 }, expected: /404/, before: path.endsWith('p8/') ? staying : undefined });

/** Fails where the page at `path` scrolls sideways at a width, or anything in it shifts as it opens. Returns the page, at the last width. */
export async function standsStill(path: string, [first = 1280, ...others]: readonly number[]): Promise<Page> {
  const page = await opened(path, first);
  for (const width of [first, ...others]) {
    if (page.viewportSize()?.width !== width) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
    }
    if (path.includes('?')) await settled(page);
    expect({ width, ...(await page.evaluate(movement)) }).toEqual({ width, scrolls: false, shift: 0 });
  }
  return page;
}

/** Fails where axe finds anything on the page, at these widths and in these colours. */
export async function satisfiesAxe(page: Page, widths: readonly number[], colours: readonly Colours[]): Promise<void> {
  await page.evaluate(axe);
  for (const width of widths) {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of colours) {
      await page.emulateMedia({ colorScheme });
      expect({ width, colorScheme, found: await violationsIn(page, colorScheme) }).toEqual({ width, colorScheme, found: [] });
    }
  }
}
