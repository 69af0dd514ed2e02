/** Lighthouse, from the cache folder: the four scores of a page, and what lost points. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../src/build/chromium.ts';
import { peerFolder } from './builds.ts';

export const LIGHTHOUSE = { lighthouse: '13.5.0' } as const;
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Viewport = 'mobile' | 'desktop';

export interface Scores {
  readonly scores: { readonly [category in (typeof CATEGORIES)[number]]: number };
  /** The audits that weigh something and are not full: `unused-javascript 0.5: Est savings of 20 KiB`. */
  readonly lost: readonly string[];
}

interface Audit { readonly id: string; readonly score: number | null; readonly title: string; readonly displayValue?: string }
interface Result {
  readonly lhr: {
    readonly categories: { readonly [category: string]: { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] } };
    readonly audits: { readonly [id: string]: Audit };
  };
}
type Run = (url: string, flags: object, config?: object) => Promise<Result | undefined>;

/** A browser that Lighthouse can reach, and a function that asks it of one page. Whoever opens it closes it. */
export async function openLighthouse(): Promise<{ score: (url: string, viewport: Viewport) => Promise<Scores>; close: () => Promise<void> }> {
  const core = join(peerFolder('lighthouse'), 'node_modules', 'lighthouse', 'core');
  const { default: run } = (await import(pathToFileURL(join(core, 'index.js')).href)) as { default: Run };
  const { default: desktop } = (await import(pathToFileURL(join(core, 'config', 'desktop-config.js')).href)) as { default: object };
  const { executable, environment } = await findBrowser();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: executable, env: { ...process.env, ...environment } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  return {
    score: async (url, viewport) => {
      const result = await run(url, { port, output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES }, viewport === 'desktop' ? desktop : undefined);
      if (result === undefined) throw new Error(`Lighthouse says nothing of ${url}`);
      const { categories, audits } = result.lhr;
      const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])) as unknown as Scores['scores'];
      const weighed = CATEGORIES.flatMap((name) => categories[name]?.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id) ?? []);
      const lost = [...new Set(weighed)].flatMap((id) => audits[id] ?? []).filter(({ score }) => score !== null && score < 1)
        .map(({ id, score, title, displayValue }) => `${id} ${score}: ${displayValue ?? title}`);
      return { scores, lost };
    },
    close: () => browser.close(),
  };
}

const freePort = (): Promise<number> => new Promise((done) => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});
