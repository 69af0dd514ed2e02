/**
 * The ledger: every address and fragment ever released, one a line, and where those that moved lead now.
 *
 *     /coverage/wired-us-sits-out/#c7
 *     /fr/coverage/wired-us-sits-out/#c7
 *     /coverage/old-name/ -> /coverage/new-name/
 *
 *     # 1835 addresses, sha256 9b1c4a07d2e85f36
 *
 * It only grows. An address that neither exists nor redirects fails the build, and so does a ledger that has lost a line:
 * `npm run ledger` closes it with the number and the fingerprint of the addresses above. Where they lead may change: a line
 * without a language says it for every language, one with `/fr/` in front for that language alone.
 */
import { createHash } from 'node:crypto';
import { DEFAULT_LANG, isLang, type Lang } from './ids.ts';
import { isMadeForPrograms } from './machine-addresses.ts';
import type { Place, Problem } from './problems.ts';

export interface LedgerLine {
  readonly address: string;
  /** Where a moved address leads now. */
  readonly target?: string;
  readonly line: number;
}

export const LEDGER_FILE = 'content/ledger.txt';

/** Reads the ledger's lines; empty ones and those that begin with `#` are passed over. */
export function readLedger(source: string): LedgerLine[] {
  return source.split(/\r?\n/).flatMap((row, index) => {
    const [address = '', target] = row.trim().split(/\s+->\s+(.*)/);
    if (address === '' || address.startsWith('#')) return [];
    return [{ address, line: index + 1, ...(target !== undefined && { target }) }];
  });
}

/** The ledger with the addresses that it does not hold yet, in their given order, below those it has, and closed anew. */
export function extendLedger(source: string, addresses: Iterable<string>): string {
  const known = new Set(readLedger(source).map(({ address }) => address));
  const added = [...new Set(addresses)].filter((address) => !known.has(address));
  const open = source.split(/(?<=\n)/).filter((row) => !SEAL.test(row.trim())).join('');
  const head = open === '' || open.endsWith('\n') ? open : `${open}\n`;
  const rows = `${head}${added.map((address) => `${address}\n`).join('')}`;
  const ledger = readLedger(rows);
  return ledger.length === 0 ? source : `${rows}${sealOf(ledger)}\n`;
}

const SEAL = /^# \d+ addresses, sha256 [0-9a-f]{16}$/;

const sealOf = (ledger: readonly LedgerLine[]): string =>
  `# ${ledger.length} addresses, sha256 ${createHash('sha256').update(ledger.map(({ address }) => `${address}\n`).join('')).digest('hex').slice(0, 16)}`;

/** A ledger without the line that closes it, or with one that is not of the addresses above it. What stands below is new. */
export function sealProblems(file: string, source: string): Problem[] {
  const rows = source.split(/\r?\n/);
  const seal = rows.findLastIndex((row) => SEAL.test(row.trim()));
  const expected = rows[seal]?.trim();
  const held = readLedger(rows.slice(0, expected === undefined ? undefined : seal).join('\n'));
  const at: Place = { file, line: (expected === undefined ? held.at(-1)?.line ?? 0 : seal) + 1, column: 1 };
  if (expected === undefined)
    return held.length === 0 ? [] : [{ code: 'ledger-open', at, found: '', expected: 'the line # … addresses, sha256 … below all others', mend: 'put it back from the last release; npm run ledger closes a ledger that never had one' }];
  if (sealOf(held) === expected) return [];
  const mend = 'put back the line that git diff shows as gone or changed; where two branches met, take the ledger of one and run npm run ledger';
  return [{ code: 'ledger-altered', at, found: sealOf(held), expected, mend }];
}

/** A ledger without an address, beside a history that says that something was released. */
export const lostLedger = (file: string, ledger: readonly LedgerLine[], released: number): Problem[] =>
  (ledger.length > 0 || released === 0 ? [] : [{ code: 'ledger-lost', at: { file, line: 1, column: 1 }, found: '', expected: 'the addresses of all releases, which the history knows of', mend: 'put the ledger back from the last release' }]);

/** Of the site, without its base path; `*` stands for any letters. */
const ADDRESS = /^\/(?:[\w*.-]+\/)*[\w*.-]*(?:#[\w-]+)?$/;
const isAddress = (text: string): boolean => ADDRESS.test(text) && !/\/\.\.?(?:\/|$)/.test(text);

/** What a build writes beside pages, for hosts and for itself: a redirect would take its place. */
const BUILT = /^\/(404\.html|_|\.|pagefind\/)/;

/** Why a host cannot be told to lead from one address to the other. */
function refusal(address: string, target: string): string | undefined {
  if (/\*/.test(address + target)) return 'no star in a redirect, which would lead on from many addresses';
  const { lang, address: plain } = languageOf(address);
  if (BUILT.test(plain) || isMadeForPrograms(plain)) return 'a redirect from a page or a passage; this file is made by every build';
  return lang === languageOf(target).lang ? undefined : 'a redirect within one language';
}

/** Lines that name no address of the site, redirects that no host can be given, and addresses that stand twice. */
export function ledgerLineProblems(file: string, ledger: readonly LedgerLine[]): Problem[] {
  const lines = new Map<string, number>();
  return ledger.flatMap(({ address, target, line }): Problem[] => {
    const at: Place = { file, line, column: 1 };
    const first = lines.get(address);
    lines.set(address, first ?? line);
    if (!isAddress(address) || (target !== undefined && !isAddress(target)))
      return [{ code: 'ledger-line', at, found: target === undefined ? address : `${address} -> ${target}`, expected: 'an address such as /call/#p6, or two with an arrow between: /old/ -> /new/', mend: 'correct the line' }];
    const refused = target === undefined ? undefined : refusal(address, target);
    if (refused !== undefined) return [{ code: 'ledger-line', at, found: `${address} -> ${target}`, expected: refused, mend: 'correct the line' }];
    return first === undefined ? [] : [{ code: 'ledger-line', at, found: address, expected: `each address once; it stands already in line ${first}`, mend: 'write there where it leads, and take this line out' }];
  });
}

/** `/fr/call/#p6` → French, `/call/#p6`; an address without a language is of the default one. */
export function languageOf(address: string): { readonly lang: Lang; readonly address: string } {
  const [, lang, rest = '/'] = /^\/([a-z]{2})(\/.*)$/.exec(address) ?? [];
  return isLang(lang) && lang !== DEFAULT_LANG ? { lang, address: rest } : { lang: DEFAULT_LANG, address };
}

/** The redirects of one language, without it: what is said for this language alone, else what is said for every one. */
export function redirectsIn(ledger: readonly LedgerLine[], lang: Lang): Map<string, string> {
  const said = ledger.flatMap(({ address, target }) => (target === undefined ? [] : [{ ...languageOf(address), target: languageOf(target).address }]));
  return new Map([DEFAULT_LANG, lang].flatMap((one) => said.filter((line) => line.lang === one).map(({ address, target }) => [address, target] as const)));
}

/** The pages of a language that moved, without the language: old address → new. */
export const movedPages = (ledger: readonly LedgerLine[], lang: Lang): Map<string, string> =>
  new Map([...redirectsIn(ledger, lang)].filter(([address]) => !address.includes('#')));

/** The other way, for the pages that stand now: new address → every one at which it stood. */
export function formerPages(ledger: readonly LedgerLine[], lang: Lang): Map<string, string[]> {
  const pages = movedPages(ledger, lang);
  const former = new Map<string, string[]>();
  for (const address of pages.keys()) {
    // A file that moved, `/report.pdf`, has no files of its own.
    if (!address.endsWith('/')) continue;
    const now = finalAddress(address, pages);
    former.set(now, [...(former.get(now) ?? []), address]);
  }
  return former;
}

/** The ids that a page of a language must still answer to: moved fragments, by the address at which their passage stands now. */
export function movedFragments(ledger: readonly LedgerLine[], lang: Lang): Map<string, string[]> {
  const pages = movedPages(ledger, lang);
  const moved = new Map<string, string[]>();
  for (const [address, target] of redirectsIn(ledger, lang)) {
    const [page, fragment] = address.split('#');
    if (fragment === undefined || target.split('#')[0] !== page) continue;
    const now = finalAddress(target, pages);
    moved.set(now, [...(moved.get(now) ?? []), fragment]);
  }
  return moved;
}

/** Where an address leads after all redirects of pages; where they lead in a circle, somewhere in it. */
export function finalAddress(address: string, pages: ReadonlyMap<string, string>): string {
  const [page = '', fragment] = address.split('#');
  const passed = new Set([page]);
  let last = page;
  for (let next = pages.get(last); next !== undefined && !passed.has(next); next = pages.get(last)) passed.add(last = next);
  return fragment === undefined ? last : `${last}#${fragment}`;
}
