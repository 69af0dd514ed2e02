/**
 * Where a build keeps the record that it has had checked: the configuration of the content and the pages are bundled
 * apart, and would else read everything again. It imports nothing, since every bundle holds it.
 */
import type { Record } from './lib/record.ts';

const CHECKED = Symbol.for('paris-call-annotated.checked-record');
const held = globalThis as { [CHECKED]?: { readonly coming: Promise<Record>; record?: Record } };

/** Keeps the record that is being checked; nothing is rendered before it has come. */
export function keepChecked(coming: Promise<Record>): void {
  const kept: NonNullable<(typeof held)[typeof CHECKED]> = { coming: coming.then((record) => (kept.record = record)) };
  held[CHECKED] = kept;
}

/** Waits for the record that this build is having checked; there is none where nothing is being built. */
export const untilChecked = async (): Promise<Record | undefined> => held[CHECKED]?.coming;

/** The record that this build has checked, once it has come. */
export const checkedRecord = (): Record | undefined => held[CHECKED]?.record;
