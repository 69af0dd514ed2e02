import { defineConfig } from 'vitest/config';

/** Three levels: pure modules, real builds of small content trees and of the site, the site in a browser. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'build', include: ['tests/build/**/*.test.ts'], globalSetup: ['tests/site.ts'],
          testTimeout: 120_000, hookTimeout: 120_000, sequence: { groupOrder: 1 }, maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: ['tests/site.ts', 'tests/browser/chromium.ts'],
          testTimeout: 60_000, hookTimeout: 120_000, sequence: { groupOrder: 2 }, maxWorkers: 2,
        },
      },
    ],
  },
});
