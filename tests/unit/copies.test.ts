import { describe, expect, test } from 'vitest';
import { carriedClaims, claimsOf, expandCuts, originalOf } from '../../src/lib/copies.ts';
import { readRecord } from '../../src/lib/record.ts';
import { coverageIn } from '../../src/lib/rules.ts';
import { copy, COPY, files, TODAY, tree } from '../content.ts';

type Changes = Parameters<typeof tree>[0];

const THIRD = 'content/coverage/en/2018/third.md';
const copyOf = (slug: string) => copy.replace('copyOf: one', `copyOf: ${slug}`);

/** The records of a tree by slug, and one of them. */
function records(changes: Changes = {}) {
  const bySlug = new Map(coverageIn(readRecord(files(tree(changes)), TODAY).entries).map((entry) => [entry.slug, entry]));
  const get = (slug: string) => {
    const entry = bySlug.get(slug);
    if (entry === undefined) throw new Error(`no record ${slug}`);
    return entry;
  };
  return { bySlug, get, originalOf: (slug: string) => originalOf(get(slug), bySlug)?.slug };
}

const ids = (passages: readonly { id: string }[]) => passages.map(({ id }) => id);

describe('cuts', () => {
  test.each<[string, string[], string[]]>([
    ['none', [], []],
    ['a claim', ['c3'], ['c3']],
    ['a range', ['c28-c30'], ['c28', 'c29', 'c30']],
    ['a range of one', ['c5-c5'], ['c5']],
    ['a range into two digits', ['c9-c11'], ['c9', 'c10', 'c11']],
    ['both, in their order', ['c7', 'c1-c2', 'c4'], ['c7', 'c1', 'c2', 'c4']],
  ])('spell out %s', (_, cuts, claims) => {
    expect(expandCuts(cuts)).toEqual(claims);
  });
});

describe('claims', () => {
  test('are the passages with a claim’s id, without the heading above them', () => {
    expect(ids(claimsOf(records().get('one')))).toEqual(['c1', 'c2', 'c3']);
  });

  test('of a copy that retells none are none', () => {
    expect(claimsOf(records().get('copy'))).toEqual([]);
  });
});

describe('the original', () => {
  test('of a record that is no copy is itself', () => {
    expect(records().originalOf('one')).toBe('one');
  });

  test('of a copy is the record that it copies', () => {
    expect(records().originalOf('copy')).toBe('one');
  });

  test('of a copy of a copy is the end of the chain', () => {
    expect(records({ [THIRD]: copyOf('copy') }).originalOf('third')).toBe('one');
  });

  test.each<[string, string, Changes]>([
    ['whose original is not there', 'copy', { [COPY]: copyOf('nothing') }],
    ['at the end of a broken chain', 'third', { [COPY]: copyOf('nothing'), [THIRD]: copyOf('copy') }],
    ['of itself', 'copy', { [COPY]: copyOf('copy') }],
    ['in a circle', 'copy', { [COPY]: copyOf('third'), [THIRD]: copyOf('copy') }],
    ['that leads into a circle', 'third', { [COPY]: copyOf('copy'), [THIRD]: copyOf('copy') }],
  ])('of a copy %s is unknown', (_, slug, changes) => {
    expect(records(changes).originalOf(slug)).toBeUndefined();
  });
});

describe('a copy carries', () => {
  test.each([
    ['every claim where it cuts none', '[]', ['c1', 'c2', 'c3']],
    ['the claims that it does not cut, in the order of the original', '[c2]', ['c1', 'c3']],
    ['what a range leaves', '[c1-c2]', ['c3']],
    ['nothing where it cuts all', '[c3, c1-c2]', []],
  ])('%s', (_, cuts, carried) => {
    const { get } = records({ [COPY]: copy.replace('[c3]', cuts) });
    expect(ids(carriedClaims(get('copy'), get('one')))).toEqual(carried);
  });
});
