/** Two builds take turns, whatever becomes of the one that works: processes that only take the lock, in a folder of their own. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { run, scratch, type Built } from '../build.ts';

const folder = scratch('lock');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const LOCK = join(folder, '.astro', 'build.lock');
beforeEach(() => {
  rmSync(join(folder, '.astro'), { recursive: true, force: true });
  mkdirSync(join(folder, '.astro'));
});

interface Turn {
  readonly said: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<Built>;
}

/** Takes a turn, says `taken` and works until it is told to stop. */
function takesTurn(): Turn {
  let said = '';
  let signal: Turn['signal'] = () => undefined;
  const ended = run(process.execPath, ['--input-type=module', '--eval', `
    const { takeTurn } = await import(${JSON.stringify(new URL('../../src/build/lock.ts', import.meta.url).href)});
    await takeTurn(console.log);
    console.log('taken');
    setInterval(() => undefined, 1000);
  `], {}, folder, (child) => {
    child.stdout?.on('data', (data) => (said += data));
    signal = (name) => child.kill(name);
  });
  return { said: () => said, signal: (name) => signal(name), ended };
}
const saying = (turn: Turn, words: string) => vi.waitFor(() => expect(turn.said()).toContain(words), { timeout: 20_000 });

test.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('a build that is told to stop by %s gives the lock back', async (name, status) => {
  const turn = takesTurn();
  await saying(turn, 'taken');
  expect(existsSync(LOCK)).toBe(true);
  turn.signal(name);
  expect((await turn.ended).status).toBe(status);
  expect(readdirSync(join(folder, '.astro'))).toEqual([]);
});

test('the second waits, says so, and takes its turn when the first is killed', async () => {
  const first = takesTurn();
  await saying(first, 'taken');
  const second = takesTurn();
  await saying(second, 'another build is running; waiting for it to end');
  expect(second.said()).not.toContain('taken');
  first.signal('SIGKILL');
  await saying(second, 'taken');
  second.signal('SIGTERM');
  await second.ended;
  expect(readdirSync(join(folder, '.astro'))).toEqual([]);
});

test.each([
  ['a process that is no more', '999999999'],
  ['another process that was given the number', `${process.pid} 1`],
  ['nobody, cut short as it was written', '0'],
])('a lock that names %s is cleared away', async (_, holder) => {
  writeFileSync(LOCK, holder);
  const turn = takesTurn();
  await saying(turn, 'taken');
  expect(turn.said()).not.toContain('waiting for it to end\n'.repeat(2));
  turn.signal('SIGTERM');
  await turn.ended;
});
