import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: { readonly [name: string]: string };
}
type Dependencies = { readonly [kind in 'devDependencies' | 'optionalDependencies']: { readonly [name: string]: string } };
const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as unknown;
const { packages } = read('package-lock.json') as { packages: { readonly [path: string]: Package } };

/** Where Node.js looks for `name` from the package at `path`: in its own folder, then in each above it. */
function* placesOf(name: string, path: string): Generator<string> {
  const folders = path.split('/node_modules/');
  for (; folders.length > 0 && path !== ''; folders.pop()) yield `${folders.join('/node_modules/')}/node_modules/${name}`;
  yield `node_modules/${name}`;
}

describe('the lock file', () => {
  test('holds the builds of every platform, not only those of the machine that wrote it', () => {
    const optional = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) =>
        ({ name, path, isHeld: [...placesOf(name, path)].some((place) => place in packages) })));
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter(({ isHeld }) => !isHeld)).toEqual([]);
  });

  test('names no registry, so that each machine asks its own', () => {
    expect(Object.entries(packages).flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path]))).toEqual([]);
  });

  test('has the versions that package.json asks for, each exactly', () => {
    const { devDependencies, optionalDependencies } = read('package.json') as Dependencies;
    const asked = { ...devDependencies, ...optionalDependencies };
    const held = Object.fromEntries(Object.keys(asked).map((name) => [name, packages[`node_modules/${name}`]?.version]));
    expect(Object.keys(asked)).not.toEqual([]);
    expect(held).toEqual(asked);
  });
});
