import { describe, expect, test } from 'vitest';
import { extendLedger, movedFragments, movedPages, readLedger, type LedgerLine } from '../../src/lib/ledger.ts';

describe('a ledger is read', () => {
  test.each<[name: string, source: string, expected: LedgerLine[]]>([
    ['line by line', '/call/\n/call/#p1\n', [{ address: '/call/', line: 1 }, { address: '/call/#p1', line: 2 }]],
    ['with where an address leads now', '/p1/ -> /principles/1/\n', [{ address: '/p1/', target: '/principles/1/', line: 1 }]],
    ['with any space around the arrow', '/a/\t->   /b/  \n', [{ address: '/a/', target: '/b/', line: 1 }]],
    ['past empty lines, which count', '\n/a/\n   \n/b/', [{ address: '/a/', line: 2 }, { address: '/b/', line: 4 }]],
    [
      'past comments, which count', '# Released\n/a/\n  # later\n/b/\n',
      [{ address: '/a/', line: 2 }, { address: '/b/', line: 4 }],
    ],
    ['past comments that say nothing', '# \n/a/\n', [{ address: '/a/', line: 2 }]],
    [
      'where lines end as on Windows', '/a/\r\n/b/ -> /c/\r\n',
      [{ address: '/a/', line: 1 }, { address: '/b/', target: '/c/', line: 2 }],
    ],
    ['where it is empty', '', []],
  ])('%s', (_, source, expected) => {
    expect(readLedger(source)).toEqual(expected);
  });
});

describe('a ledger grows', () => {
  test.each<[name: string, source: string, addresses: string[], expected: string]>([
    ['by the addresses it does not hold, below those it has', '/b/\n', ['/c/', '/b/', '/a/'], '/b/\n/c/\n/a/\n'],
    ['by each address once', '', ['/a/', '/a/'], '/a/\n'],
    ['on a line of its own where the last one is open', '/a/', ['/b/'], '/a/\n/b/\n'],
    ['by no address that moved', '/a/ -> /b/\n', ['/a/', '/b/'], '/a/ -> /b/\n/b/\n'],
    ['by fragments apart from their page', '/a/\n', ['/a/', '/a/#b'], '/a/\n/a/#b\n'],
    ['and keeps its comments', '# Released\n\n/a/\n', ['/b/'], '# Released\n\n/a/\n/b/\n'],
    ['and never shrinks', '/a/\n/b/\n', [], '/a/\n/b/\n'],
    ['and stays as it is where nothing is new', '# x\n/a/', ['/a/'], '# x\n/a/'],
  ])('%s', (_, source, addresses, expected) => {
    expect(extendLedger(source, addresses)).toBe(expected);
  });

  test('no further the second time', () => {
    const once = extendLedger('/a/', ['/b/', '/b/#c']);
    expect(extendLedger(once, ['/b/', '/b/#c'])).toBe(once);
  });
});

describe('what moved', () => {
  const ledger = readLedger(`/call/
/coverage/old/ -> /coverage/new/
/coverage/new/#c1 -> /coverage/new/#c2
/coverage/new/#c0 -> /coverage/new/#c2
/coverage/new/#lost -> /coverage/new/
/coverage/old/#c7 -> /coverage/new/#c7
`);

  test('as a page leads from the old address to the new', () => {
    expect(movedPages(ledger)).toEqual([{ from: '/coverage/old/', to: '/coverage/new/' }]);
  });

  test('within a page is answered to by the passage it leads to', () => {
    expect(movedFragments(ledger)).toEqual(new Map([
      ['/coverage/new/#c2', ['c1', 'c0']],
      ['/coverage/new/', ['lost']],
    ]));
  });

  test('is nothing where nothing did', () => {
    expect([movedPages(readLedger('/a/\n/a/#b\n')), [...movedFragments(readLedger('/a/\n/a/#b\n'))]]).toEqual([[], []]);
  });
});
