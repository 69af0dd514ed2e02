/**
 * Asks other sites whether an address still answers, as a polite guest: one request at a time to a host and a pause
 * after each, no body ever read, `Retry-After` kept to, and an honest name.
 *
 * `robots.txt` is not fetched. It is for crawlers, which follow what they find; this asks single addresses that editors
 * have written down, once in weeks, and follows nothing but redirects. Whoever objects finds our address in the name.
 *
 * Content can name any host, and must not be a way into the network of whoever runs this: only public addresses are
 * connected to, and the address that was judged is the one that is connected to, so that no second look-up can change it.
 */
import { lookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import type { Answer, Fault } from '../lib/link-checks.ts';

export interface CheckerSettings {
  /** What the other side reads in its log. */
  readonly userAgent: string;
  /** Milliseconds: between two requests to a host, until the head of an answer must be there, and for which we are willing to be put off. */
  readonly pause: number;
  readonly timeout: number;
  readonly patience: number;
  /** How many hosts are asked at a time, how many redirects are followed, how often one request is made. */
  readonly parallel: number;
  readonly redirects: number;
  readonly attempts: number;
  /** The world outside, which tests replace. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  readonly mayConnect: (ip: string) => boolean;
  /** Certificates to trust besides those that Node does. */
  readonly ca?: string;
}

export const DEFAULTS: Omit<CheckerSettings, 'userAgent'> = {
  pause: 1500, timeout: 20_000, patience: 120_000, parallel: 6, redirects: 8, attempts: 3,
  now: Date.now,
  sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
  resolve: (host) => new Promise((resolve, reject) => lookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)))),
  mayConnect: isPublic,
};

const notPublic = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const) notPublic.addSubnet(net, prefix);
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
// Within it: addresses that carry an IPv4 address, which might be a private one, and those of examples.
for (const [net, prefix] of [['2001::', 32], ['2002::', 16], ['2001:db8::', 32]] as const) notPublic.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address is one of the public internet (IANA special-purpose registries). */
export function isPublic(ip: string): boolean {
  if (isIPv6(ip)) return global6.check(ip, 'ipv6') && !notPublic.check(ip, 'ipv6');
  return isIP(ip) === 4 && !notPublic.check(ip);
}

/** One answer to one request. */
interface Reply {
  readonly status?: number;
  readonly headers?: IncomingMessage['headers'];
  readonly fault?: Fault;
}

/** Faults and numbers that may pass within the minute. */
const isPassing = ({ status = 0, fault }: Reply): boolean => fault === 'timeout' || fault === 'connection-reset' || status === 429 || (status >= 500 && status !== 501);

/** Asks every address, each once, and hands the answers out in the order of the addresses. Never throws on what others do. */
export async function checkAll(urls: readonly string[], settings: CheckerSettings): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const byHost = new Map<string, string[]>();
  for (const url of new Set(urls)) byHost.set(new URL(url).host, [...(byHost.get(new URL(url).host) ?? []), url]);
  const hosts = [...byHost.values()];
  const guest = new Guest(settings);
  const work = async () => {
    for (let own = hosts.shift(); own !== undefined; own = hosts.shift()) for (const url of own) answers.set(url, await guest.check(url));
  };
  await Promise.all(Array.from({ length: settings.parallel }, work));
  return new Map(urls.flatMap((url) => { const answer = answers.get(url); return answer === undefined ? [] : [[url, answer] as const]; }));
}

/** Remembers of each host who is being served, from when on it may be asked again, and whether it has asked to be left alone. */
class Guest {
  readonly #settings: CheckerSettings;
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #notBefore = new Map<string, number>();
  readonly #leftAlone = new Set<string>();

  constructor(settings: CheckerSettings) {
    this.#settings = settings;
  }

  /** Follows an address to where it ends. */
  async check(url: string): Promise<Answer> {
    const seen = new Set<string>();
    let [at, permanent] = [new URL(url), true];
    for (;;) {
      seen.add(at.href);
      const reply = await this.#ask(at);
      const end = { finalUrl: at.href, permanent: permanent && seen.size > 1 };
      if (reply === undefined) return { ...end, later: true };
      const { status, headers, fault } = reply;
      if (fault !== undefined || status === undefined) return { ...end, fault: fault ?? 'malformed' };
      if (status < 300 || status >= 400) {
        const type = headers?.['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
        return { ...end, httpStatus: status, ...(type && /^[\w.+-]+\/[\w.+-]+$/.test(type) && { type }) };
      }
      const to = redirectedTo(at, headers?.location);
      if (to === undefined) return { ...end, httpStatus: status, fault: 'redirect-to-nowhere' };
      if (seen.has(to.href)) return { ...end, httpStatus: status, fault: 'redirect-loop' };
      if (seen.size > this.#settings.redirects) return { ...end, httpStatus: status, fault: 'too-many-redirects' };
      permanent &&= status === 301 || status === 308;
      at = to;
    }
  }

  /**
   * The head of one page: by HEAD, and by GET wherever HEAD was not answered well, since many servers only mean the one
   * by the other. What may pass is asked again, later each time. Undefined where the host is to be left alone for now.
   */
  async #ask(url: URL): Promise<Reply | undefined> {
    const { attempts, pause, patience, now } = this.#settings;
    let method: 'HEAD' | 'GET' = 'HEAD';
    for (let attempt = 1; ; attempt++) {
      const reply: Reply | undefined = await this.#inTurn(url.host, () => requestHead(url, method, this.#settings));
      if (reply === undefined) return undefined;
      const { status = 0, headers } = reply;
      if (status === 429 || status === 503) {
        const wait = retryAfter(headers?.['retry-after'], now());
        if ((wait ?? 0) > patience || (status === 429 && attempt >= attempts)) {
          this.#leftAlone.add(url.host);
          return undefined;
        }
        this.#holdBack(url.host, wait ?? 0);
      }
      const isAnswered = status === 410 || (status >= 200 && status < 400);
      const again = isPassing(reply) ? attempt < attempts : method === 'HEAD' && status > 0 && !isAnswered;
      // Where a host has been silent to the end, asking for its other pages would take hours.
      if (!again && reply.fault === 'timeout') this.#leftAlone.add(url.host);
      if (!again) return reply;
      if (isPassing(reply)) this.#holdBack(url.host, pause * 4 ** attempt);
      method = 'GET';
    }
  }

  /** Does `work` when all others have had their turn with this host and the pause since is over. */
  #inTurn(host: string, work: () => Promise<Reply>): Promise<Reply | undefined> {
    const { now, sleep, pause } = this.#settings;
    const turn = (this.#queues.get(host) ?? Promise.resolve()).then(async () => {
      // Another address of the host may have been put off while this one waited.
      if (this.#leftAlone.has(host)) return undefined;
      const wait = (this.#notBefore.get(host) ?? 0) - now();
      if (wait > 0) await sleep(wait);
      const reply = await work();
      this.#holdBack(host, pause);
      return reply;
    });
    this.#queues.set(host, turn);
    return turn;
  }

  #holdBack(host: string, milliseconds: number): void {
    this.#notBefore.set(host, Math.max(this.#notBefore.get(host) ?? 0, this.#settings.now() + milliseconds));
  }
}

/** Where a redirect leads; undefined where that is nowhere on the web. Servers write other letters as they are, in UTF-8. */
function redirectedTo(from: URL, location: string | undefined): URL | undefined {
  const text = Buffer.from(location ?? '', 'latin1').toString('utf8');
  if (text === '' || !URL.canParse(text, from)) return undefined;
  const to = new URL(text, from);
  to.hash = '';
  return /^https?:$/.test(to.protocol) ? to : undefined;
}

/** `120` or a date, as milliseconds from now; undefined where it is neither, or nothing was said. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** The head of one answer; the connection is closed as soon as it is there, whatever follows. */
function requestHead(url: URL, method: 'HEAD' | 'GET', { userAgent, timeout, resolve, mayConnect, ca }: CheckerSettings): Promise<Reply> {
  return new Promise((done) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // Of an address in figures nobody is asked where it leads.
    if (isIP(host) !== 0 && !mayConnect(host)) return done({ fault: 'private-address' });
    const options: RequestOptions = {
      method, host, port: url.port, path: `${url.pathname}${url.search}`, agent: false, lookup: onlyAllowed(resolve, mayConnect), maxHeaderSize: 65_536,
      headers: { host: url.host, 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5', 'accept-encoding': 'identity' },
    };
    const request = url.protocol === 'https:' ? httpsRequest({ ...options, ...(ca !== undefined && { ca }) }) : httpRequest(options);
    const end = (reply: Reply) => {
      clearTimeout(timer);
      request.destroy();
      done(reply);
    };
    const timer = setTimeout(() => end({ fault: 'timeout' }), timeout);
    request.on('response', (response) => {
      response.on('error', () => undefined);
      end({ status: response.statusCode ?? 0, headers: response.headers });
    });
    request.on('upgrade', () => end({ fault: 'malformed' }));
    request.on('error', (error: NodeJS.ErrnoException) => end({ fault: faultOf(error.code ?? '') }));
    request.end();
  });
}

/** A look-up that knows only the addresses that may be connected to. */
const onlyAllowed = (resolve: CheckerSettings['resolve'], mayConnect: CheckerSettings['mayConnect']): LookupFunction => (host, { all }, callback) => {
  const fail = (code: string) => callback(Object.assign(new Error(code), { code }), '');
  resolve(host).then((found) => {
    const allowed = found.filter(({ address }) => mayConnect(address));
    const [first] = allowed;
    if (first === undefined) fail(found.length > 0 ? 'PRIVATE' : 'ENOTFOUND');
    else if (all) callback(null, [...allowed]);
    else callback(null, first.address, first.family);
  }, (error: NodeJS.ErrnoException) => fail(error.code ?? 'ENOTFOUND'));
};

const CODES: { readonly [code: string]: Fault } = {
  PRIVATE: 'private-address', ENOTFOUND: 'no-such-host', ENODATA: 'no-such-host', ECONNREFUSED: 'connection-refused', ECONNRESET: 'connection-reset', EPIPE: 'connection-reset', ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate-expired', ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-of-another-host', EPROTO: 'tls-failed',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-not-trusted', SELF_SIGNED_CERT_IN_CHAIN: 'certificate-not-trusted', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-not-trusted', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-not-trusted',
};

/** What went wrong, by the code of Node's error. */
const faultOf = (code: string): Fault => CODES[code] ?? (code.startsWith('HPE_') ? 'malformed' : /^(CERT_|ERR_SSL_|ERR_TLS_)/.test(code) ? 'tls-failed' : 'unreachable');
