/**
 * A small static host, as the site will meet one: compressed, with the headers and redirects of its own `_headers` and
 * `_redirects`, folders with a trailing slash, the 404 page for what is not there. nginx and Caddy, set up by
 * `npm run host`, answer the same. For looking at a build and for its tests; it writes nothing.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor, isText, readHeaders, REFUSED, REVALIDATED, typeOf } from '../lib/headers.ts';
import { readRedirects } from '../lib/hosts.ts';

/** Serves `folder` under `base` (`/` or `/ref/`). Not yet listening: call `listen`. */
export function siteServer(folder: string, base: string): Server {
  const setting = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const rules = readHeaders(setting('_headers'));
  const redirects = readRedirects(setting('_redirects'));
  const packed = new Map<string, { readonly made: number; readonly body: Buffer }>();

  /** What is compressed here is kept as long as the file stays as it is. */
  const bodyOf = (file: string, encoding: Encoding | undefined): Buffer => {
    if (encoding === undefined) return readFileSync(file);
    const [key, made] = [`${encoding} ${file}`, statSync(file).mtimeMs];
    const kept = packed.get(key);
    if (kept?.made === made) return kept.body;
    const body = compressed(file, encoding);
    packed.set(key, { made, body });
    return body;
  };

  /** Sends a file of the folder; `path` begins with a slash. */
  const send = (request: IncomingMessage, response: ServerResponse, status: number, path: string) => {
    const file = join(folder, path);
    const address = base + path.slice(1);
    const type = typeOf(rules, address);
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', REVALIDATED);
    for (const [name, value] of headersFor(rules, address)) response.setHeader(name, value);
    const encoding = isText(type) ? encodingFor(request) : undefined;
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
    if (isText(type)) response.setHeader('Vary', 'Accept-Encoding');
    const body = bodyOf(file, encoding);
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const moved = (to: string) => response.writeHead(301, { Location: to }).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const [raw = '/', query] = (request.url ?? '/').split('?');
    const decoded = decode(raw);
    if (decoded === undefined) return response.writeHead(400).end();
    const path = posix.normalize(`/${decoded}`);
    const to = redirects.get(path) ?? (path === '/' || `${path}/` === base ? base : path);
    if (to !== path) return moved(to);
    const inside = path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
    if (inside === undefined || REFUSED.test(inside)) return send(request, response, 404, '/404.html');
    const file = join(folder, inside);
    const isFolder = existsSync(file) && statSync(file).isDirectory();
    // The path is encoded again, and has one slash in front: with two it would name another host.
    if (isFolder && !inside.endsWith('/')) return moved(`${encodeURI(path)}/${query === undefined ? '' : `?${query}`}`);
    const found = isFolder ? posix.join(inside, 'index.html') : inside;
    const isThere = existsSync(join(folder, found)) && statSync(join(folder, found)).isFile();
    return isThere ? send(request, response, 200, found) : send(request, response, 404, '/404.html');
  };

  return createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // The folder is gone for a moment, as a build puts another in its place, or for good.
      if (!response.headersSent) response.writeHead(503, { 'Retry-After': '1' });
      response.end();
    }
  });
}

/** The path in its own letters; `undefined` where it is none, or holds a control character or the slash of Windows. */
function decode(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return /[\0-\x1f\x7f\\]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

type Encoding = 'br' | 'gzip';

/** The best of what the browser takes; what it gives a weight of nought it does not take (RFC 9110, 12.5.3). */
function encodingFor({ headers }: IncomingMessage): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '').split(',').filter((one) => !/;\s*q=0(\.0*)?\s*$/i.test(one)).map((one) => one.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** The compressed twin of a file, made here where the build has made none. */
function compressed(file: string, encoding: Encoding): Buffer {
  const twin = `${file}.${encoding === 'gzip' ? 'gz' : encoding}`;
  if (existsSync(twin)) return readFileSync(twin);
  const body = readFileSync(file);
  // Above 5, a hundredth less takes twenty times as long, and the reader waits for it.
  return encoding === 'br' ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(body, { level: 9 });
}
