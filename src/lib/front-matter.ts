/**
 * What the fields of a file say, with the line and column of each.
 *
 * Takes the source of a file and the schema of its kind; gives the fields or the problems, never both.
 */
import { LineCounter, isMap, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Place, Problem, ProblemCode } from './problems.ts';
import { nearest, suggestion } from './nearest.ts';

const SEE = 'see content/README.md, “Fields”';

export interface FrontMatter<T> {
  readonly fields?: T;
  readonly problems: readonly Problem[];
  readonly places: Places;
}

/** Where each value stands, by its path: `official.en`, `cuts.0`. Under no path, where the front matter begins. */
export type Places = ReadonlyMap<string, Place>;

/** Where a field stands: its value; where that is missing, the nearest above it. Throws where there is no beginning. */
export function placeIn(places: Places, ...path: readonly (string | number)[]): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const place = places.get(path.slice(0, depth).join('.'));
    if (place !== undefined) return place;
  }
  throw new Error('places without a beginning');
}

/** Reads the block between the two `---` lines at the head of `source`; `file` names it in problems. */
export function readFrontMatter<S extends z.ZodType>(file: string, source: string, schema: S): FrontMatter<z.infer<S>> {
  const top: Place = { file, line: 1, column: 1 };
  const problem = (code: ProblemCode, at: Place, found: string, expected: string, mend: string): Problem =>
    ({ code, at, found, expected, mend });

  const block = /^\uFEFF?---[ \t]*\r?\n((?:[\s\S]*?\n)?)---[ \t]*(?:\r?\n|$)/.exec(source);
  if (block === null) {
    const found = source.split('\n', 1)[0] ?? '';
    const mend = `begin the file with its fields between two lines of three hyphens; ${SEE}`;
    return { problems: [problem('front-matter-missing', top, found, 'a line --- and a second one below the fields', mend)], places: new Map([['', top]]) };
  }
  const yaml = block[1] ?? '';
  const offset = source.indexOf('\n') + 1;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const lines = source.slice(0, offset).split('\n').length - 1;
  const place = (position: number): Place => {
    const { line, col } = counter.linePos(position);
    return { file, line: line + lines, column: col };
  };

  const broken = (position: number, message: string) => problem('broken-yaml', place(position), lineAt(yaml, position), `YAML: ${firstSentence(message)}`,
    'quote a value that holds a colon or begins with a special character, and indent with spaces');
  // What reads YAML goes down with each bracket, and would end in the middle of the stack.
  const deep = /(?:[[{]\s*){50}/.exec(yaml);
  if (deep !== null) return { problems: [broken(deep.index, 'lists that are not nested fifty deep')], places: new Map([['', place(0)]]) };
  const places = placesOf(document, place);
  // The first alone: what follows a fault is often its consequence. A tag that is unknown here would stop the reader of the pages.
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) return { problems: [broken(fault.pos[0], fault.message)], places };
  const values = valuesOf(document);
  if (values instanceof Error) return { problems: [broken(aliasIn(document), values.message)], places };
  if (!isMap(document.contents) && document.contents !== null) return { problems: [broken(0, 'fields, each with its value')], places };

  const result = schema.safeParse(values);
  if (result.success) return { fields: result.data, problems: [], places };
  const isMisspelt = misspeltFields(result.error.issues, keysOf(schema));
  const problems = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const name = path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        problem('unknown-key', place(keyPosition(document, [...path, key])), key, 'a field of this kind of entry',
          suggestion(key, keysOf(schema), `take it out, or ${SEE}`)));
    }
    const value = document.getIn(path);
    // A field that is there under a misspelt name is told once, as unknown.
    if (value === undefined && isMisspelt(name)) return [];
    const code = value === undefined || value === null ? 'missing-key' : 'wrong-value';
    const found = value === undefined || value === null ? '' : String(document.getIn(path, false));
    const mend = code === 'missing-key' ? `add a line ${name}: …; ${SEE}` : `correct ${name}; ${SEE}`;
    return [problem(code, placeIn(places, ...path), found, `${name}: ${issue.message}`, mend)];
  });
  return { problems, places };
}

/** Whether one of the unknown fields was meant to be this one. */
function misspeltFields(issues: readonly z.core.$ZodIssue[], keys: readonly string[]): (name: string) => boolean {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []));
  return (name) => unknown.some((key) => nearest(key, keys) === name);
}

/** The values as plain data; an alias that names nothing is found only now. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Where the first alias that names nothing stands. */
function aliasIn(document: Document): number {
  let position = 0;
  visit(document, { Alias: (_, node) => {
    if (node.resolve(document) !== undefined || !hasRange(node)) return undefined;
    position = node.range[0];
    return visit.BREAK;
  } });
  return position;
}

/** The places of all values, also of those within others. */
function placesOf(document: Document, place: (position: number) => Place): Places {
  const places = new Map([['', place(0)]]);
  const add = (node: unknown, path: readonly string[]) => {
    if (path.length > 0 && hasRange(node)) places.set(path.join('.'), place(node.range[0]));
    if (isMap(node)) for (const { key, value } of node.items) add(value, [...path, String(isScalar(key) ? key.value : key)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) add(item, [...path, String(index)]);
  };
  add(document.contents, []);
  return places;
}

function keyPosition(document: Document, path: readonly (string | number)[]): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1))) : undefined;
  return hasRange(pair?.key) ? pair.key.range[0] : 0;
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

const keysOf = (schema: z.ZodType): string[] => ('shape' in schema ? Object.keys(schema.shape as object) : []);
const lineAt = (text: string, position: number): string => text.slice(text.lastIndexOf('\n', position - 1) + 1).split('\n', 1)[0] ?? '';
const firstSentence = (text: string): string => text.split('\n', 1)[0] ?? text;
