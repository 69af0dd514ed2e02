import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of tests that take minutes: begun last, one of them would keep the whole run waiting. */
const LONG = ['page-types.test.ts', 'french.test.ts', 'problems.test.ts', 'faults.test.ts', 'official.test.ts', 'french-pages.test.ts'];

/** Begins with the long ones, in that order; the others follow as Vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.includes(basename(moduleId));
    const place = ({ moduleId }: TestSpecification) => LONG.indexOf(basename(moduleId));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong).sort((a, b) => place(a) - place(b)), ...sorted.filter((file) => !isLong(file))];
  }
}
