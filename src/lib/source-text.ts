/**
 * What is wrong with a file as text, before anybody asks what it says: not to be read at all, not UTF-8, too long, a merge
 * left half done, letters that nobody sees.
 *
 * Letters that do not show, control characters and marks that turn the writing around (CVE-2021-42574) make a file read
 * otherwise than it is. Joiners and the marks that set one letter in its direction are part of writing and stay. Half of
 * a surrogate pair is no letter and has no UTF-8, so that no file holds one; a value that YAML writes as \uD800 does.
 */
import type { Place, Problem, ProblemCode } from './problems.ts';

/** No file is near to this; what is larger was not written by hand, and every reader of Markdown is slow on something. */
const MOST_BYTES = 256 * 1024;

const HIDDEN = /(?![\t\n\r\u00AD\u061C\u200C-\u200F])[\p{Cc}\p{Cf}\p{Cs}]|\r(?!\n)/u;

/** Lists and quotations inside one another, deeper than anybody reads. */
const DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100}/m;

const CONFLICT = /^<{7}(?: .*)?$/m;

export const hasHidden = (text: string): boolean => HIDDEN.test(text);

/** `о` → `о is U+043E`: the first letter that no id and no name of a field can hold, which may look like one that they can. */
export function foreignLetter(text: string): string | undefined {
  const letter = /(?![\x00-\x7F])[\p{L}\p{M}\p{N}]/u.exec(text)?.[0];
  return letter === undefined ? undefined : `${letter} is ${codeOf(letter)}`;
}

const codeOf = (letter: string): string => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A file or folder that the system does not hand out, by the code of its error: `EACCES`, and `ENOENT` for a name that it lists in other letters. */
export function unreadable(file: string, code: string): Problem {
  const problem = (expected: string, mend: string): Problem => ({ code: 'unreadable', at: { file, line: 1, column: 1 }, found: code, expected, mend });
  if (code === 'ENOENT' && file.includes('\uFFFD')) return problem('a name in UTF-8', 'rename it; what is shown as \uFFFD is no letter in UTF-8');
  if (code === 'EACCES' || code === 'EPERM') return problem('the right to read it', 'give it to yourself, as with chmod u+rX');
  return problem('a file that is there and whole', 'see what became of it, and check again');
}

/** A file's text, or the one reason why it cannot be read. A byte order mark at its head stays part of it. Registers grow for ever. */
export function readText(file: string, bytes: Uint8Array, most = MOST_BYTES): { readonly source: string; readonly problem?: undefined } | { readonly source?: undefined; readonly problem: Problem } {
  const problem = (code: ProblemCode, at: Place, found: string, expected: string, mend: string) => ({ problem: { code, at, found, expected, mend } });
  if (bytes.length > most)
    return problem('too-long', { file, line: 1, column: 1 }, `${Math.ceil(bytes.length / 1024)} KiB`, `at most ${most / 1024} KiB`, 'part it into several files');
  const source = decoded(bytes);
  if (source === undefined) return problem('not-utf-8', placeIn(file, new TextDecoder().decode(bytes).split('\uFFFD', 1)[0] ?? ''), '', 'text in UTF-8', 'save the file again in the encoding UTF-8');
  const placeAt = (index: number): Place => placeIn(file, source.slice(0, index));
  const conflict = CONFLICT.exec(source);
  if (conflict !== null) return problem('merge-conflict', placeAt(conflict.index), conflict[0], 'one of the two sides', 'choose between them, and take the lines of <, = and > out');
  const hidden = HIDDEN.exec(source.replace(/^\uFEFF/, ' '));
  if (hidden !== null) return problem('hidden-character', placeAt(hidden.index), codeOf(hidden[0]), 'text without letters that nobody sees', 'take it out');
  const deep = DEEP.exec(source);
  if (deep !== null) return problem('broken-markdown', placeAt(deep.index), deep[0], 'text that is not nested hundreds of levels deep', 'write it flatter');
  return { source };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The place behind the text that stands before it. */
function placeIn(file: string, before: string): Place {
  const lines = before.split('\n');
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
