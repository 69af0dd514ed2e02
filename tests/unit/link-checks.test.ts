import { describe, expect, test } from 'vitest';
import {
  dueAddresses, FAULTS, hasAnswered, isTypeExpected, LINK_STATUSES, LINKS_FILE, linksTable, nextCheck, readLinkChecks, type Answer, type Fault, type LinkCheck,
} from '../../src/lib/link-checks.ts';

const TODAY = '2026-11-21';
const URL_ONE = 'https://example.org/one';
const check = (changes: Partial<LinkCheck> = {}): LinkCheck => ({
  url: URL_ONE, checked: '2026-11-01', status: 'alive', httpStatus: '200', fault: '', type: 'text/html', lastAlive: '2026-11-01', failingSince: '', failures: 0, movedTo: '', ...changes,
});
const answer = (changes: Partial<Answer> = {}): Answer => ({ httpStatus: 200, type: 'text/html', finalUrl: URL_ONE, permanent: false, ...changes });
const fault = (name: Fault): Answer => ({ fault: name, finalUrl: URL_ONE, permanent: false });
const next = (given: Answer, before?: LinkCheck, today = TODAY, url = URL_ONE) => nextCheck(before, url, given, today) ?? expect.fail('no row');

describe('an answer means that an address is', () => {
  test.each<[status: LinkCheck['status'], name: string, given: Answer]>([
    ['alive', 'a page', answer()],
    ['alive', 'a page of which nobody says what it is', answer({ type: undefined as never })],
    ['alive', 'a temporary redirect', answer({ finalUrl: 'https://example.com/two' })],
    ['alive', 'a redirect for good to https, www or a slash', answer({ finalUrl: 'https://www.example.org/one/', permanent: true })],
    ['alive', 'a redirect for good from https to http, to which nobody is sent', answer({ finalUrl: 'http://example.com/two', permanent: true })],
    ['alive', 'a temporary redirect to a page that the query of the home page names', answer({ finalUrl: 'https://example.org/?id=3' })],
    ['moved', 'a redirect for good to another page', answer({ finalUrl: 'https://example.com/two', permanent: true })],
    ['refused', '401', answer({ httpStatus: 401 })],
    ['refused', '403', answer({ httpStatus: 403 })],
    ['refused', '429', answer({ httpStatus: 429 })],
    ['refused', '451', answer({ httpStatus: 451 })],
    ['refused', '999', answer({ httpStatus: 999 })],
    ['failing', '404', answer({ httpStatus: 404 })],
    ['failing', '500', answer({ httpStatus: 500 })],
    ['failing', 'a picture', answer({ type: 'image/png' })],
    ['failing', 'a redirect to the home page', answer({ finalUrl: 'https://example.org/' })],
    ['failing', 'a redirect to another home page', answer({ finalUrl: 'https://example.com/', permanent: true })],
    ['gone', '410', answer({ httpStatus: 410 })],
    ...(Object.keys(FAULTS) as Fault[]).map((name): ['failing', string, Answer] => ['failing', name, fault(name)]),
  ])('%s: %s', (status, _, given) => {
    expect(next(given).status).toBe(status);
  });

  test('alive, though it leads from the index of the home page to the home page', () => {
    expect(next(answer({ finalUrl: 'https://example.org/' }), undefined, TODAY, 'https://example.org/index.html').status).toBe('alive');
  });

  test.each<[url: string, before: string, type: string, isExpected: boolean]>([
    ['https://e.org/a', '', 'text/html', true],
    ['https://e.org/a', '', 'application/pdf', true],
    ['https://e.org/a', '', 'application/xhtml+xml', true],
    ['https://e.org/a', '', 'text/plain', true],
    ['https://e.org/a', '', 'image/jpeg', false],
    ['https://e.org/a', '', 'application/octet-stream', false],
    ['https://e.org/a', 'text/html', 'application/pdf', false],
    ['https://e.org/a', 'text/html', 'image/gif', false],
    ['https://e.org/a', 'text/html', 'text/plain', true],
    ['https://e.org/a.pdf', '', 'application/pdf', true],
    ['https://e.org/a.pdf', '', 'application/octet-stream', true],
    ['https://e.org/a.PDF', '', 'text/html', false],
    ['https://e.org/a', 'application/pdf', 'text/html', false],
    ['https://e.org/a.png', '', 'image/webp', true],
    ['https://e.org/a.mp4', '', 'text/html', false],
    ['https://e.org/a.docx', '', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
  ])('the right file or not: %s, once %j, now %s: %s', (url, before, type, isExpected) => {
    expect(isTypeExpected(url, type, before)).toBe(isExpected);
  });
});

describe('a row after an answer', () => {
  test('that is good is that of today, whatever stood there', () => {
    const good = check({ checked: TODAY, lastAlive: TODAY });
    expect(next(answer())).toEqual(good);
    expect(next(answer(), check({ status: 'failing', httpStatus: '', fault: 'timeout', failingSince: '2026-11-02', failures: 2 }))).toEqual(good);
    expect(next(answer(), check({ status: 'gone', httpStatus: '410', failingSince: '2026-09-02', failures: 9, movedTo: 'https://example.com/' }))).toEqual(good);
  });

  test('that is bad keeps when it was last seen alive, and as what', () => {
    expect(next(answer({ httpStatus: 404 }), check())).toEqual(check({ checked: TODAY, status: 'failing', httpStatus: '404', failingSince: TODAY, failures: 1 }));
    expect(next(fault('timeout'), check({ status: 'failing', failingSince: '2026-11-10', failures: 1 })))
      .toEqual(check({ checked: TODAY, status: 'failing', httpStatus: '', fault: 'timeout', failingSince: '2026-11-10', failures: 2 }));
  });

  test('that refuses is no failure, and none goes on', () => {
    expect(next(answer({ httpStatus: 403 }), check({ status: 'failing', failingSince: '2026-11-10', failures: 2 }))).toEqual(check({ checked: TODAY, status: 'refused', httpStatus: '403' }));
  });

  test('of one that has moved says where to, and no longer when it is back', () => {
    const moved = next(answer({ finalUrl: 'https://example.com/two', permanent: true }), check());
    expect(moved).toEqual(check({ checked: TODAY, status: 'moved', lastAlive: TODAY, movedTo: 'https://example.com/two' }));
    expect(next(answer(), moved).movedTo).toBe('');
  });

  test('that puts us off stays as it was, or is none', () => {
    const before = check({ status: 'failing', failingSince: '2026-11-01', failures: 1 });
    expect(nextCheck(before, URL_ONE, { later: true, finalUrl: URL_ONE, permanent: false }, TODAY)).toBe(before);
    expect(nextCheck(undefined, URL_ONE, { later: true, finalUrl: URL_ONE, permanent: false }, TODAY)).toBeUndefined();
  });

  test('that is bad again on the same day counts once', () => {
    const once = next(answer({ httpStatus: 404 }), check());
    expect(next(answer({ httpStatus: 404 }), once).failures).toBe(1);
  });
});

describe('an address is gone', () => {
  const afterFailures = (given: Answer, ...days: string[]) => days.reduce<LinkCheck | undefined>((before, day) => next(given, before, day), undefined)?.status;

  test.each<[name: string, status: string, days: string[]]>([
    ['not after one failure', 'failing', ['2026-10-01']],
    ['not after two, however far apart', 'failing', ['2026-10-01', '2026-11-21']],
    ['not after three within thirteen days', 'failing', ['2026-11-01', '2026-11-08', '2026-11-14']],
    ['after three over two weeks', 'gone', ['2026-11-01', '2026-11-08', '2026-11-15']],
    ['not after many within thirteen days', 'failing', ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-14']],
  ])('%s', (_, status, days) => {
    expect(afterFailures(answer({ httpStatus: 404 }), ...days)).toBe(status);
  });

  const MONTHS = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'];
  test.each<[name: string, given: Answer, status: string]>([
    ['where its host is no more', fault('no-such-host'), 'gone'],
    ['where nothing listens', fault('connection-refused'), 'gone'],
    ['where something else stands', answer({ type: 'image/png' }), 'gone'],
    ['where the home page stands for it', answer({ finalUrl: 'https://example.org/' }), 'gone'],
    ['but not for its certificate, behind which it may be', fault('certificate-expired'), 'failing'],
    ['but not for silence towards programs', fault('timeout'), 'failing'],
    ['but not for a loop, which may be for want of a cookie', fault('redirect-loop'), 'failing'],
    ['but not for a fault of its server', answer({ httpStatus: 500 }), 'failing'],
    ['but not where we must not look', fault('private-address'), 'failing'],
  ])('%s', (_, given, status) => {
    expect(afterFailures(given, ...MONTHS)).toBe(status);
  });

  test('and stays so whatever fails afterwards', () => {
    const gone = check({ status: 'gone', httpStatus: '410', failingSince: '2026-11-01', failures: 1 });
    expect(next(fault('timeout'), gone)).toMatchObject({ status: 'gone', failingSince: '2026-11-01', failures: 2 });
  });
});

describe('a server stood behind an answer', () => {
  test.each<[isThere: boolean, given: Answer]>([
    [true, answer()], [true, answer({ httpStatus: 500 })], [true, { later: true, finalUrl: URL_ONE, permanent: false }], [true, fault('certificate-expired')], [true, fault('malformed')],
    [false, fault('timeout')], [false, fault('no-such-host')], [false, fault('unreachable')], [false, fault('connection-refused')], [false, fault('connection-reset')], [false, fault('private-address')],
  ])('%s: %j', (isThere, given) => {
    expect(hasAnswered(given)).toBe(isThere);
  });
});

describe('what is due', () => {
  const url = (name: string) => `https://example.org/${name}`;
  const checks = new Map([
    check({ url: url('lately'), checked: '2026-11-02' }), check({ url: url('today'), checked: '2026-11-01' }), check({ url: url('long'), checked: '2026-06-01' }),
    check({ url: url('failing-lately'), checked: '2026-11-16', status: 'failing' }), check({ url: url('failing'), checked: '2026-11-14', status: 'failing' }),
    check({ url: url('gone-lately'), checked: '2026-09-23', status: 'gone' }), check({ url: url('gone'), checked: '2026-09-01', status: 'gone' }),
    check({ url: url('refused'), checked: '2026-10-20', status: 'refused' }), check({ url: url('moved'), checked: '2026-10-21', status: 'moved' }),
  ].map((one) => [one.url, one]));
  const names = ['new', ...[...checks.keys()].map((one) => one.slice(20)), 'also-new'].map(url);
  const due = (flags?: Parameters<typeof dueAddresses>[3]) => dueAddresses(names, checks, TODAY, flags).map((one) => one.slice(20));

  test('are the new ones and those whose rest is over, the longest due first', () => {
    expect(due()).toEqual(['also-new', 'new', 'long', 'gone', 'refused', 'moved', 'failing', 'today']);
  });

  test('is cut to what is asked for', () => {
    expect(due({ limit: 3 })).toEqual(['also-new', 'new', 'long']);
  });

  test('is everything, where all is asked for', () => {
    expect(due({ all: true }).sort()).toEqual(names.map((one) => one.slice(20)).sort());
  });
});

describe('the table', () => {
  const rows = [
    check(), check({ url: 'https://example.org/a,b"c', status: 'moved', movedTo: 'https://example.com/' }),
    check({ url: 'https://example.org/z', status: 'gone', httpStatus: '', fault: 'no-such-host', type: '', lastAlive: '', failingSince: '2026-10-01', failures: 4 }),
    check({ url: 'https://example.org/refused', status: 'refused', httpStatus: '403', lastAlive: '' }),
  ].map((row) => ({ ...row, url: new URL(row.url).href }));
  const sorted = [...rows].sort((a, b) => (a.url < b.url ? -1 : 1));
  const HEAD = 'url,checked,status,httpStatus,fault,type,lastAlive,failingSince,failures,movedTo';
  const ROW = `${URL_ONE},2026-11-01,alive,200,,text/html,2026-11-01,,0,`;

  test('comes back as it went, in the order of the addresses, and is the same bytes each time', () => {
    expect(readLinkChecks(linksTable(rows), TODAY)).toEqual({ checks: sorted, problems: [] });
    expect(linksTable(sorted)).toBe(linksTable(rows));
    expect(linksTable([check()])).toBe(`${HEAD}\n${ROW}\n`);
  });

  test.each([['whose lines end as on Windows', `${HEAD}\r\n${ROW}\r\n`], ['that begins with a byte order mark', `\uFEFF${HEAD}\n${ROW}\n`], ['with an empty line', `${HEAD}\n\n${ROW}\n`]])('%s says the same', (_, source) => {
    expect(readLinkChecks(source, TODAY)).toEqual({ checks: [check()], problems: [] });
  });

  test('without a row is one', () => {
    expect(readLinkChecks(linksTable([]), TODAY)).toEqual({ checks: [], problems: [] });
  });

  test.each<[name: string, source: string, line: number, found: string, expected: string]>([
    ['other columns', 'url,checked', 1, 'url,checked', HEAD],
    ['nothing', '', 1, '', HEAD],
    ['no address', ROW.replace('https:', 'ftp:'), 2, 'ftp://example.org/one', 'url: an address'],
    ['an address with a fragment', ROW.replace('/one', '/one#a'), 2, `${URL_ONE}#a`, `url: ${URL_ONE}`],
    ['no day', ROW.replace('2026-11-01,alive', ',alive'), 2, '', 'checked: a day, 2026-11-21'],
    ['a day to come', ROW.replace('2026-11-01,alive', '2026-11-22,alive'), 2, '2026-11-22', 'checked: a day of the calendar up to 2026-11-21'],
    ['a day that there is not', ROW.replace('2026-11-01,,0', '2026-02-30,,0'), 2, '2026-02-30', 'lastAlive: a day of the calendar up to 2026-11-21'],
    ['another status', ROW.replace('alive', 'dead'), 2, 'dead', `status: one of ${LINK_STATUSES.join(', ')}`],
    ['half a number', ROW.replace('200', '20'), 2, '20', 'httpStatus: three digits or nothing'],
    ['another fault', ROW.replace('200,', '200,odd'), 2, 'odd', `fault: one of ${Object.keys(FAULTS).join(', ')}, or nothing`],
    ['no type', ROW.replace('text/html', 'html'), 2, 'html', 'type: a media type or nothing'],
    ['failures in words', ROW.replace(',0,', ',none,'), 2, 'none', 'failures: a number'],
    ['a place moved to that is none', `${ROW}there`, 2, 'there', 'movedTo: an address or nothing'],
    ['failing since no day', ROW.replace('alive', 'failing'), 2, '', 'failingSince: something, beside the status failing'],
    ['moved to nowhere', ROW.replace('alive', 'moved'), 2, '', 'movedTo: something, beside the status moved'],
    ['alive without a day', ROW.replace('2026-11-01,,0', ',,0'), 2, '', 'lastAlive: something, beside the status alive'],
    ['an address twice', `${ROW}\n${ROW}`, 3, URL_ONE, 'each address once'],
  ])('with %s is a problem in its line', (_, source, line, found, expected) => {
    const whole = line === 1 ? source : `${HEAD}\n${source}\n`;
    expect(readLinkChecks(whole, TODAY).problems).toEqual([
      { code: 'links-row', at: { file: LINKS_FILE, line, column: 1 }, found, expected, mend: 'npm run links writes this file: take the line out, and the address is asked anew' },
    ]);
  });
});
