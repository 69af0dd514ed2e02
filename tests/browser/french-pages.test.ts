/** Every page type in French, narrow, where its words have least room; and what axe finds where more differs from the English than words. */
import { expect, test } from 'vitest';
import { readAll } from '../../src/files.ts';
import { editionOf } from '../../src/lib/record.ts';
import { PAGE_TYPES } from '../pages.ts';
import { satisfiesAxe, standsStill } from './inspect.ts';
import { useBrowser } from './open.ts';

useBrowser();

const borrowed = editionOf(readAll(), 'fr').coverage.find(({ lang }) => lang !== 'fr') ?? expect.fail('no record is in English alone');
// One page for all languages; and one that is long, and the same but for its words.
const { 'not found': _, 'whole edition': __, ...pages } = PAGE_TYPES;
const more = { 'found in search': 'search/?q=internet', 'found in both languages': 'search/?q=internet&lang=all', 'old address': 'p8/', 'record in English': borrowed.address.slice(1) };

test.each(Object.entries({ ...pages, ...more }))('the %s page does not scroll sideways and does not shift', async (_, path) => void (await standsStill(`fr/${path}`, [320])));

test.each([PAGE_TYPES['home'], PAGE_TYPES['call'], PAGE_TYPES['parallel'], more['found in both languages'], more['record in English']])('axe finds nothing on /fr/%s', async (path) =>
  satisfiesAxe(await standsStill(`fr/${path}`, [320]), [320], ['light']));
