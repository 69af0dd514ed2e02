/** One build at a time: Astro keeps what it works on in one folder of the project, which two builds would share. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOCK = '.astro/build.lock';
const PATIENCE = 300_000;

/** Waits for its turn and gives it back when the process ends. Throws when another build holds it for five minutes. */
export async function takeTurn(say: (message: string) => void): Promise<void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  const until = Date.now() + PATIENCE;
  for (let isFirst = true; !taken(); isFirst = false) {
    if (isFirst) say('another build is running; waiting for it to end');
    if (Date.now() > until) throw new Error(`another build has been running for five minutes; if it has not, remove ${LOCK}`);
    await pause(200);
  }
  process.on('exit', () => {
    if (holder() === process.pid) rmSync(LOCK, { force: true });
  });
}

function taken(): boolean {
  const own = `${LOCK}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // Linking is one step: nobody sees a lock without its holder.
    linkSync(own, LOCK);
    return true;
  } catch {
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
function clearAfterDeath(pid: number): void {
  // No holder: the lock was given back between the two looks, and the next try will find it free.
  if (pid === 0 || isAlive(pid)) return;
  const aside = `${LOCK}-dead-${process.pid}`;
  try {
    renameSync(LOCK, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) linkSync(aside, LOCK);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

function holder(): number {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
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
