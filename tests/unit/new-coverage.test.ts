import { describe, expect, test } from 'vitest';
import { newCoverage, type NewCoverage } from '../../src/lib/new-coverage.ts';
import { readRecord } from '../../src/lib/record.ts';
import { files, TODAY, tree } from '../content.ts';

const record: NewCoverage = {
  title: 'Firms: “hack back”, or not?', publisher: 'The Gazette', published: '2019-05-04', url: 'https://example.org/a?b=c',
  language: 'en', kind: 'reporting', stance: 'neutral', read: 'full', summary: 'It asks: may firms strike back?', authors: ['A. Reporter'],
  speaker: 'A. Reporter', claim: 'Firms may not strike back', principle: 8, slug: '',
};

describe('a new coverage record', () => {
  test('lies in the folder of its year, under a name made from publisher and title', () => {
    expect(newCoverage(record).file).toBe('content/coverage/en/2019/the-gazette-firms-hack-back-or.md');
    expect(newCoverage({ ...record, slug: 'gazette' }).file).toBe('content/coverage/en/2019/gazette.md');
  });

  test.each([
    ['with all its fields', record],
    ['of the Call as a whole, without byline or address', { ...record, principle: 0, authors: [], url: '' }],
    ['whose words would break YAML', { ...record, title: '&anchor "quoted": {braces} # and more', publisher: "'Twas: [it]", summary: '*not an alias' }],
  ])('is without problems as it is written, %s', (_, given) => {
    const { file, source } = newCoverage(given);
    expect(readRecord(files(tree({ [file]: source })), TODAY).problems).toEqual([]);
  });
});
