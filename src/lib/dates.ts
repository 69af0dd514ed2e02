/** Days as the record writes them: `2018`, `2018-11` or `2018-11-12`, as precise as known (ISO 8601-1, calendar dates). */
import { remembered } from './remembered.ts';

const PARTIAL = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a year, a month or a day that the calendar holds. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = PARTIAL.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/** When an event was: a day, month or year, or from one to another; `isUnconfirmed` where the source does not settle it. */
export interface EventDate {
  readonly from: string;
  readonly to?: string;
  readonly isUnconfirmed: boolean;
}

/** `2017-06~` or `2019-11-25/2019-11-29`, after EDTF level 1 (ISO 8601-2); undefined for anything else. */
export function readEventDate(text: string): EventDate | undefined {
  const [, dates = '', mark = ''] = /^([\d/-]+)(~?)$/.exec(text.trim()) ?? [];
  const [from = '', to, ...rest] = dates.split('/');
  if (rest.length > 0 || !isPartialDate(from) || (to !== undefined && (!isPartialDate(to) || to < from))) return undefined;
  return { from, isUnconfirmed: mark === '~', ...(to !== undefined && { to }) };
}

/** `2018-11` against today `2018-11-12`: not in the future, since the month has begun. */
export const isFuture = (date: string, today: string): boolean => date > today;

export const yearOf = (date: string): string => date.slice(0, 4);

/** Making a formatter takes a hundred times as long as using it. */
const formatter = remembered((lang: string, day: 'numeric' | undefined) =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && { day }) }));

/** `2018-11-12` → `12 November 2018`; `2018-11` → `November 2018`; `2018` → `2018`. */
export function formatDate(date: string, lang: string): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return year ?? date;
  const text = formatter(lang, day === undefined ? undefined : 'numeric').format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
  // French counts the first day of a month in words: 1er novembre.
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** The day by which a publication is sorted: its own, or the earliest that can be worked out. */
export const dateOf = ({ published, notBefore }: { readonly published?: string | undefined; readonly notBefore?: string | undefined }): string | undefined =>
  published ?? notBefore;
