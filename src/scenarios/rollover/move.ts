/** A date of this year in the next, by what it means: never by its number of days. */
import { civilOf, type Day, dayOf, isoWeek, mondayOf, monthStart, weekday } from '../../calendar/date.ts';
import type { Holidays } from '../../calendar/holiday.ts';
import { OBSERVANCES, observancesBetween } from '../../calendar/observances.ts';

/** What a year's days are at a place. */
export interface Year {
  readonly holidays: Holidays;
  readonly isWorking: (day: Day) => boolean;
  /** Its name, where there are others. */
  readonly place?: string | undefined;
}

export interface DateShift {
  readonly day: Day;
  /** Why that day: `Tuesday of week 9`. */
  readonly reason: string;
  /** A person ought to look at it. */
  readonly doubtful?: true;
  /** It means nothing but its weekday. */
  readonly loose?: true;
}

/** Days off that are not kept, and days worked instead of others: decided year by year. */
const DECIDED = new Set(['except', 'worked']);
/** The keys of a single day on which something happens; others begin or end a stretch. */
const SINGLE = new Set(['date', 'on', 'at']);
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * @param key under which it is written: `by`
 * @param years how many further on
 */
export function moved(day: Day, key: string, years: number, then: Year, next: Year): DateShift {
  const found =
    byObservance(day, years) ??
    byHoliday(day, years, then, next) ??
    byMonth(day, key, years) ??
    (SINGLE.has(key) ? byWorkingDay(day, years, then, next) : byFeast(day, years)) ??
    byWeek(day, SINGLE.has(key), years, then, next);
  return DECIDED.has(key) ? { ...found, doubtful: true } : found;
}

/**
 * One end of a stretch beside the other. One that means nothing but its weekday goes with the other, so that what is closed over
 * Easter is so for as long; and nothing ends before it begins.
 *
 * @param days from the other to this one, in this year: more than 0 for the last day
 */
export function besideOther(one: DateShift, other: DateShift, days: number): DateShift {
  if (one.loose && !other.loose) {
    const weeks = Math.round((other.day + days - one.day) / 7);
    const day = one.day + weeks * 7;
    return weeks === 0 ? one : { day, reason: `${WEEKDAYS[weekday(day) - 1]} beside ${other.reason}` };
  }
  if (days <= 0 || one.day >= other.day || other.loose) return one;
  return { day: other.day + days, reason: `as long after ${other.reason}`, doubtful: true };
}

/** Same weekday of the same ISO week: how a programme's own year begins and ends. */
export function sameWeekday(day: Day, years: number): DateShift {
  const { year, week } = isoWeek(day);
  const monday = mondayOf(dayOf(year + years, 1, 4)) + (week - 1) * 7;
  const name = WEEKDAYS[weekday(day) - 1];
  if (isoWeek(monday).year === year + years)
    return { day: monday + weekday(day) - 1, reason: `${name} of week ${week}` };
  return {
    day: monday - 7 + weekday(day) - 1,
    reason: `${name} of week 52: there is no week 53`,
    doubtful: true,
  };
}

function byObservance(day: Day, years: number): DateShift | undefined {
  for (const id of OBSERVANCES) {
    const index = ofYear(id, civilOf(day).year).findIndex(({ from }) => from === day);
    const next = ofYear(id, civilOf(day).year + years)[index];
    if (next) return { day: next.from, reason: id };
  }
  return undefined;
}

function ofYear(id: string, year: number) {
  return observancesBetween(id, dayOf(year, 1, 1), dayOf(year, 12, 31));
}

function byHoliday(day: Day, years: number, then: Year, next: Year): DateShift | undefined {
  const year = civilOf(day).year + years;
  for (const { name, source } of then.holidays.get(day) ?? []) {
    if (source === 'own') continue;
    for (const [other, list] of next.holidays) {
      if (civilOf(other).year === year && list.some((one) => one.name === name))
        return { day: other, reason: name };
    }
  }
  return undefined;
}

/** Closed or off from a day of the month whose weekday means nothing. */
function byFeast(day: Day, years: number): DateShift | undefined {
  const { year, month, date } = civilOf(day);
  return month === 12 && date === 24
    ? { day: dayOf(year + years, 12, 24), reason: 'Christmas Eve' }
    : undefined;
}

function byMonth(day: Day, key: string, years: number): DateShift | undefined {
  const first = sameMonth(day, years);
  if (monthStart(day, 1) - 1 === day)
    return { day: monthStart(first, 1) - 1, reason: 'last day of the month' };
  if (monthStart(day) === day && !SINGLE.has(key)) return { day: first, reason: 'first day of the month' };
  return undefined;
}

function byWorkingDay(day: Day, years: number, then: Year, next: Year): DateShift | undefined {
  const first = sameMonth(day, years);
  if (workingDay(monthStart(day), 1, then) === day)
    return { day: workingDay(first, 1, next), reason: 'first working day of the month' };
  if (workingDay(monthStart(day, 1) - 1, -1, then) === day)
    return { day: workingDay(monthStart(first, 1) - 1, -1, next), reason: 'last working day of the month' };
  return undefined;
}

/** A day on which something happens stays one on which people work. */
function byWeek(day: Day, isSingle: boolean, years: number, then: Year, next: Year): DateShift {
  const same: DateShift = { ...sameWeekday(day, years), loose: true };
  if (!isSingle || !then.isWorking(day) || next.isWorking(same.day)) return same;
  const later = workingDay(same.day, 1, next);
  const where = next.place === undefined ? '' : ` at ${next.place}`;
  return { day: later, reason: `${same.reason} is closed${where}: the next working day`, doubtful: true };
}

function sameMonth(day: Day, years: number): Day {
  const { year, month } = civilOf(day);
  return dayOf(year + years, month, 1);
}

/** The nearest working day from one on; itself where none is near. */
function workingDay(from: Day, step: 1 | -1, { isWorking }: Year): Day {
  for (let day = from; Math.abs(day - from) < 31; day += step) if (isWorking(day)) return day;
  return from;
}
