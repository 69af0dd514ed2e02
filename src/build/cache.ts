/**
 * Bytes that are dear to make, kept from one build to the next under a name that says all they depend on.
 *
 * Each entry begins with the hash of the rest, so that one cut short by a crash is made anew. Builds may share a folder:
 * an entry appears in one step, and two that make the same put the same bytes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './lock.ts';

export interface Cache {
  /** What is kept under a name, or else is made now. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Forgets what was not asked for, once that is more than was asked for and `spare` besides. */
  sweep(spare: number): void;
}

export const hashOf = (...parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

export function openCache(folder: string): Cache {
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  return {
    async get(name, make) {
      used.add(name);
      const known = read(join(folder, name));
      if (known !== undefined) return known;
      const bytes = await make();
      write(join(folder, name), bytes);
      return bytes;
    },
    sweep(spare) {
      const names = readdirSync(folder);
      const isFull = names.length > 2 * used.size + spare;
      for (const name of names) {
        // What a build was about to keep goes when that build is no more.
        const writer = /\.new-(\d+)-/.exec(name)?.[1];
        const isStale = writer === undefined ? isFull && !used.has(name) : !isAlive(Number(writer));
        if (isStale) rmSync(join(folder, name), { force: true });
      }
    },
  };
}

const DIGEST = 32;
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function read(file: string): Uint8Array | undefined {
  try {
    const entry = readFileSync(file);
    const bytes = entry.subarray(DIGEST);
    return digest(bytes).equals(entry.subarray(0, DIGEST)) ? bytes : undefined;
  } catch {
    // Never made, or swept away by another build a moment ago.
    return undefined;
  }
}

function write(file: string, bytes: Uint8Array): void {
  const own = `${file}.new-${process.pid}-${randomUUID()}`;
  try {
    writeFileSync(own, Buffer.concat([digest(bytes), bytes]));
    renameSync(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}
