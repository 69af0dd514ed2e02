/**
 * Text and addresses for formats in which a value is one line: what would end the line or the value is taken out,
 * and everything that is writing stays, accents, joiners and marks of direction included.
 *
 * Control characters are those of Unicode (general category Cc); addresses are written as RFC 3986 allows them.
 */

/**
 * `'a\r\nb\0c '` → `'a bc'`. What breaks a line becomes a space, other control characters and halves of surrogate
 * pairs go, and spaces are one each. No-break spaces stay.
 */
export const oneLine = (text: string): string =>
  text.replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '').replace(/ {2,}/g, ' ').trim();

/** `https://example.org/a {b}` → `https://example.org/a%20%7Bb%7D`: the same address in the characters that addresses have. */
export const plainUrl = (url: string): string =>
  url.replace(/\p{Cs}/gu, '').trim().replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent);
