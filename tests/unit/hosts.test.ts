import { describe, expect, test } from 'vitest';
import type { Address } from '../../src/lib/addresses.ts';
import { readHeaders } from '../../src/lib/headers.ts';
import { caddyOf, nginxOf, readRedirects, redirectsFile, redirectsOf, type Host } from '../../src/lib/hosts.ts';

const EDITIONS = (['en', 'fr'] as const).map((lang) => ({ lang, redirects: [{ from: '/p8/' as Address, to: '/principles/8/' as Address }] }));
const RULES = readHeaders('/*\n  X-A: one\n/_astro/*\n  Cache-Control: immutable\n/*.md\n  Content-Type: text/markdown; charset=utf-8\n/*/SUMS\n  Content-Type: text/plain\n  X-B: "two"\n');
const ROOT: Host = { site: 'https://call.example', base: '/', folder: '/srv/call', rules: RULES, redirects: [{ from: '/p8/', to: '/principles/8/' }] };
const BELOW: Host = { ...ROOT, base: '/ref/', redirects: [{ from: '/ref/p8/', to: '/ref/principles/8/' }] };
/** The lines about `from` in a configuration, up to the closing one. */
const block = (text: string, from: string): string => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim().startsWith(from));
  const indent = /^\s*/.exec(lines[first] ?? '')?.[0] ?? '';
  return lines.slice(first, lines.findIndex((line, index) => index > first && line === `${indent}}`) + 1).map((line) => line.slice(indent.length)).join('\n');
};

describe('the redirects', () => {
  test('of all languages carry the base path', () => {
    expect(redirectsOf(EDITIONS, { base: '/ref/' })).toEqual([{ from: '/ref/p8/', to: '/ref/principles/8/' }, { from: '/ref/fr/p8/', to: '/ref/fr/principles/8/' }]);
  });

  test('stand in the file forced for Netlify, plain for Cloudflare Pages, and without their slash', () => {
    expect(redirectsFile(ROOT.redirects, '/')).toBe('/p8/ /principles/8/ 301!\n/p8/ /principles/8/ 301\n/p8 /principles/8/ 301\n');
  });

  test('are followed, under a base path, by the way into the folder, which both hosts serve at the root', () => {
    expect(redirectsFile(BELOW.redirects, '/ref/')).toBe(
      '/ref/p8/ /ref/principles/8/ 301!\n/ref/p8/ /ref/principles/8/ 301\n/ref/p8 /ref/principles/8/ 301\n/ref /ref/ 301\n/ref/* /:splat 200\n');
  });

  test('are read again as what a path leads to', () => {
    expect(Object.fromEntries(readRedirects(redirectsFile(BELOW.redirects, '/ref/')))).toEqual({ '/ref/p8/': '/ref/principles/8/', '/ref/p8': '/ref/principles/8/', '/ref': '/ref/' });
    expect(readRedirects('# none\n\n/a /b 302\n')).toEqual(new Map());
  });
});

describe('nginx', () => {
  test('serves the root by this', () => {
    expect(nginxOf(ROOT)).toMatchInlineSnapshot(`
      "# The Paris Call, annotated, at https://call.example/. Printed by \`npm run host -- nginx\`: put it into /etc/nginx/conf.d/ and print it
      # again after a release that moves addresses. The maps are read where servers are, outside of them.

      # Where old and short addresses lead.
      map $uri $paris_call_moved {
          "~^/p8/?$" "/principles/8/";
      }
      # Cache-Control, by the file that is sent in the end: what is missing is never kept.
      map $uri $paris_call_cache_control {
          default "public, max-age=0, must-revalidate";
          "~^/_astro/.*$" "immutable";
      }
      # X-B, by the file that is sent in the end: what is missing is never kept.
      map $uri $paris_call_x_b {
          default "";
          "~^/.*/SUMS$" "\\"two\\"";
      }

      server {
          listen 80;
          listen [::]:80;
          # \`certbot --nginx -d call.example\` adds the certificate, port 443 and the way there from http; or write them here.
          server_name call.example;
          server_tokens off;
          absolute_redirect off;

          default_type application/octet-stream;
          types {
              text/html html;
              text/css css;
              text/javascript js;
              application/json json;
              application/xml xml;
              text/plain txt;
              image/svg+xml svg;
              image/png png;
              font/woff2 woff2;
              application/pdf pdf;
              application/zip zip;
              text/markdown md;
          }
          charset utf-8;
          charset_types text/css text/javascript application/json application/xml text/plain image/svg+xml text/markdown;

          # The files that PRECOMPRESS=1 or a release puts beside the others; what has none is compressed on the way.
          gzip_static on;
          # brotli_static on;  # needs ngx_brotli; in Debian, libnginx-mod-http-brotli-static
          gzip on;
          gzip_vary on;
          gzip_proxied any;
          gzip_types text/css text/javascript application/json application/xml text/plain image/svg+xml text/markdown;

          # A location with an add_header of its own would lose all of these: put new ones here.
          add_header X-A "one" always;
          add_header Cache-Control $paris_call_cache_control always;
          add_header X-B $paris_call_x_b always;

          index index.html;
          error_page 403 404 =404 /404.html;
          if ($paris_call_moved) {
              return 301 $paris_call_moved;
          }
          location / {
              root "/srv/call";
              location ~ "^/.*/SUMS$" {
                  default_type "text/plain";
              }
              # Hidden files, the settings of other hosts, and the compressed files by their own names.
              location ~ "/(\\\\.(?!well-known/)|_headers$|_redirects$)|\\\\.(br|gz)$" {
                  return 404;
              }
          }
      }
      "
    `);
  });

  test('serves a folder of its own under a base path, and leaves the rest of the host alone', () => {
    const config = nginxOf(BELOW);
    expect(block(config, 'map $uri $paris_call_moved')).toBe('map $uri $paris_call_moved {\n    "~^/ref/p8/?$" "/ref/principles/8/";\n    "~^/ref$" "/ref/";\n}');
    expect(block(config, 'map $uri $paris_call_cache_control')).toContain('"~^/ref/_astro/.*$" "immutable";');
    expect(block(config, 'location / {')).toBe('location / {\n    return 404;\n}');
    expect(block(config, 'location /ref/ {')).toContain('    alias "/srv/call/";\n');
    expect(block(config, 'location /ref/ {')).toContain('    location ~ "^/ref/.*/SUMS$" {\n');
    expect(config).toContain('error_page 403 404 =404 /ref/404.html;');
  });

  test.each([
    ['https://call.example', ['listen 80;', 'listen [::]:80;']],
    ['http://call.example:8080', ['listen 8080;', 'listen [::]:8080;']],
    ['https://call.example:8443', ['listen 80;', 'listen [::]:80;']],
    ['http://call.example', ['listen 80;', 'listen [::]:80;']],
    ['http://127.0.0.1:8080', ['listen 127.0.0.1:8080;']],
  ])('listens for %s', (site, expected) => {
    expect(nginxOf({ ...ROOT, site }).match(/^ +listen .*/gm)?.map((line) => line.trim())).toEqual(expected);
  });

  test('speaks of a certificate only where there is to be one', () => {
    expect(['https://call.example', 'http://call.example'].map((site) => nginxOf({ ...ROOT, site }).includes('certbot'))).toEqual([true, false]);
  });

  test('takes a folder with a space and a quotation mark', () => {
    expect(nginxOf({ ...ROOT, folder: '/srv/the "Call"' })).toContain('root "/srv/the \\"Call\\"";');
  });
});

describe('Caddy', () => {
  test('serves the root by this', () => {
    expect(caddyOf(ROOT)).toMatchInlineSnapshot(`
      "# The Paris Call, annotated, at https://call.example/. Printed by \`npm run host -- caddy\`: print it again after a release that moves
      # addresses.
      https://call.example {
      	redir /p8 /principles/8/ 301
      	redir /p8/ /principles/8/ 301

      	root * "/srv/call"
      	header {
      		X-A "one"
      		Cache-Control "public, max-age=0, must-revalidate"
      	}
      	# What PRECOMPRESS=1 or a release has not compressed is compressed on the way.
      	encode gzip

      	handle {
      		@other not method GET HEAD
      		# Hidden files, the settings of other hosts, the compressed files by their own names, and control characters.
      		@refused {
      			path_regexp /(\\.|_headers$|_redirects$)|\\.(br|gz)$|[\\x00-\\x1f\\x7f]
      			not path_regexp ^/\\.well-known/[^.]
      		}
      		# Before 2.8 Caddy forgets what is asked of a folder without its slash.
      		@asked {
      			not path */
      			file {path}/index.html
      			expression {query} != "" && !{path}.startsWith("//")
      		}
      		@typed path_regexp ^/.*/SUMS$|\\.\\w+$
      		@rule1 path_regexp ^/_astro/.*$
      		@rule2 path_regexp ^/.*/SUMS$
      		# A route keeps to this order.
      		route {
      			error @other 405
      			error @refused 404
      			redir @asked {path}/?{query} 308
      			map {path} {media_type} {
      				~\\.html$ "text/html; charset=utf-8"
      				~\\.css$ "text/css; charset=utf-8"
      				~\\.js$ "text/javascript; charset=utf-8"
      				~\\.json$ "application/json; charset=utf-8"
      				~\\.xml$ "application/xml; charset=utf-8"
      				~\\.txt$ "text/plain; charset=utf-8"
      				~\\.svg$ "image/svg+xml; charset=utf-8"
      				~\\.png$ "image/png"
      				~\\.woff2$ "font/woff2"
      				~\\.pdf$ "application/pdf"
      				~\\.zip$ "application/zip"
      				~\\.md$ "text/markdown; charset=utf-8"
      				~^/.*/SUMS$ "text/plain"
      				default application/octet-stream
      			}
      			header @typed Content-Type {media_type}
      			header @rule1 Cache-Control "immutable"
      			header @rule2 X-B "\\"two\\""
      			file_server {
      				precompressed br gzip
      			}
      		}
      	}

      	handle_errors {
      		@missing expression {http.error.status_code} == 404
      		handle @missing {
      			# What is missing is a page, whatever was asked for, and is never kept.
      			header Content-Type "text/html; charset=utf-8"
      			header Cache-Control "public, max-age=0, must-revalidate"
      			rewrite * /404.html
      			file_server {
      				precompressed br gzip
      			}
      		}
      	}
      }
      "
    `);
  });

  test('takes the base path off before it looks for a file, and leaves the rest of the host alone', () => {
    const config = caddyOf(BELOW);
    expect(config).toContain('\tredir /ref /ref/ 301\n\tredir /ref/p8 /ref/principles/8/ 301\n\tredir /ref/p8/ /ref/principles/8/ 301\n');
    expect(block(config, 'handle_path /ref/*')).toContain('\t\theader @rule1 Cache-Control "immutable"');
    expect(block(config, 'handle_path /ref/*')).toContain('\t\tredir @asked /ref{path}/?{query} 308\n');
    expect(block(config, 'handle {')).toBe('handle {\n\terror 404\n}');
  });

  test('has one matcher for all paths that are sent with the same value', () => {
    const rules = readHeaders('/_astro/*\n  Cache-Control: immutable\n/fonts/*\n  Cache-Control: immutable\n/*.md\n  Cache-Control: no-store\n');
    expect(caddyOf({ ...ROOT, rules }).match(/@rule\d path_regexp .*/g)).toEqual(['@rule1 path_regexp ^/_astro/.*$|^/fonts/.*$', '@rule2 path_regexp ^/.*\\.md$']);
  });
});
