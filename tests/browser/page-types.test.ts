/** Every page type, wide and narrow, in light and dark: what axe finds, what scrolls sideways, what shifts. */
import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/files.ts';
import { pagesOf } from '../../src/lib/pages.ts';
import { editionOf, languagesOf } from '../../src/lib/record.ts';
import { wordsOf } from '../../src/strings.ts';
import { PAGE_TYPES, PAGES_BY_KIND } from '../pages.ts';
import { satisfiesAxe, standsStill } from './inspect.ts';
import { useBrowser } from './open.ts';

useBrowser();

const record = readAll();

describe('every page type', () => {
  test.each(languagesOf(record.entries))('of the list of pages has a page to look at, in %s', (lang) => {
    const pages = pagesOf(editionOf(record, lang), wordsOf(lang));
    const kinds = new Map(pages.map(({ address, shown }) => [address.slice(1), shown.kind]));
    const looked = Object.entries(PAGES_BY_KIND).flatMap(([kind, paths]) => Object.values(paths).map((path) => [kind, path] as const));
    expect(looked.filter(([kind, path]) => kinds.get(path) !== kind)).toEqual([]);
    expect([...new Set(kinds.values())].filter((kind) => Object.keys(PAGES_BY_KIND[kind]).length === 0)).toEqual([]);
  });

  // What the whole edition is made of stands on the other pages; it takes axe a minute.
  const { 'whole edition': edition = expect.fail('no page of the whole edition'), ...pages } = PAGE_TYPES;
  const more = { 'found in search': 'search/?q=internet', 'found in both languages': 'search/?q=internet&lang=all', 'old address': 'p8/' };
  test.each(Object.entries({ ...pages, ...more }))('the %s page has nothing that axe finds, does not scroll sideways and does not shift', async (_, path) =>
    satisfiesAxe(await standsStill(path, [1280, 320]), [320, 1280], ['light', 'dark']));

  test('the page of the whole edition does not scroll sideways and does not shift, and has nothing that axe finds where it is narrow', async () =>
    satisfiesAxe(await standsStill(edition, [1280, 320]), [320], ['light']));
});
