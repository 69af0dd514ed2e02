import { describe, expect, test } from 'vitest';
import { addressesOf, countsOf, editionOf, readRecord } from '../../src/lib/record.ts';
import { files, TODAY, tree } from '../content.ts';

const record = (of = tree()) => readRecord(files(of), TODAY);
const edition = () => editionOf(record().entries, 'en');

describe('a record', () => {
  test('without faults has no problems', () => {
    expect(record().problems).toEqual([]);
  });

  test('counts voices apart from copies', () => {
    expect(countsOf(edition())).toMatchObject({ segments: 25, principles: 9, coverage: 2, voices: 1, copies: 1, claims: 3 });
  });

  test('has an address for every page and passage', () => {
    const addresses = addressesOf(edition());
    expect(addresses).toEqual(expect.arrayContaining(['/', '/call/#p16', '/principles/#principle-9', '/principles/8/#asks', '/coverage/one/#c3', '/coverage/year/undated/', '/about/#numbers', '/p8/']));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
