/** `npm run bench -- lighthouse`: every kind of page of the real site, in both languages, on a phone and on a desk. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildOurs, builtFolder } from './builds.ts';
import { CATEGORIES, openLighthouse } from './lighthouse.ts';
import { serve } from './measure.ts';
import { table } from './report.ts';

/** One address of each kind of page. */
const PAGES = [
  '', 'call/', 'call/coverage/', 'call/parallel/', 'principles/', 'principles/8/', 'principles/8/coverage/', 'preamble/', 'coverage/', 'coverage/wired-us-sits-out/',
  'coverage/blog-repost-us-sits-out/', 'coverage/publisher/wired/', 'questions/', 'questions/binding/', 'timeline/', 'timeline/principle/3/', 'glossary/', 'states/',
  'numbering/', 'variants/', 'corrections/', 'search/', 'cite/', 'data/', 'about/', 'edition/',
];

/** Builds the real site and prints each page's scores and every audit that lost points. */
export async function realSite(): Promise<void> {
  await buildOurs(0, 'content');
  const folder = builtFolder(0, 'ours');
  const served = await serve(folder);
  const lighthouse = await openLighthouse();
  const rows: string[][] = [];
  const lost: string[] = [];
  try {
    for (const page of PAGES.flatMap((path) => [path, `fr/${path}`]).filter((path) => existsSync(join(folder, path, 'index.html')))) {
      for (const viewport of ['mobile', 'desktop'] as const) {
        const { scores, lost: audits } = await lighthouse.score(served.fast + page, viewport);
        rows.push([`/${page}`, viewport, ...CATEGORIES.map((name) => String(scores[name]))]);
        lost.push(...audits.map((audit) => `/${page} ${viewport}: ${audit}`));
        console.log(rows.at(-1)?.join(' '), audits.join('; '));
      }
    }
  } finally {
    await lighthouse.close();
    await served.close();
  }
  console.log(`\n${table(['page', 'viewport', ...CATEGORIES], rows)}\n\n${lost.length === 0 ? 'No audit lost a point.' : `What lost points:\n\n${lost.map((line) => `- ${line}`).join('\n')}`}`);
}
