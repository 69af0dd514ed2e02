/** Hands the browser that `src/build/chromium.ts` finds to every test that opens one. */
import type { TestProject } from 'vitest/node';
import { findBrowser, type Browser } from '../../src/build/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: Browser;
  }
}

export default async function setup(project: TestProject) {
  project.provide('browser', await findBrowser());
}
