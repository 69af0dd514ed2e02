/**
 * `npm run bench`: this site and the peers that people would pick instead, built from the same content and measured in
 * one run. `tests/bench/README.md` says how to run it and what each number means.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findBrowser, startBrowser } from '../../src/build/chromium.ts';
import { absence, buildOurs, buildPeer, builtFolder, CACHE, clearAside, install, peerFolder, setAside, type Built } from './builds.ts';
import { bareOf } from './bare.ts';
import { grow, SEED } from './grow.ts';
import { LIGHTHOUSE, openLighthouse, type Scores } from './lighthouse.ts';
import { load, search, serve, type Found, type Loaded } from './measure.ts';
import { docusaurus } from './peers/docusaurus.ts';
import { eleventy } from './peers/eleventy.ts';
import { hugo } from './peers/hugo.ts';
import { folder, type Peer, type Search } from './peers/peer.ts';
import { starlight } from './peers/starlight.ts';
import { vitepress } from './peers/vitepress.ts';
import { sketchOf } from './records.ts';
import { reportOf } from './tables.ts';
import { realSite } from './real-site.ts';

const PEERS: readonly Peer[] = [starlight, vitepress, docusaurus, eleventy, hugo];
const OURS: { readonly name: string; readonly addressOf: Peer['addressOf']; readonly search: Search } = {
  name: 'ours', addressOf: folder,
  search: {
    page: 'search/', turn: (page) => page.focus('main input[type=search]'), turning: 'the focus of the field on the search page', hit: '.hits a',
  },
};

/** Everything that is known of one contestant at one size. */
export interface Result {
  built?: Built;
  pages?: { [page: string]: Loaded };
  scores?: Scores['scores'];
  search?: { [situation: string]: Found };
  turning?: string;
}
export type Results = { [contestant: string]: Result };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '50,1000' },
    peers: { type: 'string' },
    only: { type: 'string', default: 'build,pages,search,lighthouse' },
    install: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const parts = new Set(options.only.split(','));
const lighthouseIsThere = () => existsSync(join(peerFolder('lighthouse'), 'node_modules'));

if (options.install) {
  for (const [name, packages] of [['lighthouse', LIGHTHOUSE], ...PEERS.filter((peer) => Object.keys(peer.packages).length > 0).map((peer) => [peer.name, peer.packages] as const)] as const) {
    console.log(`installing ${name} …`);
    await install(name, packages);
  }
}
if (positionals[0] === 'lighthouse') {
  if (!lighthouseIsThere()) throw new Error('Lighthouse is not installed; npm run bench -- lighthouse --install brings it');
  await realSite();
} else {
  for (const size of options.sizes.split(',').map(Number)) await compare(size);
  clearAside();
}

/** Each contestant at one size, into the results that earlier runs left and onto the screen. */
async function compare(size: number): Promise<void> {
  const wanted = options.peers?.split(',');
  const contestants: (Peer | typeof OURS)[] = wanted?.includes(OURS.name) === false ? [] : [OURS];
  for (const peer of PEERS.filter(({ name }) => wanted?.includes(name) ?? true)) {
    const missing = await absence(peer);
    if (missing === undefined) contestants.push(peer);
    else console.log(`${peer.name} is left out: ${missing}`);
  }
  const file = join(CACHE, `results-${size}.json`);
  const results: Results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
  const keep = (name: string, more: Result) => {
    results[name] = { ...results[name], ...more };
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  };
  setAside(join(CACHE, 'content', String(size)));
  const content = grow(join(CACHE, 'content', String(size)), size);

  for (const contestant of contestants) {
    if (!parts.has('build')) continue;
    console.log(`${size}: building ${contestant.name} …`);
    keep(contestant.name, { built: contestant === OURS ? await buildOurs(size, content) : await buildPeer(contestant as Peer, size, content) });
  }
  if (parts.has('pages') || parts.has('search')) await visit(size, contestants, keep);
  if (parts.has('lighthouse') && !lighthouseIsThere()) console.log('Lighthouse is left out: not installed; npm run bench -- --install brings it');
  else if (parts.has('lighthouse')) await score(size, contestants, keep);
  console.log(`\n${reportOf(size, results)}\n\nAll numbers: ${file}`);
}

/** Pages and search, in our own browser. */
async function visit(size: number, contestants: readonly (Peer | typeof OURS)[], keep: (name: string, more: Result) => void): Promise<void> {
  const times = options.quick ? 1 : size > 1000 ? 3 : 5;
  const paths = { principle: 'principles/8', record: `coverage/${sketchOf(SEED, 0).slug}`, list: 'coverage', home: '' };
  if (parts.has('pages') && contestants.includes(OURS)) {
    const bare = builtFolder(size, 'bare');
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, 'index.html'), bareOf(readFileSync(join(builtFolder(size, 'ours'), 'principles', '8', 'index.html'), 'utf8')));
    writeFileSync(join(bare, '404.html'), '<!doctype html><title>Not found</title>');
    const served = await serve(bare);
    keep('bare', { pages: { principle: await inBrowser((browser) => load(browser, served, '', times)) } });
    await served.close();
  }
  for (const contestant of contestants.filter(({ name }) => existsSync(builtFolder(size, name)))) {
    console.log(`${size}: visiting ${contestant.name} …`);
    const served = await serve(builtFolder(size, contestant.name));
    const { addressOf, search: how } = contestant;
    if (parts.has('pages')) {
      const pages: { [page: string]: Loaded } = {};
      for (const [page, path] of Object.entries(paths)) pages[page] = await inBrowser((browser) => load(browser, served, addressOf(path), times));
      keep(contestant.name, { pages });
    }
    if (parts.has('search') && how !== undefined) {
      const found: { [situation: string]: Found } = {};
      for (const line of ['fast', 'slow'] as const) {
        for (const [situation, wait] of [['at once', 0], ['after a second', 1000]] as const)
          found[`${line}, ${situation}`] = await inBrowser((browser) => search(browser, served, how, line, wait, times));
      }
      keep(contestant.name, { search: found, turning: how.turning });
    }
    await served.close();
  }
}

/** A browser of its own for each measurement, and twice another where it fails, as browsers do on small machines. */
async function inBrowser<T>(measure: (browser: Browser) => Promise<T>): Promise<T> {
  const found = await findBrowser();
  for (let tries = 1; ; tries++) {
    const browser = await startBrowser(found);
    try {
      return await measure(browser);
    } catch (error) {
      if (tries === 3) throw error;
      console.log(`measuring again after: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    } finally {
      await browser.close();
    }
  }
}

/** Lighthouse on the page of principle 8 of each, as a phone. */
async function score(size: number, contestants: readonly (Peer | typeof OURS)[], keep: (name: string, more: Result) => void): Promise<void> {
  const lighthouse = await openLighthouse();
  try {
    for (const contestant of contestants.filter(({ name }) => existsSync(builtFolder(size, name)))) {
      const served = await serve(builtFolder(size, contestant.name));
      const { scores } = await lighthouse.score(served.fast + contestant.addressOf('principles/8'), 'mobile');
      keep(contestant.name, { scores });
      await served.close();
    }
  } finally {
    await lighthouse.close();
  }
}
