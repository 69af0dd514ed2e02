/** Numbers for people: medians, ratios and aligned tables. */

/** The middle value; the mean of the two in the middle where there is none; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** `2.41 ×`; nothing where there is nothing to compare with. */
export const ratio = (value: number | undefined, ours: number | undefined): string =>
  value === undefined || ours === undefined || ours === 0 ? '' : `${(value / ours).toFixed(2)} ×`;

export const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

/** A table in Markdown whose columns are aligned, the first to the left and the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
  return [line(head), `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...rows.map(line)].join('\n');
}
