/** The last good site stays whole, or is put back, whenever a build dies: with folders alone, no site is built. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { clearAfterDeath, freshStage, isReplaceable, putInPlace } from '../../src/build/stage.ts';
import { scratch } from '../build.ts';

const folder = scratch('stage');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'site');
const says = () => readFileSync(join(out, 'index.html'), 'utf8');
const write = (site: string, words: string) => {
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'index.html'), words);
};
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write(out, 'the last one');
});

/** Puts a site in place in a process of its own, which is killed at a rename, counted from 1, or before it has begun. */
function killedAt(rename: number): number | undefined {
  const { pid, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync } = fs;
    let renames = 0;
    fs.renameSync = (from, to) => (++renames === ${rename} ? process.kill(process.pid, 'SIGKILL') : renameSync(from, to));
    syncBuiltinESMExports();
    const { freshStage, putInPlace } = await import(${JSON.stringify(new URL('../../src/build/stage.ts', import.meta.url).href)});
    const stage = freshStage(${JSON.stringify(out)});
    fs.writeFileSync(stage + '/index.html', 'the next one');
    if (${rename} === 0) process.kill(process.pid, 'SIGKILL');
    putInPlace(stage, ${JSON.stringify(out)});
  `]);
  expect(signal).toBe('SIGKILL');
  return pid;
}

describe('a finished site', () => {
  test('takes the place of the last one whole, and leaves nothing beside it', () => {
    const stage = freshStage(out);
    write(stage, 'the next one');
    writeFileSync(join(out, 'old.html'), '');
    putInPlace(stage, out);
    expect(says()).toBe('the next one');
    expect(readdirSync(out)).toEqual(['index.html']);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  test('leaves the last one where it cannot take its place', () => {
    expect(() => putInPlace(join(folder, 'no such folder'), out)).toThrow('ENOENT');
    expect(says()).toBe('the last one');
    expect(readdirSync(folder)).toEqual(['site']);
  });
});

describe('the site of a build that is killed', () => {
  test.each([['as it works', 0], ['before the last one is moved aside', 1]])('%s leaves the last one in place', (_, rename) => {
    killedAt(rename);
    expect(says()).toBe('the last one');
    clearAfterDeath(out);
    expect(says()).toBe('the last one');
    expect(readdirSync(folder)).toEqual(['site']);
  });

  test('between the two renames is put back', () => {
    killedAt(2);
    expect(existsSync(out)).toBe(false);
    clearAfterDeath(out);
    expect(says()).toBe('the last one');
    expect(readdirSync(folder)).toEqual(['site']);
  });
});

test('what an earlier build left that had this number, as every build in a container may, is in nobody’s way', () => {
  for (const kind of ['last', 'next']) write(join(folder, `.site-${kind}-${process.pid}`), 'left');
  const stage = freshStage(out);
  write(stage, 'the next one');
  putInPlace(stage, out);
  expect(says()).toBe('the next one');
  expect(readdirSync(folder)).toEqual(['site']);
});

test('what other programs and living builds keep beside the output is left alone', () => {
  const others = ['.site-next-notes', '.site-next-', '.siteX-next-1', `.site-last-${process.ppid}`, `.site-next-${process.ppid}`];
  for (const name of others) write(join(folder, name), '');
  clearAfterDeath(out);
  expect(readdirSync(folder).sort()).toEqual([...others, 'site'].sort());
});

test('a folder for the site is made where there is none', () => {
  const deep = join(folder, 'deep', 'er', 'dist');
  const stage = freshStage(deep);
  write(stage, 'the first one');
  putInPlace(stage, deep);
  expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['dist']);
});

test('a site takes the place of nothing, of an empty folder and of another site, and of nobody’s papers', () => {
  const papers = join(folder, 'papers');
  expect([out, papers].map(isReplaceable)).toEqual([true, true]);
  mkdirSync(papers);
  expect(isReplaceable(papers)).toBe(true);
  writeFileSync(join(papers, 'letter.txt'), 'Dear editor');
  const [letter, link] = [join(papers, 'letter.txt'), join(folder, 'link')];
  symlinkSync(out, link);
  expect([papers, letter, link].map(isReplaceable)).toEqual([false, false, false]);
});
