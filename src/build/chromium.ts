/**
 * Finds a browser: `CHROME_PATH` where it is set; on Linux x64 the one that @sparticuz/chromium brings along; elsewhere
 * one that Playwright has installed. Where the system lacks a library that the browser needs, the one in the package is used.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { createBrotliDecompress } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { chromium, type Browser as Running } from 'playwright-core';

export interface Browser {
  readonly executable: string;
  /** What the environment must say besides: where libraries and fonts are that the system lacks. */
  readonly environment: Readonly<Record<string, string>>;
}

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const SET = 'set CHROME_PATH to the program of a Chrome or Chromium.';

/** Starts a browser. Whoever starts it closes it. */
export const startBrowser = ({ executable, environment }: Browser): Promise<Running> =>
  chromium.launch({ executablePath: executable, args: ARGS, env: { ...process.env, ...environment } as Record<string, string> });

/** Throws where there is none, and says what to do. */
export async function findBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined) {
    if (existsSync(CHROME_PATH)) return { executable: CHROME_PATH, environment: {} };
    throw new Error(`No browser at ${CHROME_PATH}: ${SET}`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (existsSync(chromium.executablePath())) return { executable: chromium.executablePath(), environment: {} };
    throw new Error(`No browser: ${SET}`);
  }
  const folder = await unpacked();
  const executable = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  if (missingLibraries(executable, '').length === 0) return { executable, environment: fonts };
  const libraries = join(folder, 'lib');
  const missing = missingLibraries(executable, libraries);
  if (missing.length > 0) throw new Error(`The browser needs libraries that this system lacks: ${missing.join(', ')}. On Debian: apt-get install libnss3 libexpat1.`);
  return { executable, environment: { ...fonts, LD_LIBRARY_PATH: libraries } };
}

/** The package's browser and libraries, unpacked once for each version; a half-made folder is never left behind. */
async function unpacked(): Promise<string> {
  const packed = packageFolder();
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = resolve('node_modules', '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  const file = (name: string) => join(packed, 'bin', name);
  try {
    await unbrotli(file('chromium.br'), join(half, 'chromium'));
    chmodSync(join(half, 'chromium'), 0o755);
    for (const archive of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
      await unbrotli(file(`${archive}.br`), join(half, archive));
      execFileSync('tar', ['-xf', join(half, archive), '-C', half]);
      rmSync(join(half, archive));
    }
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another run may have been faster; its folder is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  } catch (cause) {
    throw new Error(`No browser: @sparticuz/chromium is not installed. Run npm ci, or ${SET}`, { cause });
  }
}

const unbrotli = (from: string, to: string) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

function missingLibraries(executable: string, libraries: string): string[] {
  const found = execFileSync('ldd', [executable], { encoding: 'utf8', env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  return [...found.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}
