/**
 * The history: when each content file was first released, and when it last changed.
 *
 *     2026-11-21 9b1c4a07d2e85f36 content/coverage/en/2018/wired-us-sits-out.md
 *
 * One line for each released state of a file, with the fingerprint of its text. It only grows. A file that differs from
 * its last line has changed since, and this build is the first to publish the change.
 */
import { createHash } from 'node:crypto';
import { isFuture, isPartialDate } from './dates.ts';
import type { Problem } from './problems.ts';

export const HISTORY_FILE = 'content/history.txt';

/** When a file came into the record and when it last changed: days such as `2026-11-21`. */
export interface Dates {
  readonly added: string;
  readonly updated: string;
}

interface HistoryLine {
  readonly day: string;
  readonly fingerprint: string;
  readonly file: string;
}

/** Reads the lines; empty ones and those that begin with `#` are passed over. */
export const readHistory = (source: string): HistoryLine[] =>
  source.split(/\r?\n/).flatMap((row) => {
    const [, day, fingerprint, file] = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f]{16}) (\S.*)$/.exec(row.trim()) ?? [];
    return day === undefined || fingerprint === undefined || file === undefined ? [] : [{ day, fingerprint, file }];
  });

/** Lines that are none, which would date their file today, and days that are none. `today` is the last that may be. */
export const historyProblems = (source: string, today: string): Problem[] =>
  source.split(/\r?\n/).flatMap((row, index): Problem[] => {
    if (row.trim() === '' || row.trim().startsWith('#')) return [];
    const [line] = readHistory(row);
    if (line !== undefined && isPartialDate(line.day) && !isFuture(line.day, today)) return [];
    const expected = line === undefined ? 'a day, a fingerprint of 16 digits and a file: 2026-11-21 9b1c4a07d2e85f36 content/text/en.md' : `a day of the calendar up to ${today}`;
    return [{ code: 'history-line', at: { file: HISTORY_FILE, line: index + 1, column: 1 }, found: line?.day ?? row, expected, mend: 'put back the line of the last release' }];
  });

/** The first 16 hexadecimal digits of the SHA-256 of a text. Line ends count as one, so that a checkout cannot change it. */
export const fingerprintOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1').digest('hex').slice(0, 16);

/** Each file's dates; what has changed since its last line, or has none, is dated `today`. */
export function datesOf(history: readonly HistoryLine[], files: readonly { readonly file: string; readonly bytes: Uint8Array }[], today: string): Map<string, Dates> {
  const lines = new Map<string, { added: string; last: HistoryLine }>();
  for (const line of history) lines.set(line.file, { added: lines.get(line.file)?.added ?? line.day, last: line });
  return new Map(files.map(({ file, bytes }) => {
    const known = lines.get(file);
    if (known === undefined) return [file, { added: today, updated: today }];
    return [file, { added: known.added, updated: known.last.fingerprint === fingerprintOf(bytes) ? known.last.day : today }];
  }));
}

/** The history with a line of `today` for each file that is new or has changed, in the order of `files`. */
export function extendHistory(source: string, files: readonly { readonly file: string; readonly bytes: Uint8Array }[], today: string): string {
  const last = new Map(readHistory(source).map((line) => [line.file, line.fingerprint]));
  const added = files.map(({ file, bytes }) => ({ file, fingerprint: fingerprintOf(bytes) }))
    .filter(({ file, fingerprint }) => last.get(file) !== fingerprint)
    .map(({ file, fingerprint }) => `${today} ${fingerprint} ${file}`);
  const head = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  return added.length === 0 ? source : `${head}${added.join('\n')}\n`;
}

/** The newest of some days; `undefined` where there is none. */
export const newest = (days: Iterable<string>): string | undefined => [...days].sort().at(-1);
