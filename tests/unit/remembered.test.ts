import { expect, test } from 'vitest';
import { remembered } from '../../src/lib/remembered.ts';

test('what is dear to make is made once for each set of arguments', () => {
  let made = 0;
  const of = remembered((a: string, b: string | undefined) => ({ a, b, n: ++made }));
  expect([of('x', 'y'), of('x', 'y'), of('x', undefined), of('xy', undefined)].map(({ n }) => n)).toEqual([1, 1, 2, 3]);
  expect(of('x', 'y')).toBe(of('x', 'y'));
});

test('arguments that read the same when joined are told apart', () => {
  const of = remembered((a: string, b: string) => [a, b]);
  expect([of('ab', 'c'), of('a', 'bc')]).toEqual([['ab', 'c'], ['a', 'bc']]);
});
