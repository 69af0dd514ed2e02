import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ADDRESSES, DATASETS, MACHINE_ADDRESSES, OFFLINE_COPY, PDF, ROBOTS, SITEMAP } from '../../src/lib/machine-addresses.ts';
import { machineFiles, sharedFiles, type MachineFile } from '../../src/lib/machine-files.ts';
import { tree } from '../content.ts';
import { french, nasty, official, officialWords, recordWith, siteOf, whole } from '../edition.ts';

const AT = 'https://example.org/ref';
const site = siteOf(whole);
const filesOf = (changes: Parameters<typeof siteOf>[0], lang: 'en' | 'fr' = 'en') => [...machineFiles(siteOf(changes, lang))];
const files = [...machineFiles(site)];
const text = (of: readonly MachineFile[], address: string) => of.find((file) => file.address === address)?.text ?? expect.fail(`no file ${address}`);
const both = { ...whole, ...french(tree(whole)) };
/** A form of the ledger as a pattern: a star is any page or passage. */
const patternOf = (form: string) => new RegExp(`^${form.split('/*').map((part) => RegExp.escape(part)).join('(?:/[^.]*?)?')}$`.replace('(?:/[^.]*?)?\\.', '/[a-z0-9-]+\\.'));

describe('the files of a language', () => {
  test('have each an address of its own, which the ledger keeps', () => {
    const addresses = files.map(({ address }) => address);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    const forms = MACHINE_ADDRESSES.map(patternOf);
    expect(addresses.filter((address) => !forms.some((form) => form.test(address)))).toEqual([]);
    const made = [...addresses, SITEMAP, ROBOTS];
    // Cards are pictures, the list of addresses is a page’s, and the last two are of a release: none is text.
    const others = ['/*/card.png', ADDRESSES, OFFLINE_COPY, PDF];
    expect(MACHINE_ADDRESSES.filter((form) => !others.includes(form) && !made.some((address) => patternOf(form).test(address)))).toEqual([]);
  });

  test('are two twins a page, four citations for what can be cited and three of each publication and list', () => {
    const count = (pattern: RegExp) => files.filter(({ address }) => pattern.test(address)).length;
    expect([count(/\/index\.md$/), count(/\/index\.json$/)]).toEqual([site.view.pages.length, site.view.pages.length]);
    const cited = site.view.citables.length;
    const works = site.edition.coverage.length + 1;
    const lists = site.edition.facets.length + 1;
    expect([count(/\/cite(\/[^/]+)?\.txt$/), ...['bib', 'ris', 'json'].map((form) => count(new RegExp(`/cite(/[^/]+)?\\.${form}$`)))]).toEqual([cited, ...[0, 0, 0].map(() => cited + works + lists)]);
    expect(count(/^\/data\//)).toBe(DATASETS.length * 3 + 3);
  });

  test('are those of the pages that there are', () => {
    const few = filesOf({}).map(({ address }) => address);
    expect(few.filter((address) => /^\/(questions|glossary|corrections|timeline)\//.test(address))).toEqual([]);
    expect(few).toEqual(expect.arrayContaining(['/feed.atom', '/principles/8/embed.txt', '/principles/8/oembed.json', '/llms.txt', '/opensearch.xml', '/data/states.csv']));
  });

  test('are made of the same bytes each time', () => {
    expect(filesOf(nasty)).toEqual(filesOf(nasty));
  });

  test('of another language say its addresses', () => {
    const other = filesOf(both, 'fr');
    expect(other.map(({ address }) => address).sort()).toEqual(filesOf(both, 'en').map(({ address }) => address).sort());
    // Only the page that sets the languages side by side leads to the others.
    const elsewhere = other.filter((file) => /https:\/\/example\.org\/ref\/(?!fr\/|icon\.svg)/.test(file.text)).map(({ address }) => address);
    expect(elsewhere.filter((address) => !address.startsWith('/call/parallel/'))).toEqual([]);
  });

  test('hold JSON that is JSON, whatever the words', () => {
    const all = filesOf(nasty).filter(({ address }) => /\.json(ld)?$/.test(address));
    expect(all.length).toBeGreaterThan(100);
    for (const file of all) expect(() => JSON.parse(file.text) as unknown).not.toThrow();
  });
});

describe('the citations of a list', () => {
  const idsIn = (address: string) => (JSON.parse(text(files, address)) as { id: string }[]).map(({ id }) => id);

  test('are its publications, each original before its copies', () => {
    expect([idsIn('/coverage/cite.json'), idsIn('/coverage/principle/8/cite.json'), idsIn('/coverage/kind/repost/cite.json')]).toEqual([['one', 'copy'], ['one', 'copy'], ['copy']]);
    expect(text(files, '/coverage/cite.bib').match(/^@/gm)).toHaveLength(2);
    expect(text(files, '/coverage/cite.ris').match(/^ER {2}- \r$/gm)).toHaveLength(2);
  });

  test('are the same records as on the page of each', () => {
    expect(text(files, '/coverage/kind/reporting/cite.json')).toBe(text(files, '/coverage/one/cite/original.json'));
  });

  test('leave the Call itself to the text, which has it beside ours', () => {
    expect(text(files, '/call/cite/original.bib')).toContain('paris-call-of-2018');
    expect(files.some(({ address }) => address === '/call/cite/original.txt' || address === '/principles/8/cite/original.bib')).toBe(false);
  });
});

describe('the files under /data/', () => {
  test('are named with true sums and sizes', () => {
    const sums = text(files, '/data/SHA256SUMS').trimEnd().split('\n').map((line) => line.split('  '));
    expect(sums.map(([, path]) => path)).toEqual([...DATASETS.flatMap((name) => [`${name}.json`, `${name}.csv`, `${name}.schema.json`]), 'annotations.jsonld']);
    for (const [hash, path] of sums) expect([path, hash]).toEqual([path, createHash('sha256').update(text(files, `/data/${path}`)).digest('hex')]);
    const { resources } = JSON.parse(text(files, '/data/datapackage.json')) as { resources: { path: string; bytes: number; hash: string }[] };
    expect(resources).toHaveLength(DATASETS.length * 2 + 1);
    for (const { path, bytes, hash } of resources) expect([path, bytes, hash]).toEqual([path, Buffer.byteLength(text(files, `/data/${path}`)), `sha256:${sums.find(([, name]) => name === path)?.[0]}`]);
  });

  test('count bytes, not letters', () => {
    const made = filesOf(nasty);
    const { resources } = JSON.parse(text(made, '/data/datapackage.json')) as { resources: { path: string; bytes: number }[] };
    const csv = text(made, '/data/coverage.csv');
    expect(resources.find(({ path }) => path === 'coverage.csv')?.bytes).toBe(Buffer.byteLength(csv));
    expect(Buffer.byteLength(csv)).toBeGreaterThan(csv.length);
  });

  test('say in JSON what they are and how long', () => {
    const { rows, ...head } = JSON.parse(text(files, '/data/states.json')) as { rows: object[] };
    expect([rows.length, head]).toEqual([3, { url: `${AT}/data/states.json`, lang: 'en', licence: 'https://creativecommons.org/licenses/by/4.0/', updated: '2026-11-21', count: 3 }]);
  });

  test('hold the official wording where the edition has it', () => {
    const made = filesOf({ ...whole, ...official() });
    expect(text(made, '/data/text.csv')).toContain(officialWords('p6'));
    expect(text(made, '/principles/8/embed.txt')).toContain(officialWords('principle-8'));
    expect(text(made, '/call/cite/p6.txt')).toMatch(/^Official words of p6\.\n/);
    expect(files.filter((file) => file.text.includes('Official words'))).toEqual([]);
  });
});

describe('the files of all languages', () => {
  const shared = [...sharedFiles([siteOf(both, 'en'), siteOf(both, 'fr')])];

  test('are the sitemap and robots.txt, once', () => {
    expect(shared.map(({ address }) => address)).toEqual(['/sitemap.xml', '/robots.txt']);
    expect(text(shared, '/robots.txt')).toContain(`Sitemap: ${AT}/sitemap.xml\n`);
    expect([...sharedFiles([])]).toEqual([]);
  });

  test('list every page of each but the one for printing, with its pair in the other', () => {
    const sitemap = text(shared, '/sitemap.xml');
    const locations = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
    const pages = (['en', 'fr'] as const).map((lang) => siteOf(both, lang).view.pages.filter(({ shown }) => shown.kind !== 'edition').map(({ address }) => address));
    expect(locations).toEqual([...(pages[0] ?? []).map((address) => `${AT}${address}`), ...(pages[1] ?? []).map((address) => `${AT}/fr${address}`)]);
    expect(sitemap.match(/hreflang="en"/g)).toHaveLength(locations.length);
    expect(sitemap).toContain(`<xhtml:link rel="alternate" hreflang="x-default" href="${AT}/call/"/>`);
  });

  test('name no pair for a page that one language has', () => {
    const only = { ...both, 'content/questions/en/only.md': recordWith({ question: 'When was it launched?', translated: 'false' }, String(whole['content/questions/en/where.md'])) };
    const sitemap = text([...sharedFiles([siteOf(only, 'en'), siteOf(only, 'fr')])], '/sitemap.xml');
    expect(/<loc>[^<]*\/questions\/only\/<\/loc>\s*<lastmod>[^<]*<\/lastmod>\s*<\/url>/.test(sitemap)).toBe(true);
    expect(text([...sharedFiles([site])], '/sitemap.xml')).not.toContain('hreflang="');
  });
});
