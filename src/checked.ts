/**
 * Where a build keeps the record that it has had checked: the configuration of the content and the pages are bundled
 * apart, and would else read everything again. It imports nothing, since every bundle holds it.
 */
import type { Record } from './lib/record.ts';

const CHECKED = Symbol.for('paris-call-annotated.checked-record');
const held = globalThis as { [CHECKED]?: { readonly coming: Promise<Record>; readonly refuse: (record: Record) => never; record?: Record } };

/**
 * Keeps the record that is being checked; nothing is rendered before it has come. `refuse` ends the build where the record
 * has problems. It is called when somebody waits for the record, and not before: a bundler at work can hang a process that ends.
 */
export function keepChecked(coming: Promise<Record>, refuse: (record: Record) => never): void {
  const kept: NonNullable<(typeof held)[typeof CHECKED]> = { coming: coming.then((record) => (kept.record = record)), refuse };
  held[CHECKED] = kept;
}

/** Waits for the record that this build is having checked, and ends it there where it has problems; there is none where nothing is being built. */
export async function untilChecked(): Promise<Record | undefined> {
  const record = await held[CHECKED]?.coming;
  return record === undefined || record.problems.length === 0 ? record : held[CHECKED]?.refuse(record);
}

/** The record that this build has checked, once it has come. */
export const checkedRecord = (): Record | undefined => held[CHECKED]?.record;
