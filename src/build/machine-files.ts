/** Writes the files made for programs beside the pages, and hands them out while authors write. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { ViteDevServer } from 'vite';
import { readAll } from '../files.ts';
import { hrefOf } from '../lib/addresses.ts';
import { DEFAULT_LANG } from '../lib/ids.ts';
import { machineFiles, sharedFiles } from '../lib/machine-files.ts';
import { editionOf, languagesOf, type Edition } from '../lib/record.ts';
import { viewOf } from '../lib/view.ts';
import { settings } from '../settings.ts';
import { wordsOf } from '../strings.ts';

/** While writing, the files are made of the content as it is at the moment. */
export function serveMachineFiles(server: ViteDevServer): void {
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!/\.(md|json|jsonld|txt|bib|ris|csv|atom|xml)$|SHA256SUMS$/.test(path) || !path.startsWith(settings.base)) return next();
    const record = readAll();
    if (record.problems.length > 0) return next();
    const sites = viewsOf(languagesOf(record.entries).map((lang) => editionOf(record, lang)));
    for (const site of sites) for (const { address, text } of machineFiles(site)) if (site.view.href(address) === path) return response.end(text);
    for (const { address, text } of sharedFiles(sites)) if (hrefOf(address, DEFAULT_LANG, settings) === path) return response.end(text);
    return next();
  });
}

export const viewsOf = (editions: readonly Edition[]) => editions.map((edition) => ({ edition, view: viewOf(edition, wordsOf(edition.lang), settings) }));

/** So many files are written between two looks at what else waits. */
const AT_ONCE = 100;

/** Writes all files of all languages below `folder` and returns how many they are. */
export async function writeMachineFiles(sites: ReturnType<typeof viewsOf>, folder: string): Promise<number> {
  const made = new Set<string>();
  let count = 0;
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
    count++;
  };
  for (const site of sites) {
    for (const { address, text } of machineFiles(site)) {
      write(hrefOf(address, site.edition.lang, { base: '/' }), text);
      if (count % AT_ONCE === 0) await turn();
    }
  }
  for (const { address, text } of sharedFiles(sites)) write(address, text);
  return count;
}
