/**
 * One content file, read: its fields, its passages and the problems that the file alone shows.
 *
 * What needs the other files (does the target exist, is a slug taken) is for `rules.ts`.
 */
import type { z } from 'astro/zod';
import { addressOfEntry, locationOf, type Address, type Location } from './addresses.ts';
import { dateProblems, linkProblems, nodeProblems, passageProblems, quotationProblems, slugProblems, summaryProblems, swallowsPassages } from './file-rules.ts';
import { readFrontMatter, type Places } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { passagesOf, type Passage } from './passages.ts';
import type { Place, Problem, ProblemCode } from './problems.ts';
import * as schemas from './schemas.ts';
import { readText } from './source-text.ts';

/** A file of the content folder as it lies on the disk; `file` is its path from the project's folder. */
export interface SourceFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Why the disk did not hand it out; it then has no bytes. */
  readonly problem?: Problem;
}

/** What it says, or the one reason why nobody knows. */
export const textOf = ({ file, bytes, problem }: SourceFile, most?: number): ReturnType<typeof readText> => (problem === undefined ? readText(file, bytes, most) : { problem });

interface Fields {
  text: schemas.TextFields;
  official: schemas.OfficialFields;
  principles: schemas.PrincipleFields;
  coverage: schemas.CoverageFields;
  questions: schemas.QuestionFields;
  glossary: schemas.TermFields;
  timeline: schemas.PageFields;
  corrections: schemas.PageFields;
  variants: schemas.PageFields;
  pages: schemas.PageFields;
}

/** What a file is, as far as its path and its passages tell, though its fields may be wrong. */
export interface Sketch extends Location {
  readonly file: string;
  readonly address: Address;
  /** None where the file could not be read at all. */
  readonly passages?: readonly Passage[];
}

export interface Entry<C extends keyof Fields = keyof Fields> extends Sketch {
  readonly collection: C;
  readonly fields: Fields[C];
  readonly passages: readonly Passage[];
  /** Where the fields stand in the file. */
  readonly places: Places;
}
export type AnyEntry = { [C in keyof Fields]: Entry<C> }[keyof Fields];

export interface ReadEntry {
  readonly entry?: AnyEntry;
  readonly sketch?: Sketch;
  readonly problems: readonly Problem[];
}

/** Reads one file. `today` (`2026-11-21`) is the day that no date may lie after. Never throws on bad content. */
export function readEntry(source: SourceFile, today: string): ReadEntry {
  try {
    return readSource(source, today);
  } catch (error) {
    // Lists in lists in lists, a thousand deep, are too much for every reader of trees.
    if (!(error instanceof RangeError)) throw error;
    const at: Place = { file: source.file, line: 1, column: 1 };
    const location = locationOf(source.file);
    return { ...(location && { sketch: { ...location, file: source.file, address: addressOfEntry(location) } }), problems: [{ code: 'broken-markdown', at, found: '', expected: 'text that is not nested hundreds of levels deep', mend: 'write it flatter' }] };
  }
}

function readSource(from: SourceFile, today: string): ReadEntry {
  const { file } = from;
  const problem = (code: ProblemCode, at: Place, found: string, expected: string, mend: string): Problem => ({ code, at, found, expected, mend });
  const top: Place = { file, line: 1, column: 1 };

  const location = locationOf(file);
  if (location === undefined) {
    if (from.problem !== undefined) return { problems: [from.problem] };
    const expected = 'a place named in content/README.md, ending in .md or .mdx';
    return { problems: [problem('no-place', top, file, expected, 'move it; see content/README.md, “What goes where”')] };
  }
  const sketch: Sketch = { ...location, file, address: addressOfEntry(location) };
  const { source, problem: unreadable } = textOf(from);
  // A name that the disk itself does not know again is told by that alone.
  if (source === undefined) return { sketch, problems: [...(from.problem === undefined ? slugProblems(location, top) : []), unreadable] };

  const front = readFrontMatter<z.ZodType>(file, source, schemas[SCHEMA[location.collection]]);
  const parsed = parseMarkdown(file, source);
  const cut = passagesOf(file, parsed.tree, source);
  const isCut = parsed.problems.length === 0 && !swallowsPassages(parsed) && !front.problems.some(({ code }) => code === 'front-matter-missing' || code === 'broken-yaml');
  const nodes = parsed.problems.length > 0 ? [] : nodeProblems(file, parsed);
  const problems = [
    ...slugProblems(location, top),
    ...front.problems,
    ...parsed.problems,
    ...nodes,
    ...(parsed.problems.length > 0 ? [] : [...(location.collection === 'official' ? [] : quotationProblems(file, parsed))]),
    // Where the fields or raw HTML run into the passages, what is missing of those says nothing.
    ...(isCut ? passageProblems(file, location, cut).filter(({ code, at }) => code !== 'unknown-passage' || !nodes.some((node) => node.at.line === at.line)) : []),
    ...cut.passages.flatMap(({ links }) => links.flatMap((link) => linkProblems(file, link))),
  ];
  const read: Sketch = isCut ? { ...sketch, passages: cut.passages } : sketch;
  if (front.fields === undefined) return { sketch: read, problems };

  // The schema that was chosen by the collection is the one that made the fields.
  const entry = { ...sketch, fields: front.fields, passages: isCut ? cut.passages : [], places: front.places } as AnyEntry;
  return { entry, sketch: read, problems: [...problems, ...dateProblems(entry, today), ...summaryProblems(entry)] };
}

const SCHEMA = {
  text: 'text', official: 'official', principles: 'principle', coverage: 'coverage', questions: 'question', glossary: 'term',
  timeline: 'page', corrections: 'page', variants: 'page', pages: 'page',
} as const;
