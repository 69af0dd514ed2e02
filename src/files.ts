/** The content folder, read from the disk: the one place that knows where it lies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprints } from './lib/fingerprints.ts';
import type { SourceFile } from './lib/entries.ts';
import { contentPath, settings } from './settings.ts';

/** The fingerprints of the official wording. */
export const officialFingerprints = (): Fingerprints => JSON.parse(readFileSync(settings.fingerprints, 'utf8')) as Fingerprints;

/** Every file below the content folder, in the order of its path, named as `content/…` wherever the folder lies. */
export function contentFiles(): SourceFile[] {
  return readdirSync(settings.content, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ file: contentPath(path), bytes: readFileSync(path) }));
}
