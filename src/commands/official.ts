/**
 * `npm run official -- FILE…`: finds the official wording in the documents given (`-` is standard input), proves it by
 * its fingerprints, and writes the official edition of each language that is there whole. It never writes a part.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDocument } from '../documents.ts';
import { officialFingerprints } from '../files.ts';
import { LANGUAGES, SEGMENTS } from '../lib/ids.ts';
import { officialEdition, outOfOrder, searchOfficial, type Near } from '../lib/official.ts';
import { settings, today } from '../settings.ts';

const OFFICIAL = { en: 'https://pariscall.international/en/call', fr: 'https://pariscall.international/fr/call' };

const paths = process.argv.slice(2);
if (paths.length === 0) paths.push('-');
const said = (near: Near): string =>
  `  ${near.id}: ${Math.round(near.share * 100)} % of its words are there; at word ${near.wordNumber} the document has “${near.word ?? 'something else between'}”\n    nearest: ${near.passage.slice(0, 160)}`;

let [written, faults] = [0, 0];
for (const path of paths) {
  const name = path === '-' ? 'standard input' : basename(path);
  const read = await readDocument(path);
  if ('fault' in read) {
    console.error(`${name} ${read.fault}.`);
    faults++;
    continue;
  }
  const fingerprints = officialFingerprints();
  const { found, near, missing } = searchOfficial(read.text, fingerprints);
  const languages = LANGUAGES.filter((lang) => found.some((one) => one.lang === lang) || near.some((one) => one.lang === lang));
  if (languages.length === 0) {
    console.error(`${name}: no segment of the Call is in it, in any language.`);
    faults++;
  }
  for (const lang of languages) {
    const own = found.filter((one) => one.lang === lang);
    const stray = outOfOrder(own);
    if (own.length === SEGMENTS.length && stray === undefined) {
      const file = join(settings.content, 'text', `official-${lang}.md`);
      mkdirSync(join(settings.content, 'text'), { recursive: true });
      // Written whole beside it, then renamed: there is never half an edition.
      writeFileSync(`${file}.new`, officialEdition(lang, own, name, today(), OFFICIAL));
      renameSync(`${file}.new`, file);
      console.log(`${name}: all ${own.length} segments in ${lang}, word for word. content/text/official-${lang}.md is written.`);
      written++;
      continue;
    }
    faults++;
    console.error(`${name}: ${own.length} of ${SEGMENTS.length} segments in ${lang}; nothing is written for this language.`);
    if (stray !== undefined) console.error(`  ${stray} does not stand in the Call’s order`);
    for (const one of near.filter((candidate) => candidate.lang === lang)) console.error(said(one));
    const absent = missing.filter((one) => one.lang === lang).map(({ id }) => id);
    if (absent.length > 0) console.error(`  not there: ${absent.join(', ')}`);
  }
}
process.exit(faults > 0 || written === 0 ? 1 : 0);
