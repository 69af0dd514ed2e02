/** `npm run ledger`: adds the addresses that a release brings to the ledger; it never takes one out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles } from '../files.ts';
import { extendLedger } from '../lib/ledger.ts';
import { formatProblems } from '../lib/problems.ts';
import { addressesOf, editionOf, readRecord } from '../lib/record.ts';
import { DEFAULT_LANG } from '../lib/ids.ts';
import { settings, today } from '../settings.ts';

const { entries, ledger, problems } = readRecord(contentFiles(), today());
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
const file = join(settings.content, 'ledger.txt');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const after = extendLedger(before, addressesOf(editionOf(entries, DEFAULT_LANG, ledger)));
writeFileSync(file, after);
console.log(`content/ledger.txt: ${after.split('\n').length - before.split('\n').length} addresses added`);
