/**
 * `npm run host -- nginx` or `-- caddy`: prints the configuration that serves the site as SITE_URL, BASE_PATH and OUT_DIR
 * say, with the headers of `public/_headers` and the redirects of the record. It writes nothing.
 */
import { readFileSync } from 'node:fs';
import { readAll } from '../files.ts';
import { readHeaders } from '../lib/headers.ts';
import { caddyOf, nginxOf, redirectsOf, type Host } from '../lib/hosts.ts';
import { formatProblems } from '../lib/problems.ts';
import { editionOf, languagesOf } from '../lib/record.ts';
import { settings } from '../settings.ts';

const HOSTS = new Map<string, (host: Host) => string>([['nginx', nginxOf], ['caddy', caddyOf]]);

const print = HOSTS.get(process.argv[2] ?? '');
if (print === undefined) {
  console.error(`For which host? npm run host -- nginx, or npm run host -- caddy.
Netlify and Cloudflare Pages need none: let them run “PRECOMPRESS=0 npm run release”, or “npm run build”, and publish “dist”;
they read _headers and _redirects there. GitHub Pages is served by .github/workflows/pages.yml.`);
  process.exit(1);
}
const record = readAll();
if (record.problems.length > 0) {
  console.error(formatProblems(record.problems));
  process.exit(1);
}
const redirects = redirectsOf(languagesOf(record.entries).map((lang) => editionOf(record, lang)), settings);
process.stdout.write(print({ site: settings.site, base: settings.base, folder: settings.out, rules: readHeaders(readFileSync('public/_headers', 'utf8')), redirects }));
