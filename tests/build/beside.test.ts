/** The second thread of a build: what it says is heard, and what it throws. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { messagesOf } from '../../src/build/beside.ts';

const thread = (source: string) => new Worker(`const { parentPort } = require('node:worker_threads'); ${source}`, { eval: true });

test('its last message is heard, though this thread is busy as it ends', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 40; round++) {
    const worker = thread(`parentPort.once('message', () => setTimeout(() => parentPort.postMessage('made'), ${round % 20}));`);
    const made = messagesOf(worker)<string>();
    worker.postMessage('make');
    let isHeard = false;
    const heard = made.finally(() => (isHeard = true));
    while (!isHeard) {
      // Busy for a moment, then back to what has happened meanwhile: as a thread that renders pages.
      const until = performance.now() + (round % 7) * 4;
      while (performance.now() < until);
      await new Promise((resolve) => (round % 2 === 0 ? setImmediate(resolve) : setTimeout(resolve)));
    }
    expect(await heard).toBe('made');
  }
});

test.each([
  ['throws', 'throw new RangeError("no such file");', 'no such file'],
  ['ends without a word', 'process.exit(3);', 'the second thread ended with 3 before it had done its work'],
])('where it %s, whoever waits is told', async (_, source, expected) => {
  const next = messagesOf(thread(source));
  await expect(next()).rejects.toThrow(expected);
  // Also who asks only afterwards.
  await expect(next()).rejects.toThrow(expected);
});
