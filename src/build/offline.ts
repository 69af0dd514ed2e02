import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Publication } from '../lib/addresses.ts';
import { offlinePage, offlineStyle } from '../lib/offline.ts';
import { fill } from '../lib/words.ts';

/**
 * Pages and what they are made of. Data, twins for machines, citations, feeds and scripts stay out, and so does HTML that
 * is no page of the site: the answer to a wrong address, the snippets for other sites. Links lead to the published ones.
 */
const TAKEN = /(^|\/)index\.html$|\.(css|woff2?|svg|png|jpe?g|gif|webp|avif|ico)$/;
/** The index of the search, which needs a script, and the cards of social networks. */
const LEFT = /^pagefind\/|(^|\/)card\.png$/;
/** What is compressed already. */
const PACKED = /\.(woff2?|png|jpe?g|gif|webp|avif)$/;

/**
 * Writes the copy of the built `folder` that is read without a network to `file`: a zip whose `index.html` is the way in.
 * `readme` says so in its `README.txt`; `{address}` in it is the published address, `{pages}` the number of pages.
 * The same folder makes the same bytes.
 */
export async function writeOfflineCopy(folder: string, file: string, publication: Publication, readme: string): Promise<{ bytes: number; pages: number }> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => TAKEN.test(path) && !LEFT.test(path));
  const taken = new Set(paths);
  const pages = paths.filter((path) => path.endsWith('.html')).length;
  const read = (path: string): Uint8Array => {
    const bytes = readFileSync(join(folder, path));
    const rewrite = path.endsWith('.html') ? offlinePage : path.endsWith('.css') ? offlineStyle : undefined;
    return rewrite === undefined ? bytes : strToU8(rewrite(bytes.toString(), path, publication, (one) => taken.has(one)));
  };
  const files: Zippable = { 'README.txt': strToU8(fill(readme, { address: publication.site + publication.base, pages })) };
  for (const path of paths.sort()) files[path] = [read(path), { level: PACKED.test(path) ? 0 : 9 }];
  // The first moment that a zip can tell, by the clock of the place, since that is what a zip tells: the same everywhere.
  const zip = zipSync(files, { mtime: new Date(1980, 0, 1) });
  writeFileSync(file, zip);
  return { bytes: zip.length, pages };
}
