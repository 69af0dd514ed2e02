/**
 * `node src/commands/fingerprints.ts en FILE fr FILE`: computes the fingerprints from the official texts, as Markdown
 * with a paragraph a segment and the aims as a list, and writes `src/fingerprints.json`. Only they are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fingerprintOf } from '../lib/fingerprints.ts';
import { SEGMENTS } from '../lib/ids.ts';

const [, , ...args] = process.argv;
const all: { [lang: string]: { [id: string]: object } } = {};
for (let index = 0; index + 1 < args.length; index += 2) {
  const [lang = '', file = ''] = args.slice(index, index + 2);
  const segments = readFileSync(file, 'utf8').split(/\n\s*\n|\n(?=- )|\n(?=To that end)/).map((text) => text.trim()).filter(Boolean);
  if (segments.length !== SEGMENTS.length) throw new Error(`${file}: ${segments.length} segments, ${SEGMENTS.length} expected`);
  all[lang] = Object.fromEntries(SEGMENTS.map((id, at) => [id, fingerprintOf(segments[at] ?? '')]));
}
writeFileSync(new URL('../fingerprints.json', import.meta.url), `${JSON.stringify(all, null, 1)}\n`);
