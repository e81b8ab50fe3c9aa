import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayOf,
  endClock,
  inMask,
  isoDate,
  isoWeek,
  MON_FRI,
  mondayOf,
  monthKey,
  monthStart,
  spanText,
  toDay,
  wallText,
  weekday,
  weekKey,
} from '../../src/calendar/date.ts';

const days = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) });

describe('date', () => {
  it('agrees with Date and date-fns on every day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(toDay(isoDate(day))).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay() || 7);
        // date-fns works in the machine's zone; noon of the same civil date is safe in any.
        const local = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
        expect(isoWeek(day)).toEqual({ year: getISOWeekYear(local), week: getISOWeek(local) });
        expect(mondayOf(day)).toBe(day - ((date.getUTCDay() + 6) % 7));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ...['2027-02-30', '2027-13-01', '2027-W09-5', '27-01-01', '0000-01-01', '9999-01-01', '2027-1-1', ''],
    ...['2027-02-29', '2100-02-29', '2027-04-31', '2027-12-32', '2027-00-10', '2027-03-00'],
    ...['+027-03-02', '2027-03-0x', '2027-03- 2', '2027/03/02', '2027-03-02 ', '2027-03-02\n', '2027-03-0２'],
  ])('refuses %s', (text) => expect(toDay(text)).toBeUndefined());

  it('writes weeks, months and wall time', () => {
    const day = dayOf(2027, 1, 3);
    expect([weekKey(day), monthKey(day), wallText(day * 1440 + 570)]).toEqual([
      '2026-W53',
      '2027-01',
      '2027-01-03T09:30',
    ]);
    expect(isoDate(monthStart(dayOf(2027, 1, 31), 1))).toBe('2027-02-01');
    expect(isoDate(monthStart(dayOf(2027, 1, 31), -1))).toBe('2026-12-01');
    expect(civilOf(dayOf(2028, 2, 29))).toEqual({ year: 2028, month: 2, date: 29 });
    expect(inMask(MON_FRI, day)).toBe(false);
  });

  it('lets a day begin at 00:00 and end at 24:00', () => {
    expect(spanText({ start: 0, end: 1440 })).toBe('00:00-24:00');
    expect(spanText({ start: 570, end: 1020 })).toBe('09:30-17:00');
    expect(spanText({ start: 1320, end: 1800 })).toBe('22:00-06:00');
    expect(endClock(dayOf(2027, 1, 4) * 1440)).toBe('24:00');
  });
});
