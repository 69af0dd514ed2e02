import { describe, expect, test } from 'vitest';
import {
  facetsOf, facetValues, fullest, matrixOf, mentionsBy, recordsIn, slugOf, spanOf, voicesOf, type Voice,
} from '../../src/lib/coverage.ts';
import { graphOf } from '../../src/lib/graph.ts';
import { readRecord } from '../../src/lib/record.ts';
import { coverageIn } from '../../src/lib/rules.ts';
import { copy, COPY, files, one, ONE, TODAY, tree } from '../content.ts';

type Changes = Parameters<typeof tree>[0];

/** A second original, earlier than the first, by another house and of another kind, which speaks of principle 8 alone. */
const EARLY = 'content/coverage/en/2017/early.md';
const early = one
  .replace('published: 2018-11-12', 'published: 2017-05-01').replace('publisher: The Paper', 'publisher: IELR Blog')
  .replace('kind: reporting', 'kind: commentary').replace('stance: neutral', 'stance: critical')
  .replace('language: en', 'language: fr')
  .replace('"criticises"', '"supports"').replace('#principle-4', '#p6');
/** A second copy, earlier than the first, that cuts the claim on principle 8 and nothing else. */
const OTHER = 'content/coverage/en/2018/other.md';
const other = copy
  .replace('notBefore: 2018-11-13', 'published: 2018-11-12').replace('cuts: [c3]', 'cuts: [c1]')
  .replace('publisher: A Blog', 'publisher: The Paper');

function coverageOf(changes: Changes = {}) {
  const { entries } = readRecord(files(tree(changes)), TODAY);
  const coverage = coverageIn(entries);
  const graph = graphOf(entries);
  const voices = voicesOf(coverage);
  const get = (slug: string) => {
    const entry = coverage.find((record) => record.slug === slug);
    if (entry === undefined) throw new Error(`no record ${slug}`);
    return entry;
  };
  return { coverage, graph, voices, get };
}

const tersely = (voices: readonly Voice[]) =>
  voices.map(({ original, copies }) => [original, ...copies].map(({ slug }) => slug).join(' < '));

describe('voices', () => {
  test('are the originals by date, each with its copies by date', () => {
    expect(tersely(coverageOf({ [EARLY]: early, [OTHER]: other }).voices)).toEqual(['early', 'one < other < copy']);
  });

  test('do not depend on the order of the records', () => {
    const { coverage, voices } = coverageOf({ [EARLY]: early, [OTHER]: other });
    expect(tersely(voicesOf([...coverage].reverse()))).toEqual(tersely(voices));
  });

  test('stand by the day of the original, though a copy bears an earlier one', () => {
    expect(tersely(coverageOf({ [EARLY]: early, [COPY]: copy.replace('notBefore: 2018-11-13', 'notBefore: 2016') }).voices))
      .toEqual(['early', 'one < copy']);
  });

  test('keep a copy of a copy under the original', () => {
    expect(tersely(coverageOf({ [OTHER]: other.replace('copyOf: one', 'copyOf: copy') }).voices)).toEqual(['one < other < copy']);
  });

  test('lose no record whose original is not there', () => {
    const { voices } = coverageOf({ [OTHER]: other.replace('copyOf: one', 'copyOf: nothing') });
    expect(tersely(voices)).toEqual(['one < copy', 'other']);
  });

  test('are counted with their copies as records', () => {
    expect(recordsIn(coverageOf({ [EARLY]: early, [OTHER]: other }).voices)).toBe(4);
    expect(recordsIn([])).toBe(0);
  });
});

describe('what a record says', () => {
  const parts = (changes: Changes, slug: string) => {
    const { graph, get } = coverageOf(changes);
    return (mentionsBy(graph).get(get(slug)) ?? []).map(({ from, part }) => `${from.slug} ${part}`);
  };

  test('is its own mentions', () => {
    expect(parts({}, 'one')).toEqual(['one /principles/8/', 'one /call/', 'one /principles/4/', 'one /coverage/one/#c1']);
  });

  test('is for a copy those of its original that it carries', () => {
    expect(parts({}, 'copy')).toEqual(['one /principles/8/', 'one /call/']);
  });

  test('is for a copy its own mentions too', () => {
    expect(parts({ [COPY]: copy.replace('A copy.\n\n##', 'A copy of [theft](../../../text/en.md#principle-4).\n\n##') }, 'copy'))
      .toContain('copy /principles/4/');
  });
});

describe('the matrix', () => {
  const matrix = (changes: Changes = {}) => {
    const { voices, graph } = coverageOf(changes);
    return matrixOf(voices, graph);
  };
  const rows = (changes: Changes = {}) => matrix(changes).rows.map(({ entry, isCopy, cells }) =>
    `${isCopy ? '< ' : ''}${entry.slug} ${cells.map(({ mentions }) => mentions.length).join('')}`);
  const counts = (changes: Changes = {}) => matrix(changes).voices.map(({ count }) => count).join('');

  test('has a row for each record and in it a cell for each principle', () => {
    expect(rows({ [EARLY]: early, [OTHER]: other })).toEqual([
      'early 000000010', 'one 000100010', '< other 000100000', '< copy 000000010',
    ]);
    expect(matrix().rows[0]?.cells.map(({ principle }) => principle)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('counts each passage that speaks of a principle', () => {
    const often = one.replace('[the Call](../../../text/en.md)', '[the eighth](../../../text/en.md#principle-8)');
    expect(rows({ [ONE]: often })).toEqual(['one 000100020', '< copy 000000020']);
  });

  test('counts a passage once, however many of its links lead to the principle', () => {
    const twice = one.replace('[the Call](../../../text/en.md)', '[the eighth](../../../text/en.md#principle-8), [all of it](../../../principles/en/principle-8.md)');
    expect(rows({ [ONE]: twice })).toEqual(['one 000100020', '< copy 000000020']);
  });

  test('counts a voice once, and its copies not at all', () => {
    expect(counts()).toBe('000100010');
    expect(counts({ [OTHER]: other })).toBe('000100010');
    expect(counts({ [EARLY]: early })).toBe('000100020');
  });

  test('does not count a principle of which the copy alone speaks', () => {
    const more = copy.replace('A copy.\n\n##', 'A copy on [defence](../../../text/en.md#principle-2).\n\n##');
    expect(rows({ [COPY]: more })[1]).toBe('< copy 010000010');
    expect(counts({ [COPY]: more })).toBe('000100010');
  });
});

describe('a record is filed', () => {
  const filed = (changes: Changes, slug: string) => {
    const { graph, get } = coverageOf(changes);
    return facetValues(get(slug), mentionsBy(graph).get(get(slug)) ?? []);
  };

  test('under what its fields say and the principles of which it speaks, in their order', () => {
    expect(filed({}, 'one')).toEqual({
      principle: ['4', '8'], year: ['2018'], publisher: ['The Paper'], kind: ['reporting'], stance: ['neutral'], language: ['en'],
    });
  });

  test('under no year where its day is not known', () => {
    expect(filed({}, 'copy').year).toEqual(['undated']);
  });

  test('under a principle once, however often it speaks of it', () => {
    const often = one.replace('[the Call](../../../text/en.md)', '[the eighth](../../../text/en.md#principle-8)');
    expect(filed({ [ONE]: often }, 'one').principle).toEqual(['4', '8']);
  });

  test('as a copy under the principles that it carries', () => {
    expect(filed({}, 'copy').principle).toEqual(['8']);
  });
});

describe('the lists of coverage', () => {
  const lists = (changes: Changes = {}) => {
    const { voices, graph } = coverageOf(changes);
    return facetsOf(voices, graph);
  };

  test('stand in the order of facet and value, each with an address and the records that fit', () => {
    expect(lists({ [EARLY]: early }).map(({ address, label, voices }) => [address, label, ...tersely(voices)])).toEqual([
      ['/coverage/principle/4/', '4', 'one'],
      ['/coverage/principle/8/', '8', 'early', 'one < copy'],
      ['/coverage/year/2017/', '2017', 'early'],
      ['/coverage/year/2018/', '2018', 'one'],
      ['/coverage/year/undated/', 'undated', 'copy'],
      ['/coverage/publisher/a-blog/', 'A Blog', 'copy'],
      ['/coverage/publisher/ielr-blog/', 'IELR Blog', 'early'],
      ['/coverage/publisher/the-paper/', 'The Paper', 'one'],
      ['/coverage/kind/commentary/', 'commentary', 'early'],
      ['/coverage/kind/reporting/', 'reporting', 'one'],
      ['/coverage/kind/repost/', 'repost', 'copy'],
      ['/coverage/stance/critical/', 'critical', 'early'],
      ['/coverage/stance/neutral/', 'neutral', 'one < copy'],
      ['/coverage/language/en/', 'en', 'one < copy'],
      ['/coverage/language/fr/', 'fr', 'early'],
    ]);
  });

  test('set a copy alone where its original does not fit', () => {
    const cut = one.replace('[not to hack back](../../../principles/en/principle-8.md)', 'not to hack back');
    const more = copy.replace('A copy.\n\n##', 'A copy on [defence](../../../text/en.md#principle-2).\n\n##');
    const principles = lists({ [ONE]: cut, [COPY]: more }).filter(({ name }) => name === 'principle');
    expect(principles.map(({ value, voices }) => [value, ...tersely(voices)]))
      .toEqual([['2', 'copy'], ['4', 'one']]);
  });

  test('set a copy alone where another voice stands before it', () => {
    const houses = lists({ [EARLY]: early.replace('IELR Blog', 'A Blog') }).filter(({ name }) => name === 'publisher');
    expect(houses.map(({ value, voices }) => [value, ...tersely(voices)])).toEqual([['a-blog', 'early', 'copy'], ['the-paper', 'one']]);
  });

  test('with most records are told, in their own order', () => {
    expect(fullest(lists({ [EARLY]: early }), 3).map(({ address, records }) => [address, records])).toEqual([
      ['/coverage/principle/8/', 3], ['/coverage/stance/neutral/', 2], ['/coverage/language/en/', 2],
    ]);
    expect(fullest(lists(), 100)).toEqual(lists());
  });

  test('hold each record once for each of its values', () => {
    const years = lists({ [EARLY]: early, [OTHER]: other }).filter(({ name }) => name === 'year');
    expect(years.map(({ value, records }) => [value, records])).toEqual([['2017', 1], ['2018', 2], ['undated', 1]]);
  });

  test('are one where a publisher is spelt with and without accents or capitals', () => {
    const houses = lists({ [ONE]: one.replace('The Paper', 'Libération'), [COPY]: copy.replace('A Blog', 'LIBERATION') });
    expect(houses.filter(({ name }) => name === 'publisher').map(({ value, voices }) => [value, ...tersely(voices)]))
      .toEqual([['liberation', 'one < copy']]);
  });

  test('have an address each, in whatever script a publisher writes its name', () => {
    const all = lists({ [ONE]: one.replace('The Paper', '人民网'), [COPY]: copy.replace('A Blog', 'Коммерсантъ') });
    const houses = all.filter(({ name }) => name === 'publisher');
    expect(houses.map(({ label }) => label).sort()).toEqual(['Коммерсантъ', '人民网']);
    expect(houses.filter(({ value }) => value === '')).toEqual([]);
  });
});

describe('a name in an address', () => {
  test.each([
    ['WIRED', 'wired'],
    ['IELR Blog', 'ielr-blog'],
    ['Libération', 'liberation'],
    ['Süddeutsche Zeitung', 'suddeutsche-zeitung'],
    ['Ministère de l’Europe', 'ministere-de-l-europe'],
    ['  “Lawfare” (blog) ', 'lawfare-blog'],
    ['AT&T', 'at-t'],
    ['list-post', 'list-post'],
    ['2018', '2018'],
    ['../../etc', 'etc'],
  ])('%s is written %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe('the span of the coverage', () => {
  test('is from the first day known to the last', () => {
    expect(spanOf(coverageOf({ [EARLY]: early }).coverage)).toEqual(['2017-05-01', '2018-11-13']);
  });

  test('of nothing is empty', () => {
    expect(spanOf([])).toEqual([]);
  });
});
