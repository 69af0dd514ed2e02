/**
 * The hosts that the repository has settings for, as far as they can be run here: our own server, and nginx and Caddy
 * where they are installed, each started for real with the configuration that `npm run host` prints.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { precompress } from '../../src/build/precompress.ts';
import { readHeaders } from '../../src/lib/headers.ts';
import { caddyOf, nginxOf, readRedirects, type Host } from '../../src/lib/hosts.ts';
import { siteServer } from '../../src/serve/server.ts';
import { filesBelow, scratch } from '../build.ts';

const BROTLI_MODULE = '/usr/share/nginx/modules/ngx_http_brotli_static_module.so';
/** What of the site is served here: a page of each kind, and a file of each type. */
const TAKEN = [
  'index.html', '404.html', '_headers', '_redirects', '_astro', '.well-known', 'icon.svg', 'card.png', 'feed.atom', 'p8', 'fr/p8', 'fr/principles/8/index.html',
  ...['index.html', 'index.md', 'index.json', 'cite.bib', 'cite.ris'].map((name) => `principles/8/${name}`),
  'data/terms.csv', 'data/SHA256SUMS', 'fr/data/SHA256SUMS', 'addresses.json', 'pagefind/en/pagefind.js', 'pagefind/en/fragment', 'robots.txt', 'opensearch.xml',
];

const isInstalled = (program: string): boolean => {
  try {
    execFileSync(program, [program === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const freePort = () => new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
});

interface Answer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** Asks for a path exactly as it is written: nothing is resolved on the way. */
const ask = (port: number, path: string, { method = 'GET', encoding = '' } = {}) => new Promise<Answer>((resolve, reject) => {
  const sent = request({ host: '127.0.0.1', port, path, method, agent: false, headers: encoding === '' ? {} : { 'Accept-Encoding': encoding } }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
  });
  sent.on('error', reject).end();
});

async function started(program: ChildProcess, port: number): Promise<() => Promise<void>> {
  let said = '';
  program.stderr?.on('data', (part) => (said += part));
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  for (let tries = 0; ; tries++) {
    if (program.exitCode !== null || tries === 200) throw new Error(`it does not start:\n${said}`);
    if (await ask(port, '/').then(() => true, () => false)) break;
    await pause(50);
  }
  return async () => {
    program.kill('SIGTERM');
    await ended;
  };
}

type Start = (host: Omit<Host, 'site'>, port: number, work: string) => Promise<() => Promise<void>>;

const ourServer: Start = async ({ folder, base }, port) => {
  const server = siteServer(folder, base);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
};

const nginx: Start = async (host, port, work) => {
  const hasBrotli = existsSync(BROTLI_MODULE);
  const site = nginxOf({ ...host, site: `http://127.0.0.1:${port}` });
  writeFileSync(join(work, 'site.conf'), hasBrotli ? site.replace('# brotli_static on;', 'brotli_static on;') : site);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(work, name)};`).join(' ');
  writeFileSync(join(work, 'nginx.conf'), `${hasBrotli ? `load_module ${BROTLI_MODULE};\n` : ''}daemon off; master_process off; pid ${join(work, 'pid')}; error_log stderr; events {}
http { access_log off; ${paths} include ${join(work, 'site.conf')}; }\n`);
  return started(spawn('nginx', ['-p', work, '-e', 'stderr', '-c', join(work, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] }), port);
};

const caddy: Start = async (host, port, work) => {
  writeFileSync(join(work, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${caddyOf({ ...host, site: `http://127.0.0.1:${port}` })}`);
  return started(spawn('caddy', ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } }), port);
};

const HOSTS: readonly { readonly name: string; readonly start: Start; readonly isThere: boolean }[] = [
  { name: 'our own server', start: ourServer, isThere: true },
  { name: 'nginx', start: nginx, isThere: isInstalled('nginx') },
  { name: 'Caddy', start: caddy, isThere: isInstalled('caddy') },
];
const SECURITY = {
  'content-security-policy': "frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*',
};
const REVALIDATED = 'public, max-age=0, must-revalidate';
const FOR_EVER = 'public, max-age=31536000, immutable';

describe.each([['the root', 'site'], ['a base path', 'siteUnderBase']] as const)('under %s', (_, which) => {
  const { folder: built, base } = inject(which);
  const work = scratch('hosts');
  const folder = join(work, 'dist');
  const at = (path: string) => `${base.slice(0, -1)}${path}`;

  beforeAll(async () => {
    for (const path of TAKEN) cpSync(join(built, path), join(folder, path), { recursive: true });
    writeFileSync(join(folder, '.hidden'), 'secret');
    // The real one is large; what matters here is its ending.
    writeFileSync(join(folder, 'data/annotations.jsonld'), '{}');
    await precompress(folder);
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const asset = (ending: string) => `/_astro/${[...filesBelow(join(built, '_astro')).keys()].find((name) => name.endsWith(ending))}`;
  const chunk = () => `/${[...filesBelow(join(built, 'pagefind/en/fragment')).keys()].map((name) => `pagefind/en/fragment/${name}`)[0]}`;

  describe.each(HOSTS)('$name', ({ name, start, isThere }) => {
    let port = 0;
    let stop = async () => {};
    beforeAll(async () => {
      if (!isThere) return;
      port = await freePort();
      const own = join(work, name.replaceAll(' ', '-'));
      mkdirSync(own);
      // The command takes the redirects from the record; here they are those that the build has written.
      const redirects = [...readRedirects(readFileSync(join(built, '_redirects'), 'utf8'))].flatMap(([from, to]) => (from.endsWith('/') ? [{ from, to }] : []));
      stop = await start({ base, folder, rules: readHeaders(readFileSync('public/_headers', 'utf8')), redirects }, port, own);
    });
    afterAll(() => stop());
    const on = test.skipIf(!isThere);
    const because = isThere ? '' : ' (skipped: it is not installed here)';

    on.each<[path: string, type: string, cache: string]>([
      ['/', 'text/html; charset=utf-8', REVALIDATED],
      ['/principles/8/', 'text/html; charset=utf-8', REVALIDATED],
      ['/fr/principles/8/?q=x', 'text/html; charset=utf-8', REVALIDATED],
      ['/principles/8/index.md', 'text/markdown; charset=utf-8', REVALIDATED],
      ['/principles/8/index.json', 'application/json; charset=utf-8', REVALIDATED],
      ['/principles/8/cite.bib', 'application/x-bibtex; charset=utf-8', REVALIDATED],
      ['/principles/8/cite.ris', 'application/x-research-info-systems; charset=utf-8', REVALIDATED],
      ['/data/terms.csv', 'text/csv; charset=utf-8', REVALIDATED],
      ['/data/annotations.jsonld', 'application/ld+json; charset=utf-8', REVALIDATED],
      ['/fr/data/SHA256SUMS', 'text/plain; charset=utf-8', REVALIDATED],
      ['/feed.atom', 'application/atom+xml; charset=utf-8', REVALIDATED],
      ['/opensearch.xml', 'application/xml; charset=utf-8', REVALIDATED],
      ['/icon.svg', 'image/svg+xml; charset=utf-8', REVALIDATED],
      ['/card.png', 'image/png', REVALIDATED],
      ['/.well-known/security.txt', 'text/plain; charset=utf-8', REVALIDATED],
      ['/pagefind/en/pagefind.js', 'text/javascript; charset=utf-8', REVALIDATED],
      [chunk(), 'application/octet-stream', FOR_EVER],
      [asset('.js'), 'text/javascript; charset=utf-8', FOR_EVER],
      [asset('.woff2'), 'font/woff2', FOR_EVER],
    ])(`sends %s as %s, to be kept as “%s”${because}`, async (path, type, cache) => {
      const { status, headers, body } = await ask(port, at(path));
      expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({ status: 200, type, cache });
      expect(headers).toMatchObject(SECURITY);
      const file = path.split('?')[0] ?? '';
      expect(body.equals(readFileSync(join(folder, file.endsWith('/') ? `${file}index.html` : file)))).toBe(true);
    });

    on.each<[encoding: string, path: string]>(['br', 'gzip'].flatMap((encoding) => ['/principles/8/', '/principles/8/index.md', '/principles/8/index.json', '/data/terms.csv', '/pagefind/en/pagefind.js'].map((path): [string, string] => [encoding, path])))(`sends, to who takes %s, the file compressed beforehand for %s${because}`, async (encoding, path) => {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const [plain, { status, headers, body }] = [await ask(port, at(path)), await ask(port, at(path), { encoding })];
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect({ status, type: headers['content-type'], vary: /accept-encoding/i.test(headers.vary ?? '') }).toEqual({ status: 200, type: plain.headers['content-type'], vary: true });
      expect(headers).toMatchObject(SECURITY);
      // nginx has brotli where its module is installed.
      if (name === 'nginx' && encoding === 'br' && !existsSync(BROTLI_MODULE)) return expect(body.equals(readFileSync(file))).toBe(true);
      expect(headers['content-encoding']).toBe(encoding);
      expect(body.equals(readFileSync(`${file}.${encoding === 'br' ? 'br' : 'gz'}`))).toBe(true);
      expect((encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).equals(readFileSync(file))).toBe(true);
    });

    on.each([
      ['/p8', '/principles/8/'], ['/p8/', '/principles/8/'], ['/fr/p8', '/fr/principles/8/'], ['/fr/p8/', '/fr/principles/8/'],
      ['/principles/8', '/principles/8/'], ['/principles/8?a=b&c', '/principles/8/?a=b&c'], ['/fr/principles/8', '/fr/principles/8/'],
    ])(`leads from %s to %s for good${because}`, async (from, to) => {
      const { status, headers } = await ask(port, at(from));
      const { pathname, search, host } = new URL(headers.location ?? '', `http://127.0.0.1:${port}`);
      expect({ permanent: [301, 308].includes(status), to: pathname + search, host }).toEqual({ permanent: true, to: at(to), host: `127.0.0.1:${port}` });
    });

    on(`answers what is missing, hidden or a setting by the page for it, as a page and never to be kept${because}`, async () => {
      for (const path of ['/nowhere', '/nowhere/', '/principles/nowhere.bib', '/_astro/nowhere.css', '/_astro/', '/principles/nowhere/SHA256SUMS', '/_headers', '/_redirects', '/.hidden', '/principles/8/index.html.br', '/principles/8/index.html.gz']) {
        const { status, headers, body } = await ask(port, at(path));
        expect({ path, status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({ path, status: 404, type: 'text/html; charset=utf-8', cache: REVALIDATED });
        expect(headers).toMatchObject(SECURITY);
        expect(body.equals(readFileSync(join(folder, '404.html')))).toBe(true);
      }
    });

    on(`never leaves the folder, nor leads to another host${because}`, async () => {
      for (const path of ['/../../etc/passwd', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..\\..\\etc\\passwd', '/principles/%00', '/principles/8/%0d%0aX-A:%20b', '/%zz']) {
        const { status, body } = await ask(port, at(path));
        expect({ path, refused: [400, 403, 404].includes(status), leaked: body.includes('root:x:') }).toEqual({ path, refused: true, leaked: false });
      }
      for (const path of [`/${at('/principles/8')}`, `//evil.example/..${at('/principles/8')}`, `/%2fevil.example/..${at('/principles/8?q')}`]) {
        const { location = '' } = (await ask(port, path)).headers;
        expect({ path, host: new URL(location, `http://127.0.0.1:${port}`).hostname }).toEqual({ path, host: '127.0.0.1' });
      }
    });

    on(`takes nothing but questions${because}`, async () => {
      expect((await ask(port, at('/principles/8/'), { method: 'POST' })).status).toBe(405);
      const { status, body, headers } = await ask(port, at('/principles/8/'), { method: 'HEAD' });
      expect({ status, bytes: body.length, type: headers['content-type'] }).toEqual({ status: 200, bytes: 0, type: 'text/html; charset=utf-8' });
    });

    if (base !== '/') on(`serves the base path alone${because}`, async () => {
      expect((await ask(port, base.slice(0, -1))).headers.location).toMatch(new RegExp(`${base}$`));
      expect((await ask(port, '/principles/8/')).status).toBe(404);
      expect((await ask(port, `${base.slice(0, -1)}x`)).status).toBe(404);
    });
  });
});

test('our own server stays when the site is gone for a moment, and says so', async () => {
  const folder = scratch('gone');
  writeFileSync(join(folder, 'index.html'), 'The page.');
  const server = siteServer(folder, '/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rmSync(folder, { recursive: true });
  expect((await ask(port, '/')).status).toBe(503);
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'The next page.');
  expect((await ask(port, '/')).body.toString()).toBe('The next page.');
  server.close();
});

describe('precompression', () => {
  const folder = scratch('precompress');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const text = Array.from({ length: 400 }, (_, n) => `Line ${n} of the text. `).join('');

  test('puts twins beside texts that gain by it, which give the same bytes again, and the same for the same', async () => {
    const once = join(folder, 'once');
    mkdirSync(once);
    // Bytes without any order, as of what is packed already.
    const noise = Buffer.concat(Array.from({ length: 100 }, (_, n) => createHash('sha256').update(String(n)).digest()));
    for (const [name, content] of [['a.html', text], ['a.bib', text], ['SHA256SUMS', text], ['small.html', 'x'.repeat(1399)], ['a.png', text], ['a.pf_index', text], ['noise.txt', noise]] as const) {
      mkdirSync(join(once, 'data'), { recursive: true });
      writeFileSync(join(once, 'data', name), content);
    }
    cpSync(once, join(folder, 'again'), { recursive: true });
    expect(await precompress(once)).toMatch(/^3 files are compressed, from \d+ KiB to \d+ KiB by brotli, \d+ KiB by gzip$/);
    await precompress(join(folder, 'again'));
    const files = filesBelow(once);
    expect([...files.keys()].filter((name) => /\.(br|gz)$/.test(name))).toEqual(['data/SHA256SUMS.br', 'data/SHA256SUMS.gz', 'data/a.bib.br', 'data/a.bib.gz', 'data/a.html.br', 'data/a.html.gz']);
    expect(brotliDecompressSync(files.get('data/a.html.br') ?? '').toString()).toBe(text);
    const zipped = files.get('data/a.html.gz') ?? Buffer.alloc(0);
    expect(gunzipSync(zipped).toString()).toBe(text);
    // No time, no name, no system: https://www.rfc-editor.org/rfc/rfc1952#section-2.3
    expect([...zipped.subarray(3, 10)]).toEqual([0, 0, 0, 0, 0, 2, 255]);
    expect(filesBelow(join(folder, 'again'))).toEqual(files);
  });
});
