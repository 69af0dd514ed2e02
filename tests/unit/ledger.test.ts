import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extendLedger, finalAddress, formerPages, languageOf, ledgerLineProblems, lostLedger, movedFragments, movedPages, readLedger, sealProblems, type LedgerLine } from '../../src/lib/ledger.ts';

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
  /** What `sha256sum` says of the address and a line feed. */
  const SEAL = { '/a/': '5b4b5a8f73cf98cc' };

  test.each<[name: string, source: string, addresses: string[], expected: string]>([
    ['by the addresses it does not hold, below those it has', '/b/\n', ['/c/', '/b/', '/a/'], '/b/\n/c/\n/a/\n'],
    ['by each address once', '', ['/a/', '/a/'], '/a/\n'],
    ['on a line of its own where the last one is open', '/a/', ['/b/'], '/a/\n/b/\n'],
    ['by no address that moved', '/a/ -> /b/\n', ['/a/', '/b/'], '/a/ -> /b/\n/b/\n'],
    ['by fragments apart from their page', '/a/\n', ['/a/', '/a/#b'], '/a/\n/a/#b\n'],
    ['and keeps its comments', '# Released\n\n/a/\n', ['/b/'], '# Released\n\n/a/\n/b/\n'],
    ['and never shrinks', '/a/\n/b/\n', [], '/a/\n/b/\n'],
    ['and keeps what stands below the line that closed it', `/a/\n# 1 addresses, sha256 ${SEAL['/a/']}\n/b/ -> /a/\n`, ['/c/'], '/a/\n/b/ -> /a/\n/c/\n'],
  ])('%s', (_, source, addresses, expected) => {
    const grown = extendLedger(source, addresses);
    expect(grown.replace(/# \d+ addresses, sha256 [0-9a-f]{16}\n$/, '')).toBe(expected);
    expect(grown).toMatch(new RegExp(`\\n# ${readLedger(expected).length} addresses, sha256 [0-9a-f]{16}\\n$`));
    expect(sealProblems('l', grown)).toEqual([]);
  });

  test('and is closed by the number of its addresses and their fingerprint', () => {
    expect(extendLedger('# x\n/a/', [])).toBe(`# x\n/a/\n# 1 addresses, sha256 ${SEAL['/a/']}\n`);
  });

  test('no further the second time', () => {
    const once = extendLedger('/a/', ['/b/', '/b/#c']);
    expect(extendLedger(once, ['/b/', '/b/#c'])).toBe(once);
  });

  test('from nothing to nothing', () => {
    expect(extendLedger('', [])).toBe('');
  });
});

describe('a ledger that was closed', () => {
  const ledger = extendLedger('# Released\n/a/\n/a/#b\n/c/ -> /a/\n', []);
  const codes = (source: string) => sealProblems('content/ledger.txt', source).map(({ code, at: { line } }) => `${line} ${code}`);

  test.each<[name: string, source: string]>([
    ['says where an address leads now', ledger.replace('/a/#b', '/a/#b -> /a/#d')],
    ['says of a moved page that it leads elsewhere', ledger.replace('-> /a/', '-> /d/')],
    ['gets a line below the last', `${ledger}/d/ -> /a/\n`],
    ['gets another comment', `# Of 2026\n${ledger}`],
    ['is checked out with the line ends of Windows', ledger.replaceAll('\n', '\r\n')],
  ])('may change where it %s', (_, source) => {
    expect(codes(source)).toEqual([]);
  });

  test.each<[name: string, source: string, expected: string]>([
    ['a line', ledger.replace('/a/#b\n', ''), '4 ledger-altered'],
    ['its first line', ledger.replace('/a/\n', ''), '4 ledger-altered'],
    ['a letter', ledger.replace('#b', '#c'), '5 ledger-altered'],
    ['its order', ledger.replace('/a/\n/a/#b\n', '/a/#b\n/a/\n'), '5 ledger-altered'],
    ['an address to a comment', ledger.replace('/a/#b', '# /a/#b'), '5 ledger-altered'],
    ['the line that closes it', ledger.replace(/# \d.*\n/, ''), '5 ledger-open'],
    ['a letter of the line that closes it', ledger.replace('sha256', 'sha'), '5 ledger-open'],
    ['a digit of the line that closes it', ledger.replace('# 3', '# 2'), '5 ledger-altered'],
  ])('may not lose %s', (_, source, expected) => {
    expect(codes(source)).toEqual([expected]);
  });

  test('says what it held and what it holds', () => {
    const [problem] = sealProblems('content/ledger.txt', ledger.replace('/a/#b\n', ''));
    expect([problem?.expected, problem?.found]).toEqual([ledger.split('\n').at(-2), expect.stringMatching(/^# 2 addresses, sha256 /)]);
  });

  test('is the one of this site', () => {
    const released = readFileSync('content/ledger.txt', 'utf8');
    expect(sealProblems('content/ledger.txt', released)).toEqual([]);
    const lines = released.split('\n');
    for (const gone of [0, 1, 900, lines.length - 3]) expect(codes(lines.toSpliced(gone, 1).join('\n'))).toEqual([`${lines.length - 2} ledger-altered`]);
  });
});

describe('a line of the ledger', () => {
  const codes = (source: string) => ledgerLineProblems('l', readLedger(source)).map(({ code, at: { line } }) => `${line} ${code}`);

  test.each([
    '/', '/call/#p6', '/coverage/a-b-2018/#c12 -> /coverage/a-b-2018/#c13', '/*/cite/*.bib', '/data/SHA256SUMS', '/feed.atom', '/principles/*/feed.atom',
  ])('is %s', (line) => {
    expect(codes(line)).toEqual([]);
  });

  test.each(['call/', '//call/', '/../call/', '/a/./b/', '/a b/', '/a/#b#c', '/<b>/', '/é/', '/a/ -> b', '/a/ ->', '/[...a]/', '/a/?b=c', 'https://example.org/'])('is not %s', (line) => {
    expect(codes(`/x/\n${line}`)).toEqual(['2 ledger-line']);
  });

  test('that is none is told as it stands', () => {
    expect(ledgerLineProblems('l', readLedger('call/\n/a/ -> b')).map(({ found }) => found)).toEqual(['call/', '/a/ -> b']);
  });

  test('stands once', () => {
    expect(codes('/a/\n/b/\n/a/ -> /b/')).toEqual(['3 ledger-line']);
  });
});

describe('a redirect that no host can be given', () => {
  const refused = (line: string) => ledgerLineProblems('l', readLedger(line)).map(({ code, expected }) => `${code}: ${expected}`);

  test.each([
    ['leads on from many addresses', '/* -> /call/', 'no star in a redirect, which would lead on from many addresses'],
    ['leads to a form', '/x/ -> /*/index.md', 'no star in a redirect, which would lead on from many addresses'],
    ['takes the place of the page for what is missing', '/404.html -> /call/', 'a redirect from a page or a passage; this file is made by every build'],
    ['takes the place of the headers', '/_headers -> /call/', 'a redirect from a page or a passage; this file is made by every build'],
    ['takes the place of the home page’s data', '/index.json -> /data/', 'a redirect from a page or a passage; this file is made by every build'],
    ['takes the place of a page’s data', '/coverage/old/index.json -> /data/', 'a redirect from a page or a passage; this file is made by every build'],
    ['takes the place of a French feed', '/fr/principles/8/feed.atom -> /fr/principles/8/', 'a redirect from a page or a passage; this file is made by every build'],
    ['leaves its language', '/fr/old/ -> /call/', 'a redirect within one language'],
    ['leaves every language for one', '/old/ -> /fr/call/', 'a redirect within one language'],
  ])('%s', (_, line, expected) => {
    expect(refused(line)).toEqual([`ledger-line: ${expected}`]);
  });

  test.each([['/old/ -> /call/'], ['/fr/old/ -> /fr/call/'], ['/data/old.csv -> /data/claims.csv']])('is not %s', (line) => {
    expect(refused(line)).toEqual([]);
  });
});

test('a ledger without an address is lost where the history knows of a release', () => {
  const codes = (source: string, released: number) => lostLedger('l', readLedger(source), released).map(({ code }) => code);
  expect([codes('', 3), codes('# Released\n', 3), codes('/a/\n', 3), codes('', 0)]).toEqual([['ledger-lost'], ['ledger-lost'], [], []]);
});

test('an address says its language where it is not the default one', () => {
  expect(['/call/#p6', '/fr/call/#p6', '/fr/', '/french/', '/p8/', '/en/call/'].map(languageOf)).toEqual([
    { lang: 'en', address: '/call/#p6' }, { lang: 'fr', address: '/call/#p6' }, { lang: 'fr', address: '/' },
    { lang: 'en', address: '/french/' }, { lang: 'en', address: '/p8/' }, { lang: 'en', address: '/en/call/' },
  ]);
});

describe('what moved', () => {
  const ledger = readLedger(`/call/
/coverage/old/ -> /coverage/new/
/coverage/new/#c1 -> /coverage/new/#c2
/coverage/new/#c0 -> /coverage/new/#c2
/coverage/new/#lost -> /coverage/new/
/coverage/old/#c7 -> /coverage/new/#c7
/coverage/old/#c8 -> /coverage/old/#c9
/coverage/oldest/ -> /coverage/old/
/fr/coverage/old/ -> /fr/coverage/nouveau/
/fr/timeline/#a -> /fr/timeline/#b
`);

  test('as a page leads from the old address to the new, in one language elsewhere than in the others', () => {
    expect([...movedPages(ledger, 'en')]).toEqual([['/coverage/old/', '/coverage/new/'], ['/coverage/oldest/', '/coverage/old/']]);
    expect([...movedPages(ledger, 'fr')]).toEqual([['/coverage/old/', '/coverage/nouveau/'], ['/coverage/oldest/', '/coverage/old/']]);
  });

  test('is known where it stands now by all its old addresses', () => {
    expect([...formerPages(ledger, 'en')]).toEqual([['/coverage/new/', ['/coverage/old/', '/coverage/oldest/']]]);
    expect([...formerPages(ledger, 'fr')]).toEqual([['/coverage/nouveau/', ['/coverage/old/', '/coverage/oldest/']]]);
    // A file that moved has no files of its own.
    expect([...formerPages(readLedger('/report.pdf -> /call/\n'), 'en')]).toEqual([]);
  });

  test('within a page is answered to by the passage it leads to, at the address of the page now', () => {
    expect([...movedFragments(ledger, 'en')]).toEqual([['/coverage/new/#c2', ['c1', 'c0']], ['/coverage/new/', ['lost']], ['/coverage/new/#c9', ['c8']]]);
    expect(movedFragments(ledger, 'fr').get('/timeline/#b')).toEqual(['a']);
    expect(movedFragments(ledger, 'en').has('/timeline/#b')).toBe(false);
  });

  test('leads to its end, and out of a circle', () => {
    const circle = new Map([['/a/', '/b/'], ['/b/', '/c/'], ['/c/', '/b/']]);
    expect(finalAddress('/coverage/oldest/#c1', movedPages(ledger, 'en'))).toBe('/coverage/new/#c1');
    expect(['/b/', '/c/']).toContain(finalAddress('/a/', circle));
  });

  test('as a page to a passage of its own is no id of it', () => {
    expect([...movedFragments(readLedger('/a/ -> /a/#b\n'), 'en')]).toEqual([]);
  });

  test('is nothing where nothing did', () => {
    const none = readLedger('/a/\n/a/#b\n');
    expect([movedPages(none, 'en'), movedFragments(none, 'en'), formerPages(none, 'en')].map(({ size }) => size)).toEqual([0, 0, 0]);
  });
});
