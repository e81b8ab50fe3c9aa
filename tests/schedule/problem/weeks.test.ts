/** The tallies of people's weeks, beside a plain list of who was touched when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupInfo, Problem } from '../../../src/schedule/problem/problem.ts';
import { Weeks } from '../../../src/schedule/solution/weeks.ts';

const HEADS = 3;
const WEEKS = 70;
const groups = [0, 1].map((index) => ({ index, heads: HEADS, memberBase: index * HEADS }) as GroupInfo);

/** @param within weeks for which a touch is good: few, or more than are looked at together */
const problemOf = (within: number): Problem =>
  ({
    members: 2 * HEADS,
    weeks: WEEKS,
    groups,
    model: {
      policy: { reinforceWithinWeeks: within },
      modules: new Map(),
      programme: { ends: 7 * WEEKS - 1 },
    },
    firstMonday: 0,
  }) as unknown as Problem;

const touch = fc.record({
  group: fc.integer({ min: 0, max: 1 }),
  first: fc.integer({ min: 1, max: HEADS }),
  more: fc.integer({ min: 0, max: HEADS - 1 }),
  week: fc.integer({ min: 0, max: WEEKS - 1 }),
  takenBack: fc.boolean(),
});

const within = fc.constantFrom(1, 4, 15, 16, 17, 40);

describe('weeks', () => {
  it('tell the nearest touch before and after, whatever was counted and taken back', () => {
    fc.assert(
      fc.property(within, fc.array(touch, { maxLength: 12 }), fc.nat(WEEKS - 1), (within, touches, week) => {
        const weeks = new Weeks(problemOf(within));
        const list = touches.map((one) => ({ ...one, last: Math.min(HEADS, one.first + one.more) }));
        for (const { group, first, last, week } of list) {
          weeks.part(groups[group]!, first, last);
          weeks.touch(groups[group]!, first, last, week, 1);
        }
        const all = [0, 0];
        for (const { group, first, last, week, takenBack } of list) {
          if (takenBack) weeks.touch(groups[group]!, first, last, week, -1);
        }
        for (let member = 0; member < 2 * HEADS; member++) {
          const own = list
            .filter(({ group, first, last, takenBack }) => {
              const number = member - group * HEADS + 1;
              return !takenBack && number >= first && number <= last;
            })
            .map((one) => one.week);
          const before = Math.max(...own.filter((one) => one <= week), Number.NEGATIVE_INFINITY);
          const after = Math.min(...own.filter((one) => one >= week), Number.POSITIVE_INFINITY);
          const [last, next] = [weeks.touched.last(member, week), weeks.touched.next(member, week)];
          expect(last < 0 ? Number.NEGATIVE_INFINITY : last).toBe(before);
          expect(next >= WEEKS ? Number.POSITIVE_INFINITY : next).toBe(after);
          const reach = Array.from({ length: within }, (_, i) => i);
          const covered = own.flatMap((one) => reach.map((i) => one + i));
          const wanted = reach.map((i) => week + i).filter((one) => one < WEEKS);
          const missing = wanted.filter((one) => !covered.includes(one));
          const [group, number] = [Math.floor(member / HEADS), (member % HEADS) + 1];
          expect(weeks.newlyCovered(groups[group]!, number, number, week)).toBe(missing.length);
          all[group]! += missing.length;
        }
        for (const [i, group] of groups.entries()) {
          expect(weeks.newlyCovered(group, 1, HEADS, week)).toBe(all[i]);
        }
      }),
    );
  });

  it('add up the minutes of those who always go together, and of those who do not', () => {
    const weeks = new Weeks(problemOf(4));
    const [whole, parted] = groups as [GroupInfo, GroupInfo];
    weeks.add(whole, 1, 3, 5, 90, 1);
    weeks.add(parted, 1, 3, 5, 90, 1);
    weeks.add(parted, 2, 2, 5, 30, 1);
    weeks.part(parted, 2, 2);
    expect(weeks.together(whole)).toBe(true);
    expect(weeks.together(parted)).toBe(false);
    expect(weeks.minutesOf(whole, 1, 2, 5)).toBe(180);
    expect(weeks.minutesOf(parted, 1, 3, 5)).toBe(300);
    expect(weeks.minutesOf(parted, 3, 3, 5)).toBe(90);
    weeks.add(parted, 1, 3, 5, 90, -1);
    expect(weeks.minutesOf(parted, 1, 3, 5)).toBe(30);
  });
});
