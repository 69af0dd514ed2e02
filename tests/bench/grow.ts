/** A content folder that has grown: the repository's own in English, and as many generated records as are asked for. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { grown } from './records.ts';

/** The day of the Call: what every size is grown from. */
export const SEED = 20181112;
/** Only English is compared, since the peers have one language too; the registers of what was released are of the whole site. */
const LEFT_OUT = /^content\/(README\.md|ledger\.txt|history\.txt)$|\/fr\/|\/fr\.mdx?$|^content\/text\/official-/;

/** Writes `<folder>/content` anew and returns its path; `source` is the content folder of the repository. */
export function grow(folder: string, count: number, source = 'content'): string {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  const write = (file: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  };
  for (const { parentPath, name } of readdirSync(source, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())) {
    const file = join('content', parentPath.slice(source.length), name);
    if (!LEFT_OUT.test(file)) write(file, readFileSync(join(parentPath, name)));
  }
  for (const [file, text] of Object.entries(grown(count, SEED))) write(file, text);
  return content;
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2);
  if (folder === undefined || !(Number(count) >= 0)) throw new Error('node tests/bench/grow.ts <records> <folder>');
  console.log(grow(folder, Number(count)));
}
