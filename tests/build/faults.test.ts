/** What befalls a build as it works: it is killed, told to stop, or the disk is full. The last site stays whole, and so do the caches. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { filesBelow, run, scratch, writeTree } from '../build.ts';
import { ONE, one, tree } from '../content.ts';

const folder = scratch('faults');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'dist');
const environment = { CONTENT_DIR: writeTree(folder, tree()), OUT_DIR: out, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: 'https://call.example' };
const ASTRO = [resolve('node_modules/.bin/astro'), 'build'];
const astro = (args: readonly string[] = [], started?: (child: ChildProcess) => void) => run(process.execPath, [...ASTRO, ...args], environment, '.', started);

/** Ends a build by a signal, once a file of the site or a folder of it is there. */
async function ended(signal: NodeJS.Signals, at: string) {
  let build: ChildProcess | undefined;
  const ends = astro([], (child) => (build = child));
  const pid = build?.pid ?? 0;
  await vi.waitFor(() => expect(existsSync(join(folder, `.dist-next-${pid}`, at))).toBe(true), { timeout: 100_000, interval: 5 });
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.trim().split(/\s+/).filter(Boolean);
  build?.kill(signal);
  await ends;
  return { pid, children };
}
const isRunning = (pid: string) => existsSync(`/proc/${pid}`);

describe.skipIf(process.platform !== 'linux')('a build that is ended as it works (on Linux, where its children can be counted)', () => {
  let site: ReturnType<typeof filesBelow>;
  beforeAll(async () => {
    expect((await astro(['--force'])).status).toBe(0);
    site = filesBelow(out);
  });
  const same = () => {
    const now = filesBelow(out);
    return now.size === site.size && [...site].every(([file, bytes]) => now.get(file)?.equals(bytes));
  };

  test.each([
    ['SIGKILL', 'the content is read', ''],
    ['SIGKILL', 'the search index is made', 'pagefind'],
    ['SIGTERM', 'the pages are there', '404.html'],
    ['SIGINT', 'the search index is made', 'pagefind'],
  ] as const)('by %s when %s leaves the last site whole', async (signal, _, at) => {
    const { pid, children } = await ended(signal, at);
    expect(same()).toBe(true);
    if (at === 'pagefind') expect(children).not.toEqual([]);
    await vi.waitFor(() => expect(children.filter(isRunning)).toEqual([]), { timeout: 10_000 });
    // What was being written as the signal came may be left, and nothing else: the next build clears it away.
    expect([[], [`.dist-next-${pid}`]]).toContainEqual(readdirSync(folder).filter((name) => name.startsWith('.')));
  });

  test('leaves caches from which the next build makes the same site, with nothing beside it', async () => {
    expect((await astro()).status).toBe(0);
    expect(same()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
  });

  test('leaves caches that hide no link whose target is gone', async () => {
    writeTree(folder, { [ONE]: one.replace('### c1', '### c7') });
    const { status, printed } = await astro();
    expect(status).toBe(1);
    expect(printed).toContain('no such passage');
    expect(same()).toBe(true);
  });
});

const MOUNT = ['-rm', 'sh', '-c'];
const isMountable = spawnSync('unshare', [...MOUNT, `mount -t tmpfs -o size=1m none ${folder}`]).status === 0;
describe.skipIf(!isMountable)('a build on a full disk (where a small file system can be mounted)', () => {
  test('fails, says what to do, leaves the last site whole and nothing beside it', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const { printed } = await run('unshare', [...MOUNT, `
      mount -t tmpfs -o size=1m none "${small}" && mkdir "${small}/dist" && echo 'the last good build' > "${small}/dist/index.html"
      "${process.execPath}" ${ASTRO.join(' ')}; echo "ended with $?"
      ls -A "${small}"; cat "${small}/dist/index.html"`], { ...environment, CONTENT_DIR: writeTree(join(folder, 'sound'), tree()), OUT_DIR: join(small, 'dist') });
    expect(printed).toMatch(/\nended with 1\ndist\nthe last good build\n$/);
    expect(printed).toContain(`The disk is full at ${small}: make room and build again. The last site stays as it was.`);
  });
});
