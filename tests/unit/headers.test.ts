import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFor, headersUnder, isText, readHeaders, REFUSED, typeOf, type HeaderRule } from '../../src/lib/headers.ts';

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

test('under a base path every rule has it in front, and comments stay', () => {
  expect(headersUnder('# /a\n/*\n  X-A: /b\n/_astro/*\n  X-B: c\n', '/ref/')).toBe('# /a\n/ref/*\n  X-A: /b\n/ref/_astro/*\n  X-B: c\n');
  expect(headersUnder('/*\n  X-A: /b\n', '/')).toBe('/*\n  X-A: /b\n');
});

test.each<[path: string, type: string, isCompressed: boolean]>([
  ['/call/index.html', 'text/html; charset=utf-8', true],
  ['/call/index.md', 'text/markdown; charset=utf-8', true],
  ['/call/cite.bib', 'application/x-bibtex; charset=utf-8', true],
  ['/icon.svg', 'image/svg+xml; charset=utf-8', true],
  ['/data/SHA256SUMS', 'text/plain; charset=utf-8', true],
  ['/card.png', 'image/png', false],
  ['/a/b.pf_index', 'application/octet-stream', false],
  ['/a/b.html.br', 'application/octet-stream', false],
  ['/call.d/name', 'application/octet-stream', false],
])('%s is %s, and compressed: %s', (path, type, isCompressed) => {
  const source = readFileSync('public/_headers', 'utf8');
  expect(typeOf(readHeaders(source), path)).toBe(type);
  expect(typeOf(readHeaders(headersUnder(source, '/ref/')), `/ref${path}`)).toBe(type);
  expect(isText(type)).toBe(isCompressed);
});

test.each<[path: string, isRefused: boolean]>([
  ['/.git/config', true], ['/call/.htaccess', true], ['/.nojekyll', true], ['/_headers', true], ['/_redirects', true], ['/call/index.html.br', true], ['/call/index.html.gz', true],
  ['/.well-known/security.txt', false], ['/.well-known/.htaccess', true], ['/_astro/a.css', false], ['/_headers.txt', false], ['/call/', false],
])('%s is refused: %s', (path, isRefused) => {
  expect(REFUSED.test(path)).toBe(isRefused);
});

describe('our own rules', () => {
  const source = readFileSync('public/_headers', 'utf8');
  const rules = readHeaders(source);

  test('keep within what Cloudflare Pages reads: 100 rules, one star in each path, lines of 2,000 letters', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(rules.filter(({ path }) => path.split('*').length > 2)).toEqual([]);
    expect(source.split('\n').filter((line) => line.length > 2000)).toEqual([]);
  });

  test('set no header for all files and for some, which hosts would join', () => {
    const names = (all: readonly HeaderRule[]) => new Set(all.flatMap(({ headers: some }) => some.map(([name]) => name)));
    const [forAll, forSome] = [names(rules.filter(({ path }) => path === '/*')), names(rules.filter(({ path }) => path !== '/*'))];
    expect([...forSome].filter((name) => forAll.has(name))).toEqual([]);
    expect([...forSome]).toEqual(['Cache-Control', 'Content-Type']);
  });

  test.each(['/_astro/a.css', '/pagefind/en/fragment/en_1.pf_fragment', '/pagefind/fr/index/fr_1.pf_index', '/pagefind/en/filter/en_1.pf_filter', '/pagefind/en/pagefind.en_1.pf_meta'])('let %s be kept for a year, since its name is a hash', (path) => {
    expect(headers(rules, path)['Cache-Control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/call/index.html', '/pagefind/en/pagefind.js', '/pagefind/en/pagefind-entry.json', '/pagefind/en/wasm.en.pagefind', '/data/claims.csv'])('say nothing of how long %s is kept', (path) => {
    expect(headers(rules, path)['Cache-Control']).toBeUndefined();
  });
});
