/** `npm run check`: reads all content and prints its problems, without building. */
import { contentFiles } from '../files.ts';
import { formatProblems } from '../lib/problems.ts';
import { countsOf, editionOf, languagesOf, readRecord } from '../lib/record.ts';
import { today } from '../settings.ts';

const { entries, ledger, problems } = readRecord(contentFiles(), today());
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
for (const lang of languagesOf(entries)) {
  const { coverage, claims, mentions } = countsOf(editionOf(entries, lang, ledger));
  console.log(`${lang}: no problems in ${coverage} coverage records, ${claims} claims, ${mentions} mentions`);
}
