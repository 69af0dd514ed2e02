/** Builds each contestant from nothing and says what that took: seconds, peak memory, files and bytes. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Tree } from '../content.ts';
import { entriesOf } from './peers/entries.ts';
import type { Peer } from './peers/peer.ts';

/** Outside the tree: the peers' packages, what they build, the results. */
export const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'paris-call-bench');
export const peerFolder = (name: string): string => join(CACHE, 'peers', name);
export const builtFolder = (size: number, name: string): string => join(CACHE, 'built', String(size), name);

export interface Built {
  readonly steps: readonly { readonly what: string; readonly seconds: number }[];
  readonly seconds: number;
  /** The most that the process and all below it held at once, in MiB. */
  readonly peakMiB: number;
  readonly files: number;
  readonly pages: number;
  readonly bytes: number;
}

interface Ran { readonly status: number; readonly seconds: number; readonly peakMiB: number; readonly printed: string }

/** Runs a command and looks five times a second at what it and all its children hold. */
export function run(command: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const [program = '', ...args] = command;
  const path = [join(cwd, 'node_modules', '.bin'), resolve('node_modules', '.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1', PATH: path, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [printed, peak] = ['', 0];
    const look = setInterval(() => (peak = Math.max(peak, residentKiB(child.pid))), 200);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed = (printed + String(data)).slice(-20_000)));
    child.on('error', (error) => {
      clearInterval(look);
      fail(error);
    });
    child.on('close', (status) => {
      clearInterval(look);
      done({ status: status ?? 1, seconds: (performance.now() - start) / 1000, peakMiB: Math.round(peak / 1024), printed });
    });
  });
}

/** The resident memory of a process and all below it, in KiB; pages that they share count for each. Nothing where there is no /proc. */
function residentKiB(root: number | undefined): number {
  if (root === undefined || !existsSync('/proc')) return 0;
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It ended between the two looks.
    }
  }
  const sum = (pid: number): number => (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(root);
}

/** What a finished folder holds. */
function sizeOf(folder: string): Pick<Built, 'files' | 'pages' | 'bytes'> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return { files: files.length, pages: files.filter((file) => file.endsWith('.html')).length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

const failed = (name: string, { printed }: Ran): Error => new Error(`the build of ${name} failed:\n${printed.slice(-3000)}`);

const ASIDE = join(CACHE, 'aside');

/**
 * Moves away what is in the way; `clearAside` removes it when all is measured. For minutes after a removal ext4 passes over
 * each freed inode that it meets, and a build of many files takes half as long again. On another disk it is removed all the same.
 */
export function setAside(path: string): void {
  mkdirSync(ASIDE, { recursive: true });
  try {
    renameSync(path, join(ASIDE, randomUUID()));
  } catch {
    rmSync(path, { recursive: true, force: true });
  }
}
export const clearAside = (): void => rmSync(ASIDE, { recursive: true, force: true });

/** Our own build: what `npm run build` runs, with no card drawn yet. npm's start is in no contestant's time. */
export async function buildOurs(size: number, content: string): Promise<Built> {
  const out = builtFolder(size, 'ours');
  for (const old of [out, resolve('node_modules', '.cache', 'cards')]) setAside(old);
  const ran = await run([process.execPath, 'src/commands/build.ts'], resolve('.'), { CONTENT_DIR: content, OUT_DIR: out });
  if (ran.status !== 0) throw failed('ours', ran);
  return { steps: [{ what: 'all', seconds: ran.seconds }], seconds: ran.seconds, peakMiB: ran.peakMiB, ...sizeOf(out) };
}

/** Writes a peer's project beside its packages, where its tools look for them, and builds it without any cache. */
export async function buildPeer(peer: Peer, size: number, content: string): Promise<Built> {
  const project = peerFolder(peer.name);
  mkdirSync(project, { recursive: true });
  for (const name of readdirSync(project).filter((one) => !/^(node_modules|package(-lock)?\.json)$/.test(one))) setAside(join(project, name));
  for (const cache of peer.caches) setAside(join(project, cache));
  for (const [file, text] of Object.entries(peer.project(entriesOf(readTree(content), peer.hrefOf)))) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const steps: { what: string; seconds: number }[] = [];
  let peakMiB = 0;
  for (const { what, command } of peer.build) {
    const ran = await run(command, project);
    if (ran.status !== 0) throw failed(peer.name, ran);
    steps.push({ what, seconds: ran.seconds });
    peakMiB = Math.max(peakMiB, ran.peakMiB);
  }
  const out = builtFolder(size, peer.name);
  setAside(out);
  cpSync(join(project, peer.output), out, { recursive: true });
  const holds = sizeOf(out);
  // The server answers with it what is not there; a plain Eleventy or Hugo site has none.
  if (!existsSync(join(out, '404.html'))) writeFileSync(join(out, '404.html'), '<!doctype html><title>Not found</title>');
  return { steps, seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0), peakMiB, ...holds };
}

/** The Markdown of a content folder, named as `content/…`. */
function readTree(content: string): Tree {
  return Object.fromEntries(readdirSync(content, { recursive: true, withFileTypes: true }).filter((item) => item.isFile() && /\.mdx?$/.test(item.name))
    .map(({ parentPath, name }) => [join('content', parentPath.slice(content.length), name), readFileSync(join(parentPath, name), 'utf8')]));
}

/** Whether a peer can be built here, and what to do where it cannot. */
export async function absence(peer: Peer): Promise<string | undefined> {
  if (Object.keys(peer.packages).length > 0) return existsSync(join(peerFolder(peer.name), 'node_modules')) ? undefined : 'not installed; npm run bench -- --install brings it';
  const found = await run([peer.name, 'version'], resolve('.')).catch(() => undefined);
  return found?.status === 0 ? undefined : `no ${peer.name} on PATH`;
}

/** Installs packages into the cache folder; their install scripts are not run. */
export async function install(name: string, packages: Peer['packages']): Promise<void> {
  const folder = peerFolder(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: `bench-${name}`, private: true, ...(name === 'docusaurus' ? {} : { type: 'module' }), dependencies: packages }, null, 2)}\n`);
  const ran = await run(['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'], folder, { NODE_ENV: 'development' });
  if (ran.status !== 0) throw new Error(`npm could not install ${name}:\n${ran.printed}`);
}
