/**
 * Which headers does a path get? The rules are those of the `_headers` file that Netlify and Cloudflare Pages read; what
 * a file is and how long it may be kept, where no rule says, is the same for every host and stands here too.
 *
 * Format: https://developers.cloudflare.com/pages/configuration/headers/ and https://docs.netlify.com/manage/routing/headers/
 */

export interface HeaderRule {
  /** A path that may end in or hold `*`, which stands for any letters. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** What may be kept, but is asked for again each time. Netlify and Cloudflare Pages send this where no rule says otherwise. */
export const REVALIDATED = 'public, max-age=0, must-revalidate';

/** What the files of the site are, by their ending; rules add those that hosts do not know. */
const MEDIA_TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['html', 'text/html; charset=utf-8'], ['css', 'text/css; charset=utf-8'], ['js', 'text/javascript; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'], ['xml', 'application/xml; charset=utf-8'], ['txt', 'text/plain; charset=utf-8'],
  ['svg', 'image/svg+xml; charset=utf-8'], ['png', 'image/png'], ['woff2', 'font/woff2'], ['pdf', 'application/pdf'], ['zip', 'application/zip'],
];
export const UNKNOWN_TYPE = 'application/octet-stream';

/** Files that no host may hand out: hidden ones, the settings of hosts, and the compressed twins by their own name. */
export const REFUSED = /\/(\.(?!well-known\/)|_headers$|_redirects$)|\.(br|gz)$/;

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

/** The file for a site under a base path: `/_astro/*` → `/ref/_astro/*`. */
export const headersUnder = (source: string, base: string): string => source.replace(/^\//gm, base);

/** The path of a rule as a regular expression; `under` is the base path without its last slash. */
export const patternOf = (path: string, under = ''): string =>
  `^${under}${path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`;

/** All headers of a path, rule after rule; a name given twice is joined by a comma, as the hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (!new RegExp(patternOf(rule.path)).test(path)) continue;
    for (const [name, value] of rule.headers) {
      const key = [...found.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
      found.set(key, found.has(key) ? `${found.get(key)}, ${value}` : value);
    }
  }
  return found;
}

/** Media types by ending, those of the rules among them: a rule for `/*.bib`, under whatever base path, says what `bib` is. */
export const mediaTypes = (rules: readonly HeaderRule[]): Map<string, string> =>
  new Map([...MEDIA_TYPES, ...rules.flatMap(({ path, headers }) => {
    const ending = /\/\*\.(\w+)$/.exec(path)?.[1];
    return headers.flatMap(([name, type]) => (ending === undefined || name !== 'Content-Type' ? [] : [[ending, type] as const]));
  })]);

/** What the file at a path is. */
export const typeOf = (rules: readonly HeaderRule[], path: string): string =>
  headersFor(rules, path).get('Content-Type') ?? mediaTypes(rules).get(/\.(\w+)$/.exec(path)?.[1] ?? '') ?? UNKNOWN_TYPE;

/** Whether a file of this type is worth compressing: text is; pictures, faces, archives and Pagefind's own files are packed already. */
export const isText = (type: string): boolean => /^text\/|charset=/.test(type);
