/** "Did you mean": found for every honest mistake, and paid for out of one purse a run. */
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { nearest, renewComparisons } from '../../src/diagnostics/nearest.ts';

beforeEach(renewComparisons);

it.each([
  ['emphaty', ['empathy', 'sympathy'], 'empathy'],
  ['Store_Lead', ['store-lead', 'stores'], 'store-lead'],
  ['ab', ['cd'], undefined],
  ['', ['a'], 'a'],
])('%j among %j is %j', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

/** The same distance by the plain recurrence, without any way out. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? table[i - 2]![j - 2]! + 1
          : Number.POSITIVE_INFINITY;
      table[i]![j] = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + cost,
        swap,
      );
    }
  }
  return table[a.length]![b.length]!;
}

it('the way out of a hopeless comparison loses no word that is near enough', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 8 }), (wrong, known) => {
      const least = Math.min(...known.map((one) => distance(wrong, one)));
      const found = nearest(wrong, known);
      if (least > Math.max(1, Math.floor(wrong.length / 3))) expect(found).toBeUndefined();
      else expect(distance(wrong, found!)).toBe(least);
    }),
  );
});

it('ten thousand wrong words beside ten thousand right ones stop being compared, and the next run begins anew', () => {
  let looked = 0;
  const known = {
    *[Symbol.iterator]() {
      for (let i = 0; i < 10_000; i++) {
        looked++;
        yield `theme-number-${i}`;
      }
    },
  };
  for (let i = 0; i < 10_000; i++) nearest(`theem-numbre-${i}`, known);
  // Each word that is asked about in vain looks at one before it sees that nothing is left.
  expect(looked).toBeLessThan(300_000);
  expect(nearest('emphaty', ['empathy'])).toBeUndefined();
  renewComparisons();
  expect(nearest('emphaty', ['empathy'])).toBe('empathy');
});
