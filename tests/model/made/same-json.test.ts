import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameJson } from '../../../src/model/made/same-json.ts';

const json = fc.jsonValue({ maxDepth: 3 });
/** Keys sorted at every depth, so that texts can be compared. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, one]) => [key, sorted(one)]),
        )
      : value;
const text = (value: unknown) => JSON.stringify(sorted(value));

it('is as the texts are', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSameJson(one, other)).toBe(text(one) === text(other));
      expect(isSameJson(one, JSON.parse(JSON.stringify(one)))).toBe(true);
    }),
  );
});

it('takes what is undefined for what is not there, on either side', () => {
  expect(isSameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { b: undefined, a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(isSameJson([{ a: [1, 2] }], [{ a: [1] }])).toBe(false);
  expect(isSameJson([], {})).toBe(false);
});
