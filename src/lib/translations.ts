/**
 * What stands in one language and not in the other: entries, passages of entries, words of the interface.
 *
 * Each language tells the same; what it leaves out is a problem, unless the entry says `translated: false`. Coverage may
 * be in the default language alone, where it is shown to all.
 */
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { AnyEntry } from './entries.ts';
import { LANGUAGES, type Lang } from './ids.ts';
import type { Place, Problem } from './problems.ts';

const WHOLE = new Set<AnyEntry['collection']>(['questions', 'glossary', 'timeline', 'variants', 'pages', 'corrections']);

/** A problem for each entry and each passage that another published language lacks. */
export function translationProblems(entries: readonly AnyEntry[]): Problem[] {
  const languages = LANGUAGES.filter((lang) => entries.some((entry) => entry.collection === 'text' && entry.lang === lang));
  const known = new Map(entries.filter(({ collection }) => collection !== 'official').map((entry) => [`${entry.lang} ${entry.address}`, entry]));
  return [...known.values()].flatMap((entry) => languages.filter((lang) => lang !== entry.lang && languages.includes(entry.lang)).flatMap((lang) => {
    const other = known.get(`${lang} ${entry.address}`);
    if (other !== undefined) return passageProblems(entry, other);
    const isAlone = 'translated' in entry.fields && entry.fields.translated === false;
    return isAlone || !WHOLE.has(entry.collection) ? [] : [lacking({ file: entry.file, line: 1, column: 1 }, entry.slug, counterpart(entry.file, entry.lang, lang))];
  }));
}

/** Ids are the same in every language, so a passage that has none of its id is missing. */
function passageProblems(entry: AnyEntry, other: AnyEntry): Problem[] {
  // What could not be cut into passages is told there.
  if (other.passages.length === 0) return [];
  const ids = new Set(other.passages.map(({ id }) => id));
  return entry.passages.filter(({ id }) => !ids.has(id)).map(({ id, at }) => lacking(at, id, `${other.file}, ## ${id}`));
}

const lacking = (at: Place, found: string, expected: string): Problem =>
  ({ code: 'not-translated', at, found, expected, mend: 'write it there; an entry that is to stand alone says translated: false' });

/** `content/questions/en/x.md` → `content/questions/fr/x.md`. */
const counterpart = (file: string, from: Lang, to: Lang): string => file.replace(`/${from}/`, `/${to}/`).replace(new RegExp(`/${from}\\.(mdx?)$`), `/${to}.$1`);

interface Word { readonly text: string; readonly place: Place }

/** A problem for each word of the interface that another language lacks, or that is filled with other values there. `files` are JSON. */
export function stringProblems(files: readonly { readonly file: string; readonly source: string }[]): Problem[] {
  const all = files.map(({ file, source }) => ({ file, words: wordsIn(file, source) }));
  return all.flatMap(({ words }) => all.filter((one) => one.words !== words).flatMap(({ file, words: others }) => [...words].flatMap(([key, { text, place }]) => {
    const other = others.get(key);
    if (other === undefined) return [{ code: 'not-translated', at: place, found: key, expected: `${file}, ${key}`, mend: 'write it there, or take it out here' } satisfies Problem];
    const [ours, theirs] = [valuesIn(text), valuesIn(other.text)];
    return ours.every((value) => theirs.includes(value)) ? []
      : [{ code: 'not-translated', at: other.place, found: other.text, expected: `${ours.join(', ')} in ${key}`, mend: `it says “${text}” in the other language` } satisfies Problem];
  })));
}

const valuesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Every word by its key, `search.found.one`, with its place. */
function wordsIn(file: string, source: string): Map<string, Word> {
  const lines = new LineCounter();
  const words = new Map<string, Word>();
  const collect = (map: YAMLMap, above: string) => {
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const path = above === '' ? String(key.value) : `${above}.${String(key.value)}`;
      const { line, col } = lines.linePos(key.range?.[0] ?? 0);
      if (isMap(value)) collect(value, path);
      else if (isScalar(value)) words.set(path, { text: String(value.value), place: { file, line, column: col } });
    }
  };
  const { contents } = parseDocument(source, { lineCounter: lines });
  if (isMap(contents)) collect(contents, '');
  return words;
}
