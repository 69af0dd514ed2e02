/**
 * Where a build works until it is whole: a folder beside the output, `.dist-next-<process>`, which then takes the place
 * of the last site. Whatever ends a build, and whenever, a whole site stays in place or is put back by the next build.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './lock.ts';

/** As little room as this means that what a build wrote did not fit. */
const FULL = 1024 * 1024;

/** Whether a site may take the place of `out`: of nothing, of an empty folder, of another site. Whatever else stands there would be lost. */
export function isReplaceable(out: string): boolean {
  const what = lstatSync(out, { throwIfNoEntry: false });
  return what === undefined || (what.isDirectory() && (readdirSync(out).length === 0 || existsSync(join(out, 'index.html'))));
}

/** An empty folder beside `out`, for this process alone, which is gone when the process ends; says why where the disk is full. */
export function freshStage(out: string): string {
  clearAfterDeath(out);
  const stage = beside(out, 'next', process.pid);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  process.on('exit', (code) => {
    const full = code === 0 ? undefined : [dirname(out), process.cwd()].find((folder) => roomIn(folder) < FULL);
    rmSync(stage, { recursive: true, force: true, maxRetries: 3 });
    if (full !== undefined) console.error(`\nThe disk is full at ${full}: make room and build again. The last site stays as it was.\n`);
  });
  return stage;
}

/** The finished site takes the place of the last one: two renames on one file system, nothing copied. */
export function putInPlace(stage: string, out: string): void {
  const last = beside(out, 'last', process.pid);
  if (existsSync(out)) renameSync(out, last);
  try {
    renameSync(stage, out);
  } catch (error) {
    if (existsSync(last)) renameSync(last, out);
    throw error;
  }
  rmSync(last, { recursive: true, force: true });
}

/**
 * Clears away what builds that died have left beside `out`. A build that died between the two renames left no site in
 * place: the last one is put back.
 */
export function clearAfterDeath(out: string): void {
  if (!existsSync(dirname(out))) return;
  for (const name of readdirSync(dirname(out))) {
    const start = `.${basename(out)}-`;
    const [, kind, pid] = (name.startsWith(start) && /^(next|last)-(\d+)$/.exec(name.slice(start.length))) || [];
    // In a container every build may have the same number: what bears this process's own is left from before it.
    if (kind === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    const folder = join(dirname(out), name);
    if (kind === 'last' && !existsSync(out)) renameSync(folder, out);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const beside = (out: string, kind: 'next' | 'last', pid: number): string => join(dirname(out), `.${basename(out)}-${kind}-${pid}`);
