/**
 * Where the lines of a text break when nothing else breaks them, as on a drawn picture: at spaces, after a dash or a slash
 * between words, and inside a word or an address only where it is wider than the column by itself.
 *
 * Widths are a function of the text, so that this module knows no face; they must add up after spaces. Of Unicode's rules
 * (UAX #14) it keeps what a title in a European language needs: the space that does not break, and no line that begins
 * with a mark which French sets off with a space.
 */
export type Width = (text: string) => number;

/** A stretch that stays in one piece, and whether a space stands before it. */
interface Unit {
  readonly text: string;
  readonly isSpaced: boolean;
}

/** The lines of a text, none wider than the column unless a single letter is. */
export const linesOf = (text: string, column: number, width: Width): string[] => broken(units(text), column, width);

/** Whether a text needs no more lines than these, and no word of it has to be broken. */
export function fits(text: string, most: number, column: number, width: Width): boolean {
  const all = units(text);
  return widestOf(all, width) <= column && broken(all, column, width).length <= most;
}

/**
 * The lines of a text of much the same length, as few as ever (`text-wrap: balance` of CSS Text 4). Where these are more
 * than may be, the first of them filled to the full width, and an ellipsis.
 */
export function balancedLines(text: string, most: number, column: number, width: Width): string[] {
  const all = units(text);
  const lines = broken(all, column, width);
  if (lines.length > most) return [...lines.slice(0, most - 1), ended(lines[most - 1] ?? '', column, width)];
  if (lines.length < 2) return lines;
  let [narrow, wide] = [Math.min(column, widestOf(all, width)), column];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    if (broken(all, middle, width).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return broken(all, wide, width);
}

const NBSP = '\u00A0';
/** A space before a lone mark or dash, and the one after an opening mark, hold both sides together. */
const glued = (text: string): string => text.replace(/ (?=[:;!?»%–—](?: |$))/g, NBSP).replace(/« /g, `«${NBSP}`);

const units = (text: string): Unit[] => glued(text).split(' ').filter(Boolean)
  .flatMap((word) => (/[–—/]/.test(word) ? word.split(/(?<=\p{L}[–—/])(?=\p{L})/u) : [word]).map((part, index) => ({ text: part, isSpaced: index === 0 })));

const widestOf = (all: readonly Unit[], width: Width): number => Math.max(0, ...all.map(({ text }) => width(text)));

function broken(all: readonly Unit[], column: number, width: Width): string[] {
  const lines: string[] = [];
  // A line is its last word and what stands before that, so that only words are measured, and the same ones again.
  let [line, before, word] = ['', 0, ''];
  const begin = (text: string) => {
    if (line !== '') lines.push(line);
    [line, before, word] = [text, 0, text];
  };
  for (const { text, isSpaced } of all.flatMap((unit) => narrowed(unit, column, width))) {
    const ahead = isSpaced ? before + width(`${word} `) : before;
    const last = isSpaced ? text : word + text;
    if (line === '' || ahead + width(last) > column) begin(text);
    else [line, before, word] = [isSpaced ? `${line} ${text}` : line + text, ahead, last];
  }
  begin('');
  return lines;
}

/** An address breaks after its marks, and whatever is still too wide after any letter. */
function narrowed(unit: Unit, column: number, width: Width): readonly Unit[] {
  if (width(unit.text) <= column) return [unit];
  const parts = unit.text.split(/(?<=[^\p{L}\p{N}\p{M}])(?=[\p{L}\p{N}])/u).flatMap((part) => (width(part) <= column ? [part] : chunks(part, column, width)));
  return parts.map((text, index) => ({ text, isSpaced: unit.isSpaced && index === 0 }));
}

function chunks(word: string, column: number, width: Width): string[] {
  const all: string[] = [];
  let chunk = '';
  for (const letter of graphemes(word)) {
    if (chunk !== '' && width(chunk + letter) > column) {
      all.push(chunk);
      chunk = '';
    }
    chunk += letter;
  }
  return [...all, chunk];
}

/** Word by word, and in a line of one word letter by letter, until the ellipsis has room. */
function ended(line: string, column: number, width: Width): string {
  const letters = graphemes(line);
  for (let end = letters.length; end > 0; end = endBefore(letters, end)) {
    const shorter = `${letters.slice(0, end).join('').replace(/[\s\p{Pd}\p{Po}]+$/u, '')}…`;
    if (width(shorter) <= column) return shorter;
  }
  return '…';
}
const endBefore = (letters: readonly string[], end: number): number => {
  const space = letters.lastIndexOf(' ', end - 1);
  return space > 0 ? space : end - 1;
};

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
