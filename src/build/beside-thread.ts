/**
 * What the second thread of a build does (`beside.ts`): it reads and checks the record and hands it over; then, while Astro
 * makes the pages, it makes what is made of the record alone, the search index, the files for programs and the cards.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { readAll } from '../files.ts';
import { cardsOf } from '../lib/cards.ts';
import { editionOf, languagesOf, type Record } from '../lib/record.ts';
import type { MadeBeside } from './beside.ts';
import { writeCards } from './cards.ts';
import { viewsOf, writeMachineFiles } from './machine-files.ts';
import { writeSearchIndex } from './search-index.ts';

async function make(record: Record, stage: string): Promise<MadeBeside> {
  const editions = languagesOf(record.entries).map((lang) => editionOf(record, lang));
  // Pagefind works in a process of its own; it is handed everything before the files are written.
  const index = writeSearchIndex(editions, join(stage, 'pagefind'));
  const sites = viewsOf(editions);
  const files = await writeMachineFiles(sites, stage);
  const cards = new Map(sites.flatMap(({ view }) => [...cardsOf(view)]));
  await writeCards(cards, stage);
  return { pages: await index, files, cards: cards.size };
}

if (parentPort === null) throw new Error('beside-thread.ts is the second thread of a build, not a program');
const told = once(parentPort, 'message');
const record = readAll();
parentPort.postMessage(record);
parentPort.postMessage(await make(record, String((await told)[0])));
