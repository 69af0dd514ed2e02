/** The checker against servers that misbehave in every way. All of them stand on this machine; time is the test's own. */
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createNetServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checkAll, DEFAULTS, isPublic, retryAfter, type CheckerSettings } from '../../src/links/checker.ts';
import type { Answer } from '../../src/lib/link-checks.ts';
import { certificateFor } from '../certificates.ts';

const START = Date.parse('2026-11-21T12:00:00Z');
let clock = START;
const slept: number[] = [];
const settings: CheckerSettings = {
  ...DEFAULTS, userAgent: 'test/1.0', pause: 1000, timeout: 5000, attempts: 3, redirects: 5,
  now: () => clock,
  sleep: (milliseconds) => {
    clock += milliseconds;
    slept.push(milliseconds);
    return Promise.resolve();
  },
  resolve: (host) => (host.endsWith('.test') ? Promise.resolve([{ address: '127.0.0.1', family: 4 }]) : Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))),
  mayConnect: (ip) => ip === '127.0.0.1',
};

const running: Server[] = [];
const sockets = new Set<Socket>();
async function listen<S extends Server>(server: S): Promise<number> {
  running.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}
const closeAll = async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(running.splice(0).map((server) => new Promise((closed) => server.close(closed))));
};
afterEach(async () => {
  await closeAll();
  clock = START;
  slept.length = 0;
});

interface Asked { readonly method: string; readonly path: string; readonly host: string; readonly at: number; readonly headers: IncomingMessage['headers'] }
/** A server that notes what it is asked, and the address of a page of it. */
async function site(answer: RequestListener): Promise<{ page: (path?: string, host?: string) => string; asked: Asked[]; methods: () => string }> {
  const asked: Asked[] = [];
  const port = await listen(createHttpServer((request, response) => {
    asked.push({ method: request.method ?? '', path: request.url ?? '', host: request.headers.host ?? '', at: clock - START, headers: request.headers });
    answer(request, response);
  }));
  return { page: (path = '/page', host = 'a.test') => `http://${host}:${port}${path}`, asked, methods: () => asked.map(({ method }) => method).join(' ') };
}
const check = async (url: string, changes: Partial<CheckerSettings> = {}): Promise<Answer> => {
  const answer = (await checkAll([url], { ...settings, ...changes })).get(url);
  return answer ?? expect.fail('no answer');
};
const page = (response: ServerResponse, status = 200, headers: { [name: string]: string } = {}) => response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end();

describe('an address that is there', () => {
  test('is asked once, for its head, by an honest name, with nothing to say who asks for what', async () => {
    const { page: at, asked } = await site((_, response) => page(response));
    expect(await check(at('/page?x=1'))).toEqual({ httpStatus: 200, type: 'text/html', finalUrl: at('/page?x=1'), permanent: false });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['HEAD /page?x=1']);
    expect(asked[0]?.headers).toEqual({
      host: new URL(at()).host, 'user-agent': 'test/1.0', accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5', 'accept-encoding': 'identity', connection: 'close',
    });
  });

  test('has its name and password, where somebody wrote them, kept from the server', async () => {
    const { page: at, asked } = await site((_, response) => page(response));
    await check(at().replace('//', '//user:secret@'));
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  test.each([405, 501, 403, 404, 400])('is asked by GET where HEAD is answered %d', async (status) => {
    const { page: at, methods } = await site(({ method }, response) => page(response, method === 'HEAD' ? status : 200));
    expect(await check(at())).toMatchObject({ httpStatus: 200 });
    expect(methods()).toBe('HEAD GET');
  });

  test('is asked by GET where HEAD is met with silence', async () => {
    const { page: at, methods } = await site(({ method }, response) => { if (method === 'GET') page(response); });
    expect(await check(at(), { timeout: 500 })).toMatchObject({ httpStatus: 200 });
    expect(methods()).toBe('HEAD GET');
  });

  test('may answer with any type; the answer says which', async () => {
    const { page: at } = await site((_, response) => page(response, 200, { 'content-type': 'Application/PDF' }));
    expect((await check(at())).type).toBe('application/pdf');
  });

  test.each(['', 'nonsense', 'text/html<script>'])('may answer with a type that is none, %s', async (type) => {
    const { page: at } = await site((_, response) => page(response, 200, { 'content-type': type }));
    expect(await check(at())).toEqual({ httpStatus: 200, finalUrl: at(), permanent: false });
  });
});

describe('an address that says no', () => {
  test.each([404, 403, 401, 451])('answers %d to GET, too, and is asked no more', async (status) => {
    const { page: at, methods } = await site((_, response) => page(response, status));
    expect(await check(at())).toEqual({ httpStatus: status, type: 'text/html', finalUrl: at(), permanent: false });
    expect(methods()).toBe('HEAD GET');
  });

  test('answers 410, which is taken at its word', async () => {
    const { page: at, methods } = await site((_, response) => page(response, 410));
    expect(await check(at())).toMatchObject({ httpStatus: 410 });
    expect(methods()).toBe('HEAD');
  });

  test('answers 500 each time, and is asked three times, later each time', async () => {
    const { page: at, asked, methods } = await site((_, response) => page(response, 500));
    expect(await check(at())).toMatchObject({ httpStatus: 500 });
    expect(methods()).toBe('HEAD GET GET');
    expect(asked.map((one) => one.at)).toEqual([0, 4000, 20_000]);
  });

  test('answers 503 and then, asked again, 200', async () => {
    let count = 0;
    const { page: at, methods } = await site((_, response) => page(response, count++ === 0 ? 503 : 200));
    expect(await check(at())).toMatchObject({ httpStatus: 200 });
    expect(methods()).toBe('HEAD GET');
  });
});

describe('a server that asks for patience', () => {
  test.each([
    ['in seconds', () => '30'],
    ['by a date', () => new Date(START + 30_000).toUTCString()],
  ])('%s is given it', async (_, header) => {
    let count = 0;
    const { page: at, asked } = await site((_request, response) => page(response, count++ === 0 ? 429 : 200, { 'retry-after': header() }));
    expect(await check(at())).toMatchObject({ httpStatus: 200 });
    expect(asked.map((one) => one.at)).toEqual([0, 30_000]);
  });

  test.each([['429', 429, '3600'], ['503', 503, '86400'], ['429 by a date', 429, new Date(START + 86_400_000).toUTCString()]])('for longer than a run lasts, %s, is left alone with all its pages, and other hosts are not', async (_, status, header) => {
    const busy = await site((_request, response) => page(response, status, { 'retry-after': header }));
    const idle = await site((_request, response) => page(response));
    const answers = await checkAll([busy.page('/1'), busy.page('/2'), busy.page('/3'), idle.page()], settings);
    expect([...answers.values()].map(({ later, httpStatus }) => later ?? httpStatus)).toEqual([true, true, true, 200]);
    expect(busy.methods()).toBe('HEAD');
    expect(Math.max(0, ...slept)).toBeLessThan(10_000);
  });

  test('without saying how much is asked three times, and then left alone', async () => {
    const { page: at, asked } = await site((_, response) => page(response, 429));
    expect(await check(at())).toMatchObject({ later: true });
    expect(asked.map((one) => one.at)).toEqual([0, 4000, 20_000]);
  });

  test.each<[header: string | undefined, wait: number | undefined]>([
    ['120', 120_000], [' 5 ', 5000], [new Date(START + 1000).toUTCString(), 1000], [new Date(START - 1000).toUTCString(), 0], ['-5', 0], ['soon', undefined], ['', undefined], [undefined, undefined],
  ])('by %j waits for %j', (header, wait) => {
    expect(retryAfter(header, START)).toBe(wait);
  });
});

describe('a redirect', () => {
  const to = (status: number, location: string) => (_: IncomingMessage, response: ServerResponse) => response.writeHead(status, { location }).end();

  test.each([[301, true], [308, true], [302, false], [303, false], [307, false]])('of %d is followed, and is for good: %s', async (status, permanent) => {
    const { page: at } = await site((request, response) => (request.url === '/new' ? page(response) : to(status, '/new#part')(request, response)));
    expect(await check(at())).toEqual({ httpStatus: 200, type: 'text/html', finalUrl: at('/new'), permanent });
  });

  test('is not for good where one of several is not', async () => {
    const { page: at } = await site((request, response) => (request.url === '/c' ? page(response) : request.url === '/b' ? to(302, '/c')(request, response) : to(301, '/b')(request, response)));
    expect(await check(at('/a'))).toMatchObject({ finalUrl: at('/c'), permanent: false });
  });

  test('to another host is followed there, in that host’s turn', async () => {
    const other = await site((_, response) => page(response));
    const { page: at } = await site(to(301, other.page('/there', 'b.test')));
    expect(await check(at())).toMatchObject({ httpStatus: 200, finalUrl: other.page('/there', 'b.test'), permanent: true });
    expect(other.asked.map(({ host }) => host)).toEqual([new URL(other.page('', 'b.test')).host]);
  });

  test.each([
    ['to itself', () => '/page', 1],
    ['to itself but for its fragment', () => '/page#x', 1],
    ['to a page that leads back', (path: string) => (path === '/page' ? '/other' : '/page'), 2],
  ])('%s is a loop', async (_, next, requests) => {
    const { page: at, asked } = await site((request, response) => to(302, next(request.url ?? ''))(request, response));
    expect(await check(at())).toMatchObject({ httpStatus: 302, fault: 'redirect-loop' });
    expect(asked).toHaveLength(requests);
  });

  test('that goes on and on is followed five times', async () => {
    const { page: at, asked } = await site((request, response) => to(302, `${request.url}x`)(request, response));
    expect(await check(at())).toMatchObject({ fault: 'too-many-redirects' });
    expect(asked).toHaveLength(6);
  });

  test.each(['', 'http://', 'ftp://a.test/', 'javascript:alert(1)', 'file:///etc/passwd', 'http://a b/'])('to %j leads nowhere', async (location) => {
    const { page: at, asked } = await site(to(302, location));
    expect(await check(at())).toMatchObject({ httpStatus: 302, fault: 'redirect-to-nowhere' });
    expect(asked).toHaveLength(1);
  });

  test('without a word of where to leads nowhere', async () => {
    const { page: at } = await site((_, response) => response.writeHead(301).end());
    expect((await check(at())).fault).toBe('redirect-to-nowhere');
  });

  test('whose address is in plain UTF-8 is followed', async () => {
    const { page: at, asked } = await site((request, response) => (request.url === '/page' ? to(302, Buffer.from('/é').toString('latin1'))(request, response) : page(response)));
    expect(await check(at())).toMatchObject({ httpStatus: 200 });
    expect(asked.at(-1)?.path).toBe('/%C3%A9');
  });

  test.each(['http://127.0.0.2/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'http://2130706434/', 'http://inside.test/'])('into a private network, %s, is not followed', async (location) => {
    const { page: at } = await site(to(302, location));
    const resolve: CheckerSettings['resolve'] = (host) => (host === 'inside.test' ? Promise.resolve([{ address: '10.0.0.7', family: 4 }]) : settings.resolve(host));
    expect((await check(at(), { resolve })).fault).toBe('private-address');
  });
});

describe('a server that cannot be talked to', () => {
  const raw = async (talk: (socket: Socket) => void) => `http://a.test:${await listen(createNetServer((socket) => socket.once('data', () => talk(socket))))}/page`;

  test('because its host has no address', async () => {
    expect(await check('http://nowhere.invalid/page')).toEqual({ fault: 'no-such-host', finalUrl: 'http://nowhere.invalid/page', permanent: false });
  });

  test('because nothing listens', async () => {
    const { page: at } = await site(() => undefined);
    await closeAll();
    expect((await check(at())).fault).toBe('connection-refused');
  });

  test('because there is no way to it', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }));
    expect((await check('http://a.test/', { resolve })).fault).toBe('unreachable');
  });

  test('because its head never comes: it is asked three times, and its other pages are left for another time', async () => {
    const { page: at, asked, methods } = await site(() => undefined);
    const answers = await checkAll([at('/1'), at('/2')], { ...settings, timeout: 100 });
    expect([...answers.values()].map(({ fault, later }) => fault ?? later)).toEqual(['timeout', true]);
    expect(methods()).toBe('HEAD GET GET');
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/1']));
  });

  test('because its head comes a letter at a time', async () => {
    const at = await raw((socket) => { const drip = setInterval(() => socket.write('x'), 20); socket.write('HTTP/1.1 200 OK\r\nx: '); socket.on('close', () => clearInterval(drip)); });
    expect((await check(at, { attempts: 1, timeout: 200 })).fault).toBe('timeout');
  });

  test('because it hangs up', async () => {
    let count = 0;
    const at = await raw((socket) => { count++; socket.resetAndDestroy(); });
    expect((await check(at)).fault).toBe('connection-reset');
    expect(count).toBe(3);
  });

  test.each([
    ['what is not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ])('because it answers with %s', async (_, words) => {
    expect((await check(await raw((socket) => socket.end(words)))).fault).toBe('malformed');
  });
});

describe('a body', () => {
  /** Counts what a server managed to send of a body that has no end, to GET. */
  const endless = async (headers: { [name: string]: string }, piece: Buffer) => {
    let sent = 0;
    let closed: () => void = () => undefined;
    const over = new Promise<void>((done) => { closed = done; });
    const { page: at } = await site(({ method }, response) => {
      if (method === 'HEAD') page(response, 405);
      if (method === 'HEAD') return;
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).on('close', closed);
      const pour = () => { while (!response.destroyed && response.write(piece)) sent += piece.length; };
      response.on('drain', pour);
      pour();
    });
    const answer = await check(at());
    await over;
    return { answer, sent };
  };

  test('without end is cut off at its head', async () => {
    const { answer, sent } = await endless({}, Buffer.alloc(65_536, 'x'));
    expect(answer).toMatchObject({ httpStatus: 200, type: 'text/html' });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  test('that would unfold to gigabytes is never unfolded', async () => {
    const { answer } = await endless({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(1024 * 1024)));
    expect(answer).toMatchObject({ httpStatus: 200 });
  });

  test('that never comes is not waited for', async () => {
    const { page: at } = await site(({ method }, response) => { if (method === 'HEAD') page(response, 405); else response.writeHead(200, { 'content-length': '1000' }).flushHeaders(); });
    expect(await check(at())).toMatchObject({ httpStatus: 200 });
  });
});

describe('a certificate', () => {
  const good = certificateFor('a.test', '2020-01-01', '2049-01-01');
  const expired = certificateFor('a.test', '2019-01-01', '2020-01-01');
  const other = certificateFor('other.test', '2020-01-01', '2049-01-01');
  const secure = async (certificate: typeof good, answer: RequestListener = (_, response) => page(response)) => `https://a.test:${await listen(createHttpsServer(certificate, answer))}/page`;

  test('that is good is trusted', async () => {
    expect(await check(await secure(good), { ca: good.cert })).toMatchObject({ httpStatus: 200 });
  });

  test.each([
    ['signed by nobody known', good, '', 'certificate-not-trusted'],
    ['that has expired', expired, expired.cert, 'certificate-expired'],
    ['for another host', other, other.cert, 'certificate-of-another-host'],
  ])('%s is told from the others', async (_, certificate, ca, fault) => {
    expect((await check(await secure(certificate), ca === '' ? {} : { ca })).fault).toBe(fault);
  });

  test('is missing where a server does not speak TLS at all', async () => {
    const { page: at } = await site((_, response) => page(response));
    expect((await check(at().replace('http:', 'https:'))).fault).toBe('tls-failed');
  });

  test('is no longer asked for where a page sends on to plain http, which the answer shows', async () => {
    const plain = await site((_, response) => page(response));
    const answer = await check(await secure(good, (_, response) => response.writeHead(301, { location: plain.page() }).end()), { ca: good.cert });
    expect(answer).toMatchObject({ httpStatus: 200, finalUrl: plain.page(), permanent: true });
  });
});

describe('politeness', () => {
  test('asks a host one thing at a time, in order, with a pause after each answer, its redirects among them', async () => {
    let [open, most] = [0, 0];
    const { page: at, asked } = await site((request, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => { open--; if (request.url === '/2') response.writeHead(302, { location: '/4' }).end(); else page(response); });
    });
    await checkAll([at('/1'), at('/2'), at('/3')], settings);
    expect(most).toBe(1);
    expect(asked.map((one) => `${one.path} ${one.at}`)).toEqual(['/1 0', '/2 1000', '/4 2000', '/3 3000']);
  });

  test('keeps the pause towards a host to which others redirect', async () => {
    const { page: at, asked } = await site((request, response) => (request.headers.host?.startsWith('shared') ? page(response) : response.writeHead(302, { location: at(request.url, 'shared.test') }).end()));
    await checkAll(['a', 'b', 'c'].map((name) => at(`/${name}`, `${name}.test`)), settings);
    const shared = asked.filter(({ host }) => host.startsWith('shared')).map((one) => one.at);
    expect(shared).toHaveLength(3);
    expect(shared.slice(1).map((time, index) => time - (shared[index] ?? 0)).filter((gap) => gap < 1000)).toEqual([]);
  });

  test('asks several hosts at the same time, and no more than it may', async () => {
    const waiting: ServerResponse[] = [];
    let most = 0;
    const { page: at } = await site((_, response) => {
      most = Math.max(most, waiting.push(response));
      // A third would come at once.
      if (waiting.length === 2) setTimeout(() => { for (const one of waiting.splice(0)) page(one); }, 30);
    });
    const answers = await checkAll(['a', 'b', 'c', 'd'].map((name) => at('/', `${name}.test`)), { ...settings, parallel: 2 });
    expect([...answers.values()].map(({ httpStatus }) => httpStatus)).toEqual([200, 200, 200, 200]);
    expect(most).toBe(2);
  });

  test('asks nothing of nobody', async () => {
    expect([...await checkAll([], settings)]).toEqual([]);
  });
});

describe('the way into a private network', () => {
  test.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'localhost', '',
  ])('by %s is closed', (ip) => {
    expect(isPublic(ip)).toBe(false);
  });

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '223.255.255.255', '2606:4700::1111', '2a00:1450::1'])('is not what %s leads to', (ip) => {
    expect(isPublic(ip)).toBe(true);
  });

  test.each(['http://127.0.0.1:9/', 'http://0x7f.1:9/', 'http://2130706433:9/', 'http://[::1]:9/', 'http://[::ffff:7f00:1]:9/', 'http://localhost:9/'])('by %s is not tried by default', async (url) => {
    expect((await check(url, { mayConnect: DEFAULTS.mayConnect, resolve: DEFAULTS.resolve })).fault).toBe('private-address');
  });

  test('is closed where a name leads there, and the judged address is the one connected to', async () => {
    const { page: at, asked } = await site((_, response) => page(response));
    let count = 0;
    const resolve: CheckerSettings['resolve'] = () => Promise.resolve([{ address: count++ === 0 ? '10.0.0.1' : '127.0.0.1', family: 4 }]);
    expect((await check(at(), { resolve })).fault).toBe('private-address');
    expect([asked.length, count]).toEqual([0, 1]);
  });

  test('is not taken where a name has a public address, too', async () => {
    const { page: at } = await site((_, response) => page(response));
    expect(await check(at(), { resolve: () => Promise.resolve([{ address: '10.0.0.1', family: 4 }, { address: '127.0.0.1', family: 4 }]) })).toMatchObject({ httpStatus: 200 });
  });
});

afterAll(closeAll);
