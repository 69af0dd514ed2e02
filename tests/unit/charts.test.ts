import { describe, expect, test } from 'vitest';
import { growthChart, timelineChart } from '../../src/lib/charts.ts';
import { readEventDate, type EventDate } from '../../src/lib/dates.ts';

/** Every number of a chart, its labels apart. */
const numbersIn = (chart: unknown): number[] =>
  typeof chart === 'number' ? [chart]
  : typeof chart === 'string' ? (chart.startsWith('M') ? (chart.match(/NaN|Infinity|-?\d+(\.\d+)?/g) ?? []).map(Number) : [])
  : Object.values(chart ?? {}).flatMap(numbersIn);

describe('the timeline’s chart', () => {
  /** Events named by their place, each with its date; an empty date is none. */
  const events = (...dates: string[]) => dates.map((date, index): { id: string; event?: EventDate } => {
    const event = readEventDate(date);
    return { id: `e${index}`, ...(event !== undefined && { event }) };
  });
  const chart = (...dates: string[]) => timelineChart(events(...dates));

  /** A chart as the years of its columns, each with the events that stand in it, from the ground up. */
  const columns = (...dates: string[]) => {
    const { dots, years } = chart(...dates);
    return years.map(({ label, x }) => {
      const stack = dots.filter((dot) => dot.x === x).sort((a, b) => b.y - a.y);
      return [label, ...stack.map(({ id }) => id)].join(' ');
    });
  };

  test.each<[name: string, dates: string[], expected: string[]]>([
    ['one event has one column', ['2018-11-12'], ['2018 e0']],
    ['each year has a column', ['2017-05', '2018-11-12'], ['2017 e0', '2018 e1']],
    ['years without events are columns too', ['2015', '2018'], ['2015 e0', '2016', '2017', '2018 e1']],
    ['events of one year are stacked in their order', ['2018-01', '2018', '2018-11-12~'], ['2018 e0 e1 e2']],
    ['each year has a stack of its own', ['2017', '2017', '2018', '2018'], ['2017 e0 e1', '2018 e2 e3']],
    ['an event that spans years stands in the first', ['2004/2006', '2005'], ['2004 e0', '2005 e1']],
    ['events in any order', ['2018', '2016'], ['2016 e1', '2017', '2018 e0']],
    ['events without a date are left out', ['2017', '', '2018'], ['2017 e0', '2018 e2']],
    ['events over the turn of a century', ['1999', '2001'], ['1999 e0', '2000', '2001 e1']],
    ['no events have no columns', [], []],
    ['nor have events without dates', ['', ''], []],
  ])('%s', (_, dates, expected) => {
    expect(columns(...dates)).toEqual(expected);
  });

  test('has a dot for each event with a date, in the events’ order', () => {
    expect(chart('2017', '2018', '', '2018').dots.map(({ id }) => id)).toEqual(['e0', 'e1', 'e3']);
  });

  test('has its columns and its dots at even distances', () => {
    const { dots, years } = chart('2015', '2018', '2018', '2018');
    const steps = (of: readonly number[]) => new Set(of.slice(1).map((at, index) => at - (of[index] ?? 0)));
    expect(steps(years.map(({ x }) => x)).size).toBe(1);
    expect(steps(dots.slice(1).map(({ y }) => y)).size).toBe(1);
    expect(Math.max(...years.map(({ x }) => x))).toBe(years.at(-1)?.x);
  });

  test('has all stacks on one ground', () => {
    const { dots } = chart('2016', '2017', '2017', '2018');
    const ground = Math.max(...dots.map(({ y }) => y));
    expect(dots.filter(({ y }) => y === ground).map(({ id }) => id)).toEqual(['e0', 'e1', 'e3']);
  });

  test.each<[name: string, dates: string[]]>([
    ['one event', ['2018']],
    ['many years', ['1998', '2024']],
    ['a tall stack', Array.from({ length: 30 }, () => '2018')],
    ['no event', []],
  ])('of %s holds all its dots and years within its frame', (_, dates) => {
    const { width, height, dots, years } = chart(...dates);
    expect(numbersIn({ width, height, dots, years }).every(Number.isFinite)).toBe(true);
    expect(dots.filter(({ x, y }) => x <= 0 || x >= width || y <= 0 || y >= height)).toEqual([]);
    expect(years.filter(({ x }) => x <= 0 || x >= width)).toEqual([]);
  });
});

describe('the chart of growth', () => {
  const growth = [
    { day: '2019-09-16', count: 64 }, { day: '2019-11-09', count: 70 }, { day: '2021-11-10', count: 80 },
    { day: '2022-01-11', count: 81 },
  ];
  const chart = growthChart(growth, '2025-12-25');

  /** The corners of a path of steps: `M1 9H5V3H8` → [1, 9], [5, 9], [5, 3], [8, 3]. */
  const corners = (path: string): [x: number, y: number][] => {
    let [x, y] = [Number.NaN, Number.NaN];
    return [...path.matchAll(/([MHV])(-?\d+)(?: (-?\d+))?/g)].map(([, command, first, second]) => {
      if (command !== 'V') x = Number(first);
      if (command !== 'H') y = Number(second ?? first);
      return [x, y];
    });
  };
  const levelOf = (count: number) => chart.levels.find(({ label }) => label === String(count))?.y ?? Number.NaN;
  const yearAt = (year: number) => chart.years.find(({ label }) => label === String(year))?.x ?? Number.NaN;

  test('is one line of a step for each day of growth', () => {
    expect(chart.path).toMatch(/^M\d+ \d+(H\d+V\d+){3}H\d+$/);
  });

  test('goes on in time and upwards alone', () => {
    const points = corners(chart.path);
    expect(points.map(([x]) => x)).toEqual(points.map(([x]) => x).sort((a, b) => a - b));
    expect(points.map(([, y]) => y)).toEqual(points.map(([, y]) => y).sort((a, b) => b - a));
  });

  test('has each step at its day and at its count', () => {
    const [start, , second, , third] = corners(chart.path);
    expect(start?.[0]).toBeGreaterThan(yearAt(2019));
    expect(start?.[0]).toBeLessThan(yearAt(2020));
    expect(start?.[1]).toBeLessThan(levelOf(60));
    expect(start?.[1]).toBeGreaterThan(levelOf(80));
    expect(second?.[1]).toBeCloseTo((levelOf(60) + levelOf(80)) / 2, -1);
    expect(third?.[0]).toBeLessThan(yearAt(2022));
    expect(third?.[0]).toBeGreaterThan(yearAt(2021));
    expect(third?.[1]).toBe(levelOf(80));
  });

  test('ends at the given day, at the level of the last step', () => {
    const [last, step] = corners(chart.path).reverse();
    expect(last?.[1]).toBe(step?.[1]);
    expect(last?.[0]).toBeGreaterThan(yearAt(2025));
    expect(last?.[0]).toBeLessThanOrEqual(chart.width);
  });

  test('goes on to a step after the given day, within the picture', () => {
    const points = corners(growthChart([...growth, { day: '2026-10-01', count: 82 }], '2025-12-25').path);
    expect(points.map(([x]) => x)).toEqual(points.map(([x]) => x).sort((a, b) => a - b));
    expect(points.at(-1)?.[0]).toBeLessThanOrEqual(chart.width);
  });

  test('has a scale of twenties from nought to the first above all counts', () => {
    expect(chart.levels.map(({ label }) => label)).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(chart.levels.map(({ y }) => y)).toEqual([...chart.levels].map(({ y }) => y).sort((a, b) => b - a));
  });

  test.each<[count: number, top: string]>([[1, '20'], [20, '20'], [21, '40'], [200, '200']])(
    'has a scale for a count of %d that ends at %s', (count, top) => {
      expect(growthChart([{ day: '2019-09-16', count }], '2020-01-02').levels.at(-1)?.label).toBe(top);
    },
  );

  test('has each year from that of the first day to that of the last, at its beginning', () => {
    expect(chart.years.map(({ label }) => label)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025']);
    const { years, path } = growthChart([{ day: '2019-01-01', count: 1 }], '2020-01-01');
    expect(years.map(({ label }) => label)).toEqual(['2019', '2020']);
    expect(corners(path)[0]?.[0]).toBe(years[0]?.x);
  });

  test.each<[name: string, growth: { day: string; count: number }[], until: string]>([
    ['many days', growth, '2025-12-25'],
    ['one day', [{ day: '2019-09-16', count: 1 }], '2019-09-17'],
    ['a first of January', [{ day: '2019-01-01', count: 1 }], '2019-01-02'],
    ['no day', [], '2025-12-25'],
  ])('of %s lies within its frame', (_, of, until) => {
    const { width, height, path, levels, years } = growthChart(of, until);
    expect(numbersIn({ path, levels, years }).every(Number.isFinite)).toBe(true);
    expect(corners(path).filter(([x, y]) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
    expect(years.filter(({ x }) => x < 0 || x > width)).toEqual([]);
    expect(levels.filter(({ y }) => y < 0 || y > height)).toEqual([]);
  });

  test('of no day has a path that is empty, since a path begins with a place', () => {
    expect(growthChart([], '2025-12-25').path).toMatch(/^(M.*)?$/);
  });
});
