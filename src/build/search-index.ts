import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { settings } from '../settings.ts';
import type { Lang } from '../lib/ids.ts';
import type { Edition } from '../lib/record.ts';
import { wordsOf } from '../strings.ts';
import { searchParts, type SearchDocument } from '../lib/search-documents.ts';

/**
 * Writes Pagefind's index of each edition to a folder of its language in `folder`, that of its older publications to `older` in there, and
 * returns how many pages they hold. An index is made from the record, not from the pages: a page also shows the words of
 * those who speak of it, and those belong to their own page. One for each language, so that a reader can ask one or both;
 * two where the record is large, so that the first answer weighs as much as in a small one. Throws what Pagefind reports.
 */
export async function writeSearchIndex(editions: readonly Edition[], folder: string): Promise<number> {
  let count = 0;
  for (const edition of editions) {
    const { first, older } = searchParts(edition, wordsOf(edition.lang), settings);
    await writePart(first, edition.lang, join(folder, edition.lang));
    if (older.length > 0) await writePart(older, edition.lang, join(folder, edition.lang, 'older'));
    count += first.length + older.length;
  }
  await pagefind.close();
  return count;
}

const AT_ONCE = 100;

async function writePart(documents: readonly SearchDocument[], lang: Lang, folder: string): Promise<void> {
  const { index } = ok(await pagefind.createIndex({ forceLanguage: lang }));
  if (index === undefined) throw new Error('Pagefind made no index');
  // Many are handed over before the first is answered: Pagefind works in a process of its own.
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    for (const added of await Promise.all(documents.slice(at, at + AT_ONCE).map(({ url, html }) => index.addHTMLFile({ url, content: html })))) ok(added);
  }
  ok(await index.writeFiles({ outputPath: folder }));
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
}

/** What Pagefind adds for other pages than ours: its interfaces, its worker, the words of a language that it does not know. Half a megabyte. */
const UNUSED = /^(pagefind-.*\.(js|css)|wasm\.unknown\.pagefind)$/;

function ok<T extends { errors: string[] }>(result: T): T {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
