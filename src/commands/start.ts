/**
 * `npm start`: builds the site where anything has changed since the last build, serves it and prints the address.
 * `PORT` chooses the port; where it is taken, the next free one is used.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { siteServer } from '../serve/server.ts';
import { settings } from '../settings.ts';

const MARK = join('node_modules', '.cache', 'last-build.txt');
const INPUTS = ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** A fingerprint of all that a build depends on. */
function fingerprint(): string {
  const hash = createHash('sha256').update(JSON.stringify({ ...settings, port: undefined }));
  const files = INPUTS.flatMap((input) => (input.includes('.') ? [input] : readdirSync(input, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name))));
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** What the mark says of a site that stands: what it was made of, and which folder it is. Another build makes another folder. */
const markOf = (made: string): string => `${made} ${statSync(settings.out).mtimeMs}`;

const wanted = fingerprint();
const isFresh = existsSync(settings.out) && existsSync(MARK) && readFileSync(MARK, 'utf8') === markOf(wanted);
if (!isFresh) {
  console.log('Building the site …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(existsSync(settings.out) ? `The build failed; ${settings.out} stays as it was.` : 'The build failed.');
    process.exit(1);
  }
  mkdirSync(join('node_modules', '.cache'), { recursive: true });
  writeFileSync(MARK, markOf(wanted));
}

const server = siteServer(settings.out, settings.base);
let { port } = settings;
const last = port + 79;
server.on('error', (error) => {
  if ('code' in error && error.code === 'EADDRINUSE' && port < last) server.listen(++port);
  else {
    console.error(`The site cannot be served: ${error.message}`);
    process.exit(1);
  }
});
server.on('listening', () => console.log(`The Paris Call, annotated: http://localhost:${(server.address() as AddressInfo).port}${settings.base}`));
server.listen(port);
