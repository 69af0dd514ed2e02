/**
 * The `_headers` file that Netlify and Cloudflare Pages read: which headers a path gets.
 * Format: https://developers.cloudflare.com/pages/configuration/headers/
 */

export interface HeaderRule {
  /** A path that may end in or hold `*`, which stands for any letters. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads the rules; comments begin with `#`, headers are indented below their path. */
export function readHeaders(source: string): HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [, name, value] = /^\s+([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.push({ path: line.trim(), headers: [] });
    else rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/** All headers of a path, rule after rule; a name given twice is joined by a comma, as the hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    const pattern = new RegExp(`^${rule.path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
    if (!pattern.test(path)) continue;
    for (const [name, value] of rule.headers) {
      const key = [...found.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
      found.set(key, found.has(key) ? `${found.get(key)}, ${value}` : value);
    }
  }
  return found;
}
