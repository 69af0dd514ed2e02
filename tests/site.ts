/** Builds the site twice, at the root as a release and under a base path, and serves both as a host would. */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { siteServer } from '../src/serve/server.ts';
import { build, scratch } from './build.ts';

export const SITE_URL = 'https://call.example';
/** What the environment says of the site at the root. */
export const SITE = { SITE_URL, BASE_PATH: '/', REPORT_URL: 'mailto:editor@call.example' };

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
  }
}

export default async function setup(project: TestProject) {
  const folder = scratch('site');
  const served = await Promise.all(['/', '/ref/'].map(async (base, index): Promise<ServedSite & { close: () => void }> => {
    const out = join(folder, `site-${index}`, 'dist');
    const { status, printed } = await build({ SITE_URL, BASE_PATH: base, OUT_DIR: out, REPORT_URL: 'mailto:editor@call.example', RELEASE: index === 0 ? '1' : '0', PRECOMPRESS: '0' });
    if (status !== 0) throw new Error(`the site does not build:\n${printed}`);
    const server = siteServer(out, base);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { folder: out, base, url: `http://127.0.0.1:${port}${base}`, close: () => server.close() };
  }));
  const [root, under] = served.map(({ close: _, ...site }) => site);
  if (root === undefined || under === undefined) throw new Error('two sites were to be built');
  project.provide('site', root);
  project.provide('siteUnderBase', under);
  return () => {
    for (const { close } of served) close();
    rmSync(folder, { recursive: true, force: true });
  };
}
