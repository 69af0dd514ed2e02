/** The content folder, read from the disk: the one place that knows where it lies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprints } from './lib/fingerprints.ts';
import type { SourceFile } from './lib/entries.ts';
import { readRecord, type Record } from './lib/record.ts';
import { stringProblems } from './lib/translations.ts';
import { contentPath, settings, today } from './settings.ts';

/** The fingerprints of the official wording. */
export const officialFingerprints = (): Fingerprints => JSON.parse(readFileSync(settings.fingerprints, 'utf8')) as Fingerprints;

/** The words of the interface, a file a language. */
const stringFiles = () => readdirSync('src/strings').filter((name) => name.endsWith('.json')).sort().map((name) => ({ file: `src/strings/${name}`, source: readFileSync(`src/strings/${name}`, 'utf8') }));

/** Everything that the site is made of, read and checked. */
export function readAll(): Record {
  const record = readRecord(contentFiles(), today(), officialFingerprints());
  return { ...record, problems: [...record.problems, ...stringProblems(stringFiles())] };
}

/** Where a build keeps the record that it has checked: the pages are bundled apart, and would else read everything again. */
const CHECKED = Symbol.for('paris-call-annotated.checked-record');
const held = globalThis as { [CHECKED]?: Record };

export const keepChecked = (record: Record): Record => (held[CHECKED] = record);
/** The record that this build has checked; read now where no build has. */
export const checkedOrRead = (): Record => held[CHECKED] ?? readAll();

/** Every file below the content folder, in the order of its path, named as `content/…` wherever the folder lies. */
export function contentFiles(): SourceFile[] {
  return readdirSync(settings.content, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ file: contentPath(path), bytes: readFileSync(path) }));
}
