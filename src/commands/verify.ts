/**
 * `npm run verify -- FILE`: says which segments of the Call a text quotes in full, exactly or nearly, and where it
 * departs. For an article, a translation memo, a web page saved as text; it writes nothing.
 */
import { readDocument } from '../documents.ts';
import { officialFingerprints } from '../files.ts';
import { searchOfficial } from '../lib/official.ts';

const [path = '-'] = process.argv.slice(2);
const read = await readDocument(path);
if ('fault' in read) {
  console.error(`${path === '-' ? 'standard input' : path} ${read.fault}.`);
  process.exit(1);
}
const { found, near } = searchOfficial(read.text, officialFingerprints());
for (const { lang, id } of found) console.log(`${lang} ${id}: exactly`);
for (const { lang, id, share, word, wordNumber, passage } of near)
  console.log(`${lang} ${id}: nearly, ${Math.round(share * 100)} % of its words; at word ${wordNumber} the text has “${word ?? 'something else between'}”\n    ${passage.slice(0, 200)}`);
console.log(`${found.length} segments quoted exactly, ${near.length} nearly.`);
