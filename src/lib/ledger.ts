/**
 * The ledger: every address and fragment ever released, one a line, and where those that moved lead now.
 *
 *     /coverage/wired-us-sits-out/#c7
 *     /coverage/old-name/ -> /coverage/new-name/
 *
 * It only grows. An address that neither exists nor redirects fails the build.
 */

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

/** The ledger with the addresses that it does not hold yet, in their given order, below those it has. */
export function extendLedger(source: string, addresses: Iterable<string>): string {
  const known = new Set(readLedger(source).map(({ address }) => address));
  const added = [...new Set(addresses)].filter((address) => !known.has(address));
  const head = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  return added.length === 0 ? source : `${head}${added.join('\n')}\n`;
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
