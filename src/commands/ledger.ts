/**
 * `npm run ledger`: adds the addresses that a release brings to the ledger, and to the history what it brings in and
 * changes. It never takes an address out of either, and closes a ledger that is open.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles, officialFingerprints } from '../files.ts';
import { extendLedger, readLedger } from '../lib/ledger.ts';
import { formatProblems } from '../lib/problems.ts';
import { extendHistory, readHistory } from '../lib/history.ts';
import { dated, readRecord, releasedIn } from '../lib/record.ts';
import { settings, today } from '../settings.ts';

const files = contentFiles();
const record = readRecord(files, today(), officialFingerprints());
const problems = record.problems.filter(({ code }) => code !== 'ledger-open');
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
const add = (name: string, what: string, extend: (source: string) => string, count: (source: string) => number) => {
  const file = join(settings.content, name);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = extend(before);
  // Written whole beside it, hidden, then renamed: a full disk takes nothing away.
  const hidden = join(settings.content, `.${name}.new`);
  writeFileSync(hidden, after);
  renameSync(hidden, file);
  console.log(`content/${name}: ${count(after) - count(before)} ${what} added`);
};
add('ledger.txt', 'addresses', (source) => extendLedger(source, releasedIn(record)), (source) => readLedger(source).length);
add('history.txt', 'files', (source) => extendHistory(source, dated(files), today()), (source) => readHistory(source).length);
