/**
 * How does a host serve the site? From the header rules and the redirects of the edition: the files that Netlify and
 * Cloudflare Pages read, and whole configurations for nginx and Caddy, which answer as `serve/server.ts` does.
 */
import { hrefOf, type Publication } from './addresses.ts';
import { isText, mediaTypes, patternOf, REFUSED, REVALIDATED, UNKNOWN_TYPE, type HeaderRule } from './headers.ts';
import type { Edition } from './record.ts';

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

export interface Host extends Pick<Publication, 'site' | 'base'> {
  /** The built folder, in full, as the host knows it. */
  readonly folder: string;
  /** The rules of `public/_headers`, without the base path. */
  readonly rules: readonly HeaderRule[];
  readonly redirects: readonly Redirect[];
}

/** Where old and short addresses lead, in each language and with the base path. */
export const redirectsOf = (editions: readonly Pick<Edition, 'lang' | 'redirects'>[], publication: Pick<Publication, 'base'>): Redirect[] =>
  editions.flatMap(({ lang, redirects }) => redirects.map(({ from, to }) => ({ from: hrefOf(from, lang, publication), to: hrefOf(to, lang, publication) })));

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

/**
 * The `_redirects` file. Each address three times: Netlify sends the page that leads on, which other hosts need, unless it
 * is forced by `301!`; Cloudflare Pages passes over that line and takes the next, and only the path as it is written. Both
 * serve the folder at the root, so a base path is taken off again. Cloudflare Pages reads 2,000 lines.
 */
export const redirectsFile = (redirects: readonly Redirect[], base: string): string => [
  ...redirects.flatMap(({ from, to }) => [`${from} ${to} 301!`, `${from} ${to} 301`, `${withoutSlash(from)} ${to} 301`]),
  ...(base === '/' ? [] : [`${withoutSlash(base)} ${base} 301`, `${base}* /:splat 200`]),
].map((line) => `${line}\n`).join('');

/** The redirects of such a file, path by path. */
export const readRedirects = (source: string): Map<string, string> =>
  new Map(source.split(/\r?\n/).flatMap((line) => {
    const [, from, to] = /^(\/\S*)\s+(\S+)\s+301$/.exec(line) ?? [];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  }));

/** What all files are sent with. */
const everywhere = (rules: readonly HeaderRule[]) => rules.filter(({ path }) => path === '/*').flatMap(({ headers }) => headers);

/** What only some are sent with: name → rules; `Content-Type` apart. */
function narrower(rules: readonly HeaderRule[]): Map<string, { readonly path: string; readonly value: string }[]> {
  const found = new Map<string, { path: string; value: string }[]>([['Cache-Control', []]]);
  for (const { path, headers } of rules) for (const [name, value] of headers) {
    if (path !== '/*' && name !== 'Content-Type') found.set(name, [...(found.get(name) ?? []), { path, value }]);
  }
  return found;
}

/** Types that an ending does not tell: path → type. */
const typesByPath = (rules: readonly HeaderRule[]) => rules.filter(({ path }) => path !== '/*' && !/^\/\*\.\w+$/.test(path))
  .flatMap(({ path, headers }) => headers.flatMap(([name, type]) => (name === 'Content-Type' ? [{ path, type }] : [])));

const quoted = (text: string): string => `"${text.replace(/(["\\])/g, '\\$1')}"`;
const indented = (lines: readonly string[], by: string): string[] => lines.map((line) => (line === '' ? '' : by + line));
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** A file for the `conf.d` of nginx 1.19 or later: one server, and the tables that it asks. */
export function nginxOf({ site, base, folder, rules, redirects }: Host): string {
  const { hostname, port, protocol } = new URL(site);
  const under = withoutSlash(base);
  // Behind https the certificate's own tool, or its owner, adds where to listen.
  const at = protocol === 'https:' || port === '' ? '80' : port;
  const types = [...mediaTypes(rules)].map(([ending, type]) => ({ ending, type: type.split(';')[0] ?? '', hasCharset: type.includes('charset'), isText: isText(type) }));
  const namesOf = (all: typeof types) => all.map(({ type }) => type).filter((type) => type !== 'text/html').join(' ');
  const tables = [...narrower(rules)].map(([name, found]) => ({ name, variable: `$paris_call_${name.toLowerCase().replaceAll('-', '_')}`, found }));
  return text([
    `# The Paris Call, annotated, at ${site}${base}. Printed by \`npm run host -- nginx\`: put it into /etc/nginx/conf.d/ and print it`,
    '# again after a release that moves addresses. The maps are read where servers are, outside of them.',
    '',
    '# Where old and short addresses lead.',
    'map $uri $paris_call_moved {',
    ...redirects.map(({ from, to }) => `    ${quoted(`~${patternOf(withoutSlash(from)).replace(/\$$/, '/?$')}`)} ${quoted(to)};`),
    ...(under === '' ? [] : [`    ${quoted(`~^${under}$`)} ${quoted(base)};`]),
    '}',
    ...tables.flatMap(({ name, variable, found }) => [
      `# ${name}, by the file that is sent in the end: what is missing is never kept.`,
      `map $uri ${variable} {`,
      `    default ${quoted(name === 'Cache-Control' ? REVALIDATED : '')};`,
      ...found.map(({ path, value }) => `    ${quoted(`~${patternOf(path, under)}`)} ${quoted(value)};`),
      '}',
    ]),
    '',
    'server {',
    ...(/^[\d.]+$/.test(hostname) ? [`    listen ${hostname}:${at};`] : [`    listen ${at};`, `    listen [::]:${at};`]),
    ...(protocol === 'https:' ? [`    # \`certbot --nginx -d ${hostname}\` adds the certificate, port 443 and the way there from http; or write them here.`] : []),
    `    server_name ${hostname};`,
    '    server_tokens off;',
    '    absolute_redirect off;',
    '',
    `    default_type ${UNKNOWN_TYPE};`,
    '    types {',
    ...types.map(({ ending, type }) => `        ${type} ${ending};`),
    '    }',
    '    charset utf-8;',
    `    charset_types ${namesOf(types.filter(({ hasCharset }) => hasCharset))};`,
    '',
    '    # The files that PRECOMPRESS=1 or a release puts beside the others; what has none is compressed on the way.',
    '    gzip_static on;',
    '    # brotli_static on;  # needs ngx_brotli; in Debian, libnginx-mod-http-brotli-static',
    '    gzip on;',
    '    gzip_vary on;',
    '    gzip_proxied any;',
    `    gzip_types ${namesOf(types.filter((type) => type.isText))};`,
    '',
    '    # A location with an add_header of its own would lose all of these: put new ones here.',
    ...everywhere(rules).map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    ...tables.map(({ name, variable }) => `    add_header ${name} ${variable} always;`),
    '',
    '    index index.html;',
    `    error_page 403 404 =404 ${base}404.html;`,
    '    if ($paris_call_moved) {',
    '        return 301 $paris_call_moved;',
    '    }',
    ...(under === '' ? [] : ['    # The rest of the host: yours.', '    location / {', '        return 404;', '    }']),
    `    location ${base} {`,
    under === '' ? `        root ${quoted(folder)};` : `        alias ${quoted(`${folder}/`)};`,
    ...typesByPath(rules).flatMap(({ path, type }) => [`        location ~ ${quoted(patternOf(path, under))} {`, `            default_type ${quoted(type)};`, '        }']),
    '        # Hidden files, the settings of other hosts, and the compressed files by their own names.',
    `        location ~ ${quoted(REFUSED.source.replaceAll('\\/', '/'))} {`,
    '            return 404;',
    '        }',
    '    }',
    '}',
  ]);
}

/** A Caddyfile, for Caddy 2.6 or later, that serves the site and gets a certificate for it by itself. */
export function caddyOf({ site, base, folder, rules, redirects }: Host): string {
  const under = withoutSlash(base);
  const files = ['file_server {', '\tprecompressed br gzip', '}'];
  const common = [...everywhere(rules), ['Cache-Control', REVALIDATED] as const].map(([name, value]) => `${name} ${quoted(value)}`);
  const types = [...[...mediaTypes(rules)].map(([ending, type]) => ({ pattern: `\\.${ending}$`, type })), ...typesByPath(rules).map(({ path, type }) => ({ pattern: patternOf(path), type }))];
  // Paths that get the same value share a matcher.
  const special = [...narrower(rules)].flatMap(([name, found]) => [...Map.groupBy(found, ({ value }) => value)].map(([value, paths]) => ({ name, value, paths: paths.map(({ path }) => patternOf(path)).join('|') })));
  return text([
    `# The Paris Call, annotated, at ${site}${base}. Printed by \`npm run host -- caddy\`: print it again after a release that moves`,
    '# addresses.',
    `${site} {`,
    ...indented([
      ...(under === '' ? [] : [`redir ${under} ${base} 301`]),
      ...redirects.flatMap(({ from, to }) => [`redir ${withoutSlash(from)} ${to} 301`, `redir ${from} ${to} 301`]),
      '',
      `root * ${quoted(folder)}`,
      'header {', ...indented(common, '\t'), '}',
      '# What PRECOMPRESS=1 or a release has not compressed is compressed on the way.',
      'encode gzip',
      '',
      under === '' ? 'handle {' : `handle_path ${base}* {`,
      ...indented([
        '@other not method GET HEAD',
        '# Hidden files, the settings of other hosts, the compressed files by their own names, and control characters.',
        '@refused {', '\tpath_regexp /(\\.|_headers$|_redirects$)|\\.(br|gz)$|[\\x00-\\x1f\\x7f]', '\tnot path_regexp ^/\\.well-known/[^.]', '}',
        '# Before 2.8 Caddy forgets what is asked of a folder without its slash.',
        '@asked {', '\tnot path */', '\tfile {path}/index.html', '\texpression {query} != "" && !{path}.startsWith("//")', '}',
        `@typed path_regexp ${types.map(({ pattern }) => pattern).filter((pattern) => pattern.startsWith('^')).concat('\\.\\w+$').join('|')}`,
        ...special.map(({ paths }, index) => `@rule${index + 1} path_regexp ${paths}`),
        '# A route keeps to this order.',
        'route {',
        ...indented([
          'error @other 405', 'error @refused 404', `redir @asked ${under}{path}/?{query} 308`,
          'map {path} {media_type} {', ...types.map(({ pattern, type }) => `\t~${pattern} ${quoted(type)}`), `\tdefault ${UNKNOWN_TYPE}`, '}',
          'header @typed Content-Type {media_type}',
          ...special.map(({ name, value }, index) => `header @rule${index + 1} ${name} ${quoted(value)}`), ...files,
        ], '\t'),
        '}',
      ], '\t'),
      '}',
      ...(under === '' ? [] : ['# The rest of the host: yours.', 'handle {', '\terror 404', '}']),
      '',
      'handle_errors {',
      ...indented([
        '@missing expression {http.error.status_code} == 404',
        'handle @missing {',
        ...indented([
          '# What is missing is a page, whatever was asked for, and is never kept.',
          `header Content-Type ${quoted('text/html; charset=utf-8')}`, `header Cache-Control ${quoted(REVALIDATED)}`,
          'rewrite * /404.html', ...files,
        ], '\t'),
        '}',
      ], '\t'),
      '}',
    ], '\t'),
    '}',
  ]);
}
