/**
 * The second thread of a build. It reads and checks the record while Astro gets ready, and hands it over; then it makes what
 * is made of the record alone, while Astro makes the pages: the search index, the files for programs, the cards.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { readAll } from '../files.ts';
import { cardsOf } from '../lib/cards.ts';
import { editionOf, languagesOf, type Record } from '../lib/record.ts';
import { writeCards } from './cards.ts';
import { viewsOf, writeMachineFiles } from './machine-files.ts';
import { writeSearchIndex } from './search-index.ts';

/** How much was made of each. */
export interface MadeBeside {
  readonly pages: number;
  readonly files: number;
  readonly cards: number;
}

export interface Beside {
  /** The record as it was read, with whatever is wrong with it. */
  readonly record: Promise<Record>;
  /** Makes everything below a folder that nobody empties meanwhile. Rejects with what went wrong; the thread is then gone. */
  makeIn(stage: string): Promise<MadeBeside>;
}

/** Starts the thread, which begins to read at once. */
export function startBeside(): Beside {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that reads the record and makes the files ended with ${code}`)));
  });
  const next = <Message>() => Promise.race([once(worker, 'message').then(([message]) => message as Message), ended]);
  return {
    record: next<Record>(),
    makeIn: (stage) => {
      worker.postMessage(stage);
      return next<MadeBeside>();
    },
  };
}

/** MiB for what is forgotten at once: with less, half of a large record's garbage is moved about before it goes. */
const YOUNG = 96;

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

if (!isMainThread && parentPort !== null) {
  const told = once(parentPort, 'message');
  const record = readAll();
  parentPort.postMessage(record);
  parentPort.postMessage(await make(record, String((await told)[0])));
}
