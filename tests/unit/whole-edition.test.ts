import { expect, test } from 'vitest';
import { readRecord } from '../../src/lib/record.ts';
import { coverageIn } from '../../src/lib/rules.ts';
import { chaptersOf, yearsOf } from '../../src/lib/whole-edition.ts';
import { files, one, TODAY, tree } from '../content.ts';

const dated = (slug: string, date: string, folder = date.slice(0, 4)) => ({ [`content/coverage/en/${folder}/${slug}.md`]: one.replace('published: 2018-11-12', date.includes(':') ? date : `published: ${date}`) });
const { entries, problems } = readRecord(files(tree({
  ...dated('later', '2019-01-05'), ...dated('month', '2018-11'), ...dated('earlier', '2017-05-01'), ...dated('guessed', 'notBefore: 2019-01-02', '2019'),
})), TODAY);
const tersely = (coverage: Parameters<typeof yearsOf>[0]) => yearsOf(coverage).map(({ year, records }) => `${year}: ${records.map(({ slug }) => slug).join(' ')}`);

test('records stand in their years, by date; a copy in its own, and one without a day by the earliest that is known', () => {
  expect(problems).toEqual([]);
  expect(tersely(coverageIn(entries))).toEqual(['2017: earlier', '2018: month one copy', '2019: guessed later']);
});

test('the order in which they come does not matter', () => {
  expect(tersely([...coverageIn(entries)].reverse())).toEqual(tersely(coverageIn(entries)));
});

test('each of three hundred records is a chapter; of one more none is', () => {
  const [record = expect.fail('no record')] = coverageIn(entries);
  const records = (count: number) => Array.from({ length: count }, () => record);
  expect([300, 301].map((count) => chaptersOf(records(count)).length)).toEqual([300, 0]);
});

test('no records have no years', () => {
  expect(yearsOf([])).toEqual([]);
});
