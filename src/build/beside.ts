/**
 * The second thread of a build, as the first one sees it: it reads and checks the record while Astro gets ready, hands it
 * over, and then makes what is made of the record alone. What it does stands in `beside-thread.ts`; this module loads
 * nothing of that, so that the thread begins at once.
 */
import { Worker } from 'node:worker_threads';
import type { Record } from '../lib/record.ts';

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

/** MiB for what is forgotten at once: with less, half of a large record's garbage is moved about before it goes. */
const YOUNG = 96;

let started: Beside | undefined;

/** The thread of this build. It starts, and begins to read, when it is first asked for. */
export const beside = (): Beside => (started ??= start());

function start(): Beside {
  const worker = new Worker(new URL('beside-thread.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  // Else it goes on writing into a folder that is being removed.
  process.on('exit', () => void worker.terminate());
  const next = messagesOf(worker);
  return {
    record: next<Record>(),
    makeIn: (stage) => {
      worker.postMessage(stage);
      return next<MadeBeside>();
    },
  };
}

/**
 * Waits for the next message of a thread, each time it is called; rejects with what the thread threw, or says that it has
 * ended. Where this thread was busy it hears of the last message and of the end in one breath, and the message counts.
 */
export function messagesOf(worker: Worker): <Message>() => Promise<Message> {
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the second thread ended with ${code} before it had done its work`)));
  });
  ended.catch(() => undefined);
  // Not `events.once` in a race: it settles later than its event, and the end would overtake the message.
  return <Message>() => new Promise<Message>((resolve, reject) => {
    worker.once('message', resolve);
    ended.catch(reject);
  });
}
