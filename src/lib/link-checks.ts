/**
 * What is known of the addresses that the content cites: the table `content/links.csv`, one row an address, as
 * `npm run links` writes it, and the rules by which an answer changes a row.
 *
 * One failure proves nothing, so an address is failing first. It is gone at once where its server says so (410), else
 * after three failures over two weeks, and only where each answer means that nothing is there: an expired
 * certificate, a server's error or silence keep it failing, since a reader may still get through. A page that says
 * “not found” and answers 200 cannot be told from one that is there; only being sent to the home page gives it away.
 */
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { isFuture, isPartialDate } from './dates.ts';
import { askedAddress } from './external-links.ts';
import { compareText } from './graph.ts';
import type { Problem } from './problems.ts';
import { numbered } from './states.ts';

export const LINKS_FILE = 'content/links.csv';

/**
 * `alive`; `moved`, permanently; `refused`, where the server turns programs away and a reader may fare better;
 * `failing`; `gone`.
 */
export const LINK_STATUSES = ['alive', 'moved', 'refused', 'failing', 'gone'] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

/** What was wrong where it was not the number that the server answered. */
export const FAULTS = {
  'no-such-host': 'its host has no address',
  'private-address': 'its host stands in a private network, which is never asked',
  'connection-refused': 'nothing listens there',
  'connection-reset': 'the server hung up',
  unreachable: 'there was no way to its server',
  timeout: 'the server took too long',
  'certificate-expired': 'its certificate has expired',
  'certificate-of-another-host': 'its certificate is for another host',
  'certificate-not-trusted': 'its certificate is signed by nobody known',
  'tls-failed': 'no secure connection came about',
  malformed: 'the answer is not HTTP, or its head is too large',
  'redirect-loop': 'it redirects in a circle',
  'too-many-redirects': 'it redirects on and on',
  'redirect-to-nowhere': 'it redirects to no address of the web',
  'wrong-type': 'it answers with another kind of file',
  'home-page': 'it redirects to the home page',
} as const;
export type Fault = keyof typeof FAULTS;

export interface LinkCheck {
  /** Without a fragment. */
  readonly url: string;
  /** The day on which it was last asked. */
  readonly checked: string;
  readonly status: LinkStatus;
  /** The number that the server answered last; empty where there was no answer. */
  readonly httpStatus: string;
  readonly fault: Fault | '';
  /** The media type when it was last seen alive. */
  readonly type: string;
  readonly lastAlive: string;
  /** The day of the first failure since then. */
  readonly failingSince: string;
  /** On how many days it has failed since then. */
  readonly failures: number;
  readonly movedTo: string;
}

/** What came of asking: a number or a fault, or that the server wants to be asked another time. */
export interface Answer {
  readonly later?: true;
  readonly httpStatus?: number;
  readonly fault?: Fault;
  readonly type?: string;
  /** Where the redirects, if any, ended, and whether all of them are for good. */
  readonly finalUrl: string;
  readonly permanent: boolean;
}

/** Whether any server stood behind an answer: a certificate is one, silence is none. */
export const hasAnswered = ({ later, httpStatus, fault = 'unreachable' }: Answer): boolean =>
  later === true || httpStatus !== undefined || !['no-such-host', 'private-address', 'connection-refused', 'connection-reset', 'unreachable', 'timeout'].includes(fault);

/** Sign in, pay, not for programs, too many requests, not for legal reasons; 999 is a house number of LinkedIn’s. */
const REFUSALS = new Set([401, 402, 403, 405, 406, 407, 429, 451, 501, 999]);

/** Faults that mean that nothing of what was cited is there. */
const ABSENCES = new Set<Fault | ''>(['no-such-host', 'connection-refused', 'wrong-type', 'home-page']);

const FAILURES_TO_BE_GONE = 3;
const DAYS_TO_BE_GONE = 14;

/** The row of `url` after an answer; the old row, if any, where the server wants to be asked another time. */
export function nextCheck(before: LinkCheck | undefined, url: string, answer: Answer, today: string): LinkCheck | undefined {
  if (answer.later) return before;
  const { lastAlive = '', failingSince = '', failures = 0, movedTo = '', type = '' } = before ?? {};
  const { httpStatus = 0 } = answer;
  const row = { url, checked: today, httpStatus: httpStatus === 0 ? '' : String(httpStatus), fault: '' as const, type, lastAlive, failingSince: '', failures: 0, movedTo };
  const fault = answer.fault ?? (httpStatus < 300 ? faultOfPage(url, answer, type) : '');
  if (fault === '' && httpStatus < 300) {
    const to = placeMovedTo(url, answer);
    return { ...row, status: to === '' ? 'alive' : 'moved', type: answer.type ?? type, lastAlive: today, movedTo: to };
  }
  if (fault === '' && REFUSALS.has(httpStatus)) return { ...row, status: 'refused' };
  const since = failingSince || today;
  const count = failures + (before?.checked === today && failures > 0 ? 0 : 1);
  const isAbsent = ABSENCES.has(fault) || (fault === '' && httpStatus < 500);
  const isLong = count >= FAILURES_TO_BE_GONE && daysBetween(since, today) >= DAYS_TO_BE_GONE;
  const isGone = httpStatus === 410 || before?.status === 'gone' || (isAbsent && isLong);
  return { ...row, status: isGone ? 'gone' : 'failing', fault, failingSince: since, failures: count };
}

/** What is wrong with an answer that seems good. */
function faultOfPage(url: string, { type, finalUrl }: Answer, typeBefore: string): Fault | '' {
  const [asked, got] = [new URL(url), new URL(finalUrl)];
  if (!/^\/(index\.\w+)?$/.test(asked.pathname) && got.pathname === '/' && got.search === '') return 'home-page';
  return type === undefined || isTypeExpected(url, type, typeBefore) ? '' : 'wrong-type';
}

type FileKind = 'page' | 'pdf' | 'media' | 'other';
const kindOfType = (type: string): FileKind =>
  /^(text\/|application\/(xhtml\+xml|xml|json|ld\+json)$)/.test(type) ? 'page' : type === 'application/pdf' ? 'pdf' : /^(image|audio|video)\//.test(type) ? 'media' : 'other';
const kindOfName = (path: string): FileKind | undefined =>
  /\.pdf$/i.test(path) ? 'pdf' : /\.(png|jpe?g|gif|webp|svg|mp[34]|ogg|webm)$/i.test(path) ? 'media' : /\.(zip|docx?|odt|xlsx?|pptx?)$/i.test(path) ? 'other' : undefined;

/**
 * Whether a media type is what the address was cited for: the kind it had when last seen alive, else the kind that its
 * name promises, else something to read.
 */
export function isTypeExpected(url: string, type: string, typeBefore: string): boolean {
  const kind = kindOfType(type);
  const expected = typeBefore === '' ? kindOfName(new URL(url).pathname) : kindOfType(typeBefore);
  // Servers hand out documents as plain bytes, too.
  if (expected === undefined) return kind === 'page' || kind === 'pdf';
  return kind === expected || expected === 'other' || (expected === 'pdf' && type === 'application/octet-stream');
}

/**
 * Where a page is for good; empty where that is the same but for a trailing slash, `www.` or a change to https. Nobody
 * is sent from https to http.
 */
function placeMovedTo(url: string, { finalUrl, permanent }: Answer): string {
  const plain = (address: string) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/(?=$|\?)/, '');
  const isDowngrade = url.startsWith('https:') && finalUrl.startsWith('http:');
  return permanent && !isDowngrade && plain(url) !== plain(finalUrl) ? finalUrl : '';
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** After how many days an address is asked again. */
const REST: { readonly [status in LinkStatus]: number } = { alive: 20, moved: 20, refused: 20, failing: 6, gone: 60 };

/** The addresses to ask today, the longest due first; `all` passes over the rest that each is given, `limit` takes the first. */
export function dueAddresses(urls: readonly string[], checks: ReadonlyMap<string, LinkCheck>, today: string, { all = false, limit = Infinity }: { all?: boolean; limit?: number } = {}): string[] {
  const dueOn = (url: string): number => {
    const check = checks.get(url);
    return check === undefined ? -Infinity : Date.parse(check.checked) + REST[check.status] * 86_400_000;
  };
  return urls.map((url) => ({ url, on: dueOn(url) })).filter(({ on }) => all || on <= Date.parse(today))
    .sort((a, b) => (a.on === b.on ? compareText(a.url, b.url) : a.on - b.on)).slice(0, limit).map(({ url }) => url);
}

const day: readonly [RegExp, string] = [/^(\d{4}-\d{2}-\d{2})?$/, 'a day, 2026-11-21, or nothing'];
const COLUMNS: { readonly [column in keyof LinkCheck]: readonly [rule: RegExp, expected: string] } = {
  url: [/^https?:\/\//, 'an address'],
  checked: [/^\d{4}-\d{2}-\d{2}$/, 'a day, 2026-11-21'],
  status: [new RegExp(`^(${LINK_STATUSES.join('|')})$`), `one of ${LINK_STATUSES.join(', ')}`],
  httpStatus: [/^([1-9]\d\d)?$/, 'three digits or nothing'],
  fault: [new RegExp(`^(${Object.keys(FAULTS).join('|')})?$`), `one of ${Object.keys(FAULTS).join(', ')}, or nothing`],
  type: [/^([\w.+-]+\/[\w.+-]+)?$/, 'a media type or nothing'],
  lastAlive: day,
  failingSince: day,
  failures: [/^\d{1,4}$/, 'a number'],
  movedTo: [/^(https?:\/\/\S+)?$/, 'an address or nothing'],
};
const NAMES = Object.keys(COLUMNS) as (keyof LinkCheck)[];
const DAYS = ['checked', 'lastAlive', 'failingSince'] as const;

/** All rows, and a problem for each that cannot be used. `today` is the day that no date may lie after. */
export function readLinkChecks(source: string, today: string): { checks: LinkCheck[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (line: number, found: string, expected: string) => problems.push({
    code: 'links-row', at: { file: LINKS_FILE, line, column: 1 }, found, expected, mend: 'npm run links writes this file: take the line out, and the address is asked anew',
  });
  const [head, ...rows] = numbered(csvParseRows(source.replace(/^\uFEFF/, '')));
  if (head?.cells.join() !== NAMES.join()) {
    add(1, head?.cells.join() ?? '', NAMES.join());
    return { checks: [], problems };
  }
  const seen = new Set<string>();
  const checks = rows.filter(({ cells }) => cells.some((cell) => cell !== '')).map(({ line, cells }): LinkCheck => {
    const row = Object.fromEntries(NAMES.map((name, index) => [name, cells[index] ?? ''])) as { [name in keyof LinkCheck]: string };
    const wrong = NAMES.filter((name) => !COLUMNS[name][0].test(row[name]));
    for (const name of wrong) add(line, row[name], `${name}: ${COLUMNS[name][1]}`);
    for (const name of DAYS) if (!wrong.includes(name) && row[name] !== '' && (!isPartialDate(row[name]) || isFuture(row[name], today))) add(line, row[name], `${name}: a day of the calendar up to ${today}`);
    if (!wrong.includes('url') && askedAddress(row.url) !== row.url) add(line, row.url, `url: ${askedAddress(row.url) ?? 'an address'}`);
    if (seen.has(row.url)) add(line, row.url, 'each address once');
    seen.add(row.url);
    // What each status is shown with.
    const needed = row.status === 'failing' || row.status === 'gone' ? 'failingSince' : row.status === 'moved' ? 'movedTo' : row.status === 'alive' ? 'lastAlive' : undefined;
    if (needed !== undefined && row[needed] === '') add(line, '', `${needed}: something, beside the status ${row.status}`);
    return { ...row, status: row.status as LinkStatus, fault: row.fault as Fault | '', failures: Number(row.failures) };
  });
  return { checks, problems };
}

/** The table as it is kept: a row an address, in the order of their letters. */
export const linksTable = (checks: readonly LinkCheck[]): string =>
  `${csvFormatRows([NAMES, ...[...checks].sort((a, b) => compareText(a.url, b.url)).map((check) => NAMES.map((name) => String(check[name])))])}\n`;
