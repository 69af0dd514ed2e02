/**
 * A small static host, as the site will meet one: compressed, with the headers of its own `_headers`, folders with a
 * trailing slash, the 404 page for what is not there. For looking at a build and for its tests; it writes nothing.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor, readHeaders } from '../lib/headers.ts';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8', '.woff2': 'font/woff2', '.png': 'image/png',
};
const COMPRESSED = /^(text|image\/svg|application\/(.*json|.*xml|ld\+json|x-bibtex|x-research-info-systems))/;

/** Serves `folder` under `base` (`/` or `/ref/`). Not yet listening: call `listen`. */
export function siteServer(folder: string, base: string): Server {
  const rules = existsSync(join(folder, '_headers')) ? readHeaders(readFileSync(join(folder, '_headers'), 'utf8')) : [];
  const packed = new Map<string, Buffer>();

  const send = (request: IncomingMessage, response: ServerResponse, status: number, file: string, path: string) => {
    const headers = headersFor(rules, path);
    const type = headers.get('Content-Type') ?? TYPES[extname(file)] ?? 'application/octet-stream';
    response.statusCode = status;
    response.setHeader('Content-Type', type);
    for (const [name, value] of headers) response.setHeader(name, value);
    const encoding = COMPRESSED.test(type) ? encodingFor(request) : undefined;
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
    if (COMPRESSED.test(type)) response.setHeader('Vary', 'Accept-Encoding');
    const key = `${encoding} ${statSync(file).mtimeMs} ${file}`;
    const body = packed.get(key) ?? compress(readFileSync(file), encoding);
    packed.set(key, body);
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  return createServer((request, response) => {
    const moved = (to: string) => response.writeHead(301, { Location: to }).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const [raw = '/', query] = (request.url ?? '/').split('?');
    const path = decoded(raw);
    if (path === undefined) return response.writeHead(400).end();
    if (!path.startsWith(base)) {
      if (path === '/' || `${path}/` === base) return moved(base);
      return send(request, response, 404, join(folder, '404.html'), '/404.html');
    }
    const inside = normalize(`/${path.slice(base.length)}`);
    const file = join(folder, inside);
    const isFolder = existsSync(file) && statSync(file).isDirectory();
    if (isFolder && !inside.endsWith('/')) return moved(`${raw}/${query === undefined ? '' : `?${query}`}`);
    const found = isFolder ? join(file, 'index.html') : file;
    if (existsSync(found) && statSync(found).isFile() && !inside.startsWith('/_headers') && !inside.startsWith('/_redirects'))
      return send(request, response, 200, found, inside);
    return send(request, response, 404, join(folder, '404.html'), inside);
  });
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const encodingFor = ({ headers }: IncomingMessage): 'br' | 'gzip' | undefined => {
  const accepted = String(headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
};

const compress = (body: Buffer, encoding: 'br' | 'gzip' | undefined): Buffer =>
  encoding === 'br' ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  : encoding === 'gzip' ? gzipSync(body, { level: 9 })
  : body;
