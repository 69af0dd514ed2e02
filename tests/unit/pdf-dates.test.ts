import { describe, expect, test } from 'vitest';
import { withDay } from '../../src/lib/pdf-dates.ts';

const pdf = (text: string) => Buffer.from(text, 'latin1');
const of = (text: string, day = '2026-11-21') => Buffer.from(withDay(pdf(text), day)).toString('latin1');
const info = (date: string) => `%PDF-1.4\n1 0 obj\n<</Title (T)\n/CreationDate (D:${date})\n/ModDate (D:${date})>>\nendobj\n`;

describe('the dates of a PDF', () => {
  test.each(["20261122003326+00'00'", "20261122003326-05'00'", "20261122003326Z00'00'"])('are set to the day, %s among them, and nothing moves', (date) => {
    expect(of(info(date))).toBe(info("20261121000000+00'00'"));
    expect(of(info(date))).toHaveLength(info(date).length);
  });

  test('keep their length where they are written without the last mark', () => {
    expect(of(info("20261122003326+00'00"))).toBe(info("20261121000000+00'00"));
  });

  test('make two prints the same', () => {
    expect(of(info("20261122003326+00'00'"))).toBe(of(info("20270101120000+00'00'")));
  });

  test('are not looked for in vain: a print whose form is new is refused', () => {
    expect(() => of('%PDF-2.0\n<</CreationDate <FEFF>>>')).toThrow('the PDF says nowhere when it was made');
  });
});

test('a file’s identifier becomes zeros', () => {
  expect(of(`${info("20261122003326+00'00'")}trailer <</ID [<0aF9> <0aF9>]>>`)).toContain('/ID [<0000> <0000>]');
});

test('bytes that are no text stay as they are', () => {
  const bytes = Buffer.concat([pdf(info("20261122003326+00'00'")), Buffer.from([0, 128, 200, 255, 13, 10])]);
  expect([...withDay(bytes, '2026-11-21').slice(-6)]).toEqual([0, 128, 200, 255, 13, 10]);
});
