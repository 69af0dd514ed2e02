/**
 * The ledger: every address and fragment ever released, one a line, and where those that moved lead now.
 *
 *     /coverage/wired-us-sits-out/#c7
 *     /coverage/old-name/ -> /coverage/new-name/
 *
 *     # 1835 addresses, sha256 9b1c4a07d2e85f36
 *
 * It only grows. An address that neither exists nor redirects fails the build, and so does a ledger that has lost a line:
 * `npm run ledger` closes it with the number and the fingerprint of the addresses above. Where they lead may change.
 */
import { createHash } from 'node:crypto';
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

/** Of the site, without base path and language; `*` stands for any letters. */
const ADDRESS = /^\/(?:[\w*.-]+\/)*[\w*.-]*(?:#[\w-]+)?$/;
const isAddress = (text: string): boolean => ADDRESS.test(text) && !/\/\.\.?(?:\/|$)/.test(text);

/** Lines that name no address of the site, and addresses that stand twice. */
export function ledgerLineProblems(file: string, ledger: readonly LedgerLine[]): Problem[] {
  const lines = new Map<string, number>();
  return ledger.flatMap(({ address, target, line }): Problem[] => {
    const at: Place = { file, line, column: 1 };
    const first = lines.get(address);
    lines.set(address, first ?? line);
    if (!isAddress(address) || (target !== undefined && !isAddress(target)))
      return [{ code: 'ledger-line', at, found: target === undefined ? address : `${address} -> ${target}`, expected: 'an address such as /call/#p6, or two with an arrow between: /old/ -> /new/', mend: 'correct the line' }];
    return first === undefined ? [] : [{ code: 'ledger-line', at, found: address, expected: `each address once; it stands already in line ${first}`, mend: 'write there where it leads, and take this line out' }];
  });
}

/** The ids that a page must still answer to: moved fragments, by the address they lead to now. */
export function movedFragments(ledger: readonly LedgerLine[]): Map<string, string[]> {
  const moved = new Map<string, string[]>();
  for (const { address, target } of ledger) {
    const [page, fragment] = address.split('#');
    if (target === undefined || fragment === undefined || target.split('#')[0] !== page) continue;
    moved.set(target, [...(moved.get(target) ?? []), fragment]);
  }
  return moved;
}

/** Pages that moved: old address → new. */
export const movedPages = (ledger: readonly LedgerLine[]): { from: string; to: string }[] =>
  ledger.flatMap(({ address, target }) => (target === undefined || address.includes('#') ? [] : [{ from: address, to: target }]));
