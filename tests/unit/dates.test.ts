import { describe, expect, test } from 'vitest';
import { formatDate, isFuture, isPartialDate, readEventDate, yearOf, type EventDate } from '../../src/lib/dates.ts';

describe('a date as precise as known', () => {
  test.each<[name: string, text: string, expected: boolean]>([
    ['a year', '2018', true],
    ['a month', '2018-11', true],
    ['a day', '2018-11-12', true],
    ['the last day of a month', '2018-11-30', true],
    ['29 February of a leap year', '2016-02-29', true],
    ['29 February of another year', '2018-02-29', false],
    ['29 February of a century that is no leap year', '1900-02-29', false],
    ['30 February', '2018-02-30', false],
    ['31 November', '2018-11-31', false],
    ['day 0', '2018-11-00', false],
    ['month 0', '2018-00', false],
    ['month 13', '2018-13', false],
    ['a month of one digit', '2018-1', false],
    ['a day of one digit', '2018-11-1', false],
    ['a year of two digits', '18-11-12', false],
    ['day before month', '12-11-2018', false],
    ['slashes', '2018/11/12', false],
    ['no hyphens', '20181112', false],
    ['a week', '2018-W46', false],
    ['a time of day', '2018-11-12T10:00:00Z', false],
    ['space around it', ' 2018 ', false],
    ['a second line', '2018\n', false],
    ['a range', '2018-11-12-13', false],
    ['words', 'November 2018', false],
    ['nothing', '', false],
  ])('%s (%j) is one: %j', (_, text, expected) => {
    expect(isPartialDate(text)).toBe(expected);
  });
});

describe('the date of an event', () => {
  const on = (from: string): EventDate => ({ from, isUnconfirmed: false });
  const about = (from: string): EventDate => ({ from, isUnconfirmed: true });
  const between = (from: string, to: string): EventDate => ({ from, to, isUnconfirmed: false });

  test.each<[name: string, text: string, expected: EventDate]>([
    ['a day', '2018-11-12', on('2018-11-12')],
    ['a month', '2018-11', on('2018-11')],
    ['a year', '2018', on('2018')],
    ['a day that is not confirmed', '2018-11-12~', about('2018-11-12')],
    ['a month that is not confirmed', '2017-06~', about('2017-06')],
    ['a year that is not confirmed', '1998~', about('1998')],
    ['from day to day', '2019-11-25/2019-11-29', between('2019-11-25', '2019-11-29')],
    ['from month to month', '2019-11/2020-02', between('2019-11', '2020-02')],
    ['from year to year', '2004/2005', between('2004', '2005')],
    ['from one day to the same', '2018-11-12/2018-11-12', between('2018-11-12', '2018-11-12')],
    ['a span that is not confirmed', '2017-06/2017-07~', { from: '2017-06', to: '2017-07', isUnconfirmed: true }],
    ['space around it', ' 2018-11-12 ', on('2018-11-12')],
  ])('%s (%s) is read', (_, text, expected) => {
    expect(readEventDate(text)).toStrictEqual(expected);
  });

  test.each<[name: string, text: string]>([
    ['a span that runs backwards', '2019-11-29/2019-11-25'],
    ['years that run backwards', '2005/2004'],
    ['month 13', '2018-13'],
    ['month 13, not confirmed', '2018-13~'],
    ['a span to month 13', '2018-11/2018-13'],
    ['a span from 30 February', '2018-02-30/2018-03-01'],
    ['a span without an end', '2018/'],
    ['a span without a beginning', '/2018'],
    ['a span of three', '2018/2019/2020'],
    ['a span with a dash', '2018–2019'],
    ['a span whose beginning alone is not confirmed', '2017-06~/2017-07'],
    ['a mark before the date', '~2018'],
    ['two marks', '2018~~'],
    ['a mark without a date', '~'],
    ['another mark', '2018?'],
    ['space before the mark', '2018 ~'],
    ['words before it', 'in 2018'],
    ['words behind it', '2018-11-12: the launch'],
    ['a time of day', '2018-11-12T10:00:00Z'],
    ['day before month', '12-11-2018'],
    ['two days in two lines', '2018\n2019'],
    ['nothing', ''],
  ])('%s (%j) is none', (_, text) => {
    expect(readEventDate(text)).toBeUndefined();
  });
});

describe('a date in the future', () => {
  test.each<[name: string, date: string, expected: boolean]>([
    ['yesterday', '2018-11-11', false],
    ['today', '2018-11-12', false],
    ['tomorrow', '2018-11-13', true],
    ['last month, on a later day', '2018-10-31', false],
    ['next month, on an earlier day', '2018-12-01', true],
    ['the month that has begun', '2018-11', false],
    ['next month', '2018-12', true],
    ['the year that has begun', '2018', false],
    ['next year', '2019', true],
    ['a year of the past', '2017', false],
  ])('%s (%s), seen from 2018-11-12, is one: %j', (_, date, expected) => {
    expect(isFuture(date, '2018-11-12')).toBe(expected);
  });
});

describe('the year of a date', () => {
  test.each(['2018', '2018-11', '2018-11-12'])('%s is 2018', (date) => {
    expect(yearOf(date)).toBe('2018');
  });
});

describe('a date in words', () => {
  test.each<[date: string, lang: string, expected: string]>([
    ['2018-11-12', 'en', '12 November 2018'],
    ['2018-11-01', 'en', '1 November 2018'],
    ['2018-11', 'en', 'November 2018'],
    ['2018', 'en', '2018'],
    ['2018-11-12', 'fr', '12 novembre 2018'],
    ['2018-08', 'fr', 'août 2018'],
    ['2018', 'fr', '2018'],
    ['2018-11-01', 'fr', '1er novembre 2018'],
    ['2018-01-01', 'fr', '1er janvier 2018'],
    ['2018-11-11', 'fr', '11 novembre 2018'],
    ['2018-11-21', 'fr', '21 novembre 2018'],
    ['2018-01', 'fr', 'janvier 2018'],
    ['2018-02-02', 'fr', '2 février 2018'],
    ['2018-01-01', 'en', '1 January 2018'],
    ['2018-12-31', 'en', '31 December 2018'],
  ])('%s in %s is %s', (date, lang, expected) => {
    expect(formatDate(date, lang)).toBe(expected);
  });
});
