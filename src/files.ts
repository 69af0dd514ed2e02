/** The content folder, read from the disk: the one place that knows where it lies. */
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprints } from './lib/fingerprints.ts';
import type { SourceFile } from './lib/entries.ts';
import type { Problem } from './lib/problems.ts';
import { IGNORED, readRecord, type Record } from './lib/record.ts';
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

/** Every file below the content folder, in the order of its path, named as `content/…` wherever the folder lies. */
export function contentFiles(): SourceFile[] {
  return below((item) => item.isFile()).map((path) => ({ file: contentPath(path), bytes: readFileSync(path) }));
}

/** What is neither a file nor a folder below the content folder. Nobody follows it; hidden ones are an editor's. */
const linkedFiles = (): string[] => below((item) => !item.isFile()).map(contentPath).filter((file) => !IGNORED.test(file));

/** Folder by folder, since Node's own recursion follows links to folders. */
const below = (wanted: (item: Dirent) => boolean): string[] => {
  const inside = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory() ? inside(join(folder, item.name)) : wanted(item) ? [join(folder, item.name)] : []);
  return inside(settings.content).sort();
};
