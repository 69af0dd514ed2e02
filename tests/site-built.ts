/** Waits, before each file of tests that need them, until the two sites of `site.ts` are built. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

const file = inject('sitesBuilt');
while (!existsSync(file)) await pause(100);
const fault = readFileSync(file, 'utf8');
if (fault !== '') throw new Error(fault);
