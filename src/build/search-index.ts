import * as pagefind from 'pagefind';
import { settings } from '../settings.ts';
import type { Edition } from '../lib/record.ts';
import { wordsOf } from '../strings.ts';
import { searchDocuments } from '../lib/search-documents.ts';

/**
 * Writes Pagefind's index of all editions to `folder` and returns how many pages it holds. The index is made from the
 * record, not from the pages: a page also shows the words of those who speak of it, and those belong to their own page.
 * Throws what Pagefind reports.
 */
export async function writeSearchIndex(editions: readonly Edition[], folder: string): Promise<number> {
  const { index } = ok(await pagefind.createIndex());
  if (index === undefined) throw new Error('Pagefind made no index');
  const documents = editions.flatMap((edition) => searchDocuments(edition, wordsOf(edition.lang), settings));
  for (const { url, html } of documents) ok(await index.addHTMLFile({ url, content: html }));
  ok(await index.writeFiles({ outputPath: folder }));
  await pagefind.close();
  return documents.length;
}

function ok<T extends { errors: string[] }>(result: T): T {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
