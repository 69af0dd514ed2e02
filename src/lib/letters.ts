/**
 * What of a text a face can set. A picture has no second face to fall back on, and a box for a missing letter says
 * nothing, so a letter outside the face is replaced by what it is made of (Unicode Normalization Form KD, UAX #15) and
 * left out where that is missing too: `ﬁ` → `fi`, `Ａ` → `A`, `ě` → `e` in a face without it, an emoji → nothing.
 *
 * What is left of a text may mislead, so a caller says how much of its letters has to remain.
 */
const LIKE: { readonly [character: string]: string } = {
  '\u202F': '\u00A0', '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2212': '–', '\u2032': '’', '\u2033': '”',
};

/** White space folded, and nothing that is no character to be seen: controls, marks of direction, halves of a pair. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/[^\S\u00A0\u202F\uFEFF]+/g, ' ').replace(/\p{C}/gu, '').replace(/ {2,}/g, ' ').trim();

/** The text with what `has` knows, one character at a time; `''` where less than the part `least` of its letters is left. */
export function settable(text: string, has: (character: string) => boolean, least = 0): string {
  const from = tidy(text);
  const kept = [...from].map((character) => (has(character) ? character : replaced(character, has))).join('');
  if (kept === from) return from;
  return letters(kept) < letters(from) * least ? '' : mended(kept);
}

function replaced(character: string, has: (character: string) => boolean): string {
  const parts = LIKE[character] ?? character.normalize('NFKD');
  return [...parts].filter(has).join('');
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** What a gap leaves behind: brackets around nothing, a comma at the head, two spaces. */
const mended = (text: string): string => text
  .replace(/\( *\)|\[ *\]|“ *”|«\s*»/g, '').replace(/ +(?=[,.;](?: |$))/g, '').replace(/ {2,}/g, ' ')
  .replace(/^[\s,;:·|/\p{Pd}]+|[\s,;:·|/\p{Pd}]+$/gu, '');
