/**
 * What a table program would take for a formula, and carry out: every table of the record is there as CSV, and a cell
 * that begins with one of these signs is no longer words (https://owasp.org/www-community/attacks/CSV_Injection).
 *
 * Quotation marks around a cell do not help, and a sign put before it would make other words of it, so authors are told.
 */

/** `=cmd|…`, `+1`, `-led`, `@handle`, and what begins with a tab or a carriage return. */
export const isFormula = (text: string): boolean => /^[=+@\t\r-]/.test(text);
