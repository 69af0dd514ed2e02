/** What the environment decides: where the site is published and which folders a build uses. Where it cannot be obeyed, the process says so and ends. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOfEnvironment, setIn } from './lib/environment.ts';

const problems = problemsOfEnvironment(process.env, process.cwd(), (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
if (problems.length > 0) {
  console.error(`\n${problems.join('\n')}\n`);
  process.exit(1);
}
const { SITE_URL, BASE_PATH, REPORT_URL, RELEASE, PRECOMPRESS, CONTENT_DIR, OUT_DIR, FINGERPRINTS, SOURCE_DATE_EPOCH, PORT } = setIn(process.env);

export const settings = {
  /** The origin under which the site is published: `https://example.org`. */
  site: new URL(SITE_URL ?? 'http://localhost:4321').origin,
  /** The path under which it is served, with a slash at both ends. */
  base: `/${(BASE_PATH ?? '').split('/').filter(Boolean).join('/')}/`.replace('//', '/'),
  /** Whether the build also makes the offline copy and the PDF: `npm run release`. */
  release: RELEASE === '1',
  /**
   * Whether the build puts compressed twins beside its files, for nginx and Caddy: a release does, and any build with
   * `PRECOMPRESS=1`. `PRECOMPRESS=0` is for hosts that compress by themselves, as Netlify, Cloudflare and GitHub Pages do.
   */
  precompress: (PRECOMPRESS ?? RELEASE) === '1',
  /** Where readers report an error: an https or mailto address. */
  report: REPORT_URL,
  /** The folders that a build reads and writes; tests give their own. */
  content: resolve(CONTENT_DIR ?? 'content'),
  out: resolve(OUT_DIR ?? 'dist'),
  /** Where Astro keeps what it has rendered: a folder for each content folder, since what one holds is stale to another. */
  cache: resolve('node_modules', CONTENT_DIR === undefined ? '.astro' : `.astro-${createHash('sha256').update(resolve(CONTENT_DIR)).digest('hex').slice(0, 12)}`),
  /** Where `npm start` serves the site; where it is taken, on the next that is free. */
  port: Number(PORT ?? 4321),
  /** What an official edition is held to; tests have texts of their own. */
  fingerprints: resolve(FINGERPRINTS ?? 'src/fingerprints.json'),
  /** The day of `SOURCE_DATE_EPOCH`, where it is set: https://reproducible-builds.org/specs/source-date-epoch/ */
  sourceDay: SOURCE_DATE_EPOCH === undefined ? undefined : new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString().slice(0, 10),
} as const;

/** The day the build takes for today: that of `SOURCE_DATE_EPOCH` where it is set, else the clock's. */
export const today = (): string => settings.sourceDay ?? new Date().toISOString().slice(0, 10);

/** A file of the content folder as the record names it, `content/text/en.md`, wherever the folder lies. */
export const contentPath = (file: string | URL): string =>
  `content/${relative(settings.content, resolve(typeof file === 'string' ? file : fileURLToPath(file))).replaceAll('\\', '/')}`;
