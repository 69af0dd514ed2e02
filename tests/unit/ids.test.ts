import { describe, expect, test } from 'vitest';
import {
  AIMS, CLOSE, DATED, isClaim, isClaimType, isLang, isMentionKind, isSegment, PAGES, PREAMBLE, principleId, principleNumber, PRINCIPLES,
  SECTIONS, SEGMENTS,
} from '../../src/lib/ids.ts';

describe('the Call', () => {
  test('has 25 segments, in its order', () => {
    expect(SEGMENTS).toEqual([
      'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11', 'p12', 'p13', 'p14',
      'principle-1', 'principle-2', 'principle-3', 'principle-4', 'principle-5', 'principle-6', 'principle-7', 'principle-8',
      'principle-9', 'p15', 'p16',
    ]);
  });

  test('falls into an opening of 13, the aims with the paragraph that leads to them, and a close of two', () => {
    expect([...PREAMBLE, ...AIMS, ...CLOSE]).toEqual(SEGMENTS);
    expect([PREAMBLE.length, AIMS.length, CLOSE.length]).toEqual([13, 10, 2]);
    expect(AIMS[0]).toBe('p14');
  });
});

describe('the number of a principle', () => {
  test.each<[id: string, expected: number | undefined]>([
    ['principle-1', 1],
    ['principle-9', 9],
    ['principle-0', undefined],
    ['principle-10', undefined],
    ['principle-08', undefined],
    ['principle-', undefined],
    ['Principle-8', undefined],
    ['xprinciple-8', undefined],
    ['principle-8x', undefined],
    ['principle-8\n', undefined],
    ['p8', undefined],
    ['', undefined],
  ])('%j → %j', (id, expected) => {
    expect(principleNumber(id)).toBe(expected);
  });

  test('leads to its id and back', () => {
    expect(PRINCIPLES.map((number) => principleNumber(principleId(number)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('what a name is', () => {
  test.each<[name: string, is: (text: string) => boolean, those: readonly string[], others: readonly string[]]>([
    ['a segment', isSegment, ['p1', 'p16', 'principle-9'], ['p0', 'p17', 'p01', 'principle-10', 'P1', 'c1', 'summary', '']],
    ['a claim', isClaim, ['c1', 'c9', 'c10', 'c145'], ['c0', 'c01', 'c', 'C1', 'c1a', 'xc1', 'c-1', 'c1\n', 'p1', '']],
    ['a language', isLang, ['en', 'fr'], ['de', 'EN', 'en-GB', '']],
    [
      'a kind of mention', isMentionKind, ['reports', 'supports', 'criticises', 'explains', 'compares'],
      ['criticizes', 'Reports', ''],
    ],
    [
      'a type of claim', isClaimType,
      ['fact', 'figure', 'quotation', 'opinion', 'criticism', 'context', 'correction'], ['facts', 'Fact', 'rumour', ''],
    ],
  ])('%s is known from others', (_, is, those, others) => {
    expect(those.filter(is)).toEqual(those);
    expect(others.filter(is)).toEqual([]);
  });

  test('nothing is no language', () => {
    expect(isLang(undefined)).toBe(false);
  });
});

describe('the passages of a kind of entry', () => {
  test('are frozen, in the order in which a page shows them', () => {
    expect(SECTIONS).toEqual({
      text: SEGMENTS,
      official: SEGMENTS,
      principles: ['asks', 'words', 'preamble', 'lineage', 'objections', 'practice'],
      coverage: ['summary', 'claims', 'omits', 'confirmed', 'unconfirmed', 'version', 'correction'],
      questions: ['answer', 'sources', 'note'],
      glossary: ['definition'],
      timeline: [],
      corrections: [],
      variants: SEGMENTS,
      pages: [
        'what', 'unofficial', 'sources', 'model', 'numbers', 'errors', 'list', 'growth', 'absent', 'limits', 'eight', 'other',
        'how', 'call', 'forms', 'managers', 'permalinks', 'files', 'use', 'twins', 'feeds', 'licence',
      ],
    });
  });

  test('name themselves where each begins with a date, in an order of time', () => {
    expect(DATED).toEqual({ timeline: 'oldest first', corrections: 'newest first' });
    expect(Object.entries(SECTIONS).filter(([, ids]) => ids.length === 0).map(([collection]) => collection)).toEqual(Object.keys(DATED));
  });

  test.each(Object.entries(SECTIONS))('of %s have each a name of its own that can stand in an address', (_, ids) => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-?[0-9]+)?$/);
  });

  test('stand on pages of the site’s own that content writes', () => {
    expect(PAGES).toEqual(['about', 'numbering', 'states', 'cite', 'data']);
  });

  test('of coverage cannot be taken for a claim', () => {
    expect(SECTIONS.coverage.filter(isClaim)).toEqual([]);
  });
});
