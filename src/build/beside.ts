/**
 * What is made of the record alone, while Astro makes the pages: the search index, the files for programs, the cards.
 *
 * None of it reads a page, so it is made on a thread of its own, which reads the record for itself. On two cores a build
 * takes as long as the longer of the two.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { join } from 'node:path';
import { readAll } from '../files.ts';
import { cardsOf } from '../lib/cards.ts';
import { editionOf, languagesOf } from '../lib/record.ts';
import { writeCards } from './cards.ts';
import { viewsOf, writeMachineFiles } from './machine-files.ts';
import { writeSearchIndex } from './search-index.ts';

/** How much was made of each. */
export interface MadeBeside {
  readonly pages: number;
  readonly files: number;
  readonly cards: number;
}

/** Begins the work in `stage`, a folder that nobody empties meanwhile. Rejects with what went wrong; the thread is then gone. */
export function makeBeside(stage: string): Promise<MadeBeside> {
  const worker = new Worker(new URL(import.meta.url), { workerData: stage });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that makes the search index and the files ended with ${code}`)));
  });
}

async function make(stage: string): Promise<MadeBeside> {
  const record = readAll();
  const editions = languagesOf(record.entries).map((lang) => editionOf(record, lang));
  // Pagefind works in a process of its own; it is handed everything before the files are written.
  const index = writeSearchIndex(editions, join(stage, 'pagefind'));
  const sites = viewsOf(editions);
  const files = await writeMachineFiles(sites, stage);
  const cards = new Map(sites.flatMap(({ view }) => [...cardsOf(view)]));
  await writeCards(cards, stage);
  return { pages: await index, files, cards: cards.size };
}

if (!isMainThread) parentPort?.postMessage(await make(String(workerData)));
