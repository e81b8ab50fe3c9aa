import { expect, it } from 'vitest';
import { isMap } from '../../src/collections/is-map.ts';
import { append, groupBy } from '../../src/collections/lists.ts';
import { sum } from '../../src/collections/sums.ts';
import { byCodeUnit } from '../../src/collections/text-order.ts';

it('groups in the order in which keys appear, items in their order', () => {
  expect([...groupBy(['bus', 'ant', 'bee', 'axe'], (word) => word[0])]).toEqual([
    ['b', ['bus', 'bee']],
    ['a', ['ant', 'axe']],
  ]);
  const lists = new Map<string, number[]>();
  append(lists, 'odd', 1);
  append(lists, 'odd', 3);
  expect(lists).toEqual(new Map([['odd', [1, 3]]]));
});

it('a list and null are no maps', () => {
  expect([{}, Object.create(null), [], null, 'a', undefined].map(isMap)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('sums whatever can be gone through', () => {
  expect(sum([])).toBe(0);
  expect(sum(new Set([1, 2, 3.5]))).toBe(6.5);
});

it('texts stand by code unit, in every locale', () => {
  expect(['é', 'z', 'Z', 'a'].sort(byCodeUnit)).toEqual(['Z', 'a', 'z', 'é']);
});
