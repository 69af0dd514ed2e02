/**
 * Builds the site twice, at the root as a release and under a base path, and serves both as a host would. It is built while
 * the unit tests run.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { siteServer } from '../src/serve/server.ts';
import { build, scratch } from './build.ts';

export const SITE_URL = 'https://call.example';
/** What the environment says of the site at the root. */
export const SITE = { SITE_URL, BASE_PATH: '/', REPORT_URL: 'mailto:editor@call.example', PRECOMPRESS: '0' };

interface ServedSite {
  /** The folder with the files. */
  readonly folder: string;
  readonly base: string;
  /** Where it is served, base path and slash at the end included. */
  readonly url: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: ServedSite;
    siteUnderBase: ServedSite;
    /** A file that is there once both are built: it says why not, or nothing. */
    sitesBuilt: string;
  }
}

/** The tests that need no site need not wait for it: `site-built.ts` makes the others wait. */
export default async function setup(project: TestProject) {
  const folder = scratch('site');
  const sitesBuilt = join(folder, 'built.txt');
  const sites = await Promise.all(['/', '/ref/'].map(async (base, index) => {
    const out = join(folder, `site-${index}`, 'dist');
    // The address is known before the site is built; what the site says of headers and redirects is read when it is first asked.
    let asBuilt: Server | undefined;
    const server = createServer((request, response) => (asBuilt ??= siteServer(out, base)).emit('request', request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const site: ServedSite = { folder: out, base, url: `http://127.0.0.1:${port}${base}` };
    return { site, close: () => server.close(), built: build({ ...SITE, BASE_PATH: base, OUT_DIR: out, RELEASE: index === 0 ? '1' : '0' }) };
  }));
  const [root, under] = sites.map(({ site }) => site);
  if (root === undefined || under === undefined) throw new Error('two sites were to be built');
  project.provide('site', root);
  project.provide('siteUnderBase', under);
  project.provide('sitesBuilt', sitesBuilt);
  const built = Promise.all(sites.map(({ built: one }) => one)).then((all) => {
    writeFileSync(`${sitesBuilt}.new`, all.filter(({ status }) => status !== 0).map(({ printed }) => `the site does not build:\n${printed}`).join('\n'));
    renameSync(`${sitesBuilt}.new`, sitesBuilt);
  });
  return async () => {
    await built;
    for (const { close } of sites) close();
    rmSync(folder, { recursive: true, force: true });
  };
}
