/** The offline copy: what is in the zip, read back by other means than it was written, and where its links lead. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { writeOfflineCopy } from '../../src/build/offline.ts';
import { filesBelow, scratch } from '../build.ts';
import { SITE_URL } from '../site.ts';

const README = 'A copy of {address} with {pages} pages.\n';
const folder = scratch('offline');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copies = await Promise.all((['site', 'siteUnderBase'] as const).map(async (name) => {
  const site = inject(name);
  const file = join(folder, `${name}.zip`);
  const told = await writeOfflineCopy(site.folder, file, { base: site.base, site: SITE_URL }, README);
  return { name, ...site, file, told };
}));

interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
  readonly time: number;
  readonly date: number;
}

/** Reads a zip by its central directory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.6 to 4.3.16. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  const entries = Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const two = (offset: number) => zip.readUInt16LE(at + offset);
    const four = (offset: number) => zip.readUInt32LE(at + offset);
    const [method, time, date, crc, packed, size] = [two(10), two(12), two(14), four(16), four(20), four(24)];
    const [nameLength, extra, comment, local] = [two(28), two(30), two(32), four(42)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extra + comment;
    expect(zip.toString('latin1', local, local + 4)).toBe('PK\x03\x04');
    expect(zip.toString('utf8', local + 30, local + 30 + zip.readUInt16LE(local + 26))).toBe(name);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(start, start + packed);
    const bytes = method === 0 ? stored : inflateRawSync(stored);
    expect({ name, size: bytes.length, crc: crc32(bytes) }).toEqual({ name, size, crc });
    return { name, bytes, time, date };
  });
  expect(at).toBe(end);
  return entries;
}

const elementsOf = (node: Tree.Node): Tree.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const attribute = (element: Tree.Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const urlsIn = (css: string) => [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => match[1] ?? '');

describe.each(copies)('the copy of $name', ({ folder: built, base, file, told }) => {
  const zip = readFileSync(file);
  const entries = entriesOf(zip);
  const files = new Map(entries.map(({ name, bytes }) => [name, bytes]));
  const pages = entries.filter(({ name }) => name.endsWith('.html')).map(({ name, bytes }) => {
    // As a browser reads it: what stands in <noscript> would be text.
    const elements = elementsOf(parse(bytes.toString(), { scriptingEnabled: true }));
    return { path: name, html: bytes.toString(), elements, ids: new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])) };
  });
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const published = SITE_URL + base;

  test('is read by two readers alike', () => {
    expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex').length / 2, crc32(bytes)]))
      .toEqual(entries.map(({ name, bytes }) => [name, bytes.length, crc32(bytes)]));
  });

  test('says what it is, how large and of how many pages', () => {
    expect(files.get('README.txt')?.toString()).toBe(`A copy of ${published} with ${pages.length} pages.\n`);
    expect(told).toEqual({ bytes: statSync(file).size, pages: pages.length });
    expect(told.bytes).toBeLessThan(8 * 1024 * 1024);
  });

  test('holds every page of the site, and no other HTML', () => {
    const all = [...filesBelow(built).keys()].filter((path) => /(^|\/)index\.html$/.test(path));
    expect(pages.map(({ path }) => path)).toEqual(all.sort());
    expect(pages.length).toBeGreaterThan(40);
  });

  test('leaves out what it cannot use', () => {
    expect([...files.keys()].filter((path) => !/\.(html|css|woff2|svg|txt)$/.test(path) || /^(pagefind|_headers|_redirects|404)|card\./.test(path))).toEqual([]);
  });

  test('has no dead link, file or fragment', () => {
    const dead = pages.flatMap((page) => page.elements.flatMap((element) => {
      const refresh = attribute(element, 'http-equiv') === 'refresh' ? /url=(.*)/.exec(attribute(element, 'content') ?? '')?.[1] : undefined;
      const styles = element.tagName === 'style' ? element.childNodes.flatMap((node) => ('value' in node ? urlsIn(node.value) : [])) : [];
      const sets = ['srcset', 'imagesrcset'].flatMap((name) => (attribute(element, name) ?? '').split(',').flatMap((one) => one.trim().split(/\s/)[0] || []));
      return [...['href', 'src', 'action', 'poster', 'cite'].flatMap((name) => attribute(element, name) ?? []), ...sets, ...styles, ...(refresh === undefined ? [] : [refresh])]
        .filter((url) => !/^[a-z][a-z0-9+.-]*:/i.test(url)).flatMap((url) => {
          const [path = '', fragment] = url.split('#');
          const to = path === '' ? page.path : posix.join(posix.dirname(page.path), decodeURIComponent(path));
          const isThere = files.has(to) && !path.startsWith('/') && (fragment === undefined || fragment === '' || byPath.get(to)?.ids.has(fragment));
          return isThere ? [] : [`${page.path}: ${url}`];
        });
    }));
    const sheets = entries.filter(({ name }) => name.endsWith('.css')).flatMap(({ name, bytes }) => urlsIn(bytes.toString()).map((url) => posix.join(posix.dirname(name), url)));
    expect(dead).toEqual([]);
    expect(sheets.filter((path) => !files.has(path))).toEqual([]);
    expect(pages.flatMap(({ elements }) => elements).filter((element) => attribute(element, 'href')?.includes('call/index.html#p')).length).toBeGreaterThan(100);
  });

  test('leads to the published site only where the published site has something, and the copy has not', () => {
    const faults = pages.flatMap(({ path, elements }) => elements.filter((element) => attribute(element, 'rel') !== 'canonical').flatMap((element) => attribute(element, 'href') ?? [])
      .filter((url) => url.startsWith(SITE_URL)).flatMap((url) => {
        const { pathname, search } = new URL(url);
        const at = decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
        const isAsked = search !== '' || url === published + path.replace(/index\.html$/, '');
        return existsSync(join(built, at)) && (isAsked || !files.has(at)) ? [] : [`${path}: ${url}`];
      }));
    expect(faults).toEqual([]);
  });

  test('asks for nothing but files: what is absolute is a link that a reader follows', () => {
    const asked = pages.flatMap(({ path, elements }) => elements.flatMap((element) => {
      const isFollowed = element.tagName === 'link' ? !/stylesheet|icon|load|fetch|connect|render|manifest/i.test(attribute(element, 'rel') ?? '') : ['a', 'area'].includes(element.tagName);
      return isFollowed ? [] : ['href', 'src', 'srcset', 'imagesrcset', 'poster', 'data', 'action', 'formaction'].flatMap((name) => attribute(element, name) ?? [])
        .filter((url) => /(^|[\s,])([a-z][a-z0-9+.-]*:|\/)/i.test(url)).map((url) => `${path}: <${element.tagName}> ${url}`);
    }));
    const inStyles = entries.filter(({ name }) => /\.(css|html|svg)$/.test(name)).flatMap(({ name, bytes }) => urlsIn(bytes.toString())
      .filter((url) => /^([a-z][a-z0-9+.-]*:|\/)/i.test(url)).map((url) => `${name}: ${url}`));
    expect(asked).toEqual([]);
    expect(inStyles).toEqual([]);
  });

  test('has no script, no form and nothing that only readers without script would see', () => {
    const isOut = (element: Tree.Element) => /^(form|noscript|iframe|object|embed|base)$/.test(element.tagName)
      || (element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json')
      || element.attrs.some(({ name }) => name.startsWith('on'));
    expect(pages.flatMap(({ path, elements }) => elements.filter(isOut).map(({ tagName }) => `${path}: ${tagName}`))).toEqual([]);
  });

  test('holds each page to a policy that lets it read files, and its own style by its hash', () => {
    const faults = pages.filter(({ html, elements }) => {
      const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => ` 'sha256-${createHash('sha256').update(match[1] ?? '').digest('base64')}'`).join('');
      const policies = elements.filter((element) => attribute(element, 'http-equiv') === 'content-security-policy').map((element) => attribute(element, 'content'));
      return policies.length !== 1 || policies[0] !== `default-src 'none'; img-src file:; font-src file:; style-src file:${hashes}; base-uri 'none'; form-action 'none'`;
    });
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  test('goes on saying where each page is published', () => {
    const wrong = pages.filter(({ html, elements }) => {
      const canonical = elements.flatMap((element) => (attribute(element, 'rel') === 'canonical' ? (attribute(element, 'href') ?? []) : []));
      return canonical.length !== 1 || !canonical[0]?.startsWith(published) || !html.includes('charset="utf-8"');
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('names its files in order, and no time at all', () => {
    const names = entries.map(({ name }) => name).slice(1);
    expect(names).toEqual([...names].sort());
    expect(new Set(entries.map(({ time, date }) => `${date} ${time}`))).toEqual(new Set([`${(1 << 5) | 1} 0`]));
  });
});

test('a copy is the same bytes again, in another time zone too', async () => {
  const { folder: built, base, file } = copies[0] ?? expect.fail('no copy');
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  await writeOfflineCopy(built, join(folder, 'again.zip'), { base, site: SITE_URL }, README);
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(readFileSync(join(folder, 'again.zip')).equals(readFileSync(file))).toBe(true);
});

test('a copy is the same under any base path, but for the addresses that lead out of it', () => {
  const [root, under] = copies.map(({ file, base }) => entriesOf(readFileSync(file)).filter(({ name }) => name.endsWith('.html'))
    // Only a release offers the PDF and this copy itself.
    .map(({ name, bytes }) => [name, bytes.toString().replaceAll(SITE_URL + base, `${SITE_URL}/`).replace(/<li><a href="[^"]*paris-call-annotated\.(pdf|zip)"[^>]*>[^<]*<\/a><\/li>/g, '')]));
  expect(under).toEqual(root);
});
