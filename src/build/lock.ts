/** One build at a time: Astro keeps what it works on in one folder of the project, which two builds would share. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOCK = '.astro/build.lock';
const PATIENCE = 300_000;

/**
 * Waits for its turn and gives it back when the process ends, or is told to. Throws when another build holds it for five
 * minutes.
 */
export async function takeTurn(say: (message: string) => void): Promise<void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  const until = Date.now() + PATIENCE;
  for (let isFirst = true; !taken(); isFirst = false) {
    if (isFirst) say('another build is running; waiting for it to end');
    if (Date.now() > until) throw new Error(`another build has been running for five minutes; if it has not, remove ${LOCK}`);
    await pause(200);
  }
  process.on('exit', () => {
    if (holder() === holderOf(process.pid)) rmSync(LOCK, { force: true });
  });
  // Left alone, a signal ends the process without its “exit”, and what it holds is left lying about.
  for (const [signal, number] of [['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]] as const) process.once(signal, () => process.exit(128 + number));
}

function taken(): boolean {
  const own = `${LOCK}-${process.pid}`;
  writeFileSync(own, holderOf(process.pid));
  try {
    // Linking is one step: nobody sees a lock without its holder.
    linkSync(own, LOCK);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    clearAfterDeath(holder());
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Takes away the lock of a build that died. Another build may have taken its place since it was read, so it is moved
 * aside first, which only one can do, looked at again, and put back where it is somebody else's.
 */
function clearAfterDeath(known: string): void {
  const pid = Number(known.split(' ', 1));
  // No holder: the lock was given back between the two looks, and the next try will find it free.
  if (known === '' || (isAlive(pid) && holderOf(pid) === known)) return;
  const aside = `${LOCK}-dead-${process.pid}`;
  try {
    renameSync(LOCK, aside);
    if (readFileSync(aside, 'utf8') !== known) linkSync(aside, LOCK);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

function holder(): string {
  try {
    return readFileSync(LOCK, 'utf8');
  } catch {
    return '';
  }
}

/**
 * A process as the lock names it: its number, and, where the system says it, when it began, since a number is in time given
 * to another program.
 */
function holderOf(pid: number): string {
  try {
    const [, began = ''] = /^.*\) (?:\S+ ){19}(\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return `${pid} ${began}`;
  } catch {
    return `${pid}`;
  }
}

/** Whether a process is running; one that belongs to somebody else is. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
