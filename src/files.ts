/** The content folder, read from the disk: the one place that knows where it lies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprints } from './lib/fingerprints.ts';
import type { SourceFile } from './lib/entries.ts';
import type { Problem } from './lib/problems.ts';
import { IGNORED, readRecord, type Record } from './lib/record.ts';
import { unreadable } from './lib/source-text.ts';
import { stringProblems } from './lib/translations.ts';
import { contentPath, settings, today } from './settings.ts';

/** The fingerprints of the official wording. */
export const officialFingerprints = (): Fingerprints => JSON.parse(readFileSync(settings.fingerprints, 'utf8')) as Fingerprints;

/** The words of the interface, a file a language. */
const stringFiles = () => readdirSync('src/strings').filter((name) => name.endsWith('.json')).sort().map((name) => ({ file: `src/strings/${name}`, source: readFileSync(`src/strings/${name}`, 'utf8') }));

/** Everything that the site is made of, read and checked. */
export function readAll(): Record {
  const record = readRecord(contentFiles(), today(), officialFingerprints());
  return { ...record, problems: [...linkedFiles().map(linkedFile), ...record.problems, ...stringProblems(stringFiles())] };
}

const linkedFile = (file: string): Problem => ({
  code: 'no-place', at: { file, line: 1, column: 1 }, found: 'a link of the file system', expected: 'the file itself, since a link may lead out of content/', mend: 'copy the file to its place',
});

/** Every file below the content folder, in the order of its path, named as `content/…` wherever the folder lies. One that cannot be read says why. */
export const contentFiles = (): SourceFile[] => below(true).map((path) => {
  const file = contentPath(path);
  try {
    return { file, bytes: readFileSync(path) };
  } catch (error) {
    return { file, bytes: new Uint8Array(), problem: unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error)) };
  }
});

/** What is neither a file nor a folder below the content folder. Nobody follows it; hidden ones are an editor's. */
const linkedFiles = (): string[] => below(false).map(contentPath).filter((file) => !IGNORED.test(file));

/** The files, or what is neither file nor folder. Folder by folder, since Node's own recursion follows links to folders. */
const below = (files: boolean): string[] => {
  const inside = (folder: string): string[] => {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
        item.isDirectory() ? inside(join(folder, item.name)) : item.isFile() === files ? [join(folder, item.name)] : []);
    } catch {
      // Who then reads it as a file is told what is wrong with it.
      return files ? [folder] : [];
    }
  };
  return inside(settings.content).sort();
};
