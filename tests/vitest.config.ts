import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** Pure modules by themselves; then real builds, of the site and of small content trees, and the site in a browser. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      // Modules without a state of their own need not be loaded anew for each file.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/{build,browser}/**/*.test.ts'],
          globalSetup: ['tests/site.ts', 'tests/browser/chromium.ts'],
          setupFiles: ['tests/site-built.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // What a browser shows a busy machine shows later; what never comes is told all the same.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 1 },
          // What is read of the two sites is read once in each worker.
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
});
