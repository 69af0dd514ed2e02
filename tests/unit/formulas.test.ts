import { expect, test } from 'vitest';
import { isFormula } from '../../src/lib/formulas.ts';

test.each(['=SUM(1+1)', '+1', '-1+1', '-led', '@SUM(1+1)', '\t=1', '\r=1'])('%j is a formula', (text) => {
  expect(isFormula(text)).toBe(true);
});

test.each(['', 'a = b', ' =1', '1-1', 'C++', '— said', '–', '−5', '“=1”', '’tis', '\u00a0-1'])('%j is none', (text) => {
  expect(isFormula(text)).toBe(false);
});
