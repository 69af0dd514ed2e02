import { describe, expect, test } from 'vitest';
import { headersFor, readHeaders, type HeaderRule } from '../../src/lib/headers.ts';

const headers = (rules: readonly HeaderRule[], path: string) => Object.fromEntries(headersFor(rules, path));

describe('header rules are read', () => {
  test.each<[name: string, source: string, expected: HeaderRule[]]>([
    [
      'path by path, each with the headers indented below it', '/*\n  X-A: one\n  X-B: two\n/_astro/*\n\tX-C: three\n',
      [{ path: '/*', headers: [['X-A', 'one'], ['X-B', 'two']] }, { path: '/_astro/*', headers: [['X-C', 'three']] }],
    ],
    [
      'past comments and empty lines', '# Ours\n\n/*\n  # why\n   \n  X-A: one\n',
      [{ path: '/*', headers: [['X-A', 'one']] }],
    ],
    [
      'with colons, commas and semicolons in a value',
      "/*\n  Content-Security-Policy: default-src 'self' https://example.org; img-src a, b\n",
      [{ path: '/*', headers: [['Content-Security-Policy', "default-src 'self' https://example.org; img-src a, b"]] }],
    ],
    ['where lines end as on Windows', '/*\r\n  X-A: one\r\n', [{ path: '/*', headers: [['X-A', 'one']] }]],
    [
      'with an origin for a path', 'https://example.org/*\n  X-A: one\n',
      [{ path: 'https://example.org/*', headers: [['X-A', 'one']] }],
    ],
    [
      'for a path without headers', '/a\n/b\n  X-A: one\n',
      [{ path: '/a', headers: [] }, { path: '/b', headers: [['X-A', 'one']] }],
    ],
    ['with space behind a path', '/a \n  X-A: one\n', [{ path: '/a', headers: [['X-A', 'one']] }]],
    ['where there are none', '', []],
  ])('%s', (_, source, expected) => {
    expect(readHeaders(source)).toEqual(expected);
  });
});

describe('a path has the headers', () => {
  test.each<[name: string, rule: string, path: string, expected: boolean]>([
    ['of itself', '/call/', '/call/', true],
    ['of no other path', '/call/', '/call/x', false],
    ['of no shorter path', '/call/', '/call', false],
    ['of no path that it ends like', '/call/', '/fr/call/', false],
    ['of a star for the rest', '/_astro/*', '/_astro/a/b.css', true],
    ['of a star for nothing', '/_astro/*', '/_astro/', true],
    ['of a star only below its path', '/_astro/*', '/_astro.css', false],
    ['of a star in the middle', '/pagefind/*.pf_meta', '/pagefind/pagefind.en_1.pf_meta', true],
    ['of a star in the middle only with its end', '/pagefind/*.pf_meta', '/pagefind/pagefind.js', false],
    ['of two stars', '/*/fonts/*', '/a/fonts/b.woff2', true],
    ['of every path', '/*', '/', true],
    ['of a point that is a point', '/a.b', '/axb', false],
    ['of signs that mean nothing else', '/a+(b)[c]?$', '/a+(b)[c]?$', true],
  ])('%s', (_, rule, path, expected) => {
    expect(headers([{ path: rule, headers: [['X-A', 'one']] }], path)).toEqual(expected ? { 'X-A': 'one' } : {});
  });

  test('of each rule that fits, and one given twice is joined by a comma', () => {
    const rules = readHeaders('/*\n  X-A: one\n  X-B: two\n/x/*\n  X-A: three\n/y/*\n  X-B: four\n');
    expect(headers(rules, '/x/y')).toEqual({ 'X-A': 'one, three', 'X-B': 'two' });
    expect(headers(rules, '/z')).toEqual({ 'X-A': 'one', 'X-B': 'two' });
  });

  test('of no rule where none fits', () => {
    expect(headers(readHeaders('/x\n  X-A: one\n'), '/y')).toEqual({});
  });
});
