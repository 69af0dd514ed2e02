/** Where the marks of the drawn pictures stand. The same data always stands beside them as a list or table. */
import type { EventDate } from './dates.ts';
import { yearOf } from './dates.ts';

export interface Dot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
export interface TimelineChart {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly Dot[];
  readonly years: readonly { readonly label: string; readonly x: number }[];
}

const DOT = 12;

/** A column of dots for each year from the first event to the last; years without events are columns too. */
export function timelineChart(events: readonly { readonly id: string; readonly event?: EventDate }[]): TimelineChart {
  const dated = events.flatMap(({ id, event }) => (event === undefined ? [] : [{ id, year: Number(yearOf(event.from)) }]));
  const first = Math.min(...dated.map(({ year }) => year));
  const last = Math.max(...dated.map(({ year }) => year));
  const columns = new Map<number, number>();
  const stacked = dated.map(({ id, year }) => {
    const row = columns.get(year) ?? 0;
    columns.set(year, row + 1);
    return { id, column: year - first, row };
  });
  const tallest = Math.max(0, ...columns.values());
  const height = (tallest + 2) * DOT;
  const x = (column: number) => (column + 1) * 2 * DOT;
  return {
    width: x(Math.max(0, last - first)) + 2 * DOT,
    height,
    dots: stacked.map(({ id, column, row }) => ({ id, x: x(column), y: height - (row + 2) * DOT })),
    years: dated.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, column) => ({ label: String(first + column), x: x(column) })),
  };
}

export interface GrowthChart {
  readonly width: number;
  readonly height: number;
  /** An SVG path of steps. */
  readonly path: string;
  readonly years: readonly { readonly label: string; readonly x: number }[];
  readonly levels: readonly { readonly label: string; readonly y: number }[];
}

/** Steps of a count over time, `until` a day, a month or a year after the last; the scale begins at nought. */
export function growthChart(growth: readonly { readonly day: string; readonly count: number }[], until: string): GrowthChart {
  const [width, height, left, bottom] = [640, 220, 36, 24];
  const time = (day: string) => Date.parse(day);
  const start = time(`${growth[0]?.day.slice(0, 4) ?? until.slice(0, 4)}-01-01`);
  const end = Math.max(time(until), ...growth.map(({ day }) => time(day)));
  const top = Math.ceil(Math.max(1, ...growth.map(({ count }) => count)) / 20) * 20;
  const x = (at: number) => Math.round(left + ((at - start) / (end - start)) * (width - left - 8));
  const y = (count: number) => Math.round(height - bottom - (count / top) * (height - bottom - 8));
  const steps = growth.map(({ day, count }, index) => (index === 0 ? `M${x(time(day))} ${y(count)}` : `H${x(time(day))}V${y(count)}`));
  const years = Array.from({ length: new Date(end).getUTCFullYear() - new Date(start).getUTCFullYear() + 1 }, (_, index) => new Date(start).getUTCFullYear() + index);
  return {
    width, height,
    path: steps.length === 0 ? '' : `${steps.join('')}H${x(end)}`,
    years: years.map((year) => ({ label: String(year), x: x(time(`${year}-01-01`)) })),
    levels: Array.from({ length: top / 20 + 1 }, (_, index) => ({ label: String(index * 20), y: y(index * 20) })),
  };
}
