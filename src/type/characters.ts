/**
 * The letters that the text face holds: ASCII, French, and the accents of the names in the record. The narrow space before
 * French marks (U+202F) is wanted too; Alegreya has none, so browsers take that one width from the face behind it.
 */
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');

export const CHARACTERS = `${ascii}\u00A0\u202F«»·×°§¶©±½éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆáíóúñßåøãõÁÓÅØ‘’“”–—…€`;
