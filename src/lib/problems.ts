/**
 * What an author must mend: where it is, what is wrong, what was expected, how to mend it.
 *
 * Finding problems is the business of the other modules; this one knows their names and how they are printed.
 */

/** Every kind of problem, with the words that head its message. */
export const CATALOGUE = {
  unreadable: 'a file that cannot be read',
  'not-utf-8': 'not UTF-8',
  'too-long': 'a file that is too long',
  'merge-conflict': 'a conflict that is not settled',
  'hidden-character': 'a letter that nobody sees',
  'no-place': 'a file that has no place here',
  'front-matter-missing': 'no front matter',
  'broken-yaml': 'broken front matter',
  'unknown-key': 'unknown field',
  'missing-key': 'missing field',
  'wrong-value': 'wrong value',
  'future-date': 'a date in the future',
  'wrong-year': 'in the folder of another year',
  'broken-markdown': 'broken MDX',
  'raw-html': 'raw HTML',
  'mdx-code': 'code in MDX',
  'unknown-component': 'unknown component',
  image: 'a picture',
  'empty-body': 'nothing below the front matter',
  'stray-text': 'text outside a passage',
  'unknown-passage': 'unknown passage',
  'missing-passage': 'missing passage',
  'empty-passage': 'empty passage',
  'passage-order': 'passage out of order',
  'duplicate-id': 'an id used twice',
  'duplicate-slug': 'two files with one slug',
  'duplicate-publisher': 'two publishers with one address',
  'reserved-slug': 'a slug that is taken',
  'bad-slug': 'a slug that cannot be an address',
  'claim-line': 'a claim without its first line',
  'event-line': 'an event without its date',
  formula: 'words that are a formula',
  'long-quotation': 'a quotation over the cap',
  'unknown-kind': 'unknown kind of mention',
  'unknown-reference': 'a reference without its other end',
  'link-form': 'a link that the site cannot follow',
  'link-label': 'link text that says nothing',
  'link-outside': 'a link out of content',
  'unknown-target': 'no such file',
  'unknown-fragment': 'no such passage',
  'no-segment': 'coverage that touches no part of the Call',
  'missing-principle': 'a principle is missing',
  'not-translated': 'missing in another language',
  'missing-text': 'the text is missing',
  'unknown-original': 'no such original',
  'copy-circle': 'copies in a circle',
  'unknown-cut': 'no such claim in the original',
  'lost-address': 'a released address would die',
  'states-row': 'a row of the states that cannot be read',
  'links-row': 'a row of the checked links that cannot be read',
  'link-gone': 'an address that is gone',
  'link-failing': 'an address that does not answer as it should',
  'link-moved': 'an address that has moved for good',
  'official-altered': 'the official wording is altered',
  'ledger-line': 'a line of the ledger that cannot be read',
  'ledger-open': 'the ledger is not closed',
  'ledger-lost': 'the ledger is empty',
  'ledger-altered': 'the ledger has lost what it held',
  'history-line': 'a line of the history that cannot be read',
  'moved-alive': 'a redirect from a page that is there',
} as const;

export type ProblemCode = keyof typeof CATALOGUE;

/** A place in a source file: the path from the project's folder, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly at: Place;
  /** What stands there, as written; empty where something is missing. */
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** By file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) => compare(a.at.file, b.at.file) || compare(a.at.line, b.at.line) || compare(a.at.column, b.at.column),
  );
}

/**
 * One problem as printed:
 *
 *     content/coverage/en/2018/example.md:14:7  no such passage
 *         found     ../../../text/en.md#p31
 *         expected  an id in content/text/en.md
 *         mend      did you mean #p13?
 */
export function formatProblem({ code, at, found, expected, mend }: Problem): string {
  const rows = [
    `${shown(at.file)}:${at.line}:${at.column}  ${CATALOGUE[code]}`,
    visible(found) && `    found     ${visible(found)}`,
    `    expected  ${shown(expected)}`,
    `    mend      ${shown(mend)}`,
  ];
  return rows.filter(Boolean).join('\n');
}

/** All problems in reading order, and a last line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [...sortProblems(problems).map(formatProblem), `${count}; the last good build stays as it is`].join('\n\n');
}

/** On one line, letters that nobody sees shown as a symbol, so that none of them can change what stands around it. */
const shown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '␣');

/** The same, cut to a readable length. */
const visible = (text: string): string => {
  const line = shown(text).trim();
  return line.length > 120 ? `${line.slice(0, 119).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
};
