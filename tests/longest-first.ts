import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of tests that take minutes: begun last, one of them would keep the whole run waiting. */
const LONG = ['page-types.test.ts', 'french.test.ts', 'problems.test.ts', 'faults.test.ts', 'official.test.ts', 'french-pages.test.ts', 'grown.test.ts'];

/** Begins with the long ones, in that order; the others follow as Vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // How many of the long ones come after a file and those before it; none after a short one.
    const rest = ({ moduleId }: TestSpecification) => LONG.length - (LONG.includes(basename(moduleId)) ? LONG.indexOf(basename(moduleId)) : LONG.length);
    return (await super.sort(files)).sort((a, b) => rest(b) - rest(a));
  }
}
