import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { settings } from '../settings.ts';
import type { Edition } from '../lib/record.ts';
import { wordsOf } from '../strings.ts';
import { searchDocuments } from '../lib/search-documents.ts';

/**
 * Writes Pagefind's index of each edition to a folder of its language in `folder` and returns how many pages they hold.
 * An index is made from the record, not from the pages: a page also shows the words of those who speak of it, and those
 * belong to their own page. One for each language, so that a reader can ask one or both. Throws what Pagefind reports.
 */
export async function writeSearchIndex(editions: readonly Edition[], folder: string): Promise<number> {
  let count = 0;
  for (const edition of editions) {
    const { index } = ok(await pagefind.createIndex({ forceLanguage: edition.lang }));
    if (index === undefined) throw new Error('Pagefind made no index');
    for (const { url, html } of searchDocuments(edition, wordsOf(edition.lang), settings)) {
      ok(await index.addHTMLFile({ url, content: html }));
      count++;
    }
    ok(await index.writeFiles({ outputPath: join(folder, edition.lang) }));
  }
  await pagefind.close();
  return count;
}

function ok<T extends { errors: string[] }>(result: T): T {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
