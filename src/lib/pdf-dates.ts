/**
 * The days that a PDF bears, set to one that is given, so that two prints of one edition are the same bytes.
 *
 * The browser writes the moment of printing into the document information (ISO 32000-1, 14.3.3; dates in 7.9.4). The
 * table at the end of a PDF counts bytes: every replacement is as long as what it replaces, and nothing moves.
 */

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[-+Z]\d{2}'\d{2}'?\)/g;
const ID = /\/ID \[<([0-9A-Fa-f]+)> <[0-9A-Fa-f]+>\]/g;

/** `day` is such as `2026-11-21`. A file identifier (14.4), where there is one, becomes zeros. Throws on a PDF without dates. */
export function withDay(pdf: Uint8Array, day: string): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1');
  let dates = 0;
  const fixed = source
    .replace(DATE, (all, name: string) => {
      dates += 1;
      const date = `/${name} (D:${day.replaceAll('-', '')}000000+00'00'`;
      return `${date.slice(0, all.length - 1).padEnd(all.length - 1)})`;
    })
    .replace(ID, (all) => all.replace(/[0-9A-Fa-f]+(?=>)/g, (digits) => '0'.repeat(digits.length)));
  if (dates === 0) throw new Error('the PDF says nowhere when it was made; its form has changed, and its bytes would differ from print to print');
  return Buffer.from(fixed, 'latin1');
}
