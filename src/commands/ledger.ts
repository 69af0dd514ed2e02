/** `npm run ledger`: adds the addresses that a release brings to the ledger; it never takes one out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles, officialFingerprints } from '../files.ts';
import { extendLedger, readLedger } from '../lib/ledger.ts';
import { formatProblems } from '../lib/problems.ts';
import { addressesOf, editionOf, readRecord } from '../lib/record.ts';
import { DEFAULT_LANG } from '../lib/ids.ts';
import { settings, today } from '../settings.ts';

const record = readRecord(contentFiles(), today(), officialFingerprints());
if (record.problems.length > 0) {
  console.error(formatProblems(record.problems));
  process.exit(1);
}
const file = join(settings.content, 'ledger.txt');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const after = extendLedger(before, addressesOf(editionOf(record, DEFAULT_LANG)));
writeFileSync(file, after);
console.log(`content/ledger.txt: ${readLedger(after).length - readLedger(before).length} addresses added`);
