/** `npm run check`: reads all content and prints its problems, without building. */
import { readAll } from '../files.ts';
import { formatProblems } from '../lib/problems.ts';
import { countsOf, editionOf, languagesOf } from '../lib/record.ts';

const record = readAll();
if (record.problems.length > 0) {
  console.error(formatProblems(record.problems));
  process.exit(1);
}
for (const lang of languagesOf(record.entries)) {
  const { coverage, claims, mentions } = countsOf(editionOf(record, lang));
  console.log(`${lang}: no problems in ${coverage} coverage records, ${claims} claims, ${mentions} mentions`);
}
