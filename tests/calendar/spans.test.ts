import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  clip,
  contains,
  intersect,
  overlaps,
  spansOf,
  subtract,
  union,
} from '../../src/calendar/spans.ts';

const minutesIn = (spans: readonly number[]) =>
  spans.reduce((sum, at, i) => sum + (i % 2 === 0 ? -at : at), 0);

const pairs = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 16 }).map((list) => {
  const even = list.slice(0, list.length - (list.length % 2));
  return even;
});

/** The slow road: a set of minutes. */
function minutes(spans: readonly number[]): Set<number> {
  const out = new Set<number>();
  for (let i = 0; i < spans.length; i += 2) for (let m = spans[i]!; m < spans[i + 1]!; m++) out.add(m);
  return out;
}

function tidy(spans: readonly number[]): boolean {
  return spans.every((value, i) => i === 0 || value > spans[i - 1]!);
}

const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b);

describe('spans', () => {
  it('agree with sets of minutes', () => {
    fc.assert(
      fc.property(pairs, pairs, (p, q) => {
        const [a, b] = [spansOf(p), spansOf(q)];
        const [A, B] = [minutes(p), minutes(q)];
        for (const spans of [a, b, union(a, b), intersect(a, b), subtract(a, b)])
          expect(tidy(spans)).toBe(true);
        expect(sorted(minutes(a))).toEqual(sorted(A));
        expect(sorted(minutes(union(a, b)))).toEqual(sorted(new Set([...A, ...B])));
        expect(sorted(minutes(intersect(a, b)))).toEqual(sorted([...A].filter((m) => B.has(m))));
        expect(sorted(minutes(subtract(a, b)))).toEqual(sorted([...A].filter((m) => !B.has(m))));
        expect(minutesIn(a)).toBe(A.size);
        for (let start = 0; start < 60; start += 3) {
          const wanted = [start, start + 1, start + 2, start + 3];
          expect(contains(a, start, start + 4)).toBe(wanted.every((m) => A.has(m)));
          expect(overlaps(a, start, start + 4)).toBe(wanted.some((m) => A.has(m)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('clips, and keeps only what is long enough', () => {
    expect(clip([0, 10, 20, 30], 5, 25)).toEqual([5, 10, 20, 25]);
    expect(clip([0, 10], 8, 8)).toEqual([]);
    expect(atLeast([0, 10, 20, 50], 15)).toEqual([20, 50]);
  });
});
